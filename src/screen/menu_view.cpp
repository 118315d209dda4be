// The menu, read down the command table; by mouse, or by key from F10 on.
#include "desk/commands.hpp"
#include "screen/frame.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;

// A menu of which nothing can be done here is left out: the bar names what this page is about.
bool has_something(const Desk& desk, std::string_view menu) {
    return std::ranges::any_of(desk::commands(),
                               [&](const desk::Command& row) { return row.menu == menu && row.is_offered(desk); });
}

// The menu that is to come down: the first one by its key, the neighbour of the open one by an arrow. Empty: none.
std::string menu_wanted(const Desk& desk) {
    std::vector<std::string> menus;
    for (const auto& row : desk::commands())
        if ((menus.empty() || menus.back() != row.menu) && has_something(desk, row.menu)) menus.emplace_back(row.menu);
    if (desk.wants_menu) return menus.front();
    const int step = ImGui::IsKeyPressed(ImGuiKey_RightArrow) - ImGui::IsKeyPressed(ImGuiKey_LeftArrow);
    for (std::size_t i = 0; step != 0 && i < menus.size(); ++i)
        if (ImGui::IsPopupOpen(menus[i].c_str())) {
            ImGui::NavMoveRequestCancel(); // Dear ImGui would close this one and open none
            return menus[(i + menus.size() + static_cast<std::size_t>(step)) % menus.size()];
        }
    return {};
}

} // namespace

void menu_view(Frame& frame) {
    if (frame.desk.wants_menu) frame.wishes.add([](Desk& d) { d.wants_menu = false; });
    if (const auto wanted = menu_wanted(frame.desk); !wanted.empty()) {
        ImGui::OpenPopup(wanted.c_str());
        ImGui::SetNavCursorVisible(true);
    }
    std::string_view menu;
    bool is_open = false;
    for (const auto& row : desk::commands()) {
        if (row.menu != menu) {
            if (is_open) ImGui::EndMenu();
            menu = row.menu;
            is_open = has_something(frame.desk, menu) && ImGui::BeginMenu(std::string(menu).c_str());
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
