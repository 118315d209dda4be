// A part of a session to report on: one person's things, one theme's, what was made at one stage, or any of these at once.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <vector>

namespace avow::report {

// All empty: the whole session.
struct Part {
    std::optional<ParticipantId> person;
    std::optional<ThemeId> theme;    // as first or second theme
    std::optional<Stage> stage = {}; // one that has a part (stage_document.hpp)

    bool operator==(const Part&) const = default;
};

bool is_whole(const Part&);
bool holds(const Part&, const Accountability&);
std::vector<const Accountability*> holding(const Part&, std::vector<const Accountability*>);

// The session cut down to the part, still a session: others' accountabilities are gone, and so are the people, themes
// and parked items that nothing left refers to. Who proposed a wording is then written as a name.
Session cut_to(const Part&, Session);

} // namespace avow::report
