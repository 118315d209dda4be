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
    const auto open = person.open == 0 ? std::string("nothing open") : counted(person.open, "open promise");
    const auto seen = person.last_in_room ? "last in the room on " + spoken_with_year(*person.last_in_room)
                                          : std::string("not in the room yet");
    return fmt::format("{}   {}   {}", person.team.empty() ? "a team without a name" : person.team, open, seen);
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

std::string when_empty(const desk::Desk& desk) {
    if (!desk.people_reading) return "Nobody of that name is in these sessions";
    const auto& watch = desk.people_reading->watch();
    return fmt::format("Reading {} of {} sessions. Esc goes back", watch.done.load(), watch.of.load());
}

} // namespace

void people_view(Frame& frame, Rect whole) {
    begin_panel(frame, "People", whole, 52, .8f);
    const auto line = frame.fields.line("##people", frame.desk.palette_words, 0, !frame.is_still,
                                        {.hint = "a name, or a team's", .name = "People field"});
    if (line.is_changed)
        frame.wishes.add([text = line.text](desk::Desk& d) { d.palette_words = text, d.palette_row = 0; });
    std::vector<std::size_t> people;
    std::vector<TwoLines> rows;
    for (std::size_t i = 0; i < frame.desk.people.size(); ++i) {
        const auto& person = frame.desk.people[i];
        if (!answers_to(person, line.text)) continue;
        people.push_back(i);
        const bool has_namesake = std::ranges::count(frame.desk.people, person.name, &desk::PersonListed::name) > 1;
        rows.push_back(
            {"Page of " + person.name + (has_namesake ? ", " + person.team : ""), person.name, facts_of(person)});
    }
    const auto row = static_cast<std::size_t>(row_in_hand(frame, static_cast<int>(rows.size()) - 1));
    const auto clicked = draw_rows(frame, rows, row, when_empty(frame.desk));
    const auto chosen = line.is_done && !rows.empty() ? std::optional(row) : clicked;
    if (chosen) frame.wishes.add([person = people[*chosen]](desk::Desk& d) { desk::open_person(d, person); });
    end_panel();
}

} // namespace avow::screen
