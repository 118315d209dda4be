#include "cli/demo_align.hpp"

#include "storage/seal.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace avow::cli {

namespace {

constexpr const char* nonce = "5a1d0c3e97b24f68810e6b7d2c94a3f5"; // drawn once: a sample is the same every time
constexpr std::string_view leader_name = "Mara";

struct Expected {
    std::string_view text;
    int guess;
};
constexpr std::array<Expected, 5> expected = {{
    {"Whoever promises a customer a call makes it the same day", 12},
    {"No ticket is handed on without a note the next one can work with", 10},
    {"The knowledge base is searched before a colleague is asked", 9},
    {"Whoever has a quiet hour trains somebody new", 5},
    {"The late shift hears of an outage in person", 4},
}};

// A line of a sheet: which expectation it means (from 1; 0: never meant; -1: not decided), and how both judged it.
struct Wrote {
    std::string_view text;
    int means;
    int by_leader = 0;
    int by_colleague = 0;
};
using Sheet = std::vector<Wrote>;

const std::vector<Sheet>& sheets() {
    static const std::vector<Sheet> all = {
        {{"call back the same day", 1, 2, 2}, {"a note in each ticket", 2, 2, 2}, {"pick up within three rings", 0}},
        {{"keep what we promise on the phone", 1, 1, 1}, {"write down what we did", 2, 1, 2}},
        {{"nobody waits for a promised call until tomorrow", 1, 2, 2},
         {"look into the knowledge base first", 3, 2, 2},
         {"help the new ones", 4, 1, 1}},
        {{"short calls", 0}, {"call people back", 1, 1, 2}, {"proper notes for the next shift", 2, 2, 2}},
        {{"search before you ask", 3, 2, 2}, {"call back today, not some day", 1, 2, 2}},
        {{"no ticket without a note", 2, 2, 2}, {"short calls, under five minutes", 0}, {"stay friendly", -1}},
        {{"we call when we said we would", 1, 2, 2}, {"train somebody when it is quiet", 4, 2, 2}},
        {{"notes that others understand", 2, 2, 1}, {"knowledge base", 3, 0, 1}},
        {{"calls we promised are made the same day", 1, 2, 2}, {"be here at eight sharp", 0}},
        {{"good notes", 2, 1, 1}, {"call back", 1, 1, 1}, {"read the articles before asking around", 3, 2, 2}},
        {{"promised calls first", 1, 2, 2}, {"as few tickets open as can be", 0}, {"tell each other things", 5, 0, 1}},
        {},
    };
    return all;
}

struct Asked {
    AskKind kind;
    AskFrom from;
    std::string_view text;
    std::string_view answer;
};
constexpr std::array<Asked, 6> asked = {{
    {AskKind::stop, AskFrom::team, "Asking for the weekly figures twice", "Once, on Fridays"},
    {AskKind::start, AskFrom::team, "Saying in the morning what comes first today", "Yes, at ten past eight"},
    {AskKind::keep_on, AskFrom::team, "Sitting at the phones with us on Mondays", "Gladly"},
    {AskKind::stop, AskFrom::leader, "Closing tickets that wait for second level", ""},
    {AskKind::start, AskFrom::leader, "Writing the note before the next call", "If it counts as time on the ticket"},
    {AskKind::keep_on, AskFrom::leader, "Telling customers what happens next", "Yes"},
}};

struct Objected {
    std::string_view text;
    std::string_view who;
    std::string_view answer;
    AnswerKind kind;
    std::string_view amount;
};
constexpr std::array<Objected, 5> objected = {{
    {"A note in every ticket takes time we don't have", "Dora",
     "We look for what was done longer than we would write it", AnswerKind::saves_time, "20 minutes a day each"},
    {"One more list beside the ticket tool", "Mara", "The paper list at the late shift's desk goes",
     AnswerKind::replaces, "the paper list"},
    {"Nobody pays us for calling back", "Lou", "Of those we called back more stayed than of the others",
     AnswerKind::raises_sales, "4 of 10 renewed, against 3 of 10"},
    {"Whoever trains is missing at the phones", "Mara", "Yes. It is two hours a week for as long as somebody is new",
     AnswerKind::costs, "two hours a week"},
    {"We tried this two years ago and it went to sleep", "", "", AnswerKind::none, ""},
}};

template <class Tag>
std::vector<Id<Tag>> drawn(Recorder& recorder, std::size_t count) {
    std::vector<Id<Tag>> ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back(recorder.ids().next_of<Tag>());
    std::ranges::sort(ids);
    return ids;
}

void name_leader(Recorder& recorder) {
    const auto id = recorder.ids().next_of<ParticipantTag>();
    do_it(recorder, {WelcomeParticipant{id, std::string(leader_name), "Team leader"}, NameLeader{id}});
}

void seal_expectations(Recorder& recorder) {
    std::vector<Edit> edits;
    for (const auto& [text, guess] : expected)
        edits.emplace_back(ExpectThat{{recorder.ids().next_of<ExpectationTag>(), std::string(text), guess}});
    do_it(recorder, std::move(edits));
    const auto seal = storage::sealed(recorder.now(), nonce, recorder.moment());
    do_it(recorder, {SealExpectations{seal.fingerprint, seal.nonce, seal.sealed_at}});
}

// All that the sheets say, and what is to be decided of it once the seal is open.
std::vector<Edit> hand_in(Recorder& recorder) {
    std::vector<RecallSheet> handed_in;
    std::vector<Edit> decided;
    const auto ids = drawn<SheetTag>(recorder, sheets().size());
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const auto& lines = sheets()[at];
        const auto recalls = drawn<RecallTag>(recorder, lines.size());
        handed_in.push_back({ids[at], {}});
        for (std::size_t line = 0; line < lines.size(); ++line) {
            const auto& wrote = lines[line];
            auto& recall = handed_in.back().recalls.emplace_back();
            recall.id = recalls[line];
            recall.text = wrote.text;
            if (wrote.means < 0) continue;
            std::optional<ExpectationId> meant;
            if (wrote.means > 0) meant = recorder.now().expectations[static_cast<std::size_t>(wrote.means) - 1].id;
            decided.emplace_back(MatchRecall{recalls[line], meant, !meant});
            if (!meant) continue;
            decided.emplace_back(JudgeRecall{recalls[line], Judge::leader, wrote.by_leader});
            decided.emplace_back(JudgeRecall{recalls[line], Judge::colleague, wrote.by_colleague});
        }
    }
    do_it(recorder, {HandInRecalls{std::move(handed_in)}});
    return decided;
}

