// Taking back, by keys: the page's steps where the field is empty, the field's own where it is not, and across restarts.
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

TEST_CASE("Ctrl+Z with an empty field takes back what was said last, says what it was, and gives the turn back") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\n");
    given.room.key("Ctrl+Z");
    CHECK(said(given.desk.session()).empty());
    CHECK(speaker(given.desk) == "Ana");
    CHECK(given.room.shows("Undid: Ana said “I call back”"));
    given.room.key("Ctrl+Shift+Z");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
    given.room.key("Ctrl+Z");
    given.room.key("Ctrl+Y");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
}

TEST_CASE("Ctrl+Z with words in the field takes back typing and nothing of the session") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\n");
    given.room.type("I pick up");
    given.room.key("Ctrl+Z");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
    CHECK(given.desk.entry.text != "I pick up");
    given.room.key("Ctrl+Y");
    CHECK(given.desk.entry.text == "I pick up");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
}

TEST_CASE("Ctrl+Z in an empty field never brings back words that were said long ago") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\n");
    given.room.key("Ctrl+Z");
    given.room.key("Ctrl+Z");
    CHECK(given.desk.entry.text.empty());
    CHECK(given.room.shows("There is nothing to undo"));
}

TEST_CASE("every step of a stage is taken back one by one, and done again") {
    GivenRoom given(session_of({"Ana", "Bo", "Cem"}));
    const auto empty = given.desk.session();
    given.room.type("I call back\n");
    given.room.key("Tab");
    given.room.key("F4");
    given.room.type("I pick up\n");
    const auto full = given.desk.session();
    for (int i = 0; i < 4; ++i) given.room.key("Ctrl+Z");
    CHECK(given.desk.session() == empty);
    for (int i = 0; i < 4; ++i) given.room.key("Ctrl+Shift+Z");
    CHECK(given.desk.session() == full);
}

TEST_CASE("what was done before the session was closed is taken back after it was reopened") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\nI pick up\n");
    given.room.key("Ctrl+W");
    given.room.key("Return");
    REQUIRE(given.desk.is_open());
    given.room.key("Ctrl+Z");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
    given.room.key("Ctrl+W");
    given.room.key("Return");
    given.room.key("Ctrl+Shift+Z");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}, {"Bo", "I pick up"}});
}

TEST_CASE("the history panel tells every step in words, the newest first") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\nI pick up\n");
    given.room.key("Ctrl+H");
    const auto text = given.room.text();
    const auto first = text.rfind("Ana said “I call back”"), second = text.find("Bo said “I pick up”");
    REQUIRE(first != std::string::npos);
    REQUIRE(second != std::string::npos);
    CHECK(second < first);
    given.room.key("Escape");
    CHECK(given.desk.panel == desk::Panel::none);
    given.room.type("I");
    CHECK(given.desk.entry.text == "I");
}

TEST_CASE("undo takes back what was done, not where the room has gone since: that is what going back is for") {
    GivenRoom given(session_of({"Ana"}));
    given.room.type("I call back\n");
    given.room.key("Alt+3");
    CHECK(given.desk.session().stage == Stage::goal);
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session().accountabilities.empty());
    CHECK(given.desk.session().stage == Stage::goal);
    given.room.key("Ctrl+Z");
    CHECK(notice(given.desk) == "There is nothing to undo; Ctrl+PageUp goes back a stage");
    given.room.key("Ctrl+Shift+Z");
    CHECK(given.desk.session().accountabilities.size() == 1);
    CHECK(given.desk.session().stage == Stage::goal);
}
