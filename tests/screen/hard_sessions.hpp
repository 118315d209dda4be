// Sessions that are hard to set: nothing in them, as much as there may be, many scripts.
#pragma once

#include "session/session.hpp"

#include <cstddef>
#include <string>

namespace avow::screen {

std::string long_text(std::size_t characters);

Session empty_session();
Session usual_session();   // twelve people and 44 statements, in their themes
Session crowded_session(); // fifteen long names and sixty long statements in eight scripts, committed to at length
Session sixty_people();
Session longest_statement(); // one as long as they may be, and everything about it as long

} // namespace avow::screen
