// Themes a room did not want, as the log keeps them: a step that makes a theme, puts its cards there and dissolves it again.
// So a refusal is a step like any other, with a sentence, undone and found again after a restart, and needs no edit of
// its own in the file.
#pragma once

#include "desk/proposed.hpp"
#include "session/history.hpp"

#include <cstddef>
#include <vector>

namespace avow::desk {

// The cards of each theme that steps refuse which hold; those of the log from entry `first` on.
std::vector<Cards> refused_in(const History&, std::size_t first = 0);

// What refuses a theme of a proposal: the session stays as it is, but for cards that lay in that theme already. `fresh` is
// the id of the theme that is made and dissolved; no edits where hands placed all that lies in it.
std::vector<Edit> refusing(const Session&, const Proposed&, const ThemeId&, const ThemeId& fresh);

} // namespace avow::desk
