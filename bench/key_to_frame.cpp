// From a key press to the picture that shows it, seen from outside: keys are sent by XTest, pictures noticed by XDamage.
// First the floor, an empty OpenGL window that clears on each key; then avow at Capture with 45 and with 300 statements, in
// the same run. Needs a display: xvfb-run -s "-screen 0 1280x720x24" build/release/bench/bench_key_to_frame
#include "outside/window.hpp"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace {

using outside::percentile;
using namespace std::chrono_literals;

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

std::vector<double> of_program(outside::Screen& screen, const std::vector<std::string>& words) {
    const outside::Program program(words);
    std::this_thread::sleep_for(3s);
    screen.give_keyboard();
    std::this_thread::sleep_for(500ms);
    return screen.key_to_picture(120);
}

std::string transcript(int statements) {
    std::string text;
    for (int i = 0; i < statements; ++i)
        text += std::string(1, static_cast<char>('A' + i % 12)) +
                "nn: I call every customer back within the hour, number " + std::to_string(i) + "\n";
    return text;
}

} // namespace

int main(int argc, char** argv) try {
    if (argc > 1 && std::string_view(argv[1]) == "--floor") return empty_window();
    outside::Screen screen;
    const auto folder = std::filesystem::temp_directory_path() / "avow-key-to-frame";
    std::filesystem::create_directories(folder);
    setenv("AVOW_STATE", (folder / "state").c_str(), 1);
    const auto floor = of_program(screen, {std::filesystem::canonical("/proc/self/exe"), "--floor"});
    std::printf("empty GL window   p50 %6.2f ms  p95 %6.2f ms  (%zu keys)\n", percentile(floor, .5),
                percentile(floor, .95), floor.size());
    for (const int statements : {45, 300}) {
        const auto text = folder / "transcript.txt", file = folder / ("of " + std::to_string(statements) + ".avow");
        std::filesystem::remove(file);
        std::ofstream(text) << transcript(statements);
        const std::string record = std::string(AVOW_PROGRAM) + " record --team bench --goal bench --from '" +
                                   text.string() + "' -o '" + file.string() + "'";
        if (std::system(record.c_str()) != 0) return 1;
        const auto waits =
            of_program(screen, {AVOW_PROGRAM, "open", file, "--stage", "capture", "--windowed", "1280x720"});
        std::printf("%3d statements    p50 %6.2f ms  p95 %6.2f ms  (%zu keys)   ratio p50 %.2f  p95 %.2f\n", statements,
                    percentile(waits, .5), percentile(waits, .95), waits.size(),
                    percentile(waits, .5) / percentile(floor, .5), percentile(waits, .95) / percentile(floor, .95));
    }
    std::filesystem::remove_all(folder);
} catch (const std::exception& trouble) {
    std::fprintf(stderr, "%s\n", trouble.what());
    return 77;
}
