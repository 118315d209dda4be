// One person's one-on-one, as a value: what they said and what came of it over all sessions of their team, what they are
// owed, and what could be asked. Made of their own words; nothing in here scores or ranks anybody.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::insight {

// Sessions of one team, the oldest first, and the person in each that has them: by id, or else by name.
struct Traced {
    std::vector<const Session*> sessions;
    std::vector<const Participant*> as; // in the same order
};

// A wording with its proposer's name in place of an id.
struct AgreedBeside {
    std::string text;
    Date date;
    std::string proposed_by;
    bool is_agreed = false;
    std::string why;

    bool operator==(const AgreedBeside&) const = default;
};

struct AgendaItem {
    AccountabilityId id;
    std::string statement; // byte for byte as it was said
    Date said_on;
    std::vector<AgreedBeside> wordings; // the oldest first
    std::string theme;                  // its title; empty: a single voice
    std::vector<CheckIn> answers;       // one a day, the oldest first
    int times_carried = 0;
    std::optional<Date> due;
    std::string evidence;
    std::string measure;
    std::string if_then;
    std::string first_step;
    std::string help; // as asked
    bool is_lent = false;
    std::vector<std::string> questions; // built from what is missing; of a confidence never the number

    bool operator==(const AgendaItem&) const = default;
};

// Why something was kept in part or not at all, in the person's words.
struct Obstacle {
    Date date;
    Outcome outcome = Outcome::part;
    std::string reason;
    std::string statement;

    bool operator==(const Obstacle&) const = default;
};

// What somebody else is to do: a leader's open promise that names the person or the team, or help that was asked for.
struct Owed {
    std::string who; // empty: as the words say
    std::string words;
    Date since;
    std::optional<Date> due;
    std::string for_what;     // the person's statement that the help is for; empty for a promise
    bool is_promised = false; // somebody owns the help by now: these are their words

    bool operator==(const Owed&) const = default;
};

// How a colleague keeps something alike, lent by them.
struct Tactic {
    std::string who;
    std::string statement;
    Date kept_on;
    std::string shown; // what there was to show
    std::string if_then;
    std::string first_step;

    bool operator==(const Tactic&) const = default;
};

struct AgendaContract {
    std::string statement;
    SuccessContract contract;
    ContractState state = ContractState::open; // on the day of the one-on-one

    bool operator==(const AgendaContract&) const = default;
};

struct Agenda {
    std::string person;
    std::string team;
    Date today;
    std::size_t sessions = 0; // that have the person, and were held
    Date last_session;
    std::optional<Date> last_in_room;
    std::vector<AgendaItem> open;      // what was missed most first, then the oldest
    std::vector<AgendaItem> closed;    // kept; the latest first
    std::vector<std::size_t> came_due; // of open, by place
    std::size_t answered_since = 0;    // check-ins on the day of the last session or after it
    std::size_t reworded_since = 0;
    std::vector<Obstacle> obstacles; // the latest first
    std::vector<Owed> owed;
    std::optional<std::size_t> weakest; // of open: what the tactics are for
    std::vector<Tactic> tactics;
    std::vector<std::string> expectations; // what the team knew of them, a sentence each: nobody's own is known
    std::vector<std::string> strengths;    // as the person named them; results of a test are private
    std::vector<AgendaContract> success_contracts;

    bool operator==(const Agenda&) const = default;
};

const CheckIn* last_answer(const AgendaItem&);
int days_open(const AgendaItem&, Date today);

// Whether a role is one that owes the team: a leader, a manager, a head of something.
bool is_leading(std::string_view role);

Agenda agenda_of(const Traced&, Date today);

} // namespace avow::insight
