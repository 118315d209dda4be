#include "screen/faces.hpp"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <hb.h>

#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace avow::screen {

namespace {

constexpr std::size_t most_looked_up = 20'000; // characters nobody may ever type so many of

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

std::optional<FontFile> best_match(Pattern pattern) {
    FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(nullptr, pattern.get(), &result), &FcPatternDestroy);
    FcChar8 *file = nullptr, *family = nullptr;
    if (!match || FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch) return std::nullopt;
    FontFile found{reinterpret_cast<const char*>(file), 0, {}};
    FcPatternGetInteger(match.get(), FC_INDEX, 0, &found.index);
    found.index &= 0xFFFF; // what stands above says which instance of a variable font
    if (FcPatternGetString(match.get(), FC_FAMILY, 0, &family) == FcResultMatch)
        found.family = reinterpret_cast<const char*>(family);
    return found;
}

Pattern pattern_of(const char* family, Weight weight) {
    Pattern pattern(FcPatternCreate(), &FcPatternDestroy);
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    constexpr int weights[] = {FC_WEIGHT_REGULAR, FC_WEIGHT_DEMIBOLD, FC_WEIGHT_BOLD, FC_WEIGHT_REGULAR};
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, weights[static_cast<int>(weight)]);
    FcPatternAddInteger(pattern.get(), FC_SLANT, weight == Weight::italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);
    return pattern;
}

// Scripts whose letters join, stack or move, and the family that knows how. Others, DejaVu Sans among them, have letters of
// some of these without the rules, and would be taken first.
const char* family_of_script(hb_script_t script) {
    constexpr std::pair<hb_script_t, const char*> families[] = {{HB_SCRIPT_ARABIC, "Noto Sans Arabic"},
                                                                {HB_SCRIPT_HEBREW, "Noto Sans Hebrew"},
                                                                {HB_SCRIPT_DEVANAGARI, "Noto Sans Devanagari"},
                                                                {HB_SCRIPT_THAI, "Noto Sans Thai"},
                                                                {HB_SCRIPT_BENGALI, "Noto Sans Bengali"},
                                                                {HB_SCRIPT_TAMIL, "Noto Sans Tamil"},
                                                                {HB_SCRIPT_TELUGU, "Noto Sans Telugu"},
                                                                {HB_SCRIPT_GUJARATI, "Noto Sans Gujarati"},
                                                                {HB_SCRIPT_GURMUKHI, "Noto Sans Gurmukhi"},
                                                                {HB_SCRIPT_KANNADA, "Noto Sans Kannada"},
                                                                {HB_SCRIPT_MALAYALAM, "Noto Sans Malayalam"},
                                                                {HB_SCRIPT_ORIYA, "Noto Sans Oriya"},
                                                                {HB_SCRIPT_SINHALA, "Noto Sans Sinhala"},
                                                                {HB_SCRIPT_KHMER, "Noto Sans Khmer"},
                                                                {HB_SCRIPT_LAO, "Noto Sans Lao"},
                                                                {HB_SCRIPT_MYANMAR, "Noto Sans Myanmar"},
                                                                {HB_SCRIPT_ETHIOPIC, "Noto Sans Ethiopic"},
                                                                {HB_SCRIPT_ARMENIAN, "Noto Sans Armenian"},
                                                                {HB_SCRIPT_GEORGIAN, "Noto Sans Georgian"}};
    const auto* found = std::ranges::find(families, script, &std::pair<hb_script_t, const char*>::first);
    return found == std::end(families) ? nullptr : found->second;
}

bool is_of_the_page(hb_script_t script) {
    constexpr std::array scripts = {HB_SCRIPT_LATIN,  HB_SCRIPT_GREEK,     HB_SCRIPT_CYRILLIC,
                                    HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN};
    return std::ranges::find(scripts, script) != scripts.end();
}

// Digits, brackets, dashes and signs are those of the page in every script; marks of one script are not.
bool is_common_sign(char32_t character) { return character < 0x300 || (character >= 0x2010 && character < 0x2C00); }

// What leaves no ink and may be lacking.
bool is_ignorable(char32_t character) {
    return (character >= 0x200B && character <= 0x200F) || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x206F) || (character >= 0xFE00 && character <= 0xFE0F) ||
           character == 0xFEFF || (character >= 0xE0000 && character <= 0xE0FFF);
}

bool has_all(const Face& face, std::u32string_view cluster) {
    return std::ranges::all_of(cluster, [&](char32_t c) { return is_ignorable(c) || face.has(c); });
}

} // namespace

std::optional<FontFile> file_of(const char* family, Weight weight) {
    auto found = best_match(pattern_of(family, weight)); // any other rather than none
    if (!found || found->family.find(family) != 0) return std::nullopt;
    return found;
}

