// A question to the room, in the window: what its audience can read while answers are entered, and after.
#include "screen/given_room.hpp"
#include "session/text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cctype>

using namespace avow;
using namespace avow::screen;

namespace {

std::string name_on(const std::string& page, const Session& session) {
    for (const auto& person : session.participants)
        if (page.find(first_name(person.name)) != std::string::npos) return person.name;
    return {};
}

} // namespace

TEST_CASE("twelve fingers by keyboard: the page counts them, hides them to the last, and names nobody", "[privacy]") {
    GivenRoom given(sample_at(Stage::goal));
    given.room.key("Ctrl+1");
    const auto goal = given.desk.slide().ribbon.goal;
    for (int i = 0; i < 11; ++i) {
        given.room.key(i % 2 ? "4" : "5");
        const auto page = words_on(given);
        INFO(page);
        CHECK(page.find(std::to_string(i + 1) + " of 12\n") != std::string::npos);
        CHECK(name_on(page, given.desk.session()).empty());
        CHECK(page.find("middle") == std::string::npos);
        CHECK(page.find("r_wg") == std::string::npos);
    }
    given.room.key("3");
    REQUIRE(given.desk.session().polls.size() == 1);
    const auto page = words_on(given);
    INFO(page);
    CHECK(page.find("From 3 to 5, the middle") != std::string::npos);
    CHECK(page.find("r_wg") != std::string::npos);
    CHECK(name_on(page, given.desk.session()).empty());
    CHECK(given.room.tally().keys <= 14);
    CHECK(given.room.tally().mouse == 0);
    given.room.key("Return");
    CHECK(given.room.shows(goal.substr(0, 10)));
}

TEST_CASE("a dot stands for each answer: sixty people fit the page, and three do") {
    for (const std::size_t people : {3u, 12u, 60u}) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < people; ++i) names.push_back("Person " + std::to_string(i));
        GivenRoom given(session_of(names));
        desk::ask_room(given.desk, PollKind::fingers);
        for (std::size_t i = 0; i < people; ++i) desk::give_digit(given.desk, 4);
        (void)words_on(given);
        CHECK(given.desk.pages == 1);
        CHECK(given.room.shows("All " + std::to_string(people) + " say 4"));
    }
}

TEST_CASE("what is typed to correct an answer is shown to nobody", "[privacy]") {
    GivenRoom given(sample_at(Stage::goal));
    given.room.key("Ctrl+1");
    for (int i = 0; i < 12; ++i) given.room.key("4");
    given.room.key("C");
    given.room.type("an");
    CHECK_FALSE(given.room.shows("Ana"));
    CHECK(given.room.in_fields().find("an") == std::string::npos);
    given.room.type(" 2\n");
    CHECK(given.desk.session().polls[0].answers[0].value == 2);
    CHECK(given.room.text().find("Ana") == std::string::npos);
}

TEST_CASE("digits do not reach a statement's field, and come back to it afterwards") {
    GivenRoom given(sample_at(Stage::capture));
    given.room.type("I ask 4");
    given.room.key("Ctrl+1");
    for (int i = 0; i < 12; ++i) given.room.key("5");
    given.room.key("Return");
    given.room.type(" more");
    CHECK(given.desk.entry.text == "I ask 4 more");
}

TEST_CASE("after a vote each tile tells its votes, and a title stands whole while they are counted") {
    auto session = sample_at(Stage::themes);
    const std::string title = "What we owe each other on weekends";
    session.themes[0].title = title;
    GivenRoom given(session);
    given.room.key("Ctrl+3");
    given.room.key("Return"); // the budget as it is suggested
    CHECK(words_on(given).find(title) != std::string::npos);
    for (std::size_t i = 0; i < given.desk.session().themes.size(); ++i) {
        given.room.key("2");
        given.room.key("Return");
    }
    REQUIRE(given.desk.session().polls.size() == 1);
    given.room.key("Return");
    std::string page = words_on(given);
    std::ranges::replace(page, '\n', ' ');
    CHECK(page.find("2 votes") != std::string::npos);
}
