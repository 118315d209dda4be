// Which promises want a first small step: those that end far away and begin nowhere.
#pragma once

#include "session/session.hpp"

#include <vector>

namespace avow::insight {

// Near steps carry further than a far goal alone: A. Bandura and D. H. Schunk, “Cultivating competence, self-efficacy, and
// intrinsic interest through proximal self-motivation”, Journal of Personality and Social Psychology 41 (1981), 586-598.
// How near is our choice: what is due within two weeks is its own first step, and what is due later is likely to lie
// untouched until somebody asks for it.
inline constexpr int far_in_days = 14;

bool wants_first_step(const Accountability&, Date today); // open, due in more days than that, and no first step is set

// Of what is carried and what was said here, the farthest first.
std::vector<const Accountability*> wanting_first_step(const Session&, Date today);

} // namespace avow::insight
