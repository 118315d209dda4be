#include "screen/form.hpp"

#include "desk/meant.hpp"

#include <algorithm>

namespace avow::screen {

void heading(Frame& frame, std::string_view words) {
    const auto at = ImGui::GetCursorScreenPos();
    auto set = frame.strong();
    set.em *= 1.2f;
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    paint.words(at.x, at.y, words, set);
    ImGui::Dummy({1, set.line() + frame.text * .2f});
}

void caption(Frame& frame, std::string_view words) {
    const auto at = ImGui::GetCursorScreenPos();
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    const auto lines = paint.wrap(words, frame.fine(), ImGui::GetContentRegionAvail().x);
    paint.words(at.x, at.y, lines, frame.fine());
    ImGui::Dummy({1, std::max(0.f, lines.height - ImGui::GetStyle().ItemSpacing.y)});
}

std::optional<std::string> brought_back(Frame& frame, std::string_view name) {
    const auto field = desk::form_field + std::string(name);
    const auto half = std::ranges::find(frame.desk.asides, field, &desk::HalfTyped::field);
    if (half == frame.desk.asides.end()) return std::nullopt;
    frame.wishes.add(
        [field](desk::Desk& d) { std::erase_if(d.asides, [&](const auto& one) { return one.field == field; }); });
    return half->text;
}

std::optional<std::string> form_field(Frame& frame, const char* id, const std::string& current, Fields::Look look) {
    if (auto text = frame.fields.text(id, current, look)) return text;
    return brought_back(frame, look.name);
}

} // namespace avow::screen
