// What the session is for: from what, to what, by when, and why, twice. An assigned goal works as well as a chosen one
// only when the reason is given, so both reasons are fields and not part of the text.
#pragma once

#include "session/date.hpp"

#include <optional>
#include <string>

namespace avow {

struct Goal {
    std::string text;
    std::string from;
    std::string to;
    std::optional<Date> by;
    std::string why_us;
    std::string why_you;

    bool operator==(const Goal&) const = default;
};

// The goal as one line: its text, else "From 3 to 9 by 31 March" made of the parts that are there; empty if none is.
std::string goal_line(const Goal&);

} // namespace avow
