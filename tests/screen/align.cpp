// Align by keyboard alone, in the real window: the path, asks, promises, objections.
#include "screen/given_room.hpp"
#include "support/aligned.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;
using slide::AlignStep;

namespace {

Session at_align(const std::vector<std::string>& names) {
    auto session = session_of(names);
    session.stage = Stage::align;
    session.leader = session.participants.front().id;
    return session;
}

const std::vector<std::string> five = {"Ines Ortega", "Ana", "Bo", "Cem", "Daria"};

} // namespace

TEST_CASE("the path is walked by arrows and by digits, and nothing forces it") {
    GivenRoom given(at_align(five));
    CHECK(given.room.shows("Which misalignments threaten?"));
    given.room.key("Right");
    CHECK(given.room.shows("What should we stop, start, continue?"));
    given.room.key("4");
    CHECK(given.room.shows("What do they think you want?"));
    CHECK(given.room.shows("step 4 of 5"));
    given.room.key("5");
    CHECK(given.room.shows("Does it match?"));
    given.room.key("Right");
    CHECK(given.room.shows("What speaks against it?"));
    given.room.key("Right");
    CHECK(given.desk.aligning.step == AlignStep::objections);
    given.room.key("3");
    given.room.key("Left");
    CHECK(given.desk.aligning.step == AlignStep::asks);
    CHECK(given.room.tally().mouse == 0);
}

TEST_CASE("misalignments are typed line by line; an empty one ends it, and the one in hand is taken back") {
    GivenRoom given(at_align(five));
    given.room.key("Return");
    given.room.type("Quick or thorough\nPhone or mail\n\n");
    REQUIRE(given.desk.session().misalignments.size() == 2);
    CHECK(given.desk.entry.purpose == desk::Purpose::nothing);
    CHECK(given.room.shows("Quick or thorough"));
    given.room.key("Up");
    given.room.key("Delete");
    REQUIRE(given.desk.session().misalignments.size() == 1);
    CHECK(given.desk.session().misalignments[0].text == "Phone or mail");
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session().misalignments.size() == 2);
}

TEST_CASE("each side asks the other by plain letters, and an ask is answered or taken back") {
    GivenRoom given(at_align(five));
    given.room.key("2");
    CHECK(given.room.shows("The team asks Ines"));
    CHECK(given.room.shows("Ines asks the team"));
    given.room.key("S");
    CHECK(given.room.shows("Ines, stop"));
    given.room.type("Changing the rota on the day\n\n");
    given.room.key("Tab");
    given.room.key("C");
    given.room.type("Helping each other at lunch\n\n");
    const auto& asks = given.desk.session().asks;
    REQUIRE(asks.size() == 2);
    CHECK(asks[0].kind == AskKind::stop);
    CHECK(asks[0].from == AskFrom::team);
    CHECK(asks[0].since == given.desk.session().date);
    CHECK(asks[1].kind == AskKind::keep_on);
    CHECK(asks[1].from == AskFrom::leader);
    given.room.key("Up");
    given.room.key("A");
    given.room.type("From Monday on\n");
    CHECK(given.desk.session().asks[0].answer == "From Monday on");
    CHECK(given.room.shows("Answer: From Monday on"));
    given.room.key("Delete");
    CHECK(given.desk.session().asks.size() == 1);
}

TEST_CASE("the leader promises first: one alone, one that answers a request, one that answers an ask") {
    auto session = at_align(five);
    session.asks = {{{"k1"}, AskKind::stop, AskFrom::team, "Changing the rota", session.date, {}, {}}};
    Accountability item;
    item.id = {"a1"};
    item.owner = session.participants[1].id;
    item.statement = "I call back";
    item.help = "Ines: the contract dates";
    session.accountabilities = {item};
    GivenRoom given(session);
    given.room.key("3");
    CHECK(given.room.shows("Have you said yours, so that they say theirs?"));
    CHECK(given.room.shows("Ines: the contract dates"));
    given.room.key("P");
    CHECK(given.room.shows("Ines promises"));
    given.room.type("I answer every ask by Friday\n\n");
    given.room.key("Escape");
    REQUIRE(given.desk.session().accountabilities.size() == 2);
    CHECK(given.desk.session().accountabilities[1].owner == session.leader);
    given.room.key("Down");
    given.room.key("Down");
    given.room.key("P");
    given.room.type("You get the dates on Monday\n");
    REQUIRE(given.desk.session().accountabilities.size() == 3);
    CHECK(given.desk.session().accountabilities[2].helps == AccountabilityId{"a1"});
    given.room.key("Down");
    given.room.key("P");
    given.room.type("The rota stands on Thursday\n");
    REQUIRE(given.desk.session().accountabilities.size() == 4);
    CHECK(given.desk.session().accountabilities[3].answers == AskId{"k1"});
    CHECK_FALSE(given.room.shows("Not answered yet"));
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session().accountabilities.size() == 3);
}

TEST_CASE("without a leader nobody promises, and Ctrl+Shift+L names one") {
    auto session = at_align(five);
    session.leader.reset();
    GivenRoom given(session);
    given.room.key("3");
    given.room.key("P");
    CHECK(notice(given.desk).find("Nobody is named as the leader") != std::string::npos);
    given.room.key("Ctrl+Shift+L");
    given.room.type("ines\n");
    CHECK(given.desk.session().leader == given.desk.session().participants[0].id);
    given.room.key("P");
    CHECK(given.desk.entry.purpose == desk::Purpose::leader_promise);
}

TEST_CASE("an objection is raised at any step, and answered by whom, with what, and what that is worth") {
    GivenRoom given(at_align(five));
    given.room.key("2");
    given.room.key("Shift+O");
    given.room.type("There is no time for it\n");
    REQUIRE(given.desk.session().objections.size() == 1);
    CHECK(given.desk.aligning.step == AlignStep::asks);
    given.room.key("6");
    CHECK(given.room.shows("There is no time for it"));
    given.room.key("Down");
    given.room.key("W");
    given.room.type("Ines\n");
    given.room.key("A");
    given.room.type("It takes the place of the Monday meeting\n");
    given.room.key("R");
    given.room.type("An hour on Mondays\n");
    const auto& one = given.desk.session().objections[0];
    CHECK(one.who_answers == "Ines");
    CHECK(one.answer == "It takes the place of the Monday meeting");
    CHECK(one.kind == AnswerKind::replaces);
    CHECK(one.amount == "An hour on Mondays");
    CHECK(given.room.shows("Ines: It takes the place of the Monday meeting"));
    CHECK(given.room.shows("Replaces: An hour on Mondays"));
}

TEST_CASE("the sayings of Align can be undone and are told in words, without what is sealed") {
    auto session = aligned(session_of(five), {.papers = 4, .is_opened = false});
    for (auto& one : session.expectations) one.text = "Words under the seal, " + one.id.text;
    GivenRoom given(session);
    given.room.key("Ctrl+H");
    for (const auto& one : given.desk.session().expectations) CHECK_FALSE(given.room.shows(one.text));
    given.room.key("Escape");
    for (const auto step : {"1", "2", "3", "4", "5", "6"}) {
        given.room.key(step);
        for (const auto& hint : {"F9", "Ctrl+K"}) given.room.key(hint), given.room.key("Escape");
        CHECK(given.desk.panel == desk::Panel::none);
    }
}
