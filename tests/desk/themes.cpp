// The wall: what the engine proposes, and hands that make it right.
#include "desk/commands.hpp"
#include "desk/given.hpp"
#include "insight/coverage.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace avow;
using namespace avow::desk;

namespace {

// The usual 12 people and 40 statements at Themes, nothing grouped.
Session ungrouped() {
    auto session = sample_session();
    session.stage = Stage::themes;
    session.themes.clear();
    for (auto& item : session.accountabilities) {
        item.theme.reset();
        item.second_theme.reset();
        item.placed = Placed::nobody;
    }
    return session;
}

struct GivenWall : Given {
    explicit GivenWall(Session session = ungrouped()) { desk.look_at(History(std::move(session))); }
};

// Three themes A, B, C of two cards each, and one card apart; placed by proposal.
Session three_themes() {
    auto session = session_of({"Ana", "Bo", "Cem"});
    session.stage = Stage::themes;
    for (int i = 0; i < 3; ++i)
        session.themes.push_back({{"t" + std::to_string(i)}, "Theme " + mark_letter(i), false, i, {}});
    for (int i = 0; i < 7; ++i) {
        Accountability item;
        item.id = {"a" + std::to_string(i)};
        item.owner = {"p" + std::to_string(i % 3 + 1)};
        item.statement = "statement number " + std::to_string(i);
        if (i < 6) item.theme = ThemeId{"t" + std::to_string(i / 2)};
        item.placed = Placed::proposal;
        session.accountabilities.push_back(item);
    }
    return session;
}

std::string where(const Desk& desk, const char* card) {
    const auto* item = find(desk.session(), AccountabilityId{card});
    return item->theme ? find(desk.session(), *item->theme)->title : std::string("apart");
}

std::vector<std::size_t> members_of(const Session& session, const ThemeId& theme) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < session.accountabilities.size(); ++i)
        if (session.accountabilities[i].theme == theme) members.push_back(i);
    return members;
}

std::vector<std::string> titles(const Session& session) {
    std::vector<std::string> titles;
    for (const auto* theme : slide::themes_on_the_wall(session)) titles.push_back(theme->title);
    return titles;
}

// In A two say the same and one something else; in B one says the same as well.
Session twice_said() {
    auto session = three_themes();
    const std::vector<std::string> words = {"I call every customer back the same day",
                                            "I call each customer back the same day", "I clean the kitchen on Friday",
                                            "I call every customer back on the same day"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        session.accountabilities[i].statement = words[i];
        session.accountabilities[i].theme = ThemeId{i < 3 ? "t0" : "t1"};
    }
    return session;
}

std::vector<std::string> cards_in(const Desk& desk, std::size_t tile) {
    std::vector<std::string> ids;
    for (const auto* card : cards_of_tile(desk.session(), tile)) ids.push_back(card->id.text);
    return ids;
}

using Names = std::vector<std::string>;

} // namespace

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
}

TEST_CASE("a proposal that is refused leaves the wall as it was") {
    GivenWall given;
    propose_themes(given.desk);
    refuse_proposal(given.desk);
    CHECK_FALSE(given.desk.proposed());
    CHECK(given.desk.session() == ungrouped());
    CHECK(given.desk.shown() == given.desk.session());
}

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

TEST_CASE("a theme that was refused is not proposed again: its cards share none") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto theme = slide::themes_on_the_wall(desk.shown()).front()->id;
    Cards refused;
    for (const auto* item : insight::items_of(desk.shown(), theme)) refused.push_back(item->id);
    REQUIRE(refused.size() > 1);
    desk.place.tile = 0;
    refuse_theme_in_hand(desk);
    take_proposal(desk);
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

TEST_CASE("of a card whose theme was refused it is not said that the same theme would be proposed") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto theme = slide::themes_on_the_wall(desk.shown()).front()->id;
    Cards refused;
    for (const auto* item : insight::items_of(desk.shown(), theme)) refused.push_back(item->id);
    REQUIRE(refused.size() > 1);
    desk.place.tile = 0;
    refuse_theme_in_hand(desk);
    take_proposal(desk);
    std::map<std::string, int> called; // to a theme, of those refused
    for (const auto& lying : desk.reasons())
        if (lying.would_move && std::ranges::find(refused, lying.card) != refused.end()) ++called[lying.elsewhere];
    for (const auto& [title, count] : called) CHECK((title.empty() || count == 1));
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
    CHECK(sentence(given.desk) == "A theme needs two items at least to be split");
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

TEST_CASE("work on a wall that is only proposed takes the proposal first, as its own step") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto preview = desk.proposed()->preview;
    desk.place.tile = 0;
    open_tile(desk);
    const auto card = *desk.place.focus;
    set_card_apart(desk);
    CHECK(find(desk.session(), card)->theme == std::nullopt);
    CHECK(desk.history().past().size() == 2);
    desk.undo();
    CHECK(desk.session() == preview);
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
    CHECK(sentence(given.desk) == "No theme is large enough to be split: it takes four items");
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
    CHECK(desk.history().past().size() == 1);
}

