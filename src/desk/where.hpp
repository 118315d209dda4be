// Where a command is offered: what of the desk is shown, at which stage, with what in hand. The table asks nothing else.
#pragma once

#include "desk/desk.hpp"

namespace avow::desk::where {

bool anywhere(const Desk&);
bool in_library(const Desk&);
bool may_leave_review(const Desk&);
bool has_review(const Desk&);
bool at_review_themes(const Desk&);
bool in_replay(const Desk&);
bool may_leave_replay(const Desk&);
bool in_session(const Desk&);
bool on_page(const Desk&); // a person's
bool in_room(const Desk&);
bool at(const Desk&, Stage);
bool at_capture(const Desk&);
bool at_themes(const Desk&);
bool at_open(const Desk&);
bool at_account(const Desk&); // also where nobody carries anything, in a meeting for the account alone
bool at_align(const Desk&);
bool walks_path(const Desk&); // and no recall is in hand, which digits would judge
bool is_matching(const Desk&);
bool at_match(const Desk&); // opened, whatever of it is in hand
bool has_align_rows(const Desk&);
bool can_promise(const Desk&);
bool has_answers_to_give(const Desk&); // asks or objections
bool types_paper(const Desk&);
bool at_commit(const Desk&);
bool at_page(const Desk&);
bool has_locked_points(const Desk&);
bool at_close(const Desk&);
bool has_proposal(const Desk&);
bool has_proposed_wall(const Desk&);
bool on_wall(const Desk&);
bool asks_room(const Desk&);
bool in_tile(const Desk&);
bool has_point(const Desk&);
bool has_no_point(const Desk&);
bool can_leave(const Desk&);
bool has_no_proposed_wall(const Desk&);
bool has_room(const Desk&); // something is shown to it
bool has_pages(const Desk&);
bool has_swallowed(const Desk&);
bool has_words_said(const Desk&);
bool is_asking(const Desk&);
bool asks_each(const Desk&);
bool counts_room(const Desk&);
bool counts_votes(const Desk&);
bool shows_poll(const Desk&);
bool shows_answers(const Desk&);
bool in_rehearsal(const Desk&);
bool at_timings(const Desk&);
bool is_held(const Desk&);

} // namespace avow::desk::where
