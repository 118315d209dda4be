#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow::themes;

TEST_CASE("a workshop falls into the themes a person would see") {
    const auto said = workshop();
    const auto proposal = propose(said, work_knowledge());
    REQUIRE(is_whole(proposal, said.size()));
    const auto keys = keys_by_id(said, proposal);
    CHECK(keys.at("s00") == keys.at("s01"));
    CHECK(keys.at("s00") == keys.at("s02"));
    CHECK(keys.at("s03") == keys.at("s04"));
    CHECK(keys.at("s03") == keys.at("s05"));
    CHECK(keys.at("s07") == keys.at("s08"));
    CHECK(keys.at("s07") == keys.at("s09"));
    CHECK(keys.at("s10") == keys.at("s11"));
    CHECK(keys.at("s00") != keys.at("s03"));
    CHECK(keys.at("s07") != keys.at("s10"));
}

TEST_CASE("a voice that is like no other stays single") {
    const auto said = workshop();
    const auto keys = keys_by_id(said, propose(said, work_knowledge()));
    CHECK(keys.at("s13").empty());
}

TEST_CASE("nothing said gives nothing, and one statement is a single voice") {
    CHECK(propose({}, work_knowledge()) == Proposal{});
    const auto proposal = propose({{"a", "I ring back", std::nullopt}}, work_knowledge());
    CHECK(proposal.themes.empty());
    CHECK(proposal.single_voices == std::vector<std::size_t>{0});
}

TEST_CASE("the order of speaking changes nothing") {
    const auto said = workshop();
    const auto first = propose(said, work_knowledge());
    auto shuffled = said;
    std::mt19937 dice(1);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(shuffled.begin(), shuffled.end(), dice);
        const auto again = propose(shuffled, work_knowledge());
        REQUIRE(keys_by_id(shuffled, again) == keys_by_id(said, first));
        REQUIRE(labels_by_id(shuffled, again) == labels_by_id(said, first));
    }
}

TEST_CASE("the same input gives the same output") {
    CHECK(propose(workshop(), work_knowledge()) == propose(workshop(), work_knowledge()));
}

TEST_CASE("what a person placed stays, alone or against all likeness, under its key") {
    auto said = workshop();
    said[0].theme = "Safety first!";
    said[13].theme = "k-13";
    const auto keys = keys_by_id(said, propose(said, work_knowledge()));
    CHECK(keys.at("s00") == "Safety first!");
    CHECK(keys.at("s13") == "k-13");
}

TEST_CASE("what a person placed draws what is like it") {
    auto said = workshop();
    said[3].theme = "mine";
    said[4].theme = "mine";
    const auto keys = keys_by_id(said, propose(said, work_knowledge()));
    CHECK(keys.at("s05") == "mine");
}

TEST_CASE("what a person placed teaches: two unlike statements draw together what is like either") {
    const std::vector<Statement> said = {
        {"a", "I water the ferns", "garden"},       {"b", "Our lawn gets mown", "garden"},
        {"c", "Those ferns are dry", std::nullopt}, {"d", "A lawn wants sun", std::nullopt},
        {"e", "The kettle is descaled", "kitchen"}, {"f", "Mugs go in the cupboard", "kitchen"},
    };
    const auto keys = keys_by_id(said, propose(said, Knowledge{}));
    CHECK(keys.at("c") == "garden");
    CHECK(keys.at("d") == "garden");
    CHECK(keys.at("e") == "kitchen");
}

TEST_CASE("two themes by hand never become one, however alike") {
    const std::vector<Statement> said = {{"a", "I ring back", "one"}, {"b", "I ring back", "two"}};
    const auto proposal = propose(said, work_knowledge());
    REQUIRE(proposal.themes.size() == 2);
    CHECK(has_good_labels(proposal));
}

TEST_CASE("what lies on the wall is not shuffled when statements arrive") {
    const auto said = workshop();
    std::vector<Statement> heard;
    std::vector<Placement> wall;
    int jumps = 0;
    for (const auto& statement : said) {
        heard.push_back(statement);
        const auto proposal = propose(heard, work_knowledge(), wall);
        auto next = placements_of(proposal, heard);
        for (std::size_t at = 0; at < wall.size(); ++at) {
            if (wall[at].theme && wall[at].theme != next[at].theme) ++jumps;
        }
        wall = std::move(next);
    }
    CHECK(jumps <= 1);
}

