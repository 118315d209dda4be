// Themes: from what people said to the groups a room recognises. The engine's only door: statements in, a proposal out.
// Pure, and the same for the same statements in any order; knows no session, disk, clock or chance.
#pragma once

#include "themes/concepts.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::themes {

// Something a person said. `theme` is the key of the theme a person put it under: there it stays, and it teaches what
// that theme is about. Keys are opaque, never read as words.
struct Statement {
    std::string id;
    std::string text;
    std::optional<std::string> theme;

    bool operator==(const Statement&) const = default;
};

// Where a statement lay in the last proposal: under a theme, or alone.
struct Placement {
    std::string id;
    std::optional<std::string> theme;
    std::string label; // of that theme; empty where the statement was alone

    bool operator==(const Placement&) const = default;
};

// What people taught beyond where they put statements.
struct Taught {
    std::map<std::string, std::string> names;      // of themes a person named, by key: the words say what belongs there
    std::vector<std::vector<std::string>> refused; // statements, by id, that a person did not want as one theme
    // Said by the same team in earlier sessions; `theme` is the title it then lay under, which a theme that comes again takes
    // over. Their ids say nothing, and they are in no proposal.
    std::vector<Statement> earlier;

    bool operator==(const Taught&) const = default;
};

// All indices are positions among the statements given. Members are in that order.
struct Theme {
    std::string key;
    std::string label; // 1 to 7 words that members said; no two themes of a proposal read alike
    std::vector<std::size_t> members;
    std::vector<std::size_t> sure; // those of them the engine would vouch for together; none or two and more
    std::size_t quote = 0;         // the member that says best what all say
    std::vector<std::string>
        shared; // what holds it together, strongest first: words people said as “ring” or “ring”/“phone”, a purpose bare

    bool operator==(const Theme&) const = default;
};

// Why a statement lies where it lies, and why not elsewhere. Closeness is 0 (no more alike than any two statements of
// this room) to 1 (the same words).
struct Reason {
    std::vector<std::string> shared; // with its theme, strongest first
    std::optional<std::size_t> nearest_statement;
    double closeness = 0;                       // to its theme; of a single voice, to the nearest theme
    std::optional<std::size_t> runner_up_theme; // where it would lie otherwise: an index into the proposal's themes
    double runner_up_closeness = 0;
    std::vector<std::string> shared_with_runner_up;
    bool is_placed_by_hand = false;
    std::optional<std::size_t> second_theme; // it says a second thing, which belongs there: an index like the runner-up

    bool operator==(const Reason&) const = default;
};

// Every statement is in one theme or a single voice. Themes are in order of their first member.
struct Proposal {
    std::vector<Theme> themes;
    std::vector<std::size_t> single_voices;
    std::vector<Reason> reasons; // one a statement

    bool operator==(const Proposal&) const = default;
};

// Groups the statements; the number of themes is found, not given. With the last proposal as `previous`, what lies on
// the wall stays unless it is clearly wrong, and a theme that survives keeps its key and, while members still say it,
// its label. Statements a person placed keep their theme whatever the engine thinks, and no theme forms a second time: of
// those refused no two share a theme, unless a person has since put both there.
Proposal propose(const std::vector<Statement>& statements, const Knowledge& knowledge,
                 const std::vector<Placement>& previous = {}, const Taught& taught = {});

// The proposal as the next call's `previous`.
std::vector<Placement> placements_of(const Proposal& proposal, const std::vector<Statement>& statements);

// A theme cut in two, both parts titled; their keys are empty because a person decides. Fewer than two members can't be
// cut: nothing then. Indices, in `members` and in the answer, are positions among the statements.
std::optional<std::array<Theme, 2>> propose_split(const std::vector<Statement>& statements,
                                                  const std::vector<std::size_t>& members, const Knowledge& knowledge);

// --- A wall as it stands: `theme` of each statement is where it lies now, whoever put it there ---

// The two themes most alike, by key, for whoever wants fewer; nothing where there are not two.
std::optional<std::array<std::string, 2>> most_alike(const std::vector<Statement>& wall, const Knowledge& knowledge);

// The theme of at least four that is held together least, for whoever wants more; nothing where none is so large.
std::optional<std::string> loosest(const std::vector<Statement>& wall, const Knowledge& knowledge);

// Statements that say nearly the same, two or more together, in the order of their first; wherever they lie.
std::vector<std::vector<std::size_t>> near_duplicates(const std::vector<Statement>& statements,
                                                      const Knowledge& knowledge);

// A statement much like a text. `score` is 0 to 1, and near 1 for the same words.
struct Similar {
    std::size_t index = 0;
    double score = 0;

    bool operator==(const Similar&) const = default;
};

// Statements read once, so that each key typed can be answered. A class because what it holds must fit the statements
// it was made from. The knowledge must outlive it: a lexicon is too large to copy between two keys.
class Prepared {
public:
    Prepared(const std::vector<Statement>& statements, const Knowledge& knowledge);
    ~Prepared();

    // The statement most like the text, or nothing where none is like it enough to mention. Ties go to the first.
    std::optional<Similar> most_similar(std::string_view text) const;

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

// The same for one question.
std::optional<Similar> most_similar(std::string_view text, const std::vector<Statement>& statements,
                                    const Knowledge& knowledge);

} // namespace avow::themes
