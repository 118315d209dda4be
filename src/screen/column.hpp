// A page to read: words below each other, headings with what belongs beside them.
#pragma once

#include "screen/frame.hpp"

#include <imgui.h>

#include <string_view>

namespace avow::screen {

// Words set one below the other inside a child window, which scrolls where there is not room for all.
class Column {
public:
    Column(Frame& frame, const char* name, Rect room)
        : frame_(frame), is_open_(begin(name, room)),
          paint_(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type) {
        const auto at = ImGui::GetCursorScreenPos();
        x = at.x, y = at.y;
        width = room.width - frame.text;
    }
    ~Column() {
        ImGui::SetCursorScreenPos({x, y});
        ImGui::Dummy({1, 1});
        ImGui::EndChild();
    }
    Column(const Column&) = delete;
    Column& operator=(const Column&) = delete;

    void words(std::string_view text, const Setting& set, float indent = 0) {
        if (text.empty()) return;
        const auto lines = paint_.wrap(text, set, width - indent);
        paint_.words(x + indent, y, lines, set);
        y += lines.height;
    }
    void heading(std::string_view text, std::string_view aside, float indent = 0) {
        paint_.words(x + indent, y, text, frame_.strong());
        const float after = x + indent + paint_.width_of(text, frame_.strong()) + frame_.text * .8f;
        paint_.words(after, y, paint_.fitted(aside, frame_.fine(), x + width - after), frame_.fine());
        y += frame_.strong().line() + frame_.text * .3f;
    }
    void space(float ems) { y += frame_.text * ems; }
    Painter& paint() { return paint_; }

    float x = 0, y = 0, width = 0;

private:
    static bool begin(const char* name, Rect room) {
        ImGui::SetCursorScreenPos({room.x, room.y});
        return ImGui::BeginChild(name, {room.width, room.height});
    }

    Frame& frame_;
    bool is_open_;
    Painter paint_;
};

} // namespace avow::screen
