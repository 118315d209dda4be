// The window a person works in: GLFW, OpenGL, and a loop that draws when there is something new and sleeps otherwise.
#include "desk/verbs.hpp"
#include "screen/app.hpp"
#include "screen/canvas.hpp"
#include "screen/screen.hpp"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace avow::screen {

namespace {

// What the callbacks of the window leave for the loop.
struct Signals {
    int frames = 2;      // still to be drawn: what was asked for, and one more in which Dear ImGui settles
    bool is_torn = true; // the window has lost what it showed
    std::vector<std::filesystem::path> dropped;
};

Signals& signals_of(GLFWwindow* window) { return *static_cast<Signals*>(glfwGetWindowUserPointer(window)); }
void ask_for_frames(GLFWwindow* window) { signals_of(window).frames = 2; }

// Set before Dear ImGui's own, which call these first.
void listen(GLFWwindow* window) {
    glfwSetKeyCallback(window, [](GLFWwindow* w, int, int, int, int) { ask_for_frames(w); });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { ask_for_frames(w); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { ask_for_frames(w); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { ask_for_frames(w); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { ask_for_frames(w); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { ask_for_frames(w); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) {
        signals_of(w).is_torn = true;
        ask_for_frames(w);
    });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { ask_for_frames(w); });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { ask_for_frames(w); });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
        for (int i = 0; i < count; ++i) signals_of(w).dropped.emplace_back(paths[i]);
        ask_for_frames(w);
    });
}

struct Glfw {
    Glfw() {
        glfwSetErrorCallback([](int, const char*) {}); // what matters is told by what returns null
        if (!glfwInit())
            throw std::runtime_error(
                "No window can be opened here: there is no display. “avow demo --without-display” needs none.");
    }
    ~Glfw() { glfwTerminate(); }
};

using Window = std::unique_ptr<GLFWwindow, decltype(&glfwDestroyWindow)>;

Window make_window(const desk::OpenWish& wish) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE); // a click on the other screen must not fold this one away
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "avow");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "avow");
    int width = 1280, height = 800;
    if (wish.size) {
        std::tie(width, height) = *wish.size;
    } else if (const auto* mode = glfwGetVideoMode(glfwGetPrimaryMonitor())) {
        width = mode->width * 9 / 10;
        height = mode->height * 17 / 20;
    }
    Window window(glfwCreateWindow(width, height, "Avow", nullptr, nullptr), &glfwDestroyWindow);
    if (!window)
        throw std::runtime_error("No window can be opened here: Avow needs OpenGL 3.3. Update the graphics driver, or "
                                 "install Mesa's software renderer.");
    glfwSetWindowSizeLimits(window.get(), 640, 400, GLFW_DONT_CARE, GLFW_DONT_CARE);
    return window;
}

// Full screen on the monitor the window is on, and back to where it was.
class FullScreen {
public:
    void follow(GLFWwindow* window, bool is_wanted) {
        if (is_wanted == (glfwGetWindowMonitor(window) != nullptr)) return;
        if (!is_wanted) return glfwSetWindowMonitor(window, nullptr, x_, y_, width_, height_, GLFW_DONT_CARE);
        glfwGetWindowPos(window, &x_, &y_);
        glfwGetWindowSize(window, &width_, &height_);
        auto* monitor = monitor_of(window);
        const auto* mode = glfwGetVideoMode(monitor);
        glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    }

private:
    GLFWmonitor* monitor_of(GLFWwindow*) const {
        int count = 0;
        auto** monitors = glfwGetMonitors(&count);
        for (int i = 0; i < count; ++i) {
            int x = 0, y = 0;
            glfwGetMonitorPos(monitors[i], &x, &y);
            const auto* mode = glfwGetVideoMode(monitors[i]);
            const int middle_x = x_ + width_ / 2, middle_y = y_ + height_ / 2;
            if (middle_x >= x && middle_x < x + mode->width && middle_y >= y && middle_y < y + mode->height)
                return monitors[i];
        }
        return glfwGetPrimaryMonitor();
    }

    int x_ = 80, y_ = 80, width_ = 1280, height_ = 800;
};

