// A person's page in the window, by keyboard alone.
#include "desk/reviewing.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace avow;
using namespace avow::screen;

namespace {

struct GivenFolder : GivenRoom {
    GivenFolder() {
        world.put_all_of(AVOW_SOURCE_DIR "/sessions/five-months");
        desk.look_at_library();
        room.frames(3);
    }
};

} // namespace

TEST_CASE("from the library to a person's page, an answer in one key and a rewording, with no mouse") {
    GivenFolder given;
    auto& room = given.room;
    room.key("P");
    CHECK(room.focused() == "People field");
    const auto person = given.desk.people.front();
    room.type(person.name);
    room.key("Return");
    REQUIRE(given.desk.one_on_one);
    CHECK(room.shows(person.name));
    CHECK(room.shows("What is open"));
    CHECK(room.shows("To talk about"));
    REQUIRE(given.desk.one_on_one->order.size() >= 1);
    const auto id = given.desk.one_on_one->item;
    CHECK(room.shows(find(given.desk.session(), id)->statement));
    room.key("E");
    CHECK(room.focused() == "Entry");
    room.key("Ctrl+A");
    room.type("I ring them before nine\n");
    CHECK(words_of(*find(given.desk.session(), id)) == "I ring them before nine");
    CHECK(room.shows("I ring them before nine"));
    room.key("M");
    room.type("the line was down\n");
    CHECK(find(given.desk.session(), id)->check_ins.back().reason == "the line was down");
    room.key("T");
    room.type("thank her for Tuesday\n");
    CHECK(room.shows("thank her for Tuesday"));
    room.key("1");
    CHECK(given.desk.one_on_one->points.front().ticked_on);
    room.key("Ctrl+E");
    given.desk.errands.finish();
    CHECK(std::filesystem::exists(given.world.folder() /
                                  (desk::name_for_file(person.name, given.desk.today()) + ".pdf")));
    room.key("Escape");
    CHECK_FALSE(given.desk.is_open());
    CHECK(given.desk.panel == desk::Panel::people);
    room.key("Escape");
    CHECK(given.desk.panel == desk::Panel::none);
    CHECK(room.tally().mouse == 0);
}

TEST_CASE("the list of people narrows as one types, also by team, and says when nobody answers") {
    GivenFolder given;
    given.room.key("P");
    given.room.type("service");
    for (const auto& person : given.desk.people) {
        INFO(person.name << ", " << person.team);
        if (person.team.starts_with("Field")) CHECK_FALSE(given.room.has("Page of " + person.name));
    }
    given.room.key("Ctrl+A");
    given.room.type("zzyx");
    CHECK(given.room.shows("Nobody of that name is in these sessions"));
    given.room.key("Return");
    CHECK_FALSE(given.desk.is_open());
}

TEST_CASE("the keys of a stage do nothing on a person's page, and F7 goes there and back") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("F7");
    REQUIRE(given.desk.one_on_one);
    const auto before = given.desk.session();
    for (const auto* key : {"G", "N", "O", "R", "Alt+6", "Ctrl+PageDown", "F2"}) given.room.key(key);
    CHECK(given.desk.session() == before);
    REQUIRE(given.desk.one_on_one);
    given.room.key("F7");
    CHECK_FALSE(given.desk.one_on_one);
    CHECK(given.desk.showing == desk::Showing::audience);
}

TEST_CASE("while a menu is open Escape closes it, and no key works the page under it") {
    GivenFolder given;
    auto& room = given.room;
    room.key("V");
    given.desk.reviewing->wait_ms(20'000);
    room.frames(3);
    REQUIRE(given.desk.showing == desk::Showing::review);
    room.click("Review");
    room.frames(3);
    room.key("Escape");
    CHECK(given.desk.showing == desk::Showing::review);
    room.key("Escape");
    CHECK(given.desk.showing == desk::Showing::library);
}

TEST_CASE("a wrong passphrase is said, and the field asks again") {
    GivenFolder given;
    auto& room = given.room;
    room.key("P");
    room.key("Return");
    room.key("T");
    room.type("ask about the rota\n");
    room.key("Shift+U");
    room.type("correct horse\n");
    room.type("correct horse\n");
    CHECK_FALSE(room.shows("ask about the rota"));
    room.key("U");
    room.type("wrong\n");
    CHECK(room.shows("That is not the passphrase. Nothing was changed"));
    CHECK(room.focused() == "Entry");
    room.type("correct horse\n");
    CHECK(room.shows("ask about the rota"));
}
