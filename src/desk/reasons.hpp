// Why each card lies where it lies, as the engine sees a wall: what hands have placed is given, the rest is weighed anew.
#pragma once

#include "desk/proposed.hpp"
#include "session/session.hpp"
#include "themes/themes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow::desk {

struct Lying {
    AccountabilityId card;
    bool is_by_hand = false;
    bool is_alone = false;   // a single voice, as the engine would have it; as all that follows
    bool is_sure = false;    // the engine would vouch for it in the theme it lies in
    bool would_move = false; // the engine would now have it elsewhere
    std::string elsewhere;   // namely in this theme; empty: alone
    std::vector<std::string>
        shared;            // with its theme, strongest first: words of people in quotation marks, a purpose without
    std::string nearest;   // the words most like it
    std::string runner_up; // the title of the next best theme
    std::optional<ThemeId> next_best; // where it would lie if not where it lies; of what would move there, that theme
    std::vector<std::string> shared_with_runner_up;
    double doubt = 0; // the more, the less sure its place is
};

// In the order of the accountabilities.
std::vector<Lying> reasons_on(const Session&, const themes::Knowledge&, const Learned& = {});

// For the room and the command line alike: why here, and why not in the next best theme.
std::string why_here(const Lying&);
std::string why_not_there(const Lying&); // empty where there is no other theme

} // namespace avow::desk
