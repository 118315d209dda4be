#include "screen/fields.hpp"

#include "screen/imgui_hooks.hpp"

#include <imgui_internal.h>

#include <utility>

namespace avow::screen {

namespace {

int grow(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
    auto& text = *static_cast<std::string*>(data->UserData);
    text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text.data();
    return 0;
}

bool input(const char* id, std::string& text, const Fields::Look& look, ImGuiInputTextFlags flags) {
    flags |= ImGuiInputTextFlags_CallbackResize;
    if (look.is_secret) flags |= ImGuiInputTextFlags_Password;
    bool is_changed = false;
    if (look.lines > 1) {
        const float height =
            ImGui::GetTextLineHeight() * static_cast<float>(look.lines) + ImGui::GetStyle().FramePadding.y * 2;
        is_changed =
            ImGui::InputTextMultiline(id, text.data(), text.capacity() + 1, {look.width, height}, flags, grow, &text);
    } else {
        ImGui::SetNextItemWidth(look.width);
        is_changed = ImGui::InputTextWithHint(id, look.hint, text.data(), text.capacity() + 1, flags, grow, &text);
    }
    accessible_name(look.name.empty() ? std::string_view(id) : look.name);
    accessible_text(text, look.is_secret);
    return is_changed;
}

} // namespace

std::optional<std::string> Fields::text(const char* id, const std::string& current, const Look& look) {
    const ImGuiID item = ImGui::GetID(id);
    std::string shown = draft_of_ == item ? draft_ : current;
    input(id, shown, look, look.lines > 1 ? ImGuiInputTextFlags_CtrlEnterForNewLine : 0);
    if (ImGui::IsItemActivated()) draft_of_ = item;
    if (draft_of_ != item) return std::nullopt;
    draft_ = shown;
    draft_name_ = draft_ == current ? std::string_view{} : look.name;
    if (!ImGui::IsItemDeactivated()) return std::nullopt;
    draft_of_ = 0;
    draft_name_.clear();
    if (look.goes_on && (ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter))) {
        ImGui::SetKeyboardFocusHere();
        has_moved_on_ = true;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Escape) || draft_ == current) return std::nullopt;
    return draft_;
}

std::optional<Fields::Typing> Fields::typing() const {
    if (!draft_name_.empty()) return Typing{draft_name_, draft_};
    if (!adding_.empty()) return Typing{adding_name_, adding_};
    return std::nullopt;
}

Fields::Line Fields::line(const char* id, const std::string& current, std::uint64_t generation, bool wants_keyboard,
                          const Look& look) {
    const ImGuiID item = ImGui::GetID(id);
    const bool is_active = ImGui::GetActiveID() == item;
    // Whoever is being clicked or typed into keeps the keyboard until they let go.
    if (wants_keyboard && !is_active && ImGui::GetActiveID() == 0) ImGui::SetKeyboardFocusHere();
    Line line;
    line.text = current;
    auto& seen = seen_generations_[item];
    if (seen != generation && is_active)
        if (auto* state = ImGui::GetInputTextState(item))
            look.selects_all ? state->ReloadUserBufAndSelectAll() : state->ReloadUserBufAndMoveToEnd();
    if (is_active || !wants_keyboard) seen = generation;
    // An empty field has nothing to take back; Dear ImGui would bring back words that were said long ago.
    if (is_active && current.empty())
        for (const auto key : {ImGuiKey_Z, ImGuiKey_Y})
            ImGui::SetKeyOwner(key, ImGui::GetID("page"), ImGuiInputFlags_LockThisFrame);
    // Return keeps the field: leaving and entering it again would lose a letter of whoever types fast.
    auto& io = ImGui::GetIO();
    const bool usually = std::exchange(io.ConfigInputTextEnterKeepActive, true);
    line.is_done = input(id, line.text, look, ImGuiInputTextFlags_EnterReturnsTrue);
    io.ConfigInputTextEnterKeepActive = usually;
    // Escape would give the words back that were there on entering; what is half typed is not thrown away.
    if (is_active && ImGui::IsKeyPressed(ImGuiKey_Escape)) line.text = current;
    line.is_changed = line.text != current;
    // Activation and Return select everything; what was typed before must not be typed over.
    const bool selects_all = look.selects_all && !line.is_done; // what was refused is mended, not typed over
    if (ImGui::IsItemActivated() || line.is_done)
        if (auto* state = ImGui::GetInputTextState(item))
            selects_all ? state->ReloadUserBufAndSelectAll() : state->ReloadUserBufAndMoveToEnd();
    return line;
}

bool Fields::is_news(const std::string& what, const std::string& value) {
    return std::exchange(seen_[what], value) != value;
}

bool Fields::area(const char* id, std::string& text, int lines, std::string_view name) {
    return input(id, text, {.width = -1, .hint = "", .lines = lines, .name = name}, 0);
}

std::optional<std::string> Fields::adding(const char* id, const Look& look, bool* is_pasting_lines) {
    const ImGuiID item = ImGui::GetID(id);
    // A field of one line turns line breaks into spaces; a pasted list is taken before it gets there.
    if (is_pasting_lines && ImGui::GetActiveID() == item && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_V)) {
        const char* pasted = ImGui::GetClipboardText();
        if (pasted && std::string_view(pasted).find('\n') != std::string_view::npos) {
            *is_pasting_lines = true;
            ImGui::SetKeyOwner(ImGuiKey_V, ImGui::GetID("page"), ImGuiInputFlags_LockThisFrame);
        }
    }
    adding_name_ = look.name;
    const bool is_taken = input(id, adding_, look, ImGuiInputTextFlags_EnterReturnsTrue);
    if (is_pasting_lines && *is_pasting_lines) {
        if (auto* state = ImGui::GetInputTextState(item)) state->ReloadUserBufAndMoveToEnd();
        adding_.clear();
        return std::nullopt;
    }
    if (!is_taken) return std::nullopt;
    ImGui::SetKeyboardFocusHere(-1);
    if (auto* state = ImGui::GetInputTextState(item)) state->ReloadUserBufAndMoveToEnd();
    auto taken = std::exchange(adding_, {});
    if (taken.empty()) return std::nullopt;
    return taken;
}

} // namespace avow::screen
