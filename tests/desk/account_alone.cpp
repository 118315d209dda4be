// A meeting for the account alone: each in turn answers and promises, and the scoreboard shows the team.
#include "desk/given.hpp"
#include "insight/account.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::desk;

namespace {

// Ana carries one promise, Bo none, Lee two; Bo is here and will be asked for a next one.
struct GivenWeek : Given {
    GivenWeek() {
        auto last = session_of({"Ana", "Bo", "Lee"});
        last.id = {"last"};
        last.team = "Desk";
        last.date = plus_days(desk.today(), -7);
        const auto say = [&](const char* id, const char* owner, const char* words) {
            Accountability item;
            item.id = {id};
            item.owner = {owner};
            item.statement = words;
            last.accountabilities.push_back(item);
        };
        say("a1", "p1", "I call back");
        say("l1", "p3", "I bring the list");
        say("l2", "p3", "I ask first");
        last.plan = usual_plan();
        desk.start(last);
        desk.close();
        desk.start_account_from(std::filesystem::path(desk.library().front().path));
    }
    std::string in_hand() const { return desk.place.focus ? desk.place.focus->text : "nothing"; }
};

} // namespace

TEST_CASE("a weekly account opens at Open, with 90 seconds a person, and Close after it") {
    GivenWeek given;
    auto& desk = given.desk;
    CHECK(desk.session().stage == Stage::open);
    CHECK(minutes_of(desk.session(), Stage::open) == 5); // three people
    CHECK(stage_after(desk.session()) == Stage::close);
    CHECK(given.in_hand() == "a1");
    REQUIRE(desk.slide().ribbon.clock);
    CHECK(desk.slide().ribbon.clock->seconds_left == 90);
    given.world.pass_ms(100'000);
    CHECK(desk.slide().ribbon.clock->seconds_left == -10);
}

TEST_CASE(
    "after the last answer of each the next promise is asked for, of those too who carry none; then the scoreboard") {
    GivenWeek given;
    auto& desk = given.desk;
    answer(desk, Outcome::kept);
    CHECK(desk.entry.purpose == Purpose::next_promise);
    CHECK(label_of_entry(desk) == "Ana, until next time");
    type_and_return(desk, "I call back by noon");
    CHECK(desk.entry.purpose == Purpose::next_promise); // perhaps another
    finish_entry(desk);
    CHECK(label_of_entry(desk) == "Bo, until next time");
    CHECK(desk.slide().ribbon.clock->seconds_left == 90);
    finish_entry(desk);
    CHECK(given.in_hand() == "l1");
    answer(desk, Outcome::missed);
    type_and_return(desk, "no list");
    CHECK(given.in_hand() == "l2");
    answer(desk, Outcome::kept);
    type_and_return(desk, "I bring it on Monday");
    finish_entry(desk);
    CHECK(desk.is_scoreboard);
    CHECK(said(desk) == Said{{"Ana", "I call back by noon"}, {"Lee", "I bring it on Monday"}});
    const auto slide = desk.slide();
    const auto* board = std::get_if<slide::Scoreboard>(&slide.content);
    REQUIRE(board);
    REQUIRE(board->days.size() == 1);
    CHECK(board->days.front().given == std::array{2, 0, 1, 0});
    CHECK(board->promised == 2);
    CHECK(board->waiting == 0);
}

TEST_CASE(
    "what is typed as a next promise is seen by the room as it is typed, and undo gives the words' owner the turn") {
    GivenWeek given;
    auto& desk = given.desk;
    answer(desk, Outcome::kept);
    type_slowly(desk, "I call");
    const auto slide = desk.slide();
    const auto* page = std::get_if<slide::Answers>(&slide.content);
    REQUIRE(page);
    CHECK(page->speaker == "Ana");
    REQUIRE(page->items.size() == 2);
    CHECK(page->items.back().words == "I call");
    CHECK(page->items.back().is_next);
    CHECK(page->focus == 1);
}

TEST_CASE("a workshop begun from a weekly account has its usual stages again, and brings its new promises along") {
    GivenWeek given;
    auto& desk = given.desk;
    answer(desk, Outcome::kept);
    type_and_return(desk, "I call back by noon");
    const auto file = desk.file();
    desk.close();
    desk.start_from(file);
    CHECK(minutes_of(desk.session(), Stage::capture) > 0);
    CHECK_FALSE(insight::is_account_alone(desk.session()));
    std::vector<std::string> words;
    for (const auto& item : desk.session().carried) words.push_back(item.statement);
    CHECK(words == std::vector<std::string>{"I bring the list", "I ask first", "I call back by noon"});
}

TEST_CASE("the scoreboard goes over the folder's sessions of the team, each answer once, and shows nobody's own") {
    GivenWeek given;
    auto& desk = given.desk;
    answer(desk, Outcome::kept);
    finish_entry(desk);
    desk.close();
    given.world.pass_ms(7ll * 86'400'000);
    desk.start_account_from(std::filesystem::path(desk.library().front().path));
    while (desk.session().stage == Stage::open && !desk.is_scoreboard) {
        if (desk.entry.purpose == Purpose::next_promise)
            finish_entry(desk);
        else
            answer(desk, Outcome::kept);
    }
    const auto days = desk.team_so_far().days;
    REQUIRE(days.size() == 2);
    CHECK(days[0].given == std::array{1, 0, 0, 0});
    CHECK(days[1].given == std::array{2, 0, 0, 0});
    CHECK(desk.slide().seats.size() == 3);
}
