#include "session/text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace avow;

namespace {

using Names = std::vector<std::string>;

struct Paste {
    std::string_view text;
    Names names;
};

} // namespace

TEST_CASE("a pasted roster becomes names") {
    const Paste table[] = {
        {"", {}},
        {" \n\t\n\r\n", {}},
        {"Ana", {"Ana"}},
        {"Ana\nBo\nCem", {"Ana", "Bo", "Cem"}},
        {"Ana\r\n\r\n  Bo  \r\nCem\r\n", {"Ana", "Bo", "Cem"}},
        {"\xEF\xBB\xBF"
         "Ana\rBo",
         {"Ana", "Bo"}},
        // lists on one line
        {"Ana, Bo, Cem", {"Ana", "Bo", "Cem"}},
        {"Ana, Bo", {"Ana", "Bo"}},
        {"Ana; Bo; Cem;", {"Ana", "Bo", "Cem"}},
        {"Ana, Bo and Cem", {"Ana", "Bo", "Cem"}},
        {"Ana, Bo, and Cem", {"Ana", "Bo", "Cem"}},
        {"Ana, Bo & Cem", {"Ana", "Bo", "Cem"}},
        {"Ana, Sandy Andersen", {"Ana", "Sandy Andersen"}},
        {"Lopez, Ana; Stone, Bo", {"Ana Lopez", "Bo Stone"}},
        {"Lopez, Ana <ana@x.org>; Stone, Bo <bo@x.org>", {"Ana Lopez", "Bo Stone"}},
        // bullets and numbers
        {"* Ana\n- Bo\n• Cem\n– Dora\n— Emil", {"Ana", "Bo", "Cem", "Dora", "Emil"}},
        {"1. Ana\n2) Bo\n(3) Cem\n#4 Dora\n5 Emil\n12: Fay", {"Ana", "Bo", "Cem", "Dora", "Emil", "Fay"}},
        {"- [ ] Ana\n- [x] Bo\n[] Cem", {"Ana", "Bo", "Cem"}},
        {"1.\tAna\n2.\tBo", {"Ana", "Bo"}},
        {"---\nAna\n===\n***", {"Ana"}},
        {"2Pac\nJay-Z", {"2Pac", "Jay-Z"}},
        // columns
        {"Ana\tAgent\nBo\tLead", {"Ana", "Bo"}},
        {"1\tAna Nowak\tAgent\n2\tBo Stone\tLead", {"Ana Nowak", "Bo Stone"}},
        {"Ana\t\nBo\t", {"Ana", "Bo"}},
        {"Ana Nowak,agent,Bonn\nBo Stone,lead,Bonn", {"Ana Nowak", "Bo Stone"}},
        {"Ana, Bo, Cem,\nDora, Emil, Fay", {"Ana", "Bo", "Cem", "Dora", "Emil", "Fay"}},
        // last name first
        {"Lopez, Ana\nStone, Bo", {"Ana Lopez", "Bo Stone"}},
        {"\"Lopez, Ana\"\n\"Stone, Bo\"", {"Ana Lopez", "Bo Stone"}},
        {"de la Cruz, Ana María\nBo", {"Ana María de la Cruz", "Bo"}},
        {"Sam Lopez, Jr.\nBo", {"Sam Lopez, Jr.", "Bo"}},
        {"Ana,\nBo,\nCem", {"Ana", "Bo", "Cem"}},
        // quotes and addresses
        {"\"Ana\"\n'Bo'\n“Cem”\n„Dora“\n«Emil»", {"Ana", "Bo", "Cem", "Dora", "Emil"}},
        {"Conan O'Brien\nDwayne \"The Rock\" Johnson", {"Conan O'Brien", "Dwayne \"The Rock\" Johnson"}},
        {"Ana Nowak <ana@x.org>\n\"Bo\" <bo@x.org>", {"Ana Nowak", "Bo"}},
        {"<ana@x.org>\nbo.stone@x.org", {"ana", "bo.stone"}},
        // kept as they are
        {"Ana\nAna\nana", {"Ana", "Ana", "ana"}},
        {"🦊\n李明\nנועה\nJose\u0301", {"🦊", "李明", "נועה", "José"}},
        {"An\xFF"
         "a\nB\x1Bo",
         {"An\uFFFDa", "B\uFFFDo"}},
        {"Anne-Marie\nJ. R. Smith", {"Anne-Marie", "J. R. Smith"}},
    };
    for (const auto& [text, names] : table) {
        CAPTURE(text);
        CHECK(names_in(text) == names);
    }
}

TEST_CASE("a name of 200 characters comes through whole") {
    const std::string name(200, 'n');
    CHECK(names_in("1. " + name + "\n2. Ana") == Names{name, "Ana"});
}

TEST_CASE("whatever is pasted, the names are fit to keep") {
    const std::string signs = "aB,;\t\n\r -*1.)(\"'<>@[] \xC3\xA9\xFF\x01";
    std::uint64_t state = 11;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (int length = 0; length < 16; ++length) {
            state = state * 6'364'136'223'846'793'005u + 1'442'695'040'888'963'407u;
            text += signs[(state >> 33) % signs.size()];
        }
        for (const auto& name : names_in(text)) {
            CAPTURE(text);
            REQUIRE_FALSE(name.empty());
            REQUIRE(name == clean_line(name));
        }
    }
}

TEST_CASE("of a pasted list the lines are kept as they are, without what marks them as a list") {
    CHECK(lines_of_list("- call back\r\n\n - pick  up\n") == Names{"call back", "pick  up"});
    CHECK(lines_of_list("1. call back\n2) pick up") == Names{"call back", "pick up"});
    CHECK(lines_of_list("[ ] call back\n[x] pick up") == Names{"call back", "pick up"});
    CHECK(lines_of_list("3 calls a day\n2 visits") == Names{"3 calls a day", "2 visits"}); // a number of theirs
    CHECK(lines_of_list("- call back\npick up") == Names{"- call back", "pick up"});       // no list throughout
    CHECK(lines_of_list("-5% returns\n-1 meeting") == Names{"-5% returns", "-1 meeting"});
    CHECK(lines_of_list(" \n\n").empty());
}

TEST_CASE("what is left of a name or a line when something before or after it is gone is as clean as the whole was") {
    CHECK(names_in("Lopez\u2003,Ana\nBo") == Names{"Ana Lopez", "Bo"});
    CHECK(names_in("Lopez,\u2003Ana\nBo") == Names{"Ana Lopez", "Bo"});
    CHECK(lines_of_list("- \u2003I call back\n- I pick up") == std::vector<std::string>{"I call back", "I pick up"});
}
