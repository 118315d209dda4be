// The menu, read down the command table; by mouse, or by key from F10 on.
#include "desk/commands.hpp"
#include "screen/frame.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;

// The menus of this page, in their order. One of which nothing can be done here is left out: the bar names what the page is
// about.
std::vector<std::string_view> menus_of(const Desk& desk) {
    std::vector<std::string_view> menus;
    for (const auto& row : desk::commands())
        if ((menus.empty() || menus.back() != row.menu) && row.is_offered(desk)) menus.push_back(row.menu);
    return menus;
}

// The menu that is to come down: the first one by its key, the neighbour of the open one by an arrow. Empty: none.
std::string menu_wanted(const Desk& desk, const std::vector<std::string_view>& menus) {
    if (desk.wants_menu) return std::string(menus.front());
    const int step = ImGui::IsKeyPressed(ImGuiKey_RightArrow) - ImGui::IsKeyPressed(ImGuiKey_LeftArrow);
    for (std::size_t i = 0; step != 0 && i < menus.size(); ++i)
        if (ImGui::IsPopupOpen(std::string(menus[i]).c_str())) {
            ImGui::NavMoveRequestCancel(); // Dear ImGui would close this one and open none
            return std::string(menus[(i + menus.size() + static_cast<std::size_t>(step)) % menus.size()]);
        }
    return {};
}

} // namespace

void menu_view(Frame& frame) {
    if (frame.desk.wants_menu) frame.wishes.add([](Desk& d) { d.wants_menu = false; });
    const auto menus = menus_of(frame.desk);
    if (const auto wanted = menu_wanted(frame.desk, menus); !wanted.empty()) {
        ImGui::OpenPopup(wanted.c_str());
        ImGui::SetNavCursorVisible(true);
    }
    std::string_view menu;
    bool is_open = false;
    for (const auto& row : desk::commands()) {
        if (row.menu != menu) {
            if (is_open) ImGui::EndMenu();
            menu = row.menu;
            is_open = std::ranges::find(menus, menu) != menus.end() && ImGui::BeginMenu(std::string(menu).c_str());
        }
        if (!is_open || !row.is_offered(frame.desk)) continue;
        const auto refusal = row.why_not(frame.desk);
        if (ImGui::MenuItem(std::string(row.words).c_str(), desk::written_keys(row).c_str(), false, !refusal))
            frame.wishes.add([&row](Desk& d) { desk::run(row, d); });
        const auto tip = refusal ? refusal->sentence : std::string(row.help);
        if (!tip.empty() && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled | ImGuiHoveredFlags_DelayNormal))
            ImGui::SetTooltip("%s", tip.c_str());
    }
    if (is_open) ImGui::EndMenu();
}

} // namespace avow::screen
