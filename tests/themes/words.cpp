#include "themes/words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow::themes;

namespace {

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& word : words_of(text, Stemmer("english"))) words.push_back(word.folded);
    return words;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("contractions are undone, so that I'll is not ill") {
    CHECK(folded_words("I'll call, we won\u2019t wait") == Words{"i", "will", "call", "we", "will", "not", "wait"});
    CHECK(folded_words("the customer's name") == Words{"the", "customer", "name"});
    CHECK(folded_words("don't 'quote' me") == Words{"do", "not", "quote", "me"});
}

TEST_CASE("words keep the place where they were written") {
    const std::string text = "\u2013 Ring Ana";
    const auto words = words_of(text, Stemmer("english"));
    REQUIRE(words.size() == 2);
    CHECK(text.substr(words[1].begin, words[1].end - words[1].begin) == "Ana");
}

TEST_CASE("words of one stem meet") {
    const Stemmer english("english");
    CHECK(english.stem("calling") == english.stem("calls"));
}

TEST_CASE("a composed letter and its parts are the same word") {
    CHECK(folded_words("Caf\u00e9") == folded_words("CAFE\u0301"));
}

TEST_CASE("scripts without spaces, emoji and broken bytes are read without fear") {
    CHECK(folded_words("\u5ba2\u6237").size() == 2);
    CHECK(folded_words("\U0001F600\U0001F600").size() == 2);
    CHECK(folded_words("ab\xff\xfe"
                       "cd") == Words{"ab", "cd"});
    CHECK(folded_words("").empty());
    CHECK(folded_words("... !?").empty());
}

TEST_CASE("an unknown language leaves words as they are") { CHECK(Stemmer("klingon").stem("calling") == "calling"); }
