#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <stdexcept>

using namespace avow::themes;

namespace {

std::string error_of(std::string_view text) {
    try {
        knowledge_from(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

std::vector<std::string> concepts_in(std::string_view text, const Knowledge& knowledge) {
    const auto words = words_of(text, Stemmer(knowledge.language));
    std::vector<std::string> names;
    for (const auto& mention : mentions_in(words, knowledge)) {
        for (const auto& sense : *mention.senses) names.push_back(knowledge.concept_names[sense.concept_index]);
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a lexicon is read into concepts, hints and weights") {
    const auto knowledge = knowledge_from("# a note\n"
                                          "weight 0.25\n"
                                          "    the, of\n"
                                          "calling back   # a note\n"
                                          "    call back, ring?\n");
    CHECK(knowledge.concept_names == Names{"calling back"});
    CHECK(knowledge.weights.at("the") == 0.25);
    CHECK(knowledge.senses.at("call back") == std::vector<Sense>{{0, 1.0}});
    CHECK(knowledge.senses.at("ring").front().grade < 1);
    CHECK(knowledge.longest_phrase == 2);
}

TEST_CASE("a phrase is found with its endings, around other words, and before its single words") {
    const auto knowledge = knowledge_from("calling back\n  call back\nshouting\n  call\n");
    CHECK(concepts_in("We called them back", knowledge) == Names{"calling back"});
    CHECK(concepts_in("We call the dogs home", knowledge) == Names{"shouting"});
}

TEST_CASE("a lexicon that can't be understood is refused with the line") {
    CHECK(error_of("  words, first\n").find("line 1") != std::string::npos);
    CHECK(error_of("one\n  a\n\none\n").find("line 4") != std::string::npos);
    CHECK(error_of("weight heavy\n").find("line 1") != std::string::npos);
    CHECK(error_of("weight 1.5\n").find("line 1") != std::string::npos);
    CHECK(error_of("one\n  a, ?\n").find("line 2") != std::string::npos);
}

TEST_CASE("an empty lexicon is the knowledge of nothing") {
    CHECK(knowledge_from("") == Knowledge{});
    CHECK(knowledge_from("# only notes\n\n") == Knowledge{});
}

TEST_CASE("the lexicon that ships can be read and is broad") {
    CHECK(work_knowledge().concept_names.size() >= 150);
    CHECK(work_knowledge().senses.size() >= 2000);
    CHECK(concepts_in("We hand the job over", work_knowledge()) == Names{"handing over"});
}
