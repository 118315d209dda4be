#include "screen/shaping.hpp"

#include "screen/line_breaks.hpp"
#include "session/text.hpp"

#include <fribidi.h>
#include <hb.h>
#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <ranges>

namespace avow::screen {

namespace {

// --- characters --------------------------------------------------------------------------------------------------

// One text, character by character: parallel lists, as the libraries want them.
struct Characters {
    std::u32string letters;
    std::vector<std::size_t> at;      // each one's byte
    std::vector<std::size_t> cluster; // the first of what a reader takes for one character with it
    std::vector<hb_script_t> scripts;
    std::vector<FriBidiLevel> levels;
    std::vector<int> faces;
    bool is_right_to_left = false;
};

// Half a character becomes the sign for one that is lost; what only moves a machine is a space.
void decode(std::string_view text, Characters& all) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t letter = 0;
        auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
        if (length <= 0) letter = 0xFFFD, length = 1;
        if (letter < 0x20 || (letter >= 0x7F && letter < 0xA0)) letter = ' ';
        all.letters += static_cast<char32_t>(letter);
        all.at.push_back(at);
        at += static_cast<std::size_t>(length);
    }
    utf8proc_int32_t state = 0;
    for (std::size_t i = 0; i < all.letters.size(); ++i) {
        const bool begins =
            i == 0 || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(all.letters[i - 1]),
                                                       static_cast<utf8proc_int32_t>(all.letters[i]), &state);
        all.cluster.push_back(begins ? i : all.cluster.back());
    }
}

// Overrides, embeddings and isolates would turn round what stands beside them: a name in a list, a count after it. They are
// kept with the words, and here they do nothing.
bool turns_neighbours_round(char32_t letter) {
    return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

bool may_be_right_to_left(char32_t letter) {
    return (letter >= 0x0590 && letter < 0x0900) || letter == 0x200F || (letter >= 0xFB1D && letter < 0xFF00) ||
           (letter >= 0x10800 && letter < 0x11000) || (letter >= 0x1E800 && letter < 0x1F000);
}

void find_levels(Characters& all, Direction direction) {
    const auto count = all.letters.size();
    const bool is_forced = direction == Direction::right_to_left;
    all.levels.assign(count, is_forced ? 1 : 0);
    all.is_right_to_left = is_forced;
    if (!is_forced && std::ranges::none_of(all.letters, may_be_right_to_left)) return;
    static_assert(sizeof(char32_t) == sizeof(FriBidiChar));
    const auto* letters = reinterpret_cast<const FriBidiChar*>(all.letters.data());
    const auto length = static_cast<FriBidiStrIndex>(count);
    std::vector<FriBidiCharType> types(count);
    std::vector<FriBidiBracketType> brackets(count);
    fribidi_get_bidi_types(letters, length, types.data());
    for (std::size_t i = 0; i < count; ++i)
        if (turns_neighbours_round(all.letters[i])) types[i] = FRIBIDI_TYPE_BN;
    fribidi_get_bracket_types(letters, length, types.data(), brackets.data());
    FriBidiParType base = direction == Direction::automatic ? FRIBIDI_PAR_ON
                          : is_forced                       ? FRIBIDI_PAR_RTL
                                                            : FRIBIDI_PAR_LTR;
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &base, all.levels.data()) == 0)
        all.levels.assign(count, 0); // out of memory
    all.is_right_to_left = FRIBIDI_IS_RTL(base);
}

// What belongs to no script belongs to the one before it, at the beginning to the first there is.
void find_scripts(Characters& all) {
    auto* unicode = hb_unicode_funcs_get_default();
    const auto is_of_none = [](hb_script_t script) {
        return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
    };
    for (const char32_t letter : all.letters) all.scripts.push_back(hb_unicode_script(unicode, letter));
    const auto first = std::ranges::find_if_not(all.scripts, is_of_none);
    auto last = first == all.scripts.end() ? HB_SCRIPT_LATIN : *first;
    for (auto& script : all.scripts)
        if (is_of_none(script))
            script = last;
        else
            last = script;
}

// --- emoji -------------------------------------------------------------------------------------------------------

