// The letters of all faces as one font of Dear ImGui, whose "characters" are glyphs: what shaping gives has no code of its
// own. Baking, the atlas, its growth and what is thrown away stay Dear ImGui's.
#pragma once

#include "screen/faces.hpp"

#include <imgui.h>

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace avow::screen {

struct ShapedLine;

class GlyphFont {
public:
    explicit GlyphFont(const Faces&); // adds itself to the atlas of the current context; must outlive its use
    GlyphFont(const GlyphFont&) = delete;
    GlyphFont& operator=(const GlyphFont&) = delete;

    float line_per_em() const { return line_per_em_; } // of the plain face, from ascender to descender
    // Sizes are baked in whole pixels of a line: how large an em then is.
    float em_of(float size) const;

    ImWchar code_of(int face, std::uint32_t glyph);
    // From the top left corner, as ImDrawList::AddText. A sharpness below 1 is for what is drawn to scale afterwards.
    void draw(ImDrawList&, ImVec2 at, const ShapedLine&, float size, ImU32 colour, float sharpness) const;

    // Thousands of different glyphs, as only very many Chinese characters are: between frames all are forgotten, and so
    // must be the lines that were shaped.
    bool is_full() const { return glyphs_.size() > most_glyphs; }
    void forget();

private:
    friend struct GlyphLoader;
    struct Known {
        int face;
        std::uint32_t glyph;
    };
    static constexpr std::size_t most_glyphs =
        12'000; // Dear ImGui numbers those of a size in 16 bits, and each has four

    const Faces& faces_;
    ImFont* font_ = nullptr;
    float line_per_em_, ascender_, descender_;
    std::vector<Known> glyphs_;
    std::unordered_map<std::uint64_t, ImWchar> codes_;
};

} // namespace avow::screen
