// What the engine suggests, as a value the room can look at before it is taken: edits that would do it, and the session
// as it would then be. A proposal never touches what a person placed by hand.
#pragma once

#include "session/edit.hpp"
#include "themes/themes.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace avow::desk {

struct Proposed {
    std::string label;    // as the history would say it: "took the proposed themes"
    std::string question; // as the strip asks: "5 themes and 3 single voices are proposed"
    std::vector<std::string> reasons;
    std::vector<Edit> edits;
    Session preview;
};

using NewId = std::function<std::string()>;

// Themes for everything that is not placed by hand. Nothing when it would change nothing.
std::optional<Proposed> proposed_themes(const Session&, const themes::Knowledge&, const NewId&);

// The best two parts of a theme; taken, the cards of both are placed by hand. Nothing when it holds fewer than two items.
std::optional<Proposed> proposed_split(const Session&, const ThemeId&, const themes::Knowledge&, const NewId&);

// What a person does who merges two themes: the cards of both are placed by hand, so that no later proposal parts them.
std::vector<Edit> merging(const Session&, const ThemeId& from, const ThemeId& into);

// The statements as the engine wants them: hand-placed ones with their theme.
std::vector<themes::Statement> statements_of(const Session&);

} // namespace avow::desk
