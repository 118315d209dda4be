// What was promised because somebody asked: of what is carried, then of what was said.
#pragma once

#include "session/session.hpp"

#include <vector>

namespace avow::insight {

std::vector<const Accountability*> promised_for(const Session&, const AskId&);            // as an answer to it
std::vector<const Accountability*> promised_for(const Session&, const AccountabilityId&); // as the help it asks for

} // namespace avow::insight
