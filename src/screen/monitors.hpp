// The monitors of this desktop, by name.
#pragma once

#include "desk/screens.hpp"

#include <string>
#include <vector>

struct GLFWwindow;
struct GLFWmonitor;

namespace avow::screen {

// As the desk knows them; those of one model get numbers, so that no two are called alike.
std::vector<desk::Monitor> monitors_seen_from(GLFWwindow* facilitators);
GLFWmonitor* monitor_called(const std::string& name); // null: it is gone
GLFWmonitor* monitor_under(GLFWwindow*);              // the one its middle is on, else the first; null: there is none
bool is_in_sight(int x, int y);                       // of any of them

} // namespace avow::screen
