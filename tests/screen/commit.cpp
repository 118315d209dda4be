// Commit and Close in the window: one key asks, Return answers, and what can't be meant stays in the field.
#include "insight/coverage.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

namespace {

Session at_commit() {
    auto session = session_of({"Ana", "Bo"});
    session.stage = Stage::commit;
    for (int i = 0; i < 3; ++i) {
        Accountability item;
        item.id = {"a" + std::to_string(i)};
        item.owner = {i == 2 ? "p2" : "p1"};
        item.statement = "statement number " + std::to_string(i);
        session.accountabilities.push_back(item);
    }
    return session;
}

} // namespace

TEST_CASE("a wording is agreed beside what was said, and the page shows both") {
    GivenRoom given(at_commit());
    given.room.key("E");
    CHECK(given.desk.entry.text == "statement number 0");
    given.room.key("Ctrl+A");
    given.room.type("I call back before six\n");
    CHECK(words_of(given.desk.session().accountabilities[0]) == "I call back before six");
    CHECK(given.desk.session().accountabilities[0].statement == "statement number 0");
    CHECK(given.room.shows("I call back before six"));
    CHECK(given.room.shows("Said: “statement number 0”"));
}

TEST_CASE(
    "a detail half typed comes back with its card, when the room went elsewhere and when the session was closed") {
    GivenRoom given(at_commit());
    const auto file = given.desk.file();
    given.room.key("Right");
    given.room.key("V");
    given.room.type("the list of calls, half");
    const auto before = given.desk.session().accountabilities;
    given.room.key("Ctrl+PageDown");
    CHECK(given.room.shows("What is half typed is kept"));
    given.room.key("Ctrl+PageUp");
    CHECK(given.desk.place.focus == AccountabilityId{"a1"});
    CHECK(given.room.focused() == "Entry");
    CHECK(given.desk.entry.text == "the list of calls, half");
    CHECK(given.desk.session().accountabilities == before);

    given.room.type(" of them");
    given.desk.close();
    REQUIRE(given.desk.open(file));
    given.room.frames(4);
    CHECK(given.room.shows("What was half typed is back"));
    CHECK(given.desk.place.focus == AccountabilityId{"a1"});
    given.room.type(", on the wall\n");
    CHECK(given.desk.session().accountabilities[1].evidence == "the list of calls, half of them, on the wall");
    given.desk.close();
    REQUIRE(given.desk.open(file));
    CHECK(given.desk.asides.empty());
    CHECK(given.desk.entry.text.empty());
}

TEST_CASE("a wording is worked on where it stands: typing adds to it and wipes nothing") {
    GivenRoom given(at_commit());
    given.room.key("E");
    given.room.type(", by six\n");
    CHECK(words_of(given.desk.session().accountabilities[0]) == "statement number 0, by six");
}

TEST_CASE("what does not fit beside each other is read from pages of its own, every word of it") {
    auto session = at_commit();
    std::string evidence = "the first";
    for (int i = 2; i < 60; ++i) evidence += " and number" + std::to_string(i);
    session.accountabilities[0].evidence = evidence;
    session.accountabilities[0].measure = "calls a day";
    GivenRoom given(session);
    CHECK_FALSE(given.room.shows("number59"));
    std::string read;
    for (int page = 0; page < 8; ++page) {
        read += given.room.text() + " ";
        given.room.key("PageDown");
    }
    CHECK(read.find("number59") != std::string::npos);
    CHECK(read.find("calls a day") != std::string::npos);
}

TEST_CASE("a date typed in words is echoed as the day it means, and shown on the page") {
    GivenRoom given(at_commit());
    given.room.key("D");
    given.room.type("friday");
    CHECK(given.room.shows("Friday 27 November 2026"));
    given.room.key("Return");
    CHECK(given.desk.session().accountabilities[0].due == Date{2026, 11, 27});
    CHECK(given.room.shows("Friday 27 November"));
}

