// What setting type needs and a system may not have: fontconfig knows fonts, libthai the words of a script without spaces. A
// pair of sources tells them what they can't find out by themselves.
#pragma once

#include <string>

namespace avow::screen {

// Before anything is drawn or printed. `own` is a folder that came with the program, of fonts and of libthai's words; there may
// be none.
void use_fonts(const std::string& own);

} // namespace avow::screen
