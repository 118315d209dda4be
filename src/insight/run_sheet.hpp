// How the meeting stands against its plan.
#pragma once

#include "session/session.hpp"

#include <optional>

namespace avow::insight {

// When the meeting ends if what is left takes the minutes it was given: what remains of the present stage (nothing once
// it is over) and all stages of the plan after it.
Moment projected_end(const Session&, Moment now);

// The later stage of the plan that can best spare two minutes: the longest, and of two as long the last; it keeps two at
// least. Nothing where none can.
inline constexpr int minutes_lent = 2;
std::optional<Stage> lender(const Session&);

} // namespace avow::insight
