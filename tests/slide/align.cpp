// What the room sees at Align: nothing of the expectations while they are sealed, no name on a recall, and counts that can be
// counted again by hand.
#include "slide/slide.hpp"
#include "support/aligned.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::slide;

namespace {

constexpr std::array all_steps = {AlignStep::misalignments, AlignStep::asks,  AlignStep::promises,
                                  AlignStep::recall,        AlignStep::match, AlignStep::objections};

Session five_people() { return session_of({"Ines Ortega", "Ana", "Bo", "Cem", "Daria"}); }

Slide at(const Session& session, AlignStep step, std::size_t spot = 0) {
    Place place;
    place.align.step = step;
    place.align.spot = spot;
    return slide_of(session, Stage::align, place);
}

bool look_alike(const Session& one, const Session& other) {
    for (const auto step : all_steps)
        for (std::size_t spot = 0; spot < 20; ++spot)
            if (at(one, step, spot) != at(other, step, spot)) return false;
    return true;
}

Recall recall(const std::string& id, const std::string& words, std::optional<ExpectationId> meant, int judged = 2) {
    Recall one;
    one.id = {id};
    one.text = words;
    one.meant = std::move(meant);
    one.is_phantom = !one.meant;
    if (one.meant) one.by_leader = one.by_colleague = judged;
    return one;
}

} // namespace

TEST_CASE("sealed, neither the expectations nor the guesses at them are on any page of Align") {
    const auto session = aligned(five_people(), {.papers = 4, .is_opened = false});
    auto other = session;
    for (auto& one : other.expectations) one.text = "MARKED", one.guess = 4;
    REQUIRE(other != session);
    CHECK(look_alike(session, other));
    auto handed_in = session;
    for (auto& sheet : handed_in.recall_sheets)
        for (auto& one : sheet.recalls) one.text = "MARKED";
    CHECK(look_alike(session, handed_in));
}

TEST_CASE("on whose paper a recall stood is on no page: lines that change papers change nothing but the counts") {
    auto session = aligned(five_people(), {.papers = 3, .on_a_paper = 2});
    auto other = session;
    std::swap(other.recall_sheets[0].recalls[0], other.recall_sheets[2].recalls[1]);
    for (auto& sheet : other.recall_sheets) std::ranges::sort(sheet.recalls, {}, &Recall::id);
    for (std::size_t spot = 0; spot <= recalls_of(session).size(); ++spot)
        CHECK(at(session, AlignStep::match, spot) == at(other, AlignStep::match, spot));
}

TEST_CASE("recalls come in the order of their own ids, not paper by paper") {
    auto session = five_people();
    session.recall_sheets = {{{"s1"}, {recall("r1", "one", {}), recall("r4", "four", {})}},
                             {{"s2"}, {recall("r2", "two", {}), recall("r3", "three", {})}}};
    std::string order;
    for (const auto* one : recalls_of(session)) order += one->text + " ";
    CHECK(order == "one two three four ");
}

TEST_CASE("counts: a paper names an expectation once, understood is wholly by both, phantoms and what is open apart") {
    auto session = five_people();
    session.leader = session.participants.front().id;
    session.expectations = {{{"e1"}, "Answer on the day", 4}, {{"e2"}, "Tidy board", 1}};
    session.seal = Seal{"f", "n", {}, Moment{1}};
    session.recall_sheets = {{{"s1"}, {recall("r1", "answer", {{"e1"}}), recall("r2", "answer soon", {{"e1"}}, 1)}},
                             {{"s2"}, {recall("r3", "answer", {{"e1"}}, 1), recall("r4", "stay late", {})}},
                             {{"s3"}, {}}};
    session.recall_sheets[1].recalls.push_back(recall("r5", "hm", {}));
    session.recall_sheets[1].recalls.back().is_phantom = false;
    session.team_guess = 5;
    const auto counts = counts_of(session);
    CHECK(counts.sheets == 3);
    CHECK(counts.rows == std::vector<AlignCounts::Row>{{"Answer on the day", 2, 1, 4}, {"Tidy board", 0, 0, 1}});
    CHECK(counts.phantoms == std::vector<std::string>{"stay late"});
    CHECK(counts.undecided == 1);
    CHECK(counts.recalled == 2);
    CHECK(counts.most == 6);
    CHECK(counts.leader_guess == 5);
    CHECK(counts.team_guess == 5);
    session.expectations[1].guess.reset();
    CHECK_FALSE(counts_of(session).leader_guess);
}

