#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace avow;

namespace {

const std::string unknown_statement = "That statement is not in this session any more. Choose another.";
const std::string unknown_theme = "That theme is not in this session any more. Choose another.";

// Ana said four things; themes A "Quotes" (t0), B "Pricing" (t1), C "Talking early" (t2).
Session wall() {
    Session session = apply(Session{}, WelcomeParticipant{{"p"}, "Ana", ""});
    for (const char* id : {"one", "two", "three", "four"})
        session = apply(std::move(session), SayStatement{{id}, {"p"}, std::string("words ") + id, {}});
    session = apply(std::move(session), MakeTheme{{"t0"}, "Quotes", false});
    session = apply(std::move(session), MakeTheme{{"t1"}, "Pricing", true});
    return apply(std::move(session), MakeTheme{{"t2"}, "Talking early", false});
}

Session with(Session session, const std::vector<Edit>& edits) {
    for (const auto& edit : edits) session = avow::apply(std::move(session), edit);
    return session;
}

std::string places(const Session& session) {
    std::string text;
    for (const auto& item : session.accountabilities) {
        text += (text.empty() ? "" : " ") + (item.theme ? item.theme->text : std::string("-"));
        if (item.second_theme) text += "+" + item.second_theme->text;
    }
    return text;
}

} // namespace

TEST_CASE("MakeTheme takes the smallest free mark") {
    const Session session = wall();
    CHECK(sentence(session, MakeTheme{{"t3"}, "Kitchen", true}) == "made the theme Kitchen");
    Session wanted = session;
    wanted.themes.push_back({{"t3"}, "Kitchen", true, 3, {}});
    CHECK(apply(session, MakeTheme{{"t3"}, "Kitchen", true}) == wanted);
    const Session without_b = apply(session, DissolveTheme{{"t1"}});
    CHECK(apply(without_b, MakeTheme{{"t3"}, "Kitchen", true}).themes.back().mark == 1);

    CHECK(refusal(session, MakeTheme{{"t3"}, "", true}) == "The theme's title has no words yet. Type it first.");
    CHECK(refusal(session, MakeTheme{{"t3"}, "PRICING", true}) ==
          "There is a theme “Pricing” already. Merge the two, or choose another title.");
    CHECK(refusal(session, MakeTheme{{"t1"}, "Kitchen", true}) == "The id “t1” is in use already. Take another.");
    CHECK(refusal(session, MakeTheme{{"t3"}, too_long_a_name, true}) ==
          "That is 201 characters; a theme's title holds 200. Shorten it.");
    CHECK_FALSE(refusal(session, MakeTheme{{"t3"}, "Kitchen ", true}).empty());
}

TEST_CASE("a session holds 200 themes") {
    Session session = wall();
    for (int i = 3; i < 200; ++i)
        session = apply(std::move(session), MakeTheme{{"t" + std::to_string(i)}, "Theme " + std::to_string(i), false});
    CHECK(breach_of(session) == std::nullopt);
    CHECK(refusal(session, MakeTheme{{"t200"}, "Kitchen", true}) ==
          "This would be theme 201; a session holds 200. Merge two themes first.");
}

TEST_CASE("NameTheme renames by hand and remembers the former title") {
    const Session session = wall();
    CHECK(sentence(session, NameTheme{{"t0"}, "Offers"}) == "renamed Quotes to Offers");
    Session wanted = session;
    wanted.themes[0] = {{"t0"}, "Offers", true, 0, {"Quotes"}};
    const Session renamed = apply(session, NameTheme{{"t0"}, "Offers"});
    CHECK(renamed == wanted);
    wanted.themes[0] = {{"t0"}, "Quotes", true, 0, {"Offers"}};
    CHECK(apply(renamed, NameTheme{{"t0"}, "Quotes"}) == wanted);

    CHECK(refusal(session, NameTheme{{"t9"}, "Offers"}) == unknown_theme);
    CHECK(refusal(session, NameTheme{{"t0"}, "pricing"}) ==
          "There is a theme “Pricing” already. Merge the two, or choose another title.");
    CHECK(refusal(session, NameTheme{{"t1"}, "Pricing"}) == "The theme's title is that already.");
    CHECK_FALSE(refusal(session, NameTheme{{"t0"}, ""}).empty());
    CHECK(refusal(session, NameTheme{{"t0"}, "QUOTES"}).empty());
}

TEST_CASE("NameTheme with the proposed title makes it the room's own") {
    const Session session = wall();
    CHECK(sentence(session, NameTheme{{"t0"}, "Quotes"}) == "kept the title Quotes");
    Session wanted = session;
    wanted.themes[0].named_by_hand = true;
    CHECK(apply(session, NameTheme{{"t0"}, "Quotes"}) == wanted);
}

