// The wall, and hands that make it right.
#include "desk/commands.hpp"
#include "desk/given_wall.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::desk;

TEST_CASE("a card that was in hand on the board is not in hand on the closed wall: no key touches what nobody sees") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.showing = Showing::board;
    desk.place.focus = AccountabilityId{"a1"};
    CHECK_FALSE(command("themes.apart")->why_not(desk));
    desk.showing = Showing::audience;
    desk.place.tile = 2;
    for (const auto* id : {"themes.apart", "themes.second", "themes.why", "themes.as_one"})
        CHECK(command(id)->why_not(desk));
    set_card_apart(desk);
    CHECK(desk.session() == three_themes());
    desk.showing = Showing::board; // where it is seen again
    set_card_apart(desk);
    CHECK(where(desk, "a1") == "apart");
}

TEST_CASE("a card is hinted to be set apart while it lies in a theme, and not as a single voice") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.showing = Showing::board;
    desk.place.focus = AccountabilityId{"a1"};
    const auto is_hinted = [&] {
        return std::ranges::any_of(hints(desk), [](const Hint& hint) { return hint.command->id == "themes.apart"; });
    };
    CHECK(is_hinted());
    set_card_apart(desk);
    desk.place.focus = AccountabilityId{"a1"};
    CHECK_FALSE(is_hinted());
}

TEST_CASE("a digit takes a tile in hand and never opens it; opened, its first card is in hand") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.showing = Showing::audience;
    move_card_in_hand(desk, 1);
    CHECK(desk.place.tile == 1);
    CHECK_FALSE(desk.place.is_open);
    move_card_in_hand(desk, 1);
    CHECK_FALSE(desk.place.is_open);
    open_tile(desk);
    CHECK(desk.place.is_open);
    CHECK(desk.place.focus == AccountabilityId{"a2"});
}

TEST_CASE("a digit puts the card in hand into that theme, by hand, and takes its neighbour in hand") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.showing = Showing::audience;
    desk.place.tile = 1;
    open_tile(desk);
    move_card_in_hand(desk, 2);
    CHECK(where(desk, "a2") == "Theme C");
    CHECK(find(desk.session(), AccountabilityId{"a2"})->placed == Placed::hand);
    CHECK(desk.place.focus == AccountabilityId{"a3"});
}

TEST_CASE("a digit beyond the last theme is refused with what else there is") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    const auto before = desk.session();
    move_card_in_hand(desk, 7);
    CHECK(desk.session() == before);
    CHECK(sentence(desk) == "There is no theme H; 0 sets a card apart, N makes a new theme");
}

TEST_CASE("a card set apart is a single voice, kept as such") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    set_card_apart(desk);
    CHECK(where(desk, "a0") == "apart");
    CHECK(find(desk.session(), AccountabilityId{"a0"})->placed == Placed::hand);
}

TEST_CASE("a card in hand gets a second theme, and the same again takes it away; it counts once") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    also_in_theme(desk, 2);
    const auto* card = find(desk.session(), AccountabilityId{"a0"});
    CHECK(card->theme == ThemeId{"t0"});
    CHECK(card->second_theme == ThemeId{"t2"});
    CHECK(desk.history().past().size() == 1);
    CHECK(sentence(desk) == "Also in C, Theme C");
    CHECK(desk.place.focus == AccountabilityId{"a0"});
    CHECK(insight::count_of(desk.session(), ThemeId{"t0"}) == insight::Count{2, 2});
    CHECK(insight::count_of(desk.session(), ThemeId{"t2"}) == insight::Count{2, 2});
    also_in_theme(desk, 2);
    CHECK_FALSE(find(desk.session(), AccountabilityId{"a0"})->second_theme);
    CHECK(sentence(desk) == "No longer in C, Theme C");
    desk.undo();
    desk.undo();
    CHECK(desk.session() == three_themes());
}

TEST_CASE("a second theme needs a first one that is another, and the refusal says what to do") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    also_in_theme(desk, 0);
    CHECK(sentence(desk) == "“statement number 0” is in Theme A already. Choose another theme.");
    also_in_theme(desk, 7);
    CHECK(sentence(desk) == "There is no theme H; 0 sets a card apart, N makes a new theme");
    desk.place.focus = AccountabilityId{"a6"};
    also_in_theme(desk, 0);
    CHECK(sentence(desk) == "“statement number 6” is in no theme yet. Move it to this one instead.");
    CHECK(desk.session() == three_themes());
}

TEST_CASE("merging asks into which, and a digit answers; the letters of the others stay") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 2;
    merge_theme_in_hand(desk);
    CHECK(desk.entry.purpose == Purpose::merge_into);
    move_card_in_hand(desk, 0);
    CHECK(desk.entry.purpose == Purpose::nothing);
    CHECK(titles(desk.session()) == Names{"Theme A", "Theme B"});
    CHECK(where(desk, "a4") == "Theme A");
    CHECK(find(desk.session(), ThemeId{"t1"})->mark == 1);
}

