// What one person said they will be accountable for, and the life of it. The statement is the words as spoken: no edit
// changes it. What is agreed later stands beside it as a chain of wordings.
#pragma once

#include "session/check_in.hpp"
#include "session/contract.hpp"
#include "session/date.hpp"
#include "session/id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow {

struct Wording {
    std::string text;
    Date date;
    std::string proposed_by; // a participant's id, or words for somebody who was not in the room ("coach")
    bool agreed = false;     // the owner's yes
    std::string why;

    bool operator==(const Wording&) const = default;
};

// Who put an accountability where it is. What a person placed by hand, a proposal never moves.
enum class Placed { nobody, proposal, hand };

// Of what was said in an earlier session of the team and is to be answered for in this one. It keeps its id from session
// to session, so that what came of it can be followed.
struct Lineage {
    SessionId session; // in which it was said
    Date said_on;
    int times_carried = 1; // into how many sessions since
    std::string theme;     // the title it last lay under; empty: a single voice

    bool operator==(const Lineage&) const = default;
};

struct Accountability {
    AccountabilityId id;
    ParticipantId owner;
    std::string statement;
    Moment said_at;
    std::vector<Wording> wordings;
    std::optional<Date> due;
    std::string evidence;
    std::string measure;
    std::string if_then;
    std::string first_step;
    std::string strength;
    std::string help;             // as asked: "Marta: the contract dates"
    int confidence = 0;           // private; 1 to 10, 0 when not asked
    std::optional<ThemeId> theme; // none: a single voice
    std::optional<ThemeId> second_theme;
    Placed placed = Placed::nobody;
    std::optional<Moment> confirmed_at; // read aloud to the owner and confirmed
    std::vector<CheckIn> check_ins;
    std::optional<AccountabilityId> shown_with; // says nearly the same; read from one card while both lie together
    std::optional<Lineage> lineage;             // none: said in this session
    bool is_lent = false;                       // the owner lets colleagues read in their one-on-ones how it is done
    std::optional<SuccessContract> contract;
    std::optional<AccountabilityId> helps; // whose request for help it answers
    std::optional<AskId> answers;          // which ask of the other side

    bool operator==(const Accountability&) const = default;
};

// What holds now: the newest wording the owner agreed to, else the statement.
const std::string& words_of(const Accountability&);

} // namespace avow
