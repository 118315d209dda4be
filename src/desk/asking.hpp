// A question put to the room, while its answers are being entered: one digit a person in the order of the seats, or one
// count a choice. Kept as a draft, so that a program that died takes none of it along.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow::storage {
struct Draft;
}

namespace avow::desk {

struct Asking {
    Poll poll;                             // without its answers
    std::vector<ParticipantId> who;        // those here, in seat order; nobody where choices are counted
    std::vector<std::optional<int>> given; // so far, as it was entered; nothing: no answer
    std::optional<int> typed;              // of the count in hand, before Return
    std::optional<Moment> since;           // while the goal is said back: the minute runs from here

    bool operator==(const Asking&) const = default;
};

// Of everybody here. The choices of a vote are the themes, by mark.
Asking asking_of(const Session&, PollKind, std::string question, std::optional<AccountabilityId> about);

std::size_t slots_of(const Asking&); // how many answers or counts it takes
Poll answered(const Asking&);        // with what was given

storage::Draft draft_of(const Asking&);
std::optional<Asking> asking_from(const storage::Draft&, const Session&); // nothing: the draft is of something else

} // namespace avow::desk
