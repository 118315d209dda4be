// What a team said in its earlier sessions, and under which themes, for proposals of the one that lies open: only from files
// of the same team, and nothing that it asked to be forgotten.
#pragma once

#include "session/session.hpp"
#include "storage/library.hpp"
#include "themes/themes.hpp"

#include <vector>

namespace avow::desk {

// Of the newest three that are not later than `session`; a file that can't be read teaches nothing.
std::vector<themes::Statement> earlier_said(const Session& session, const std::vector<storage::Listed>& library,
                                            storage::Disk&, const storage::Places&);

} // namespace avow::desk
