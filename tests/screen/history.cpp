// What was done: found, gone back to and forward again, by keys alone; and the meeting lived again.
#include "desk/history_rows.hpp"
#include "desk/replay.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace avow;
using namespace avow::screen;

namespace {

struct GivenVoices : GivenRoom {
    GivenVoices() : GivenRoom(session_of({"Ana", "Bo", "Cem"})) {
        for (const auto* words : {"I call back\n", "I pick up\n", "I write it down\n"}) {
            room.type(words);
            room.wait_ms(60'000);
        }
    }
};

} // namespace

TEST_CASE("Return on a step goes back to it, says how many steps were undone, and Ctrl+Y brings them back") {
    GivenVoices given;
    given.room.key("Ctrl+H");
    CHECK(given.room.focused() == "Find a step");
    given.room.key("Down");
    given.room.key("Down");
    given.room.key("Return");
    CHECK(given.desk.panel == desk::Panel::none);
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
    CHECK(given.room.shows("2 steps undone. Ctrl+Y brings them back"));
    given.room.key("Ctrl+Y");
    given.room.key("Ctrl+Y");
    CHECK(said(given.desk.session()).size() == 3);
}

TEST_CASE("Shift+Return goes to just before the step in hand, and what was undone says so in a word") {
    GivenVoices given;
    given.room.key("Ctrl+H");
    CHECK_FALSE(given.room.shows("undone"));
    given.room.key("Down");
    given.room.key("Shift+Return");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
    given.room.key("Ctrl+H");
    CHECK(given.room.shows("undone"));
    given.room.key("Return"); // the newest of all
    CHECK(said(given.desk.session()).size() == 3);
    CHECK(given.room.shows("Forward to"));
}

TEST_CASE("the words typed leave the steps that have them, and Return means the one in hand of those") {
    GivenVoices given;
    given.room.key("Ctrl+H");
    given.room.type("pick");
    CHECK(given.room.shows("Bo said “I pick up”"));
    CHECK_FALSE(given.room.has("00:02 Cem said “I write it down”"));
    CHECK(given.desk.history_list().steps().size() == 1);
    given.room.key("Return");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}, {"Bo", "I pick up"}});
    given.room.key("Ctrl+H");
    given.room.type("nobody said this");
    CHECK(given.room.shows("Nothing that was done has these words"));
    given.room.key("Return");
    CHECK(said(given.desk.session()).size() == 2);
}

TEST_CASE("of a long history only what is in sight is drawn, and the row in hand always is") {
    std::vector<Entry> log;
    for (int i = 0; i < 400; ++i) {
        const std::string id = "s" + std::to_string(i);
        log.emplace_back(Step{{id}, "Ana said number " + std::to_string(i) + ".", {i * 1'000}, {NameTeam{id}}});
    }
    GivenRoom given;
    given.desk.look_at(History(session_of({"Ana"}), std::move(log)));
    given.room.frames(4);
    given.room.key("Ctrl+H");
    CHECK(given.room.shows("Ana said number 399."));
    CHECK_FALSE(given.room.shows("Ana said number 200."));
    given.room.key("Ctrl+End");
    CHECK(given.room.shows("Ana said number 0."));
    CHECK_FALSE(given.room.shows("Ana said number 399."));
    given.room.key("PageUp");
    given.room.key("PageUp");
    CHECK_FALSE(given.room.shows("Ana said number 0."));
    given.room.key("Ctrl+Home");
    for (int i = 0; i < 60; ++i) given.room.key("Down");
    CHECK(given.room.shows("Ana said number 339."));
}

TEST_CASE("the replay shows the room what was said when it was said, and leaves everything as it was") {
    GivenVoices given;
    given.room.type("I half");
    const auto log = given.desk.history().log();
    given.room.key("Ctrl+Shift+H");
    REQUIRE(given.desk.replay);
    CHECK(given.room.shows("20 times as fast"));
    CHECK(given.room.shows("A replay: nothing is changed"));
    CHECK_FALSE(given.room.shows("I pick up"));
    given.room.key("Space");
    given.room.key("Home");
    given.room.key("Right");
    CHECK(given.room.shows("I call back"));
    CHECK(given.room.shows("1 of 3"));
    CHECK(given.room.shows("stands still"));
    given.room.key("Right");
    CHECK(given.room.shows("I pick up"));
    given.room.key("Left");
    CHECK_FALSE(given.room.shows("I pick up"));
    given.room.key("Up");
    CHECK(given.room.shows("60 times as fast"));
    given.room.key("End");
    CHECK(given.room.shows("I write it down"));
    CHECK(given.room.shows("the end"));
    given.room.key("Ctrl+Z");
    CHECK(given.room.shows("nothing of it can be changed"));
    given.room.type("abc 123");
    CHECK(given.desk.history().log() == log);
    given.room.key("Escape");
    CHECK_FALSE(given.desk.replay);
    CHECK(given.desk.entry.text == "I half");
    CHECK(given.desk.history().log() == log);
    given.room.type(" and more\n");
    CHECK(said(given.desk.session()).size() == 4);
}

TEST_CASE("while a replay runs the page is drawn again in time, and not at all while it stands still") {
    GivenVoices given;
    given.room.key("Ctrl+Shift+H");
    given.room.frames(15); // until the page has faded in
    REQUIRE(given.room.seconds_until_change());
    CHECK(*given.room.seconds_until_change() <= .11);
    CHECK(*given.room.seconds_until_change() >= .01);
    given.room.key("Space");
    given.room.frames(15);
    CHECK_FALSE(given.room.seconds_until_change());
    given.room.key("Escape");
}

TEST_CASE("the board's run sheet has the minutes a stage took beside those it was given") {
    auto session = session_of({"Ana"});
    session.plan = {{Stage::goal, 7}, {Stage::capture, 20}};
    GivenRoom given(std::move(session));
    given.room.key("Alt+3");
    given.room.wait_ms(11 * 60'000);
    given.room.key("Alt+6");
    given.room.key("F2");
    CHECK(given.room.shows("taken"));
    CHECK(given.room.shows("11"));
    CHECK(given.room.shows("27"));
}

TEST_CASE("a sentence of the history that begins with an Arabic name is read from the left like the others") {
    GivenRoom given(session_of({"أحمد", "Bo"}));
    given.room.type("I call back\nI call back\n");
    given.room.key("Ctrl+H");
    // What stands at the right end of a line, before the mark that ends what was said, as its picture in the atlas.
    const auto last_ink = [&](std::string_view name) {
        const auto& lines = given.room.recorder().lines();
        const auto said = std::ranges::find_if(
            lines, [&](const Line& line) { return line.words.starts_with(std::string(name) + " said"); });
        REQUIRE(said != lines.end());
        std::vector<std::pair<float, Box>> inked;
        for (std::size_t i = 0; i < said->letters.size(); ++i)
            inked.emplace_back(said->letters[i].max.x, said->pictures[i]);
        std::ranges::sort(inked, std::greater{}, &std::pair<float, Box>::first);
        const auto& picture = inked.at(1).second;
        return std::tuple(picture.min.x, picture.min.y, picture.max.x, picture.max.y);
    };
    CHECK(last_ink("أحمد") == last_ink("Bo"));
}
