#include "screen/canvas.hpp"

#include <GL/gl.h>
#include <GL/glext.h>
#include <imgui_impl_opengl3.h>

#include <cmath>
#include <stdexcept>

namespace avow::screen {

// What came after OpenGL 1.1 is asked for by name: not every platform's library has it to link with.
struct Canvas::Calls {
    explicit Calls(Loader load) {
        find(gen_framebuffers, load, "glGenFramebuffers");
        find(delete_framebuffers, load, "glDeleteFramebuffers");
        find(bind_framebuffer, load, "glBindFramebuffer");
        find(attach, load, "glFramebufferTexture2D");
        find(status_of, load, "glCheckFramebufferStatus");
        find(blit, load, "glBlitFramebuffer");
    }

    PFNGLGENFRAMEBUFFERSPROC gen_framebuffers = nullptr;
    PFNGLDELETEFRAMEBUFFERSPROC delete_framebuffers = nullptr;
    PFNGLBINDFRAMEBUFFERPROC bind_framebuffer = nullptr;
    PFNGLFRAMEBUFFERTEXTURE2DPROC attach = nullptr;
    PFNGLCHECKFRAMEBUFFERSTATUSPROC status_of = nullptr;
    PFNGLBLITFRAMEBUFFERPROC blit = nullptr;

private:
    template <class Call>
    static void find(Call& call, Loader load, const char* name) {
        call = reinterpret_cast<Call>(load(name));
        if (!call) throw std::runtime_error(std::string("Avow needs OpenGL 3.3; here it lacks ") + name + ".");
    }
};

Canvas::Canvas(Loader load, On on) : gl_(std::make_unique<Calls>(load)), on_(on) {
    if (on_ == On::back_buffer) return;
    gl_->gen_framebuffers(1, &framebuffer_);
    glGenTextures(1, &colour_);
}

Canvas::~Canvas() {
    if (on_ == On::back_buffer) return;
    gl_->delete_framebuffers(1, &framebuffer_);
    glDeleteTextures(1, &colour_);
}

void Canvas::resize(int width, int height) {
    if (width == width_ && height == height_) return;
    width_ = width;
    height_ = height;
    changes_.forget();
    if (on_ == On::back_buffer) return;
    glBindTexture(GL_TEXTURE_2D, colour_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    gl_->attach(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_, 0);
    if (gl_->status_of(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        throw std::runtime_error("The graphics driver refuses a picture of that size; choose a smaller one.");
}

bool Canvas::paint(ImDrawData& page, ImU32 paper) {
    const auto scale = page.FramebufferScale;
    const auto width = static_cast<int>(page.DisplaySize.x * scale.x);
    const auto height = static_cast<int>(page.DisplaySize.y * scale.y);
    if (width <= 0 || height <= 0) return false; // folded away
    gl_->bind_framebuffer(GL_FRAMEBUFFER, framebuffer_);
    resize(width, height);
    const auto changed = changes_.since_last(page, paper);
    if (changed.empty()) return false;
    keep_only(page, changed);
    // The page is cleared to its paper, not covered with it: a rectangle of that size costs as much as all the words.
    const auto colour = ImGui::ColorConvertU32ToFloat4(paper);
    glViewport(0, 0, width, height); // a window's buffer takes its new size here, before it is cleared
    glClearColor(colour.x, colour.y, colour.z, 1);
    glEnable(GL_SCISSOR_TEST);
    for (const auto& rect : changed) {
        const float left = (rect.x - page.DisplayPos.x) * scale.x;
        const float bottom = (rect.bottom() - page.DisplayPos.y) * scale.y;
        glScissor(static_cast<int>(left), height - static_cast<int>(bottom), static_cast<int>(rect.width * scale.x),
                  static_cast<int>(rect.height * scale.y));
        glClear(GL_COLOR_BUFFER_BIT);
    }
    glDisable(GL_SCISSOR_TEST);
    ImGui_ImplOpenGL3_RenderDrawData(&page);
    return true;
}

void Canvas::copy_to_back_buffer() const {
    if (on_ == On::back_buffer) return;
    gl_->bind_framebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
    gl_->bind_framebuffer(GL_DRAW_FRAMEBUFFER, 0);
    gl_->blit(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

std::vector<unsigned char> Canvas::pixels() const {
    std::vector<unsigned char> rgb(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 3);
    gl_->bind_framebuffer(GL_FRAMEBUFFER, framebuffer_);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, rgb.data());
    return rgb;
}

} // namespace avow::screen
