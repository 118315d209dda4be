// What the desk says of a card: how sure it lies, why, and what says nearly the same.
#include "desk/commands.hpp"
#include "desk/given_wall.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace avow;
using namespace avow::desk;

namespace {

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

} // namespace

TEST_CASE(
    "the card least sure of its theme comes into hand first, then the next; what hands placed and what the engine "
    "vouches for is not asked") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    const auto reasons = desk.reasons();
    const auto lying = [&](const AccountabilityId& id) { return *std::ranges::find(reasons, id, &Lying::card); };
    std::size_t doubtful = 0;
    double most = 0;
    for (const auto& one : reasons)
        if (!one.is_sure && !doubtful++) most = one.doubt;
    for (const auto& one : reasons)
        if (!one.is_sure) most = std::max(most, one.doubt);
    REQUIRE(doubtful > 2);
    REQUIRE(doubtful < reasons.size());
    take_doubtful_card(desk);
    const auto first = *desk.place.focus;
    CHECK(lying(first).doubt == most);
    CHECK(desk.place.is_open); // its theme, on the wall
    CHECK(doubt_in_words(desk).find("1 of " + std::to_string(doubtful) + " doubtful") == 0);
    take_doubtful_card(desk);
    const auto second = *desk.place.focus;
    CHECK(second != first);
    CHECK(lying(second).doubt <= most);
    CHECK(doubt_in_words(desk).find("2 of " + std::to_string(doubtful) + " doubtful") == 0);
    // Placed, the next doubtful one is in hand, and none comes twice.
    set_card_apart(desk);
    std::set<AccountabilityId> seen{first, second};
    for (; desk.walk.is_on; take_doubtful_card(desk)) {
        CHECK(seen.insert(*desk.place.focus).second);
        CHECK_FALSE(std::ranges::find(desk.reasons(), *desk.place.focus, &Lying::card)->is_sure);
    }
    CHECK(sentence(desk) == "That was the last doubtful card");
    CHECK(doubt_in_words(desk).empty());
}

TEST_CASE("of the doubtful cards one goes back and on again; what was placed on the way is there too") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    CHECK(command("themes.doubtful_before")->why_not(desk));
    std::vector<AccountabilityId> cards;
    for (int i = 0; i < 3; ++i) {
        take_doubtful_card(desk);
        cards.push_back(*desk.place.focus);
    }
    take_doubtful_card_before(desk);
    CHECK(desk.place.focus == cards[1]);
    CHECK(doubt_in_words(desk).find("2 of ") == 0);
    set_card_apart(desk); // and on with the third
    CHECK(desk.place.focus == cards[2]);
    step_focus(desk, 0, 1); // looked around, it comes back to where it was
    take_doubtful_card_before(desk);
    CHECK(desk.place.focus == cards[2]);
    take_doubtful_card_before(desk);
    take_doubtful_card_before(desk);
    CHECK(desk.place.focus == cards[0]);
    take_doubtful_card_before(desk);
    CHECK(sentence(desk) == "This is the first doubtful card");
    CHECK(desk.place.focus == cards[0]);
}

TEST_CASE("the strip names where a doubtful card would lie otherwise, and one key puts it there, by hand") {
    GivenWall given;
    auto& desk = given.desk;
    propose_themes(desk);
    take_proposal(desk);
    std::string next;
    for (int i = 0; i < 40 && next.empty(); ++i) {
        take_doubtful_card(desk);
        next = next_best_in_words(desk);
    }
    REQUIRE_FALSE(next.empty());
    CHECK(doubt_in_words(desk).find(". Space: " + next) != std::string::npos);
    const auto card = *desk.place.focus;
    const auto& lying = *std::ranges::find(desk.reasons(), card, &Lying::card);
    const auto theme = lying.next_best;
    move_to_next_best(desk);
    CHECK(find(desk.session(), card)->theme == theme);
    CHECK(find(desk.session(), card)->placed == Placed::hand);
    CHECK(desk.place.focus != card); // and on
}

TEST_CASE("an arrow looks around and leaves the round of doubtful cards") {
    GivenWall given(three_themes());
    auto& desk = given.desk;
    desk.showing = Showing::board;
    take_doubtful_card(desk);
    CHECK(desk.walk.is_on);
    desk.place.focus = AccountabilityId{"a2"};
    step_focus(desk, 0, 1);
    CHECK_FALSE(desk.walk.is_on);
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
    CHECK(why_not_there(lying) == "Not in “Kitchen”, with which it shares only day.");
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
        if (!desk.walk.is_on) break;
        CHECK(desk.place.focus != AccountabilityId{"a1"});
    }
    desk.place.focus = AccountabilityId{"a1"};
    REQUIRE(desk.act(NameTheme{{"t2"}, "Kitchen"}));
    CHECK(desk.place.focus == AccountabilityId{"a0"});
}
