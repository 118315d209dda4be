// Fonts of a POSIX system: there is nothing to tell Fontconfig.
#ifndef _WIN32

#include "screen/fonts.hpp"

namespace avow::screen {

void use_fonts(const std::string&) {} // both are parts of the system, and what they know is packages

} // namespace avow::screen

#endif
