// How the meeting stands against its plan.
#pragma once

#include "session/session.hpp"

namespace avow::insight {

// When the meeting ends if what is left takes the minutes it was given: what remains of the present stage (nothing once
// it is over) and all stages of the plan after it.
Moment projected_end(const Session&, Moment now);

} // namespace avow::insight
