// The pages of Align, as the room may see them. What the leader expects is in none of them before the seal is opened; what
// was recalled is there without a name, and nobody's name is in the counts.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow::slide {

// The five steps of the path, and beside it what speaks against it.
enum class AlignStep { misalignments, asks, promises, recall, match, objections };
inline constexpr int steps_of_path = 5;

std::string_view question_of(AlignStep);

// Where the room is within Align. All of it may be shown.
struct AlignPlace {
    AlignStep step = AlignStep::misalignments;
    std::optional<std::size_t> row; // in hand, of a list
    AskFrom side = AskFrom::team;   // whose asks are typed
    int papers_in = 0;              // while they are entered
    int papers = 0;                 // that there will be
    std::string fingerprint;        // as it is shown; empty: nothing is sealed
    bool seal_holds = false;
    std::size_t spot = 0;                  // of the match: the expectations, each recall, the counts
    std::optional<ExpectationId> proposed; // what the recall in hand seems to mean
};

// Lines down a page, some with a heading before them and what there is to say beneath.
struct AlignList {
    struct Row {
        std::string words;
        std::vector<std::string> notes;
        std::string heading; // of the rows from this one on; empty: as before
        bool operator==(const Row&) const = default;
    };
    AlignStep step = AlignStep::misalignments;
    std::string question;
    std::string when_empty;
    std::vector<Row> rows;
    std::optional<std::size_t> focus;
    bool operator==(const AlignList&) const = default;
};

// What each side asks of the other, by kind: the two sides face each other.
struct AlignAsks {
    struct One {
        std::string words;
        std::vector<std::string> notes; // since when, what was answered, who promised
        std::size_t row = 0;            // by which it is in hand
        bool operator==(const One&) const = default;
    };
    struct Kind {
        std::string title;
        std::vector<One> of_team, of_leader;
        bool operator==(const Kind&) const = default;
    };
    std::string question;
    std::string team_asks, leader_asks; // the titles of the columns
    AskFrom side = AskFrom::team;
    std::vector<Kind> kinds;
    std::optional<std::size_t> focus;
    bool operator==(const AlignAsks&) const = default;
};

// The papers are being entered: how many, and by which fingerprint the room will know that nothing was changed meanwhile.
struct Recalling {
    std::string question;
    int in = 0;
    int papers = 0;
    bool is_handed_in = false;
    std::string fingerprint;
    std::string sealed_by; // "What Ines expects is sealed"; where it is not, that it is not
    bool operator==(const Recalling&) const = default;
};

// Before the seal is opened: the fingerprint alone; then what was in it.
struct Unsealed {
    std::string question;
    std::string fingerprint;
    std::string verdict; // of the seal; empty while it is closed
    bool holds = false;
    std::vector<std::string> expectations;
    bool operator==(const Unsealed&) const = default;
};

// One recall beside what was meant. A number is how an expectation is called.
struct Matching {
    std::string words;
    int number = 0;
    int count = 0;
    std::vector<std::string> expectations;
    std::optional<std::size_t> proposed; // among them; while nothing is decided
    std::optional<std::size_t> meant;
    bool is_phantom = false;
    std::optional<int> by_leader, by_colleague;
    bool operator==(const Matching&) const = default;
};

// What came of it: counts side by side, and never one figure made of them.
struct AlignCounts {
    struct Row {
        std::string words;
        int recalled = 0;         // on how many sheets
        int understood = 0;       // of those, wholly by both who judged
        std::optional<int> guess; // the leader's
        bool operator==(const Row&) const = default;
    };
    int sheets = 0;
    int guess_of = 0; // people that the leader guessed of: more than sheets, where somebody handed in none
    std::vector<Row> rows;
    std::vector<std::string> phantoms;
    int undecided = 0;
    int recalled = 0; // over all rows
    int most = 0;     // that could have been
    std::optional<int> leader_guess, team_guess;
    int leader_guess_of = 0, team_guess_of = 0;
    bool operator==(const AlignCounts&) const = default;
};

// Which asks and requests the rows of a page stand for, in its order.
struct AlignRow {
    std::optional<AskId> ask = {};
    std::optional<AccountabilityId> request = {}; // somebody's, for help
    std::optional<MisalignmentId> misalignment = {};
    std::optional<ObjectionId> objection = {};
    std::optional<AccountabilityId> promise = {}; // of the leader
    bool operator==(const AlignRow&) const = default;
};
std::vector<AlignRow> rows_of(const Session&, AlignStep);

// Every recall of every sheet, in the order of their own ids, which are drawn by lot; the spots of the match are these, one
// before and one after them.
std::vector<const Recall*> recalls_of(const Session&);
AlignCounts counts_of(const Session&);

} // namespace avow::slide
