// People who see fewer colours read the same page: words stay dark enough on their ground, lines can be seen, and a theme is
// told by its letter and shape where its colour says nothing.
#include "screen/sight.hpp"

#include "screen/look.hpp"
#include "session/theme.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdlib>
#include <set>

using namespace avow;
using namespace avow::screen;

namespace {

constexpr std::array sights = {desk::Sight::protanopia, desk::Sight::deuteranopia, desk::Sight::tritanopia,
                               desk::Sight::achromatopsia};
constexpr std::array looks = {desk::Look::light, desk::Look::dark, desk::Look::high_contrast};

int channel(ImU32 colour, int shift) { return static_cast<int>(colour >> shift & 255); }

int distance(ImU32 a, ImU32 b) {
    int sum = 0;
    for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT})
        sum += std::abs(channel(a, shift) - channel(b, shift));
    return sum;
}

} // namespace

TEST_CASE("grey stays grey with every sight, and without colour everything is grey") {
    for (const auto sight : sights)
        for (const unsigned grey : {0u, 60u, 128u, 255u})
            CHECK(distance(seen_with(sight, IM_COL32(grey, grey, grey, 255)), IM_COL32(grey, grey, grey, 255)) <= 3);
    const auto seen = seen_with(desk::Sight::achromatopsia, IM_COL32(200, 80, 30, 255));
    CHECK(channel(seen, IM_COL32_R_SHIFT) == channel(seen, IM_COL32_G_SHIFT));
    CHECK(channel(seen, IM_COL32_R_SHIFT) == channel(seen, IM_COL32_B_SHIFT));
}

TEST_CASE("red and green of the same lightness are apart for most, and all but one for who sees no red or no green") {
    const auto red = IM_COL32(200, 80, 60, 255), green = IM_COL32(110, 130, 60, 255);
    CHECK(distance(red, green) > 130);
    CHECK(distance(seen_with(desk::Sight::deuteranopia, red), seen_with(desk::Sight::deuteranopia, green)) < 75);
    CHECK(distance(seen_with(desk::Sight::tritanopia, red), seen_with(desk::Sight::tritanopia, green)) > 100);
}

TEST_CASE("with every sight words keep a contrast of 7 to every ground, and lines of 3") {
    for (const auto sight : sights)
        for (const auto look : looks) {
            const auto& c = colours_of(look);
            const auto seen = [&](ImU32 colour) { return seen_with(sight, colour); };
            INFO("sight " << static_cast<int>(sight) << ", look " << static_cast<int>(look));
            for (const auto words : {c.ink, c.quiet, c.accent_words, c.trouble})
                for (const auto ground : {c.paper, c.card, c.strip, c.field, c.selected})
                    CHECK(contrast(seen(words), seen(ground)) >= 7);
            for (const auto ground : {c.paper, c.card}) CHECK(contrast(seen(c.accent), seen(ground)) >= 3);
        }
}

TEST_CASE("some themes have colours that cannot be told apart without seeing them, and no two have the same letter") {
    int alike = 0;
    std::set<std::string> letters;
    const auto& colours = colours_of(desk::Look::light);
    for (int a = 0; a < 8; ++a) {
        letters.insert(mark_letter(a));
        for (int b = 0; b < a; ++b)
            alike += distance(seen_with(desk::Sight::achromatopsia, mark_colour(a, colours)),
                              seen_with(desk::Sight::achromatopsia, mark_colour(b, colours))) < 60;
    }
    CHECK(alike > 0); // or letters and shapes would not be needed
    CHECK(letters.size() == 8);
}

TEST_CASE("a picture is seen pixel by pixel as its colours are") {
    std::vector<unsigned char> rgb = {200, 80, 30, 255, 255, 255, 200, 80, 30};
    see_with(desk::Sight::protanopia, rgb);
    const auto seen = seen_with(desk::Sight::protanopia, IM_COL32(200, 80, 30, 255));
    CHECK(rgb[0] == channel(seen, IM_COL32_R_SHIFT));
    CHECK(rgb[2] == channel(seen, IM_COL32_B_SHIFT));
    CHECK(rgb[6] == rgb[0]);
    CHECK(rgb[4] >= 252);
}
