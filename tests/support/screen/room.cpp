#include "support/screen/room.hpp"

#include <fmt/format.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <stdexcept>

namespace avow::screen {

namespace {

constexpr float frame_seconds = 1.f / 60;

struct Chord {
    std::vector<ImGuiKey> modifiers;
    ImGuiKey key = ImGuiKey_None;
    unsigned character = 0; // that it types as well
};

ImGuiKey key_of_letter(char letter) {
    static const std::map<char, ImGuiKey> others = {
        {' ', ImGuiKey_Space}, {',', ImGuiKey_Comma},     {'.', ImGuiKey_Period}, {'-', ImGuiKey_Minus},
        {'/', ImGuiKey_Slash}, {';', ImGuiKey_Semicolon}, {'=', ImGuiKey_Equal},  {'\'', ImGuiKey_Apostrophe},
        {'?', ImGuiKey_Slash}, {'+', ImGuiKey_Equal}};
    const auto small = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    if (small >= 'a' && small <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (small - 'a'));
    if (small >= '0' && small <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (small - '0'));
    const auto found = others.find(letter);
    return found == others.end() ? ImGuiKey_None : found->second;
}

bool wants_shift(char letter) { return (letter >= 'A' && letter <= 'Z') || letter == '?' || letter == '+'; }

ImGuiKey key_of_name(std::string_view name) {
    static const std::map<std::string_view, ImGuiKey> keys = {{"PageDown", ImGuiKey_PageDown},
                                                              {"PageUp", ImGuiKey_PageUp},
                                                              {"Return", ImGuiKey_Enter},
                                                              {"Escape", ImGuiKey_Escape},
                                                              {"Tab", ImGuiKey_Tab},
                                                              {"Up", ImGuiKey_UpArrow},
                                                              {"Down", ImGuiKey_DownArrow},
                                                              {"Left", ImGuiKey_LeftArrow},
                                                              {"Right", ImGuiKey_RightArrow},
                                                              {"Equal", ImGuiKey_Equal},
                                                              {"Minus", ImGuiKey_Minus},
                                                              {"Backspace", ImGuiKey_Backspace},
                                                              {"Space", ImGuiKey_Space},
                                                              {"Home", ImGuiKey_Home},
                                                              {"End", ImGuiKey_End},
                                                              {"Delete", ImGuiKey_Delete},
                                                              {"KeypadSubtract", ImGuiKey_KeypadSubtract}};
    if (const auto found = keys.find(name); found != keys.end()) return found->second;
    if (name.size() == 1) return key_of_letter(name[0]);
    if (name.size() <= 3 && name[0] == 'F')
        return static_cast<ImGuiKey>(ImGuiKey_F1 + std::stoi(std::string(name.substr(1))) - 1);
    return ImGuiKey_None;
}

Chord chord_of(std::string_view written) {
    Chord chord;
    auto rest = written;
    for (auto plus = rest.find('+'); plus != std::string_view::npos && plus > 0; plus = rest.find('+')) {
        const auto modifier = rest.substr(0, plus);
        if (modifier == "Ctrl")
            chord.modifiers.push_back(ImGuiMod_Ctrl);
        else if (modifier == "Shift")
            chord.modifiers.push_back(ImGuiMod_Shift);
        else if (modifier == "Alt")
            chord.modifiers.push_back(ImGuiMod_Alt);
        rest.remove_prefix(plus + 1);
    }
    const bool is_shifted = rest == "?" || rest == "+";
    if (is_shifted) chord.modifiers.push_back(ImGuiMod_Shift);
    chord.key = key_of_name(rest);
    if (chord.key == ImGuiKey_None) throw std::logic_error(fmt::format("no keyboard has the key “{}”", written));
    // What GLFW sends beside the key: a character, unless Ctrl or Alt is down.
    const bool is_plain = chord.modifiers.empty() || is_shifted;
    if (is_plain && rest.size() == 1)
        chord.character = static_cast<unsigned>(std::tolower(static_cast<unsigned char>(rest[0])));
    return chord;
}

// The characters of a text, one by one.
std::vector<std::string> characters_in(std::string_view text) {
    std::vector<std::string> characters;
    for (const char byte : text)
        if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80 && !characters.empty())
            characters.back() += byte;
        else
            characters.push_back({byte});
    return characters;
}

} // namespace

