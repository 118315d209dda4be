// Drawing without a window on Windows: in one that is never shown.
#ifdef _WIN32

#include "screen/surfaceless.hpp"

#include <GLFW/glfw3.h>

#include <stdexcept>
#include <string>

namespace avow::screen {

void no_picture(const char* what) {
    throw std::runtime_error(std::string("No picture can be drawn here: ") + what + ". Update the graphics driver.");
}

struct Surfaceless::Context {
    Context() {
        glfwSetErrorCallback([](int, const char*) {}); // what matters is told by what returns null
        if (!glfwInit()) no_picture("there is no display");
    }
    ~Context() { glfwTerminate(); } // and the window with it
};

Surfaceless::Surfaceless() : context_(std::make_unique<Context>()) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    GLFWwindow* window = glfwCreateWindow(16, 16, "Avow", nullptr, nullptr);
    if (!window) no_picture("OpenGL 3.3 is not there");
    glfwMakeContextCurrent(window);
}

Surfaceless::~Surfaceless() = default;

Surfaceless::Function Surfaceless::function(const char* name) { return glfwGetProcAddress(name); }

} // namespace avow::screen

#endif
