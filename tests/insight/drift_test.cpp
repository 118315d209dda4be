// How words move: the diff of words, and what fell out that somebody could be held to.
#include "insight/drift.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::insight;

namespace {

std::string marked(const std::vector<Run>& runs) {
    std::string text;
    for (const auto& run : runs) {
        if (!text.empty()) text += ' ';
        text += run.kind == Run::Kind::gone   ? "-[" + run.words + "]"
                : run.kind == Run::Kind::come ? "+[" + run.words + "]"
                                              : run.words;
    }
    return text;
}

std::vector<std::string> lost(std::string_view former, std::string_view latter) {
    std::vector<std::string> words;
    for (const auto& one : lost_between(former, latter, {"Marta Silva", "Åsa"})) words.push_back(one.words);
    return words;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("a rewording is shown word by word") {
    CHECK(marked(runs_between("I make 15 calls a day", "I make more calls")) == "I make -[15] +[more] calls -[a day]");
    CHECK(marked(runs_between("Same words", "same words.")) == "same words.");
    CHECK(marked(runs_between("", "new")) == "+[new]");
    CHECK(runs_between("", "").empty());
}

TEST_CASE("a number that fell out is named; one that was changed is not") {
    CHECK(lost("I make 15 calls", "I make more calls") == Words{"15"});
    CHECK(lost("I make 15 calls", "I make 12 calls").empty());
    CHECK(lost("within three rings", "quickly") == Words{"three"});
    CHECK(lost("two calls, 3 mails", "2 calls") == Words{"3"});
}

TEST_CASE("a day that fell out is named") {
    CHECK(lost("I call every Friday", "I call often") == Words{"Friday"});
    CHECK(lost("done by 4 December", "done soon") == Words{"4 December"});
    CHECK(lost("done by 4 December", "done by Friday").empty());
    CHECK(lost("I check the list daily", "I check the list") == Words{"daily"});
    CHECK(lost("I may call in May", "I may call") == Words{"May"});
}

TEST_CASE("a person's name that fell out is named") {
    CHECK(lost("I ask Marta first", "I ask first") == Words{"Marta"});
    CHECK(lost("Åsa's list", "the list") == Words{"Åsa's"});
    CHECK(lost("I ask the marta first", "I ask first").empty());
}

TEST_CASE("words of four thousand characters are compared without ado") {
    std::string former, latter;
    for (int i = 0; i < 2000; ++i) former += "a ", latter += "b ";
    CHECK(runs_between(former, latter).size() == 2);
    CHECK(marked(runs_between("\xff\xfe", "x")) == "-[\xff\xfe] +[x]");
}
