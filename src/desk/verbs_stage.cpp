// Moving between stages, the clock, the roster, and what goes out at the end.
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "insight/run_sheet.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

// Whom nobody has heard yet, by name: said once, when the room goes on from Capture, and stops nobody.
void name_the_unheard(Desk& desk) {
    const auto unheard = insight::unheard(desk.session());
    if (unheard.empty()) return;
    const auto names = insight::short_names(desk.session());
    std::vector<std::string> missing;
    for (const auto* person : unheard)
        missing.push_back(names[static_cast<std::size_t>(person - desk.session().participants.data())]);
    desk.say(Tone::done, fmt::format("Not heard yet: {}. Ctrl+PageUp goes back", with_commas(missing)));
}

std::optional<Stage> neighbour(const Session& session, int step) {
    const auto stages = stages_of(session);
    const auto here = std::ranges::find(stages, session.stage) - stages.begin() + step;
    if (here < 0 || here >= static_cast<std::ptrdiff_t>(stages.size())) return std::nullopt;
    return stages[static_cast<std::size_t>(here)];
}

} // namespace

std::vector<Stage> stages_of(const Session& session) {
    std::vector<Stage> stages;
    for (const auto stage : all_stages) {
        const bool is_planned = std::ranges::find(session.plan, stage, &PlannedStage::stage) != session.plan.end();
        if (is_planned || session.plan.empty() || stage == session.stage || stage == Stage::prepare)
            stages.push_back(stage);
    }
    return stages;
}

std::optional<Stage> stage_after(const Session& session) { return neighbour(session, 1); }
std::optional<Stage> stage_before(const Session& session) { return neighbour(session, -1); }

bool is_at(const Desk& desk, Stage stage) {
    return desk.is_open() && !desk.one_on_one && !is_polling(desk) && desk.session().stage == stage;
}

void go_to(Desk& desk, Stage stage) {
    const Stage left = desk.session().stage;
    const bool left_untaken = left == Stage::themes && desk.proposed();
    leave_poll(desk);
    const bool puts_aside = desk.put_aside();
    if (!desk.act(GoToStage{stage, desk.now()})) return;
    desk.page = 0;
    desk.place.focus.reset();
    desk.place.tile.reset();
    desk.place.is_open = false;
    desk.showing = stage == Stage::prepare ? Showing::board : Showing::audience;
    if (stage == Stage::capture)
        desk.ask_for(Purpose::statement, desk.half_typed);
    else
        desk.ask_for(Purpose::nothing);
    if (stage == Stage::commit) step_item(desk, 0);
    if (stage == Stage::open) take_up_account(desk);
    desk.take_up_aside();
    if (stage == Stage::themes && desk.session().themes.empty()) propose_themes(desk);
    if (left == Stage::capture && stage > left) name_the_unheard(desk);
    if (puts_aside) desk.say(Tone::done, "What is half typed is kept, and comes back with its card");
    if (left_untaken) desk.say(Tone::done, "What was proposed has not been taken. Ctrl+PageUp goes back");
}

void add_minutes(Desk& desk, int minutes) {
    const Stage stage = desk.session().stage;
    desk.act(PlanStage{stage, minutes_of(desk.session(), stage) + minutes});
}

void take_minutes_from_later(Desk& desk) {
    const auto& session = desk.session();
    const auto from = insight::lender(session);
    if (!from) return desk.say(Tone::refused, "No later stage can spare two minutes. Ctrl+= adds one to this stage");
    const auto here = session.stage;
    const auto done = fmt::format("took two minutes from {} for {}", title_of(*from), title_of(here));
    const std::vector<Edit> edits{PlanStage{*from, minutes_of(session, *from) - insight::minutes_lent},
                                  PlanStage{here, minutes_of(session, here) + insight::minutes_lent}};
    if (!desk.act(edits, done)) return;
    desk.say(Tone::done, fmt::format("Took two minutes from {}, which keeps {}. The end stays where it was",
                                     title_of(*from), minutes_of(desk.session(), *from)));
}

RosterPreview preview_of_roster(const Session& session, std::string_view pasted) {
    RosterPreview preview;
    const auto is_known = [&](const std::string& name) {
        const auto same = [&](const std::string& other) { return folded(other) == folded(name); };
        return std::ranges::any_of(preview.names, same) ||
               std::ranges::any_of(session.participants, [&](const auto& person) { return same(person.name); });
    };
    for (auto& name : names_in(pasted))
        (is_known(name) ? preview.duplicates : preview.names).push_back(std::move(name));
    return preview;
}

void welcome_all(Desk& desk, const std::vector<std::string>& names) {
    std::vector<Edit> edits;
    for (const auto& name : names)
        edits.emplace_back(WelcomeParticipant{desk.fresh<ParticipantTag>(), clean_line(name), {}});
    if (edits.empty()) return;
    if (edits.size() == 1)
        desk.act(edits.front());
    else
        desk.act(edits, fmt::format("welcomed {} people", edits.size()));
}

} // namespace avow::desk
