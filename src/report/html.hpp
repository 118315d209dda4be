// A document as one file of HTML: nothing is fetched, nothing runs, and it prints as a page. Semantic throughout, so that a
// screen reader walks it by headings; every pair of colours has a contrast of 7:1 or more.
#pragma once

#include "report/document.hpp"

#include <string>
#include <string_view>

namespace avow::report {

std::string html(const Document&); // UTF-8, valid HTML 5, ends with a newline

// Words as they may stand in HTML, in an element or in an attribute in double quotes.
std::string as_html(std::string_view words);

} // namespace avow::report
