// The wall and the board in the window: digits, dragging, and what a proposal leaves alone.
#include "insight/coverage.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

namespace {

// Three themes A, B, C with two cards each, and one card apart, at Themes.
Session three_themes() {
    auto session = session_of({"Ana", "Bo", "Cem"});
    session.id = {"given"};
    session.stage = Stage::themes;
    const std::vector<std::string> words = {"I call back the same day", "I pick up at once", "I write it down",
                                            "I read the notes first",   "My desk is clear",  "I wash my own cups",
                                            "I close the windows"};
    for (int i = 0; i < 3; ++i)
        session.themes.push_back({{"t" + std::to_string(i)},
                                  std::vector<std::string>{"Calls", "Notes", "Kitchen"}[static_cast<std::size_t>(i)],
                                  false,
                                  i,
                                  {}});
    for (std::size_t i = 0; i < words.size(); ++i) {
        Accountability item;
        item.id = {"a" + std::to_string(i)};
        item.owner = {"p" + std::to_string(i % 3 + 1)};
        item.statement = words[i];
        if (i < 6) item.theme = ThemeId{"t" + std::to_string(i / 2)};
        item.placed = Placed::proposal;
        session.accountabilities.push_back(item);
    }
    return session;
}

std::string theme_of(const Session& session, std::string_view statement) {
    for (const auto& item : session.accountabilities)
        if (item.statement == statement) return item.theme ? find(session, *item.theme)->title : "apart";
    return "nowhere";
}

} // namespace

TEST_CASE("a card dropped by the mouse stays in hand, and its place is said") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("F2");
    const auto themes = slide::themes_on_the_wall(given.desk.session());
    const auto cards = desk::cards_of_tile(given.desk.session(), 0);
    const auto id = cards.front()->id;
    desk::drop_card(given.desk, id, themes[1]->id);
    given.room.frames(2);
    CHECK(given.desk.place.focus == id);
    CHECK(given.room.shows("Put into B, " + themes[1]->title));
}

TEST_CASE("on the board a card is dragged into another column, by hand, and can be dragged out of every theme") {
    GivenRoom given(three_themes());
    given.room.key("F2");
    given.room.drag("Card I call back the same day", "Column Kitchen");
    CHECK(theme_of(given.desk.session(), "I call back the same day") == "Kitchen");
    CHECK(given.desk.session().accountabilities[0].placed == Placed::hand);
    CHECK(given.room.shows("placed by hand"));
    given.room.drag("Card I call back the same day", "Column of single voices");
    CHECK(theme_of(given.desk.session(), "I call back the same day") == "apart");
    CHECK(given.desk.history().past().size() == 2);
    given.room.key("Ctrl+Z");
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session() == three_themes());
}

TEST_CASE("on the board a column's heading dragged onto another merges the themes") {
    GivenRoom given(three_themes());
    given.room.key("F2");
    given.room.drag("Column Notes", "Column Calls");
    CHECK(given.desk.session().themes.size() == 2);
    CHECK(theme_of(given.desk.session(), "I write it down") == "Calls");
    CHECK(given.room.has("Column Calls"));
    CHECK_FALSE(given.room.has("Column Notes"));
    CHECK(given.room.shows("4 items from 3 people"));
}

TEST_CASE("on the board the single voices are the first column") {
    GivenRoom given(three_themes());
    given.room.key("F2");
    const auto left = [&](std::string_view name) {
        for (const auto& item : given.room.recorder().items())
            if (item.words() == name) return item.visible.min.x;
        return -1.f;
    };
    CHECK(left("Column of single voices") > 0);
    CHECK(left("Column of single voices") < left("Column Calls"));
    given.room.key("Down");
    CHECK(given.desk.place.focus == AccountabilityId{"a6"});
}

