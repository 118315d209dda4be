// Dear ImGui's ends of the wires: its test engine's four hooks, and its assert. Compiled into avow_imgui, since
// that library calls these functions. The hooks reach the recorder through the context; null means nobody reads.
#include "screen/imgui_hooks.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cstdarg>
#include <cstddef>
#include <stdexcept>
#include <utility>

void avow_imgui_assert(const char* what, const char* file, int line) {
    throw std::logic_error(std::string("Dear ImGui: ") + what + " does not hold at " + file + ":" +
                           std::to_string(line));
}

namespace avow::screen {
namespace {

Recorder* recorder_of(ImGuiContext& context) { return static_cast<Recorder*>(context.TestEngine); }

Box box_of(const ImRect& rect) { return {rect.Min, rect.Max}; }

// A window is an item too, and its own clip rectangle is for what lies in it: a child is clipped by its parent,
// and nothing clips the others.
const ImGuiWindow* clipping_window(const ImGuiWindow* window, ImGuiID id) {
    if (window && window->ID == id)
        return window->Flags & ImGuiWindowFlags_ChildWindow ? window->ParentWindow : nullptr;
    return window;
}

// What Dear ImGui adds without a label: scroll bars, and children, which it calls "Parent/Name_1A2B3C4D". Empty for all else.
std::string name_of_its_own(const ImGuiWindow& window, ImGuiID id) {
    if (auto* of = const_cast<ImGuiWindow*>(&window); window.IDStack.Size == 1) { // as it is where they are drawn
        if (window.ScrollbarY && id == ImGui::GetWindowScrollbarID(of, ImGuiAxis_Y)) return "Scroll bar";
        if (window.ScrollbarX && id == ImGui::GetWindowScrollbarID(of, ImGuiAxis_X)) return "Scroll bar, sideways";
    }
    for (const auto* child : window.DC.ChildWindows) {
        if (child->ChildId != id) continue;
        const std::string_view name(child->Name);
        const auto from = name.rfind('/') + 1, to = name.rfind('_');
        return std::string(name.substr(from, to > from ? to - from : name.npos)) + " area";
    }
    return {};
}

Item item_of(const ImGuiContext& context, ImGuiID id, const ImRect& rect) {
    const ImGuiWindow* window = context.CurrentWindow;
    ImRect visible = rect;
    if (const ImGuiWindow* clip = clipping_window(window, id)) visible.ClipWith(clip->ClipRect);
    Item item;
    item.id = id;
    item.window = window ? window->ID : 0;
    item.rect = box_of(rect);
    item.visible = box_of(visible);
    return item;
}

} // namespace

Recorder::Recorder(ImGuiContext& context) : context_(context) {
    if (context.TestEngine) throw std::logic_error("this context of Dear ImGui has a recorder already");
    context.TestEngine = this;
    context.TestEngineHookItems = true;
}

Recorder::~Recorder() {
    context_.TestEngineHookItems = false;
    context_.TestEngine = nullptr;
}

const Item* Recorder::find(ImGuiID id) const {
    for (auto item = items_.rbegin(); item != items_.rend(); ++item)
        if (item->id == id) return &*item;
    return nullptr;
}

// Almost always the last one: Dear ImGui names an item right after it has placed it.
Item* Recorder::newest(ImGuiID id) { return const_cast<Item*>(std::as_const(*this).find(id)); }

// The first item of a frame, and not its end, clears the last one: between frames the list is there to be read.
void Recorder::turn_page() {
    if (frame_ == context_.FrameCount) return;
    frame_ = context_.FrameCount;
    items_.clear();
    lines_.clear();
}

void Recorder::add(Item item) {
    turn_page();
    items_.push_back(std::move(item));
}

void Recorder::add(Line line) {
    turn_page();
    lines_.push_back(std::move(line));
}

void Recorder::name(ImGuiID id, std::string_view label, int status) {
    turn_page();
    Item* item = newest(id);
    if (!item) return;
    item->label = label;
    item->status = status;
}

void Recorder::fill(ImGuiID id, std::string_view text, bool is_secret) {
    Item* item = newest(id);
    if (!item) return;
    item->is_secret = is_secret;
    if (!is_secret) item->text = text;
}

void accessible_text(std::string_view text, bool is_secret) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    if (auto* recorder = recorder_of(context)) recorder->fill(context.LastItemData.ID, text, is_secret);
}

void accessible_name(std::string_view name) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    Recorder* recorder = recorder_of(context);
    if (!recorder) return;

    const ImGuiLastItemData& last = context.LastItemData;
    const Item* known = last.ID != 0 ? recorder->find(last.ID) : nullptr;
    if (known) {
        // Checked, Opened and the like are said once, with the widget's own label, and must not be lost.
        recorder->name(last.ID, name, known->status | last.StatusFlags);
        return;
    }
    Item item = item_of(context, last.ID, last.Rect);
    item.flags = last.ItemFlags;
    item.status = last.StatusFlags;
    item.label = name;
    recorder->add(std::move(item));
}

namespace {

// Whose list it is; 0: that of no window, which lies over all of them.
ImGuiID window_of(const ImDrawList& list) {
    const auto& context = *ImGui::GetCurrentContext();
    if (context.CurrentWindow && context.CurrentWindow->DrawList == &list) return context.CurrentWindow->ID;
    const auto found = std::ranges::find(context.Windows, &list, &ImGuiWindow::DrawList);
    return found == context.Windows.end() ? 0 : (*found)->ID;
}

} // namespace

void accessible_line(const ImDrawList& list, std::string_view words, Box rect, ImU32 colour, int first_vertex,
                     bool lacks_letters) {
    Recorder* recorder = recorder_of(*ImGui::GetCurrentContext());
    if (!recorder) return;
    ImRect visible(rect.min, rect.max);
    visible.ClipWith(ImRect(list._CmdHeader.ClipRect));
    Line line{std::string(words), window_of(list), rect, box_of(visible), colour, {}, {}, lacks_letters};
    for (int i = first_vertex; i + 3 < list.VtxBuffer.Size; i += 4) {
        line.letters.push_back({list.VtxBuffer[i].pos, list.VtxBuffer[i + 2].pos});
        line.pictures.push_back({list.VtxBuffer[i].uv, list.VtxBuffer[i + 2].uv});
    }
    recorder->add(std::move(line));
}

} // namespace avow::screen

// ---- the four hooks, called by Dear ImGui by these names ------------------------------------------------------

using avow::screen::Item;
using avow::screen::recorder_of;

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect, const ImGuiLastItemData* last) {
    auto* recorder = recorder_of(*context);
    if (!recorder || id == 0) return;
    Item item = avow::screen::item_of(*context, id, rect);
    if (last) item.flags = last->ItemFlags;
    if (const auto* window = context->CurrentWindow) item.label = avow::screen::name_of_its_own(*window, id);
    recorder->add(std::move(item));
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label, ImGuiItemStatusFlags status) {
    if (auto* recorder = recorder_of(*context); recorder && label) recorder->name(id, label, status);
}

void ImGuiTestEngineHook_Log(ImGuiContext* context, const char* format, ...) {
    auto* recorder = recorder_of(*context);
    if (!recorder) return;
    ImGuiTextBuffer line;
    std::va_list arguments;
    va_start(arguments, format);
    line.appendfv(format, arguments);
    va_end(arguments);
    recorder->write_log({line.begin(), static_cast<std::size_t>(line.size())});
}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext* context, ImGuiID id) {
    auto* recorder = recorder_of(*context);
    const Item* item = recorder ? recorder->find(id) : nullptr;
    return item ? item->label.c_str() : nullptr;
}