TEST_CASE("a theme that survives keeps its key and its label") {
    const auto said = workshop();
    auto wall = placements_of(propose(said, work_knowledge()), said);
    const auto old_key = *wall[0].theme;
    for (auto& placement : wall) {
        if (placement.theme == old_key) {
            placement.theme = "kept";
            placement.label = "Ring back";
        }
    }
    const auto proposal = propose(said, work_knowledge(), wall);
    CHECK(placements_of(proposal, said) == wall);
}

TEST_CASE("a proposal taken as it is comes back as it was") {
    const auto said = workshop();
    const auto wall = placements_of(propose(said, work_knowledge()), said);
    CHECK(placements_of(propose(said, work_knowledge(), wall), said) == wall);
}

TEST_CASE("a theme held by nearly all can form") {
    std::vector<Statement> said;
    for (const auto* text : {"I answer mails the same day", "Mails get an answer from me before I go home",
                             "No mail waits for an answer over night", "I answer each mail in a day",
                             "An answer to every mail, the same day", "My inbox gets its answers by five",
                             "I answer mails first thing", "Every mail gets answered", "Mails answered within a day"}) {
        said.push_back({"m" + std::to_string(said.size()), text, std::nullopt});
    }
    said.push_back({"x", "The boiler is serviced in May", std::nullopt});
    said.push_back({"y", "I bring cake on Fridays", std::nullopt});
    const auto proposal = propose(said, work_knowledge());
    REQUIRE(!proposal.themes.empty());
    CHECK(proposal.themes.front().members.size() >= 8);
}

TEST_CASE("the same words go together, however often and whoever writes them in capitals") {
    std::vector<Statement> said;
    for (int at = 0; at < 300; ++at) {
        said.push_back({"s" + std::to_string(at), at % 2 == 0 ? "I ring back" : "I RING BACK.", std::nullopt});
    }
    said.push_back({"other", "The piano gets tuned", std::nullopt});
    const auto proposal = propose(said, work_knowledge());
    REQUIRE(proposal.themes.size() == 1);
    CHECK(proposal.themes.front().members.size() == 300);
    CHECK(proposal.single_voices.size() == 1);
}

TEST_CASE("each statement can be told why it lies there and where else it might") {
    const auto said = workshop();
    const auto proposal = propose(said, work_knowledge());
    const auto& ring = proposal.reasons[0];
    CHECK(!ring.shared.empty());
    REQUIRE(ring.nearest_statement);
    CHECK((*ring.nearest_statement == 1 || *ring.nearest_statement == 2));
    for (const auto& reason : proposal.reasons) {
        CHECK((reason.closeness >= 0 && reason.closeness <= 1));
        if (reason.runner_up_theme) CHECK(*reason.runner_up_theme < proposal.themes.size());
    }
}

TEST_CASE("a theme is cut in two where it parts, both parts titled") {
    const auto said = workshop();
    const auto parts = propose_split(said, {0, 1, 2, 10, 11, 12}, work_knowledge());
    REQUIRE(parts);
    auto calls = (*parts)[0].members;
    auto invoices = (*parts)[1].members;
    if (calls.front() != 0) std::swap(calls, invoices);
    CHECK(calls == std::vector<std::size_t>{0, 1, 2});
    CHECK(invoices == std::vector<std::size_t>{10, 11, 12});
    CHECK((*parts)[0].label != (*parts)[1].label);
    CHECK(!propose_split(said, {3}, work_knowledge()));
    CHECK(!propose_split(said, {}, work_knowledge()));
}

TEST_CASE("typing what was said already finds it, and only then") {
    const auto said = workshop();
    const Prepared prepared(said, work_knowledge());
    const auto near = prepared.most_similar("I'll ring each patient back by noon");
    REQUIRE(near);
    CHECK(near->index == 0);
    CHECK(near->score <= 1);
    CHECK(!prepared.most_similar("I will"));
    CHECK(!prepared.most_similar(""));
    CHECK(!prepared.most_similar("Zebras sleep standing"));
    CHECK(most_similar("the piano gets tuned", said, Knowledge{})->index == 13);
}
