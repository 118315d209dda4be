// What of a session can be found: every text that somebody said or that was agreed with them, each with who, when and
// under which theme. Not what is private; not what the leader expects while that is sealed; and not what the others wrote on
// their papers, which are nobody's: a turn of phrase that is found again elsewhere could tell whose.
#pragma once

#include "session/session.hpp"

#include <string>
#include <vector>

namespace avow::storage {

struct Spoken {
    Date date;
    std::string who;
    std::string kind;
    std::string words;
    std::string theme;
    AccountabilityId item;
};

// Of what was carried only what was added in this session: the rest is found where it was said.
std::vector<Spoken> spoken_in(const Session&);

} // namespace avow::storage