// Signs of before emoji that are pictures unless told otherwise (Unicode: Emoji_Presentation, below U+1F000).
bool is_old_picture(char32_t letter) {
    constexpr char32_t pictures[] = {0x231A, 0x231B, 0x23E9, 0x23EA, 0x23EB, 0x23EC, 0x23F0, 0x23F3, 0x25FD, 0x25FE,
                                     0x2614, 0x2615, 0x2648, 0x2649, 0x264A, 0x264B, 0x264C, 0x264D, 0x264E, 0x264F,
                                     0x2650, 0x2651, 0x2652, 0x2653, 0x267F, 0x2693, 0x26A1, 0x26AA, 0x26AB, 0x26BD,
                                     0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26D4, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26FA,
                                     0x26FD, 0x2705, 0x270A, 0x270B, 0x2728, 0x274C, 0x274E, 0x2753, 0x2754, 0x2755,
                                     0x2757, 0x2795, 0x2796, 0x2797, 0x27B0, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55};
    return std::ranges::binary_search(pictures, letter);
}

bool is_emoji(std::u32string_view cluster) {
    constexpr char32_t as_text = 0xFE0E, as_picture = 0xFE0F;
    if (cluster.find(as_text) != cluster.npos) return false;
    if (cluster.find(as_picture) != cluster.npos) return true;
    const char32_t first = cluster.front();
    if (first < 0x1F000) return is_old_picture(first);
    const auto kind = utf8proc_get_property(static_cast<utf8proc_int32_t>(first))->boundclass;
    return kind == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC || kind == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

void find_faces(Characters& all, Faces& faces, Weight weight) {
    const std::u32string_view letters = all.letters;
    all.faces.resize(letters.size());
    bool is_after_picture = false;
    for (std::size_t i = 0, end = 0; i < letters.size(); i = end) {
        for (end = i + 1; end < letters.size() && all.cluster[end] == i;) ++end;
        const auto cluster = letters.substr(i, end - i);
        int face = is_emoji(cluster) ? faces.emoji_face(cluster) : -1;
        const bool is_picture = face >= 0;
        if (letters[i] == ' ' && i > 0 && !is_after_picture && faces[all.faces[i - 1]].has(' '))
            face = all.faces[i - 1]; // a space parts words and not faces; that of pictures is as wide as one
        if (face < 0) face = faces.face_for(cluster, all.scripts[i], weight);
        std::fill(all.faces.begin() + static_cast<std::ptrdiff_t>(i),
                  all.faces.begin() + static_cast<std::ptrdiff_t>(end), face);
        for (std::size_t at = i; at < end; ++at)
            if (is_picture) all.scripts[at] = HB_SCRIPT_COMMON;
        is_after_picture = is_picture;
    }
}

// --- runs --------------------------------------------------------------------------------------------------------

struct Run {
    std::size_t begin, end;
    FriBidiLevel level;
};

std::vector<Run> runs_of(const Characters& all) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < all.letters.size(); ++i) {
        const bool goes_on = i > 0 && all.levels[i] == all.levels[i - 1] && all.faces[i] == all.faces[i - 1] &&
                             all.scripts[i] == all.scripts[i - 1];
        if (!goes_on) runs.push_back({i, i, all.levels[i]});
        runs.back().end = i + 1;
    }
    return runs;
}

// From the deepest level up, every stretch of runs of at least that level is turned round (rule L2 of Unicode).
void put_in_sight_order(std::vector<Run>& runs) {
    int deepest = 0;
    for (const auto& run : runs) deepest = std::max<int>(deepest, run.level);
    for (int level = deepest; level > 0; --level)
        for (std::size_t i = 0; i < runs.size(); ++i) {
            auto end = i;
            while (end < runs.size() && runs[end].level >= level) ++end;
            std::reverse(runs.begin() + static_cast<std::ptrdiff_t>(i),
                         runs.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
}

// What a run adds to a line, and to each of its characters.
struct Shaped {
    ShapedLine line;
    std::vector<float> widths; // of each character; all of a cluster's is its first one's
};

void shape_run(const Characters& all, const Run& run, const Face& face, GlyphFont& font, Shaped& shaped) {
    const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(), &hb_buffer_destroy);
    hb_buffer_add_utf32(buffer.get(), reinterpret_cast<const std::uint32_t*>(all.letters.data()),
                        static_cast<int>(all.letters.size()), static_cast<unsigned>(run.begin),
                        static_cast<int>(run.end - run.begin));
    const auto script = all.scripts[run.begin];
    hb_buffer_set_direction(buffer.get(), run.level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), script);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("und", -1));
    // Words are shown as they were said: Inter would make an arrow of "->".
    const hb_feature_t no_arrows{HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(face.rules, buffer.get(), &no_arrows, script == HB_SCRIPT_LATIN ? 1 : 0);
    unsigned count = 0;
    const auto* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const auto* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    auto& line = shaped.line;
    for (unsigned i = 0; i < count; ++i) {
        const auto ems = [&](hb_position_t units) { return static_cast<float>(units) / face.units_per_em; };
        line.glyphs.push_back({font.code_of(all.faces[run.begin], glyphs[i].codepoint),
                               line.width + ems(places[i].x_offset), ems(places[i].y_offset)});
        line.lacks_letters |= glyphs[i].codepoint == 0;
        line.width += ems(places[i].x_advance);
        shaped.widths[glyphs[i].cluster] += ems(places[i].x_advance);
    }
}