TEST_CASE("the leader's step has their promises, and what of requests and asks nobody has answered") {
    auto session = five_people();
    session.leader = session.participants[0].id;
    const auto say = [&](const char* id, std::size_t owner, const char* words, const char* help = "") {
        Accountability item;
        item.id = {id};
        item.owner = session.participants[owner].id;
        item.statement = words;
        item.help = help;
        session.accountabilities.push_back(item);
    };
    say("a1", 1, "I call back", "Ines: the contract dates");
    say("a2", 2, "I tidy up", "Ana: ten minutes");
    say("a3", 0, "You get the dates on Monday");
    session.accountabilities.back().helps = AccountabilityId{"a1"};
    session.asks = {{{"k1"}, AskKind::stop, AskFrom::team, "Changing the rota", session.date, {}, {}},
                    {{"k2"}, AskKind::stop, AskFrom::leader, "Late lunches", session.date, {}, {}}};
    const auto page = std::get<AlignList>(at(session, AlignStep::promises).content);
    REQUIRE(page.rows.size() == 3);
    CHECK(page.rows[0] == AlignList::Row{"You get the dates on Monday",
                                         {"asked by Ana: “Ines: the contract dates”"},
                                         "Promised by Ines"});
    CHECK(page.rows[1] == AlignList::Row{"Ana: ten minutes", {"asked by Bo"}, "Not answered yet"});
    CHECK(page.rows[2] == AlignList::Row{"Changing the rota", {"asked by the team: Stop"}, ""});
}

TEST_CASE("an ask of a session before stands with its age, and with what was answered") {
    auto session = five_people();
    session.asks = {
        {{"k1"}, AskKind::stop, AskFrom::team, "Changing the rota", plus_days(session.date, -21), "Yes", {}},
        {{"k2"}, AskKind::keep_on, AskFrom::leader, "Lunch together", session.date, {}, {}}};
    const auto page = std::get<AlignAsks>(at(session, AlignStep::asks).content);
    CHECK(page.kinds[0].of_team.at(0).notes ==
          std::vector<std::string>{"asked 3 weeks ago, on 31 October", "Answer: Yes"});
    CHECK(page.kinds[2].of_leader.at(0).notes.empty());
    CHECK(page.kinds[1].of_team.empty());
}

TEST_CASE("the closing page says so where the leader has promised nothing") {
    auto session = five_people();
    CHECK(std::get<Closing>(slide_of(session, Stage::close, {}).content).leader_owes.empty());
    session.leader = session.participants[0].id;
    CHECK(std::get<Closing>(slide_of(session, Stage::close, {}).content).leader_owes ==
          "Ines leads, and has promised nothing");
    Accountability item;
    item.id = {"a1"};
    item.owner = *session.leader;
    item.statement = "I answer every ask by Friday";
    session.accountabilities.push_back(item);
    CHECK(std::get<Closing>(slide_of(session, Stage::close, {}).content).leader_owes.empty());
}

TEST_CASE("while it is said back the goal is nowhere, and a minute runs") {
    auto session = five_people();
    session.goal.text = "Nine renewals a month";
    session.stage = Stage::goal;
    Poll poll;
    poll.kind = PollKind::say_back;
    for (const auto part : parts_said_back) poll.counts.push_back({std::string(part), {}, 0});
    Place place;
    place.asked_room = masked(session, poll, 0, 3);
    place.asked_since = Moment{0};
    place.now = Moment{20'000};
    const auto asked = slide_of(session, Stage::goal, place);
    CHECK(asked.ribbon.goal.empty());
    CHECK(asked.ribbon.clock == Clock{40});
    place.asked_room = revealed(session, poll);
    CHECK(slide_of(session, Stage::goal, place).ribbon.goal == "Nine renewals a month");
}
