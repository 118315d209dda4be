#include "given.hpp"

#include "storage/seal.hpp"
#include "support/passing.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace avow::storage {

namespace fs = std::filesystem;

Session small_session() {
    Session session;
    session.id = {"small1"};
    session.team = "Front desk";
    session.date = {2026, 11, 21};
    session.participants = {{{"p1"}, "Ana Ruiz", "lead", 1, Attendance::here, 0, {}},
                            {{"p2"}, "Bo", "", 2, Attendance::absent, 1, {"calm"}}};
    Accountability said;
    said.id = {"a1"};
    said.owner = {"p1"};
    said.statement = "I call people back";
    said.said_at = Moment{1'795'271'762'123};
    session.accountabilities.push_back(said);
    return session;
}

Session full_session() {
    Session session = small_session();
    session.id = {"full/..1"};
    session.team = "Kundendienst „Süd“ 🦊 \\ \"quoted\" =1+1";
    session.stage = Stage::commit;
    session.stage_since = Moment{1'795'271'700'000};
    session.plan = {{Stage::goal, 10}, {Stage::capture, 25}};
    session.goal = {"From 3 to 9", "3", "9", Date{2027, 3, 31}, "why us", "why you"};
    session.next_date = Date{2026, 12, 5};
    session.participants[0].strengths = {"clear", "patient"};
    session.participants[0].assessments = {
        {"Talents", {"calm", "order"}, {2026, 10, 1}, Date{2026, 10, 20}, "the hand-over"},
        {"Colours", {}, {2026, 11, 1}, std::nullopt, ""}};
    session.participants[0].plan_work = "to lead the desk";
    session.participants[0].plan_life = "to move to the sea";
    session.participants.push_back({{"p3"}, "محمد", "", 3, Attendance::late, 0, {}});
    session.themes = {{{"t1"}, "Quick answers", true, 2, {"Fast", "Speed"}}, {{"t2"}, "Care", false, 0, {}}};
    Accountability& first = session.accountabilities[0];
    first.wordings = {{"I call back the same day", {2026, 11, 21}, "p1", true, "clearer"},
                      {"I call back within a day", {2026, 11, 22}, "coach", false, ""}};
    first.due = Date{2026, 12, 4};
    first.evidence = "the call list";
    first.measure = "calls a day";
    first.if_then = "if it rings, I pick up";
    first.first_step = "the list";
    first.strength = "patient";
    first.help = "Marta: the contract dates";
    first.confidence = 7;
    first.theme = ThemeId{"t1"};
    first.second_theme = ThemeId{"t2"};
    first.placed = Placed::hand;
    first.confirmed_at = Moment{1'795'271'999'001};
    first.check_ins = {{{2026, 12, 4}, Outcome::part, "ill", "half the list"}, {{2026, 12, 11}, Outcome::kept, "", ""}};
    Accountability second;
    second.id = {"a2"};
    second.owner = {"p3"};
    second.statement = "ขอบคุณ I say thanks <b>&amp; =HYPERLINK(\"x\")";
    second.said_at = Moment{1'795'271'800'000};
    second.shown_with = first.id;
    second.helps = first.id;
    second.answers = AskId{"k2"};
    first.contract =
        SuccessContract{"calls a day", "80 %",          "1,200 calls",
                        {2026, 12, 4}, "a second line", {{{2026, 11, 28}, "90"}, {{2026, 12, 4}, "1,201"}}};
    session.accountabilities.push_back(second);
    session.expectations = {{{"e1"}, "call back", 9}, {{"e2"}, "keep notes", std::nullopt}};
    session.asks = {{{"k1"}, AskKind::keep_on, AskFrom::leader, "the stand-up"},
                    {{"k2"},
                     AskKind::stop,
                     AskFrom::team,
                     "late mail",
                     Date{2026, 11, 21},
                     "not after six",
                     {{{2026, 12, 4}, Outcome::part, "twice", "the mails"}}}};
    session.objections = {{{"o1"}, "no time", "ten minutes", "Ana", AnswerKind::saves_time, "an hour a week"},
                          {{"o2"}, "no budget", "", "", AnswerKind::none, ""}};
    session.leader = ParticipantId{"p1"};
    session.seal = sealed(session, "00112233445566778899aabbccddeeff", Moment{1'795'271'700'000});
    session.seal->opened_at = Moment{1'795'271'800'000};
    session.recall_sheets = {
        {{"s1"},
         {{{"r1"}, "ring back", ExpectationId{"e1"}, false, 2, 1}, {{"r2"}, "be on time", std::nullopt, true, {}, {}}}},
        {{"s2"}, {}},
        {{"s3"}, {{{"r0"}, "write it down", std::nullopt, false, {}, {}}}}};
    session.team_guess = 4;
    session.misalignments = {{{"m1"}, "quick or thorough"}};
    session.request = "one call-free hour a day";
    session.parked = {{{"x1"}, "the kitchen", ParticipantId{"p2"}, {2026, 11, 20}},
                      {{"x2"}, "the heating", std::nullopt, {2026, 11, 21}}};
    session.agreements = {"phones away", "on time"};
    session.polls = {{{"q1"},
                      PollKind::fingers,
                      "Is the goal clear?",
                      std::nullopt,
                      Moment{1'795'271'762'000},
                      2,
                      0,
                      {{ParticipantId{"p1"}, 5}, {ParticipantId{"p3"}, 2}},
                      {}},
                     {{"q2"},
                      PollKind::votes,
                      "Which first?",
                      AccountabilityId{"a1"},
                      Moment{1'795'271'763'000},
                      2,
                      1,
                      {},
                      {{"Quick answers", ThemeId{"t1"}, 2}, {"Care", std::nullopt, 0}}},
                     {{"q3"},
                      PollKind::say_back,
                      "Who can say it back?",
                      std::nullopt,
                      Moment{1'795'271'764'000},
                      2,
                      0,
                      {},
                      {{"metric", std::nullopt, 2}, {"number", std::nullopt, 1}, {"date", std::nullopt, 2}}}};
    return session;
}

