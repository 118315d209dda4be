// What the engine suggests, as a value the room can look at before it is taken: edits that would do it, and the session
// as it would then be. A proposal never touches what a person placed by hand.
#pragma once

#include "session/edit.hpp"
#include "themes/themes.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace avow::desk {

// What a proposal is about: the whole wall, or one question to the room.
enum class About { wall, merge, split };

struct Proposed {
    About about = About::wall;
    std::string label;            // as the history would say it: "took the proposed themes"
    std::string question;         // as the strip asks: "5 themes and 3 single voices are proposed"
    std::optional<ThemeId> theme; // of a question: the one to look at
    std::optional<ThemeId> other; // of a merge: the one that would go
    struct Why {
        ThemeId theme;
        std::string words;
    };
    std::vector<Why> reasons;
    std::vector<Edit> edits;
    Session preview;
};

using NewId = std::function<std::string()>;
using Cards = std::vector<AccountabilityId>;

// What a proposal follows and the session does not hold.
struct Learned {
    std::vector<Cards> refused; // themes of proposals before, as the cards they held: nobody wants them again
    std::vector<themes::Statement> earlier; // what the team said in sessions before, with the titles of its themes
};

// Themes for everything that is not placed by hand. Nothing when it would change nothing.
std::optional<Proposed> proposed_themes(const Session&, const themes::Knowledge&, const NewId&, const Learned& = {});

// The best two parts of a theme; taken, the cards of both are placed by hand. Nothing when it holds fewer than two items.
std::optional<Proposed> proposed_split(const Session&, const ThemeId&, const themes::Knowledge&, const NewId&);

// Questions a room has said no to, of a wall as it then stood: asked again only when something lies elsewhere.
struct Declined {
    std::vector<themes::Statement> wall;
    std::vector<std::array<ThemeId, 2>> merges;
    std::vector<ThemeId> splits;
};

// The loosest theme in two, for whoever wants more of them; the two most alike in one, for whoever wants fewer. Asked of
// the wall as it stands, without what was declined; nothing where there is none.
std::optional<Proposed> proposed_finer(const Session&, const themes::Knowledge&, const NewId&, const Declined& = {});
std::optional<Proposed> proposed_coarser(const Session&, const themes::Knowledge&, const Declined& = {});

// The same proposal on a session that hands have changed since, its themes that were refused left out: what is placed by
// hand stays there, all else is as it was proposed. Nothing where nothing of it is left.
std::optional<Proposed> laid_on(const Session&, const Proposed& whole, const std::vector<Cards>& refused);

// What a hand does while a proposal lies on the wall, as one step of the session: a theme it needs and that is only proposed
// is made with the letter it has on the wall. The letter is held by making those before it and dissolving them again.
// Without a theme a new one is made by the edits, and gets the first letter that is free on the wall.
std::vector<Edit> by_hand(const Session&, const Proposed&, const std::vector<Edit>&,
                          const std::optional<ThemeId>& theme);

// A title no theme of the session has yet: the engine keeps its own labels apart, but not from names given by hand.
std::string free_title(const Session&, const std::string& wanted);

// What a person does who merges two themes: the cards of both are placed by hand, so that no later proposal parts them.
std::vector<Edit> merging(const Session&, const ThemeId& from, const ThemeId& into);

// The statements as the engine wants them: hand-placed ones with their theme; or each with the one it lies in.
std::vector<themes::Statement> statements_of(const Session&);
std::vector<themes::Statement> wall_of(const Session&);

// What the engine is shown of a session for a proposal. A voice that a person set apart stays apart: it is not shown.
struct Seen {
    std::vector<themes::Statement> statements;
    std::vector<std::size_t> place_of; // each among the accountabilities
    std::vector<themes::Placement> previous;
    themes::Taught taught;
};
Seen seen_by_engine(const Session&, const Learned& = {});

} // namespace avow::desk
