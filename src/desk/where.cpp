#include "desk/where.hpp"

#include "desk/reviewing.hpp"
#include "desk/verbs.hpp"
#include "insight/account.hpp"

namespace avow::desk::where {

namespace {

bool in_review(const Desk& desk) { return desk.showing == Showing::review; }

bool is_free(const Desk& desk) {
    return desk.entry.purpose == Purpose::nothing || desk.entry.purpose == Purpose::merge_into;
}

} // namespace

bool anywhere(const Desk&) { return true; }
bool in_library(const Desk& desk) { return desk.showing == Showing::library; }
bool may_leave_review(const Desk& desk) {
    return in_review(desk) && desk.panel == Panel::none && !is_reading_aloud(desk); // that ends first
}
bool has_review(const Desk& desk) { return in_review(desk) && desk.reviewing && desk.reviewing->page(); }
bool at_review_themes(const Desk& desk) { return has_review(desk) && desk.reviewing->section == ReviewSection::themes; }
bool in_replay(const Desk& desk) { return desk.replay != nullptr; }
bool may_leave_replay(const Desk& desk) { return in_replay(desk) && desk.panel == Panel::none && !is_blank_here(desk); }
bool in_session(const Desk& desk) { return desk.is_open() && desk.showing != Showing::library && !in_replay(desk); }
bool on_page(const Desk& desk) { return in_session(desk) && desk.one_on_one.has_value(); } // a person's
bool in_room(const Desk& desk) { return in_session(desk) && !desk.one_on_one; }
bool at(const Desk& desk, Stage stage) { return in_session(desk) && is_at(desk, stage); }
bool at_capture(const Desk& desk) { return at(desk, Stage::capture); }
bool at_themes(const Desk& desk) { return at(desk, Stage::themes) && is_free(desk); }
bool at_open(const Desk& desk) { return at(desk, Stage::open) && is_free(desk) && !desk.session().carried.empty(); }
bool at_account(const Desk& desk) { // also where nobody carries anything, in a meeting for the account alone
    return at(desk, Stage::open) && is_free(desk) &&
           (!desk.session().carried.empty() || insight::is_account_alone(desk.session()));
}
bool at_align(const Desk& desk) { return at(desk, Stage::align) && is_free(desk); }
bool is_matching(const Desk& desk) { return at_align(desk) && recall_in_hand(desk); }
bool walks_path(const Desk& desk) { return at_align(desk) && !recall_in_hand(desk); }
bool at_match(const Desk& desk) {
    return at_align(desk) && desk.aligning.step == slide::AlignStep::match && is_opened(desk.session());
}
bool has_align_rows(const Desk& desk) {
    return at_align(desk) && !slide::rows_of(desk.session(), desk.aligning.step).empty();
}
bool can_promise(const Desk& desk) {
    const auto step = desk.aligning.step;
    return at_align(desk) && (step == slide::AlignStep::asks || step == slide::AlignStep::promises);
}
bool has_answers_to_give(const Desk& desk) {
    const auto step = desk.aligning.step;
    return has_align_rows(desk) && (step == slide::AlignStep::asks || step == slide::AlignStep::objections);
}
bool types_paper(const Desk& desk) { return at(desk, Stage::align) && desk.entry.purpose == Purpose::recall; }
bool at_commit(const Desk& desk) { return at(desk, Stage::commit) && is_free(desk); }
bool at_page(const Desk& desk) { return on_page(desk) && is_free(desk); }
bool has_locked_points(const Desk& desk) { return at_page(desk) && desk.one_on_one->is_locked; }
bool at_close(const Desk& desk) { return at(desk, Stage::close) && is_free(desk); }
bool has_proposal(const Desk& desk) { return at_themes(desk) && desk.proposed(); }
bool has_proposed_wall(const Desk& desk) { return has_proposal(desk) && desk.proposed()->about == About::wall; }
// Return opens a theme on the wall, also one that is only proposed. A question, and a proposal with no theme in hand, it takes.
bool on_wall(const Desk& desk) {
    const bool is_in_hand = !desk.proposed() || (has_proposed_wall(desk) && desk.place.tile);
    return at_themes(desk) && is_in_hand && desk.showing == Showing::audience;
}
bool asks_room(const Desk& desk) { return has_proposal(desk) && !on_wall(desk); }
bool in_tile(const Desk& desk) { return at_themes(desk) && desk.place.is_open; }
bool has_point(const Desk& desk) { return at_themes(desk) && desk.tens > 0; }
bool has_no_point(const Desk& desk) { return at_themes(desk) && desk.tens == 0; }
bool can_leave(const Desk& desk) {
    if (in_replay(desk)) return desk.panel != Panel::none || is_blank_here(desk);
    return has_point(desk) || desk.panel != Panel::none ||
           (!is_free(desk) && desk.entry.purpose != Purpose::statement) || desk.entry.purpose == Purpose::merge_into ||
           is_reading_aloud(desk) || in_tile(desk) || has_proposal(desk) || is_blank_here(desk) || on_page(desk) ||
           (in_room(desk) && is_polling(desk));
}
bool has_no_proposed_wall(const Desk& desk) { return at_themes(desk) && !has_proposed_wall(desk); }
bool has_room(const Desk& desk) { return in_room(desk) || in_replay(desk); } // something is shown to it
bool has_pages(const Desk& desk) { return has_room(desk) && desk.pages > 1 && !desk.is_page_kept; }
bool has_swallowed(const Desk& desk) { return at_capture(desk) && desk.swallowed; }
bool has_words_said(const Desk& desk) {
    return in_room(desk) && !is_polling(desk) && !desk.session().accountabilities.empty() &&
           desk.session().stage != Stage::open && (desk.session().stage == Stage::capture || desk.place.focus);
}
bool is_asking(const Desk& desk) { return in_room(desk) && desk.asking && is_free(desk); }
bool asks_each(const Desk& desk) { return is_asking(desk) && is_by_person(desk.asking->poll.kind); }
bool counts_room(const Desk& desk) { return is_asking(desk) && !is_by_person(desk.asking->poll.kind); }
bool counts_votes(const Desk& desk) { return is_asking(desk) && desk.asking->poll.kind == PollKind::votes; }
bool shows_poll(const Desk& desk) { return in_room(desk) && desk.poll_shown && is_free(desk); }
bool shows_answers(const Desk& desk) {
    return shows_poll(desk) && poll_in_sight(desk) && is_by_person(poll_in_sight(desk)->kind);
}
bool in_rehearsal(const Desk& desk) { return in_session(desk) && desk.rehearsal; }
bool at_timings(const Desk& desk) { return desk.showing == Showing::timings && desk.panel == Panel::none; }
bool is_held(const Desk& desk) { return in_session(desk) && desk.keeping().read_only; }

} // namespace avow::desk::where
