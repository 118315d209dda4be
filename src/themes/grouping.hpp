// Grouping: which statements belong together, from how close each two are. Knows no words.
#pragma once

#include "themes/closeness.hpp"

#include <vector>

namespace avow::themes {

// A group for each thing: correlation clustering from a start by average linkage; on a wall that stands already, the moves
// towards it that are worth making. A thing that fits nowhere well enough, and was not put there, gets `no_group`. Groups
// beyond those standing are numbered on from `standing_group_count`. `words_shared` is 0 where people share few words, 1
// where they share many.
std::vector<GroupId> grouped(const InRoom& closeness, const std::vector<Standing>& standings,
                             GroupId standing_group_count, double words_shared);

// The best cut in two of at least two things: for each, whether it goes to the second part.
std::vector<bool> cut_in_two(const Closeness& closeness);

} // namespace avow::themes
