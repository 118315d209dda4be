// What a team knew of what its leader expects, as sentences of counts for a page about one person. Nobody's own sheet is
// known, so the page of each has the same.
#pragma once

#include "session/session.hpp"

#include <string>
#include <vector>

namespace avow::insight {

// Of the newest of these sessions whose seal was opened and that has sheets; nothing where none was. What was missed by all
// comes first, then as the leader has them; then what was believed and never meant.
std::vector<std::string> what_was_expected(const std::vector<const Session*>& oldest_first);

} // namespace avow::insight
