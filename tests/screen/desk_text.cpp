// The size of text on the desk: by keys, remembered, and never the room's.
#include "desk/verbs.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::screen;

namespace {

// Of the words in the strip that say whether all is kept.
float height_of_kept(const Room& room) {
    for (const auto& line : room.recorder().lines())
        if (line.words.starts_with("kept ") || line.words.ends_with(" kept")) return line.rect.max.y - line.rect.min.y;
    return 0;
}

} // namespace

TEST_CASE("text on the desk grows by keys up to four times, shrinks back, and the room's page stays as it was") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.size = {1920, 1080};
    given.desk.showing = desk::Showing::board;
    given.room.frames(3);
    const auto usual = height_of_kept(given.room);
    const auto page = given.room.picture({1920, 1080});
    given.room.frames(4);
    for (const int percent : {125, 150, 175, 200, 250, 300, 400, 400}) {
        given.room.key("Ctrl+Shift+Equal");
        CHECK(given.desk.settings.desk_text == percent);
    }
    given.room.frames(2);
    REQUIRE(usual > 0);
    CHECK(height_of_kept(given.room) > 3 * usual);
    const auto again = given.room.picture({1920, 1080});
    REQUIRE(again.size() == page.size());
    for (std::size_t i = 0; i < page.size(); ++i) {
        CHECK(again[i].em == page[i].em);
        CHECK(again[i].text == page[i].text);
    }
    given.room.frames(4);
    given.room.key("Ctrl+Shift+Minus");
    CHECK(given.desk.settings.desk_text == 300);
    given.room.key("Ctrl+0");
    CHECK(given.desk.settings.desk_text == 100);
}

TEST_CASE("where the room's page shares the window with the strip, larger text on the desk leaves both alone") {
    GivenRoom given(sample_at(Stage::capture));
    given.desk.showing = desk::Showing::audience;
    given.room.frames(3);
    const auto height = given.desk.screens.picture_height;
    given.desk.settings.desk_text = 400;
    given.room.frames(3);
    CHECK(given.desk.screens.picture_height == height);
}

TEST_CASE("what is typed in Arabic is shown as it is written, below the field, and the strip keeps its height") {
    GivenRoom given(sample_at(Stage::capture));
    given.desk.showing = desk::Showing::audience;
    given.room.frames(4);
    const auto height = given.desk.screens.picture_height;
    const auto lines_of = [&](std::string_view words) {
        return std::ranges::count_if(given.room.recorder().lines(),
                                     [&](const Line& line) { return line.words == words; });
    };
    given.room.type("plain");
    given.room.frames(2);
    const auto plain = lines_of("plain"); // on the room's page
    given.room.key("Ctrl+A");
    given.room.type("أرد");
    given.room.frames(2);
    CHECK(lines_of("أرد") == plain + 1);
    CHECK(given.desk.screens.picture_height == height);
    CHECK(given.desk.entry.text == "أرد");
}
