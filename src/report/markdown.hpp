// The session as a page a manager reads: the goal with both reasons, the themes, each person's own words beside what was
// agreed, who was not heard, what was put off. Nothing private is in it, and nothing is judged or counted per person.
#pragma once

#include "report/document.hpp"
#include "report/markdown_page.hpp"
#include "report/part.hpp"

#include <string>

namespace avow::report {

std::string markdown(const Session&, const Part&); // CommonMark, UTF-8, ends with a newline
std::string markdown(const Document&);
void add_section(MarkdownPage&, const Section&);

} // namespace avow::report
