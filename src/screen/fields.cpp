#include "screen/fields.hpp"

#include "screen/imgui_hooks.hpp"
#include "screen/painter.hpp"
#include "session/text.hpp"

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

// Words in place of a field's own, or right below it: from the edge they are read from. Of what is longer than the field,
// the end, which is where it is being typed.
void set_within(Painter& paint, Rect room, const std::string& text, const Setting& set, bool is_right_to_left) {
    const float width = paint.width_of(text, set);
    const bool is_at_right = (width <= room.width) == is_right_to_left;
    paint.list()->PushClipRect({room.x, room.y}, {room.right(), room.bottom()}, true);
    paint.words(is_at_right ? room.right() - width : room.x, room.y + (room.height - set.line()) / 2, text, set);
    paint.list()->PopClipRect();
}

// A field of one line turns line breaks into spaces; a list that is being pasted into it is taken before it gets there.
std::optional<std::string> take_pasted_lines(ImGuiID field) {
    if (ImGui::GetActiveID() != field) return std::nullopt;
    for (const auto& [modifier, key] : {std::pair{ImGuiMod_Ctrl, ImGuiKey_V}, {ImGuiMod_Shift, ImGuiKey_Insert}}) {
        if (!ImGui::IsKeyChordPressed(modifier | key)) continue;
        const char* pasted = ImGui::GetClipboardText();
        if (!pasted || lines_of_list(pasted).size() < 2) return std::nullopt;
        ImGui::SetKeyOwner(key, ImGui::GetID("page"), ImGuiInputFlags_LockThisFrame);
        return pasted;
    }
    return std::nullopt;
}

} // namespace

bool Fields::input(const char* id, std::string& text, const Look& look, ImGuiInputTextFlags flags) {
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
    shaped_below_ = 0;
    if (type_ && !look.is_secret && ImGui::IsItemVisible() && needs_shaping(text))
        shaped_below_ = show_shaped(text, look);
    accessible_text(text, look.is_secret);
    return is_changed;
}

// Dear ImGui's own fields set letter after letter. While one is typed into, what it holds is shown below it as it is
// written; left alone, in its place.
float Fields::show_shaped(const std::string& text, const Look& look) const {
    const auto min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
    const auto padding = ImGui::GetStyle().FramePadding;
    const bool is_right_to_left = type_->line(text, Weight::regular).is_right_to_left;
    Setting set{Weight::regular, type_->em_for_size(ImGui::GetFontSize()), colours_->ink, 1.35f};
    Painter here(ImGui::GetWindowDrawList(), *colours_, *type_);
    if (look.beneath > 0) {
        set.em = look.beneath;
        set.colour = colours_->quiet;
        set_within(here, {min.x + padding.x, max.y, max.x - min.x - 2 * padding.x, set.line()}, text, set,
                   is_right_to_left);
        return set.line();
    }
    if (!ImGui::IsItemActive()) {
        if (look.lines > 1) return 0; // it is a window of its own, which lies on top
        const Rect inner = Rect{min.x, min.y, max.x - min.x, max.y - min.y}.inset(1);
        here.fill(inner, colours_->field, ImGui::GetStyle().FrameRounding);
        set_within(here, {min.x + padding.x, min.y, max.x - min.x - 2 * padding.x, max.y - min.y}, text, set,
                   is_right_to_left);
        return 0;
    }
    constexpr std::size_t most_lines = 6;
    set.colour = colours_->quiet;
    Painter above(ImGui::GetForegroundDrawList(), *colours_, *type_);
    const auto lines = above.wrap(text, set, max.x - min.x - 2 * padding.x, most_lines);
    Rect box{min.x, max.y + 2, max.x - min.x, lines.height + padding.y};
    const bool is_above = box.bottom() > ImGui::GetIO().DisplaySize.y;
    if (is_above) box.y = min.y - 2 - box.height;
    above.fill(box, colours_->card, ImGui::GetStyle().FrameRounding);
    above.frame(box, colours_->hairline, 1, ImGui::GetStyle().FrameRounding);
    above.words(box.x + padding.x, box.y + padding.y / 2, lines, set);
    return is_above ? 0 : box.height;
}

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
    if (look.takes_lines) line.pasted_lines = take_pasted_lines(item);
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
    const bool is_changed = input(id, text, {.width = -1, .hint = "", .lines = lines, .name = name}, 0);
    if (shaped_below_ > 0) ImGui::Dummy({0, shaped_below_}); // or it would lie over what comes next
    return is_changed;
}

std::optional<std::string> Fields::adding(const char* id, const Look& look, std::optional<std::string>* pasted_lines) {
    const ImGuiID item = ImGui::GetID(id);
    if (pasted_lines) *pasted_lines = take_pasted_lines(item);
    adding_name_ = look.name;
    const bool is_taken = input(id, adding_, look, ImGuiInputTextFlags_EnterReturnsTrue);
    if (pasted_lines && *pasted_lines) {
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
