// How far a room agrees, of answers on a scale. The figure is r_wg of L. R. James, R. G. Demaree and G. Wolf, “Estimating
// within-group interrater reliability with and without response bias”, Journal of Applied Psychology 69 (1984), 85-98: one
// less the variance of the answers over the variance that answers at random would have. At random is here the uniform
// distribution over the scale's A choices, (A² - 1) / 12. The variance of the answers is that of a sample, over n - 1:
// eight 4s and four 5s of 1 to 5 give .88 so, and would give .89 over n. More spread than chance is set to 0.
#pragma once

#include "session/poll.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow::insight {

// Of fewer, chance agrees too often: .70 arises in 9.7% of random groups of 4, in 0.2% of 12.
inline constexpr std::size_t least_raters = 8;

std::optional<double> r_wg(const std::vector<int>& answers, Scale); // nothing of fewer than least_raters

// How many gave each answer, from the least to the most of the scale.
std::vector<int> spread_of(const Poll&);

// What a poll came to, a sentence a line, for the room: what is in the middle and at the ends, how far it agrees, who
// gave no answer as a count. No line tells whose answer was which.
std::vector<std::string> in_words(const Poll&);

} // namespace avow::insight