void compare(Recorder& recorder) {
    auto decided = hand_in(recorder);
    do_it(recorder, {GuessByTeam{36}});
    do_it(recorder, {OpenSeal{recorder.moment()}});
    do_it(recorder, std::move(decided), "matched and judged what the sheets say");
    for (const char* words : {"Short calls, or calls that end with an answer", "Who decides what comes first today"})
        do_it(recorder, {NameMisalignment{{recorder.ids().next_of<MisalignmentTag>(), words}}});
}

void ask_and_answer(Recorder& recorder) {
    for (const auto& [kind, from, text, answer] : asked) {
        Ask ask;
        ask.id = recorder.ids().next_of<AskTag>();
        ask.kind = kind;
        ask.from = from;
        ask.text = text;
        ask.since = recorder.now().date;
        std::vector<Edit> edits = {AskOther{ask}};
        if (!answer.empty()) edits.emplace_back(AnswerAsk{ask.id, std::string(answer)});
        do_it(recorder, std::move(edits));
    }
    for (const auto& [text, who, answer, kind, amount] : objected) {
        const auto id = recorder.ids().next_of<ObjectionTag>();
        std::vector<Edit> edits = {RaiseObjection{id, std::string(text)}};
        if (!answer.empty())
            edits.emplace_back(AnswerObjection{id, std::string(who), std::string(answer), kind, std::string(amount)});
        do_it(recorder, std::move(edits));
    }
    do_it(recorder,
          {StateRequest{"Two hours a week without phones for whoever trains somebody new, until the quarter ends"}});
}

const Accountability& said(const Session& session, std::string_view beginning) {
    const auto item = std::ranges::find_if(session.accountabilities,
                                           [&](const auto& one) { return one.statement.starts_with(beginning); });
    if (item == session.accountabilities.end())
        throw std::runtime_error("The sample workshop can't be made: nobody says “" + std::string(beginning) + "”.");
    return *item;
}

void put_to_use(Recorder& recorder, std::string_view statement, const std::string& strength) {
    const auto& item = said(recorder.now(), statement);
    do_it(recorder, {NoteStrength{item.owner, strength}, NoteDetail{item.id, Detail::strength, strength}});
}

} // namespace

void do_it(Recorder& recorder, std::vector<Edit> edits, std::string label) {
    if (const auto refusal = recorder.act(std::move(edits), std::move(label)))
        throw std::runtime_error("The sample workshop can't be made: " + refusal->sentence);
}

void align(Recorder& recorder) {
    name_leader(recorder);
    seal_expectations(recorder);
    do_it(recorder, {GoToStage{Stage::align, recorder.moment()}});
    compare(recorder);
    ask_and_answer(recorder);
}

void tie_up(Recorder& recorder) {
    const auto date = recorder.now().date;
    put_to_use(recorder, "I call people back", "keeps calm when others shout");
    put_to_use(recorder, "I write a knowledge base article", "explains things in few words");
    const auto& calls = said(recorder.now(), "I call people back");
    do_it(recorder, {SetContract{calls.id, SuccessContract{"promised calls made the same day",
                                                           "60 %",
                                                           "90 %",
                                                           plus_days(date, 60),
                                                           "The late shift does the same",
                                                           {}}},
                     NoteReading{calls.id, {date, "65 %"}}});
    const auto& helped = said(recorder.now(), "I sit next to a new colleague");
    const auto id = recorder.ids().next_of<AccountabilityTag>();
    do_it(recorder,
          {SayStatement{id, *recorder.now().leader,
                        "I keep two hours a week free in the rota for whoever trains somebody", recorder.moment()},
           AnswerHelp{id, helped.id, std::nullopt}, SetDueDate{id, plus_days(date, 7)}});
}

} // namespace avow::cli
