// Reasons not to, with their honest answers, and what was put off.
#pragma once

#include "session/date.hpp"
#include "session/id.hpp"

#include <optional>
#include <string>

namespace avow {

enum class AnswerKind { none, saves_time, replaces, raises_sales, costs };

struct Objection {
    ObjectionId id;
    std::string text;
    std::string answer;
    std::string who_answers; // a name, as it was written
    AnswerKind kind = AnswerKind::none;
    std::string amount; // how much it saves, raises or costs; or what it replaces

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
