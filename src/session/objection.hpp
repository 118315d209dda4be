// Reasons not to, with their honest answers, and what was put off.
#pragma once

#include "session/date.hpp"
#include "session/id.hpp"

#include <optional>
#include <string>

namespace avow {

struct Objection {
    ObjectionId id;
    std::string text;
    std::string answer;

    bool operator==(const Objection&) const = default;
};

// Not now; carried with its age and owner until somebody decides.
struct Parked {
    ParkedId id;
    std::string text;
    std::optional<ParticipantId> owner;
    Date since;

    bool operator==(const Parked&) const = default;
};

} // namespace avow
