// Every format a session goes out in, as one table: what it is called on the command line, how its file ends, how it is
// made. The verb, its help and its refusals are made from it.
#pragma once

#include "cli/talk.hpp"
#include "report/calendar.hpp"
#include "report/part.hpp"
#include "report/press.hpp"
#include "report/strips.hpp"
#include "session/edit.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace avow::cli {

struct Asked {
    report::Part part;
    bool is_private = false;
    report::Paper paper = report::Paper::a4;
    report::Code code = report::Code::text;
    std::optional<report::OneOnOnes> one_on_ones;
};

struct Format {
    std::string_view word;    // "md"
    std::string_view meaning; // "Markdown"
    std::string_view ending;  // ".md"
    Wrapping wrapping;
    std::variant<std::string, Refusal> (*make)(const Session&, const Asked&); // the bytes, or why there are none
    bool takes_stage = false;                                                 // a part can be one stage's
};

inline constexpr std::string_view flat_format = "ndjson";   // the one that takes a whole folder of sessions
inline constexpr std::string_view calendar_format = "ics";  // the one that takes one-on-ones
inline constexpr std::string_view strips_format = "strips"; // the one that takes a kind of code

std::span<const Format> formats();

} // namespace avow::cli
