// An accountability followed through the sessions in which it was said and carried: what came of it, how old it is, who
// still owes an answer. It keeps its id, and with the session it was said in that id is the whole of its identity.
#pragma once

#include "insight/past.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace avow::insight {

enum class Standing { open, kept, part, missed, changed }; // by its last check-in; open: nobody has answered for it

struct Life {
    Accountability item;               // as it last stood, with the check-ins and wordings of all sessions
    std::vector<std::size_t> sessions; // in which it was said or carried, by date; never empty
    std::size_t owner = 0;             // among people_of
    std::size_t team = 0;              // among teams_of
    Date said_on;
    std::string theme; // the title it last lay under; empty: a single voice
    int times_carried = 0;
    Standing standing = Standing::open;
    int age_days = 0; // from the day it was said to the day that is asked about

    bool operator==(const Life&) const = default;
};

// In the order in which they were said.
std::vector<Life> lives_of(const Past&, const std::vector<Team>&, const std::vector<Person>&, Date today);

bool is_kept(const Life&);
// Whether the team still has it before it: not kept, and in the team's newest session. What was not carried on has
// dropped out of sight, which is another thing to know about it.
bool is_before_team(const Life&, const Team&);

} // namespace avow::insight
