#include "screen/glfw_window.hpp"

#include "screen/app.hpp"
#include "screen/canvas.hpp"
#include "screen/monitors.hpp"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <cmath>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace avow::screen {

namespace {

GlfwWindow& window_of(GLFWwindow* window) { return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window)); }
Signals& signals_of(GLFWwindow* window) { return window_of(window).signals; }
void ask_for_frames(GLFWwindow* window) { signals_of(window).frames = 2; }
void tear(GLFWwindow* window) {
    signals_of(window).is_torn = true;
    ask_for_frames(window);
}

// Without a graphics card even copying a page costs twice what a letter does. There the back buffer is no other one after it
// was shown, which is tried out and not believed, and the page is kept in it.
bool keeps_back_buffer(GLFWwindow* window) {
    const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    if (!renderer || std::string_view(renderer).find("llvmpipe") == std::string_view::npos) return false;
    for (const float shade : {.25f, .75f}) {
        glClearColor(shade, shade, shade, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glfwSwapBuffers(window);
        unsigned char pixel[4] = {};
        glReadPixels(0, 0, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel);
        if (std::abs(pixel[0] - shade * 255) > 2) return false;
    }
    return true;
}

} // namespace

GlfwWindow::GlfwWindow(Place place) {
    make(place, "Avow", true);
    listen();
    begin_drawing(true, 1);
    glfwSetWindowSizeLimits(window_, 640, 400, GLFW_DONT_CARE, GLFW_DONT_CARE);
}

GlfwWindow::GlfwWindow(GLFWmonitor* monitor, Place place, GlfwWindow& keys_go_to) : keys_go_to_(&keys_go_to) {
    make(place, "Avow for the room", monitor == nullptr);
    listen_for_other();
    begin_drawing(false, 0); // one window waits for its display, or they would wait for each other
    if (monitor) fill(monitor);
}

void GlfwWindow::make(Place place, const char* title, bool is_plain) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE); // a click on the other screen must not fold this one away
    glfwWindowHint(GLFW_VISIBLE, is_plain && !place.is_at);
    glfwWindowHint(GLFW_DECORATED, is_plain);
    if (keys_go_to_) {
        glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);
        glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    }
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "avow");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "avow");
    window_ = glfwCreateWindow(place.width, place.height, title, nullptr, nullptr);
    if (!window_)
        throw std::runtime_error("No window can be opened here: Avow needs OpenGL 3.3. Update the graphics driver, or "
                                 "install Mesa's software renderer.");
    glfwSetWindowUserPointer(window_, this);
    if (!is_plain || !place.is_at) return;
    glfwSetWindowPos(window_, place.x, place.y);
    glfwShowWindow(window_);
}

void GlfwWindow::begin_drawing(bool takes_input, int swap_interval) {
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(swap_interval);
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    recover_from_slips();
    ImGui_ImplGlfw_InitForOpenGL(window_, takes_input);
    ImGui_ImplOpenGL3_Init("#version 330");
    using On = Canvas::On;
    canvas_ = std::make_unique<Canvas>(glfwGetProcAddress, keeps_back_buffer(window_) ? On::back_buffer : On::picture);
}

GlfwWindow::~GlfwWindow() {
    use();
    canvas_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext(context_);
    glfwDestroyWindow(window_);
}

void GlfwWindow::use() const {
    if (glfwGetCurrentContext() != window_) glfwMakeContextCurrent(window_);
    ImGui::SetCurrentContext(context_);
}

