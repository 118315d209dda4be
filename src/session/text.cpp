// Words from outside, made fit to keep and fit to compare. Nothing here knows what the words are for.
#include "session/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

namespace avow {

namespace {

constexpr std::string_view replacement_character = "\uFFFD";

struct Character {
    std::int32_t point = 0;
    std::string_view bytes;
    bool is_whole = false; // else: one byte that belongs to no character
};

Character first_of(std::string_view text) {
    std::int32_t point = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (size <= 0) return {0, text.substr(0, 1), false};
    return {point, text.substr(0, static_cast<std::size_t>(size)), true};
}

Character take_first(std::string_view& rest) {
    const Character character = first_of(rest);
    rest.remove_prefix(character.bytes.size());
    return character;
}

bool is_break(std::int32_t point) {
    return (point >= '\t' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool is_control(std::int32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

// Byte order marks, and the marks that turn the direction of everything after them. Joiners and direction hints stay:
// emoji, Persian and Arabic need them.
bool is_stray_format(std::int32_t point) {
    return point == 0xFEFF || (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool is_space(std::int32_t point) { return utf8proc_category(point) == UTF8PROC_CATEGORY_ZS; }

bool is_printable_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string with_bad_bytes_replaced(std::string_view text) {
    std::string whole;
    whole.reserve(text.size());
    while (!text.empty()) {
        const Character character = take_first(text);
        whole += character.is_whole ? character.bytes : replacement_character;
    }
    return whole;
}

std::string mapped(std::string_view valid_text, int options) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid_text.data()),
                     static_cast<utf8proc_ssize_t>(valid_text.size()), &bytes, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned{bytes, &std::free};
    if (size < 0) // the text is valid, so that only memory can be missing
        throw std::bad_alloc{};
    return {reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(size)};
}

// The accents of the European scripts, the points of Hebrew and the vowel signs of Arabic. utf8proc's own STRIPMARK takes
// every mark, and with it the vowels of Hindi and Thai, which are letters to those who read them.
bool is_accent(std::int32_t point) {
    return (point >= 0x0300 && point <= 0x036F) || (point >= 0x0591 && point <= 0x05C7) ||
           (point >= 0x064B && point <= 0x065F) || point == 0x0670 || (point >= 0x1AB0 && point <= 0x1AFF) ||
           (point >= 0x1DC0 && point <= 0x1DFF);
}

// Letters with a stroke have no accent that Unicode could take off; people who lack the key type the plain letter.
std::string_view without_stroke(const Character& letter) {
    switch (letter.point) {
    case 0x00E6: return "ae"; // æ
    case 0x00F0: return "d";  // ð
    case 0x00F8: return "o";  // ø
    case 0x0111: return "d";  // đ
    case 0x0127: return "h";  // ħ
    case 0x0131: return "i";  // ı
    case 0x0142: return "l";  // ł
    case 0x0153: return "oe"; // œ
    case 0x0167: return "t";  // ŧ
    default: return letter.bytes;
    }
}

} // namespace

std::string clean_line(std::string_view raw) {
    if (is_printable_ascii(raw) && !raw.starts_with(' ') && !raw.ends_with(' ')) return std::string(raw);
    std::string line;
    std::string gap; // the white space since the last word, kept as it came unless a line broke in it
    bool gap_has_break = false;
    while (!raw.empty()) {
        const Character character = take_first(raw);
        if (character.is_whole && is_stray_format(character.point)) continue;
        if (character.is_whole && is_break(character.point)) {
            gap_has_break = true;
        } else if (character.is_whole && is_space(character.point)) {
            gap += character.bytes;
        } else {
            if (!line.empty()) line += gap_has_break ? " " : gap;
            gap.clear();
            gap_has_break = false;
            line += character.is_whole && !is_control(character.point) ? character.bytes : replacement_character;
        }
    }
    return mapped(line, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

void append_utf8(std::string& text, char32_t point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_utf8(std::string_view text) {
    if (is_printable_ascii(text)) return true;
    while (!text.empty())
        if (!take_first(text).is_whole) return false;
    return true;
}

bool has_controls(std::string_view text) {
    if (is_printable_ascii(text)) return false;
    while (!text.empty())
        if (const Character character = take_first(text);
            character.is_whole && (is_control(character.point) || is_break(character.point)))
            return true;
    return false;
}

std::size_t count_characters(std::string_view text) {
    if (is_printable_ascii(text)) return text.size();
    std::size_t count = 0;
    for (; !text.empty(); ++count) take_first(text);
    return count;
}

std::string first_characters(std::string_view text, std::size_t count) {
    std::string_view rest = text;
    std::size_t seam = 0; // where the last whole cluster ends
    std::int32_t state = 0;
    std::int32_t before = 0;
    for (std::size_t taken = 0; !rest.empty(); ++taken) {
        const std::size_t here = text.size() - rest.size();
        const std::int32_t point = take_first(rest).point;
        if (taken > 0 && utf8proc_grapheme_break_stateful(before, point, &state)) seam = here;
        if (taken == count) return std::string(text.substr(0, seam > 0 || count == 0 ? seam : here));
        before = point;
    }
    return std::string(text);
}

std::string folded(std::string_view text) {
    if (is_printable_ascii(text)) {
        std::string lower(text);
        std::ranges::transform(lower, lower.begin(), ascii_lower);
        return lower;
    }
    // Compatibility forms (NFKC) are folded too: names copied from a PDF hold ligatures, those from a spreadsheet
    // full-width letters, and nobody searching for them types those.
    const std::string apart =
        mapped(with_bad_bytes_replaced(text),
               UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::string plain;
    for (std::string_view rest = apart; !rest.empty();)
        if (const Character character = take_first(rest); !is_accent(character.point))
            plain += without_stroke(character);
    return mapped(plain, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

bool has_tall_letters(std::string_view text) {
    constexpr unsigned char first_of_arabic = 0xD8; // in UTF-8; all before it are passed over quickly
    constexpr auto is_between = [](int character, int first, int last) {
        return character >= first && character <= last;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < first_of_arabic) {
            ++at;
            continue;
        }
        utf8proc_int32_t character = 0;
        const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                            static_cast<utf8proc_ssize_t>(text.size() - at), &character);
        if (bytes <= 0) return false;
        if (is_between(character, 0x0600, 0x109F) || is_between(character, 0x1780, 0x17FF) ||
            is_between(character, 0xFB50, 0xFDFF) || is_between(character, 0xFE70, 0xFEFE))
            return true;
        at += static_cast<std::size_t>(bytes);
    }
    return false;
}

bool begins_with_capital(std::string_view text) {
    utf8proc_int32_t first = -1;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &first);
    return first >= 0 && utf8proc_tolower(first) != first;
}

bool begins_with_folded(std::string_view text, std::string_view beginning) {
    return folded(text).starts_with(folded(beginning));
}

bool same_but_for_case(std::string_view a, std::string_view b) {
    if (is_printable_ascii(a) && is_printable_ascii(b)) return std::ranges::equal(a, b, {}, ascii_lower, ascii_lower);
    const int options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    return mapped(with_bad_bytes_replaced(a), options) == mapped(with_bad_bytes_replaced(b), options);
}

bool has_letter(std::string_view text) {
    while (!text.empty())
        if (const auto category = utf8proc_category(take_first(text).point);
            category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
            return true;
    return false;
}

bool is_in_word(std::string_view character) {
    const auto category = utf8proc_category(first_of(character).point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO; // letters, marks, numbers
}

std::string first_letter_as_capital(std::string_view text) {
    while (!text.empty()) {
        const std::int32_t point = first_of(text).point;
        const auto category = utf8proc_category(point);
        const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
        if (is_letter || category == UTF8PROC_CATEGORY_ND) {
            std::string capital;
            append_utf8(capital, static_cast<char32_t>(utf8proc_totitle(point)));
            return capital;
        }
        take_first(text);
    }
    return {};
}

std::string grouped(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::string counted(std::size_t count, std::string_view one) { return counted(count, one, std::string(one) + "s"); }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return grouped(count) + " " + std::string(count == 1 ? one : many);
}

std::string without_full_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

std::string with_commas(const std::vector<std::string>& words, std::size_t most) {
    std::string list;
    for (std::size_t i = 0; i < words.size() && i < most; ++i) list += (i > 0 ? ", " : "") + words[i];
    return list;
}

} // namespace avow