// --- nowhere -----------------------------------------------------------------------------------------------------

Nowhere::Nowhere(ImVec2 size) : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = size;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.AddFocusEvent(true);
}

Nowhere::~Nowhere() {
    ImGui::SetCurrentContext(context_);
    for (auto* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(context_);
}

void Nowhere::answer_requests() {
    for (auto* texture : ImGui::GetPlatformIO().Textures)
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
}

// --- frames ------------------------------------------------------------------------------------------------------

Room::Room(StillWorld& world, ImVec2 window)
    : size(window), world_(world), nowhere_(window), recorder_(nowhere_.context()), desk_(world.for_desk()),
      app_(desk_, Family::dejavu) {
    frames(4); // routes of shortcuts and the focus need as many
}

// As the window builds a page: again at once when a wish changed it.
void Room::frame() {
    ImGui::SetCurrentContext(&nowhere_.context());
    const auto begin = [this] {
        ImGui::GetIO().DisplaySize = size;
        ImGui::GetIO().DeltaTime = frame_seconds;
    };
    const auto start = std::chrono::steady_clock::now();
    app_.build(size, scale, begin, [this] { nowhere_.answer_requests(); });
    const auto took = std::chrono::steady_clock::now() - start;
    longest_frame_ = std::max(longest_frame_, std::chrono::duration_cast<std::chrono::microseconds>(took));
    ++frames_built_;
    world_.pass_ms(16);
}

void Room::frames(int count) {
    for (int i = 0; i < count; ++i) frame();
}

std::vector<DrawnWords> Room::picture(ImVec2 of_size) {
    ImGui::SetCurrentContext(&nowhere_.context());
    std::vector<DrawnWords> drawn;
    app_.words_log = &drawn;
    bool is_settled = false;
    for (int pass = 0; pass < 8 && !is_settled; ++pass) {
        drawn.clear();
        ImGui::GetIO().DisplaySize = of_size;
        ImGui::GetIO().DeltaTime = frame_seconds;
        ImGui::NewFrame();
        app_.draw_picture(of_size, true);
        ImGui::Render();
        nowhere_.answer_requests();
        is_settled = !app_.run_wishes();
    }
    app_.words_log = nullptr;
    if (!is_settled) throw std::logic_error("the page changes with every picture of it");
    return drawn;
}

// Time without a page being built: nothing is typed, nothing moves.
void Room::wait_ms(int ms) {
    world_.pass_ms(ms);
    nowhere_.context().Time += ms / 1000.0;
    frames(2);
}

// All input taken in, and what it led to drawn.
void Room::let_settle() {
    do frame();
    while (!nowhere_.context().InputEventsQueue.empty());
    frames(2);
}

// --- hands -------------------------------------------------------------------------------------------------------

void Room::press(ImGuiKey key, bool is_down) {
    if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, is_down);
}

void Room::type(std::string_view text) {
    ImGui::SetCurrentContext(&nowhere_.context());
    auto& io = ImGui::GetIO();
    for (const auto& character : characters_in(text)) {
        if (character == "\n") {
            press(ImGuiKey_Enter, true);
            frame();
            press(ImGuiKey_Enter, false);
            ++tally_.keys;
            continue;
        }
        const bool is_plain = character.size() == 1;
        const auto letter_key = is_plain ? key_of_letter(character[0]) : ImGuiKey_None;
        const auto shift = is_plain && wants_shift(character[0]) ? ImGuiMod_Shift : ImGuiKey_None;
        press(static_cast<ImGuiKey>(shift), true);
        press(letter_key, true);
        io.AddInputCharactersUTF8(character.c_str());
        frame();
        press(letter_key, false);
        press(static_cast<ImGuiKey>(shift), false);
        ++tally_.characters;
        do frame();
        while (!nowhere_.context().InputEventsQueue.empty());
    }
    frames(2);
}