TEST_CASE("a date nobody can mean is refused, stays in the field, and can be mended there") {
    GivenRoom given(at_commit());
    given.room.key("D");
    given.room.type("fryday\n");
    CHECK(given.room.shows("“fryday” is no day"));
    CHECK(given.desk.entry.text == "fryday");
    CHECK(given.room.focused() == "Entry");
    for (int i = 0; i < 4; ++i) given.room.key("Backspace");
    given.room.type("iday\n");
    CHECK(given.desk.session().accountabilities[0].due == Date{2026, 11, 27});
    CHECK(given.desk.entry.purpose == desk::Purpose::nothing);
}

TEST_CASE("Escape leaves a detail as it was, and the keys of the page work again") {
    GivenRoom given(at_commit());
    given.room.key("V");
    given.room.type("the call list\n");
    given.room.key("V");
    given.room.type(" of nobody");
    given.room.key("Escape");
    CHECK(given.desk.session().accountabilities[0].evidence == "the call list");
    given.room.key("Return");
    CHECK(given.desk.session().accountabilities[0].confirmed_at);
    CHECK(given.desk.place.focus == AccountabilityId{"a1"});
}

// Who is told as speaking in the seat row.
std::string seat_that_speaks(const desk::Desk& desk) {
    for (const auto& seat : desk.slide().seats)
        if (seat.sign == slide::SeatSign::speaking) return seat.name;
    return "nobody";
}

TEST_CASE("arrows step through the cards person by person, and the seat row follows") {
    GivenRoom given(at_commit());
    given.room.key("Right");
    given.room.key("Down");
    CHECK(given.desk.place.focus == AccountabilityId{"a2"});
    CHECK(seat_that_speaks(given.desk) == "Bo");
    CHECK(given.room.shows("3 of 3"));
    given.room.key("Left");
    given.room.key("Up");
    CHECK(given.desk.place.focus == AccountabilityId{"a0"});
    CHECK(seat_that_speaks(given.desk) == "Ana");
}

TEST_CASE("letters are answers while something is asked, and keys while nothing is") {
    GivenRoom given(at_commit());
    given.room.key("V");
    given.room.type("edvhif");
    CHECK(given.desk.entry.purpose == desk::Purpose::evidence);
    CHECK(given.desk.entry.text == "edvhif");
    given.room.key("Return");
    CHECK(given.desk.session().accountabilities[0].evidence == "edvhif");
}

TEST_CASE("a long statement is turned page by page") {
    auto session = at_commit();
    session.accountabilities[0].statement = std::string(1'000, 'w') + " the end";
    GivenRoom given(session);
    REQUIRE(given.desk.pages > 1);
    CHECK_FALSE(given.room.shows("the end"));
    for (int i = 0; i < 20; ++i) given.room.key("PageDown");
    CHECK(given.room.shows("the end"));
    for (int i = 0; i < 20; ++i) given.room.key("PageUp");
    CHECK(given.desk.page == 0);
}

TEST_CASE("at Close the date of the next meeting is asked for, refused where it is none, and shown") {
    auto session = at_commit();
    session.stage = Stage::close;
    GivenRoom given(session);
    given.room.key("D");
    given.room.type("never\n");
    CHECK(given.desk.entry.text == "never");
    given.room.key("Ctrl+A");
    given.room.type("4 december\n");
    CHECK(given.desk.session().next_date == Date{2026, 12, 4});
    CHECK(given.room.shows("We meet again on Friday 4 December"));
}
TEST_CASE("behind a blank screen a key does nothing that nobody would see") {
    GivenRoom given(at_commit());
    given.room.key("Ctrl+B");
    given.room.key("Return");
    CHECK_FALSE(given.desk.session().accountabilities[0].confirmed_at);
    given.room.key("Ctrl+B");
    given.room.key("Return");
    CHECK(given.desk.session().accountabilities[0].confirmed_at);
}
