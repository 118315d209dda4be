#include "screen/type.hpp"

#include <ft2build.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>
#include <utf8proc.h>

#include FT_FREETYPE_H
#include FT_SIZES_H

#include <optional>
#include <stdexcept>
#include <utility>

namespace avow::screen {

namespace {

constexpr float reference_px = 16; // what sizes of merged faces are relative to
constexpr int most_sources = 15;   // of a merged face: Dear ImGui has four bits for it

struct Measure {
    bool has_character = false;
    float line = 1.2f; // from ascender to descender, in ems
};

Measure measure_of(const FontFile& file, ImWchar character) {
    Measure measure;
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0) return measure;
    if (FT_New_Face(library, file.path.c_str(), file.index, &face) == 0 && face->units_per_EM > 0) {
        measure.has_character = FT_Get_Char_Index(face, character) != 0 && FT_IS_SCALABLE(face);
        measure.line = static_cast<float>(face->ascender - face->descender) / static_cast<float>(face->units_per_EM);
    }
    if (face) FT_Done_Face(face);
    FT_Done_FreeType(library);
    return measure;
}

// Dear ImGui's FreeType loader, but for one thing: it remembers the size it activated last by the address of the bake, and
// bakes move when old ones are thrown away, so that now and then a glyph came in another size (seen in 1.92.2b). Activating
// the size for every glyph that is loaded costs nothing against rasterising it.
const ImFontLoader* loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader copy = *ImGuiFreeType::GetFontLoader();
        copy.FontBakedLoadGlyph = [](ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data,
                                     ImWchar character, ImFontGlyph* glyph, float* advance) {
            FT_Activate_Size(*static_cast<FT_Size*>(data)); // the first member of the loader's own record of a bake
            return ImGuiFreeType::GetFontLoader()->FontBakedLoadGlyph(atlas, source, baked, data, character, glyph,
                                                                      advance);
        };
        return copy;
    }();
    return &loader;
}

// What every Latin, Greek or Cyrillic face has is not looked up; the rest is, once.
bool is_usual(ImWchar character) { return character < 0x0530 && character != 0x0; }
bool is_invisible(ImWchar character) {
    return character < 0x20 || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0xFE00 && character <= 0xFE0F) || character == 0x2060 || character == 0xFEFF;
}

ImFont* plain_face(Family family) {
    auto* atlas = ImGui::GetIO().Fonts;
    atlas->SetFontLoader(loader());
    auto found = family == Family::inter ? file_of("Inter", Weight::regular) : std::nullopt;
    if (!found) found = file_of("DejaVu Sans", Weight::regular);
    if (!found) found = file_with('A');
    if (!found) throw std::runtime_error("This machine has no font. Install one, for example the package fonts-inter.");
    ImFontConfig config;
    config.FontNo = static_cast<unsigned>(found->index);
    auto* face = atlas->AddFontFromFileTTF(found->path.c_str(), reference_px, &config);
    if (!face) throw std::runtime_error("The font " + found->path + " can't be read. Reinstall it.");
    return face;
}

} // namespace

Type::Type(Family family) : faces_(family), plain_(plain_face(family)), glyphs_(faces_), shaper_(faces_, glyphs_) {
    sources_ = 1;
    if (const auto behind = file_of("DejaVu Sans", Weight::regular)) add(*behind);
}

void Type::add(const FontFile& file) {
    if (sources_ >= most_sources || !added_.insert(file.path).second) return;
    auto& fonts = ImGui::GetIO().Fonts->Fonts;
    ImFontConfig config;
    config.MergeMode = true;
    config.FontNo = static_cast<unsigned>(file.index);
    // Dear ImGui 1.92.2 merges into the last font of the atlas and no other, so the plain one is the last for a moment.
    const int place = fonts.find_index(plain_);
    std::swap(fonts[place], fonts.back());
    // Sizes baked so far have no room for the new source's data; they are baked again when next drawn.
    ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, plain_, 0);
    // Dear ImGui would make its lines as high as ours; its ems must be as large.
    const float size = reference_px * measure_of(file, ' ').line / glyphs_.line_per_em();
    ImGui::GetIO().Fonts->AddFontFromFileTTF(file.path.c_str(), size, &config);
    std::swap(fonts[place], fonts.back());
    ++sources_;
}

const ShapedLine& Type::line(std::string_view text, Weight weight, Direction direction) {
    if (const auto* known = shaper_.known(text, weight, direction)) return *known;
    cover(text);
    return shaper_.line(text, weight, direction);
}

const MeasuredText& Type::measured(std::string_view text, Weight weight) { return shaper_.measured(text, weight); }

void Type::draw(ImDrawList& list, ImVec2 at, const ShapedLine& line, float em_px, ImU32 colour, float sharpness) const {
    glyphs_.draw(list, at, line, size_for_em(em_px), colour, sharpness);
}

void Type::cover(std::string_view text) {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t character = 0;
        const auto bytes = *at < 0x80 ? (character = *at, 1) : utf8proc_iterate(at, left, &character);
        if (bytes <= 0) return;
        at += bytes;
        left -= bytes;
        const auto wide = static_cast<ImWchar>(character);
        if (is_usual(wide) || is_invisible(wide) || !met_.insert(wide).second) continue;
        if (!plain_->IsGlyphInFont(wide)) wanted_.push_back(wide);
    }
}

bool Type::adopt() {
    bool has_changed = false;
    if (glyphs_.is_full()) {
        shaper_.forget();
        paragraphs_.clear();
        glyphs_.forget();
        has_changed = true;
    }
    for (const auto character : std::exchange(wanted_, {})) {
        if (plain_->IsGlyphInFont(character)) continue; // a face added for another has it
        const auto found = file_with(character);
        if (!found || !measure_of(*found, character).has_character) continue;
        const int before = sources_;
        add(*found);
        has_changed |= sources_ != before;
    }
    return has_changed;
}

} // namespace avow::screen
