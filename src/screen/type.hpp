// The faces words are set in. Inter where it is installed, DejaVu Sans behind it, and for every other script whatever this
// machine has, looked up when a character is met that no face so far can draw. Pages are set from shaped lines; fields and
// menus, which are Dear ImGui's own, from one plain face of it, letter after letter.
#pragma once

#include "screen/faces.hpp"
#include "screen/glyph_font.hpp"
#include "screen/paragraph.hpp"
#include "screen/shaping.hpp"

#include <imgui.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace avow::screen {

class Type {
public:
    // Adds its faces to the atlas of the current context; throws std::runtime_error with a sentence when this machine has
    // no font at all.
    explicit Type(Family = Family::inter);

    ImFont* plain() const { return plain_; }
    // Dear ImGui measures a face from ascender to descender; a page is set in ems. Pixels of an em to ImGui's size.
    float size_for_em(float em_px) const { return em_px * glyphs_.line_per_em(); }
    float em_for_size(float size) const { return size / glyphs_.line_per_em(); }
    // An em as it will be: lines are drawn in whole pixels.
    float drawn_em(float em_px) const { return glyphs_.em_of(size_for_em(em_px)); }

    const ShapedLine& line(std::string_view text, Weight, Direction = Direction::automatic);
    const MeasuredText& measured(std::string_view text, Weight);
    void draw(ImDrawList&, ImVec2 at, const ShapedLine&, float em_px, ImU32 colour, float sharpness) const;

    Recent<Paragraph>& paragraphs() { return paragraphs_; } // as Painter::wrap broke them; it names them

    bool adopt(); // between frames; true when something was added and the page should be drawn again

private:
    void cover(std::string_view text); // notes the characters that the plain face lacks, for adopt()
    void add(const FontFile&);

    Faces faces_;
    ImFont* plain_ = nullptr;
    GlyphFont glyphs_; // after the plain face: the first of the atlas is what Dear ImGui takes by itself
    Shaper shaper_;
    Recent<Paragraph> paragraphs_{1'000'000}; // bytes
    std::set<ImWchar> met_;                   // looked at already
    std::vector<ImWchar> wanted_;
    std::set<std::string> added_;
    int sources_ = 0;
};

} // namespace avow::screen
