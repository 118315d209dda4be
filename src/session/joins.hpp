// Who and what is one across sessions, where a person has said so. What joins people, teams and themes of many sessions
// guesses by ids, names and words; what stands here holds against every guess.
#pragma once

#include "session/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow {

// Somebody, a team or a theme as sessions name it. A name alone is everybody of that name in the team.
struct Named {
    std::string team; // of people and themes: whose sessions; empty: any team's. A team has its own name in `name`
    std::string name; // or the title
    std::optional<Date> day; // only in the session of that day
    int seat = 0;            // only who sat there, where a session has two of one name

    bool operator==(const Named&) const = default;
};

struct Join {
    enum class Kind { person, team, theme };
    Kind kind = Kind::person;
    bool is_same = true; // else the two are apart, however alike they look
    Named one;
    Named other;

    bool operator==(const Join&) const = default;
};

using Joins = std::vector<Join>; // the newest last; it holds where two say otherwise

} // namespace avow