TEST_CASE("a refused theme keeps what a hand has put there") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    REQUIRE(desk.act(PlaceInTheme{AccountabilityId{"a0"}, ThemeId{"t0"}, Placed::hand}));
    REQUIRE(desk.act(NameTheme{ThemeId{"t0"}, "Nobody waits"}));
    auto proposed = Proposed{};
    proposed.preview = desk.session();
    desk.propose(without_theme(proposed, ThemeId{"t0"}));
    CHECK(find(desk.shown(), AccountabilityId{"a0"})->theme == ThemeId{"t0"});
    CHECK_FALSE(find(desk.shown(), AccountabilityId{"a1"})->theme);
    CHECK(find(desk.shown(), ThemeId{"t0"})->title == "Nobody waits");
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

TEST_CASE("the card least sure of its theme comes into hand first, then the next; what hands placed is sure") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto reasons = desk.reasons();
    const auto doubt = [&](const AccountabilityId& id) { return std::ranges::find(reasons, id, &Lying::card)->doubt; };
    const auto most = std::ranges::max(reasons, {}, &Lying::doubt).doubt;
    take_doubtful_card(desk);
    REQUIRE(desk.place.focus);
    const auto first = *desk.place.focus;
    CHECK(doubt(first) == most);
    CHECK(desk.place.is_open); // its theme, on the wall
    CHECK(cards_of_tile(desk.session(), *desk.place.tile).size() > 0);
    take_doubtful_card(desk);
    const auto second = *desk.place.focus;
    CHECK(second != first);
    CHECK(doubt(second) <= most);
    for (const auto& lying : reasons)
        if (lying.card != first) CHECK(lying.doubt <= doubt(second));
    // Placed, the next doubtful one is in hand, and none comes twice.
    set_card_apart(desk);
    std::set<AccountabilityId> seen{first, second};
    for (std::size_t i = 2; i < reasons.size(); ++i) {
        REQUIRE(desk.place.focus);
        CHECK(seen.insert(*desk.place.focus).second);
        take_doubtful_card(desk);
    }
    CHECK(sentence(desk) == "That was the last doubtful card");
}

TEST_CASE("an arrow looks around and leaves the round of doubtful cards") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.showing = Showing::board;
    take_doubtful_card(desk);
    CHECK(desk.is_by_doubt);
    desk.place.focus = AccountabilityId{"a2"};
    step_focus(desk, 0, 1);
    CHECK_FALSE(desk.is_by_doubt);
    step_focus(desk, 0, -1);
    move_card_in_hand(desk, 0);
    CHECK(desk.place.focus == AccountabilityId{"a3"});
}

TEST_CASE("why a card lies where it lies is said in words, and why not in the next best theme") {
    Lying lying;
    lying.shared = {"ring", "call back"};
    lying.nearest = "I ring back the same day";
    lying.runner_up = "Kitchen";
    CHECK(why_here(lying) == "Here for ring, call back; most like it is “I ring back the same day”.");
    CHECK(why_not_there(lying) == "Not in “Kitchen”: no word of it is said there.");
    lying.shared_with_runner_up = {"day"};
    CHECK(why_not_there(lying) == "Not in “Kitchen”: it shares only day with it.");
    lying.would_move = true;
    lying.elsewhere = "Calls";
    CHECK(why_here(lying) == "It lies here from before; now “Calls” would be proposed, for ring, call back.");
    lying.is_by_hand = true;
    CHECK(why_here(lying) == "Placed here by hand.");
    CHECK(why_not_there(lying) == "Next best would be “Kitchen”, for day.");
    Lying voice;
    voice.is_alone = true;
    CHECK(why_here(voice) == "It stands alone: nothing else says enough of the same.");
    CHECK(why_not_there(voice).empty());
}

TEST_CASE("W says why of the card in hand, and of the next one, until it is pressed again") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    CHECK(desk.why_in_words().empty());
    desk.place.tile = 0;
    open_tile(desk);
    desk.is_telling_why = true;
    const auto first = desk.why_in_words();
    CHECK(first.starts_with("Here "));
    CHECK(std::get<slide::OpenTheme>(desk.slide().content).why == first);
    step_focus(desk, 0, 1);
    CHECK(desk.why_in_words() != first);
    move_card(desk, *desk.place.focus, slide::themes_on_the_wall(desk.session())[1]->id);
    desk.place.focus = desk.session().accountabilities.front().id;
    close_tile(desk);
    CHECK(desk.why_in_words().empty());
}

TEST_CASE("of a card that a hand has moved it is said that it lies there by hand") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto card = desk.session().accountabilities.front().id;
    const auto themes = slide::themes_on_the_wall(desk.session());
    const auto to = find(desk.session(), card)->theme == themes[0]->id ? themes[1]->id : themes[0]->id;
    desk.is_telling_why = true;
    REQUIRE(drop_card(desk, card, to));
    CHECK(desk.why_in_words().starts_with("Placed here by hand."));
}

