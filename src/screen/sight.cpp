#include "screen/sight.hpp"

#include "screen/look.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace avow::screen {

namespace {

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;

constexpr Matrix protanopia = {
    {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}}};
constexpr Matrix deuteranopia = {
    {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}}};
constexpr Matrix tritanopia = {
    {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}}};
constexpr Row luminance = {.2126, .7152, .0722};
constexpr Matrix achromatopsia = {{luminance, luminance, luminance}};

const Matrix& matrix_of(desk::Sight sight) {
    switch (sight) {
    case desk::Sight::protanopia: return protanopia;
    case desk::Sight::deuteranopia: return deuteranopia;
    case desk::Sight::tritanopia: return tritanopia;
    default: return achromatopsia;
    }
}

unsigned channel_of(double light) {
    const double value = std::clamp(light, 0., 1.);
    return static_cast<unsigned>(
        std::lround((value <= .0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - .055) * 255));
}

} // namespace

ImU32 seen_with(desk::Sight sight, ImU32 colour) {
    if (sight == desk::Sight::usual) return colour;
    const Row light = {linear(colour >> IM_COL32_R_SHIFT), linear(colour >> IM_COL32_G_SHIFT),
                       linear(colour >> IM_COL32_B_SHIFT)};
    std::array<unsigned, 3> seen{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& row = matrix_of(sight).at(i);
        seen.at(i) = channel_of(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]);
    }
    return IM_COL32(seen[0], seen[1], seen[2], 255);
}

void see_with(desk::Sight sight, std::vector<unsigned char>& rgb) {
    if (sight == desk::Sight::usual) return;
    std::unordered_map<ImU32, ImU32> known; // a page has few colours, and many pixels of each
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
        const ImU32 colour = IM_COL32(rgb[i], rgb[i + 1], rgb[i + 2], 255);
        const auto [found, is_new] = known.try_emplace(colour);
        if (is_new) found->second = seen_with(sight, colour);
        rgb[i] = static_cast<unsigned char>(found->second >> IM_COL32_R_SHIFT);
        rgb[i + 1] = static_cast<unsigned char>(found->second >> IM_COL32_G_SHIFT);
        rgb[i + 2] = static_cast<unsigned char>(found->second >> IM_COL32_B_SHIFT);
    }
}

} // namespace avow::screen
