// Colours: every pair of words and ground that is drawn, and what has to be told apart.
#include "screen/look.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <set>
#include <utility>

using namespace avow;
using namespace avow::screen;

TEST_CASE("contrast is that of WCAG: 21 for black on white, 1 for a colour on itself, whichever comes first") {
    const auto black = IM_COL32(0, 0, 0, 255), white = IM_COL32(255, 255, 255, 255),
               grey = IM_COL32(119, 119, 119, 255);
    CHECK(contrast(black, white) == Catch::Approx(21));
    CHECK(contrast(white, black) == Catch::Approx(21));
    CHECK(contrast(grey, grey) == Catch::Approx(1));
    CHECK(contrast(grey, white) == Catch::Approx(4.48).margin(.01));
}

TEST_CASE("words of every colour have a contrast of 7.4 to every ground, light and dark") {
    for (const auto look : {desk::Look::light, desk::Look::dark}) {
        const auto& c = colours_of(look);
        const std::array<std::pair<const char*, ImU32>, 4> words = {
            {{"ink", c.ink}, {"quiet", c.quiet}, {"accent words", c.accent_words}, {"trouble", c.trouble}}};
        const std::array<std::pair<const char*, ImU32>, 5> grounds = {
            {{"paper", c.paper}, {"card", c.card}, {"strip", c.strip}, {"field", c.field}, {"selected", c.selected}}};
        for (const auto& [words_name, words_colour] : words)
            for (const auto& [ground_name, ground] : grounds) {
                INFO(words_name << " on " << ground_name << (c.is_dark ? ", dark" : ", light"));
                CHECK(contrast(words_colour, ground) >= 7.4);
            }
    }
}

TEST_CASE("ink on paper is above 12, and what is not words can be told from the paper") {
    for (const auto look : {desk::Look::light, desk::Look::dark}) {
        const auto& c = colours_of(look);
        CHECK(contrast(c.ink, c.paper) > 12);
        CHECK(contrast(c.accent, c.paper) >= 3);
        CHECK(contrast(c.accent, c.card) >= 3);
    }
}

TEST_CASE("every colour but the shadow is opaque, and no two of the first eight marks are alike") {
    for (const auto look : {desk::Look::light, desk::Look::dark}) {
        const auto& c = colours_of(look);
        for (const auto colour : {c.paper, c.card, c.ink, c.quiet, c.hairline, c.accent, c.accent_words, c.strip,
                                  c.field, c.selected, c.trouble})
            CHECK((colour >> IM_COL32_A_SHIFT & 255) == 255);
        std::set<ImU32> marks;
        for (int mark = 0; mark < 8; ++mark) marks.insert(mark_colour(mark, c));
        CHECK(marks.size() == 8);
    }
}
