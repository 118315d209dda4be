#include "screen/accessible_page.hpp"

#include "desk/verbs.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace avow::screen {

namespace {

bool are_same(ImVec2 a, ImVec2 b) { return a.x == b.x && a.y == b.y; }

bool is_in_menu(const Item& item) {
    const auto* window = ImGui::FindWindowByID(item.window);
    return window && (window->Flags & (ImGuiWindowFlags_ChildMenu | ImGuiWindowFlags_Popup)) != 0;
}

Role role_of(const Item& item) {
    if (item.is_secret) return Role::secret;
    if (item.status & ImGuiItemStatusFlags_Inputable) return Role::entry;
    const auto* window = ImGui::FindWindowByID(item.window);
    if (item.status & ImGuiItemStatusFlags_Openable)
        return window && (window->Flags & ImGuiWindowFlags_MenuBar) ? Role::menu : Role::combo_box;
    if (is_in_menu(item)) return Role::menu_item;
    return item.status & ImGuiItemStatusFlags_Checkable ? Role::check_box : Role::button;
}

// What has the keyboard: the field that is typed in, else what the keyboard's own cursor stands on.
ImGuiID id_in_focus() {
    const auto& context = *ImGui::GetCurrentContext();
    return context.ActiveId ? context.ActiveId : context.NavCursorVisible ? context.NavId : 0;
}

// A window, or a child that holds others: what is in it is told, not it.
bool holds_others(const Item& item) {
    if (item.id == 0 || item.status & ImGuiItemStatusFlags_Inputable) return false;
    return std::ranges::any_of(ImGui::GetCurrentContext()->Windows, [&](const ImGuiWindow* window) {
        return window->ID == item.id || window->ChildId == item.id;
    });
}

std::optional<Part> part_of(const Item& item) {
    if (item.words().empty() || item.visible.is_empty() || holds_others(item)) return std::nullopt;
    Part part;
    part.key = std::uint64_t{item.id} << 1;
    part.role = item.id == 0 ? Role::words : role_of(item);
    part.name = item.words();
    part.at = item.visible.min;
    part.size = {item.visible.max.x - item.visible.min.x, item.visible.max.y - item.visible.min.y};
    part.is_enabled = !(item.flags & ImGuiItemFlags_Disabled);
    part.is_focused = item.id != 0 && item.id == id_in_focus();
    part.is_checked = item.status & ImGuiItemStatusFlags_Checked;
    if (part.role != Role::entry) return part;
    part.text = item.text;
    if (const auto* state = ImGui::GetInputTextState(item.id); state && ImGui::GetActiveID() == item.id) {
        const auto before = std::min(static_cast<std::size_t>(std::max(0, state->GetCursorPos())), part.text.size());
        part.caret = characters_of(std::string_view(part.text).substr(0, before));
    }
    return part;
}

bool holds(const Part& part, ImVec2 point) {
    return point.x >= part.at.x && point.y >= part.at.y && point.x < part.at.x + part.size.x &&
           point.y < part.at.y + part.size.y;
}

// The next line of words that were wrapped.
bool goes_on(const Line& above, const Line& line) {
    const auto height_of = [](const Line& of) { return of.rect.max.y - of.rect.min.y; };
    const float step = line.rect.min.y - above.rect.min.y, size = height_of(line);
    return above.colour == line.colour && height_of(above) == size && step > size * .5f && step < size * 1.3f &&
           line.visible.min.x < above.visible.max.x && above.visible.min.x < line.visible.max.x;
}

void append(std::string& text, std::string_view words) {
    if (!text.empty() && !words.empty()) text += ' ';
    text += words;
}

// By where it stands: a clock is the same words, though they change each second.
std::uint64_t key_of(const Line& line) {
    const auto x = static_cast<std::uint64_t>(std::max(0.f, line.rect.min.x)),
               y = static_cast<std::uint64_t>(std::max(0.f, line.rect.min.y));
    return (x << 32 | y << 1) | 1;
}

Part part_of(const Line& line) {
    Part part;
    part.key = key_of(line);
    part.name = line.words;
    part.at = line.visible.min;
    part.size = {line.visible.max.x - line.visible.min.x, line.visible.max.y - line.visible.min.y};
    return part;
}

void widen(Part& part, const Box& box) {
    const ImVec2 end{std::max(part.at.x + part.size.x, box.max.x), std::max(part.at.y + part.size.y, box.max.y)};
    part.at = {std::min(part.at.x, box.min.x), std::min(part.at.y, box.min.y)};
    part.size = {end.x - part.at.x, end.y - part.at.y};
}

} // namespace

bool Part::operator==(const Part& other) const {
    return key == other.key && role == other.role && name == other.name && description == other.description &&
           are_same(at, other.at) && are_same(size, other.size) && is_enabled == other.is_enabled &&
           is_focused == other.is_focused && is_checked == other.is_checked && text == other.text &&
           caret == other.caret;
}

bool AccessiblePage::operator==(const AccessiblePage& other) const {
    return title == other.title && are_same(at, other.at) && are_same(size, other.size) &&
           is_active == other.is_active && parts == other.parts && news == other.news && in_hand == other.in_hand;
}

int characters_of(std::string_view utf8) {
    return static_cast<int>(std::ranges::count_if(utf8, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::vector<Part> parts_of(const Recorder& recorder) {
    std::vector<Part> parts;
    std::vector<ImGuiID> windows; // in which these lie
    for (const auto& item : recorder.items())
        if (auto part = part_of(item)) parts.push_back(std::move(*part)), windows.push_back(item.window);
    const auto items = parts.size();
    // The thing that a line was drawn within, the last where several lie there; what a panel lies over is not its.
    const auto around_of = [&](const Line& line) -> Part* {
        const ImVec2 point{line.visible.min.x + 1, line.visible.centre().y};
        for (auto i = items; i-- > 0;)
            if (windows[i] == line.window && holds(parts[i], point)) return &parts[i];
        return nullptr;
    };
    const Line* above = nullptr;
    for (const auto& line : recorder.lines()) {
        if (line.visible.is_empty() || line.words.empty()) continue;
        if (auto* around = around_of(line)) {
            if (line.words != around->name) append(around->description, line.words);
            above = nullptr;
        } else if (above && parts.size() > items && goes_on(*above, line)) {
            append(parts.back().name, line.words);
            widen(parts.back(), line.visible);
            above = &line;
        } else {
            parts.push_back(part_of(line));
            above = &line;
        }
    }
    return parts;
}

std::string words_to_announce(const desk::Desk& desk) {
    using desk::Purpose;
    const bool is_free = desk.entry.purpose == Purpose::nothing || desk.entry.purpose == Purpose::statement;
    return is_free && desk.panel == desk::Panel::none ? desk::words_in_hand(desk) : std::string();
}

} // namespace avow::screen
