// Which promises want a first small step: those that end far away and begin nowhere.
#pragma once

#include "session/session.hpp"

#include <optional>

namespace avow::insight {

// Near steps carry further than a far goal alone: A. Bandura and D. H. Schunk, “Cultivating competence, self-efficacy, and
// intrinsic interest through proximal self-motivation”, Journal of Personality and Social Psychology 41 (1981), 586-598.
// How near is our choice: what is due within two weeks is its own first step, and what is due later is likely to lie
// untouched until somebody asks for it.
inline constexpr int far_in_days = 14;

// Open, due in more days than that, and no first step is set. Where no day is set, its contract's counts.
bool wants_first_step(const Accountability&, Date today);
std::optional<Date> ends_on(const Accountability&); // the day it is due, or its contract's

} // namespace avow::insight