TEST_CASE("merging a theme into itself is refused and leaves everything") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    const auto before = desk.session();
    desk.place.tile = 1;
    merge_theme_in_hand(desk);
    move_card_in_hand(desk, 1);
    CHECK(desk.session() == before);
    CHECK_FALSE(sentence(desk).empty());
}

TEST_CASE("a split names both parts and how many cards they hold, and the theme keeps its letter for the larger") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto before = desk.session();
    desk.place.tile = 0;
    const auto theme = *theme_in_hand(desk);
    const auto items = insight::items_of(before, theme).size();
    split_theme_in_hand(desk);
    REQUIRE(desk.proposed());
    CHECK(desk.session() == before);
    const auto question = desk.proposed()->question;
    take_proposal(desk);
    REQUIRE(desk.session().themes.size() == before.themes.size() + 1);
    const auto& part = desk.session().themes.back();
    CHECK(question == "Split into “" + find(desk.session(), theme)->title + "” (" +
                          std::to_string(insight::items_of(desk.session(), theme).size()) + ") and “" + part.title +
                          "” (" + std::to_string(insight::items_of(desk.session(), part.id).size()) + ")?");
    CHECK(find(desk.session(), theme)->mark == find(before, theme)->mark);
    CHECK(insight::items_of(desk.session(), theme).size() * 2 >= items);
    CHECK(insight::items_of(desk.session(), desk.session().themes.back().id).size() +
              insight::items_of(desk.session(), theme).size() ==
          items);
}

TEST_CASE("a split theme that was named by hand keeps its name; one that was not is named for what is left in it") {
    for (const bool is_by_hand : {true, false}) {
        GivenWall given;
        auto& desk = given.desk;
        propose_themes(desk);
        take_proposal(desk);
        desk.place.tile = 0;
        const auto theme = *theme_in_hand(desk);
        if (is_by_hand) REQUIRE(desk.act(NameTheme{theme, "All that is ours"}));
        const auto part = themes::propose_split(statements_of(desk.session()), members_of(desk.session(), theme),
                                                desk.world().knowledge);
        REQUIRE(part);
        const auto& larger = (*part)[0].members.size() < (*part)[1].members.size() ? (*part)[1] : (*part)[0];
        split_theme_in_hand(desk);
        take_proposal(desk);
        CHECK(find(desk.session(), theme)->title == (is_by_hand ? "All that is ours" : larger.label));
    }
}

TEST_CASE("what a hand merged or split no later proposal parts or joins") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto themes = slide::themes_on_the_wall(desk.session());
    REQUIRE(themes.size() >= 4);
    const ThemeId split = themes[0]->id, into = themes[1]->id, from = themes[2]->id; // A holds enough for two
    merge_themes(desk, from, into);
    CHECK(desk.history().past().size() == 2); // one gesture
    desk.place = {};
    desk.place.tile = 0;
    split_theme_in_hand(desk);
    REQUIRE(desk.proposed());
    take_proposal(desk);
    REQUIRE(desk.session().themes.size() == themes.size());
    const auto part = desk.session().themes.back().id;
    const auto merged = members_of(desk.session(), into), kept = members_of(desk.session(), split),
               parted = members_of(desk.session(), part);
    for (const auto& item : desk.session().accountabilities)
        if (item.theme == into || item.theme == split || item.theme == part) CHECK(item.placed == Placed::hand);
    // More is said, some of it much like one half of each.
    for (int i = 0; i < 3; ++i)
        for (const auto member : {merged.front(), kept.front(), parted.front()}) {
            const auto& like = desk.session().accountabilities[member];
            REQUIRE(desk.act(SayStatement{desk.fresh<AccountabilityTag>(), like.owner,
                                          like.statement + " " + std::to_string(i), desk.now()}));
        }
    for (int round = 0; round < 3; ++round) {
        propose_themes(desk);
        if (desk.proposed()) take_proposal(desk);
        for (const auto& [id, members] : {std::pair{into, merged}, {split, kept}, {part, parted}})
            for (const auto member : members) CHECK(desk.session().accountabilities[member].theme == id);
    }
}

TEST_CASE("1 is A and 3 is C, also when B is gone") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    const auto themes = slide::themes_on_the_wall(desk.session());
    REQUIRE(themes.size() == 3);
    const ThemeId a = themes[0]->id, b = themes[1]->id, c = themes[2]->id;
    merge_themes(desk, b, a);
    desk.place = {};
    move_card_in_hand(desk, 2);
    CHECK(theme_in_hand(desk) == c);
    move_card_in_hand(desk, 1);
    CHECK(theme_in_hand(desk) == c); // there is no B to take
}

