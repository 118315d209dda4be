// The engine alone: the lines of JSON that go into `avow themes --in` and come out of `--out` (docs/file-format.md).
// A line in is {"id","text"} and, where a person has placed it by hand, "theme"; a line out is {"id","theme","label"}, theme
// and label null for a single voice, with "sure": true where the engine vouches for it and "second_theme" where it says two
// things.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace avow::storage {

struct StatementLine {
    std::string id;
    std::string text;
    std::optional<std::string> theme; // an opaque key

    bool operator==(const StatementLine&) const = default;
};

struct ThemeLine {
    std::string id;
    std::optional<std::string> theme;
    std::string label; // empty for a single voice
    bool is_sure = false;
    std::optional<std::string> second_theme; // a key

    bool operator==(const ThemeLine&) const = default;
};

namespace line_limit {
inline constexpr std::size_t lines = 5'000;
inline constexpr std::size_t text_characters = 4'000; // Unicode code points
} // namespace line_limit

// Why a line can't be read: "line 3: "text" is missing".
struct LineFlaw {
    std::size_t line = 0; // from 1
    std::string reason;

    bool operator==(const LineFlaw&) const = default;
};
std::string sentence_of(const LineFlaw&);

// Strict JSON on each line; LF or CRLF; empty lines are passed over; a byte order mark at the start is let go. Members
// nobody here knows are passed over, so that lines with more in them can be read. No id twice.
std::variant<std::vector<StatementLine>, LineFlaw> read_statement_lines(std::string_view text);
std::variant<std::vector<ThemeLine>, LineFlaw> read_theme_lines(std::string_view text);

std::string write_theme_lines(const std::vector<ThemeLine>&);

} // namespace avow::storage