Step say(const History& history, const std::string& words) {
    const std::size_t number = history.log().size() + 1;
    const std::string id =
        "n" + std::to_string(number) + "-" + std::to_string(std::hash<std::string>()(words) % 100'000);
    const Moment at{1'795'271'860'000 + static_cast<std::int64_t>(number) * 1'000};
    return Step{{"s" + id},
                "somebody said “" + words + "”",
                at,
                {SayStatement{{id}, history.now().participants.front().id, words, at}}};
}

History full_history() {
    History history(full_session());
    history.act(say(history, "I keep the list"));
    history.act(Step{
        {"step-team"}, "named the team", Moment{1'795'271'900'000}, {NameTeam{"New name"}, SetDate{{2026, 11, 22}}}});
    history.undo({"undo-1"}, Moment{1'795'271'901'000});
    history.redo({"redo-1"}, Moment{1'795'271'902'000});
    history.act(say(history, "I clean up"));
    history.undo({"undo-2"}, Moment{1'795'271'903'000});
    return history;
}

std::vector<Edit> one_of_each_edit() {
    const Moment at{1'795'271'762'123};
    const Date day{2026, 12, 4};
    return {NameTeam{"Team"},
            SetDate{day},
            StateGoal{{"t", "f", "to", day, "u", "y"}},
            PlanStage{Stage::goal, 10},
            WelcomeParticipant{{"p9"}, "Cem", "agent"},
            RenameParticipant{{"p1"}, "Ann"},
            GiveRole{{"p1"}, "agent"},
            SeatParticipant{{"p1"}, 2},
            NoteStrength{{"p1"}, "calm"},
            RemoveParticipant{{"p2"}},
            GoToStage{Stage::capture, at},
            NoteAttendance{{"p1"}, Attendance::late},
            ParkItem{{{"x9"}, "later", ParticipantId{"p1"}, day}},
            SettleParked{{"x1"}},
            SayStatement{{"a9"}, {"p1"}, "I say it", at},
            TakeBackStatement{{"a1"}},
            CorrectOwner{{"a1"}, {"p2"}},
            PassTurn{{"p1"}},
            MakeTheme{{"t9"}, "New", true},
            NameTheme{{"t1"}, "Named"},
            PlaceInTheme{{"a1"}, ThemeId{"t1"}, Placed::proposal},
            PlaceInTheme{{"a1"}, std::nullopt, Placed::hand},
            AddSecondTheme{{"a1"}, ThemeId{"t2"}},
            MergeThemes{{"t2"}, {"t1"}},
            DissolveTheme{{"t1"}},
            ShowTogether{{"a1"}, AccountabilityId{"a2"}},
            ShowTogether{{"a1"}, std::nullopt},
            AgreeWording{{"a1"}, {"w", day, "p1", true, "why"}},
            SetDueDate{{"a1"}, day},
            SetDueDate{{"a1"}, std::nullopt},
            NoteDetail{{"a1"}, Detail::if_then, "if"},
            RateConfidence{{"a1"}, 8},
            ConfirmReadBack{{"a1"}, at},
            SetNextDate{day},
            AddCheckIn{{"a1"}, {day, Outcome::changed, "r", "e"}},
            CarryOver{Accountability{.id = {"c1"},
                                     .owner = {"p1"},
                                     .statement = "said before",
                                     .said_at = at,
                                     .lineage = Lineage{{"s0"}, day, 2, "Calls"}}},
            LendPractice{{"a1"}, true},
            AskRoom{{{"q9"},
                     PollKind::fingers,
                     "Is it clear?",
                     AccountabilityId{"a1"},
                     at,
                     3,
                     0,
                     {{ParticipantId{"p1"}, 4}, {ParticipantId{"p2"}, 0}},
                     {}}},
            AskRoom{{{"q8"}, PollKind::votes, "Which first?", std::nullopt, at, 3, 2, {}, {{"A", ThemeId{"t1"}, 5}}}},
            CorrectAnswer{{"q1"}, {"p1"}, 3},
            CorrectAnswer{{"q1"}, {"p1"}, std::nullopt},
            NameLeader{ParticipantId{"p1"}},
            NameLeader{std::nullopt},
            ExpectThat{{{"e9"}, "to be heard", 5}},
            ExpectThat{{{"e9"}, "to be heard", std::nullopt}},
            DropExpectation{{"e1"}},
            SealExpectations{std::string(64, 'a'), std::string(32, '0'), at},
            OpenSeal{at},
            GuessByTeam{12},
            GuessByTeam{std::nullopt},
            HandInRecalls{{{{"s1"}, {{{"r1"}, "ring back"}, {{"r2"}, "be on time"}}}, {{"s2"}, {}}}},
            TakeBackRecalls{},
            MatchRecall{{"r1"}, ExpectationId{"e1"}, false},
            MatchRecall{{"r1"}, std::nullopt, true},
            JudgeRecall{{"r1"}, Judge::colleague, 2},
            JudgeRecall{{"r1"}, Judge::leader, std::nullopt},
            NameMisalignment{{{"m9"}, "quick or thorough"}},
            TakeBackMisalignment{{"m1"}},
            AskOther{{{"k9"}, AskKind::start, AskFrom::leader, "hand-overs", day, "", {}}},
            AnswerAsk{{"k1"}, "gladly"},
            CheckAsk{{"k1"}, {day, Outcome::kept, "r", "e"}},
            TakeBackAsk{{"k1"}},
            RaiseObjection{{"o9"}, "too late"},
            AnswerObjection{{"o1"}, "Bo", "from March", AnswerKind::replaces, "the list"},
            TakeBackObjection{{"o1"}},
            StateRequest{"an hour"},
            TakeBackStrength{{"p1"}, "clear"},
            NoteAssessment{{"p1"}, {"Talents", {"calm"}, day, day, "the list"}},
            NoteAssessment{{"p1"}, {"Colours", {}, day, std::nullopt, ""}},
            TakeBackAssessment{{"p1"}, "Talents"},
            WritePlan{{"p1"}, PlanHalf::work, "to lead"},
            WritePlan{{"p1"}, PlanHalf::life, "the sea"},
            SetContract{{"a1"}, SuccessContract{"calls", "3", "9", day, "a second line", {}}},
            SetContract{{"a1"}, std::nullopt},
            NoteReading{{"a1"}, {day, "4 calls"}},
            AnswerHelp{{"a2"}, AccountabilityId{"a1"}, AskId{"k1"}},
            AnswerHelp{{"a2"}, std::nullopt, std::nullopt}};
}

PassingFolder::PassingFolder() : path_(new_passing_folder(fs::temp_directory_path())) {}

PassingFolder::~PassingFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

namespace {

int& instances() { // every instance of a run has names of its own, as the desk's random ones are
    static int count = 0;
    return count;
}

} // namespace

World::World(Disk& on, fs::path state, std::string host, int process)
    : disk(on), places{std::move(state)}, now_ms(std::make_shared<std::atomic<std::int64_t>>(1'795'271'762'000)),
      ids(std::make_shared<std::atomic<int>>(instances() += 1'000)) {
    machine.host = std::move(host);
    machine.user = "ana";
    machine.process = process;
    machine.is_running = [](int) { return true; };
}

Surroundings World::surroundings() const {
    const std::string name = machine.host + "-" + std::to_string(machine.process) + "-";
    return {disk,
            places,
            machine,
            [now = now_ms] { return Moment{now->load()}; },
            [count = ids, name] { return name + std::to_string(++*count); },
            [] {}};
}

bool has_said(const Session& session, const std::string& words) {
    for (const Accountability& said : session.accountabilities)
        if (said.statement == words) return true;
    return false;
}

std::string read_real(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void write_real(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

} // namespace avow::storage