TEST_CASE("a split leaves a card where a hand has put it, and sets one card alone apart instead of naming it a theme") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    desk.place.tile = 0;
    const auto theme = theme_in_hand(desk);
    REQUIRE(theme);
    split_theme_in_hand(desk);
    REQUIRE(desk.proposed());
    std::vector<AccountabilityId> leaving;
    for (const auto& item : desk.session().accountabilities)
        if (item.theme == theme && find(desk.shown(), item.id)->theme != theme) leaving.push_back(item.id);
    REQUIRE(leaving.size() >= 2);
    desk.drop_proposal();
    // All but one of them are put there by hand: that one may go, and goes alone.
    for (std::size_t i = 1; i < leaving.size(); ++i) {
        REQUIRE(desk.act(PlaceInTheme{leaving[i], std::nullopt, Placed::hand}));
        REQUIRE(desk.act(PlaceInTheme{leaving[i], theme, Placed::hand}));
    }
    const auto themes = desk.session().themes.size();
    desk.place = {};
    desk.place.tile = 0;
    split_theme_in_hand(desk);
    REQUIRE(desk.proposed());
    CHECK(desk.proposed()->question.starts_with("Set 1 of "));
    take_proposal(desk);
    CHECK(desk.session().themes.size() == themes);
    CHECK_FALSE(find(desk.session(), leaving[0])->theme);
    for (std::size_t i = 1; i < leaving.size(); ++i) CHECK(find(desk.session(), leaving[i])->theme == theme);
}

TEST_CASE("a theme of one card can't be split, and it is said") {
    auto session = three_themes();
    session.accountabilities[1].theme.reset();
    GivenWall given(session);
    given.desk.place.tile = 0;
    split_theme_in_hand(given.desk);
    CHECK_FALSE(given.desk.proposed());
    CHECK(sentence(given.desk) == "A theme needs two statements at least to be split");
}

TEST_CASE("a theme is renamed in the room's words, and a title that is taken is refused with the words kept") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    rename_theme_in_hand(desk);
    CHECK(desk.entry.text == "Theme A");
    typed(desk, "Theme B");
    finish_entry(desk);
    CHECK(desk.entry.purpose == Purpose::theme_title);
    CHECK(desk.entry.text == "Theme B");
    CHECK_FALSE(sentence(desk).empty());
    typed(desk, "Nobody waits");
    CHECK(std::get<slide::Wall>(desk.slide().content).tiles.at(0).sign.title == "Nobody waits"); // as it is typed
    CHECK(titles(desk.session()) == Names{"Theme A", "Theme B", "Theme C"});
    finish_entry(desk);
    CHECK(desk.entry.purpose == Purpose::nothing);
    CHECK(titles(desk.session()) == Names{"Nobody waits", "Theme B", "Theme C"});
    CHECK(find(desk.session(), ThemeId{"t0"})->named_by_hand);
}

TEST_CASE("a new theme takes the card in hand with it, as one step") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    make_theme_of_card(desk);
    typed(desk, "Quiet mornings");
    finish_entry(desk);
    CHECK(where(desk, "a0") == "Quiet mornings");
    CHECK(desk.history().past().size() == 1);
    desk.undo();
    CHECK(desk.session() == three_themes());
}

TEST_CASE("a card that went into a new theme is in hand no more: the next number moves its neighbour, or nothing") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    REQUIRE(desk.place.focus == AccountabilityId{"a0"});
    REQUIRE(make_theme(desk, "Calls"));
    CHECK(where(desk, "a0") == "Calls");
    CHECK(sentence(desk) == "Made D, Calls. Its key is 4");
    CHECK(desk.place.focus == AccountabilityId{"a1"});
    move_card_in_hand(desk, 2);
    CHECK(where(desk, "a0") == "Calls");
    CHECK(where(desk, "a1") == "Theme C");
}

TEST_CASE("no number moves a card that is not in the opened theme") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    desk.place.focus = AccountabilityId{"a4"}; // of C
    move_card_in_hand(desk, 1);
    CHECK(desk.session() == three_themes());
    CHECK(desk.place.tile == 1);
}

TEST_CASE("what is undone is in hand again, where it lies") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    open_tile(desk);
    move_card_in_hand(desk, 2);
    REQUIRE(desk.place.focus == AccountabilityId{"a1"});
    desk.undo();
    CHECK(desk.place.focus == AccountabilityId{"a0"});
    CHECK(desk.place.tile == 0);
}

TEST_CASE("arrows go over the tiles of the wall and stop at its ends") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.showing = Showing::audience;
    step_focus(desk, 1, 0);
    CHECK(desk.place.tile == 0);
    for (int i = 0; i < 9; ++i) step_focus(desk, 0, 1);
    CHECK(desk.place.tile == 3); // the single voices
    for (int i = 0; i < 9; ++i) step_focus(desk, -1, 0);
    CHECK(desk.place.tile == 0);
}

