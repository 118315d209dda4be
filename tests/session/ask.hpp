// Short forms for what the tests of edits ask.
#pragma once

#include "session/edit.hpp"

#include <string>

// The refusal in words, or "" when the edit can be made.
inline std::string refusal(const avow::Session& session, const avow::Edit& edit) {
    const auto why = avow::why_not(session, edit);
    return why ? why->sentence : std::string();
}

inline const std::string too_long = std::string(4'001, 'x');
inline const std::string too_long_a_name = std::string(201, 'x');
