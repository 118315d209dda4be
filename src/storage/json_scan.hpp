// The strict scan every JSON passes before cereal sees it. It decides nothing about meaning: one value, shallow, strict
// UTF-8, no NUL, no lone surrogate, no name twice, no number a double could bend. It leaves a flat list of where each
// value lies, so that the reader can name places and keep what it does not know byte for byte. A tree was dropped: this
// list costs one allocation however long the text is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

struct JsonToken {
    std::uint32_t begin = 0; // of the value's text; of a string: with its quotes
    std::uint32_t end = 0;
    std::uint32_t next = 0;       // index of the first token after this value and all inside it
    std::uint32_t name_begin = 0; // of a member: its name without quotes, as written
    std::uint32_t name_end = 0;
    JsonKind kind = JsonKind::null;
};

struct JsonFlaw {
    std::string place; // "accountabilities[3].due"; empty for the whole
    std::string reason;
    std::size_t offset = 0; // in bytes

    bool operator==(const JsonFlaw&) const = default;
};
std::string sentence_of(const JsonFlaw&);

namespace scan_limit {
inline constexpr int depth = 16;
inline constexpr std::size_t name_bytes = 64;
inline constexpr std::size_t number_characters = 20;
inline constexpr std::size_t values = 1'000'000;
inline constexpr std::size_t items = 20'000;        // of a list
inline constexpr std::size_t members = 1'000;       // of an object
inline constexpr std::size_t words_bytes = 262'144; // between two quotes, as written
} // namespace scan_limit

// Fills `tokens` (cleared first) in the order of the text. `text` is below 4 GiB.
std::optional<JsonFlaw> scan_json(std::string_view text, std::vector<JsonToken>& tokens);

// What a string or name means: escapes resolved. `quoted` without its quotes.
std::string unescaped(std::string_view quoted);
std::string in_quotes(std::string_view words); // and back: with its quotes and escapes

// Words out of a file as they may stand in a message: shortened, control characters gone.
std::string shown(std::string_view words, std::size_t most_bytes = 60);

// The same JSON laid out for reading (two spaces a level) or on one line.
std::string laid_out(std::string_view json);
std::string on_one_line(std::string_view json);

} // namespace avow::storage
