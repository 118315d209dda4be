// Which fonts this machine has is fontconfig's to know. A pair of sources tells it what it can't find out by itself.
#pragma once

#include <string>

namespace avow::screen {

// Before anything is drawn or printed. `own` is a folder of fonts that came with the program; there may be none.
void use_fonts(const std::string& own);

} // namespace avow::screen
