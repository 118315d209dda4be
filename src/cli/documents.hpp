// Every format a session goes out in, as one table: what it is called on the command line, how its file ends, how it is
// made. The verb, its help and its refusals are made from it.
#pragma once

#include "cli/talk.hpp"
#include "report/part.hpp"
#include "report/press.hpp"
#include "session/edit.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace avow::cli {

struct Asked {
    report::Part part;
    bool is_private = false;
    report::Paper paper = report::Paper::a4;
};

struct Format {
    std::string_view word;    // "md"
    std::string_view meaning; // "Markdown"
    std::string_view ending;  // ".md"
    Wrapping wrapping;
    std::variant<std::string, Refusal> (*make)(const Session&, const Asked&); // the bytes, or why there are none
};

inline constexpr std::string_view flat_format = "ndjson"; // the one that takes a whole folder of sessions

std::span<const Format> formats();

} // namespace avow::cli
