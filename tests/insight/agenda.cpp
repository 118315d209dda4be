// A one-on-one's agenda over all sessions of a team: whose words, what came of them, what is owed, what to ask.
#include "insight/agenda.hpp"

#include "insight/account.hpp"
#include "insight/traced.hpp"
#include "support/random_edits.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::insight;

namespace {

constexpr Date today{2026, 12, 20};

Accountability said(const char* id, const char* owner, const char* statement) {
    Accountability item;
    item.id = {id};
    item.owner = {owner};
    item.statement = statement;
    return item;
}

// Marta leads Ana, Bo and Lee. Ana's first was missed in November and again in December, with a wording in between.
Session november() {
    auto session = session_of({"Marta", "Ana", "Bo", "Lee"});
    session.id = {"november"};
    session.team = "Field team";
    session.date = {2026, 11, 21};
    session.participants[0].role = "Team leader";
    session.themes = {{{"t1"}, "Calling back", true, 0, {}}};
    session.accountabilities = {said("m1", "p1", "I answer the team within a day"), said("a1", "p2", "I call back"),
                                said("a2", "p2", "I write it down"), said("b1", "p3", "I call back before six"),
                                said("l1", "p4", "I call twice")};
    auto& items = session.accountabilities;
    items[1].theme = items[3].theme = items[4].theme = ThemeId{"t1"};
    items[1].help = "Marta: the list";
    items[1].confidence = 3;
    items[1].due = Date{2026, 11, 28};
    items[1].check_ins = {{{2026, 11, 28}, Outcome::missed, "the line was down", ""}};
    items[2].check_ins = {{{2026, 12, 1}, Outcome::kept, "", "the book"}};
    items[3].check_ins = {{{2026, 12, 1}, Outcome::kept, "", ""}};
    items[3].is_lent = true;
    items[3].if_then = "If the phone rings at six, I write down the number";
    items[4].check_ins = {{{2026, 12, 1}, Outcome::kept, "", ""}}; // not lent
    return session;
}

Session december() {
    auto session = november();
    session.id = {"december"};
    session.date = {2026, 12, 18};
    session.participants[1].name = "Ana Silva"; // who was only Ana before
    session.accountabilities.clear();
    session.themes.clear();
    session.carried = carried_from(november());
    for (auto& item : session.carried)
        if (item.id == AccountabilityId{"a1"}) {
            item.wordings = {{"I call back the same day", {2026, 12, 18}, "p3", true, "it can be seen"}};
            item.check_ins.push_back({{2026, 12, 18}, Outcome::missed, "too many calls", ""});
        }
    return session;
}

Agenda agenda_for(const std::vector<Session>& sessions, const char* name) {
    return agenda_of(std::get<Traced>(traced(sessions, name, "")), today);
}

} // namespace

TEST_CASE("an accountability is one over all sessions that carry it, with all that was answered and agreed") {
    const auto agenda = agenda_for({december(), november()}, "Ana");
    CHECK(agenda.person == "Ana Silva");
    CHECK(agenda.sessions == 2);
    REQUIRE(agenda.open.size() == 1);
    const auto& item = agenda.open.front();
    CHECK(item.statement == "I call back");
    CHECK(item.said_on == Date{2026, 11, 21});
    CHECK(item.theme == "Calling back");
    CHECK(item.times_carried == 1);
    CHECK(item.answers.size() == 2);
    CHECK(item.wordings ==
          std::vector<AgreedBeside>{{"I call back the same day", {2026, 12, 18}, "Bo", true, "it can be seen"}});
    REQUIRE(agenda.closed.size() == 1);
    CHECK(agenda.closed.front().statement == "I write it down");
}

TEST_CASE("the head counts what came due and what changed since the last session") {
    const auto agenda = agenda_for({november(), december()}, "ana");
    CHECK(agenda.last_session == Date{2026, 12, 18});
    CHECK(agenda.answered_since == 1);
    CHECK(agenda.reworded_since == 1);
    CHECK(agenda.came_due.empty()); // it was answered on the day
    auto unanswered = november();
    unanswered.accountabilities[1].check_ins.clear();
    CHECK(agenda_for({unanswered}, "Ana").came_due == std::vector<std::size_t>{0});
}

TEST_CASE("what was in the way is told in the person's words, the latest first") {
    const auto agenda = agenda_for({november(), december()}, "Ana");
    CHECK(agenda.obstacles ==
          std::vector<Obstacle>{{{2026, 12, 18}, Outcome::missed, "too many calls", "I call back"},
                                {{2026, 11, 28}, Outcome::missed, "the line was down", "I call back"}});
}

