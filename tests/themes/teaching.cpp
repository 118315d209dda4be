// What people teach: what they put together, named or refused is never broken, and draws what is like it.
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

namespace avow::themes {

TEST_CASE("teaching: those refused as one theme never share one again, in any order and live", "[themes]") {
    const auto said = workshop();
    auto before = keys_by_id(said, propose(said, work_knowledge()));
    REQUIRE(before["s00"] == before["s01"]);
    REQUIRE_FALSE(before["s00"].empty());
    const Taught taught{{}, {{"s00", "s01", "s02"}}};
    const auto wall = placements_of(propose(said, work_knowledge()), said);
    for (const auto& previous : {std::vector<Placement>{}, wall}) {
        auto keys = keys_by_id(said, propose(said, work_knowledge(), previous, taught));
        for (const auto& [one, other] : {std::pair{"s00", "s01"}, {"s00", "s02"}, {"s01", "s02"}})
            CHECK((keys[one].empty() || keys[one] != keys[other]));
        CHECK(keys["s03"] == before["s03"]); // other themes stand
    }
}

TEST_CASE("teaching: the newer word wins: put together by hand is together, whatever was refused", "[themes]") {
    auto said = workshop();
    said[0].theme = said[1].theme = "calls";
    auto keys = keys_by_id(said, propose(said, work_knowledge(), {}, {{}, {{"s00", "s01", "s02"}}}));
    CHECK(keys["s00"] == "calls");
    CHECK(keys["s01"] == "calls");
    CHECK(keys["s02"] != "calls");
}

TEST_CASE("teaching: an unknown statement in a refusal, or a name of a theme that is gone, is passed over",
          "[themes]") {
    const auto said = workshop();
    CHECK(propose(said, work_knowledge(), {}, {{{"gone", "Safety first"}}, {{"nobody", "s01"}, {}}}) ==
          propose(said, work_knowledge()));
}

TEST_CASE("teaching: a name given by hand draws what it speaks of, and is nobody's statement", "[themes]") {
    std::vector<Statement> said = {{"a", "The blue folder stays on my desk", "k"},
                                   {"b", "Forklift brakes are looked at on Mondays", "other"},
                                   {"c", "Nobody climbs without a harness", std::nullopt}};
    auto unnamed = keys_by_id(said, propose(said, work_knowledge()));
    CHECK(unnamed["c"] != "k");
    const auto proposal = propose(said, work_knowledge(), {}, {{{"k", "Nobody climbs without a rope"}}, {}});
    CHECK(keys_by_id(said, proposal)["c"] == "k");
    std::size_t members = proposal.single_voices.size();
    for (const auto& theme : proposal.themes) {
        members += theme.members.size();
        CHECK(theme.quote < said.size());
    }
    CHECK(members == said.size());
    CHECK(proposal.reasons.size() == said.size());
}

TEST_CASE("teaching: what lies on the wall stays when a person has begun to sort", "[themes]") {
    auto said = workshop();
    const auto wall = placements_of(propose(said, work_knowledge()), said);
    said[13].theme = wall[3].theme; // the piano, put beside safety
    const auto next = placements_of(propose(said, work_knowledge(), wall), said);
    for (std::size_t at = 0; at < 13; ++at) CHECK(next[at].theme == wall[at].theme);
    CHECK(next[13].theme == wall[3].theme);
}

TEST_CASE("teaching: the next statement goes where most like it was put by hand", "[themes]") {
    auto said = workshop();
    for (std::size_t at = 0; at < 12; ++at)
        said[at].theme = at < 3 ? "calls" : at < 7 ? "safety" : at < 10 ? "newcomers" : "invoices";
    for (const std::size_t asked : {std::size_t{1}, std::size_t{4}, std::size_t{8}, std::size_t{11}}) {
        auto open = said;
        open[asked].theme.reset();
        CHECK(keys_by_id(open, propose(open, work_knowledge()))[open[asked].id] == *said[asked].theme);
    }
}

TEST_CASE(
    "teaching: what a team said in earlier sessions brings its themes back under their titles, and is in no proposal",
    "[themes]") {
    const std::vector<Statement> said = {{"a", "I write the handover sheet by six", std::nullopt},
                                         {"b", "Nobody goes home before the next shift knows", std::nullopt},
                                         {"c", "Forklift brakes are looked at on Mondays", std::nullopt}};
    for (const auto& theme : propose(said, work_knowledge()).themes) CHECK(theme.label != "The next shift knows");
    Taught taught;
    taught.earlier = {{"x", "I write the handover sheet before I leave", "The next shift knows"},
                      {"x", "The next shift knows what is open", "The next shift knows"},
                      {"x", "At home time the next shift has my handover sheet", "The next shift knows"},
                      {"x", "I write down spare parts", "Parts in stock"},
                      {"x", "I count the spare parts", "Parts in stock"}};
    const auto proposal = propose(said, work_knowledge(), {}, taught);
    REQUIRE(proposal.themes.size() == 1);
    CHECK(proposal.themes.front().label == "The next shift knows");
    CHECK(proposal.themes.front().members == std::vector<std::size_t>{0, 1});
    CHECK(proposal.themes.front().key == "theme-a");
    CHECK(proposal.single_voices == std::vector<std::size_t>{2});
    CHECK(proposal.reasons.size() == 3);
    // Taken onto the wall under the same title it is that theme, and no second one comes.
    const auto wall = placements_of(proposal, said);
    CHECK(placements_of(propose(said, work_knowledge(), wall, taught), said) == wall);
}

TEST_CASE("sureness: what is vouched for is part of its theme, and what was put by hand is", "[themes]") {
    auto said = workshop();
    for (const auto& theme : propose(said, work_knowledge()).themes) {
        CHECK((theme.sure.empty() || theme.sure.size() > 1));
        for (const auto member : theme.sure)
            CHECK(std::find(theme.members.begin(), theme.members.end(), member) != theme.members.end());
    }
    said[0].theme = said[5].theme = "mine";
    const auto proposal = propose(said, work_knowledge());
    const auto mine = std::find_if(proposal.themes.begin(), proposal.themes.end(),
                                   [](const Theme& theme) { return theme.key == "mine"; });
    REQUIRE(mine != proposal.themes.end());
    CHECK(std::find(mine->sure.begin(), mine->sure.end(), 0) != mine->sure.end());
}

TEST_CASE("a second theme: what says two things is offered to both", "[themes]") {
    auto said = workshop();
    said.push_back(
        {"s14", "I phone every missed caller back the same morning and I show each newcomer the ropes", std::nullopt});
    const auto proposal = propose(said, work_knowledge());
    const auto& reason = proposal.reasons[14];
    REQUIRE(reason.second_theme);
    auto keys = keys_by_id(said, proposal);
    const auto second = proposal.themes[*reason.second_theme].key;
    CHECK(((keys["s14"] == keys["s01"] && second == keys["s08"]) ||
           (keys["s14"] == keys["s08"] && second == keys["s01"])));
    for (std::size_t at = 0; at < 14; ++at) CHECK_FALSE(proposal.reasons[at].second_theme);
}

TEST_CASE("a wall: the two themes most alike, and the one held together least", "[themes]") {
    auto wall = workshop();
    for (std::size_t at = 0; at < wall.size(); ++at) {
        const std::size_t safety = at < 5 ? 1 : 2; // the safety theme in two
        wall[at].theme = at < 3 ? "calls" : at < 7 ? "safety " + std::to_string(safety) : at < 10 ? "new" : "money";
    }
    const auto pair = most_alike(wall, work_knowledge());
    REQUIRE(pair);
    CHECK(*pair == std::array<std::string, 2>{"safety 1", "safety 2"});
    CHECK(loosest(wall, work_knowledge()) == "money"); // it has the piano
    CHECK_FALSE(most_alike({wall[0]}, work_knowledge()));
    CHECK_FALSE(loosest({wall[0], wall[1]}, work_knowledge()));
}

TEST_CASE("near-duplicates: nearly the same words are found, the same meaning is not enough", "[themes]") {
    std::vector<Statement> said = workshop();
    said.push_back({"s14", "I'll ring every patient back before noon!", std::nullopt});
    said.push_back({"s15", "I phone people back", std::nullopt});
    CHECK(near_duplicates(said, work_knowledge()) == std::vector<std::vector<std::size_t>>{{0, 14}});
    CHECK(near_duplicates({}, work_knowledge()).empty());
}

} // namespace avow::themes
