// Where a page is painted, and kept from frame to frame, so that only what changes is painted again: a picture of our own,
// or a window's back buffer where that is known to keep what it has.
#pragma once

#include "screen/changes.hpp"

#include <imgui.h>

#include <memory>
#include <vector>

namespace avow::screen {

class Canvas {
public:
    using Function = void (*)();
    using Loader = Function (*)(const char* name);

    enum class On { picture, back_buffer };

    // In the current OpenGL 3.3 context, which must outlive it. Throws std::runtime_error where the context lacks something.
    Canvas(Loader, On);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    // Paints the page where it differs from the last one; false when it does not. Drops from the data what it does not need.
    bool paint(ImDrawData&, ImU32 paper);
    // What is there is lost: all of the next page is painted.
    void forget() { changes_.forget(); }
    // Copies the whole of a picture there; nothing where it is painted on the back buffer anyway.
    void copy_to_back_buffer() const;
    // 8-bit RGB, rows from the bottom, as OpenGL has them.
    std::vector<unsigned char> pixels() const;

    int width() const { return width_; }
    int height() const { return height_; }

private:
    void resize(int width, int height);

    struct Calls;
    const std::unique_ptr<const Calls> gl_;
    Changes changes_;
    On on_;
    unsigned framebuffer_ = 0, colour_ = 0; // none for a back buffer
    int width_ = 0, height_ = 0;
};

} // namespace avow::screen
