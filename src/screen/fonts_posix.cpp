#ifndef _WIN32

#include "screen/fonts.hpp"

namespace avow::screen {

void use_fonts(const std::string&) {} // fontconfig is part of the system, and its fonts are packages

} // namespace avow::screen

#endif
