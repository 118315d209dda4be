#include "desk/wants.hpp"

#include "desk/verbs.hpp"
#include "desk/where.hpp"

#include <algorithm>

namespace avow::desk::wants {

using namespace where;

Answer always_can(const Desk&) { return std::nullopt; }
Answer never_can(const Desk&) { return Refusal{changes_nothing}; }
Answer wants_undoable(const Desk& desk) {
    if (desk.one_on_one || desk.history().undoable() || desk.proposed() || desk.can_bring_back()) return std::nullopt;
    return Refusal{"There is nothing to undo; Ctrl+PageUp goes back a stage"};
}
Answer wants_redoable(const Desk& desk) {
    if (desk.history().redoable()) return std::nullopt;
    return Refusal{"There is nothing to redo"};
}
Answer wants_next_stage(const Desk& desk) {
    if (stage_after(desk.session())) return std::nullopt;
    return Refusal{"This is the last stage of the run sheet"};
}
Answer wants_stage_before(const Desk& desk) {
    if (stage_before(desk.session())) return std::nullopt;
    return Refusal{"This is the first stage"};
}
Answer wants_speaker(const Desk& desk) {
    if (desk.place.speaker) return std::nullopt;
    return Refusal{"Nobody has the turn. Add people at Prepare"};
}
Answer wants_words(const Desk& desk) {
    if (!desk.session().accountabilities.empty()) return std::nullopt;
    return Refusal{"Nothing has been said yet"};
}
Answer wants_theme(const Desk& desk) {
    if (theme_in_hand(desk)) return std::nullopt;
    return Refusal{"Take a theme in hand first: its number, or the arrow keys"};
}
Answer wants_ten_themes(const Desk& desk) {
    if (std::ranges::any_of(desk.shown().themes, [](const auto& theme) { return theme.mark >= 9; }))
        return std::nullopt;
    return Refusal{"There are no ten themes; a number alone is a theme up to 9"};
}
Answer wants_card(const Desk& desk) { // one that is in sight: on the closed wall none is
    if (has_card_to_place(desk)) return std::nullopt;
    return Refusal{"Take a card in hand first: Return opens a theme, F2 shows the board"};
}
Answer wants_walk(const Desk& desk) {
    if (!desk.walk.cards.empty()) return std::nullopt;
    return Refusal{"No doubtful card has been looked at yet: Tab takes the first"};
}
Answer wants_listed(const Desk& desk) {
    if (!desk.library().empty()) return std::nullopt;
    return Refusal{desk.is_listing() ? "The sessions are still being read" : "There is no session yet"};
}
Answer wants_promise(const Desk& desk) {
    if (!desk.one_on_one->item.empty()) return std::nullopt;
    return Refusal{"Nothing of theirs is open"};
}
Answer wants_points(const Desk& desk) {
    if (const auto why = desk.why_kept_nowhere(); !why.empty()) return Refusal{why + ", and so it is with points"};
    if (desk.one_on_one->trouble_with_points.empty()) return std::nullopt;
    return Refusal{desk.one_on_one->trouble_with_points};
}
Answer wants_points_noted(const Desk& desk) {
    if (desk.one_on_one->points.empty() && !desk.one_on_one->is_locked)
        return Refusal{"There is no point to lock yet: T notes one"};
    return wants_points(desk);
}
Answer wants_file(const Desk& desk) {
    const auto why = desk.why_kept_nowhere();
    return why.empty() ? std::nullopt : std::optional(Refusal{why});
}

Answer wants_poll(const Desk& desk) {
    if (!desk.session().polls.empty()) return std::nullopt;
    return Refusal{"The room has not been asked yet: Ctrl+1 to Ctrl+4"};
}
Answer wants_align_row(const Desk& desk) {
    if (align_row_in_hand(desk)) return std::nullopt;
    return Refusal{"Take a line in hand first: the arrow keys"};
}
Answer wants_leader(const Desk& desk) {
    if (desk.session().leader) return std::nullopt;
    return Refusal{"Nobody is named as the leader: Ctrl+Shift+L"};
}
Answer wants_closed(const Desk& desk) {
    if (!is_opened(desk.session())) return std::nullopt;
    return Refusal{"The expectations are open, so there is nothing to guess any more"};
}
Answer wants_papers(const Desk& desk) { return avow::why_not(desk.session(), TakeBackRecalls{}); }

Answer wants_in_hand(const Desk& desk) {
    if (is_reading_aloud(desk) || !words_in_hand(desk).empty()) return std::nullopt;
    return Refusal{"Nothing is in hand here that could be read"};
}
Answer wants_news(const Desk& desk) {
    if (is_reading_aloud(desk) || !news_in_words(desk).empty()) return std::nullopt;
    return Refusal{"There is no news to read"};
}
Answer wants_earlier(const Desk& desk) {
    if (desk.rehearsal) return Refusal{desk.why_kept_nowhere()};
    if (!desk.earlier().empty()) return std::nullopt;
    return Refusal{"No earlier session of this team teaches anything here"};
}

} // namespace avow::desk::wants