ImVec2 GlfwWindow::size() const {
    int width = 0, height = 0;
    glfwGetWindowSize(window_, &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

float GlfwWindow::scale() const {
    float scale = 1, unused = 1;
    glfwGetWindowContentScale(window_, &scale, &unused);
    return scale;
}

void GlfwWindow::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
}

void GlfwWindow::show(ImU32 paper) {
    if (std::exchange(signals.is_torn, false)) canvas_->forget(); // a buffer of a new size has lost what was in it
    if (!canvas_->paint(*ImGui::GetDrawData(), paper)) return;
    canvas_->copy_to_back_buffer();
    glfwSwapBuffers(window_);
}

bool GlfwWindow::wants_to_close() const { return glfwWindowShouldClose(window_) != 0; }

// Set before Dear ImGui's own, which call these first.
void GlfwWindow::listen() {
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int, int, int, int) { ask_for_frames(w); });
    glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned) { ask_for_frames(w); });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int, int, int) { ask_for_frames(w); });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double, double) { ask_for_frames(w); });
    glfwSetScrollCallback(window_, [](GLFWwindow* w, double, double) { ask_for_frames(w); });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int) { ask_for_frames(w); });
    glfwSetWindowRefreshCallback(window_, tear);
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { tear(w); });
    glfwSetWindowPosCallback(window_, [](GLFWwindow* w, int, int) { signals_of(w).has_moved = true; });
    glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { ask_for_frames(w); });
    glfwSetDropCallback(window_, [](GLFWwindow* w, int count, const char** paths) {
        for (int i = 0; i < count; ++i) signals_of(w).dropped.emplace_back(paths[i]);
        ask_for_frames(w);
    });
}

// One operator at one keyboard: which window has the focus must not matter to what is typed.
void GlfwWindow::listen_for_other() {
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
        ImGui_ImplGlfw_KeyCallback(w, key, scancode, action, modifiers);
        window_of(w).hand_keys_over();
    });
    glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned character) {
        ImGui_ImplGlfw_CharCallback(w, character);
        window_of(w).hand_keys_over();
    });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int is_focused) {
        auto& other = *window_of(w).keys_go_to_;
        ImGui::GetIO(other.context_).AddFocusEvent(is_focused != 0);
        other.signals.frames = 2;
    });
    glfwSetWindowRefreshCallback(window_, tear);
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { tear(w); });
    glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { ask_for_frames(w); });
}

// The backend has put into this window's queue what the key is called on this keyboard, with the modifiers held here.
void GlfwWindow::hand_keys_over() const {
    auto& to = ImGui::GetIO(keys_go_to_->context_);
    for (const auto& event : context_->InputEventsQueue)
        if (event.Type == ImGuiInputEventType_Key) {
            to.AddKeyEvent(event.Key.Key, event.Key.Down);
            ImGui::GetKeyData(context_, event.Key.Key)->Down = event.Key.Down; // else its release would not be news
        } else if (event.Type == ImGuiInputEventType_Text) {
            to.AddInputCharacter(event.Text.Char);
        }
    context_->InputEventsQueue.resize(0);
    keys_go_to_->signals.frames = 2;
}

// A window manager puts a new window where it likes, and takes it full screen where it is by then: it is put there, shown,
// and put there again once the manager has had its say.
void GlfwWindow::fill(GLFWmonitor* monitor) const {
    constexpr int events_of_manager = 10;
    const auto* mode = glfwGetVideoMode(monitor);
    int x = 0, y = 0;
    glfwGetMonitorPos(monitor, &x, &y);
    glfwSetWindowPos(window_, x, y);
    glfwShowWindow(window_);
    for (int i = 0; i < events_of_manager; ++i) glfwWaitEventsTimeout(.01);
    glfwSetWindowPos(window_, x, y);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
}

void FullScreen::follow(GLFWwindow* window, bool is_wanted) {
    if (is_wanted == (glfwGetWindowMonitor(window) != nullptr)) return;
    if (!is_wanted) return glfwSetWindowMonitor(window, nullptr, x_, y_, width_, height_, GLFW_DONT_CARE);
    auto* monitor = monitor_under(window);
    if (!monitor) return;
    glfwGetWindowPos(window, &x_, &y_);
    glfwGetWindowSize(window, &width_, &height_);
    const auto* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

} // namespace avow::screen
