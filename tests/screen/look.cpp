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

namespace {

constexpr std::array looks = {desk::Look::light, desk::Look::dark, desk::Look::high_contrast};

} // namespace

TEST_CASE("words of every colour have a contrast of 7.4 to every ground in every look, and of 12 in high contrast") {
    for (const auto look : looks) {
        const auto& c = colours_of(look);
        const std::array<std::pair<const char*, ImU32>, 4> words = {
            {{"ink", c.ink}, {"quiet", c.quiet}, {"accent words", c.accent_words}, {"trouble", c.trouble}}};
        const std::array<std::pair<const char*, ImU32>, 5> grounds = {
            {{"paper", c.paper}, {"card", c.card}, {"strip", c.strip}, {"field", c.field}, {"selected", c.selected}}};
        for (const auto& [words_name, words_colour] : words)
            for (const auto& [ground_name, ground] : grounds) {
                INFO(words_name << " on " << ground_name << ", look " << static_cast<int>(look));
                CHECK(contrast(words_colour, ground) >= (look == desk::Look::high_contrast ? 12 : 7.4));
            }
    }
}

TEST_CASE("ink on paper is above 12, and what is not words can be told from the paper") {
    for (const auto look : looks) {
        const auto& c = colours_of(look);
        CHECK(contrast(c.ink, c.paper) > 12);
        CHECK(contrast(c.accent, c.paper) >= 3);
        CHECK(contrast(c.accent, c.card) >= 3);
    }
}

TEST_CASE("every colour but the shadow is opaque, and no two of the first eight marks are alike") {
    for (const auto look : looks) {
        const auto& c = colours_of(look);
        for (const auto colour : {c.paper, c.card, c.ink, c.quiet, c.hairline, c.accent, c.accent_words, c.strip,
                                  c.field, c.selected, c.trouble})
            CHECK((colour >> IM_COL32_A_SHIFT & 255) == 255);
        std::set<ImU32> marks;
        for (int mark = 0; mark < 8; ++mark) marks.insert(mark_colour(mark, c));
        CHECK(marks.size() == 8);
    }
}

TEST_CASE("in high contrast the hairlines are seen, twice as thick, and nothing has a shadow") {
    const auto& c = colours_of(desk::Look::high_contrast);
    CHECK(contrast(c.hairline, c.paper) >= 7);
    CHECK(c.hairlines == 2);
    CHECK((c.shadow >> IM_COL32_A_SHIFT & 255) == 0);
    CHECK(contrast(c.placeholder, c.field) >= 7.4);
    CHECK(contrast(c.ink, c.marked) >= 12);
}

TEST_CASE("the smallest words for a last row 4, 6 or 8 picture heights away are 2.7, 4.0 and 5.3% of the height") {
    using enum storage::FarthestSeat;
    CHECK(share::small * reach_of(four) == Catch::Approx(.027));
    CHECK(share::small * reach_of(six) == Catch::Approx(.040));
    CHECK(share::small * reach_of(eight) == Catch::Approx(.053));
}
