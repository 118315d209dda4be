// From keys to commands, by the table of desk/commands.
#include "desk/commands.hpp"
#include "desk/rehearsal.hpp"
#include "screen/frame.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace avow::screen {

namespace {

const std::map<std::string_view, ImGuiKey>& named_keys() {
    static const std::map<std::string_view, ImGuiKey> keys = {
        {"PageDown", ImGuiKey_PageDown}, {"PageUp", ImGuiKey_PageUp},
        {"Return", ImGuiKey_Enter},      {"Escape", ImGuiKey_Escape},
        {"Tab", ImGuiKey_Tab},           {"Up", ImGuiKey_UpArrow},
        {"Down", ImGuiKey_DownArrow},    {"Left", ImGuiKey_LeftArrow},
        {"Right", ImGuiKey_RightArrow},  {"Equal", ImGuiKey_Equal},
        {"Minus", ImGuiKey_Minus},       {"Backspace", ImGuiKey_Backspace},
        {"Home", ImGuiKey_Home},         {"End", ImGuiKey_End},
        {"Delete", ImGuiKey_Delete},     {"KeypadSubtract", ImGuiKey_KeypadSubtract},
        {"Space", ImGuiKey_Space}};
    return keys;
}

ImGuiKey key_named(std::string_view name) {
    if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z')
        return static_cast<ImGuiKey>(ImGuiKey_A + (name[0] - 'A'));
    if (name.size() == 1 && name[0] >= '0' && name[0] <= '9')
        return static_cast<ImGuiKey>(ImGuiKey_0 + (name[0] - '0'));
    if (name.size() >= 2 && name[0] == 'F')
        return static_cast<ImGuiKey>(ImGuiKey_F1 + std::stoi(std::string(name.substr(1))) - 1);
    const auto found = named_keys().find(name);
    IM_ASSERT(found != named_keys().end() && "a key of the command table that no keyboard has");
    return found->second;
}

struct Chord {
    int modifiers = 0;
    ImGuiKey key = ImGuiKey_None;
};

Chord chord_of(std::string_view written) {
    Chord chord;
    for (auto plus = written.find('+'); plus != std::string_view::npos; plus = written.find('+')) {
        const auto modifier = written.substr(0, plus);
        chord.modifiers |= modifier == "Ctrl" ? ImGuiMod_Ctrl : modifier == "Shift" ? ImGuiMod_Shift : ImGuiMod_Alt;
        written.remove_prefix(plus + 1);
    }
    chord.key = key_named(written);
    return chord;
}

// The chords pressed since the last frame, each with the modifiers held as it went down: a chord tapped within one frame
// has let its modifiers go by the end of it.
std::vector<Chord> chords_of_frame() {
    const auto& context = *ImGui::GetCurrentContext();
    std::vector<Chord> chords;
    int modifiers = context.IO.KeyMods;
    for (int i = context.InputEventsTrail.Size - 1; i >= 0; --i) { // backwards, taking each change of a modifier back
        const auto& event = context.InputEventsTrail[i];
        if (event.Type != ImGuiInputEventType_Key) continue;
        const int key = event.Key.Key;
        if ((key & ImGuiMod_Mask_) != 0)
            modifiers = event.Key.Down ? modifiers & ~key : modifiers | key;
        else if (event.Key.Down)
            chords.push_back({modifiers & (ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiMod_Alt), event.Key.Key});
    }
    std::ranges::reverse(chords);
    return chords;
}

bool is_character(std::string_view written) { return written == "?" || written == "+" || written == "."; }

bool types_a_character(const Chord& chord) {
    const bool is_letter = chord.key >= ImGuiKey_0 && chord.key <= ImGuiKey_Z;
    const bool is_sign = chord.key >= ImGuiKey_Apostrophe && chord.key <= ImGuiKey_GraveAccent;
    const bool is_on_pad = chord.key >= ImGuiKey_Keypad0 && chord.key <= ImGuiKey_KeypadAdd;
    return (chord.modifiers & (ImGuiMod_Ctrl | ImGuiMod_Alt)) == 0 &&
           (is_letter || is_sign || is_on_pad || chord.key == ImGuiKey_Space || chord.key == ImGuiKey_Oem102);
}

// A key that stays down goes on typing its character; a command it was pressed for is meant once.
bool is_held_down() {
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
        const bool is_modifier = key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper;
        if (!is_modifier && ImGui::GetKeyData(static_cast<ImGuiKey>(key))->DownDuration > .15f) return true;
    }
    return false;
}

