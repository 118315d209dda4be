#include "screen/line_breaks.hpp"

#include <pango/pango-break.h>

#include <algorithm>

namespace avow::screen {

std::vector<bool> line_breaks(const std::string& text) {
    const auto count = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
    std::vector<PangoLogAttr> attributes(count + 1);
    // The language of a sentence is not known; Thai is found by its letters.
    pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1, pango_language_from_string("en"),
                        attributes.data(), static_cast<int>(attributes.size()));
    std::vector<bool> breaks(count + 1);
    for (std::size_t i = 0; i < breaks.size(); ++i) breaks[i] = attributes[i].is_line_break != 0;
    breaks.front() = false;
    breaks.back() = true;
    return breaks;
}

} // namespace avow::screen