TEST_CASE("a card dragged back to where it lay, or nowhere, stays in its theme") {
    GivenRoom given(three_themes());
    given.room.key("F2");
    given.room.drag("Card I call back the same day", "Column Calls");
    CHECK(theme_of(given.desk.session(), "I call back the same day") == "Calls");
    given.room.drag("Card I call back the same day", "Stage Goal");
    CHECK(theme_of(given.desk.session(), "I call back the same day") == "Calls");
    CHECK(given.desk.session().stage == Stage::themes);
}

TEST_CASE("on the board a click takes a card in hand, and a digit puts it into a theme") {
    GivenRoom given(three_themes());
    given.room.key("F2");
    given.room.click("Card I write it down");
    CHECK(given.desk.place.focus == AccountabilityId{"a2"});
    given.room.key("1");
    CHECK(theme_of(given.desk.session(), "I write it down") == "Calls");
    CHECK(given.desk.place.focus == AccountabilityId{"a3"}); // on with the next
    given.room.key("0");
    CHECK(theme_of(given.desk.session(), "I read the notes first") == "apart");
}

TEST_CASE("on the wall a click opens a theme, a click takes a statement in hand, Escape goes back") {
    GivenRoom given(three_themes());
    given.room.click("Theme B");
    CHECK(given.room.shows("I read the notes first"));
    CHECK(given.desk.place.focus == AccountabilityId{"a2"});
    given.room.click("Statement 2");
    CHECK(given.desk.place.focus == AccountabilityId{"a3"});
    given.room.key("Escape");
    CHECK_FALSE(given.desk.place.is_open);
    given.room.click("Single voices");
    CHECK(given.room.shows("I close the windows"));
}

TEST_CASE("Shift and a digit put the card in hand into a second theme as well, and take it out again") {
    GivenRoom given(three_themes());
    given.room.key("F2");
    given.room.click("Card I write it down");
    given.room.key("Shift+1");
    CHECK(given.desk.session().accountabilities[2].second_theme == ThemeId{"t0"});
    CHECK(theme_of(given.desk.session(), "I write it down") == "Notes");
    CHECK(given.room.shows("Cem, also in A"));
    given.room.key("F2");
    given.room.click("Theme A");
    CHECK(given.room.shows("I write it down"));
    CHECK(given.room.shows("counted in"));
    CHECK(given.room.shows("2 items from 2 people"));
    given.room.key("Escape");
    given.room.click("Theme B");
    CHECK(given.room.shows("also in"));
    given.room.key("Shift+1");
    CHECK_FALSE(given.desk.session().accountabilities[2].second_theme);
    given.room.key("Escape");
    given.room.key("Shift+1");
    CHECK(notice(given.desk) == "Take a card in hand first: Return opens a theme, F2 shows the board");
}

TEST_CASE("themes are merged by keys: M and the number of the other one") {
    GivenRoom given(three_themes());
    given.room.key("3");
    given.room.key("M");
    CHECK(given.room.shows("Merge into which theme?"));
    given.room.key("1");
    CHECK(theme_of(given.desk.session(), "My desk is clear") == "Calls");
    CHECK(given.desk.session().themes.size() == 2);
    given.room.key("2");
    given.room.key("M");
    given.room.key("Escape");
    given.room.key("1");
    CHECK(given.desk.session().themes.size() == 2);
}

TEST_CASE("a letter that opens the field does not land in it") {
    GivenRoom given(three_themes());
    given.room.key("1");
    given.room.key("R");
    CHECK(given.room.focused() == "Entry");
    CHECK(given.desk.entry.text == "Calls");
    given.room.key("Escape");
    given.room.key("N");
    CHECK(given.desk.entry.text.empty());
    given.room.type("no new notes\n");
    CHECK(given.desk.session().themes.back().title == "no new notes");
}

TEST_CASE("a title that is taken is refused, and what was typed stays") {
    GivenRoom given(three_themes());
    given.room.key("1");
    given.room.key("R");
    given.room.key("Ctrl+A");
    given.room.type("Notes\n");
    CHECK(given.desk.entry.text == "Notes");
    CHECK(given.room.focused() == "Entry");
    CHECK_FALSE(notice(given.desk).empty());
    given.room.type(" and letters\n");
    CHECK(given.desk.session().themes[0].title == "Notes and letters");
}

