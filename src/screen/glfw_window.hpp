// One window of the desktop: GLFW's, with a context of Dear ImGui of its own and the canvas it is painted on. There are two
// where the room has its own: the facilitator's takes all input, the room's hands its keys on to it.
#pragma once

#include "storage/settings.hpp"

#include <imgui.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;
struct GLFWmonitor;

namespace avow::screen {

class Canvas;

// What the callbacks of a window leave for the loop.
struct Signals {
    int frames = 2;      // still to be drawn: what was asked for, and one more in which Dear ImGui settles
    bool is_torn = true; // the window has lost what it showed
    bool has_moved = true;
    std::vector<std::filesystem::path> dropped;
};

class GlfwWindow {
public:
    struct Place {
        int width = 1280;
        int height = 800;
        bool is_at = false; // x and y count
        int x = 0, y = 0;
    };
    // The facilitator's. Throws std::runtime_error with a sentence where no window can be had.
    explicit GlfwWindow(Place);
    // The room's: fills the monitor, or is a plain window where there is none. Its keys go to the other window; Escape
    // closes it. It never takes the focus of its own accord.
    GlfwWindow(GLFWmonitor*, Place, GlfwWindow& keys_go_to);
    ~GlfwWindow();
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    GLFWwindow* handle() const { return window_; }
    void use() const; // what is drawn goes here
    ImVec2 size() const;
    float scale() const; // of the display; 1 is 96 dpi
    static void begin_frame();
    // Brings the page that was built into the window; nothing new, nothing shown.
    void show(ImU32 paper);
    bool wants_to_close() const;

    Signals signals;

private:
    void make(Place, const char* title, bool is_plain);
    void begin_drawing(bool takes_input, int swap_interval);
    void listen();
    void listen_for_other();
    void fill(GLFWmonitor*) const;
    void hand_keys_over() const;

    GLFWwindow* window_ = nullptr;
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<Canvas> canvas_;
    GlfwWindow* keys_go_to_ = nullptr;
};

// A full-screen window, and back to where it was.
class FullScreen {
public:
    void follow(GLFWwindow*, bool is_wanted);

private:
    int x_ = 80, y_ = 80, width_ = 1280, height_ = 800;
};

} // namespace avow::screen
