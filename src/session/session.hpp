// One meeting as a value. Everything a session file means is in here; nothing in here knows a file, a clock or a screen.
// Changes are made by edits (edit.hpp), questions that only read are below and in src/insight.
#pragma once

#include "session/accountability.hpp"
#include "session/date.hpp"
#include "session/expectation.hpp"
#include "session/goal.hpp"
#include "session/id.hpp"
#include "session/objection.hpp"
#include "session/participant.hpp"
#include "session/poll.hpp"
#include "session/theme.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

// Over one of these: a refusal in words, and nothing is lost.
namespace limit {
inline constexpr std::size_t participants = 60;
inline constexpr std::size_t accountabilities = 5'000;
inline constexpr std::size_t statement_characters = 4'000; // Unicode code points; every other text field likewise
inline constexpr std::size_t name_characters = 200;        // of a person, a team, a theme
inline constexpr std::size_t themes = 200;
inline constexpr std::size_t polls = 200;
inline constexpr std::size_t expectations = 60;
inline constexpr std::size_t recall_sheets = 60;
inline constexpr std::size_t recalls = 60; // on a sheet
inline constexpr std::size_t asks = 200;
inline constexpr std::size_t objections = 200;
inline constexpr std::size_t misalignments = 200;
inline constexpr std::size_t assessments = 20; // of a person
inline constexpr std::size_t readings = 200;   // of a contract
inline constexpr int votes = 60 * 200;         // one for each theme from everybody
inline constexpr std::size_t file_bytes = 64u << 20;
inline constexpr int stage_minutes = 600;
} // namespace limit

// A stage foregrounds and sets defaults; it never forbids, and any one can be reached at any time.
enum class Stage { prepare, open, goal, align, write, capture, themes, commit, close };
inline constexpr std::array all_stages = {Stage::prepare, Stage::open,   Stage::goal,   Stage::align, Stage::write,
                                          Stage::capture, Stage::themes, Stage::commit, Stage::close};

std::string_view name_of(Stage);                    // "capture", as on the command line
std::string_view title_of(Stage);                   // "Capture", as on the screen
std::optional<Stage> stage_named(std::string_view); // the whole name or a unique beginning, case aside

struct PlannedStage {
    Stage stage = Stage::prepare;
    int minutes = 0; // 0: no clock runs at this stage

    bool operator==(const PlannedStage&) const = default;
};

struct Session {
    SessionId id; // empty until the desk has given one
    std::string team;
    Date date;
    Stage stage = Stage::prepare;
    Moment stage_since;             // when the present stage was reached; its clock counts from here
    std::vector<PlannedStage> plan; // one entry for each stage that is given minutes, in stage order
    Goal goal;
    std::optional<Date> next_date;                // when the account will be given
    std::vector<Participant> participants;        // in seat order
    std::vector<Accountability> accountabilities; // in the order they were said
    std::vector<Accountability> carried; // from earlier sessions of the team, to be answered for; each has a lineage
    std::vector<Theme> themes;
    std::vector<Expectation> expectations;
    std::vector<Ask> asks;
    std::vector<Objection> objections;
    std::vector<Parked> parked;
    std::vector<std::string> agreements;
    std::vector<Poll> polls;                // in the order they were asked
    std::optional<ParticipantId> leader;    // whose expectations are tested at Align
    std::optional<Seal> seal;               // of the expectations; none: they can still be changed
    std::vector<RecallSheet> recall_sheets; // by id
    std::optional<int> team_guess;          // how often the expectations will have been named, over all sheets
    std::vector<Misalignment> misalignments;
    std::string request; // what the brief asks of its reader

    bool operator==(const Session&) const = default;
};

// The plan a new session starts with: minutes for each stage of a 45-minute workshop of twelve.
std::vector<PlannedStage> usual_plan();
int minutes_of(const Session&, Stage); // 0 when the plan says nothing

const Participant* find(const Session&, const ParticipantId&);
const Accountability* find(const Session&, const AccountabilityId&); // said here or carried
const Theme* find(const Session&, const ThemeId&);
const Poll* find(const Session&, const PollId&);
const Expectation* find(const Session&, const ExpectationId&);
const Recall* find(const Session&, const RecallId&); // on whichever sheet
const Ask* find(const Session&, const AskId&);
const Objection* find(const Session&, const ObjectionId&);
const Misalignment* find(const Session&, const MisalignmentId&);

std::string_view title_of(AskKind);         // "Stop", "Start", "Continue"
std::string_view asked_to(AskKind);         // "stop", "start", "continue"
std::string name_of_leader(const Session&); // their first name; "the leader" while nobody is named
bool is_sealed(const Session&);             // the leader's expectations are, and have not been opened
bool is_opened(const Session&);

// How often all expectations together can be named: once a sheet each; while no sheets are in, once by everybody who is
// here but the leader.
int most_namings(const Session&);
int papers_wanted(const Session&); // everybody here writes one but whose expectations they are
int team_size(const Session&);     // all but who leads: of so many the leader guesses

// The participant a person means by `name`: the whole name, else a whole word of it, else a beginning of the name or of
// one of its words; case and accents aside, unless they decide. Nothing when it is nobody or could be several.
const Participant* participant_named(const Session&, std::string_view name);

// What must hold in every session: unique ids, owners and themes that exist, seats in order, dates and limits. The first
// breach as a sentence that names both sides, or nothing. Edits keep it; a reader of files asks it.
std::optional<std::string> breach_of(const Session&);

} // namespace avow
