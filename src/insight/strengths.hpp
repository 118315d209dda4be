// What people are good at, and how much of what they promised makes use of it.
#pragma once

#include "session/session.hpp"

namespace avow::insight {

struct StrengthShare {
    int tied = 0; // accountabilities that name a strength
    int of = 0;   // all of the session

    bool operator==(const StrengthShare&) const = default;
};

// A result of an assessment that was not talked through and put to use yet is none; any other word that stands there is.
bool is_tied_to_strength(const Session&, const Accountability&);
StrengthShare strength_share(const Session&);

} // namespace avow::insight
