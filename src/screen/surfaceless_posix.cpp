// Drawing without a window by EGL.
#ifndef _WIN32

#include "screen/surfaceless.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <stdexcept>
#include <string>

namespace avow::screen {

void no_picture(const char* what) {
    throw std::runtime_error(std::string("No picture can be drawn here: ") + what +
                             ". Mesa's software renderer (package libgl1-mesa-dri) is enough.");
}

struct Surfaceless::Context {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
};

Surfaceless::Surfaceless() : context_(std::make_unique<Context>()) {
    auto& [display, context] = *context_;
    const auto get_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display) display = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr))
        no_picture("EGL does not start without a display");
    eglBindAPI(EGL_OPENGL_API);
    const EGLint config_wish[] = {EGL_SURFACE_TYPE, EGL_DONT_CARE, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    eglChooseConfig(display, config_wish, &config, 1, &count);
    const EGLint context_wish[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    context = eglCreateContext(display, count > 0 ? config : nullptr, EGL_NO_CONTEXT, context_wish);
    if (context == EGL_NO_CONTEXT || !eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context))
        no_picture("OpenGL 3.3 is not there");
}

Surfaceless::~Surfaceless() {
    eglMakeCurrent(context_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(context_->display, context_->context);
    eglTerminate(context_->display);
}

Surfaceless::Function Surfaceless::function(const char* name) { return eglGetProcAddress(name); }

} // namespace avow::screen

#endif
