#include "screen/monitors.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

namespace avow::screen {

namespace {

using Named = std::pair<std::string, GLFWmonitor*>;

std::vector<Named> named_monitors() {
    int count = 0;
    auto** monitors = glfwGetMonitors(&count);
    std::vector<Named> found;
    for (int i = 0; i < count; ++i) {
        const char* given = glfwGetMonitorName(monitors[i]);
        const std::string name = given && *given ? given : "Monitor";
        auto unique = name;
        for (int number = 2; std::ranges::find(found, unique, &Named::first) != found.end(); ++number)
            unique = name + " " + std::to_string(number);
        found.emplace_back(unique, monitors[i]);
    }
    return found;
}

bool is_on(GLFWmonitor* monitor, int at_x, int at_y) {
    const auto* mode = glfwGetVideoMode(monitor);
    int x = 0, y = 0;
    glfwGetMonitorPos(monitor, &x, &y);
    return mode && at_x >= x && at_x < x + mode->width && at_y >= y && at_y < y + mode->height;
}

// Where windows are not told where they lie, nobody can say which monitor is whose.
bool knows_places() {
#if defined(GLFW_PLATFORM_WAYLAND)
    return glfwGetPlatform() != GLFW_PLATFORM_WAYLAND;
#else
    return true;
#endif
}

} // namespace

std::vector<desk::Monitor> monitors_seen_from(GLFWwindow* facilitators) {
    const auto* own = knows_places() ? monitor_under(facilitators) : nullptr;
    std::vector<desk::Monitor> seen;
    for (const auto& [name, monitor] : named_monitors())
        if (const auto* mode = glfwGetVideoMode(monitor))
            seen.push_back({name, mode->width, mode->height, monitor == own});
    return seen;
}

GLFWmonitor* monitor_called(const std::string& name) {
    for (const auto& [known, monitor] : named_monitors())
        if (known == name) return monitor;
    return nullptr;
}

GLFWmonitor* monitor_under(GLFWwindow* window) {
    if (auto* filled = glfwGetWindowMonitor(window)) return filled;
    int x = 0, y = 0, width = 0, height = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    for (const auto& [name, monitor] : named_monitors())
        if (is_on(monitor, x + width / 2, y + height / 2)) return monitor;
    return glfwGetPrimaryMonitor();
}

bool is_in_sight(int x, int y) {
    return std::ranges::any_of(named_monitors(), [&](const Named& named) { return is_on(named.second, x, y); });
}

} // namespace avow::screen
