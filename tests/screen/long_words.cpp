// What is said at length is shown at length: no page of the room cuts it, it is turned to.
#include "screen/given_room.hpp"
#include "screen/look.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;
using namespace avow::screen;
using storage::FarthestSeat;

namespace {

std::string so_many_words(int count) {
    std::string words = "word1";
    for (int i = 2; i <= count; ++i) words += " word" + std::to_string(i);
    return words;
}

Session one_who_says(const std::string& words, Stage stage) {
    auto session = session_of({"Ana Pires", "Bo Lind"});
    session.id = {"given"};
    session.stage = stage;
    session.themes.push_back({{"t0"}, "What it is about", false, 0, {}});
    for (const char* said : {"I call every customer back", words.c_str(), "I close what I open"}) {
        Accountability item;
        item.id = {"a" + std::to_string(session.accountabilities.size())};
        item.owner = session.participants[0].id;
        item.statement = said;
        item.theme = ThemeId{"t0"};
        session.accountabilities.push_back(item);
    }
    return session;
}

bool has_every_word(const std::string& text, int count) {
    for (int i = 1; i <= count; ++i)
        if (text.find("word" + std::to_string(i)) == std::string::npos) return false;
    return true;
}

} // namespace

TEST_CASE("Close and an opened theme show every word of what was said, however long, before any last row") {
    for (const int count : {60, 300})
        for (const auto seat : {FarthestSeat::four, FarthestSeat::six, FarthestSeat::eight}) {
            INFO(count << " words, last row " << static_cast<int>(seat));
            GivenRoom closing(one_who_says(so_many_words(count), Stage::close));
            closing.desk.settings.farthest_seat = seat;
            CHECK(has_every_word(words_on_all_pages(closing, {1280, 720}), count));
            GivenRoom opened(one_who_says(so_many_words(count), Stage::themes));
            opened.desk.settings.farthest_seat = seat;
            opened.desk.place.tile = 0;
            opened.desk.place.is_open = true;
            CHECK(has_every_word(words_on_all_pages(opened, {1280, 720}), count));
        }
}

TEST_CASE("in an opened theme the pages of the card in hand are turned, and no others") {
    GivenRoom given(one_who_says(so_many_words(400), Stage::themes));
    given.desk.place.tile = 0;
    given.desk.place.is_open = true;
    given.desk.place.focus = AccountabilityId{"a1"};
    given.room.frames(2);
    REQUIRE(given.desk.pages > 2);
    const int first = given.desk.page;
    given.room.key("PageDown");
    CHECK(given.desk.page == first + 1);
    for (int i = 0; i < 20; ++i) given.room.key("PageDown");
    CHECK(given.room.shows("word400"));
    CHECK(given.desk.place.focus == AccountabilityId{"a1"});
    given.desk.place.focus = AccountabilityId{"a0"};
    given.room.frames(2);
    CHECK(given.desk.page == 0);
    given.room.key("PageDown");
    CHECK(given.desk.page == 0);
}

TEST_CASE("at Commit the page that holds what is being typed is the one that is shown") {
    auto session = one_who_says(so_many_words(20), Stage::commit);
    session.accountabilities[0].evidence = so_many_words(120);
    GivenRoom given(session);
    REQUIRE(given.desk.pages > 1);
    REQUIRE(given.desk.page == 0);
    given.room.key("H");
    given.room.type("somebody who has seen it");
    CHECK(given.desk.page > 0);
    CHECK(given.room.shows("somebody who has seen it"));
    given.room.key("Return");
    CHECK(given.desk.session().accountabilities[0].help == "somebody who has seen it");
}

TEST_CASE("names of any length and days stand whole at Close before the farthest last row") {
    auto session = one_who_says("I call every customer back", Stage::close);
    session.participants[0].name = "Wilhelmina Featherstonehaugh-Abernathy";
    session.participants[1].name = "Wilhelmina Feodorovna Abernathy-Featherstone"; // so that neither is called by less
    session.accountabilities[0].due = Date{2026, 12, 30};
    GivenRoom given(session);
    given.desk.settings.farthest_seat = FarthestSeat::eight;
    const auto text = words_on_all_pages(given, {1280, 720});
    CHECK(text.find("30 Dec") != std::string::npos);
    CHECK(text.find("Wilhelmina Featherstone haugh- Abernathy") != std::string::npos); // on three lines
}
