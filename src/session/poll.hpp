// What the room answered when it was asked: fingers, confidence, votes, hands, or what could be said back. A poll is kept
// whole once the last answer is in. Whose answer it was is private: it is there to be corrected, and is shown to nobody.
#pragma once

#include "session/date.hpp"
#include "session/id.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

enum class PollKind {
    fingers,    // understanding, 0 to 5 (“fist of five”)
    confidence, // 1 to 10
    votes,      // on themes, so many for each head
    hands,      // for, against, abstaining
    say_back    // a minute after the goal was shown: how many could say its metric, its number and its date
};

struct PollAnswer {
    std::optional<ParticipantId> who; // none: not told, as in what is shared
    int value = 0;

    bool operator==(const PollAnswer&) const = default;
};

struct PollCount { // of what can be chosen, how many chose it
    std::string choice;
    std::optional<ThemeId> theme; // that it was then; the theme may be another by now, or gone
    int count = 0;

    bool operator==(const PollCount&) const = default;
};

struct Poll {
    PollId id;
    PollKind kind = PollKind::fingers;
    std::string question;
    std::optional<AccountabilityId> about; // none: the goal, or what the question says
    Moment asked_at;
    int heads = 0;                   // how many were asked
    int budget = 0;                  // votes for each head; 0 where nobody votes
    std::vector<PollAnswer> answers; // to fingers and confidence; who gave none has none
    std::vector<PollCount> counts;   // of votes, hands and what was said back

    bool operator==(const Poll&) const = default;
};

struct Scale {
    int least = 0;
    int most = 0;

    int size() const { return most - least + 1; }
    bool holds(int value) const { return value >= least && value <= most; }
};

bool is_by_person(PollKind);        // one answer a head; else counts
Scale scale_of(PollKind);           // of one answer
int total_of(const Poll&);          // of its counts
int most_of(const Poll&);           // that the counts may come to
int most_of_one(const Poll&);       // that one of them may come to
int suggested_budget(int themes);   // the square root of them, rounded: few enough to have to choose
std::string_view noun_of(PollKind); // "fingers"

// What can be said back of a goal, in this order: "metric", "number", "date".
inline constexpr std::array<std::string_view, 3> parts_said_back = {"metric", "number", "date"};

} // namespace avow
