// What the engine proposes, and what a room does with it.
#include "desk/commands.hpp"
#include "desk/given_wall.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace avow;
using namespace avow::desk;

TEST_CASE("arriving at Themes with nothing grouped, a proposal lies on the wall and the session is as it was") {
    auto before = ungrouped();
    before.stage = Stage::capture;
    GivenWall given(before);
    go_to(given.desk, Stage::themes);
    REQUIRE(given.desk.proposed());
    CHECK(given.desk.shown().themes.size() >= 3);
    CHECK(given.desk.session().themes.empty());
}

TEST_CASE("a proposal that is taken is one step, and undo takes the whole of it back") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto preview = desk.proposed()->preview;
    take_proposal(desk);
    CHECK(desk.session() == preview);
    CHECK_FALSE(desk.proposed());
    CHECK(desk.history().past().size() == 1);
    desk.undo();
    CHECK(desk.session() == ungrouped());
    CHECK(desk.shown() == preview); // it is only proposed again
    desk.undo();
    CHECK(desk.shown() == ungrouped());
}

TEST_CASE("Escape goes back and never throws a whole proposal away; it says which keys decide") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    desk.place.tile = 0;
    open_tile(desk);
    for (int press = 0; press < 4; ++press) run(*command("edit.leave"), desk);
    CHECK(desk.proposed());
    CHECK_FALSE(desk.place.tile);
    CHECK(sentence(desk) == "The themes are proposed: A takes them, X refuses them");
}

TEST_CASE("a proposal that is refused leaves the wall as it was") {
    GivenWall given;
    propose_themes(given.desk);
    refuse_proposal(given.desk);
    CHECK_FALSE(given.desk.proposed());
    CHECK(given.desk.session() == ungrouped());
    CHECK(given.desk.shown() == given.desk.session());
}

TEST_CASE("while a proposal lies on the wall the card in hand is where the proposal has it") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    desk.showing = Showing::board;
    const auto card = insight::items_of(desk.shown(), desk.shown().themes.front().id).front()->id;
    desk.place.focus = card;
    REQUIRE(card_in_hand(desk));
    CHECK(card_in_hand(desk)->theme == desk.shown().themes.front().id);
}

namespace {

// A session of the team in the sessions folder, its first two statements said in other words under a title of their own.
void hold_session_before(Desk& desk, const std::string& team) {
    Session session = session_of({"Ana", "Bo"});
    session.id = desk.fresh<SessionTag>();
    session.team = team;
    session.date = plus_days(desk.today(), -30);
    session.stage = Stage::themes;
    desk.start(session);
    const auto people = desk.session().participants;
    const ThemeId theme{"before"};
    desk.act(MakeTheme{theme, "The next shift knows", true});
    for (const auto* words : {"I write the handover sheet before I leave", "The next shift knows what is open",
                              "At home time the next shift has my handover sheet"}) {
        const auto id = desk.fresh<AccountabilityTag>();
        desk.act({SayStatement{id, people[0].id, words, desk.now()}, PlaceInTheme{id, theme, Placed::hand}}, "said");
    }
    desk.close();
}

std::vector<std::string> titles_proposed_to(Desk& desk, const std::string& team) {
    Session session = session_of({"Ana", "Bo"});
    session.id = desk.fresh<SessionTag>();
    session.team = team;
    session.date = desk.today();
    session.stage = Stage::themes;
    desk.start(session);
    for (const auto* words : {"I write the handover sheet by six", "Nobody goes home before the next shift knows",
                              "Forklift brakes are looked at on Mondays"})
        desk.act(SayStatement{desk.fresh<AccountabilityTag>(), desk.session().participants[1].id, words, desk.now()});
    propose_themes(desk);
    return titles(desk.shown());
}

} // namespace

TEST_CASE("a team's themes of sessions before come back under their titles, another team's don't") {
    Given given;
    hold_session_before(given.desk, "North");
    CHECK(titles_proposed_to(given.desk, "South") != Names{"The next shift knows"});
    CHECK(titles_proposed_to(given.desk, "NORTH") == Names{"The next shift knows"});
}