TEST_CASE("a proposal never moves a card that was placed by hand") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("F2");
    const auto themes = slide::themes_on_the_wall(given.desk.session());
    const auto card = insight::items_of(given.desk.session(), themes[0]->id).front()->statement;
    const auto wrong = themes.back()->title;
    given.room.click("Card " + card);
    given.room.key(std::to_string(themes.size()));
    REQUIRE(theme_of(given.desk.session(), card) == wrong);
    for (int i = 0; i < 2; ++i) {
        given.room.key("G");
        if (given.desk.proposed()) given.room.key("A");
        CHECK(theme_of(given.desk.session(), card) == wrong);
    }
}

TEST_CASE("a proposal is looked at, refused, asked for again and taken") {
    GivenRoom given(without_groups(sample_at(Stage::capture)));
    given.room.key("Ctrl+PageDown");
    REQUIRE(given.desk.proposed());
    CHECK(given.room.shows("Proposed: what belongs elsewhere?"));
    given.room.key("X");
    CHECK_FALSE(given.desk.proposed());
    CHECK(given.desk.session().themes.empty());
    given.room.key("G");
    REQUIRE(given.desk.proposed());
    given.room.key("Return");
    CHECK(given.desk.session().themes.size() >= 3);
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session().themes.empty());
}

TEST_CASE("minus asks for fewer themes and plus for more, on any key that types them; Return takes, Escape refuses") {
    GivenRoom given(sample_at(Stage::themes));
    const auto before = given.desk.session();
    given.room.key("Minus");
    REQUIRE(given.desk.proposed());
    CHECK(given.room.shows("Merge “"));
    given.room.key("Escape");
    CHECK_FALSE(given.desk.proposed());
    CHECK(given.desk.session() == before);
    given.room.key("Minus");
    given.room.key("Return");
    CHECK(given.desk.session().themes.size() == before.themes.size() - 1);
    given.room.key("Ctrl+Z");
    given.room.key("+");
    REQUIRE(given.desk.proposed());
    CHECK(given.desk.proposed()->about == desk::About::split);
    CHECK(given.room.shows("Split into “"));
    given.room.key("Equal"); // the same on a keyboard that has plus above it
    CHECK(given.desk.history().past().size() == 1);
    given.room.key("Escape");
    CHECK(given.desk.history().past().size() == 1);
}

TEST_CASE("a proposed theme in hand is refused alone by Delete, and a single question is not") {
    GivenRoom given(without_groups(sample_at(Stage::capture)));
    given.room.key("Ctrl+PageDown");
    REQUIRE(given.desk.proposed());
    const auto before = given.desk.shown();
    given.room.key("Delete");
    CHECK(notice(given.desk) == "Take a theme in hand first: its number, or the arrow keys");
    given.room.key("2");
    given.room.key("Delete");
    CHECK(given.desk.shown().themes.size() == before.themes.size() - 1);
    CHECK(given.room.shows("Refused B"));
    given.room.key("Return");
    CHECK(given.desk.session().themes.size() == before.themes.size() - 1);
    const auto taken = given.desk.session();
    given.room.key("Minus");
    given.room.key("Delete");
    CHECK(given.desk.session() == taken);
    CHECK(given.desk.proposed());
}

TEST_CASE("why a card lies where it lies stands beside it on the wall and at the side of the board") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("W");
    CHECK(notice(given.desk) == "Take a card in hand first: Return opens a theme, F2 shows the board");
    given.room.key("1");
    given.room.key("Return");
    given.room.key("W");
    const auto why = given.desk.why_in_words();
    REQUIRE_FALSE(why.empty());
    CHECK(given.room.shows(why.substr(0, 12)));
    given.room.key("F2");
    CHECK(given.room.shows("Why here"));
    given.room.key("W");
    CHECK_FALSE(given.room.shows(why.substr(0, 12)));
}

