// The accountabilities as a workbook (XLSX): words are strings and never formulas, dates are dates, the head stays in sight.
#pragma once

#include "report/part.hpp"

#include <string>

namespace avow::report {

// The same session gives the same bytes. Throws std::runtime_error with a sentence: libxlsxwriter keeps parts of a workbook
// in temporary files while it is made.
std::string workbook(const Session&, const Part&);

} // namespace avow::report
