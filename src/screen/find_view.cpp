// Finding what was said in all sessions of the folder: a field, and under it each place with its day, team and speaker.
#include "desk/desk.hpp"
#include "screen/frame.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

std::string place_of(const storage::Hit& hit) {
    auto place = fmt::format("{}   {}", spoken_with_year(hit.date), hit.team);
    if (!hit.who.empty()) place += "   " + hit.who;
    place += ", " + hit.kind;
    return hit.theme.empty() ? place : place + "   " + hit.theme;
}

void draw_hit(Frame& frame, Painter& paint, const storage::Hit& hit, Rect row) {
    const float x = row.x + frame.text * .7f;
    const float width = row.width - frame.text * 2;
    paint.words(x, row.y + frame.text * .25f, paint.fitted(hit.words, frame.strong(), width), frame.strong());
    paint.words(x, row.y + frame.text * 1.6f, paint.fitted(place_of(hit), frame.fine(), width), frame.fine());
}

std::string when_empty(const desk::Desk& desk) {
    if (!desk.palette_words.empty() && desk.is_reading()) return "Nobody said that in the sessions read so far";
    return desk.palette_words.empty() ? "Every session of the folder is looked through, the newest first"
                                      : "Nobody said that in the sessions of this folder";
}

// While the index is brought up to date and that takes long; what has been read is found already.
void draw_reading(Frame& frame) {
    const auto reading = frame.desk.reading();
    if (reading.all == 0) return;
    const auto at = ImGui::GetCursorScreenPos();
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    paint.words(at.x, at.y, sentence_of(reading), frame.fine());
    ImGui::Dummy({1, frame.text * 1.3f});
}

} // namespace

void find_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Find what was said", whole, 62, .8f);
    const auto line = frame.fields.line("##find", frame.desk.palette_words, 0, !frame.is_still,
                                        {.hint = "words anybody said", .name = "Find what was said field"});
    if (line.is_changed) frame.wishes.add([text = line.text](desk::Desk& d) { d.look_for(text); });
    const auto& found = frame.desk.hits;
    const auto row = static_cast<std::size_t>(row_in_hand(frame, static_cast<int>(found.size()) - 1));
    if (line.is_done && !found.empty()) frame.wishes.add([row](desk::Desk& d) { d.open_found(row); });
    draw_reading(frame);
    ImGui::BeginChild("Places");
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    if (found.empty()) {
        const auto at = ImGui::GetCursorScreenPos();
        paint.words(at.x, at.y + frame.text * .5f, when_empty(frame.desk), frame.quiet());
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        ImGui::PushID(static_cast<int>(i)); // what was found has no id of its own: one card may be found twice
        const auto at = ImGui::GetCursorScreenPos();
        const Rect rect{at.x, at.y, ImGui::GetContentRegionAvail().x, frame.text * 3.1f};
        if (i == row) {
            paint.fill(rect, frame.paint.colours.selected, frame.text * .4f);
            ImGui::SetScrollFromPosY(at.y + rect.height / 2 - ImGui::GetWindowPos().y, .5f);
        }
        if (spot(fmt::format("Found {}", i + 1), rect)) frame.wishes.add([i](desk::Desk& d) { d.open_found(i); });
        draw_hit(frame, paint, found[i], rect);
        ImGui::Dummy({1, rect.height});
        ImGui::PopID();
    }
    ImGui::EndChild();
    end_panel();
}

} // namespace avow::screen
