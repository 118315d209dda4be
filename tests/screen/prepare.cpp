// Before the room comes in: fields that make one step when they are left, people, seats and minutes.
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

namespace {

Session at_prepare(const std::vector<std::string>& names) {
    auto session = session_of(names);
    session.stage = Stage::prepare;
    return session;
}

std::vector<std::string> names_of(const Session& session) {
    std::vector<std::string> names;
    for (const auto& person : session.participants) names.push_back(person.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("after a pasted roster was welcomed the next name can be typed at once") {
    GivenRoom given(session_of({}));
    desk::go_to(given.desk, Stage::prepare);
    given.room.frames(4);
    given.room.tab_to("Add a person");
    given.room.paste("Ana\nBob\nCem");
    REQUIRE(given.desk.panel == desk::Panel::roster);
    given.room.key("Ctrl+Return");
    REQUIRE(given.desk.panel == desk::Panel::none);
    CHECK(given.desk.session().participants.size() == 3);
    given.room.type("Dora\n");
    REQUIRE(given.desk.session().participants.size() == 4);
    CHECK(given.desk.session().participants.back().name == "Dora");
}

TEST_CASE("what is half typed into the form comes back when the session is opened again") {
    GivenRoom given;
    given.desk.start(Session{.id = {"form"}, .date = {2026, 11, 21}});
    given.room.frames(4);
    given.room.type("North\n\nRenew nine a mon");
    const auto file = given.desk.file();
    given.desk.close();
    REQUIRE(given.desk.open(file));
    given.room.frames(6);
    CHECK(given.desk.session().team == "North");
    CHECK(given.desk.session().goal.text == "Renew nine a mon");
    CHECK(given.desk.asides.empty());
}

TEST_CASE("what was typed into the form when the room moved on is kept as the goal, and not as half typed beside it") {
    GivenRoom given;
    given.desk.start(Session{.id = {"form"}, .date = {2026, 11, 21}});
    given.room.frames(4);
    given.room.type("North\n\nRenew nine a mon");
    SECTION("to the next stage") { given.room.key("Ctrl+PageDown"); }
    SECTION("to the room's page") { given.room.key("F2"); }
    SECTION("to a question") { given.room.key("Ctrl+1"); }
    given.room.frames(4);
    CHECK(given.desk.session().goal.text == "Renew nine a mon");
    given.desk.act(StateGoal{{.text = "Renew ten a month"}});
    given.desk.close();
    REQUIRE(given.desk.library().size() == 1);
    REQUIRE(given.desk.open(given.desk.library().front().path)); // by the name of its team now
    CHECK(given.desk.asides.empty());
    given.desk.showing = desk::Showing::board;
    given.room.frames(6);
    CHECK(given.desk.session().goal.text == "Renew ten a month");
}

TEST_CASE("after Escape the Tab key goes on through the form") {
    GivenRoom given;
    given.desk.start(Session{.id = {"form"}, .date = {2026, 11, 21}});
    given.room.frames(4);
    given.room.key("Escape");
    given.room.key("Escape");
    given.room.tab_to("Goal");
    CHECK(given.room.focused() == "Goal");
}

TEST_CASE("Return in a field of the form goes on to the next, so that the form is filled without the Tab key") {
    GivenRoom given;
    given.desk.start(Session{.id = {"form"}, .date = {2026, 11, 21}});
    given.room.frames(4);
    REQUIRE(given.room.focused() == "Team");
    given.room.type("North\n");
    CHECK(given.room.focused() == "Date");
    given.room.type("\n");
    CHECK(given.room.focused() == "Goal");
    given.room.type("Renew nine a month\nthree\nnine\n31 march\nit pays us\nit is calm\n");
    const auto& session = given.desk.session();
    CHECK(session.team == "North");
    CHECK(session.goal.text == "Renew nine a month");
    CHECK(session.goal.from == "three");
    CHECK(session.goal.to == "nine");
    CHECK(session.goal.by.has_value());
    CHECK(session.goal.why_us == "it pays us");
    CHECK(session.goal.why_you == "it is calm");
}

TEST_CASE("a field makes one step when it is left, however much was typed") {
    GivenRoom given(at_prepare({}));
    given.room.tab_to("Team");
    given.room.key("End");
    given.room.type(" North");
    CHECK(given.desk.session().team == "Renewals");
    given.room.key("Tab");
    CHECK(given.desk.session().team == "Renewals North");
    CHECK(given.desk.history().past().size() == 1);
}

TEST_CASE("a field left by Return, by a click or by the next stage keeps what was typed") {
    GivenRoom given(at_prepare({}));
    given.room.tab_to("Goal");
    given.room.type("Nine a month");
    given.room.key("Return");
    CHECK(given.desk.session().goal.text == "Nine a month");
    given.room.tab_to("From what");
    given.room.type("3");
    given.room.click("To what");
    CHECK(given.desk.session().goal.from == "3");
    given.room.type("9");
    given.room.key("Ctrl+PageDown");
    CHECK(given.desk.session().stage == Stage::goal);
    CHECK(given.desk.session().goal.to == "9");
}

TEST_CASE("a field that is being typed into when the session is closed keeps what was typed") {
    GivenRoom given(at_prepare({}));
    given.room.tab_to("Goal");
    given.room.type("Nine a month");
    given.room.key("Ctrl+W");
    CHECK_FALSE(given.desk.is_open());
    given.room.key("Return");
    REQUIRE(given.desk.is_open());
    CHECK(given.desk.session().goal.text == "Nine a month");
}

TEST_CASE("a field left by Escape, or as it was, makes no step") {
    GivenRoom given(at_prepare({}));
    given.room.tab_to("Team");
    given.room.key("End");
    given.room.type(" South");
    given.room.key("Escape");
    given.room.tab_to("Goal");
    given.room.key("Tab");
    CHECK(given.desk.session().team == "Renewals");
    CHECK(given.desk.history().past().empty());
}

TEST_CASE("a day is typed in words; what names none is refused and says what would do") {
    GivenRoom given(at_prepare({}));
    given.room.tab_to("By when");
    given.room.type("31 march");
    given.room.key("Return");
    CHECK(given.desk.session().goal.by == Date{2027, 3, 31});
    given.room.tab_to("Date");
    given.room.key("Ctrl+A");
    given.room.type("someday");
    given.room.key("Return");
    CHECK(given.desk.session().date == Date{2026, 11, 21});
    CHECK(given.room.shows("“someday” is no day"));
}

TEST_CASE("people are added one after the other, and a whole roster pasted into the same field is asked about") {
    GivenRoom given(at_prepare({"Ana"}));
    given.room.tab_to("Add a person");
    given.room.type("Bo\nCem\n");
    CHECK(names_of(given.desk.session()) == Names{"Ana", "Bo", "Cem"});
    given.room.paste("Dora\nEmil\nFay\n");
    CHECK(given.desk.panel == desk::Panel::roster);
    CHECK(given.room.shows("3 to welcome: Dora, Emil, Fay"));
    given.room.key("Ctrl+Return");
    CHECK(given.desk.session().participants.size() == 6);
}

TEST_CASE("somebody who is there already is asked about, and nobody is welcomed twice by a slip") {
    GivenRoom given(at_prepare({"Ana"}));
    given.room.tab_to("Add a person");
    given.room.type("ana\n");
    CHECK(given.desk.session().participants.size() == 1);
    CHECK(given.room.shows("Are there two of one name?"));
}

TEST_CASE("seats are moved, people renamed and removed by buttons, each a step") {
    GivenRoom given(at_prepare({"Ana", "Bo", "Cem"}));
    given.room.size = {1920, 1080};
    given.room.frames(2);
    given.room.click("Seat after Ana");
    CHECK(names_of(given.desk.session()) == Names{"Bo", "Ana", "Cem"});
    given.room.click("Seat before Cem");
    CHECK(names_of(given.desk.session()) == Names{"Bo", "Cem", "Ana"});
    CHECK_THROWS(given.room.click("Seat before Bo")); // grey: it is the first
    given.room.click("Remove Cem");
    CHECK(names_of(given.desk.session()) == Names{"Bo", "Ana"});
    given.room.click("Name 3"); // the seats of the others are theirs
    given.room.key("Ctrl+A");
    given.room.type("Ana Silva\n");
    CHECK(names_of(given.desk.session()) == Names{"Bo", "Ana Silva"});
    for (int i = 0; i < 4; ++i) given.desk.undo();
    CHECK(names_of(given.desk.session()) == Names{"Ana", "Bo", "Cem"});
}

TEST_CASE("minutes are given by buttons, never fewer than none") {
    GivenRoom given(at_prepare({}));
    given.room.click("More Align");
    given.room.click("More Align");
    CHECK(minutes_of(given.desk.session(), Stage::align) == 2);
    given.room.click("Less Align");
    given.room.click("Less Align");
    CHECK(minutes_of(given.desk.session(), Stage::align) == 0);
    CHECK_THROWS(given.room.click("Less Align"));
}

TEST_CASE("sixty people can be prepared, and everybody's fields are in reach of the keyboard") {
    std::vector<std::string> names;
    for (int i = 1; i <= 60; ++i) names.push_back("Person " + std::to_string(i));
    GivenRoom given(at_prepare(names));
    given.room.tab_to("Add a person");
    given.room.type("One too many\n");
    CHECK(given.desk.session().participants.size() == 60);
    CHECK(notice(given.desk).find("60") != std::string::npos);
    given.room.tab_to("Name 20");
    given.room.key("End");
    given.room.type(" B\n");
    CHECK(given.desk.session().participants[19].name == "Person 20 B");
}
