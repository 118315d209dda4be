// Many sessions as one value: which of them are of one team, and who of their participants is one person, through renames
// and new ids. What became of things is asked in life.hpp. Answers name a session by its place in Past.
#pragma once

#include "session/joins.hpp"
#include "session/session.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace avow::insight {

// What lies in a folder of sessions, by date. Made by past_of, so that whoever asks need not sort or look for copies.
struct Past {
    std::vector<Session> sessions;
    std::vector<std::string> left_out; // in sentences: which session is not told, and why

    bool operator==(const Past&) const = default;
};

// By date; of one day a session after that from which something was brought along to it; then by team and id.
void sort_by_day(std::vector<const Session*>&);

// In that order. Of two copies of a session the one with more in it is kept: a sync program's second copy
// must not make every promise count twice.
Past past_of(std::vector<Session>);

// Without those that have only been begun, which is said: preparing the next meeting makes nobody seen, and no theme missed.
// What was answered in them already stays with what was said.
Past held(Past);

// Sessions of one name, case and accents aside; and those that carry what was said under another name, for a team that is
// renamed still answers for what it said.
struct Team {
    std::string name; // as it was last written
    std::vector<std::string> former_names;
    std::vector<std::size_t> sessions; // by date; never empty

    bool operator==(const Team&) const = default;
};
std::vector<Team> teams_of(const Past&, const Joins& = {});                   // by name
std::vector<std::size_t> team_of_each(const Past&, const std::vector<Team>&); // of each session, its team

bool is_called(const Team&, std::string_view folded_name); // now or before

struct Presence {
    std::size_t session = 0;
    ParticipantId id;

    bool operator==(const Presence&) const = default;
};

// One person through the sessions. The same id is the same person, unless both team and name are others: files made
// elsewhere number their people p1, p2. Else the same name in the same team is, where it names one person only and the
// two never sat in one session. What a person said of it (Joins) holds against all of this.
struct Person {
    std::string name; // as it was last written
    std::vector<std::string> former_names;
    std::vector<Presence> in; // by date; never empty

    bool operator==(const Person&) const = default;
};
std::vector<Person> people_of(const Past&, const std::vector<Team>&, const Joins& = {}); // by first session, then seat

// Of each participant of each session, the place among people_of.
using PersonOf = std::map<std::pair<std::size_t, ParticipantId>, std::size_t>;
PersonOf person_of_each(const std::vector<Person>&);

} // namespace avow::insight
