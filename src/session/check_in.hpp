// The answer to "what came of it?", on a date, with a reason and what there is to show.
#pragma once

#include "session/date.hpp"

#include <string>

namespace avow {

enum class Outcome { kept, part, missed, changed };

struct CheckIn {
    Date date;
    Outcome outcome = Outcome::kept;
    std::string reason;
    std::string evidence;

    bool operator==(const CheckIn&) const = default;
};

} // namespace avow
