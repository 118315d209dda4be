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
    draw_reading(frame);
    std::vector<TwoLines> rows;
    for (const auto& hit : found) rows.push_back({fmt::format("Found {}", rows.size() + 1), hit.words, place_of(hit)});
    const auto clicked = draw_rows(frame, rows, row, when_empty(frame.desk));
    const auto chosen = line.is_done && !found.empty() ? std::optional(row) : clicked;
    if (chosen) frame.wishes.add([place = *chosen](desk::Desk& d) { d.open_found(place); });
    end_panel();
}

} // namespace avow::screen
