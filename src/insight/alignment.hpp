// How far the room and its leader are of one mind on what is expected, as counts: each with what it is out of, and never
// blended into a score. Asked of sheets that have no owner, so nobody can be told apart by it, and of ids: no word of a
// sealed expectation is in here.
#pragma once

#include "session/session.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace avow::insight {

// Of one expectation, in sheets. A sheet that names it twice counts once, by the recall of it that both judged highest.
struct Recalled {
    ExpectationId id;
    int recalled = 0;         // name it
    int judged = 0;           // of those, with a recall of it that both have judged
    int understood = 0;       // of those, wholly by both
    int partly = 0;           // of those, at least partly by both, and not wholly
    std::optional<int> guess; // the leader's, made before: how many will name it
    int guess_of = 0;         // of so many people: more than sheets, where somebody handed in none

    bool operator==(const Recalled&) const = default;
};

// Recalls that the leader and a colleague have both judged, and those of which they say the same.
struct JudgedAlike {
    int alike = 0;
    int of = 0;
    std::optional<double> kappa; // 1 of one mind, 0 as by chance, below it less; nothing of fewer than least_judged

    bool operator==(const JudgedAlike&) const = default;
};

inline constexpr int least_judged = 8; // of fewer, chance agrees too often (as of raters: agreement.hpp)

struct Alignment {
    int sheets = 0;                     // n: the people who wrote, with those who named nothing
    std::vector<Recalled> expectations; // in the session's order
    int known = 0;                      // all `recalled` together, of most_known()
    int understood = 0;                 // all `understood` together, of known
    int partly = 0;
    int guessed = 0;               // the leader's guesses together
    int guesses = 0;               // how many of the expectations have one
    int known_of_guessed = 0;      // `recalled` of those alone: what `guessed` is held against
    int guess_of = 0;              // people each of those was made of
    std::optional<int> team_guess; // made before as well
    int team_guess_of = 0;         // what all who were to write could have named
    int recalls = 0;               // on all sheets
    int phantoms = 0;              // of them, believed and never meant
    int sheets_with_phantoms = 0;
    int undecided = 0; // of them, neither matched nor a phantom yet
    JudgedAlike judges;

    // E x N: each expectation once on each sheet.
    int most_known() const { return sheets * static_cast<int>(expectations.size()); }

    bool operator==(const Alignment&) const = default;
};

// What is counted of a seal that is not opened: sheets and recalls, all undecided, without any guess of the leader's.
Alignment alignment_of(const Session&);

// The same expectation in several sessions.
struct AlignmentThread {
    struct Once {
        std::size_t session = 0; // among AlignmentOverTime::sessions
        Recalled count;

        bool operator==(const Once&) const = default;
    };
    ExpectationId id;
    std::string text; // as it was last written
    std::vector<Once> in;

    bool operator==(const AlignmentThread&) const = default;
};

struct AlignedSession {
    Date date;
    Alignment alignment;

    bool operator==(const AlignedSession&) const = default;
};

struct AlignmentOverTime {
    std::vector<AlignedSession> sessions;
    std::vector<AlignmentThread> threads; // as they first came up

    bool operator==(const AlignmentOverTime&) const = default;
};

// Of one team's sessions, by date: those whose seal was opened and that have sheets.
AlignmentOverTime alignment_over_time(const std::vector<const Session*>&);

// Two of those side by side, on the expectations that both have.
struct SameItems {
    int items = 0;
    int known_before = 0; // of items x sheets then
    int of_before = 0;
    int known_after = 0;
    int of_after = 0;

    bool operator==(const SameItems&) const = default;
};
SameItems on_the_same_items(const AlignmentOverTime&, std::size_t first, std::size_t second);

} // namespace avow::insight
