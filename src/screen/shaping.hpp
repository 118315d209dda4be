// From words to glyphs where they stand: letters joined, stacked and kerned as their script has it, from right to left where
// it is written so. In ems, so that one shaping serves all sizes; lines that were shaped are remembered.
#pragma once

#include "screen/glyph_font.hpp"
#include "screen/recent.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace avow::screen {

struct PlacedGlyph {
    ImWchar code;
    float x, y; // from the left end of the line, and upwards from its base
};

struct ShapedLine {
    std::vector<PlacedGlyph> glyphs; // from left to right
    float width = 0;
    bool is_right_to_left = false;
    bool lacks_letters = false; // no face of this machine has one of them
};

// A text and the places at which it may be cut: never inside of what a reader takes for one character.
struct MeasuredText {
    struct Stop {
        std::size_t at;   // its byte
        float before;     // width of all that comes before, in the order it is spoken
        bool may_break;   // a line may end here
        bool is_space;    // what follows is one
        bool is_new_line; // what follows begins a line of its own
    };
    std::vector<Stop> stops; // the end of the text is the last
    bool is_right_to_left = false;
};

// Automatic: that of the first letter that has one.
enum class Direction { automatic, left_to_right, right_to_left };

// Whether Dear ImGui, which sets letter after letter from left to right, would draw it wrong.
bool needs_shaping(std::string_view text);

class Shaper {
public:
    Shaper(Faces& faces, GlyphFont& font) : faces_(faces), font_(font) {}

    // Null: it was never asked for, or long ago.
    const ShapedLine* known(std::string_view text, Weight, Direction);
    // What is given lives until the next question.
    const ShapedLine& line(std::string_view text, Weight, Direction = Direction::automatic);
    const MeasuredText& measured(std::string_view text, Weight);
    void forget();

private:
    Faces& faces_;
    GlyphFont& font_;
    Recent<ShapedLine> lines_{400'000}; // glyphs: some megabytes
    Recent<MeasuredText> texts_{200'000};
    std::string key_;
};

} // namespace avow::screen
