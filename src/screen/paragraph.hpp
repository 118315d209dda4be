// Words broken into lines for a width.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace avow::screen {

struct Paragraph {
    std::vector<std::string> lines;
    float width = 0;  // of the longest line
    float height = 0; // lines times leading
    float room = 0;   // they were broken for: lines from right to left begin at its right edge
    bool is_cut = false;
    bool is_right_to_left = false;

    Paragraph part(std::size_t first, std::size_t last, float line) const;   // some of its lines, each so high
    std::vector<Paragraph> pieces(std::size_t most_lines, float line) const; // all of them, so many at the most in each
};

} // namespace avow::screen
