// What is owed to a team: its leader's own promises, help that somebody was asked for by name, things put off that nobody
// has decided on; and whom nobody has seen since.
#pragma once

#include "insight/life.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace avow::insight {

// The role as people write it: "Team leader", "Manager", "Shift lead". Case and accents aside.
bool leads(const Participant&);

// Places among lives_of: what a person who leads has promised and not kept, the oldest first.
std::vector<std::size_t> promises_of_leaders(const Past&, const std::vector<Person>&, const std::vector<Life>&);

// "Marta: the contract dates", asked for something that is not kept yet.
struct HelpAsked {
    std::size_t life = 0; // among lives_of
    std::string of;       // the name as people_of has it, where it is one of the room; else as it was written
    std::string what;
    std::optional<std::size_t> promised = {}; // among lives_of: the promise that answers it, the newest

    bool operator==(const HelpAsked&) const = default;
};
// Help that names somebody: before a colon, or as a whole. The oldest first.
std::vector<HelpAsked> help_asked(const Past&, const std::vector<Person>&, const std::vector<Life>&);

// Whether whoever leads the session has promised anything in it, or carries a promise into it; true where nobody does.
bool leader_has_promised(const Session&);

struct ParkedLife {
    Parked item;
    std::size_t team = 0;
    std::string owner; // empty: nobody's
    int age_days = 0;
    bool is_before_team = false; // in the team's newest session; else it was put away there or left behind

    bool operator==(const ParkedLife&) const = default;
};
// By team, the oldest first. The same id, or the same words in one team, is the same thing put off.
std::vector<ParkedLife> parked_of(const Past&, const std::vector<Team>&, const std::vector<Person>&, Date today);

// Somebody of a team who was in the room once, and not in its newest session.
struct Unseen {
    std::size_t person = 0; // among people_of
    std::size_t team = 0;
    Date last_seen;
    int sessions_since = 0;

    bool operator==(const Unseen&) const = default;
};
std::vector<Unseen> unseen_since(const Past&, const std::vector<Team>&, const std::vector<Person>&);

} // namespace avow::insight
