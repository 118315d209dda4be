// The screen's only door: a window for a person, or a picture of what the window would show.
#pragma once

#include "desk/desk.hpp"
#include "desk/wishes.hpp"

namespace avow::screen {

// Whether a window can be opened here.
bool has_display();

// Opens the window and stays until it is closed. Answers the exit status. `world` is given all but what wakes the screen.
// Throws std::runtime_error with a sentence when no window can be had.
int open_window(desk::World world, const desk::OpenWish&);

// Draws without a display server and writes a PNG. Throws std::runtime_error with a sentence.
void shot(desk::World world, const desk::ShotWish&);

} // namespace avow::screen