// Dear ImGui on the window, taken down in the right order whatever happens.
struct Drawing {
    explicit Drawing(GLFWwindow* window) : context(ImGui::CreateContext()) {
        recover_from_slips();
        ImGui_ImplGlfw_InitForOpenGL(window, true);
        ImGui_ImplOpenGL3_Init("#version 330");
    }
    ~Drawing() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext(context);
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    ImGuiContext* context;
};

void begin_where_wished(desk::Desk& desk, const desk::OpenWish& wish) {
    if (wish.demo)
        desk.start_demo();
    else if (!wish.file.empty())
        desk.open(wish.file);
    if (desk.is_open() && wish.stage && *wish.stage != desk.session().stage) desk::go_to(desk, *wish.stage);
}

std::string title_of_window(const desk::Desk& desk) {
    if (!desk.is_open()) return "Avow";
    return (desk.session().team.empty() ? "New session" : desk.session().team) + " — Avow";
}

void build(App& app, GLFWwindow* window) {
    int width = 0, height = 0;
    float scale = 1, unused = 1;
    glfwGetWindowContentScale(window, &scale, &unused);
    glfwGetWindowSize(window, &width, &height);
    app.build({static_cast<float>(width), static_cast<float>(height)}, scale, [] {
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
    });
}

// Brings pages into the window. Nothing new, nothing shown: a frame that equals the last one costs neither the processor nor
// the display. Without a graphics card even copying a page costs twice what a letter does. There the back buffer is no other
// one after it was shown, which is tried out and not believed, and the page is kept in it.
class Presenter {
public:
    explicit Presenter(GLFWwindow* window)
        : window_(window), canvas_(glfwGetProcAddress, keeps_back_buffer(window) ? On::back_buffer : On::picture) {}

    void show(ImU32 paper) {
        const bool is_new = canvas_.paint(*ImGui::GetDrawData(), paper);
        if (!std::exchange(signals_of(window_).is_torn, false) && !is_new) return;
        canvas_.copy_to_back_buffer();
        glfwSwapBuffers(window_);
    }

private:
    using On = Canvas::On;

    static bool keeps_back_buffer(GLFWwindow* window) {
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

    GLFWwindow* window_;
    Canvas canvas_;
};

} // namespace

bool has_display() {
#if defined(__linux__)
    return std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

int open_window(desk::World world, const desk::OpenWish& wish) {
    const Glfw glfw;
    static std::atomic<bool> has_news; // set by the writer thread, which may outlast neither window nor loop
    world.storage.wake = [] {
        has_news = true;
        glfwPostEmptyEvent();
    };
    const Window window = make_window(wish);
    Signals signals;
    glfwSetWindowUserPointer(window.get(), &signals);
    glfwMakeContextCurrent(window.get());
    glfwSwapInterval(1);
    listen(window.get());

    desk::Desk desk(std::move(world));
    const Drawing drawing(window.get());
    Presenter presenter(window.get());
    App app(desk);
    FullScreen full_screen;
    begin_where_wished(desk, wish);
    std::string title;
    double deadline = -1;
    while (!desk.wants_to_quit) {
        if (signals.frames > 0)
            glfwPollEvents();
        else if (deadline < 0)
            glfwWaitEvents();
        else
            glfwWaitEventsTimeout(std::max(.001, deadline - glfwGetTime()));
        if (has_news.exchange(false)) signals.frames = std::max(signals.frames, 1);
        if (deadline >= 0 && glfwGetTime() >= deadline) signals.frames = std::max(signals.frames, 1);
        if (glfwWindowShouldClose(window.get())) {
            ImGui::ClearActiveID(); // a field still being typed in answers on leaving
            build(app, window.get());
            break;
        }
        for (const auto& path : std::exchange(signals.dropped, {})) desk.open(path);
        if (signals.frames == 0) continue;
        --signals.frames;
        build(app, window.get());
        presenter.show(app.paper());
        full_screen.follow(window.get(), desk.is_full_screen);
        if (const auto now = title_of_window(desk); now != title)
            glfwSetWindowTitle(window.get(), (title = now).c_str());
        const auto change = app.seconds_until_change();
        deadline = change ? glfwGetTime() + *change : -1;
    }
    desk.close();
    return 0;
}

} // namespace avow::screen
