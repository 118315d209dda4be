// What people are good at, and how much of what they promised makes use of it.
#pragma once

#include "session/session.hpp"

namespace avow::insight {

// A result of an assessment that was not talked through and put to use yet is no strength; any other word that stands there
// is.
struct StrengthShare {
    int tied = 0; // accountabilities that name a strength
    int of = 0;   // all of the session

    bool operator==(const StrengthShare&) const = default;
};

StrengthShare strength_share(const Session&);

} // namespace avow::insight
