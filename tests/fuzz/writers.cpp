// Words that try to get out of their quotes: in iCalendar, CSV, flat lines, Markdown and HTML. A line of the input is a
// statement, and the lines before it are the other words of its card, so that every field has its turn.
#include "report/calendar.hpp"
#include "report/csv.hpp"
#include "report/flat.hpp"
#include "report/html.hpp"
#include "report/markdown.hpp"
#include "report/read_back.hpp"
#include "session/edit.hpp"
#include "session/text.hpp"
#include "target.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace avow;
using avow::fuzz::promise;

namespace {

using Words = std::vector<std::string>;

Words lines_of(std::string_view bytes) {
    Words lines;
    while (!bytes.empty() && lines.size() < 40) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        lines.push_back(clean_line(bytes.substr(0, end)));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return lines;
}

void carry_out_if_it_may_be(Session& session, const Edit& edit) {
    if (!why_not(session, edit)) static_cast<void>(carry_out(session, edit));
}

// Every card has a date, so that every card is in the calendar.
Session session_of(const Words& lines) {
    Session session;
    session.id = {"fuzz"};
    session.date = {2026, 11, 21};
    const auto line = [&](std::size_t at) { return lines[at % lines.size()]; };
    carry_out_if_it_may_be(session, NameTeam{line(0)});
    carry_out_if_it_may_be(session, StateGoal{{line(1), line(2), line(3), Date{2027, 3, 31}, line(4), line(5)}});
    carry_out_if_it_may_be(session, WelcomeParticipant{{"p1"}, line(0), line(6)});
    carry_out_if_it_may_be(session, WelcomeParticipant{{"p2"}, "Bo", ""});
    carry_out_if_it_may_be(session, MakeTheme{{"t1"}, line(7), true});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const AccountabilityId id{"a" + std::to_string(i)};
        const ParticipantId who{i % 2 == 0 && find(session, ParticipantId{"p1"}) ? "p1" : "p2"};
        carry_out_if_it_may_be(session, SayStatement{id, who, lines[i], Moment{1'795'271'762'123}});
        carry_out_if_it_may_be(session, SetDueDate{id, Date{2026, 12, 4}});
        carry_out_if_it_may_be(session, PlaceInTheme{id, ThemeId{"t1"}, Placed::hand});
        std::size_t next = i;
        for (const Detail detail :
             {Detail::evidence, Detail::measure, Detail::if_then, Detail::first_step, Detail::help})
            carry_out_if_it_may_be(session, NoteDetail{id, detail, line(++next)});
    }
    return session;
}

Words sorted(Words words) {
    std::ranges::sort(words);
    return words;
}

// RFC 5545, read strictly: unfolded content lines.
Words content_lines(std::string_view calendar) {
    Words lines;
    while (!calendar.empty()) {
        const std::size_t end = calendar.find("\r\n");
        promise(end != std::string_view::npos, "a calendar's last line is ended");
        const std::string_view line = calendar.substr(0, end);
        promise(line.size() <= 75, "no line of a calendar is over 75 octets");
        promise(line.find_first_of("\r\n") == std::string_view::npos, "no lone line end is in a calendar");
        promise(is_utf8(line), "folding cuts no character in two");
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.emplace_back(line);
        calendar.remove_prefix(end + 2);
    }
    return lines;
}

std::string unescaped(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        promise(text[at] != ';' && text[at] != ',', "nothing that ends a value is in it");
        const bool is_escape = text[at] == '\\';
        if (is_escape) ++at;
        promise(at < text.size() && (!is_escape || std::string_view("\\;,n").find(text[at]) != std::string_view::npos),
                "an escape is one of the four");
        words += is_escape && text[at] == 'n' ? '\n' : text[at];
    }
    return words;
}

void check_calendar(const Session& session) {
    const auto calendar = report::calendar(session, {});
    if (!calendar) return;
    Words summaries, told;
    std::size_t begun = 0, ended = 0;
    for (const std::string& line : content_lines(*calendar)) {
        begun += line == "BEGIN:VTODO" ? 1 : 0;
        ended += line == "END:VTODO" ? 1 : 0;
        if (line.starts_with("SUMMARY:")) summaries.push_back(unescaped(std::string_view(line).substr(8)));
    }
    for (const Accountability& item : session.accountabilities)
        told.push_back(find(session, item.owner)->name + ": " + item.statement);
    promise(begun == told.size() && ended == told.size(), "a due date is one entry of the calendar");
    promise(sorted(summaries) == sorted(told), "a calendar says the words as they were said");
}

void check_table(const Session& session, const Words& said) {
    constexpr std::string_view calculated = "=+-@\t\r\n";
    constexpr std::size_t statement_column = 5;
    Words expected, cells;
    for (const std::string& words : said)
        expected.push_back((calculated.find(words.front()) == std::string_view::npos ? "" : "'") + words);
    const auto rows = read_back::rows_of_csv(report::csv(session, {}));
    for (const auto& row : rows) {
        promise(row.size() == rows.front().size(), "each row has all columns");
        if (&row != &rows.front()) cells.push_back(row[statement_column]);
        for (const std::string& cell : row)
            promise(cell.empty() || calculated.find(cell.front()) == std::string_view::npos, "no cell is calculated");
    }
    promise(sorted(cells) == sorted(expected), "a table says the words as they were said");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Words lines = lines_of(fuzz::as_text(data, size));
    if (lines.empty()) return 0;
    const Session session = session_of(lines);
    Words said;
    for (const Accountability& item : session.accountabilities) said.push_back(item.statement);
    said = sorted(said);
    check_calendar(session);
    check_table(session, said);
    promise(sorted(read_back::statements_in_json(report::flat_lines(session, {}))) == said, "flat lines say the words");
    promise(sorted(read_back::statements_in_markdown(report::markdown(session, {}))) == said,
            "Markdown says the words");
    promise(sorted(read_back::statements_in_html(report::html(report::document_of(session, {})))) == said,
            "HTML says the words");
    return 0;
}
