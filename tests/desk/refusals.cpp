// What a room refuses of a proposal: a step like any other.
#include "desk/commands.hpp"
#include "desk/given_wall.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace avow;
using namespace avow::desk;

namespace {

// The first of the themes proposed, and the others taken; its cards.
Cards refuse_first_proposed(Desk& desk) {
    propose_themes(desk);
    const auto theme = slide::themes_on_the_wall(desk.shown()).front()->id;
    Cards refused;
    for (const auto* item : insight::items_of(desk.shown(), theme)) refused.push_back(item->id);
    REQUIRE(refused.size() > 1);
    desk.place.tile = 0;
    refuse_theme_in_hand(desk);
    take_proposal(desk);
    return refused;
}

} // namespace

TEST_CASE("a theme that was refused is not proposed again: its cards share none") {
    GivenWall given;
    auto& desk = given.desk;
    const auto refused = refuse_first_proposed(desk);
    for (int times = 0; times < 2; ++times) {
        propose_themes(desk);
        std::vector<ThemeId> themes;
        for (const auto& card : refused)
            if (const auto& lies_in = find(desk.shown(), card)->theme) themes.push_back(*lies_in);
        std::ranges::sort(themes);
        CHECK(std::ranges::adjacent_find(themes) == themes.end());
        if (desk.proposed()) take_proposal(desk);
    }
}

TEST_CASE("of a card whose theme was refused it is not said that the same theme would be proposed") {
    GivenWall given;
    auto& desk = given.desk;
    const auto refused = refuse_first_proposed(desk);
    std::map<std::string, int> called; // to a theme, of those refused
    for (const auto& lying : desk.reasons())
        if (lying.would_move && std::ranges::find(refused, lying.card) != refused.end()) ++called[lying.elsewhere];
    for (const auto& [title, count] : called) CHECK((title.empty() || count == 1));
}

TEST_CASE("one theme of a proposal is refused: its cards stand alone, all others stay as they were proposed") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto before = desk.shown();
    const auto reasons = desk.proposed()->reasons.size();
    move_card_in_hand(desk, 1);
    const auto refused = *theme_in_hand(desk);
    const auto cards = members_of(before, refused);
    REQUIRE(cards.size() >= 2);
    refuse_theme_in_hand(desk);
    REQUIRE(desk.proposed());
    CHECK(desk.session() == ungrouped());
    CHECK(desk.proposed()->reasons.size() == reasons - 1);
    CHECK_FALSE(find(desk.shown(), refused));
    for (const auto& theme : before.themes)
        if (theme.id != refused) CHECK(*find(desk.shown(), theme.id) == theme);
    for (std::size_t i = 0; i < before.accountabilities.size(); ++i) {
        const auto& item = desk.shown().accountabilities[i];
        const bool is_its_card = std::ranges::find(cards, i) != cards.end();
        CHECK(item.theme == (is_its_card ? std::nullopt : before.accountabilities[i].theme));
    }
    const auto rest = desk.shown();
    take_proposal(desk);
    CHECK(desk.session() == rest);
    CHECK(desk.history().past().size() == 2);
}

TEST_CASE("all themes of a proposal refused one by one, nothing is proposed any more") {
    auto before = ungrouped();
    for (auto& item : before.accountabilities) item.placed = Placed::proposal; // alone by an earlier proposal
    GivenWall given(before);
    auto& desk = given.desk;
    propose_themes(desk);
    for (int i = 0; i < 30 && desk.proposed(); ++i) {
        desk.place.tile = 0;
        refuse_theme_in_hand(desk);
    }
    CHECK_FALSE(desk.proposed());
    CHECK(desk.session() == before);
}

TEST_CASE("refusing a proposed theme is a step with a sentence; undone, the theme is proposed again as it was") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto before = desk.shown();
    desk.place.tile = 1;
    const auto title = find(desk.shown(), *theme_in_hand(desk))->title;
    refuse_theme_in_hand(desk);
    REQUIRE(desk.history().past().size() == 1);
    CHECK(desk.history().past().front()->label == "refused the proposed theme “" + title + "”");
    CHECK(desk.session() == ungrouped());
    desk.undo();
    CHECK(sentence(desk) == "Undid: refused the proposed theme “" + title + "”");
    REQUIRE(desk.proposed());
    CHECK(desk.shown() == before);
    desk.redo();
    CHECK(desk.shown().themes.size() == before.themes.size() - 1);
    desk.undo();
    desk.undo(); // nothing has been done to it: now the proposal itself goes
    CHECK_FALSE(desk.proposed());
}

TEST_CASE("what a room refused is refused as well after a restart") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto theme = slide::themes_on_the_wall(desk.shown()).front()->id;
    const auto refused = members_of(desk.shown(), theme);
    desk.place.tile = 0;
    refuse_theme_in_hand(desk);
    const History kept(desk.history().origin(), desk.history().log()); // what a file holds
    Given other;
    other.desk.look_at(kept);
    propose_themes(other.desk);
    std::map<ThemeId, int> shared;
    for (const auto member : refused)
        if (const auto& in = other.desk.shown().accountabilities[member].theme) ++shared[*in];
    for (const auto& [in, count] : shared) CHECK(count == 1);
    other.desk.undo();
    other.desk.undo();
    propose_themes(other.desk);
    CHECK(titles(other.desk.shown()) != Names{});
    CHECK(other.desk.learned().refused.empty());
}

TEST_CASE("a theme on the wall that a proposal would fill again keeps, refused, what a hand has put there") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto theme = slide::themes_on_the_wall(desk.session()).front()->id;
    const auto members = members_of(desk.session(), theme);
    REQUIRE(members.size() >= 3);
    const auto card = [&](std::size_t i) { return desk.session().accountabilities[members[i]].id; };
    REQUIRE(desk.act(PlaceInTheme{card(0), theme, Placed::hand}));
    REQUIRE(desk.act(PlaceInTheme{card(1), std::nullopt, Placed::proposal}));
    REQUIRE(desk.act(NameTheme{theme, "Nobody waits"}));
    const auto before = desk.session();
    propose_themes(desk);
    REQUIRE(desk.proposed());
    desk.place.tile = 0;
    refuse_theme_in_hand(desk);
    CHECK(members_of(desk.shown(), theme) == std::vector{members[0]});
    CHECK(find(desk.shown(), theme)->title == "Nobody waits");
    desk.undo();
    CHECK(desk.session() == before);
    CHECK(desk.proposed());
}

TEST_CASE("a proposal refused whole comes back by undo, until something else is done") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto preview = desk.shown();
    refuse_proposal(desk);
    CHECK(sentence(desk) == "Refused. Ctrl+Z brings it back");
    CHECK_FALSE(command("edit.undo")->why_not(desk));
    desk.undo();
    REQUIRE(desk.proposed());
    CHECK(desk.shown() == preview);
    refuse_proposal(desk);
    REQUIRE(desk.act(NameTeam{"North"}));
    desk.undo();
    CHECK(sentence(desk).find("Undid: ") == 0);
    CHECK_FALSE(desk.proposed());
}
