// Getting ready and getting on: team, date, goal, plan, the present stage, what is parked.
#include "session/edit_each.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace avow::each {

namespace {

constexpr Field team_name = {"team's name", "a team's name holds", limit::name_characters};
constexpr Field goal_words = {"goal", "each part of a goal holds"};
constexpr Field parked_words = {"parked item", "a parked item holds"};

bool is_stage(Stage stage) { return std::ranges::find(all_stages, stage) != all_stages.end(); }

Refusal unknown_stage() { return {"There is no such stage. Choose one from Prepare to Close."}; }

} // namespace

// --- NameTeam ----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NameTeam& edit) {
    if (auto refusal = missing_or_unfit_words(team_name, edit.team)) return refusal;
    if (session.team == edit.team) return unchanged("team's name");
    return std::nullopt;
}

void apply(Session& session, const NameTeam& edit) { session.team = edit.team; }

std::string sentence(const Session&, const NameTeam& edit) { return "named the team " + shortened(edit.team); }

// --- SetDate -----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SetDate& edit) {
    if (!is_valid(edit.date)) return invalid_date("date of the session");
    if (session.date == edit.date) return unchanged("date of the session");
    return std::nullopt;
}

void apply(Session& session, const SetDate& edit) { session.date = edit.date; }

std::string sentence(const Session&, const SetDate& edit) {
    return "set the date of the session to " + spoken_with_year(edit.date);
}

// --- StateGoal ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const StateGoal& edit) {
    const Goal& goal = edit.goal;
    for (const auto* part : {&goal.text, &goal.from, &goal.to, &goal.why_us, &goal.why_you})
        if (auto refusal = unfit_words(goal_words, *part)) return refusal;
    if (goal.by && !is_valid(*goal.by)) return invalid_date("day the goal is to be reached by");
    if (session.goal == goal) return unchanged("goal");
    return std::nullopt;
}

void apply(Session& session, const StateGoal& edit) { session.goal = edit.goal; }

std::string sentence(const Session& before, const StateGoal& edit) {
    const std::string line = goal_line(edit.goal);
    if (line.empty()) return edit.goal == Goal{} ? "cleared the goal" : "gave the reason for the goal";
    const auto is_measured_alike = [&](const Goal& goal) {
        return goal.from == edit.goal.from && goal.to == edit.goal.to && goal.by == edit.goal.by;
    };
    if (line == goal_line(before.goal))
        return is_measured_alike(before.goal) ? "gave the reason for the goal"
                                              : "said from what to what the goal goes, and by when";
    return "stated the goal " + quoted(line);
}

// --- PlanStage ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const PlanStage& edit) {
    if (!is_stage(edit.stage)) return unknown_stage();
    if (edit.minutes < 0 || edit.minutes > limit::stage_minutes)
        return Refusal{fmt::format("{} minutes can't be planned; a stage holds 0 to {}. With 0 no clock runs.",
                                   edit.minutes, limit::stage_minutes)};
    if (minutes_of(session, edit.stage) == edit.minutes)
        return unchanged(fmt::format("time for {}", title_of(edit.stage)));
    return std::nullopt;
}

void apply(Session& session, const PlanStage& edit) {
    auto& plan = session.plan;
    std::erase_if(plan, [&](const PlannedStage& planned) { return planned.stage == edit.stage; });
    if (edit.minutes > 0)
        plan.insert(std::ranges::upper_bound(plan, edit.stage, {}, &PlannedStage::stage), {edit.stage, edit.minutes});
}

std::string sentence(const Session&, const PlanStage& edit) {
    if (edit.minutes == 0) return fmt::format("took the clock off {}", title_of(edit.stage));
    return fmt::format("planned {} for {}", counted(edit.minutes, "minute"), title_of(edit.stage));
}

// --- GoToStage ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const GoToStage& edit) {
    if (!is_stage(edit.stage)) return unknown_stage();
    if (auto refusal = unfit_moment(edit.at)) return refusal;
    if (session.stage == edit.stage)
        return Refusal{fmt::format("{} is the present stage already.", title_of(edit.stage))};
    return std::nullopt;
}

void apply(Session& session, const GoToStage& edit) {
    session.stage = edit.stage;
    session.stage_since = edit.at;
}

std::string sentence(const Session&, const GoToStage& edit) { return fmt::format("went to {}", title_of(edit.stage)); }

// --- ParkItem ----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const ParkItem& edit) {
    const Parked& item = edit.item;
    if (auto refusal = unfit_id(item.id.text, std::ranges::count(session.parked, item.id, &Parked::id) > 0))
        return refusal;
    if (auto refusal = missing_or_unfit_words(parked_words, item.text)) return refusal;
    if (item.owner && !find(session, *item.owner)) return unknown_participant();
    if (!is_valid(item.since)) return invalid_date("day it was parked");
    return std::nullopt;
}

void apply(Session& session, const ParkItem& edit) { session.parked.push_back(edit.item); }

std::string sentence(const Session&, const ParkItem& edit) { return "parked " + quoted(edit.item.text); }

// --- SettleParked ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const SettleParked& edit) {
    if (std::ranges::count(session.parked, edit.id, &Parked::id) == 0)
        return Refusal{"That item is not parked any more."};
    return std::nullopt;
}

void apply(Session& session, const SettleParked& edit) {
    std::erase_if(session.parked, [&](const Parked& item) { return item.id == edit.id; });
}

std::string sentence(const Session& before, const SettleParked& edit) {
    const auto found = std::ranges::find(before.parked, edit.id, &Parked::id);
    return "settled " + (found == before.parked.end() ? std::string("a parked item") : quoted(found->text));
}

} // namespace avow::each
