// What was done, the newest first: found by its words, and gone back to.
#include "desk/history_rows.hpp"
#include "desk/verbs.hpp"
#include "screen/frame.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;
using desk::HistoryRow;
using What = HistoryRow::What;

float height_of_row(const Frame& frame) { return std::round(frame.text * 1.9f); }

const char* word_for(What what) {
    return what == What::undone ? "undone" : what == What::passed_over ? "passed over" : "";
}

void draw_step(Frame& frame, Painter& paint, const Rect& rect, const HistoryRow& row, bool is_new_minute) {
    const float pad = frame.text * .7f, y = rect.y + (rect.height - frame.plain().line()) / 2;
    if (is_new_minute) paint.words(rect.x + pad, y, row.clock, frame.quiet());
    const float x = rect.x + pad + frame.text * 4;
    const std::string word = word_for(row.what);
    float width = rect.right() - pad - x;
    if (!word.empty()) {
        paint.words_right(rect.right() - pad, y, word, frame.quiet());
        width -= paint.width_of(word, frame.quiet()) + frame.text;
    }
    const auto set = row.what == What::holds ? frame.plain() : frame.quiet();
    paint.sentence(x, y, paint.fitted(row.words, set, width), set);
}

void draw_heading(Frame& frame, Painter& paint, const Rect& rect, const HistoryRow& row) {
    auto set = frame.strong();
    const float y = rect.y + rect.height - set.line() - frame.text * .2f;
    paint.words(rect.x + frame.text * .7f, y, row.words, set);
    paint.rule(rect.x, rect.bottom() - 1, rect.width, paint.colours.hairline, 1);
}

// The row in hand after the keys of this frame, of so many.
int moved_row(Frame& frame, int last, int page) {
    int row = std::clamp(frame.desk.palette_row, 0, std::max(0, last));
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) row += 1;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) row -= 1;
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) row += page;
    if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) row -= page;
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Home)) row = 0;
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_End)) row = last;
    row = std::clamp(row, 0, std::max(0, last));
    if (row != frame.desk.palette_row) frame.wishes.add([row](Desk& d) { d.palette_row = row; });
    return row;
}

void draw_rows_in_sight(Frame& frame, const desk::HistoryList& list, std::size_t in_hand) {
    const auto& rows = list.rows();
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), height_of_row(frame));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto place = static_cast<std::size_t>(i);
            const auto& row = rows[place];
            const auto at = ImGui::GetCursorScreenPos();
            const Rect rect{at.x, at.y, ImGui::GetContentRegionAvail().x, height_of_row(frame)};
            ImGui::PushID(i);
            if (row.what == What::stage) {
                draw_heading(frame, paint, rect, row);
            } else {
                if (place == in_hand) {
                    paint.fill(rect, paint.colours.selected, frame.text * .3f);
                    paint.frame(rect.inset(1), paint.colours.accent, std::max(1.f, frame.text * .1f), frame.text * .3f);
                }
                const bool is_new_minute =
                    place == 0 || rows[place - 1].clock != row.clock || i == clipper.DisplayStart || place == in_hand;
                draw_step(frame, paint, rect, row, is_new_minute);
                if (spot(fmt::format("{} {}", row.clock, row.words), rect)) {
                    const auto& steps = list.steps();
                    const auto step = static_cast<int>(std::ranges::lower_bound(steps, place) - steps.begin());
                    frame.wishes.add([step](Desk& d) { d.palette_row = step; });
                }
            }
            ImGui::Dummy({1, rect.height});
            ImGui::PopID();
        }
    ImGui::PopStyleVar();
}

void scroll_to(Frame& frame, std::size_t place) {
    const float height = height_of_row(frame), top = static_cast<float>(place) * height;
    const float seen = ImGui::GetWindowHeight(), scrolled = ImGui::GetScrollY();
    if (top < scrolled + height)
        ImGui::SetScrollY(std::max(0.f, top - height)); // with what stands above it, perhaps its heading
    else if (top + height > scrolled + seen)
        ImGui::SetScrollY(top + height - seen);
}

std::string advice(const Desk& desk) {
    if (const auto refusal = desk::why_not_go_back(desk)) return refusal->sentence;
    return "Return goes back to just after the row in hand, Shift Return to just before it. Nothing is lost: redo goes "
           "forward again.";
}

} // namespace

void history_view(Frame& frame, Rect whole) {
    begin_panel(frame, "What was done", whole, 60, .8f);
    const auto line = frame.fields.line("##history", frame.desk.palette_words, 0, !frame.is_still,
                                        {.hint = "words to find: a name, a stage, 14:05 …", .name = "Find a step"});
    if (line.is_changed) frame.wishes.add([text = line.text](Desk& d) { d.palette_words = text, d.palette_row = 0; });
    auto& list = frame.desk.history_list();
    list.look(frame.desk.history(), line.text, [&](Moment at) { return frame.desk.wall_clock(at).substr(0, 5); });
    const auto& steps = list.steps();
    const auto at = ImGui::GetCursorScreenPos();
    const auto lines = frame.paint.wrap(advice(frame.desk), frame.fine(), ImGui::GetContentRegionAvail().x, 2);
    Painter(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type).words(at.x, at.y, lines, frame.fine());
    ImGui::Dummy({1, lines.height});
    const int page = std::max(1, static_cast<int>(ImGui::GetContentRegionAvail().y / height_of_row(frame)) - 2);
    const int row = moved_row(frame, static_cast<int>(steps.size()) - 1, page);
    ImGui::BeginChild("Steps");
    if (steps.empty()) {
        const auto below = ImGui::GetCursorScreenPos();
        Painter(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type)
            .words(below.x, below.y, line.text.empty() ? "Nothing yet" : "Nothing that was done has these words",
                   frame.quiet());
    } else {
        const auto in_hand = steps[static_cast<std::size_t>(row)];
        const auto entry = list.rows()[in_hand].entry;
        if (frame.fields.is_news("history row", fmt::format("{} {} {}", row, steps.size(), entry)))
            scroll_to(frame, in_hand);
        draw_rows_in_sight(frame, list, in_hand);
        if (line.is_done)
            frame.wishes.add([entry, to_before = ImGui::GetIO().KeyShift](Desk& d) {
                d.panel = desk::Panel::none;
                desk::go_back_to(d, entry, to_before);
            });
    }
    ImGui::EndChild();
    end_panel();
}

} // namespace avow::screen