TEST_CASE("PlaceInTheme moves a statement, or keeps it as a single voice") {
    const Session session = wall();
    const PlaceInTheme to_early{{"one"}, ThemeId{"t2"}, Placed::hand};
    CHECK(sentence(session, to_early) == "moved “words one” to Talking early");
    Session wanted = session;
    wanted.accountabilities[0].theme = ThemeId{"t2"};
    wanted.accountabilities[0].placed = Placed::hand;
    const Session moved = apply(session, to_early);
    CHECK(moved == wanted);

    const PlaceInTheme alone{{"one"}, std::nullopt, Placed::hand};
    CHECK(sentence(moved, alone) == "kept “words one” as a single voice");
    wanted.accountabilities[0].theme.reset();
    CHECK(apply(moved, alone) == wanted);

    CHECK(refusal(session, PlaceInTheme{{"nine"}, ThemeId{"t2"}, Placed::hand}) == unknown_statement);
    CHECK(refusal(session, PlaceInTheme{{"one"}, ThemeId{"t9"}, Placed::hand}) == unknown_theme);
    CHECK(refusal(moved, to_early) == "“words one” is in Talking early already.");
    CHECK(refusal(apply(session, alone), alone) == "“words one” is a single voice already.");
    CHECK_FALSE(refusal(session, PlaceInTheme{{"one"}, ThemeId{"t2"}, Placed::nobody}).empty());
}

TEST_CASE("what a person placed by hand, a proposal never moves") {
    const Session session = apply(wall(), PlaceInTheme{{"one"}, ThemeId{"t2"}, Placed::hand});
    for (const auto& theme : {std::optional(ThemeId{"t0"}), std::optional(ThemeId{"t2"}), std::optional<ThemeId>()})
        CHECK(refusal(session, PlaceInTheme{{"one"}, theme, Placed::proposal}) ==
              "“words one” was placed by hand, and a proposal leaves it there. Move it by hand.");
}

TEST_CASE("a proposal that a person confirms is placed by hand from then on") {
    const Session session = apply(wall(), PlaceInTheme{{"one"}, ThemeId{"t2"}, Placed::proposal});
    const PlaceInTheme confirm{{"one"}, ThemeId{"t2"}, Placed::hand};
    CHECK(sentence(session, confirm) == "kept “words one” in Talking early");
    Session wanted = session;
    wanted.accountabilities[0].placed = Placed::hand;
    CHECK(apply(session, confirm) == wanted);
}

TEST_CASE("a second theme goes when it becomes the first, and when the statement stands alone") {
    const Session session =
        with(wall(), {PlaceInTheme{{"one"}, ThemeId{"t0"}}, AddSecondTheme{{"one"}, ThemeId{"t1"}}});
    CHECK(places(session) == "t0+t1 - - -");
    CHECK(places(apply(session, PlaceInTheme{{"one"}, ThemeId{"t1"}})) == "t1 - - -");
    CHECK(places(apply(session, PlaceInTheme{{"one"}, ThemeId{"t2"}})) == "t2+t1 - - -");
    CHECK(places(apply(session, PlaceInTheme{{"one"}, std::nullopt})) == "- - - -");
}

TEST_CASE("AddSecondTheme adds a second theme and takes it away") {
    const Session session = apply(wall(), PlaceInTheme{{"one"}, ThemeId{"t0"}});
    const AddSecondTheme add{{"one"}, ThemeId{"t1"}};
    CHECK(sentence(session, add) == "added “words one” to Pricing as well");
    Session wanted = session;
    wanted.accountabilities[0].second_theme = ThemeId{"t1"};
    const Session added = apply(session, add);
    CHECK(added == wanted);
    CHECK(sentence(added, AddSecondTheme{{"one"}, std::nullopt}) == "took “words one” out of Pricing");
    CHECK(apply(added, AddSecondTheme{{"one"}, std::nullopt}) == session);

    CHECK(refusal(added, add) == "“words one” is in Pricing already. Choose another theme.");
    CHECK(refusal(session, AddSecondTheme{{"one"}, ThemeId{"t0"}}) ==
          "“words one” is in Quotes already. Choose another theme.");
    CHECK(refusal(session, AddSecondTheme{{"two"}, ThemeId{"t0"}}) ==
          "“words two” is in no theme yet. Move it to this one instead.");
    CHECK(refusal(session, AddSecondTheme{{"one"}, std::nullopt}) == "“words one” is in no second theme.");
    CHECK(refusal(session, AddSecondTheme{{"nine"}, ThemeId{"t0"}}) == unknown_statement);
    CHECK(refusal(session, AddSecondTheme{{"one"}, ThemeId{"t9"}}) == unknown_theme);
}