TEST_CASE("Tab opens the theme of the most doubtful card with it in hand, and a number brings the next") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("Tab");
    REQUIRE(given.desk.place.focus);
    CHECK(given.desk.place.is_open);
    const auto first = *given.desk.place.focus;
    CHECK(given.room.shows(find(given.desk.session(), first)->statement.substr(0, 12)));
    given.room.key("0");
    CHECK_FALSE(find(given.desk.session(), first)->theme);
    REQUIRE(given.desk.place.focus);
    const auto second = *given.desk.place.focus;
    CHECK(second != first);
    given.room.key("F2");
    given.room.key("Tab");
    CHECK(given.desk.place.focus != second);
    CHECK(given.room.has("Card " + find(given.desk.session(), *given.desk.place.focus)->statement));
}

TEST_CASE("many themes are walked with arrows over the pages of the wall") {
    auto session = three_themes();
    for (int i = 3; i < 12; ++i)
        session.themes.push_back({{"t" + std::to_string(i)}, "More " + std::to_string(i), false, i, {}});
    GivenRoom given(session);
    for (int i = 0; i < 12; ++i) given.room.key("Right");
    CHECK(given.desk.place.tile == 11);
    CHECK(given.room.shows("More 11"));
    given.room.key("PageUp");
    for (int i = 0; i < 12; ++i) given.room.key("Left");
    CHECK(given.desk.place.tile == 0);
    CHECK(given.room.shows("Calls"));
}

TEST_CASE("a guess is told on the board, not to the room, and no more once a hand has placed it") {
    GivenRoom given(three_themes());
    const auto& items = given.desk.session().accountabilities;
    const auto guess = std::ranges::find_if(items, [&](const auto& item) { return given.desk.is_guess(item); });
    REQUIRE(guess != items.end());
    CHECK_FALSE(given.room.shows("a guess"));
    given.room.key("1");
    given.room.key("Return");
    CHECK_FALSE(given.room.shows("a guess"));
    given.room.key("F2");
    CHECK(given.room.shows(", a guess"));
    for (const auto& item : std::vector(items))
        if (item.theme) desk::drop_card(given.desk, item.id, item.theme);
    given.room.frames(2);
    CHECK_FALSE(given.room.shows("a guess"));
    CHECK(given.room.shows(", placed by hand"));
}

TEST_CASE("the board says which cards say nearly the same; D shows both as one card with both names, and D apart") {
    auto session = three_themes();
    session.accountabilities[0].statement = "I call every customer back the same day";
    session.accountabilities[1].statement = "I call each customer back the same day";
    GivenRoom given(std::move(session));
    given.room.key("F2");
    CHECK(given.room.shows("says nearly the same"));
    given.room.click("Card I call every customer back the same day");
    CHECK(given.room.shows("D shows both as one card"));
    given.room.key("D");
    CHECK(notice(given.desk) == "Shown as one with two voices; both are kept");
    CHECK(given.room.shows("Ana and Bo"));
    CHECK(given.room.shows("2 items from 2 people"));
    CHECK_FALSE(given.room.has("Card I call each customer back the same day"));
    CHECK_FALSE(given.room.shows("says nearly the same"));
    given.room.drag("Card I call every customer back the same day", "Column Kitchen");
    CHECK(theme_of(given.desk.session(), "I call each customer back the same day") == "Kitchen");
    given.room.key("D");
    CHECK(given.room.has("Card I call each customer back the same day"));
    for (int i = 0; i < 3; ++i) given.room.key("Ctrl+Z");
    CHECK(given.desk.session().accountabilities[1].theme == ThemeId{"t0"});
    CHECK_FALSE(given.desk.session().accountabilities[1].shown_with);
}

namespace {

// Forty statements at Themes with a proposal on the wall.
struct GivenProposal : GivenRoom {
    GivenProposal() : GivenRoom(without_groups(sample_at(Stage::capture))) { room.key("Ctrl+PageDown"); }
};

} // namespace

