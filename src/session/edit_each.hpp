// The three functions of every edit, by edit, and what they share: checks of text, ids and dates, and ways to name things
// in a sentence. For the edit*.cpp only; everybody else asks edit.hpp.
#pragma once

#include "session/edit.hpp"
#include "session/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace avow::each {

// Called as each::why_not(...): so qualified, a missing one fails to compile instead of finding the one for any Edit.
#define AVOW_THREE_FUNCTIONS_OF(Change)                                                                                \
    std::optional<Refusal> why_not(const Session&, const Change&);                                                     \
    void apply(Session&, const Change&);                                                                               \
    std::string sentence(const Session&, const Change&);

AVOW_THREE_FUNCTIONS_OF(NameTeam)
AVOW_THREE_FUNCTIONS_OF(SetDate)
AVOW_THREE_FUNCTIONS_OF(StateGoal)
AVOW_THREE_FUNCTIONS_OF(PlanStage)
AVOW_THREE_FUNCTIONS_OF(WelcomeParticipant)
AVOW_THREE_FUNCTIONS_OF(RenameParticipant)
AVOW_THREE_FUNCTIONS_OF(GiveRole)
AVOW_THREE_FUNCTIONS_OF(SeatParticipant)
AVOW_THREE_FUNCTIONS_OF(NoteStrength)
AVOW_THREE_FUNCTIONS_OF(RemoveParticipant)
AVOW_THREE_FUNCTIONS_OF(GoToStage)
AVOW_THREE_FUNCTIONS_OF(NoteAttendance)
AVOW_THREE_FUNCTIONS_OF(ParkItem)
AVOW_THREE_FUNCTIONS_OF(SettleParked)
AVOW_THREE_FUNCTIONS_OF(SayStatement)
AVOW_THREE_FUNCTIONS_OF(TakeBackStatement)
AVOW_THREE_FUNCTIONS_OF(CorrectOwner)
AVOW_THREE_FUNCTIONS_OF(PassTurn)
AVOW_THREE_FUNCTIONS_OF(MakeTheme)
AVOW_THREE_FUNCTIONS_OF(NameTheme)
AVOW_THREE_FUNCTIONS_OF(PlaceInTheme)
AVOW_THREE_FUNCTIONS_OF(AddSecondTheme)
AVOW_THREE_FUNCTIONS_OF(MergeThemes)
AVOW_THREE_FUNCTIONS_OF(DissolveTheme)
AVOW_THREE_FUNCTIONS_OF(ShowTogether)
AVOW_THREE_FUNCTIONS_OF(AgreeWording)
AVOW_THREE_FUNCTIONS_OF(SetDueDate)
AVOW_THREE_FUNCTIONS_OF(NoteDetail)
AVOW_THREE_FUNCTIONS_OF(RateConfidence)
AVOW_THREE_FUNCTIONS_OF(ConfirmReadBack)
AVOW_THREE_FUNCTIONS_OF(SetNextDate)
AVOW_THREE_FUNCTIONS_OF(AddCheckIn)
AVOW_THREE_FUNCTIONS_OF(CarryOver)
AVOW_THREE_FUNCTIONS_OF(LendPractice)
AVOW_THREE_FUNCTIONS_OF(AskRoom)
AVOW_THREE_FUNCTIONS_OF(CorrectAnswer)
AVOW_THREE_FUNCTIONS_OF(NameLeader)
AVOW_THREE_FUNCTIONS_OF(ExpectThat)
AVOW_THREE_FUNCTIONS_OF(DropExpectation)
AVOW_THREE_FUNCTIONS_OF(SealExpectations)
AVOW_THREE_FUNCTIONS_OF(OpenSeal)
AVOW_THREE_FUNCTIONS_OF(GuessByTeam)
AVOW_THREE_FUNCTIONS_OF(HandInRecalls)
AVOW_THREE_FUNCTIONS_OF(TakeBackRecalls)
AVOW_THREE_FUNCTIONS_OF(MatchRecall)
AVOW_THREE_FUNCTIONS_OF(JudgeRecall)
AVOW_THREE_FUNCTIONS_OF(NameMisalignment)
AVOW_THREE_FUNCTIONS_OF(TakeBackMisalignment)
AVOW_THREE_FUNCTIONS_OF(AskOther)
AVOW_THREE_FUNCTIONS_OF(AnswerAsk)
AVOW_THREE_FUNCTIONS_OF(CheckAsk)
AVOW_THREE_FUNCTIONS_OF(TakeBackAsk)
AVOW_THREE_FUNCTIONS_OF(RaiseObjection)
AVOW_THREE_FUNCTIONS_OF(AnswerObjection)
AVOW_THREE_FUNCTIONS_OF(TakeBackObjection)
AVOW_THREE_FUNCTIONS_OF(StateRequest)
AVOW_THREE_FUNCTIONS_OF(TakeBackStrength)
AVOW_THREE_FUNCTIONS_OF(NoteAssessment)
AVOW_THREE_FUNCTIONS_OF(TakeBackAssessment)
AVOW_THREE_FUNCTIONS_OF(WritePlan)
AVOW_THREE_FUNCTIONS_OF(SetContract)
AVOW_THREE_FUNCTIONS_OF(NoteReading)
AVOW_THREE_FUNCTIONS_OF(AnswerHelp)

#undef AVOW_THREE_FUNCTIONS_OF

// --- Refusals ----------------------------------------------------------------------------------------------------

Refusal unchanged(std::string_view noun); // "The goal is that already."
Refusal unknown_participant();
Refusal unknown_accountability();
Refusal unknown_theme();
Refusal unknown_ask();
Refusal invalid_date(std::string_view noun);
std::optional<Refusal> not_said_here(const Session&,
                                     const AccountabilityId&); // unknown, or carried from an earlier session
std::optional<Refusal> unfit_moment(Moment);
std::optional<Refusal> unfit_id(std::string_view id, bool is_used);

// What a field is called and how much it holds.
struct Field {
    std::string_view noun;  // "statement"
    std::string_view holds; // "a statement holds"
    std::size_t most = limit::statement_characters;
    std::string_view if_longer = "Shorten it.";
};
std::optional<Refusal> unfit_words(const Field&, std::string_view text); // may be empty
std::optional<Refusal> missing_or_unfit_words(const Field&, std::string_view text);
std::optional<Refusal> unfit_check_in(const std::vector<CheckIn>& before, const CheckIn&);
bool is_hex(std::string_view text, std::size_t digits); // so many of them, lower-case

// --- Words for sentences -----------------------------------------------------------------------------------------

std::string shortened(std::string_view text);              // to some sixty characters, with "…"
std::string quoted(std::string_view text);                 // “…”, shortened
std::string name_in(const Session&, const ParticipantId&); // "Ana"; "Ana (seat 3)" when there are two
std::string title_in(const Session&, const ThemeId&);
std::string words_in(const Session&, const AccountabilityId&); // quoted
std::string_view word_for(Outcome);

// --- Things an edit is about to change; each must be there ---------------------------------------------------------

Participant& the(Session&, const ParticipantId&);
Accountability& the(Session&, const AccountabilityId&);
Theme& the(Session&, const ThemeId&);
Recall& the(Session&, const RecallId&);
Ask& the(Session&, const AskId&);
Objection& the(Session&, const ObjectionId&);

} // namespace avow::each
