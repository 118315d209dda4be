// A document as pages to print: speakers and labels stand in the margin, what was said beside them. What belongs together
// stays on a page; one person's document, and a brief, is set a little smaller where that brings it onto one.
#pragma once

#include "report/document.hpp"
#include "report/press.hpp"

#include <string>

namespace avow::report {

std::string pdf(const Document&, Paper, Moment made_at);
std::size_t page_count(const Document&, Paper); // that pdf() would make of it

} // namespace avow::report
