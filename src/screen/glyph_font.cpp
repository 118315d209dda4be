#include "screen/glyph_font.hpp"

#include "screen/shaping.hpp"

#include <ft2build.h>
#include <imgui_internal.h>

#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace avow::screen {

namespace {

constexpr ImWchar first_code = 0x100; // below, Dear ImGui looks for a space, a tab, an ellipsis
constexpr int places = 4;             // of a small letter within a pixel: letters on whole pixels stand unevenly
constexpr float small_em = 30;
constexpr float reference_px = 16;

int rounded(float value) { return static_cast<int>(std::lround(value)); }

// A picture of colours, premultiplied, as FreeType has them: blue, green, red, alpha.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<float> channels;
};

// Every pixel is the mean of what it covers: emoji are pictures of one size, and drawn much smaller.
Bitmap scaled(const FT_Bitmap& from, float scale) {
    Bitmap to{std::max(1, rounded(static_cast<float>(from.width) * scale)),
              std::max(1, rounded(static_cast<float>(from.rows) * scale)),
              {}};
    const float step_x = static_cast<float>(from.width) / static_cast<float>(to.width);
    const float step_y = static_cast<float>(from.rows) / static_cast<float>(to.height);
    to.channels.resize(static_cast<std::size_t>(to.width * to.height * 4));
    const auto covered = [](float begin, float length, int pixel) {
        return std::max(0.f, std::min(begin + length, static_cast<float>(pixel + 1)) -
                                 std::max(begin, static_cast<float>(pixel)));
    };
    const auto beyond = [](float end, unsigned most) {
        return std::min(static_cast<int>(std::ceil(end)), static_cast<int>(most));
    };
    auto* out = to.channels.data();
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x, out += 4) {
            const float left = static_cast<float>(x) * step_x, top = static_cast<float>(y) * step_y;
            float area = 0;
            for (int row = static_cast<int>(top); row < beyond(top + step_y, from.rows); ++row)
                for (int column = static_cast<int>(left); column < beyond(left + step_x, from.width); ++column) {
                    const float part = covered(left, step_x, column) * covered(top, step_y, row);
                    const auto* pixel = from.buffer + row * from.pitch + column * 4;
                    for (int i = 0; i < 4; ++i) out[i] += static_cast<float>(pixel[i]) * part;
                    area += part;
                }
            for (int i = 0; i < 4; ++i) out[i] /= std::max(area, 1e-6f);
        }
    return to;
}

void write(const Bitmap& from, ImU32* out) {
    for (std::size_t i = 0; i < from.channels.size(); i += 4, ++out) {
        const float alpha = from.channels[i + 3], whole = alpha > 0 ? 255 / alpha : 0;
        const auto channel = [&](std::size_t at) { return std::min(255, rounded(from.channels[i + at] * whole)); };
        *out = static_cast<ImU32>(IM_COL32(channel(2), channel(1), channel(0), rounded(alpha)));
    }
}

void write(const FT_Bitmap& from, ImU32* out) {
    for (unsigned y = 0; y < from.rows; ++y) {
        const auto* row = from.buffer + static_cast<int>(y) * from.pitch;
        for (unsigned x = 0; x < from.width; ++x, ++out) {
            const unsigned alpha =
                from.pixel_mode == FT_PIXEL_MODE_MONO ? (row[x / 8] >> (7 - x % 8) & 1u) * 255u : row[x];
            *out = IM_COL32(255, 255, 255, alpha);
        }
    }
}

// Pictures come in few sizes: the smallest that is large enough, else the largest.
float choose_strike(FT_Face face, float em) {
    int best = 0;
    const auto size = [&](int i) { return static_cast<float>(face->available_sizes[i].y_ppem) / 64; };
    for (int i = 1; i < face->num_fixed_sizes; ++i)
        if (size(i) >= em ? size(best) < em || size(i) < size(best) : size(i) > size(best)) best = i;
    FT_Select_Size(face, best);
    return em / std::max(1.f, size(best));
}

} // namespace

