#include "screen/look.hpp"

#include <algorithm>
#include <cmath>

namespace avow::screen {

namespace {

constexpr ImU32 rgb(std::uint32_t hex) { return IM_COL32(hex >> 16 & 255, hex >> 8 & 255, hex & 255, 255); }

constexpr Colours light{.paper = rgb(0xFBFAF7),
                        .card = rgb(0xFFFFFF),
                        .ink = rgb(0x1B1B1F),
                        .quiet = rgb(0x46464D),
                        .hairline = rgb(0xE0DED7),
                        .accent = rgb(0xC8501E),
                        .accent_words = rgb(0x752D0B),
                        .strip = rgb(0xF0EEE6),
                        .field = rgb(0xFFFFFF),
                        .selected = rgb(0xF7E6DB),
                        .trouble = rgb(0x7E1F12),
                        .shadow = IM_COL32(40, 34, 20, 46),
                        .placeholder = rgb(0x77777F), // 4.5:1
                        .marked = rgb(0xF3CDB5),
                        .hairlines = 1,
                        .is_dark = false};

constexpr Colours dark{.paper = rgb(0x17171B),
                       .card = rgb(0x212127),
                       .ink = rgb(0xF3F1EC),
                       .quiet = rgb(0xC2C0BA),
                       .hairline = rgb(0x3A3A42),
                       .accent = rgb(0xE9854A),
                       .accent_words = rgb(0xF4B08A),
                       .strip = rgb(0x101013),
                       .field = rgb(0x26262D),
                       .selected = rgb(0x3E281C),
                       .trouble = rgb(0xFFB4A6),
                       .shadow = IM_COL32(0, 0, 0, 120),
                       .placeholder = rgb(0x95938E),
                       .marked = rgb(0x6B4027),
                       .hairlines = 1,
                       .is_dark = true};

// Black on white, lines one sees, no shadow: every pair of words and ground is above 12:1.
constexpr Colours high_contrast{.paper = rgb(0xFFFFFF),
                                .card = rgb(0xFFFFFF),
                                .ink = rgb(0x000000),
                                .quiet = rgb(0x1E1E1E),
                                .hairline = rgb(0x3C3C3C),
                                .accent = rgb(0xA63200),
                                .accent_words = rgb(0x4A1700),
                                .strip = rgb(0xF4F4F4),
                                .field = rgb(0xFFFFFF),
                                .selected = rgb(0xFFEBC8),
                                .trouble = rgb(0x58000A),
                                .shadow = IM_COL32(0, 0, 0, 0),
                                .placeholder = rgb(0x4A4A4A),
                                .marked = rgb(0xFFD28C),
                                .hairlines = 2,
                                .is_dark = false};

double luminance(ImU32 colour) {
    return .2126 * linear(colour >> IM_COL32_R_SHIFT) + .7152 * linear(colour >> IM_COL32_G_SHIFT) +
           .0722 * linear(colour >> IM_COL32_B_SHIFT);
}

ImVec4 floats(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

} // namespace

double linear(ImU32 channel) {
    const double value = static_cast<double>(channel & 255) / 255;
    return value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4);
}

const Colours& colours_of(desk::Look look) {
    return look == desk::Look::dark ? dark : look == desk::Look::high_contrast ? high_contrast : light;
}

float reach_of(storage::FarthestSeat seat) {
    using enum storage::FarthestSeat;
    const float floor = seat == four ? .027f : seat == eight ? .053f : share::small;
    return floor / share::small;
}

ImU32 mark_colour(int mark, const Colours& colours) {
    // Blue, vermilion, bluish green, reddish purple, orange, sky blue, yellow; black is the ink of the page.
    constexpr std::array okabe_ito = {rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0xCC79A7),
                                      rgb(0xE69F00), rgb(0x56B4E9), rgb(0xF0E442)};
    const auto index = static_cast<std::size_t>(mark) % (okabe_ito.size() + 1);
    return index < okabe_ito.size() ? okabe_ito[index] : colours.ink;
}

double contrast(ImU32 a, ImU32 b) {
    const double lighter = std::max(luminance(a), luminance(b)), darker = std::min(luminance(a), luminance(b));
    return (lighter + .05) / (darker + .05);
}

void apply_style(ImGuiStyle& style, const Colours& colours, float text_px) {
    const float unit = text_px / 4; // a quarter of a line: all spacing is a multiple of it
    style = ImGuiStyle{};
    style.FontSizeBase = text_px;
    style.WindowPadding = {unit * 4, unit * 4};
    style.FramePadding = {unit * 2, unit * 1.5f};
    style.ItemSpacing = {unit * 3, unit * 2};
    style.ItemInnerSpacing = {unit * 2, unit};
    style.WindowRounding = style.PopupRounding = unit * 2;
    style.ChildRounding = style.FrameRounding = style.GrabRounding = unit * 1.5f;
    style.ScrollbarSize = unit * 3;
    style.ScrollbarRounding = unit * 2;
    style.WindowBorderSize = style.ChildBorderSize = 0;
    style.FrameBorderSize = style.PopupBorderSize = 1;
    style.DisabledAlpha = .55f;
    style.HoverDelayNormal = .4f;
    auto* c = style.Colors;
    c[ImGuiCol_Text] = floats(colours.ink);
    c[ImGuiCol_TextDisabled] = floats(colours.placeholder);
    c[ImGuiCol_WindowBg] = c[ImGuiCol_PopupBg] = floats(colours.card);
    c[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
    c[ImGuiCol_Border] = floats(colours.hairline);
    c[ImGuiCol_FrameBg] = c[ImGuiCol_FrameBgActive] = c[ImGuiCol_FrameBgHovered] = floats(colours.field);
    c[ImGuiCol_MenuBarBg] = floats(colours.paper);
    c[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    c[ImGuiCol_ScrollbarGrab] = floats(colours.hairline);
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = floats(colours.quiet);
    c[ImGuiCol_CheckMark] = c[ImGuiCol_SliderGrab] = c[ImGuiCol_SliderGrabActive] = floats(colours.accent);
    c[ImGuiCol_Button] = floats(colours.card);
    c[ImGuiCol_ButtonHovered] = c[ImGuiCol_HeaderHovered] = floats(colours.strip);
    c[ImGuiCol_ButtonActive] = c[ImGuiCol_Header] = c[ImGuiCol_HeaderActive] = floats(colours.selected);
    c[ImGuiCol_Separator] = floats(colours.hairline);
    c[ImGuiCol_TextSelectedBg] = floats(colours.marked);
    c[ImGuiCol_DragDropTarget] = c[ImGuiCol_NavCursor] = c[ImGuiCol_InputTextCursor] = floats(colours.accent);
    c[ImGuiCol_ModalWindowDimBg] = ImVec4(0, 0, 0, .25f);
}

} // namespace avow::screen
