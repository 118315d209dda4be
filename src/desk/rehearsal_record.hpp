// What happened in a rehearsal so far, as a value; and which of it the facilitator took in.
#pragma once

#include "desk/rehearsal_words.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace avow::desk {

// What became of one of the statements they bring.
struct Saying {
    int times = 0;               // said so far, two at most
    std::string again;           // the words of the second time
    std::optional<Moment> ended; // of the first time, on the clock of the room

    bool operator==(const Saying&) const = default;
};

// Which accountability holds a statement, and how well.
struct TakenIn {
    std::size_t statement = 0;
    AccountabilityId id;
    Moment at;
    double share = 0; // of its words
    bool is_exact = false;
    bool is_theirs = true; // it stands under the name of who said it
};

// All that the timings are made of, beside the session.
struct RehearsalRecord {
    RehearsalWords words;
    std::vector<ParticipantId> ids;                         // of words.people
    std::vector<Saying> sayings;                            // of words.statements
    std::array<std::int64_t, all_stages.size()> taken_ms{}; // of each stage, without the pauses
    std::int64_t paused_ms = 0;
    std::optional<Moment> capture_began;
    std::vector<std::optional<Moment>> called; // of words.people: first called on by name
    int objections = 0;
    int other_keys = 0; // at Capture: those that typed nothing
    int fastest = 1;
};
std::vector<TakenIn> taken_in(const RehearsalRecord&, const Session&);

// The session a rehearsal begins with: at Goal, everybody there. Its id, team and roles say what it is.
inline constexpr const char* rehearsal_word = "Rehearsal";
Session session_for_rehearsal(const RehearsalWords&, const std::vector<ParticipantId>& ids, Date, Moment);

} // namespace avow::desk
