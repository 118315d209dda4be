// How a team has answered for its promises, day by day: figures of the team alone, never of a person.
#pragma once

#include "session/session.hpp"

#include <array>
#include <vector>

namespace avow::insight {

struct DayOfAnswers {
    Date date;
    std::array<int, 4> given{}; // by Outcome: kept, part, missed, changed

    bool operator==(const DayOfAnswers&) const = default;
};

// The oldest first. An answer counts once, in however many sessions its promise stands; of two on a day the later one.
std::vector<DayOfAnswers> scoreboard_of(const std::vector<const Session*>&);

} // namespace avow::insight