// What Dear ImGui asks for when it bakes. A free struct, since its hooks are plain functions.
struct GlyphLoader {
    static GlyphFont& font_of(const ImFontConfig* source) { return **static_cast<GlyphFont**>(source->FontData); }

    static bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code) { return code == ' '; }

    static bool begin_size(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
        const auto& font = font_of(source);
        const float em = baked->Size / font.line_per_em_, density = baked->RasterizerDensity;
        baked->Ascent = std::ceil(font.ascender_ * em * density - .01f) / density;
        baked->Descent = std::floor(font.descender_ * em * density + .01f) / density;
        return true;
    }

    static bool load(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                     ImFontGlyph* glyph, float* advance) {
        const auto& font = font_of(source);
        if (advance) return *advance = 0, true; // shaping knows it
        glyph->Codepoint = code & 0x3FFFFFF;    // the bits there are
        const auto number = static_cast<std::size_t>((code - first_code) / places);
        if (code < first_code || number >= font.glyphs_.size()) return code == ' ';
        const auto& known = font.glyphs_[number];
        const Face& face = font.faces_[known.face];
        const float em = baked->Size / font.line_per_em_ * baked->RasterizerDensity;
        const int place = static_cast<int>(code - first_code) % places;
        float scale = 1;
        if (!rasterise(face, known.glyph, em, place, scale)) return true; // it leaves no ink
        return keep(atlas, source, baked, glyph, *face.outlines->glyph, scale);
    }

    static bool rasterise(const Face& face, std::uint32_t glyph, float em, int place, float& scale) {
        FT_Face outlines = face.outlines;
        const bool is_picture = !FT_IS_SCALABLE(outlines);
        const auto size = static_cast<long>(rounded(em * 64));
        if (is_picture)
            scale = choose_strike(outlines, em);
        else if (face.set_to != size && FT_Set_Char_Size(outlines, 0, size, 72, 72) == 0)
            face.set_to = size;
        const FT_Int32 flags = is_picture ? FT_LOAD_COLOR : FT_LOAD_COLOR | FT_LOAD_NO_BITMAP;
        if (FT_Load_Glyph(outlines, glyph, flags) != 0) return false;
        auto* slot = outlines->glyph;
        if (slot->format == FT_GLYPH_FORMAT_OUTLINE) FT_Outline_Translate(&slot->outline, place * 64 / places, 0);
        if (slot->format != FT_GLYPH_FORMAT_BITMAP && FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return false;
        return slot->bitmap.width > 0 && slot->bitmap.rows > 0;
    }

    static bool keep(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImFontGlyph* glyph,
                     const FT_GlyphSlotRec_& slot, float scale) {
        const bool is_coloured = slot.bitmap.pixel_mode == FT_PIXEL_MODE_BGRA;
        Bitmap picture;
        if (is_coloured) picture = scaled(slot.bitmap, scale);
        const int width = is_coloured ? picture.width : static_cast<int>(slot.bitmap.width);
        const int height = is_coloured ? picture.height : static_cast<int>(slot.bitmap.rows);
        const auto place = ImFontAtlasPackAddRect(atlas, width, height);
        if (place == ImFontAtlasRectId_Invalid)
            return true; // the largest texture is full: better no letter than no page
        atlas->Builder->TempBuffer.resize(width * height * 4);
        auto* pixels = reinterpret_cast<ImU32*>(atlas->Builder->TempBuffer.Data);
        if (is_coloured)
            write(picture, pixels);
        else
            write(slot.bitmap, pixels);
        const float back = 1 / baked->RasterizerDensity;
        const float left = static_cast<float>(slot.bitmap_left) * scale,
                    top = static_cast<float>(slot.bitmap_top) * scale;
        glyph->X0 = std::round(left) * back;
        glyph->Y0 = baked->Ascent - std::round(top) * back;
        glyph->X1 = glyph->X0 + static_cast<float>(width) * back;
        glyph->Y1 = glyph->Y0 + static_cast<float>(height) * back;
        glyph->Visible = true;
        glyph->Colored = is_coloured;
        glyph->PackId = place;
        ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place),
                                           reinterpret_cast<const unsigned char*>(pixels), ImTextureFormat_RGBA32,
                                           width * 4);
        return true;
    }

    static const ImFontLoader* table() {
        static const ImFontLoader loader = [] {
            ImFontLoader made;
            made.Name = "glyphs";
            made.FontSrcContainsGlyph = contains;
            made.FontBakedInit = begin_size;
            made.FontBakedLoadGlyph = load;
            return made;
        }();
        return &loader;
    }
};

