#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow::themes;

TEST_CASE("labels are one to seven words, differ, and are said by members") {
    const auto said = workshop();
    const auto proposal = propose(said, work_knowledge());
    CHECK(has_good_labels(proposal));
    for (const auto& theme : proposal.themes) {
        std::set<std::string> words;
        for (const auto member : theme.members) {
            for (const auto& word : words_of(said[member].text, Stemmer("english"))) words.insert(word.folded);
        }
        for (const auto& word : words_of(theme.label, Stemmer("english"))) {
            INFO(theme.label);
            CHECK(words.contains(word.folded));
        }
    }
}

TEST_CASE("a label leaves out the promise's frame") {
    const std::vector<Statement> said = {{"a", "I will always check the oil level before driving off", std::nullopt},
                                         {"b", "We'll check oil levels on Mondays", std::nullopt}};
    const auto proposal = propose(said, work_knowledge());
    REQUIRE(proposal.themes.size() == 1);
    const auto label = proposal.themes.front().label;
    CHECK(label.starts_with("Check"));
}

TEST_CASE("alike themes by hand still have labels that differ") {
    std::vector<Statement> said;
    for (int at = 0; at < 12; ++at) {
        said.push_back({"s" + std::to_string(at), "Yes", "theme " + std::to_string(at)});
    }
    const auto proposal = propose(said, Knowledge{});
    CHECK(proposal.themes.size() == 12);
    CHECK(has_good_labels(proposal));
}

TEST_CASE("statements without any word have labels too") {
    const std::vector<Statement> said = {{"a", "\U0001F525\U0001F525", "hot"},
                                         {"b", "", "empty"},
                                         {"c", "   ", "blank"},
                                         {"d", "!!!", "loud"},
                                         {"e", "\xff\xfe", "broken"}};
    const auto proposal = propose(said, work_knowledge());
    CHECK(proposal.themes.size() == 5);
    CHECK(has_good_labels(proposal));
}

TEST_CASE("a word without end gives a label that fits on a wall") {
    const std::vector<Statement> said = {{"a", std::string(4000, 'x'), "long"}};
    const auto proposal = propose(said, Knowledge{});
    REQUIRE(proposal.themes.size() == 1);
    CHECK(proposal.themes.front().label.size() <= 60);
}
