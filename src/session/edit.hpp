// EVERY change a person can make to a session, one struct each: the vocabulary of the app. An edit carries all it needs
// (ids, dates), so that applying it asks no clock, no random and no disk, and replaying a log gives the same session.
// To add one: its struct and its place in EveryEdit here, its line in edit_each.hpp, its three functions in the edit_*.cpp of
// its noun, its fields in storage/archive_edits.cpp; one of it for the tests in tests/support/random_edits.cpp and
// tests/storage/given.cpp.
#pragma once

#include "session/boxed.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <variant>

namespace avow {

// One line each, so that the vocabulary is read at a glance.
// clang-format off

// --- Prepare -----------------------------------------------------------------------------------------------------
struct NameTeam { std::string team; bool operator==(const NameTeam&) const = default; };
struct SetDate { Date date; bool operator==(const SetDate&) const = default; };
struct StateGoal { Goal goal; bool operator==(const StateGoal&) const = default; };
struct PlanStage { Stage stage; int minutes = 0; bool operator==(const PlanStage&) const = default; };
struct WelcomeParticipant { // takes the first seat that is free after the last one taken
    ParticipantId id; std::string name; std::string role;
    bool operator==(const WelcomeParticipant&) const = default;
};
struct RenameParticipant { ParticipantId id; std::string name; bool operator==(const RenameParticipant&) const = default; };
struct GiveRole { ParticipantId id; std::string role; bool operator==(const GiveRole&) const = default; };
struct SeatParticipant { // moves to the place of `seat` in the row; the others close up, seats are 1 to n again
    ParticipantId id; int seat = 0;
    bool operator==(const SeatParticipant&) const = default;
};
struct NoteStrength { ParticipantId id; std::string strength; bool operator==(const NoteStrength&) const = default; };
struct RemoveParticipant { ParticipantId id; bool operator==(const RemoveParticipant&) const = default; };

// --- Any stage ---------------------------------------------------------------------------------------------------
struct GoToStage { Stage stage; Moment at; bool operator==(const GoToStage&) const = default; };
struct NoteAttendance { ParticipantId id; Attendance attendance; bool operator==(const NoteAttendance&) const = default; };
struct ParkItem { Parked item; bool operator==(const ParkItem&) const = default; };
struct SettleParked { ParkedId id; bool operator==(const SettleParked&) const = default; };
struct AskRoom { Poll poll; bool operator==(const AskRoom&) const = default; }; // whole: all that the room answered
struct CorrectAnswer { // no value: they gave none
    PollId id; ParticipantId who; std::optional<int> value;
    bool operator==(const CorrectAnswer&) const = default;
};

// --- Align: the leader's expectations, sealed, and what the room takes them for ----------------------------------
struct NameLeader { std::optional<ParticipantId> leader; bool operator==(const NameLeader&) const = default; };
struct ExpectThat { Expectation expectation; bool operator==(const ExpectThat&) const = default; }; // a new one, or other words or another guess under its id
struct DropExpectation { ExpectationId id; bool operator==(const DropExpectation&) const = default; };
struct SealExpectations { std::string fingerprint; std::string nonce; Moment at; bool operator==(const SealExpectations&) const = default; };
struct OpenSeal { Moment at; bool operator==(const OpenSeal&) const = default; };
struct GuessByTeam { std::optional<int> namings; bool operator==(const GuessByTeam&) const = default; };
struct HandInRecalls { // all sheets at once, and all by their ids: no log shows in which order they were typed
    std::vector<RecallSheet> sheets; bool operator==(const HandInRecalls&) const = default;
};
struct TakeBackRecalls { bool operator==(const TakeBackRecalls&) const = default; };
struct MatchRecall { // neither: not decided
    RecallId id; std::optional<ExpectationId> meant; bool is_phantom = false;
    bool operator==(const MatchRecall&) const = default;
};
enum class Judge { leader, colleague };
struct JudgeRecall { RecallId id; Judge who; std::optional<int> value; bool operator==(const JudgeRecall&) const = default; };
struct NameMisalignment { Misalignment misalignment; bool operator==(const NameMisalignment&) const = default; };
struct TakeBackMisalignment { MisalignmentId id; bool operator==(const TakeBackMisalignment&) const = default; };

// --- Align: what each side asks of the other, and reasons not to -------------------------------------------------
struct AskOther { Ask ask; bool operator==(const AskOther&) const = default; };
struct AnswerAsk { AskId id; std::string answer; bool operator==(const AnswerAsk&) const = default; };
struct CheckAsk { AskId id; CheckIn check_in; bool operator==(const CheckAsk&) const = default; };
struct TakeBackAsk { AskId id; bool operator==(const TakeBackAsk&) const = default; };
struct RaiseObjection { ObjectionId id; std::string text; bool operator==(const RaiseObjection&) const = default; };
struct AnswerObjection { // all of its answer; with nothing in it, the objection is open again
    ObjectionId id; std::string who_answers; std::string answer; AnswerKind kind = AnswerKind::none; std::string amount;
    bool operator==(const AnswerObjection&) const = default;
};
struct TakeBackObjection { ObjectionId id; bool operator==(const TakeBackObjection&) const = default; };
struct StateRequest { std::string text; bool operator==(const StateRequest&) const = default; };

// --- A person's strengths and plans ------------------------------------------------------------------------------
struct TakeBackStrength { ParticipantId id; std::string strength; bool operator==(const TakeBackStrength&) const = default; };
struct NoteAssessment { ParticipantId id; Assessment assessment; bool operator==(const NoteAssessment&) const = default; }; // takes the place of the one of its name
struct TakeBackAssessment { ParticipantId id; std::string name; bool operator==(const TakeBackAssessment&) const = default; };
enum class PlanHalf { work, life };
struct WritePlan { ParticipantId id; PlanHalf half; std::string text; bool operator==(const WritePlan&) const = default; };

// --- Capture -----------------------------------------------------------------------------------------------------
struct SayStatement {
    AccountabilityId id; ParticipantId owner; std::string statement; Moment said_at;
    bool operator==(const SayStatement&) const = default;
};
struct TakeBackStatement { AccountabilityId id; bool operator==(const TakeBackStatement&) const = default; };
struct CorrectOwner { AccountabilityId id; ParticipantId owner; bool operator==(const CorrectOwner&) const = default; };
struct PassTurn { ParticipantId id; bool operator==(const PassTurn&) const = default; };

// --- Themes ------------------------------------------------------------------------------------------------------
struct MakeTheme { ThemeId id; std::string title; bool named_by_hand = false; bool operator==(const MakeTheme&) const = default; };
struct NameTheme { ThemeId id; std::string title; bool operator==(const NameTheme&) const = default; }; // by hand
struct PlaceInTheme { // no theme: kept as a single voice
    AccountabilityId id; std::optional<ThemeId> theme; Placed placed = Placed::hand;
    bool operator==(const PlaceInTheme&) const = default;
};
struct AddSecondTheme { AccountabilityId id; std::optional<ThemeId> theme; bool operator==(const AddSecondTheme&) const = default; };
struct MergeThemes { ThemeId from; ThemeId into; bool operator==(const MergeThemes&) const = default; };
struct DissolveTheme { // its items become single voices, or stay in their second theme
    ThemeId id; bool operator==(const DissolveTheme&) const = default;
};
struct ShowTogether { // both are kept and counted, and read from the card of `with`; none: shown alone again
    AccountabilityId id; std::optional<AccountabilityId> with;
    bool operator==(const ShowTogether&) const = default;
};

// --- Commit ------------------------------------------------------------------------------------------------------
struct AgreeWording { AccountabilityId id; Wording wording; bool operator==(const AgreeWording&) const = default; };
struct SetDueDate { AccountabilityId id; std::optional<Date> due; bool operator==(const SetDueDate&) const = default; };
enum class Detail { evidence, measure, if_then, first_step, strength, help };
struct NoteDetail { AccountabilityId id; Detail detail; std::string text; bool operator==(const NoteDetail&) const = default; };
struct RateConfidence { AccountabilityId id; int confidence = 0; bool operator==(const RateConfidence&) const = default; };
struct SetContract { // without readings: those there are stay
    AccountabilityId id; std::optional<SuccessContract> contract; bool operator==(const SetContract&) const = default;
};
struct NoteReading { AccountabilityId id; MetricReading reading; bool operator==(const NoteReading&) const = default; }; // the one of its day
struct AnswerHelp { // whose request for help it answers, and which ask
    AccountabilityId id; std::optional<AccountabilityId> helps; std::optional<AskId> ask;
    bool operator==(const AnswerHelp&) const = default;
};
struct ConfirmReadBack { AccountabilityId id; Moment at; bool operator==(const ConfirmReadBack&) const = default; };

// --- Close and afterwards ----------------------------------------------------------------------------------------
struct CarryOver { Boxed<Accountability> item; bool operator==(const CarryOver&) const = default; }; // from an earlier session, with its lineage
struct LendPractice { AccountabilityId id; bool is_lent = true; bool operator==(const LendPractice&) const = default; };
struct SetNextDate { std::optional<Date> date; bool operator==(const SetNextDate&) const = default; };
struct AddCheckIn { AccountabilityId id; CheckIn check_in; bool operator==(const AddCheckIn&) const = default; };

// clang-format on

using EveryEdit =
    std::variant<NameTeam, SetDate, StateGoal, PlanStage, WelcomeParticipant, RenameParticipant, GiveRole,
                 SeatParticipant, NoteStrength, RemoveParticipant, GoToStage, NoteAttendance, ParkItem, SettleParked,
                 SayStatement, TakeBackStatement, CorrectOwner, PassTurn, MakeTheme, NameTheme, PlaceInTheme,
                 AddSecondTheme, MergeThemes, DissolveTheme, ShowTogether, AgreeWording, SetDueDate, NoteDetail,
                 RateConfidence, ConfirmReadBack, SetNextDate, AddCheckIn, CarryOver, LendPractice, AskRoom,
                 CorrectAnswer, NameLeader, ExpectThat, DropExpectation, SealExpectations, OpenSeal, GuessByTeam,
                 HandInRecalls, TakeBackRecalls, MatchRecall, JudgeRecall, NameMisalignment, TakeBackMisalignment,
                 AskOther, AnswerAsk, CheckAsk, TakeBackAsk, RaiseObjection, AnswerObjection, TakeBackObjection,
                 StateRequest, TakeBackStrength, NoteAssessment, TakeBackAssessment, WritePlan, SetContract,
                 NoteReading, AnswerHelp>;

// One of them. How it is copied, moved and ended stands in edit.cpp: a variant of sixty kinds would bring that code into
// every source that hands an edit on.
class Edit : public EveryEdit {
public:
    Edit();
    using EveryEdit::EveryEdit;
    Edit(const Edit&);
    Edit(Edit&&) noexcept;
    Edit& operator=(const Edit&);
    Edit& operator=(Edit&&) noexcept;
    ~Edit();

    bool operator==(const Edit&) const;
};

// Why an edit cannot be done now, in a sentence a person can act on.
struct Refusal {
    std::string sentence;

    bool operator==(const Refusal&) const = default;
};

std::optional<Refusal> why_not(const Session&, const Edit&);
Session apply(Session, const Edit&); // asserts that why_not had nothing to say; avow::apply, or std::apply is found too
std::string sentence(const Session& before, const Edit&); // for the history: "Ana said “I call them back”"

// Both in one, for long logs: makes the change, or says why not and leaves the session as it was.
std::optional<Refusal> carry_out(Session&, const Edit&);

std::string_view label_of(Detail); // "evidence", "if-then" ...
const std::string& text_of(const Accountability&, Detail);

} // namespace avow