TEST_CASE("MergeThemes moves every item, and the survivor keeps its mark, its title and both names") {
    Session session = with(wall(), {NameTheme{{"t1"}, "Prices"}, PlaceInTheme{{"one"}, ThemeId{"t1"}},
                                    PlaceInTheme{{"two"}, ThemeId{"t0"}}, AddSecondTheme{{"two"}, ThemeId{"t1"}},
                                    PlaceInTheme{{"three"}, ThemeId{"t1"}}, AddSecondTheme{{"three"}, ThemeId{"t0"}},
                                    PlaceInTheme{{"four"}, ThemeId{"t2"}, Placed::proposal},
                                    AddSecondTheme{{"four"}, ThemeId{"t1"}}});
    CHECK(places(session) == "t1 t0+t1 t1+t0 t2+t1");
    CHECK(sentence(session, MergeThemes{{"t1"}, {"t0"}}) == "merged Prices into Quotes");
    const Session merged = apply(session, MergeThemes{{"t1"}, {"t0"}});
    CHECK(places(merged) == "t0 t0 t0 t2+t0");
    CHECK(merged.themes == std::vector<Theme>{{{"t0"}, "Quotes", false, 0, {"Pricing", "Prices"}},
                                              {{"t2"}, "Talking early", false, 2, {}}});
    CHECK(merged.accountabilities[3].placed == Placed::proposal);
    CHECK(breach_of(merged) == std::nullopt);

    CHECK(refusal(session, MergeThemes{{"t0"}, {"t0"}}) ==
          "A theme can't be merged into itself. Choose another one to merge it into.");
    CHECK(refusal(session, MergeThemes{{"t9"}, {"t0"}}) == unknown_theme);
    CHECK(refusal(session, MergeThemes{{"t0"}, {"t9"}}) == unknown_theme);
}

TEST_CASE("DissolveTheme leaves its items as single voices, or in their second theme") {
    const Session session =
        with(wall(), {PlaceInTheme{{"one"}, ThemeId{"t1"}, Placed::hand},
                      PlaceInTheme{{"two"}, ThemeId{"t1"}, Placed::proposal}, AddSecondTheme{{"two"}, ThemeId{"t0"}},
                      PlaceInTheme{{"three"}, ThemeId{"t0"}}, AddSecondTheme{{"three"}, ThemeId{"t1"}}});
    CHECK(sentence(session, DissolveTheme{{"t1"}}) == "dissolved Pricing");
    const Session after = apply(session, DissolveTheme{{"t1"}});
    CHECK(places(after) == "- t0 t0 -");
    CHECK(after.accountabilities[0].placed == Placed::nobody);
    CHECK(after.accountabilities[1].placed == Placed::hand);
    CHECK(after.themes.size() == 2);
    CHECK(breach_of(after) == std::nullopt);
    CHECK(refusal(after, DissolveTheme{{"t1"}}) == unknown_theme);
}

TEST_CASE("ShowTogether keeps both statements, makes no chain, and is taken back") {
    const Session session = wall();
    const ShowTogether together{{"two"}, AccountabilityId{"one"}};
    CHECK(sentence(session, together) == "showed “words two” and “words one” as one");
    Session wanted = session;
    wanted.accountabilities[1].shown_with = AccountabilityId{"one"};
    const Session shown = apply(session, together);
    CHECK(shown == wanted);
    CHECK_FALSE(breach_of(shown));
    const ShowTogether alone{{"two"}, std::nullopt};
    CHECK(sentence(shown, alone) == "showed “words two” alone again");
    CHECK(apply(shown, alone) == session);
    CHECK(apply(shown, TakeBackStatement{{"one"}}).accountabilities[0].shown_with == std::nullopt);

    CHECK(refusal(session, alone) == "“words two” is shown alone already.");
    CHECK(refusal(shown, together) == "“words two” is shown with “words one” already.");
    CHECK(refusal(shown, ShowTogether{{"three"}, AccountabilityId{"two"}}) ==
          "“words two” is itself shown with another. Choose that one.");
    CHECK(refusal(shown, ShowTogether{{"one"}, AccountabilityId{"three"}}) ==
          "Another is shown with “words one”. Show it alone first.");
    CHECK(refusal(session, ShowTogether{{"one"}, AccountabilityId{"one"}}) ==
          "A statement can't be shown with itself. Choose another one.");
    CHECK(refusal(apply(session, PlaceInTheme{{"one"}, ThemeId{"t0"}}), together) ==
          "“words two” and “words one” lie in different themes. Put both into one first.");
    CHECK(refusal(session, ShowTogether{{"nine"}, AccountabilityId{"one"}}) == unknown_statement);
    CHECK(refusal(session, ShowTogether{{"one"}, AccountabilityId{"nine"}}) == unknown_statement);
}

TEST_CASE("nothing said here is shown with what was carried: no file of it could be read again") {
    Session session = wall();
    Accountability carried{{"c1"}, session.accountabilities[0].owner, "words of last time", {}};
    carried.lineage = Lineage{{"s0"}, session.date, 1, ""};
    session = apply(session, CarryOver{carried});
    session = apply(session, PlaceInTheme{{"one"}, std::nullopt, Placed::hand});
    CHECK(refusal(session, ShowTogether{{"one"}, AccountabilityId{"c1"}}) ==
          "That was said in an earlier session and is only answered for here. Let its owner say it again.");
}