GlyphFont::GlyphFont(const Faces& faces) : faces_(faces) {
    const Face& plain = faces[faces.plain(Weight::regular)];
    ascender_ = plain.ascender;
    descender_ = plain.descender;
    line_per_em_ = ascender_ - descender_;
    GlyphFont* self = this; // the atlas keeps a copy of the pointer, as the bytes of a font it need not understand
    ImFontConfig config;
    config.FontLoader = GlyphLoader::table();
    config.FontData = &self;
    config.FontDataSize = sizeof self;
    config.FontDataOwnedByAtlas = false;
    config.SizePixels = reference_px;
    font_ = ImGui::GetIO().Fonts->AddFont(&config);
}

float GlyphFont::em_of(float size) const { return ImGui::GetRoundedFontSize(size) / line_per_em_; }

ImWchar GlyphFont::code_of(int face, std::uint32_t glyph) {
    const auto next = static_cast<ImWchar>(first_code + glyphs_.size() * places);
    const auto [at, is_new] = codes_.try_emplace(static_cast<std::uint64_t>(face) << 32 | glyph, next);
    if (is_new) glyphs_.push_back({face, glyph});
    return at->second;
}

void GlyphFont::draw(ImDrawList& list, ImVec2 at, const ShapedLine& line, float size, ImU32 colour,
                     float sharpness) const {
    const auto& clip = list._CmdHeader.ClipRect;
    if (at.y > clip.w + size || at.y + 2 * size < clip.y || line.glyphs.empty()) return;
    auto* baked = font_->GetFontBaked(size, sharpness);
    const float em = em_of(size);
    const bool is_small = em < small_em && sharpness == 1, is_whole = sharpness == 1;
    struct Placed {
        ImWchar code;
        float x, y;
    };
    static thread_local std::vector<Placed> placed; // of one line, kept for its room
    placed.clear();
    for (const auto& glyph : line.glyphs) {
        float x = at.x + glyph.x * em;
        const float y = at.y - (is_whole ? std::round(glyph.y * em) : glyph.y * em);
        if (x > clip.z + 2 * em || x < clip.x - 8 * em) continue;
        int place = 0;
        if (is_small) {
            const int quarters = static_cast<int>(std::floor(x * places + .5f));
            x = std::floor(static_cast<float>(quarters) / places);
            place = quarters - static_cast<int>(x) * places;
        } else if (is_whole) {
            x = std::round(x);
        }
        placed.push_back({glyph.code + static_cast<ImWchar>(place), x, y});
    }
    // First all are baked: the texture may become another one while they are.
    for (const auto& one : placed) baked->FindGlyph(one.code);
    const auto count = static_cast<int>(placed.size());
    list.PrimReserve(count * 6, count * 4);
    int left_out = 0;
    for (const auto& one : placed) {
        const auto* glyph = baked->FindGlyph(one.code);
        if (!glyph->Visible) {
            ++left_out;
            continue;
        }
        list.PrimRectUV({one.x + glyph->X0, one.y + glyph->Y0}, {one.x + glyph->X1, one.y + glyph->Y1},
                        {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                        glyph->Colored ? colour | ~IM_COL32_A_MASK : colour);
    }
    list.PrimUnreserve(left_out * 6, left_out * 4);
}

void GlyphFont::forget() {
    glyphs_.clear();
    codes_.clear();
    ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, font_, 0);
}

} // namespace avow::screen
