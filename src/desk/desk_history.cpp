// Going back in what was done, and living the meeting again.
#include "desk/history_rows.hpp"
#include "desk/replay.hpp"
#include "desk/verbs.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

bool holds(const History& history, const StepId& id) {
    const auto past = history.past();
    return std::ranges::find(past, id, &Step::id) != past.end();
}

void go_forward_to(Desk& desk, const Step& step) {
    const auto at = desk.wall_clock(step.at).substr(0, 5);
    const auto count = desk.redo_until(step.id);
    if (count == 0)
        return desk.say(Tone::refused, "Other things were done since that was taken back, so redo does not reach it");
    desk.say(Tone::done, fmt::format("Forward to {}, {} done again. Ctrl+Z takes back", at, counted(count, "step")));
}

} // namespace

HistoryList& Desk::history_list() const {
    if (!history_list_) history_list_ = std::make_unique<HistoryList>();
    return *history_list_;
}

std::size_t Desk::undo_since(std::size_t place_in_log) {
    drop_proposal(); // made of what is taken back
    const auto steps = history_.undoable_since(place_in_log);
    std::optional<ParticipantId> spoke; // before all the others: the turn goes back to them
    for (const auto* step : steps)
        for (const auto& edit : step->edits)
            if (const auto* said = std::get_if<SayStatement>(&edit)) spoke = said->owner;
    const auto added = history_.undo_since(
        place_in_log, [this] { return fresh<StepTag>(); }, now());
    for (const auto& undo : added) store_->append(undo);
    if (spoke) place.speaker = spoke;
    after_change();
    return added.size();
}

std::size_t Desk::redo_until(const StepId& step) {
    const auto added = history_.redo_until(
        step, [this] { return fresh<StepTag>(); }, now());
    if (added.empty()) return 0;
    drop_proposal();
    for (const auto& redo : added) store_->append(redo);
    after_change();
    return added.size();
}

std::optional<Refusal> why_not_go_back(const Desk& desk) {
    if (desk.replay) return Refusal{changes_nothing};
    if (desk.keeping().read_only)
        return Refusal{fmt::format("{} holds this session, so nothing can be undone here. Ctrl+K, “take over” changes "
                                   "that",
                                   desk.keeping().holder)};
    if (desk.one_on_one)
        return Refusal{"On a person's page undo goes no further back than the page. Esc leaves the page, then it does"};
    return std::nullopt;
}

void go_back_to(Desk& desk, std::size_t entry, bool to_before) {
    if (const auto refusal = why_not_go_back(desk)) return desk.say(Tone::refused, refusal->sentence);
    const auto& log = desk.history().log();
    const auto* found = entry < log.size() ? std::get_if<Step>(&log[entry]) : nullptr;
    if (!found) return;
    const Step step = *found;
    if (!to_before && !holds(desk.history(), step.id)) return go_forward_to(desk, step);
    const auto count = desk.undo_since(to_before ? entry : entry + 1);
    const auto at = desk.wall_clock(step.at).substr(0, 5);
    if (count == 0)
        return desk.say(Tone::refused,
                        "Nothing was done since that undo takes back; stages are gone to by Alt and a digit");
    desk.say(Tone::done, fmt::format("Back to {}, {} undone. Ctrl+Y brings {}", at, counted(count, "step"),
                                     count == 1 ? "it back" : "them back one by one, Ctrl+H all at once"));
}

std::optional<Refusal> why_not_replay(const Desk& desk) {
    if (desk.history().log().empty()) return Refusal{"Nothing has been done yet that could be replayed"};
    return std::nullopt;
}

void begin_replay(Desk& desk) {
    if (const auto refusal = why_not_replay(desk)) return desk.say(Tone::refused, refusal->sentence);
    desk.hush();
    desk.panel = Panel::none;
    desk.left_for_replay = {desk.showing, desk.page};
    desk.showing = Showing::audience;
    desk.page = 0;
    desk.replay = std::make_unique<Replay>(desk.history(), desk.now());
}

void leave_replay(Desk& desk) {
    if (!desk.replay) return;
    desk.replay.reset();
    desk.showing = desk.left_for_replay.showing;
    desk.page = desk.left_for_replay.page;
    desk.say(Tone::done, "The replay is left; the session is as it was");
}

} // namespace avow::desk
