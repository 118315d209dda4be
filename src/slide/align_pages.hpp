// How the pages of Align are filled; slide_of asks for the one of the step.
#pragma once

#include "slide/slide.hpp"

namespace avow::slide {

Content align_page(const Session&, const AlignPlace&);
Content recall_page(const Session&, const AlignPlace&); // of its fourth step
Content match_page(const Session&, const AlignPlace&);  // of its fifth

} // namespace avow::slide
