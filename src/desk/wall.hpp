// Where tiles and cards lie on the wall and on the board, and how hands get from one to the next: what the verbs of Themes
// share.
#pragma once

#include "desk/desk.hpp"

#include <optional>

namespace avow::desk {

// The tile of a theme; of none, or of one that is not there, the tile of single voices.
std::size_t tile_of_theme(const Session&, const std::optional<ThemeId>&);
std::optional<std::size_t> tile_of(const Session&, const AccountabilityId&);

// 1 is A, also when there is no B any more: what a key means does not depend on what is left on the wall.
const Theme* theme_marked(const Session&, std::size_t mark);

// The card under this one (or above it, at the end), so that sorting goes on without looking for a card.
std::optional<AccountabilityId> neighbour_of(const Desk&, const AccountabilityId&);

// In hand where it lies: on the wall its theme opens.
void take_card(Desk&, const AccountabilityId&);

// What hands do that needs the whole wall takes a proposal that still lies there first, as its own step.
bool settle_proposal(Desk&);
// What they do to one card takes only a question: what is proposed for the other cards stays proposed.
bool settle_question(Desk&);

} // namespace avow::desk