TEST_CASE("what the engine does not vouch for is a guess, while it is proposed and once it is taken, until a hand "
          "places it") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    const auto guesses = [&] {
        std::set<AccountabilityId> ids;
        for (const auto& item : desk.shown().accountabilities)
            if (desk.is_guess(item)) ids.insert(item.id);
        return ids;
    };
    const auto proposed = guesses();
    CHECK(proposed.size() > 0);
    CHECK(proposed.size() < desk.shown().accountabilities.size());
    for (const auto& id : proposed) CHECK(find(desk.shown(), id)->theme); // a single voice is none
    take_proposal(desk);
    CHECK(guesses() == proposed);
    const auto first = *proposed.begin();
    REQUIRE(desk.act(PlaceInTheme{first, find(desk.session(), first)->theme, Placed::hand}));
    CHECK_FALSE(guesses().contains(first));
    desk.undo();
    CHECK(guesses() == proposed);
}

TEST_CASE("a card and what says nearly the same in its theme are shown as one; both are kept, and again is apart") {
    GivenWall given(twice_said());
    auto& desk = given.desk;
    const auto before = desk.session();
    desk.place.focus = AccountabilityId{"a1"};
    const auto offered = desk.offered_as_one(*card_in_hand(desk));
    REQUIRE(offered.size() == 1);
    CHECK(offered.front()->id == AccountabilityId{"a0"});
    show_as_one(desk);
    CHECK(sentence(desk) == "Shown as one with two voices; both are kept");
    CHECK(cards_in(desk, 0) == Names{"a1", "a2"});
    CHECK(insight::count_of(desk.session(), ThemeId{"t0"}) == insight::Count{3, 3});
    CHECK(desk.session().accountabilities.size() == before.accountabilities.size());
    CHECK(desk.offered_as_one(*card_in_hand(desk)).empty());
    CHECK(desk.history().past().size() == 1);
    show_as_one(desk);
    CHECK(sentence(desk) == "Shown apart again");
    CHECK(desk.session() == before);
    desk.undo();
    CHECK(cards_in(desk, 0) == Names{"a1", "a2"});
    desk.undo();
    CHECK(desk.session() == before);
}

TEST_CASE("a card that shows two voices moves with both, and a third voice joins it") {
    GivenWall given(twice_said());
    auto& desk = given.desk;
    desk.place.focus = AccountabilityId{"a0"};
    show_as_one(desk);
    move_card(desk, {"a0"}, ThemeId{"t1"});
    CHECK(where(desk, "a0") == "Theme B");
    CHECK(where(desk, "a1") == "Theme B");
    CHECK(find(desk.session(), AccountabilityId{"a1"})->placed == Placed::hand);
    CHECK(cards_in(desk, 1) == Names{"a0", "a3"});
    desk.place.focus = AccountabilityId{"a3"};
    show_as_one(desk);
    CHECK(sentence(desk) == "Shown as one with three voices; all are kept");
    CHECK(cards_in(desk, 1) == Names{"a3"});
    also_in_theme(desk, 2);
    CHECK(find(desk.session(), AccountabilityId{"a1"})->second_theme == ThemeId{"t2"});
    // Put elsewhere by itself, a voice has a card of its own again.
    REQUIRE(desk.act(PlaceInTheme{{"a1"}, ThemeId{"t0"}, Placed::hand}));
    CHECK(cards_in(desk, 0) == Names{"a1", "a2"});
}

TEST_CASE("where nothing says nearly the same, or only elsewhere, it is said") {
    GivenWall given(twice_said());
    auto& desk = given.desk;
    const auto before = desk.session();
    desk.place.focus = AccountabilityId{"a2"};
    show_as_one(desk);
    CHECK(sentence(desk) == "Nothing else says nearly the same");
    desk.place.focus = AccountabilityId{"a3"};
    show_as_one(desk);
    CHECK(sentence(desk) ==
          "“I call every customer back the same day” says nearly the same, but lies elsewhere. Put both "
          "into one theme first");
    CHECK(desk.session() == before);
}

TEST_CASE("what is read from another's card is in hand with that, and is not doubted by itself") {
    GivenWall given(twice_said());
    auto& desk = given.desk;
    desk.place.focus = AccountabilityId{"a0"};
    show_as_one(desk);
    for (int i = 0; i < 8; ++i) {
        take_doubtful_card(desk);
        if (!desk.is_by_doubt) break;
        CHECK(desk.place.focus != AccountabilityId{"a1"});
    }
    desk.place.focus = AccountabilityId{"a1"};
    REQUIRE(desk.act(NameTheme{{"t2"}, "Kitchen"}));
    CHECK(desk.place.focus == AccountabilityId{"a0"});
}