void Room::key(std::string_view written) {
    ImGui::SetCurrentContext(&nowhere_.context());
    const auto chord = chord_of(written);
    for (const auto modifier : chord.modifiers) press(modifier, true);
    press(chord.key, true);
    if (chord.character) ImGui::GetIO().AddInputCharacter(chord.character);
    frame();
    press(chord.key, false);
    for (const auto modifier : chord.modifiers) press(modifier, false);
    ++tally_.keys;
    let_settle();
}

void Room::paste(std::string_view text) {
    ImGui::SetCurrentContext(&nowhere_.context());
    ImGui::SetClipboardText(std::string(text).c_str());
    key("Ctrl+V");
}

void Room::point_at(ImVec2 place) {
    ImGui::GetIO().AddMousePosEvent(place.x, place.y);
    ++tally_.mouse;
    frames(2); // what lies under the pointer is known a frame later
}

void Room::button(bool is_down) {
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, is_down);
    ++tally_.mouse;
    frames(2);
}

void Room::click(std::string_view name) {
    ImGui::SetCurrentContext(&nowhere_.context());
    const auto id = item(name).id;
    if (item(name).flags & ImGuiItemFlags_Disabled) throw std::logic_error(fmt::format("“{}” is grey", name));
    point_at(item(name).visible.centre());
    if (nowhere_.context().HoveredId != id) throw std::logic_error(fmt::format("“{}” is covered by something", name));
    button(true);
    button(false);
    let_settle();
    wait_ms(500); // two quick clicks are a double click
}

void Room::drag(std::string_view from, std::string_view to) {
    ImGui::SetCurrentContext(&nowhere_.context());
    const auto start = item(from).visible.centre(), end = item(to).visible.centre();
    point_at(start);
    if (nowhere_.context().HoveredId != item(from).id)
        throw std::logic_error(fmt::format("“{}” is covered by something", from));
    button(true);
    for (int step = 1; step <= 4; ++step) {
        const float share = static_cast<float>(step) / 4;
        point_at({start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share});
    }
    button(false);
    let_settle();
    wait_ms(500);
}

void Room::tab_to(std::string_view field) {
    for (int pressed = 0; pressed < 200; ++pressed) {
        if (focused() == field) return;
        key("Tab");
    }
    throw std::logic_error(fmt::format("Tab never comes to “{}”", field));
}

// --- eyes --------------------------------------------------------------------------------------------------------

const Item& Room::item(std::string_view name) const {
    const Item* found = nullptr;
    for (const auto& one : recorder_.items()) {
        if (one.id == 0 || one.words() != name || one.visible.is_empty()) continue;
        if (found && found->id != one.id) throw std::logic_error(fmt::format("there are several “{}” in sight", name));
        found = &one;
    }
    if (found) return *found;
    std::string names;
    for (const auto& one : recorder_.items())
        if (!one.words().empty() && !one.visible.is_empty()) names += fmt::format("\n  {}", one.words());
    throw std::logic_error(fmt::format("there is no “{}” in sight; there is:{}", name, names));
}

bool Room::has(std::string_view name) const {
    return std::ranges::any_of(recorder_.items(),
                               [&](const Item& one) { return one.words() == name && !one.visible.is_empty(); });
}

std::string Room::text() const {
    std::string text;
    for (const auto& line : recorder_.lines())
        if (!line.visible.is_empty()) text += (text.empty() ? "" : " ") + line.words;
    return text;
}

std::string Room::in_fields() const {
    std::string text;
    for (const auto& one : recorder_.items())
        if (!one.visible.is_empty() && !one.text.empty()) text += (text.empty() ? "" : " ") + one.text;
    return text;
}

bool Room::shows(std::string_view words) const { return text().find(words) != std::string::npos || has(words); }

// A text field has the keyboard once it is active; the frame of the keyboard's cursor around it is not enough.
std::string Room::focused() const {
    const auto& context = nowhere_.context();
    const auto id = context.ActiveId ? context.ActiveId : context.NavCursorVisible ? context.NavId : 0;
    const auto* found = id ? recorder_.find(id) : nullptr;
    if (!found || ((found->status & ImGuiItemStatusFlags_Inputable) && id != context.ActiveId)) return {};
    return std::string(found->words());
}

} // namespace avow::screen
