// Accountabilities for an engine that asks questions of many sessions: newline-delimited JSON, one flat object a line, the
// same keys in each (docs/flat-schema.md). Nothing private is in it.
#pragma once

#include "report/part.hpp"

#include <string>

namespace avow::report {

std::string flat_lines(const Session&, const Part&); // as they were said; a line end after each

} // namespace avow::report
