// The program's own sign on a window and in the desktop's lists.
#pragma once

#include <filesystem>

struct GLFWwindow;

namespace avow::screen {

// Gives the window the icons avow-*.png of that folder; where there are none, it keeps the desktop's own.
void show_icon(GLFWwindow*, const std::filesystem::path& folder);

} // namespace avow::screen
