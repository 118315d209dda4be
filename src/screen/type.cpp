#include "screen/type.hpp"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>
#include <utf8proc.h>

#include FT_FREETYPE_H
#include FT_SIZES_H

#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

namespace avow::screen {

namespace {

constexpr float reference_px = 16; // what sizes of merged faces are relative to
constexpr int most_sources = 15;   // of a merged face: Dear ImGui has four bits for it

struct Found {
    std::string path;
    int index = 0;
    std::string family;
};

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

std::optional<Found> best_match(Pattern pattern) {
    FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(nullptr, pattern.get(), &result), &FcPatternDestroy);
    FcChar8 *file = nullptr, *family = nullptr;
    if (!match || FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch) return std::nullopt;
    Found found{reinterpret_cast<const char*>(file), 0, {}};
    FcPatternGetInteger(match.get(), FC_INDEX, 0, &found.index);
    if (FcPatternGetString(match.get(), FC_FAMILY, 0, &family) == FcResultMatch)
        found.family = reinterpret_cast<const char*>(family);
    return found;
}

// A face of just that family, or nothing: fontconfig would give any other rather than none.
std::optional<Found> face_of(const char* family, Weight weight) {
    Pattern pattern(FcPatternCreate(), &FcPatternDestroy);
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    constexpr int weights[] = {FC_WEIGHT_REGULAR, FC_WEIGHT_DEMIBOLD, FC_WEIGHT_BOLD, FC_WEIGHT_REGULAR};
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, weights[static_cast<int>(weight)]);
    FcPatternAddInteger(pattern.get(), FC_SLANT, weight == Weight::italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);
    auto found = best_match(std::move(pattern));
    if (!found || found->family.find(family) != 0) return std::nullopt;
    return found;
}

// A face with outlines that has the character. Bitmap emoji are passed over: the rasteriser draws nothing of them.
std::optional<Found> face_with(ImWchar character) {
    Pattern pattern(FcPatternCreate(), &FcPatternDestroy);
    FcCharSet* set = FcCharSetCreate();
    FcCharSetAddChar(set, character);
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, set);
    FcCharSetDestroy(set);
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
    FcPatternAddBool(pattern.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(pattern.get(), FC_COLOR, FcFalse);
    return best_match(std::move(pattern));
}

bool has_character(const Found& found, ImWchar character) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0) return false;
    const bool has = FT_New_Face(library, found.path.c_str(), found.index & 0xFFFF, &face) == 0 &&
                     FT_Get_Char_Index(face, character) != 0 && (face->face_flags & FT_FACE_FLAG_SCALABLE) != 0;
    if (face) FT_Done_Face(face);
    FT_Done_FreeType(library);
    return has;
}

// Height from ascender to descender, in ems.
float line_of(const Found& found) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    float line = 1.2f;
    if (FT_Init_FreeType(&library) == 0 && FT_New_Face(library, found.path.c_str(), found.index, &face) == 0 &&
        face->units_per_EM > 0)
        line = static_cast<float>(face->ascender - face->descender) / static_cast<float>(face->units_per_EM);
    if (face) FT_Done_Face(face);
    FT_Done_FreeType(library);
    return line;
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

} // namespace

Type::Type(Family family) {
    auto* atlas = ImGui::GetIO().Fonts;
    atlas->SetFontLoader(loader());
    for (int weight = 0; weight < 4; ++weight) {
        auto found = family == Family::inter ? face_of("Inter", static_cast<Weight>(weight)) : std::nullopt;
        if (!found) found = face_of("DejaVu Sans", static_cast<Weight>(weight));
        if (!found) found = face_with('A');
        if (!found)
            throw std::runtime_error("This machine has no font. Install one, for example the package fonts-inter.");
        ImFontConfig config;
        config.FontNo = static_cast<unsigned>(found->index);
        faces_[weight] = atlas->AddFontFromFileTTF(found->path.c_str(), reference_px, &config);
        if (!faces_[weight]) throw std::runtime_error("The font " + found->path + " can't be read. Reinstall it.");
        if (weight == 0) line_per_em_ = line_of(*found);
    }
    sources_ = 1;
    // Behind DejaVu's own other weights too: its slanted face knows no Arabic.
    if (const auto behind = face_of("DejaVu Sans", Weight::regular)) add(behind->path, behind->index, line_of(*behind));
}

void Type::add(const std::string& path, int index, float line) {
    if (sources_ >= most_sources || !added_.insert(path).second) return;
    auto& fonts = ImGui::GetIO().Fonts->Fonts;
    for (auto* face : faces_) {
        ImFontConfig config;
        config.MergeMode = true;
        config.FontNo = static_cast<unsigned>(index & 0xFFFF);
        // Dear ImGui 1.92.2 merges into the last font of the atlas and no other, so each is the last for a moment.
        const int place = fonts.find_index(face);
        std::swap(fonts[place], fonts.back());
        // Sizes baked so far have no room for the new source's data; they are baked again when next drawn.
        ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, face, 0);
        // Dear ImGui would make its lines as high as ours; its ems must be as large.
        ImGui::GetIO().Fonts->AddFontFromFileTTF(path.c_str(), reference_px * line / line_per_em_, &config);
        std::swap(fonts[place], fonts.back());
    }
    ++sources_;
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
        if (!faces_[0]->IsGlyphInFont(wide)) wanted_.push_back(wide);
    }
}

bool Type::adopt() {
    bool has_changed = false;
    for (const auto character : wanted_) {
        if (faces_[0]->IsGlyphInFont(character)) continue; // a face added for another has it
        const auto found = face_with(character);
        if (!found || !has_character(*found, character)) continue;
        const int before = sources_;
        add(found->path, found->index, line_of(*found));
        has_changed |= sources_ != before;
    }
    wanted_.clear();
    return has_changed;
}

} // namespace avow::screen
