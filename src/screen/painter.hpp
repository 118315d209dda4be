// The hand that draws a page: words wrapped by measure, cards, rules, the shapes of themes, keycaps. Pages are laid out by
// what words need; nothing is drawn smaller so that it fits.
#pragma once

#include "screen/look.hpp"
#include "screen/paragraph.hpp"
#include "screen/type.hpp"

#include <imgui.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace avow::screen {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

// How words are set: which face, how many pixels an em has, which colour.
struct Setting {
    Weight weight = Weight::regular;
    float em = 16;
    ImU32 colour = 0;
    float leading = share::leading;

    float line() const { return em * leading; }
};

// What was drawn as words, for whoever checks a page: nothing under the floor, nothing clipped, nothing over other words.
struct DrawnWords {
    Rect rect; // of the ink of the line: from ascender to descender
    float em = 0;
    ImU32 colour = 0;
    std::string text;
};

class Motion;

class Painter {
public:
    Painter(ImDrawList* list, const Colours& palette, Type& type, std::vector<DrawnWords>* log = nullptr)
        : colours(palette), list_(list), type_(type), log_(log) {}

    const Colours& colours;
    // For what is drawn to scale afterwards: letters are rasterised at so many times their size, and no hairline is thinner.
    float sharpness = 1;
    float thinnest = 0;
    Motion* motion = nullptr; // of what is drawn for the room; none: everything is where it lies (screen/motion.hpp)
    ImDrawList* list() const { return list_; }

    // --- words ---
    float width_of(std::string_view, const Setting&) const;
    static constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();
    // Over `most_lines` the last line ends in an ellipsis.
    Paragraph wrap(std::string_view, const Setting&, float width, std::size_t most_lines = any_number) const;
    std::string fitted(std::string_view, const Setting&, float width) const; // on one line, cut with an ellipsis
    // Cut before what tells namesakes apart, if a number or a letter at its end does: "Maximil… 3", "Maximi… (seat 3)".
    std::string fitted_name(std::string_view name, const Setting&, float width) const;
    void words(float x, float y, std::string_view, const Setting&); // y: the top of the line
    void words(float x, float y, const Paragraph&, const Setting&, std::size_t first = 0,
               std::size_t count = any_number);
    // Beyond that line, at y, where it takes no letter's place: it goes on elsewhere. Not where the line fills the width.
    void goes_on(float x, float y, const Paragraph&, std::size_t line, const Setting&);
    // A sentence of Avow's, which is read from left to right whichever name begins it.
    void sentence(float x, float y, std::string_view, const Setting&);
    void words_right(float right, float y, std::string_view, const Setting&);
    // A clock: every digit as wide as a 0, so that it does not shake. Returns its left edge.
    float figures_right(float right, float y, std::string_view, const Setting&);

    // --- shapes ---
    void fill(Rect, ImU32, float rounding = 0);
    void frame(Rect, ImU32, float thickness, float rounding = 0);
    void dashed_frame(Rect, ImU32, float thickness);
    void rule(float x, float y, float width, ImU32, float thickness);
    void card(Rect, float rounding);                // paper on paper: a hairline, a soft shadow
    void mark(int mark, ImVec2 centre, float size); // the shape of a theme, in its colour
    void dot(ImVec2 centre, float radius, ImU32);
    float keycap(float x, float y, std::string_view keys, float em); // returns its right edge

private:
    Paragraph broken(std::string_view, const Setting&, float width, std::size_t most_lines) const;
    std::string last_line(std::string_view rest, const Setting&, float width) const;
    void say(Rect, std::string_view, const Setting&, int first_vertex, bool lacks_letters);
    void set_line(float x, float y, std::string_view, const Setting&, Direction);

    ImDrawList* list_;
    Type& type_;
    std::vector<DrawnWords>* log_;
};

} // namespace avow::screen
