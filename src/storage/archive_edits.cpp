// Every edit by its name and its fields by name. A new edit of session/edit.hpp gets its two lines here.
#include "storage/archive.hpp"
#include "storage/archive_fields.hpp"

#include <utility>

namespace avow::storage {

template <>
const Names<Stage>& names_of_all<Stage>();
template <>
const Names<Attendance>& names_of_all<Attendance>();
template <>
const Names<Placed>& names_of_all<Placed>();
template <>
const Names<Outcome>& names_of_all<Outcome>();
template <>
const Names<PollKind>& names_of_all<PollKind>();
template <>
const Names<AskKind>& names_of_all<AskKind>();
template <>
const Names<AskFrom>& names_of_all<AskFrom>();
template <>
const Names<AnswerKind>& names_of_all<AnswerKind>();

template <>
const Names<Judge>& names_of_all<Judge>() {
    static const Names<Judge> names = {{Judge::leader, "leader"}, {Judge::colleague, "colleague"}};
    return names;
}

template <>
const Names<PlanHalf>& names_of_all<PlanHalf>() {
    static const Names<PlanHalf> names = {{PlanHalf::work, "work"}, {PlanHalf::life, "life"}};
    return names;
}

template <>
const Names<Detail>& names_of_all<Detail>() {
    static const Names<Detail> names = {{Detail::evidence, "evidence"}, {Detail::measure, "measure"},
                                        {Detail::if_then, "if_then"},   {Detail::first_step, "first_step"},
                                        {Detail::strength, "strength"}, {Detail::help, "help"}};
    return names;
}

template <class E>
constexpr std::string_view edit_name;

// clang-format off
template <> constexpr std::string_view edit_name<NameTeam> = "NameTeam";
template <class A> void fields(A& a, NameTeam& e) { a("team", e.team); }
template <> constexpr std::string_view edit_name<SetDate> = "SetDate";
template <class A> void fields(A& a, SetDate& e) { a.required("date", e.date); }
template <> constexpr std::string_view edit_name<StateGoal> = "StateGoal";
template <class A> void fields(A& a, StateGoal& e) { a("goal", e.goal); }
template <> constexpr std::string_view edit_name<PlanStage> = "PlanStage";
template <class A> void fields(A& a, PlanStage& e) { a.required("stage", e.stage); a("minutes", e.minutes); }
template <> constexpr std::string_view edit_name<WelcomeParticipant> = "WelcomeParticipant";
template <class A> void fields(A& a, WelcomeParticipant& e) { a.required("id", e.id); a("name", e.name); a("role", e.role); }
template <> constexpr std::string_view edit_name<RenameParticipant> = "RenameParticipant";
template <class A> void fields(A& a, RenameParticipant& e) { a.required("id", e.id); a("name", e.name); }
template <> constexpr std::string_view edit_name<GiveRole> = "GiveRole";
template <class A> void fields(A& a, GiveRole& e) { a.required("id", e.id); a("role", e.role); }
template <> constexpr std::string_view edit_name<SeatParticipant> = "SeatParticipant";
template <class A> void fields(A& a, SeatParticipant& e) { a.required("id", e.id); a.required("seat", e.seat); }
template <> constexpr std::string_view edit_name<NoteStrength> = "NoteStrength";
template <class A> void fields(A& a, NoteStrength& e) { a.required("id", e.id); a("strength", e.strength); }
template <> constexpr std::string_view edit_name<RemoveParticipant> = "RemoveParticipant";
template <class A> void fields(A& a, RemoveParticipant& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<GoToStage> = "GoToStage";
template <class A> void fields(A& a, GoToStage& e) { a.required("stage", e.stage); a.required("at", e.at); }
template <> constexpr std::string_view edit_name<NoteAttendance> = "NoteAttendance";
template <class A> void fields(A& a, NoteAttendance& e) { a.required("id", e.id); a.required("attendance", e.attendance); }
template <> constexpr std::string_view edit_name<ParkItem> = "ParkItem";
template <class A> void fields(A& a, ParkItem& e) { a.required("item", e.item); }
template <> constexpr std::string_view edit_name<SettleParked> = "SettleParked";
template <class A> void fields(A& a, SettleParked& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<SayStatement> = "SayStatement";
template <class A> void fields(A& a, SayStatement& e) { a.required("id", e.id); a.required("owner", e.owner); a.required("statement", e.statement); a.required("said_at", e.said_at); }
template <> constexpr std::string_view edit_name<TakeBackStatement> = "TakeBackStatement";
template <class A> void fields(A& a, TakeBackStatement& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<CorrectOwner> = "CorrectOwner";
template <class A> void fields(A& a, CorrectOwner& e) { a.required("id", e.id); a.required("owner", e.owner); }
template <> constexpr std::string_view edit_name<PassTurn> = "PassTurn";
template <class A> void fields(A& a, PassTurn& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<MakeTheme> = "MakeTheme";
template <class A> void fields(A& a, MakeTheme& e) { a.required("id", e.id); a("title", e.title); a("named_by_hand", e.named_by_hand); }
template <> constexpr std::string_view edit_name<NameTheme> = "NameTheme";
template <class A> void fields(A& a, NameTheme& e) { a.required("id", e.id); a("title", e.title); }
template <> constexpr std::string_view edit_name<PlaceInTheme> = "PlaceInTheme";
template <class A> void fields(A& a, PlaceInTheme& e) { a.required("id", e.id); a("theme", e.theme); a("placed", e.placed); }
template <> constexpr std::string_view edit_name<AddSecondTheme> = "AddSecondTheme";
template <class A> void fields(A& a, AddSecondTheme& e) { a.required("id", e.id); a("theme", e.theme); }
template <> constexpr std::string_view edit_name<MergeThemes> = "MergeThemes";
template <class A> void fields(A& a, MergeThemes& e) { a.required("from", e.from); a.required("into", e.into); }
template <> constexpr std::string_view edit_name<DissolveTheme> = "DissolveTheme";
template <class A> void fields(A& a, DissolveTheme& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<ShowTogether> = "ShowTogether";
template <class A> void fields(A& a, ShowTogether& e) { a.required("id", e.id); a("with", e.with); }
template <> constexpr std::string_view edit_name<AgreeWording> = "AgreeWording";
template <class A> void fields(A& a, AgreeWording& e) { a.required("id", e.id); a.required("wording", e.wording); }
template <> constexpr std::string_view edit_name<SetDueDate> = "SetDueDate";
template <class A> void fields(A& a, SetDueDate& e) { a.required("id", e.id); a("due", e.due); }
template <> constexpr std::string_view edit_name<NoteDetail> = "NoteDetail";
template <class A> void fields(A& a, NoteDetail& e) { a.required("id", e.id); a.required("detail", e.detail); a("text", e.text); }
template <> constexpr std::string_view edit_name<RateConfidence> = "RateConfidence";
template <class A> void fields(A& a, RateConfidence& e) { a.required("id", e.id); a("confidence", e.confidence); }
template <> constexpr std::string_view edit_name<ConfirmReadBack> = "ConfirmReadBack";
template <class A> void fields(A& a, ConfirmReadBack& e) { a.required("id", e.id); a.required("at", e.at); }
template <> constexpr std::string_view edit_name<SetNextDate> = "SetNextDate";
template <class A> void fields(A& a, SetNextDate& e) { a("date", e.date); }
template <> constexpr std::string_view edit_name<AddCheckIn> = "AddCheckIn";
template <class A> void fields(A& a, AddCheckIn& e) { a.required("id", e.id); a.required("check_in", e.check_in); }
template <> constexpr std::string_view edit_name<CarryOver> = "CarryOver";
template <class A> void fields(A& a, CarryOver& e) { a.required("item", *e.item); }
template <> constexpr std::string_view edit_name<LendPractice> = "LendPractice";
template <class A> void fields(A& a, LendPractice& e) { a.required("id", e.id); a("lent", e.is_lent); }
template <> constexpr std::string_view edit_name<AskRoom> = "AskRoom";
template <class A> void fields(A& a, AskRoom& e) { a.required("poll", e.poll); }
template <> constexpr std::string_view edit_name<CorrectAnswer> = "CorrectAnswer";
template <class A> void fields(A& a, CorrectAnswer& e) { a.required("id", e.id); a.required("who", e.who); a("value", e.value); }
template <> constexpr std::string_view edit_name<NameLeader> = "NameLeader";
template <class A> void fields(A& a, NameLeader& e) { a("leader", e.leader); }
template <> constexpr std::string_view edit_name<ExpectThat> = "ExpectThat";
template <class A> void fields(A& a, ExpectThat& e) { a.required("expectation", e.expectation); }
template <> constexpr std::string_view edit_name<DropExpectation> = "DropExpectation";
template <class A> void fields(A& a, DropExpectation& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<SealExpectations> = "SealExpectations";
template <class A> void fields(A& a, SealExpectations& e) { a.required("fingerprint", e.fingerprint); a.required("nonce", e.nonce); a.required("at", e.at); }
template <> constexpr std::string_view edit_name<OpenSeal> = "OpenSeal";
template <class A> void fields(A& a, OpenSeal& e) { a.required("at", e.at); }
template <> constexpr std::string_view edit_name<GuessByTeam> = "GuessByTeam";
template <class A> void fields(A& a, GuessByTeam& e) { a("namings", e.namings); }
template <> constexpr std::string_view edit_name<HandInRecalls> = "HandInRecalls";
template <class A> void fields(A& a, HandInRecalls& e) { a.required("sheets", e.sheets); }
template <> constexpr std::string_view edit_name<TakeBackRecalls> = "TakeBackRecalls";
template <class A> void fields(A&, TakeBackRecalls&) {}
template <> constexpr std::string_view edit_name<MatchRecall> = "MatchRecall";
template <class A> void fields(A& a, MatchRecall& e) { a.required("id", e.id); a("meant", e.meant); a("phantom", e.is_phantom); }
template <> constexpr std::string_view edit_name<JudgeRecall> = "JudgeRecall";
template <class A> void fields(A& a, JudgeRecall& e) { a.required("id", e.id); a.required("who", e.who); a("value", e.value); }
template <> constexpr std::string_view edit_name<NameMisalignment> = "NameMisalignment";
template <class A> void fields(A& a, NameMisalignment& e) { a.required("misalignment", e.misalignment); }
template <> constexpr std::string_view edit_name<TakeBackMisalignment> = "TakeBackMisalignment";
template <class A> void fields(A& a, TakeBackMisalignment& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<AskOther> = "AskOther";
template <class A> void fields(A& a, AskOther& e) { a.required("ask", e.ask); }
template <> constexpr std::string_view edit_name<AnswerAsk> = "AnswerAsk";
template <class A> void fields(A& a, AnswerAsk& e) { a.required("id", e.id); a("answer", e.answer); }
template <> constexpr std::string_view edit_name<CheckAsk> = "CheckAsk";
template <class A> void fields(A& a, CheckAsk& e) { a.required("id", e.id); a.required("check_in", e.check_in); }
template <> constexpr std::string_view edit_name<TakeBackAsk> = "TakeBackAsk";
template <class A> void fields(A& a, TakeBackAsk& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<RaiseObjection> = "RaiseObjection";
template <class A> void fields(A& a, RaiseObjection& e) { a.required("id", e.id); a("text", e.text); }
template <> constexpr std::string_view edit_name<AnswerObjection> = "AnswerObjection";
template <class A> void fields(A& a, AnswerObjection& e) { a.required("id", e.id); a("who_answers", e.who_answers); a("answer", e.answer); a("kind", e.kind); a("amount", e.amount); }
template <> constexpr std::string_view edit_name<TakeBackObjection> = "TakeBackObjection";
template <class A> void fields(A& a, TakeBackObjection& e) { a.required("id", e.id); }
template <> constexpr std::string_view edit_name<StateRequest> = "StateRequest";
template <class A> void fields(A& a, StateRequest& e) { a("text", e.text); }
template <> constexpr std::string_view edit_name<TakeBackStrength> = "TakeBackStrength";
template <class A> void fields(A& a, TakeBackStrength& e) { a.required("id", e.id); a("strength", e.strength); }
template <> constexpr std::string_view edit_name<NoteAssessment> = "NoteAssessment";
template <class A> void fields(A& a, NoteAssessment& e) { a.required("id", e.id); a.required("assessment", e.assessment); }
template <> constexpr std::string_view edit_name<TakeBackAssessment> = "TakeBackAssessment";
template <class A> void fields(A& a, TakeBackAssessment& e) { a.required("id", e.id); a("name", e.name); }
template <> constexpr std::string_view edit_name<WritePlan> = "WritePlan";
template <class A> void fields(A& a, WritePlan& e) { a.required("id", e.id); a.required("half", e.half); a("text", e.text); }
template <> constexpr std::string_view edit_name<SetContract> = "SetContract";
template <class A> void fields(A& a, SetContract& e) { a.required("id", e.id); a("contract", e.contract); }
template <> constexpr std::string_view edit_name<NoteReading> = "NoteReading";
template <class A> void fields(A& a, NoteReading& e) { a.required("id", e.id); a.required("reading", e.reading); }
template <> constexpr std::string_view edit_name<AnswerHelp> = "AnswerHelp";
template <class A> void fields(A& a, AnswerHelp& e) { a.required("id", e.id); a("helps", e.helps); a("ask", e.ask); }
// clang-format on

namespace {

template <std::size_t... I>
bool read_named(Reader& a, std::string_view name, Edit& edit, std::index_sequence<I...>) {
    static_assert((!edit_name<std::variant_alternative_t<I, EveryEdit>>.empty() && ...), "an edit has no name here");
    return (
        (edit_name<std::variant_alternative_t<I, EveryEdit>> == name ? (fields(a, edit.emplace<I>()), true) : false) ||
        ...);
}

void edit_fields(Writer& a, Edit& edit) {
    std::visit(
        [&]<class E>(E& e) {
            a("edit", edit_name<E>);
            fields(a, e);
        },
        edit);
}

void edit_fields(Reader& a, Edit& edit) {
    std::string name;
    a.required("edit", name);
    if (!read_named(a, name, edit, std::make_index_sequence<std::variant_size_v<EveryEdit>>()))
        throw UnknownEdit("\"" + shown(name) + "\" is an edit of a newer Avow");
}

template <class A>
void step_fields(A& a, Step& step) {
    a("label", step.label);
    a.list("edits", step.edits, [&](Edit& edit) { edit_fields(a, edit); });
}

} // namespace

std::string json_of(const Entry& entry, std::uint64_t seq) {
    return written(Privacy::with_private, [&](Writer& a) {
        a("seq", seq);
        a("id", id_of(entry));
        std::visit([&](const auto& kind) { a("at", kind.at); }, entry);
        if (const Step* step = std::get_if<Step>(&entry))
            a.object("step", [&] { step_fields(a, const_cast<Step&>(*step)); }); // a Writer only looks
        else if (const Undo* undo = std::get_if<Undo>(&entry))
            a("undo", undo->step);
        else
            a("redo", std::get<Redo>(entry).step);
    });
}

Logged entry_from(const Scanned& scanned, std::vector<UnknownMember>& unknown) {
    Logged logged;
    read_line_by(scanned, unknown, [&](Reader& a) {
        StepId id;
        Moment at;
        a.required("seq", logged.seq);
        if (logged.seq > most_entries) a.fail_at("seq", std::to_string(logged.seq) + " is out of range");
        a.required("id", id);
        a.required("at", at);
        a.call_root("[" + id.text + "]");
        if (a.has("step")) {
            Step step{id, {}, at, {}};
            a.object("step", [&] { step_fields(a, step); });
            logged.entry = std::move(step);
        } else if (a.has("undo")) {
            Undo undo{id, {}, at};
            a.required("undo", undo.step);
            logged.entry = std::move(undo);
        } else {
            Redo redo{id, {}, at};
            a.required("redo", redo.step);
            logged.entry = std::move(redo);
        }
    });
    return logged;
}

} // namespace avow::storage
