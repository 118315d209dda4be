// What a page changes on the one before it: a typed letter repaints its line, not the wall. Filling pixels is what a frame
// costs without a graphics card, and on a projector's eight million. The page is cut into squares, each summed up by what is
// drawn over it, and the sums compared (the idea of rxi's rencache, there for commands, here for triangles).
#pragma once

#include "screen/painter.hpp"

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace avow::screen {

class Changes {
public:
    // Rectangles that do not overlap and cover each pixel drawn in another way than at the last call, in the coordinates of
    // the draw data. None: the same picture. All of the page at the first call, on another size or paper, after forget(), and
    // where a pixel of the page is no whole number of pixels of the screen.
    std::vector<Rect> since_last(const ImDrawData&, ImU32 paper);
    void forget() { sums_.clear(); }

private:
    std::vector<std::uint64_t> sums_; // one for each square, row by row
};

// Leaves of the draw data what is needed inside the rectangles, which must not overlap, and clips it to them.
void keep_only(ImDrawData&, const std::vector<Rect>&);

} // namespace avow::screen