bool is_pressed(std::string_view written) {
    const auto& io = ImGui::GetIO();
    if (is_character(written)) // wherever the keyboard has it
        return !is_held_down() && std::ranges::find(io.InputQueueCharacters, static_cast<ImWchar>(written[0])) !=
                                      io.InputQueueCharacters.end();
    const auto wanted = chord_of(written);
    for (const auto& chord : chords_of_frame()) {
        const bool is_return = wanted.key == ImGuiKey_Enter && chord.key == ImGuiKey_KeypadEnter;
        const bool is_digit = wanted.key >= ImGuiKey_0 && wanted.key <= ImGuiKey_9 &&
                              chord.key - ImGuiKey_Keypad0 == wanted.key - ImGuiKey_0; // of the number pad
        if (chord.modifiers == wanted.modifiers && (chord.key == wanted.key || is_return || is_digit)) return true;
    }
    // Held down, the arrows and page keys go on.
    const bool repeats = wanted.key >= ImGuiKey_LeftArrow && wanted.key <= ImGuiKey_PageDown;
    const int held = io.KeyMods & (ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiMod_Alt);
    return repeats && held == wanted.modifiers && ImGui::GetKeyData(wanted.key)->DownDuration > 0 &&
           ImGui::IsKeyPressed(wanted.key, true);
}

bool types_something(std::string_view written) {
    return !(written.size() >= 2 && written[0] == 'F' && written[1] >= '0' && written[1] <= '9');
}

// A panel over the page keeps the page's keys from being pressed blindly.
bool reaches_past_panel(const desk::Command& row) {
    return row.id == "edit.leave" || row.id == "app.quit" || row.id == "edit.history" || row.id == "session.open" ||
           row.id == "people.roster" || row.id == "view.palette" || row.id == "view.keys" ||
           row.id == "view.full_screen" || row.id == "view.look" || row.id == "view.audience" ||
           row.id == "view.next_monitor" || row.id == "view.larger_text" || row.id == "view.smaller_text" ||
           row.id == "view.usual_text";
}

bool may_fire(const desk::Desk& desk, const desk::Command& row, std::string_view key) {
    if (desk.panel != desk::Panel::none && !reaches_past_panel(row)) return false;
    // Behind a blank screen nobody sees what a key would do.
    if (desk::is_blank_here(desk) && row.id != "view.blank" && row.id != "edit.leave" && row.id != "app.quit")
        return false;
    const bool is_typing = ImGui::GetIO().WantTextInput;
    if (!is_typing || !types_something(key)) return true;
    if (row.while_typing == desk::WhileTyping::always) return true;
    // Dear ImGui's own undo is the field's while there is something in it; an empty field leaves it to the page.
    const bool is_entry = desk.entry.purpose != desk::Purpose::nothing && desk.panel == desk::Panel::none;
    return row.while_typing == desk::WhileTyping::only_in_empty_field && is_entry && desk.entry.text.empty();
}

// Any key leaves the test card, but those that are tried out on it.
bool leaves_test_card(Wishes& wishes) {
    const auto& io = ImGui::GetIO();
    for (const auto& row : desk::commands())
        if (row.id == "view.look" || row.id == "view.next_monitor" || row.id == "view.audience")
            for (const auto key : row.keys)
                if (is_pressed(key)) return false;
    const bool is_any = !io.InputQueueCharacters.empty() || ImGui::IsMouseClicked(ImGuiMouseButton_Left) ||
                        std::ranges::any_of(chords_of_frame(), [](const Chord& chord) {
                            return chord.key < ImGuiKey_LeftCtrl || chord.key > ImGuiKey_RightSuper;
                        });
    if (is_any) wishes.add([](desk::Desk& d) { d.screens.is_test_card = false; });
    return is_any;
}

} // namespace

// What a statement takes beside its words, at Capture: one of the facilitator's timings.
void count_keys_of_rehearsal(const desk::Desk& desk, Wishes& wishes) {
    if (!desk.rehearsal || desk.session().stage != Stage::capture) return;
    for (const auto& chord : chords_of_frame())
        if (!types_a_character(chord) && (chord.key < ImGuiKey_LeftCtrl || chord.key > ImGuiKey_RightSuper))
            wishes.add([](desk::Desk& d) {
                if (d.rehearsal) d.rehearsal->count_key();
            });
}

bool has_menu_open() { return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel); }

void dispatch_keys(const desk::Desk& desk, Wishes& wishes) {
    if (has_menu_open()) {
        if (is_pressed("Escape") || is_pressed("F10")) ImGui::ClosePopupToLevel(0, true);
        return;
    }
    if (desk.screens.is_test_card && leaves_test_card(wishes)) return;
    for (const auto& row : desk::commands()) {
        if (!row.is_offered(desk)) continue;
        for (std::size_t key = 0; key < row.keys.size(); ++key) {
            if (!is_pressed(row.keys[key]) || !may_fire(desk, row, row.keys[key])) continue;
            // A form's field answers on being left; a command must not take away what was typed in it.
            if (ImGui::GetIO().WantTextInput && desk.entry.purpose == desk::Purpose::nothing) ImGui::ClearActiveID();
            if (const auto refusal = row.why_not(desk))
                wishes.add([refusal](desk::Desk& d) { d.say(desk::Tone::refused, refusal->sentence); });
            else
                wishes.add([&row, key](desk::Desk& d) { desk::run(row, d, key); });
            return; // one key, one command: the first row that is offered
        }
    }
}

} // namespace avow::screen
