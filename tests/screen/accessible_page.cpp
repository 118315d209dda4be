// What a screen reader is told of a page: the values, before any library has them.
#include "screen/accessible_page.hpp"

#include "screen/given_room.hpp"
#include "session/text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::screen;

namespace {

const Part* part_named(const std::vector<Part>& parts, std::string_view name) {
    const auto found = std::ranges::find(parts, name, &Part::name);
    return found == parts.end() ? nullptr : &*found;
}

bool tells(const std::vector<Part>& parts, std::string_view words) {
    return std::ranges::any_of(parts, [&](const Part& part) {
        return part.name.find(words) != std::string::npos || part.description.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("what is said is told whole, each seat with its person, and the field with what is typed into it") {
    GivenRoom given(session_of({"Ana Pires", "Bo Lind"}));
    const std::string words = "I answer every question of the late shift on the same day"; // two lines of the page
    given.room.type(words + "\n");
    given.room.type("Änd ");
    const auto parts = parts_of(given.room.recorder());
    CHECK(tells(parts, words));
    const auto* seat = part_named(parts, "Seat 1");
    REQUIRE(seat);
    CHECK(seat->role == Role::button);
    CHECK(seat->description.find("Ana") != std::string::npos);
    const auto* entry = part_named(parts, "Entry");
    REQUIRE(entry);
    CHECK(entry->role == Role::entry);
    CHECK(entry->is_focused);
    CHECK(entry->text == "Änd ");
    CHECK(entry->caret == 4);
    CHECK(std::ranges::count_if(parts, &Part::is_focused) == 1);
    given.room.key("Home");
    const auto after = parts_of(given.room.recorder());
    REQUIRE(part_named(after, "Entry"));
    CHECK(part_named(after, "Entry")->caret == 0);
}

TEST_CASE("a field of the form tells its words while the keyboard is elsewhere, and a passphrase is never told") {
    auto session = session_of({"Ana Pires"});
    session.stage = Stage::prepare;
    session.goal.text = "Nine of ten";
    GivenRoom given(session);
    const auto form = parts_of(given.room.recorder());
    const auto* goal = part_named(form, "Goal");
    REQUIRE(goal);
    CHECK(goal->role == Role::entry);
    CHECK(goal->text == "Nine of ten");
    GivenRoom other(session_of({"Ana Pires"}));
    other.desk.ask_for(desk::Purpose::passphrase);
    other.room.frames(3);
    other.room.type("sesame");
    const auto parts = parts_of(other.room.recorder());
    const auto* entry = part_named(parts, "Entry");
    REQUIRE(entry);
    CHECK(entry->role == Role::secret);
    CHECK(entry->text.empty());
    CHECK_FALSE(tells(parts, "sesame"));
}

TEST_CASE("a card is announced as it comes into hand, a menu is told with what is in it") {
    GivenRoom given(sample_at(Stage::commit));
    const auto first = words_to_announce(given.desk);
    CHECK_FALSE(first.empty());
    given.room.key("Right");
    CHECK(words_to_announce(given.desk) != first);
    given.room.key("E");
    CHECK(words_to_announce(given.desk).empty()); // it changes with each letter
    given.room.key("Escape");
    given.room.key("F10");
    const auto parts = parts_of(given.room.recorder());
    const auto* menu = part_named(parts, "Session");
    REQUIRE(menu);
    CHECK(menu->role == Role::menu);
    const auto* item = part_named(parts, "Save now");
    REQUIRE(item);
    CHECK(item->role == Role::menu_item);
    CHECK(std::ranges::count_if(parts, &Part::is_focused) == 1);
}

TEST_CASE("words of the page that a panel lies over are not told as words of its buttons") {
    GivenRoom given(sample_at(Stage::capture));
    given.room.type("a sentence of the page\n");
    given.room.key("Ctrl+K");
    given.room.type("what was done");
    const auto parts = parts_of(given.room.recorder());
    const auto* row = part_named(parts, "What was done");
    REQUIRE(row);
    CHECK(row->description.starts_with("Ctrl H"));
    for (const auto& person : given.desk.session().participants)
        CHECK(row->description.find(first_name(person.name)) == std::string::npos);
}
