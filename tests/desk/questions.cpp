// Fewer themes and more of them: one question at a time, and none twice.
#include "desk/given_wall.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <set>

using namespace avow;
using namespace avow::desk;

TEST_CASE("coarser asks about the two themes most alike; all others keep letter, title and cards") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto before = desk.session();
    make_coarser(desk);
    REQUIRE(desk.proposed());
    CHECK(desk.session() == before);
    CHECK(desk.proposed()->question.starts_with("Merge “"));
    const auto into = *desk.proposed()->theme;
    CHECK(theme_in_hand(desk) == into);
    take_proposal(desk);
    CHECK(desk.session().themes.size() == before.themes.size() - 1);
    for (const auto& theme : desk.session().themes) {
        CHECK(theme.mark == find(before, theme.id)->mark);
        CHECK(theme.title == find(before, theme.id)->title);
        if (theme.id != into) CHECK(members_of(desk.session(), theme.id) == members_of(before, theme.id));
    }
    for (const auto member : members_of(desk.session(), into))
        CHECK(desk.session().accountabilities[member].placed == Placed::hand);
    desk.undo();
    CHECK(desk.session() == before);
}

TEST_CASE("finer asks about the loosest theme; all others keep letter, title and cards") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto before = desk.session();
    make_finer(desk);
    REQUIRE(desk.proposed());
    const auto split = *desk.proposed()->theme;
    CHECK(split.text == themes::loosest(wall_of(before), desk.world().knowledge));
    CHECK(theme_in_hand(desk) == split);
    take_proposal(desk);
    for (const auto& theme : before.themes) {
        CHECK(find(desk.session(), theme.id)->mark == theme.mark);
        if (theme.id == split) continue;
        CHECK(find(desk.session(), theme.id)->title == theme.title);
        CHECK(members_of(desk.session(), theme.id) == members_of(before, theme.id));
    }
}

TEST_CASE(
    "asked again coarser takes its question and puts the next, until one theme is left; the other way round is a no") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    make_coarser(desk);
    make_coarser(desk);
    CHECK(desk.session().themes.size() == 2);
    REQUIRE(desk.proposed());
    make_finer(desk);
    CHECK(desk.session().themes.size() == 2);
    REQUIRE(desk.proposed());
    CHECK(desk.proposed()->about == About::split);
    make_coarser(desk);
    CHECK(desk.session().themes.size() == 2);
    make_coarser(desk);
    CHECK(desk.session().themes.size() == 1);
    CHECK_FALSE(desk.proposed());
    CHECK(sentence(desk) == "It takes two themes to merge");
    CHECK(desk.history().past().size() == 2);
}

TEST_CASE("while all themes are only proposed, coarser and finer take nothing by the way") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    for (const auto ask : {make_coarser, make_finer}) {
        ask(desk);
        CHECK(sentence(desk) == "First take the proposed themes, Return, or refuse them, Escape");
        REQUIRE(desk.proposed());
        CHECK(desk.proposed()->about == About::wall);
        CHECK(desk.session() == ungrouped());
    }
}

TEST_CASE("what is too small to be split is said") {
    GivenWall given(three_themes());
    make_finer(given.desk);
    CHECK_FALSE(given.desk.proposed());
    CHECK(sentence(given.desk) == "No theme is large enough to be split: it takes four statements");
}

TEST_CASE("of two themes that are merged the one named by hand keeps its name, else the one of more people") {
    auto session = three_themes();
    session.accountabilities[5].theme = ThemeId{"t0"}; // A of three cards from three people
    session.themes[1].named_by_hand = true;
    for (int i = 0; i < 2; ++i) {
        GivenWall given(session);
        make_coarser(given.desk);
        make_coarser(given.desk);
        make_coarser(given.desk);
        REQUIRE(given.desk.session().themes.size() == 1);
        CHECK(given.desk.session().themes.front().title == (i == 0 ? "Theme B" : "Theme A"));
        session.themes[1].named_by_hand = false;
    }
}

TEST_CASE(
    "a merge that was declined is not asked about again: every other pair is, each once, until the wall is another") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    while (desk.session().themes.size() > 4) {
        make_coarser(desk);
        take_proposal(desk);
    }
    std::set<std::string> asked;
    for (int i = 0; i < 6; ++i) { // four themes are six pairs
        make_coarser(desk);
        REQUIRE(desk.proposed());
        std::array pair{desk.proposed()->theme->text, desk.proposed()->other->text};
        std::ranges::sort(pair);
        CHECK(asked.insert(pair[0] + " " + pair[1]).second);
        refuse_proposal(desk);
    }
    make_coarser(desk);
    CHECK_FALSE(desk.proposed());
    CHECK(sentence(desk) == "That was the last to ask about. The same key begins again");
    make_coarser(desk);
    const auto first = desk.proposed()->question;
    refuse_proposal(desk);
    make_coarser(desk);
    CHECK(desk.proposed()->question != first);
    refuse_proposal(desk);
    move_card(desk, desk.session().accountabilities.front().id, std::nullopt); // something else lies there now
    make_coarser(desk);
    const auto wall = wall_of(desk.session());
    const auto alike = *themes::most_alike(wall, desk.world().knowledge);
    CHECK(std::set{desk.proposed()->theme->text, desk.proposed()->other->text} == std::set{alike[0], alike[1]});
}

TEST_CASE("a split that was declined is not asked about again, the next loosest theme is") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    std::set<ThemeId> asked;
    for (make_finer(desk); desk.proposed(); make_finer(desk)) {
        CHECK(asked.insert(*desk.proposed()->theme).second);
        refuse_proposal(desk);
    }
    REQUIRE(asked.size() >= 2);
    for (const auto& theme : desk.session().themes)
        CHECK(asked.contains(theme.id) == (members_of(desk.session(), theme.id).size() >= 4));
    make_finer(desk);
    CHECK(desk.proposed());
}