std::optional<FontFile> file_with(char32_t character, Weight weight) {
    auto pattern = pattern_of("sans-serif", weight);
    FcCharSet* set = FcCharSetCreate();
    FcCharSetAddChar(set, character);
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, set);
    FcCharSetDestroy(set);
    FcPatternAddBool(pattern.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(pattern.get(), FC_COLOR, FcFalse);
    return best_match(std::move(pattern));
}

// --- one face ----------------------------------------------------------------------------------------------------

Face::Face(FT_LibraryRec_* library, const FontFile& file) {
    if (FT_New_Face(library, file.path.c_str(), file.index, &outlines) != 0)
        throw std::runtime_error("The font " + file.path + " can't be read. Reinstall it.");
    hb_blob_t* bytes = hb_blob_create_from_file(file.path.c_str());
    hb_face_t* face = hb_face_create(bytes, static_cast<unsigned>(file.index));
    rules = hb_font_create(face); // in units of the font: one shaping serves all sizes
    units_per_em = static_cast<float>(std::max(1u, hb_face_get_upem(face)));
    hb_face_destroy(face);
    hb_blob_destroy(bytes);
    if (outlines->units_per_EM > 0) {
        ascender = static_cast<float>(outlines->ascender) / static_cast<float>(outlines->units_per_EM);
        descender = static_cast<float>(outlines->descender) / static_cast<float>(outlines->units_per_EM);
    }
}

Face::~Face() {
    hb_font_destroy(rules);
    FT_Done_Face(outlines);
}

bool Face::has(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(rules, character, &glyph) != 0;
}

// --- all of them -------------------------------------------------------------------------------------------------

Faces::Faces(Family family) {
    if (FT_Init_FreeType(&library_) != 0) throw std::runtime_error("FreeType can't be started.");
    for (int i = 0; i < 4; ++i) {
        const auto weight = static_cast<Weight>(i);
        behind_[i] = open(file_of("DejaVu Sans", weight));
        plain_[i] = family == Family::inter ? open(file_of("Inter", weight)) : -1;
        if (plain_[i] < 0) plain_[i] = behind_[i];
        if (plain_[i] < 0) plain_[i] = open(file_with('A', weight));
        if (plain_[i] < 0)
            throw std::runtime_error("This machine has no font. Install one, for example the package fonts-inter.");
    }
}

Faces::~Faces() {
    faces_.clear();
    FT_Done_FreeType(library_);
}

int Faces::open(const std::optional<FontFile>& file) {
    if (!file) return -1;
    const auto known = std::ranges::find(files_, *file);
    if (known != files_.end()) return static_cast<int>(known - files_.begin());
    try {
        faces_.push_back(std::make_unique<Face>(library_, *file));
    } catch (const std::runtime_error&) {
        return -1; // there are others
    }
    files_.push_back(*file);
    return static_cast<int>(faces_.size()) - 1;
}

int Faces::face_of_script(std::uint32_t script, char32_t character, Weight weight) {
    const auto tag = static_cast<hb_script_t>(script);
    if (is_of_the_page(tag)) return -1;
    const auto [at, is_new] = of_scripts_.try_emplace({script, weight}, -1);
    if (is_new) {
        const char* family = family_of_script(tag);
        at->second = family ? open(file_of(family, weight)) : -1;
        if (at->second < 0) at->second = face_with(character, weight);
    }
    return at->second;
}

int Faces::face_with(char32_t character, Weight weight) {
    if (with_.size() > most_looked_up) with_.clear();
    const auto [at, is_new] = with_.try_emplace({character, weight}, -1);
    if (is_new) {
        at->second = open(file_with(character, weight));
        if (at->second >= 0 && !(*this)[at->second].has(character)) at->second = -1; // the nearest is not near enough
    }
    return at->second;
}

int Faces::face_for(std::u32string_view cluster, std::uint32_t script, Weight weight) {
    const int plain = plain_[static_cast<int>(weight)], behind = behind_[static_cast<int>(weight)];
    const auto is_right = [&](int face) { return face >= 0 && has_all((*this)[face], cluster); };
    const char32_t first = cluster.front();
    if (is_common_sign(first) && is_right(plain)) return plain;
    if (const int own = face_of_script(script, first, weight); is_right(own)) return own;
    for (const int face : {plain, behind, behind_[0]})
        if (is_right(face)) return face;
    for (const char32_t character : cluster)
        if (!is_ignorable(character))
            if (const int face = face_with(character, weight); is_right(face)) return face;
    const int any = face_with(first, weight); // the marks on it will be lacking
    return (*this)[plain].has(first) || any < 0 ? plain : any;
}

int Faces::emoji_face(std::u32string_view cluster) {
    if (!emoji_) emoji_ = open(file_of("Noto Color Emoji", Weight::regular));
    return *emoji_ >= 0 && has_all((*this)[*emoji_], cluster) ? *emoji_ : -1;
}

} // namespace avow::screen
