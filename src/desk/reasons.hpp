// Why each card lies where it lies, as the engine sees a wall: what hands have placed is given, the rest is weighed anew.
#pragma once

#include "session/session.hpp"
#include "themes/themes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow::desk {

struct Lying {
    AccountabilityId card;
    bool is_by_hand = false;
    bool is_alone = false;           // where the engine would have it, as all that follows
    std::string elsewhere;           // the theme the engine would put it into instead; usually empty
    std::vector<std::string> shared; // with its theme, strongest first
    std::string nearest;             // the words most like it
    std::string runner_up;           // the title of the next best theme
    std::vector<std::string> shared_with_runner_up;
    double doubt = 0; // the more, the less sure its place is
};

// In the order of the accountabilities.
std::vector<Lying> reasons_on(const Session&, const themes::Knowledge&);

} // namespace avow::desk
