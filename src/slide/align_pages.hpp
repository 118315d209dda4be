// How the pages of Align are filled; slide_of asks for the one of the step.
#pragma once

#include "slide/slide.hpp"

namespace avow::slide {

std::string name_of_leader(const Session&); // their first name; "the leader" while nobody is named

Content align_page(const Session&, const AlignPlace&);
Content recall_page(const Session&, const AlignPlace&); // of its fourth step
Content match_page(const Session&, const AlignPlace&);  // of its fifth

} // namespace avow::slide