TEST_CASE("a leader's open promise to the team is owed, and so is help that was asked for") {
    const auto agenda = agenda_for({november(), december()}, "Ana");
    CHECK(agenda.owed == std::vector<Owed>{{"Marta", "I answer the team within a day", {2026, 11, 21}, {}, ""},
                                           {"", "Marta: the list", {2026, 11, 21}, {}, "I call back"}});
    CHECK(agenda_for({november()}, "Marta").owed.empty()); // nobody owes herself
}

TEST_CASE("who leads says so in their role") {
    for (const auto* role : {"Team leader", "manager", "Head of service", "Managing director"}) CHECK(is_leading(role));
    for (const auto* role : {"", "agent", "Pleader", "second level"}) CHECK_FALSE(is_leading(role));
}

TEST_CASE("a colleague's way is told when it was kept, lies in the same theme and was lent") {
    const auto agenda = agenda_for({november(), december()}, "Ana");
    CHECK(agenda.weakest == 0);
    CHECK(agenda.tactics == std::vector<Tactic>{{"Bo",
                                                 "I call back before six",
                                                 {2026, 12, 1},
                                                 "",
                                                 "If the phone rings at six, I write down the number",
                                                 ""}});
}

TEST_CASE("questions are built from what is missing, and never name a confidence") {
    const auto agenda = agenda_for({november(), december()}, "Ana");
    const auto& questions = agenda.open.front().questions;
    CHECK(questions == std::vector<std::string>{
                           "It was missed more than once. What would have to be different: the words, or the way?",
                           "What would make you surer of this?", "What will there be to see?"});
    auto sure = november();
    sure.accountabilities[1].confidence = 9;
    const auto of_sure = agenda_for({sure}, "Ana");
    for (const auto& question : of_sure.open.front().questions) CHECK(question.find("surer") == std::string::npos);
}

TEST_CASE("people are followed by id through a rename, and by name where ids are new") {
    auto imported = december();
    for (auto& person : imported.participants) person.id.text = "new-" + person.id.text;
    for (auto& item : imported.carried) item.owner.text = "new-" + item.owner.text;
    imported.participants[1].name = "ANA";
    CHECK(std::get<Traced>(traced({november(), imported}, "ana", "")).sessions.size() == 2);
    CHECK(std::get<Traced>(traced({november(), december()}, "Ana Silva", "")).sessions.size() == 2);
}

TEST_CASE("a name in two teams is asked about, and a name of nobody is refused") {
    auto other = november();
    other.team = "Office";
    const auto two = traced({november(), other}, "Ana", "");
    CHECK(std::get<std::string>(two) == "\"Ana\" is in several teams: Field team, Office. Say which with --team.");
    CHECK(std::get<Traced>(traced({november(), other}, "Ana", "office")).sessions.size() == 1);
    CHECK(std::holds_alternative<std::string>(traced({november()}, "Zoe", "")));
}

TEST_CASE("everybody is met once, whatever they were called") {
    std::vector<std::string> names;
    const std::vector<Session> both = {november(), december()}; // outlives what points into it
    for (const auto& one : everybody(both)) names.push_back(one.as.back()->name);
    CHECK(names == std::vector<std::string>{"Marta", "Ana Silva", "Bo", "Lee"});
}

TEST_CASE("the words of an agenda are those that were said, byte for byte, whatever was done since") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        Session session;
        session.id = {"s1"};
        session.date = {2026, 11, 21};
        for (int i = 0; i < 150; ++i) (void)carry_out(session, random_edit(dice, session));
        Session next;
        next.id = {"s2"};
        next.date = plus_days(session.date, 28);
        next.team = session.team;
        next.participants = session.participants;
        next.carried = carried_from(session);
        const std::vector<Session> both = {session, next};
        for (const auto& one : everybody(both)) {
            const auto agenda = agenda_of(one, next.date);
            std::vector<std::string> found, expected;
            for (const auto* items : {&agenda.open, &agenda.closed})
                for (const auto& item : *items) found.push_back(item.id.text + ": " + item.statement);
            for (const auto* items : {&session.accountabilities, &session.carried})
                for (const auto& item : *items)
                    if (item.owner == one.as.front()->id) expected.push_back(item.id.text + ": " + item.statement);
            std::ranges::sort(found);
            std::ranges::sort(expected);
            CHECK(found == expected);
        }
    }
}