TEST_CASE("what earlier sessions taught can be forgotten for good, and the sessions stay as they are") {
    Given given;
    hold_session_before(given.desk, "North");
    const auto before = given.world.read("North 2026-10-22.avow");
    (void)titles_proposed_to(given.desk, "North");
    given.desk.drop_proposal();
    REQUIRE_FALSE(given.desk.earlier().empty());
    forget_earlier(given.desk);
    CHECK(sentence(given.desk).find("Forgotten: what North said before") == 0);
    CHECK(given.desk.earlier().empty());
    given.desk.close();
    Desk other(given.world.for_desk()); // another start of the program
    CHECK(titles_proposed_to(other, "North") != Names{"The next shift knows"});
    CHECK(other.earlier().empty());
    CHECK(given.world.read("North 2026-10-22.avow") == before);
}

TEST_CASE("undo while a proposal lies on the wall takes away the proposal alone") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.act(NameTeam{"North"});
    split_theme_in_hand(desk);
    desk.place.tile = 0;
    split_theme_in_hand(desk);
    REQUIRE(desk.proposed());
    desk.undo();
    CHECK_FALSE(desk.proposed());
    CHECK(desk.session().team == "North");
}

TEST_CASE("what a person placed by hand no proposal moves, in a theme or apart") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    // Every third card where no engine would put it: in the next theme, or apart.
    const auto themes = desk.session().themes;
    std::vector<std::pair<AccountabilityId, std::optional<ThemeId>>> placed;
    for (std::size_t i = 0; i < desk.session().accountabilities.size(); i += 3) {
        const auto& item = desk.session().accountabilities[i];
        std::optional<ThemeId> to;
        if (i % 2 == 0) to = themes[i % themes.size()].id;
        placed.emplace_back(item.id, to);
    }
    for (const auto& [id, theme] : placed)
        if (find(desk.session(), id)->theme != theme) move_card(desk, id, theme);
    for (int round = 0; round < 3; ++round) {
        propose_themes(desk);
        if (desk.proposed()) take_proposal(desk);
        for (const auto& [id, theme] : placed) {
            INFO(find(desk.session(), id)->statement);
            if (find(desk.session(), id)->placed == Placed::hand) CHECK(find(desk.session(), id)->theme == theme);
        }
    }
}

TEST_CASE("a second proposal without anything new changes nothing") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    propose_themes(desk);
    CHECK_FALSE(desk.proposed());
    CHECK(sentence(desk) == "The themes stand as they would be proposed");
}

TEST_CASE("a proposal offers a second theme to what says two things, but not where a hand has decided") {
    auto session = session_of({"Ana", "Bo", "Cem"});
    session.stage = Stage::themes;
    const std::vector<std::string> words = {"I call the customer back the same day",
                                            "I call back every customer before I go home",
                                            "customers who called get a call back from me",
                                            "I return each customer's call within the hour",
                                            "I wash my own cups in the kitchen",
                                            "I clean the kitchen on Fridays",
                                            "I leave the kitchen clean, cups washed",
                                            "the kitchen is clean when I leave it",
                                            "I call every customer back the same day and I leave the kitchen clean"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        Accountability item;
        item.id = {"a" + std::to_string(i)};
        item.owner = {"p" + std::to_string(i % 3 + 1)};
        item.statement = words[i];
        session.accountabilities.push_back(item);
    }
    GivenWall given(session);
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const AccountabilityId both{"a8"};
    const auto* card = find(desk.session(), both);
    REQUIRE(card->theme);
    REQUIRE(card->second_theme);
    const std::set<ThemeId> its{*card->theme, *card->second_theme};
    CHECK(its == std::set{*find(desk.session(), AccountabilityId{"a0"})->theme,
                          *find(desk.session(), AccountabilityId{"a4"})->theme});
    desk.place.focus = both;
    desk.showing = Showing::board;
    also_in_theme(desk, static_cast<std::size_t>(find(desk.session(), *card->second_theme)->mark));
    REQUIRE_FALSE(find(desk.session(), both)->second_theme);
    propose_themes(desk);
    CHECK_FALSE(find(desk.shown(), both)->second_theme);
}

