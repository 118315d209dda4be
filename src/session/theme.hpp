// A named group of accountabilities. Who is in it is written once, on the accountability (`theme`, `second_theme`).
#pragma once

#include "session/id.hpp"

#include <string>
#include <vector>

namespace avow {

struct Theme {
    ThemeId id;
    std::string title;
    bool named_by_hand = false;
    int mark = 0; // which letter, shape and colour: 0 is A; kept for life, so that merging C into A leaves D a D
    std::vector<std::string> former_titles;

    bool operator==(const Theme&) const = default;
};

std::string mark_letter(int mark); // 0 to 25: "A" to "Z", then "AA", "AB" ...

} // namespace avow
