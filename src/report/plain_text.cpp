#include "report/plain_text.hpp"

#include <utf8proc.h>

namespace avow::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

// Explicit embeddings, overrides and isolates move text that is not theirs; the line and paragraph separators break a
// line where it was not broken.
bool acts_on_its_surroundings(utf8proc_int32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
}

// `written` says how a character that acts on its surroundings is written at a place; bytes that are no UTF-8 are -1.
template <class Written>
std::string rewritten(std::string_view text, Written written) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t place = 0; place < text.size();) {
        utf8proc_int32_t code = -1;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + place;
        const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - place), &code);
        const std::size_t step = size > 0 ? static_cast<std::size_t>(size) : 1;
        if (size > 0 && !acts_on_its_surroundings(code))
            safe += text.substr(place, step);
        else
            safe += written(place, size > 0 ? code : -1);
        place += step;
    }
    return safe;
}

} // namespace

std::string on_one_line(std::string_view words) {
    return rewritten(words, [](std::size_t, utf8proc_int32_t) { return replacement; });
}

std::string terminal_safe(std::string_view text) {
    return rewritten(text, [&](std::size_t place, utf8proc_int32_t) {
        // A carriage return alone would let a line be written over.
        const bool ends_a_line = text[place] == '\r' && place + 1 < text.size() && text[place + 1] == '\n';
        const bool is_kept = text[place] == '\n' || text[place] == '\t' || ends_a_line;
        return is_kept ? text.substr(place, 1) : replacement;
    });
}

std::string terminal_safe_json(std::string_view json) {
    return rewritten(json, [&](std::size_t place, utf8proc_int32_t code) -> std::string {
        constexpr std::string_view digits = "0123456789abcdef";
        if (json[place] == '\n') return "\n"; // between values: inside words it is escaped already
        if (code < 0) return std::string(replacement);
        std::string escape = "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) escape += digits[static_cast<std::size_t>((code >> shift) & 15)];
        return escape;
    });
}

} // namespace avow::report
