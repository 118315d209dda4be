// Dear ImGui's compile-time configuration, read by imgui.h itself (IMGUI_USER_CONFIG). The switches that change
// the size of types are given in src/CMakeLists.txt; here is only what needs a line of C++.
#pragma once

// Throws std::logic_error with the broken condition and its place. Dear ImGui's own IM_ASSERT is the assert of
// the C library: gone from a release build, and the end of the process in a test. A thrown one keeps the
// session alive, since the loop catches it, and lets a test expect it.
[[noreturn]] void avow_imgui_assert(const char* what, const char* file, int line);

#define IM_ASSERT(CONDITION)                                                                                           \
    (static_cast<bool>(CONDITION) ? (void)0 : avow_imgui_assert(#CONDITION, __FILE__, __LINE__))