TEST_CASE("on the board arrows go over cards, and over empty columns to the next that has some") {
    auto session = three_themes();
    session.accountabilities[2].theme = ThemeId{"t0"}; // B is empty
    session.accountabilities[3].theme = ThemeId{"t0"};
    GivenWall given(session);
    auto& desk = given.desk;
    desk.showing = Showing::board;
    step_focus(desk, 0, 1);
    CHECK(desk.place.focus == AccountabilityId{"a6"}); // the single voices are read first
    step_focus(desk, 1, 0);
    CHECK(desk.place.focus == AccountabilityId{"a0"});
    step_focus(desk, 0, 1);
    CHECK(desk.place.focus == AccountabilityId{"a1"});
    step_focus(desk, 1, 0);
    CHECK(desk.place.focus == AccountabilityId{"a5"});
    step_focus(desk, 1, 0); // and round
    CHECK(desk.place.focus == AccountabilityId{"a6"});
    step_focus(desk, -1, 0);
    CHECK(desk.place.focus == AccountabilityId{"a4"});
    step_focus(desk, 0, -1);
    CHECK(desk.place.focus == AccountabilityId{"a5"});
}

TEST_CASE("on the board without single voices arrows begin at A") {
    auto session = three_themes();
    session.accountabilities[6].theme = ThemeId{"t2"};
    GivenWall given(session);
    given.desk.showing = Showing::board;
    step_focus(given.desk, 1, 0);
    CHECK(given.desk.place.focus == AccountabilityId{"a0"});
}

namespace {

// Twelve themes, A to L, and a card in A.
Session twelve_themes() {
    auto session = three_themes();
    for (int i = 3; i < 12; ++i)
        session.themes.push_back({{"t" + std::to_string(i)}, "Theme " + mark_letter(i), false, i, {}});
    return session;
}

void press(Desk& desk, std::string_view key) {
    for (const auto& row : commands()) {
        const auto at = std::ranges::find(row.keys, key);
        if (at == row.keys.end() || !row.is_offered(desk)) continue;
        REQUIRE_FALSE(row.why_not(desk));
        return run(row, desk, static_cast<std::size_t>(at - row.keys.begin()));
    }
    FAIL("no command has the key " << key);
}

} // namespace

TEST_CASE("what is pressed for a theme stands on its tile: a number, and from the tenth on a point before it") {
    CHECK(keys_of_theme(0) == "1");
    CHECK(keys_of_theme(8) == "9");
    CHECK(keys_of_theme(9) == ".0");
    CHECK(keys_of_theme(10) == ".1");
    CHECK(keys_of_theme(19) == "..0");
    GivenWall given(twelve_themes());
    auto& desk = given.desk;
    desk.showing = Showing::board;
    for (int mark = 0; mark < 12; ++mark) {
        desk.place.focus = AccountabilityId{"a1"};
        if (find(desk.session(), *desk.place.focus)->theme == ThemeId{"t" + std::to_string(mark)}) continue;
        for (const char key : keys_of_theme(mark)) press(desk, std::string_view(&key, 1));
        CHECK(where(desk, "a1") == "Theme " + mark_letter(mark));
        CHECK(desk.tens == 0);
    }
}

TEST_CASE("a point counts for the next command alone, and Escape takes it back") {
    GivenWall given(twelve_themes());
    auto& desk = given.desk;
    desk.showing = Showing::board;
    desk.place.focus = AccountabilityId{"a1"};
    press(desk, ".");
    press(desk, "Escape");
    press(desk, "2");
    CHECK(where(desk, "a1") == "Theme B");
    desk.place.focus = AccountabilityId{"a1"};
    press(desk, ".");
    press(desk, "W");
    press(desk, "3");
    CHECK(where(desk, "a1") == "Theme C");
    desk.place.focus = AccountabilityId{"a1"};
    press(desk, ".");
    press(desk, "Shift+2");
    CHECK(find(desk.session(), AccountabilityId{"a1"})->second_theme == ThemeId{"t11"});
    press(desk, "0");
    CHECK(where(desk, "a1") == "apart");
}

TEST_CASE("a theme is merged into the eleventh by a point and its number; where there are no ten it is said") {
    GivenWall given(twelve_themes());
    auto& desk = given.desk;
    desk.place.tile = 0;
    press(desk, "M");
    press(desk, ".");
    press(desk, "1");
    CHECK(where(desk, "a0") == "Theme K");
    GivenWall few(three_themes());
    const auto refusal = command("themes.tens")->why_not(few.desk);
    REQUIRE(refusal);
    CHECK(refusal->sentence == "There are no ten themes; a number alone is a theme up to 9");
}