TEST_CASE(
    "a proposed theme is opened by Return and read; a card of it goes elsewhere by its number, and A takes the rest") {
    GivenProposal given;
    REQUIRE(given.desk.proposed());
    const auto before = given.desk.shown();
    given.room.key("1");
    given.room.key("Return");
    REQUIRE(given.desk.proposed());
    REQUIRE(given.desk.place.is_open);
    const auto card = *given.desk.place.focus;
    CHECK(given.room.shows(find(before, card)->statement.substr(0, 12)));
    CHECK(given.room.shows(", proposed"));
    given.room.key("2");
    CHECK(given.desk.proposed());
    CHECK(find(given.desk.session(), card)->placed == Placed::hand);
    given.room.key("Return");
    CHECK_FALSE(given.desk.place.is_open);
    CHECK(given.desk.proposed());
    given.room.key("A");
    CHECK_FALSE(given.desk.proposed());
    CHECK(given.desk.session().themes.size() == before.themes.size());
}

TEST_CASE(
    "the strip counts the doubtful cards, Shift+Tab goes back one, and Space puts one where it would lie otherwise") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("Tab");
    CHECK(given.room.shows("1 of "));
    CHECK(given.room.shows("right, next"));
    const auto first = *given.desk.place.focus;
    given.room.key("Tab");
    CHECK(given.room.shows("2 of "));
    given.room.key("Shift+Tab");
    CHECK(given.room.shows("1 of "));
    CHECK(given.desk.place.focus == first);
    std::string next;
    for (int i = 0; i < 40 && next.empty(); ++i) {
        next = desk::next_best_in_words(given.desk);
        if (next.empty()) given.room.key("Tab");
    }
    REQUIRE_FALSE(next.empty());
    CHECK(given.room.shows("Space: " + next));
    const auto card = *given.desk.place.focus;
    const auto theme = find(given.desk.session(), card)->theme;
    given.room.key("Space");
    CHECK(find(given.desk.session(), card)->theme != theme);
    CHECK(given.room.shows(" doubtful")); // beside what was done
}

TEST_CASE("in an opened theme the strip names where a number leads; after a point, where it leads from the tenth on") {
    auto session = three_themes();
    for (int i = 3; i < 12; ++i)
        session.themes.push_back({{"t" + std::to_string(i)}, "More " + std::to_string(i), false, i, {}});
    GivenRoom given(session);
    CHECK_FALSE(given.room.shows("Put into"));
    given.room.key("1");
    given.room.key("Return");
    CHECK(given.room.shows("Notes"));
    CHECK(given.room.shows("Kitchen"));
    CHECK_FALSE(given.room.shows("More 10"));
    given.room.type(".");
    CHECK(given.room.shows("0 is J, 1 is K"));
    CHECK(given.room.shows("More 10"));
    CHECK_FALSE(given.room.shows("Kitchen"));
    given.room.key("1");
    CHECK(theme_of(given.desk.session(), "I call back the same day") == "More 10");
    CHECK(given.room.shows("Put into K, More 10"));
}

TEST_CASE("with reasons shown no card changes its page when another is in hand, and every card has one") {
    auto session = three_themes();
    for (auto& item : session.accountabilities) item.theme = ThemeId{"t0"};
    // Who is nearest to this one has a long reason, all others a short one.
    session.accountabilities[2].statement =
        "I write it down in the book beside the door, with the hour, the name of whoever rang, what they wanted from "
        "us, what I told them, and who of us will ring them back";
    GivenRoom given(session);
    given.room.key("1");
    given.room.key("Return");
    given.room.key("W");
    const int pages = given.desk.pages;
    REQUIRE(pages > 1);
    const auto cards = desk::cards_of_tile(given.desk.session(), 0);
    for (std::size_t row = 0; row < cards.size(); ++row) {
        CHECK(given.desk.place.focus == cards[row]->id);
        CHECK(given.desk.pages == pages);
        CHECK(given.room.shows(cards[row]->statement.substr(0, 12)));
        given.room.key("Down");
    }
}
