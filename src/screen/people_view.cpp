// Everybody of the folder's sessions, to choose whose page comes up: a field, and under it each person with their team.
#include "desk/verbs.hpp"
#include "report/phrases.hpp"
#include "screen/frame.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

std::string facts_of(const desk::PersonListed& person) {
    const auto open =
        person.open == 0 ? std::string("nothing open") : report::counted(person.open, "open promise", "open promises");
    return fmt::format("{}   {}   last in the room on {}", person.team.empty() ? "a team without a name" : person.team,
                       open, spoken_with_year(person.last_session));
}

// Each typed word begins a word of the name or of the team's.
bool answers_to(const desk::PersonListed& person, const std::string& typed) {
    const auto text = " " + folded(person.name) + " " + folded(person.team);
    const auto wanted = folded(clean_line(typed));
    for (std::size_t at = 0; at < wanted.size();) {
        const auto end = std::min(wanted.find(' ', at), wanted.size());
        if (text.find(" " + wanted.substr(at, end - at)) == std::string::npos) return false;
        at = end + 1;
    }
    return true;
}

} // namespace

void people_view(Frame& frame, Rect whole) {
    begin_panel(frame, "People", whole, 52, .8f);
    const auto line = frame.fields.line("##people", frame.desk.palette_words, 0, !frame.is_still,
                                        {.hint = "a name, or a team's", .name = "People field"});
    if (line.is_changed)
        frame.wishes.add([text = line.text](desk::Desk& d) { d.palette_words = text, d.palette_row = 0; });
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < frame.desk.people.size(); ++i)
        if (answers_to(frame.desk.people[i], line.text)) rows.push_back(i);
    const auto row = static_cast<std::size_t>(row_in_hand(frame, static_cast<int>(rows.size()) - 1));
    if (line.is_done && !rows.empty())
        frame.wishes.add([person = rows[row]](desk::Desk& d) { desk::open_person(d, person); });
    ImGui::BeginChild("Everybody");
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    if (rows.empty()) {
        const auto at = ImGui::GetCursorScreenPos();
        paint.words(at.x, at.y + frame.text * .5f, "Nobody of that name is in these sessions", frame.quiet());
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ImGui::PushID(static_cast<int>(rows[i]));
        const auto& person = frame.desk.people[rows[i]];
        const auto at = ImGui::GetCursorScreenPos();
        const Rect rect{at.x, at.y, ImGui::GetContentRegionAvail().x, frame.text * 3.1f};
        if (i == row) {
            paint.fill(rect, frame.paint.colours.selected, frame.text * .4f);
            ImGui::SetScrollFromPosY(at.y + rect.height / 2 - ImGui::GetWindowPos().y, .5f);
        }
        if (spot("Page of " + person.name, rect))
            frame.wishes.add([place = rows[i]](desk::Desk& d) { desk::open_person(d, place); });
        const float x = rect.x + frame.text * .7f, width = rect.width - frame.text * 2;
        paint.words(x, rect.y + frame.text * .25f, paint.fitted(person.name, frame.strong(), width), frame.strong());
        paint.words(x, rect.y + frame.text * 1.6f, paint.fitted(facts_of(person), frame.fine(), width), frame.fine());
        ImGui::Dummy({1, rect.height});
        ImGui::PopID();
    }
    ImGui::EndChild();
    end_panel();
}

} // namespace avow::screen
