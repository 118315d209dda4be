// The accountabilities as a table, one row each, for a spreadsheet: RFC 4180 (CRLF, quotes doubled), begun with the UTF-8
// byte order mark, without which Excel takes the bytes for another encoding.
#pragma once

#include "report/part.hpp"

#include <string>

namespace avow::report {

// In seat order, then as said. Words that a spreadsheet would calculate (= + - @, a tab or a line end at the start) get
// a ' in front, which spreadsheets show as text.
std::string csv(const Session&, const Part&);

} // namespace avow::report
