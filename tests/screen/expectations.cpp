// Before the room comes in: who leads, what they expect and guess, and the seal on it.
#include "screen/given_room.hpp"
#include "storage/seal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

namespace {

Session at_prepare() {
    auto session = session_of({"Ines Ortega", "Ana", "Bo"});
    session.stage = Stage::prepare;
    return session;
}

} // namespace

TEST_CASE("who leads is a button at the person, and again: nobody does") {
    GivenRoom given(at_prepare());
    given.room.click("Make the leader: Ines Ortega");
    CHECK(given.desk.session().leader == given.desk.session().participants[0].id);
    given.room.click("Make the leader: Bo");
    CHECK(given.desk.session().leader == given.desk.session().participants[2].id);
    given.room.click("Leads: Bo");
    CHECK_FALSE(given.desk.session().leader);
}

TEST_CASE("expectations and guesses are typed by keyboard alone, and sealed by one key") {
    GivenRoom given(at_prepare());
    given.room.key("Ctrl+Shift+L");
    given.room.type("ines\n");
    CHECK(given.room.shows("What Ines expects"));
    given.room.tab_to("Expectation 1");
    given.room.type("Every message is answered on its day\n");
    given.room.type("2\n");
    given.room.type("The board is tidy\n");
    const auto& expectations = given.desk.session().expectations;
    REQUIRE(expectations.size() == 2);
    CHECK(expectations[0].text == "Every message is answered on its day");
    CHECK(expectations[0].guess == 2);
    CHECK(expectations[1].text == "The board is tidy");
    CHECK_FALSE(expectations[1].guess);
    given.room.key("Ctrl+L");
    REQUIRE(is_sealed(given.desk.session()));
    CHECK(storage::seal_holds(given.desk.session()));
    CHECK(given.room.shows("Fingerprint " + storage::short_fingerprint(*given.desk.session().seal)));
    CHECK_FALSE(given.room.shows("Every message"));
    CHECK_FALSE(given.room.has("Expectation 1"));
    CHECK(given.room.tally().mouse == 0);
}

TEST_CASE("after the strip has asked who leads, Tab goes on in the form, also a while later") {
    GivenRoom given(at_prepare());
    given.room.key("Tab");
    given.room.key("Tab");
    given.room.key("Ctrl+Shift+L");
    given.room.type("ines\n");
    given.room.frames(90);
    given.room.key("Tab");
    CHECK_FALSE(given.room.focused().empty());
}

TEST_CASE("an emptied expectation is dropped, and a guess that nobody could make come true is refused") {
    GivenRoom given(at_prepare());
    desk::name_leader(given.desk, given.desk.session().participants[0].id);
    desk::write_expectation(given.desk, {}, "Answer on the day");
    desk::write_expectation(given.desk, {}, "Tidy board");
    given.room.frames(4);
    given.room.tab_to("Guess 1");
    given.room.type("3\n");
    CHECK_FALSE(given.desk.session().expectations[0].guess);
    CHECK(notice(given.desk).find("0 to 2") != std::string::npos);
    given.room.tab_to("Expectation 1");
    given.room.key("Ctrl+A");
    given.room.key("Delete");
    given.room.key("Tab");
    REQUIRE(given.desk.session().expectations.size() == 1);
    CHECK(given.desk.session().expectations[0].text == "Tidy board");
}

TEST_CASE("nothing is sealed without a leader or an expectation, and that is said in words") {
    GivenRoom given(at_prepare());
    given.room.key("Ctrl+L");
    CHECK(notice(given.desk).find("Nobody is named as the leader") != std::string::npos);
    desk::name_leader(given.desk, given.desk.session().participants[0].id);
    given.room.key("Ctrl+L");
    CHECK(notice(given.desk).find("no expectations to seal") != std::string::npos);
}

TEST_CASE("a seal that comes after the first statement says so") {
    auto session = at_prepare();
    session.leader = session.participants[0].id;
    session.expectations = {{{"e1"}, "Answer on the day", {}}};
    Accountability item;
    item.id = {"a1"};
    item.owner = session.participants[1].id;
    item.statement = "I call back";
    session.accountabilities = {item};
    GivenRoom given(session);
    given.room.key("Ctrl+L");
    CHECK(notice(given.desk).find("1 statement was said before the sealing") != std::string::npos);
    CHECK(given.room.shows("said before the sealing"));
}

TEST_CASE("what is sealed is on no page of the room and in no word of the strip, and the history tells nothing of it") {
    GivenRoom given(at_prepare());
    desk::name_leader(given.desk, given.desk.session().participants[0].id);
    desk::write_expectation(given.desk, {}, "MARKED expectation");
    desk::seal_expectations(given.desk);
    for (const auto stage : all_stages) {
        desk::go_to(given.desk, stage);
        given.room.frames(4);
        CHECK_FALSE(given.room.shows("MARKED"));
        for (const auto& words : given.room.picture({1280, 720})) CHECK(words.text.find("MARKED") == std::string::npos);
    }
    given.room.key("Ctrl+H");
    CHECK_FALSE(given.room.shows("MARKED"));
}

TEST_CASE("in the next session the expectations are there again under their ids, unsealed") {
    GivenRoom given(at_prepare());
    desk::name_leader(given.desk, given.desk.session().participants[0].id);
    desk::write_expectation(given.desk, {}, "Answer on the day");
    desk::seal_expectations(given.desk);
    const auto before = given.desk.session();
    const auto file = given.desk.file();
    given.desk.close();
    given.desk.start_from(file);
    given.room.frames(4);
    CHECK(given.desk.session().leader == before.leader);
    CHECK_FALSE(given.desk.session().seal);
    REQUIRE(given.desk.session().expectations.size() == 1);
    CHECK(given.desk.session().expectations[0].id == before.expectations[0].id);
    CHECK(given.room.has("Expectation 1"));
}
