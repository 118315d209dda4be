// How a page looks to people who see fewer colours, so that whoever sets a page up can try whether all of it still reads.
#pragma once

#include "desk/wishes.hpp"

#include <imgui.h>

#include <vector>

namespace avow::screen {

// An opaque colour of sRGB as it is seen with that sight. After Machado, Oliveira and Fernandes, "A Physiologically-based
// Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15, 2009), severity 1, in linear light; without any colour it
// is the luminance of WCAG.
ImU32 seen_with(desk::Sight, ImU32);

// The same for a picture: 8-bit RGB, pixel after pixel.
void see_with(desk::Sight, std::vector<unsigned char>& rgb);

} // namespace avow::screen
