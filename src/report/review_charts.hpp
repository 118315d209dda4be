// The pictures of a review, drawn as SVG: how themes come and go, what was kept and how sure that is, and since when the
// open things wait. Every mark has its words beside it or in its title; nothing is said by colour alone.
#pragma once

#include "report/review.hpp"

#include <cstddef>
#include <string>

namespace avow::report {

// Each empty where there is nothing to draw.
std::string theme_chart(const insight::Review&, std::size_t team); // a row a theme, a column a session, a disc by items
std::string kept_chart(const insight::Review&, std::size_t team);  // the team and its themes: a dot, and its interval
std::string open_chart(const Told&, std::size_t team); // a line from the day it was said to today, answers on it

} // namespace avow::report
