// The review as a page: what it shows of a folder, at which keys, on which windows.
#include "desk/reviewing.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <memory>

using namespace avow;
using namespace avow::screen;

namespace {

struct GivenFolder {
    StillWorld world{AVOW_SOURCE_DIR "/assets/lexicon"};
    std::unique_ptr<Room> room;

    explicit GivenFolder(const std::string& only = "") {
        world.put_all_of(AVOW_SOURCE_DIR "/sessions/five-months", only);
        room = std::make_unique<Room>(world);
        room->size = {1920, 1080};
        room->key("V");
        desk().reviewing->wait_ms(20'000);
        room->frames(4);
    }
    desk::Desk& desk() { return room->desk(); }
};

} // namespace

TEST_CASE("the overview answers in sentences what is asked of a folder, and each section is a digit away") {
    GivenFolder given;
    auto& room = *given.room;
    for (std::size_t at = 0; at < desk::review_sections; ++at)
        CHECK(room.shows(std::string(desk::title_of(static_cast<desk::ReviewSection>(at)))));
    CHECK(room.shows("open; the oldest since"));
    for (std::size_t at = 0; at < desk::review_sections; ++at) {
        room.key(std::to_string(at + 1));
        CHECK(given.desk().reviewing->section == static_cast<desk::ReviewSection>(at));
        if (at == 0) continue;
        INFO(desk::title_of(given.desk().reviewing->section));
        const auto words = desk::answer_in_words(*given.desk().reviewing->page(), given.desk().reviewing->team,
                                                 given.desk().reviewing->section);
        CHECK(room.shows(words.substr(0, 20)));
    }
    room.key("PageUp");
    CHECK(given.desk().reviewing->section == desk::ReviewSection::owed);
    room.key("Escape");
    CHECK(given.desk().showing == desk::Showing::library);
}

TEST_CASE("what is open stands in the words that were said, with who and since when") {
    GivenFolder given;
    given.room->key("2");
    const auto& page = *given.desk().reviewing->page();
    const auto& life = page.review.lives[given.desk().reviewing->rows().front().at];
    CHECK(given.room->shows(words_of(life.item).substr(0, 30)));
    CHECK(given.room->shows("said on " + spoken_with_year(life.said_on)));
}

TEST_CASE("arrows walk the rows and the teams, and Return opens the card that is in hand") {
    GivenFolder given;
    auto& room = *given.room;
    room.key("2");
    room.key("Down");
    CHECK(given.desk().reviewing->row == 1);
    room.key("Up");
    CHECK(given.desk().reviewing->row == 0);
    const auto before = given.desk().reviewing->team;
    room.key("Right");
    CHECK(given.desk().reviewing->team != before);
    room.key("Tab");
    CHECK(given.desk().reviewing->team == before);
    const auto words =
        given.desk().reviewing->page()->review.lives[given.desk().reviewing->rows().front().at].item.statement;
    room.key("Return");
    REQUIRE(given.desk().is_open());
    REQUIRE(given.desk().place.focus);
    CHECK(find(given.desk().session(), *given.desk().place.focus)->statement == words);
}

TEST_CASE("a row is taken in hand and opened by clicks as well") {
    GivenFolder given;
    given.room->click("Section Open");
    given.room->click("Review row 2");
    CHECK(given.desk().reviewing->row == 1);
    given.room->click("Review row 2");
    CHECK(given.desk().is_open());
}

TEST_CASE("one session is reviewed too, and says that there is nothing to set beside it") {
    GivenFolder given("service-desk-2026-06-15.avow");
    CHECK(given.room->shows("There is one session"));
    given.room->key("Right");
    CHECK(given.room->shows("All sessions here are of one team"));
}

TEST_CASE("the page holds together on a small window, and a folder whose files are all torn is said") {
    GivenFolder given;
    given.room->size = {640, 400};
    for (const auto* key : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
        given.room->key(key);
        given.room->frames(2);
        CHECK_FALSE(given.room->text().empty());
    }
    StillWorld world;
    world.put("torn.avow", "no session");
    Room room(world);
    room.key("V");
    room.desk().reviewing->wait_ms(20'000);
    room.frames(4);
    CHECK(room.shows("None of the sessions here can be read."));
}