TEST_CASE(
    "a card of a proposed theme is put elsewhere by hand; the rest stays proposed under its letters, and undo goes "
    "back one card") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto before = desk.shown();
    const auto themes = slide::themes_on_the_wall(before);
    REQUIRE(themes.size() >= 3);
    const auto to = themes[2]->id;
    desk.place.tile = 0;
    open_tile(desk);
    const auto card = *desk.place.focus;
    move_card_in_hand(desk, 2);
    REQUIRE(desk.proposed());
    CHECK(desk.place.is_open);
    REQUIRE(desk.session().themes.size() == 1); // made for the card, with the letter it has on the wall
    CHECK(desk.session().themes.front() == *find(before, to));
    CHECK(find(desk.session(), card)->theme == to);
    CHECK(find(desk.session(), card)->placed == Placed::hand);
    for (const auto* theme : themes) CHECK(*find(desk.shown(), theme->id) == *find(before, theme->id));
    for (const auto& item : desk.shown().accountabilities)
        if (item.id != card) CHECK(item == *find(before, item.id));
    const auto said = find(before, card)->statement;
    REQUIRE(desk.history().past().size() == 1);
    CHECK(desk.history().past().front()->label == "moved “" + said + "” to " + find(before, to)->title);
    const auto second = *desk.place.focus;
    set_card_apart(desk);
    CHECK_FALSE(find(desk.shown(), second)->theme);
    CHECK(find(desk.shown(), card)->theme == to);
    desk.undo();
    desk.undo();
    CHECK(desk.shown() == before);
    CHECK(desk.session() == ungrouped());
    desk.redo();
    const auto rest = desk.shown();
    take_proposal(desk);
    CHECK(desk.session() == rest);
    CHECK_FALSE(desk.proposed());
}

TEST_CASE("a new theme out of a proposed one takes the card with it and the first letter that is free on the wall") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto before = desk.shown();
    desk.place.tile = 1;
    open_tile(desk);
    const auto card = *desk.place.focus;
    make_theme_of_card(desk);
    typed(desk, "Quiet mornings");
    finish_entry(desk);
    REQUIRE(desk.proposed());
    const auto* made = find(desk.shown(), *find(desk.session(), card)->theme);
    REQUIRE(made);
    CHECK(made->title == "Quiet mornings");
    CHECK(made->mark == static_cast<int>(before.themes.size()));
    CHECK(desk.session().themes.size() == 1);
    CHECK(desk.shown().themes.size() == before.themes.size() + 1);
    desk.undo();
    CHECK(desk.shown() == before);
}

TEST_CASE("a proposed theme whose last card goes elsewhere goes too, the others keep their letters") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto before = desk.shown();
    desk.place.tile = 1;
    const auto gone = *theme_in_hand(desk);
    open_tile(desk);
    while (find(desk.shown(), gone)) {
        REQUIRE(desk.place.is_open);
        move_card_in_hand(desk, 0);
    }
    CHECK_FALSE(desk.place.is_open);
    for (const auto& theme : before.themes)
        if (theme.id != gone) CHECK(*find(desk.shown(), theme.id) == theme);
    take_proposal(desk);
    CHECK_FALSE(find(desk.session(), gone));
    CHECK(desk.session().themes.size() == before.themes.size() - 1);
    CHECK(desk.learned().refused.empty()); // moved away by hand, not refused
}

TEST_CASE("with a proposed theme in hand Return reads it and A takes all; with nothing in hand Return takes all") {
    GivenWall given;
    auto& desk = given.desk;
    desk.showing = Showing::audience;
    propose_themes(desk);
    const auto offered = [&](const char* id) { return command(id)->is_offered(desk); };
    CHECK_FALSE(offered("themes.open"));
    CHECK(offered("themes.answer"));
    move_card_in_hand(desk, 1);
    CHECK(offered("themes.open"));
    CHECK_FALSE(offered("themes.answer"));
    CHECK(offered("themes.take"));
    command("edit.leave")->run(desk, 0);
    CHECK_FALSE(desk.place.tile);
    CHECK(desk.proposed());
    CHECK_FALSE(offered("themes.open"));
}

TEST_CASE("what has nothing to do with themes leaves a proposal on the wall") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto themes = titles(desk.shown());
    add_minutes(desk, 1);
    REQUIRE(desk.proposed());
    CHECK(titles(desk.shown()) == themes);
    desk.undo();
    CHECK(desk.proposed());
}
