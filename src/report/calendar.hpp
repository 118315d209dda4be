// What has a date, for a calendar: iCalendar (RFC 5545), each due date a VTODO, the next session a VEVENT. An id stands for
// life in each UID, so that a calendar that takes the same session in again changes what it has instead of doubling it.
#pragma once

#include "report/part.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace avow::report {

// CRLF, lines of at most 75 octets. Nothing where nothing has a date: a calendar of nothing is not valid.
std::optional<std::string> calendar(const Session&, const Part&);

// A content line, ended and folded: no line is longer than 75 octets, and no character is cut in two.
std::string folded_line(std::string_view line);

// Words as the TEXT of RFC 5545: no line end, semicolon, comma or backslash is left that could end the value.
std::string as_calendar_text(std::string_view words);

} // namespace avow::report
