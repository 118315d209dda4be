// What a command wants before it can be done: nothing, or in a sentence what is missing and what to do. The table asks nothing
// else.
#pragma once

#include "desk/desk.hpp"

#include <optional>

namespace avow::desk::wants {

using Answer = std::optional<Refusal>;

Answer always_can(const Desk&);
Answer never_can(const Desk&);
Answer wants_undoable(const Desk&);
Answer wants_redoable(const Desk&);
Answer wants_next_stage(const Desk&);
Answer wants_stage_before(const Desk&);
Answer wants_speaker(const Desk&);
Answer wants_words(const Desk&);
Answer wants_theme(const Desk&);
Answer wants_ten_themes(const Desk&);
Answer wants_card(const Desk&);
Answer wants_walk(const Desk&);
Answer wants_listed(const Desk&);
Answer wants_promise(const Desk&);
Answer wants_points(const Desk&);
Answer wants_points_noted(const Desk&);
Answer wants_file(const Desk&);
Answer wants_poll(const Desk&);
Answer wants_align_row(const Desk&);
Answer wants_leader(const Desk&);
Answer wants_closed(const Desk&);
Answer wants_papers(const Desk&);
Answer wants_in_hand(const Desk&);
Answer wants_news(const Desk&);
Answer wants_earlier(const Desk&);

} // namespace avow::desk::wants
