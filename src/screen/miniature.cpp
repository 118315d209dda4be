// What the room sees, small. It is laid out at the size the room has it, so that every line breaks and every page turns
// where it does there, and then drawn to scale.
#include "screen/frame.hpp"
#include "screen/surface.hpp"

#include <algorithm>
#include <cmath>

namespace avow::screen {

namespace {

// All that is drawn while it lives lies on a page of that size, and comes out in the rectangle.
class ToScale {
public:
    ToScale(ImDrawList& list, ImVec2 page, Rect into)
        : list_(list), into_(into), scale_(into.width / page.x), outer_(list._CmdHeader.ClipRect) {
        list_.PushClipRect({0, 0}, page, false);
        command_ = list_.CmdBuffer.Size - 1;
        vertex_ = list_.VtxBuffer.Size;
    }
    ~ToScale() {
        for (int i = vertex_; i < list_.VtxBuffer.Size; ++i) list_.VtxBuffer[i].pos = point(list_.VtxBuffer[i].pos);
        for (int i = command_; i < list_.CmdBuffer.Size; ++i) {
            auto& clip = list_.CmdBuffer[i].ClipRect;
            const auto from = point({clip.x, clip.y}), to = point({clip.z, clip.w});
            clip = {std::max(from.x, outer_.x), std::max(from.y, outer_.y), std::min(to.x, outer_.z),
                    std::min(to.y, outer_.w)};
        }
        list_.PopClipRect();
    }
    ToScale(const ToScale&) = delete;
    ToScale& operator=(const ToScale&) = delete;

    Rect placed(Rect r) const {
        const auto at = point({r.x, r.y});
        return {at.x, at.y, r.width * scale_, r.height * scale_};
    }

private:
    ImVec2 point(ImVec2 at) const { return {into_.x + at.x * scale_, into_.y + at.y * scale_}; }

    ImDrawList& list_;
    Rect into_;
    float scale_;
    ImVec4 outer_;
    int command_ = 0, vertex_ = 0;
};

ImVec2 size_of_picture(const desk::Desk& desk) {
    return {static_cast<float>(desk.screens.picture_width), static_cast<float>(desk.screens.picture_height)};
}

// `draw` is given the hand and the whole page.
template <class Draw>
DrawnPage draw_to_scale(Frame& frame, Rect into, Draw draw) {
    const auto page = size_of_picture(frame.desk);
    Painter paint(frame.paint.list(), frame.paint.colours, frame.type);
    paint.thinnest = page.x / into.width; // a pixel: thinner they would come and go
    // Twice as sharp as it will be is what a quarter of it looks best from; in steps, or each size would have letters of its own.
    paint.sharpness = std::clamp(std::ceil(into.width / page.x * 32) / 16, 1.f / 16, 1.f);
    paint.fill(into, paint.colours.paper);
    DrawnPage drawn;
    {
        const ToScale scaled(*paint.list(), page, into);
        drawn = draw(paint, Rect{0, 0, page.x, page.y});
        for (auto* spots : {&drawn.items, &drawn.seats})
            for (auto& spot : *spots) spot.rect = scaled.placed(spot.rect);
    }
    frame.paint.frame(into, frame.paint.colours.hairline, 1);
    return drawn;
}

} // namespace

Rect fitted_miniature(const desk::Desk& desk, Rect room) {
    const auto page = size_of_picture(desk);
    const float scale = std::min(room.width / page.x, room.height / page.y);
    const float width = std::round(page.x * scale), height = std::round(page.y * scale);
    return {std::round(room.x + (room.width - width) / 2), std::round(room.y), width, height};
}

DrawnPage draw_miniature(Frame& frame, const slide::Slide& slide, Rect into, int wanted) {
    return draw_to_scale(frame, into, [&](Painter& paint, Rect page) {
        return draw_slide(paint, slide, page, wanted, reach_of(frame.desk.settings.farthest_seat));
    });
}

DrawnPage draw_what_room_sees(Frame& frame, Rect into) {
    const auto& desk = frame.desk;
    if (desk.is_blanked) return frame.paint.fill(into, IM_COL32_BLACK), DrawnPage{};
    if (!desk.screens.is_test_card) return draw_miniature(frame, desk.slide(), into, desk.page);
    return draw_to_scale(frame, into, [&](Painter& paint, Rect page) {
        draw_test_card(paint, page, desk::words_for_room_screen(desk));
        return DrawnPage{};
    });
}

std::string words_for_what_room_sees(const desk::Desk& desk) {
    std::string words = "The room sees";
    if (desk.screens.is_apart) words += " " + desk::words_for_room_screen(desk);
    if (desk.replay) words += ", as it was";
    if (desk.screens.is_apart && desk.screens.is_test_card) words += ": the test card";
    return words + (desk.is_blanked ? ": blank" : "");
}

} // namespace avow::screen
