// Moving: what may change on a wall that people already read, and where what a person put there draws the rest. Knows no
// words.
#pragma once

#include "themes/closeness.hpp"

#include <vector>

namespace avow::themes {

// The wall as it was, with what is new on it, and moved only what is worth the jump. `fresh` is how the same things would
// be grouped with nothing on the wall; its groups are the moves that are tried, since a part of a theme goes together or
// not at all. A theme is begun later than it would be from scratch, the later the less has been said: what stands alone
// can still go anywhere. While a person is putting things right, nothing else on the wall moves.
std::vector<GroupId> moved(const Closeness& closeness, const std::vector<Standing>& standings,
                           const std::vector<GroupId>& fresh, float cut, double words_shared);

// Where a person has put things, those draw what is new, and from other themes what is clearly nearer to them: the less
// words are shared, the clearer.
void follow(std::vector<GroupId>& groups, const Closeness& closeness, const std::vector<Standing>& standings,
            double words_shared);

} // namespace avow::themes
