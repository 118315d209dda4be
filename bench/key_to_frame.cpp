// From a key press to the picture that shows it, seen from outside: keys are sent by XTest, pictures noticed by XDamage.
// First the floor, an empty OpenGL window that clears on each key; then avow at Capture with 45 and with 300 statements, in
// the same run. Needs a display: xvfb-run -s "-screen 0 1280x720x24" build/release/bench/bench_key_to_frame
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <X11/keysym.h>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// The floor: what any OpenGL window pays for a key.
int empty_window() {
    if (!glfwInit()) return 1;
    auto* window = glfwCreateWindow(1280, 720, "floor", nullptr, nullptr);
    if (!window) return 1;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    static int shade = 0;
    const auto paint = [](GLFWwindow* w) {
        glClearColor(static_cast<float>(++shade % 8) / 8, .9f, .9f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glfwSwapBuffers(w);
    };
    static bool has_key = false;
    glfwSetKeyCallback(window, [](GLFWwindow*, int, int, int action, int) { has_key |= action == GLFW_PRESS; });
    paint(window);
    while (!glfwWindowShouldClose(window)) {
        glfwWaitEvents();
        if (std::exchange(has_key, false)) paint(window);
    }
    return 0;
}

pid_t start(const std::vector<std::string>& words) {
    const pid_t child = fork();
    if (child != 0) return child;
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
}

// Waits for a damage event after `since`; milliseconds, or -1 after a second without.
double wait_for_damage(Display* display, int damage_event, Damage damage, Clock::time_point since) {
    while (ms_since(since) < 1000) {
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
            if (event.type != damage_event + XDamageNotify) continue;
            const double waited = ms_since(since);
            XDamageSubtract(display, damage, None, None);
            return waited;
        }
        std::this_thread::sleep_for(50us);
    }
    return -1;
}

std::vector<double> measure(Display* display, int damage_event, int keys) {
    const Damage damage = XDamageCreate(display, DefaultRootWindow(display), XDamageReportNonEmpty);
    const KeyCode code = XKeysymToKeycode(display, XK_a);
    std::vector<double> waits;
    for (int i = 0; i < keys; ++i) {
        std::this_thread::sleep_for(90ms + std::chrono::milliseconds(i * 37 % 60));
        XDamageSubtract(display, damage, None, None);
        XSync(display, True);
        const auto pressed = Clock::now();
        XTestFakeKeyEvent(display, code, True, 0);
        XTestFakeKeyEvent(display, code, False, 0);
        XFlush(display);
        if (const double waited = wait_for_damage(display, damage_event, damage, pressed); waited >= 0)
            waits.push_back(waited);
    }
    XDamageDestroy(display, damage);
    return waits;
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return -1;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

std::vector<double> of_program(Display* display, int damage_event, const std::vector<std::string>& words) {
    const pid_t child = start(words);
    std::this_thread::sleep_for(3s);
    // Without a window manager nobody gives the window the keyboard: it lies under the pointer.
    XTestFakeMotionEvent(display, 0, 640, 300, 0);
    XFlush(display);
    std::this_thread::sleep_for(500ms);
    auto waits = measure(display, damage_event, 120);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return waits;
}

std::string transcript(int statements) {
    std::string text;
    for (int i = 0; i < statements; ++i)
        text += std::string(1, static_cast<char>('A' + i % 12)) +
                "nn: I call every customer back within the hour, number " + std::to_string(i) + "\n";
    return text;
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "--floor") return empty_window();
    Display* display = XOpenDisplay(nullptr);
    int damage_event = 0, error = 0;
    if (!display || !XDamageQueryExtension(display, &damage_event, &error)) {
        std::fputs("key_to_frame needs an X display with XDamage; run it under xvfb-run.\n", stderr);
        return 77;
    }
    const auto folder = std::filesystem::temp_directory_path() / "avow-key-to-frame";
    std::filesystem::create_directories(folder);
    setenv("AVOW_STATE", (folder / "state").c_str(), 1);
    const auto floor = of_program(display, damage_event, {std::filesystem::canonical("/proc/self/exe"), "--floor"});
    std::printf("empty GL window   p50 %6.2f ms  p95 %6.2f ms  (%zu keys)\n", percentile(floor, .5),
                percentile(floor, .95), floor.size());
    for (const int statements : {45, 300}) {
        const auto text = folder / "transcript.txt", file = folder / ("of " + std::to_string(statements) + ".avow");
        std::filesystem::remove(file);
        if (FILE* out = std::fopen(text.c_str(), "w")) {
            std::fputs(transcript(statements).c_str(), out);
            std::fclose(out);
        }
        const pid_t recording =
            start({AVOW_PROGRAM, "record", "--from", text, "--team", "bench", "--goal", "bench", "-o", file});
        waitpid(recording, nullptr, 0);
        const auto waits = of_program(display, damage_event,
                                      {AVOW_PROGRAM, "open", file, "--stage", "capture", "--windowed", "1280x720"});
        std::printf("%3d statements    p50 %6.2f ms  p95 %6.2f ms  (%zu keys)   ratio p50 %.2f  p95 %.2f\n", statements,
                    percentile(waits, .5), percentile(waits, .95), waits.size(),
                    percentile(waits, .5) / percentile(floor, .5), percentile(waits, .95) / percentile(floor, .95));
    }
    std::filesystem::remove_all(folder);
    XCloseDisplay(display);
}