Characters characters_of(std::string_view text, Weight weight, Direction direction, Faces& faces) {
    Characters all;
    decode(text, all);
    find_levels(all, direction);
    find_scripts(all);
    find_faces(all, faces, weight);
    return all;
}

Shaped shape(const Characters& all, const Faces& faces, GlyphFont& font) {
    Shaped shaped;
    shaped.line.is_right_to_left = all.is_right_to_left;
    shaped.widths.resize(all.letters.size());
    auto runs = runs_of(all);
    put_in_sight_order(runs);
    for (const auto& run : runs) shape_run(all, run, faces[all.faces[run.begin]], font, shaped);
    return shaped;
}

std::string in_utf8(const std::u32string& letters) {
    std::string text;
    for (const char32_t letter : letters) append_utf8(text, letter);
    return text;
}

} // namespace

bool needs_shaping(std::string_view text) {
    Characters all;
    decode(text, all);
    auto* unicode = hb_unicode_funcs_get_default();
    for (std::size_t i = 0; i < all.letters.size(); ++i) {
        const char32_t letter = all.letters[i];
        if (letter < 0x300) continue;
        if (may_be_right_to_left(letter) || all.cluster[i] != i || letter >= 0x1F000 || is_old_picture(letter))
            return true;
        const auto kind = hb_unicode_general_category(unicode, letter);
        if (kind == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || (letter >= 0x0900 && letter < 0x10A0) ||
            (letter >= 0x1780 && letter < 0x1800))
            return true; // from Devanagari to Myanmar, and Khmer
    }
    return false;
}

const ShapedLine* Shaper::known(std::string_view text, Weight weight, Direction direction) {
    key_.assign(1, static_cast<char>(static_cast<int>(weight) * 3 + static_cast<int>(direction))).append(text);
    return lines_.find(key_);
}

const ShapedLine& Shaper::line(std::string_view text, Weight weight, Direction direction) {
    if (const auto* line = known(text, weight, direction)) return *line;
    auto line = shape(characters_of(text, weight, direction, faces_), faces_, font_).line;
    const auto heavy = line.glyphs.size() + 8;
    return lines_.add(key_, std::move(line), heavy);
}

const MeasuredText& Shaper::measured(std::string_view text, Weight weight) {
    key_.assign(1, static_cast<char>(weight)).append(text);
    if (const auto* known = texts_.find(key_)) return *known;
    const auto all = characters_of(text, weight, Direction::automatic, faces_);
    const auto shaped = shape(all, faces_, font_);
    const auto breaks = line_breaks(in_utf8(all.letters));
    MeasuredText measured;
    measured.is_right_to_left = all.is_right_to_left;
    float before = 0;
    for (std::size_t i = 0; i < all.letters.size(); ++i) {
        if (all.cluster[i] == i)
            measured.stops.push_back({all.at[i], before, breaks[i], all.letters[i] == ' ', text[all.at[i]] == '\n'});
        before += shaped.widths[i];
    }
    measured.stops.push_back({text.size(), before, true, false, false});
    const auto heavy = measured.stops.size() + 8;
    return texts_.add(key_, std::move(measured), heavy);
}

void Shaper::forget() {
    lines_.clear();
    texts_.clear();
}

} // namespace avow::screen
