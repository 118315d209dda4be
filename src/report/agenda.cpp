#include "report/agenda.hpp"

#include "report/agenda_lines.hpp"
#include "report/markdown_page.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::report {

namespace {

using insight::Agenda;
using insight::AgendaItem;
using insight::AgreedBeside;

std::string age_in_words(int days) {
    if (days == 0) return "said today";
    if (days < 14) return "for " + counted(days, "day");
    return fmt::format("for {} weeks", days / 7);
}

std::string open_in_words(const Agenda& agenda) {
    if (agenda.open.empty())
        return agenda.closed.empty() ? "Nothing has been said yet" : "Nothing is open: all that was said was kept";
    const auto oldest = std::ranges::min_element(agenda.open, {}, &AgendaItem::said_on);
    return fmt::format("{} open, the oldest {}", agenda.open.size(), age_in_words(days_open(*oldest, agenda.today)));
}

std::string due_in_words(const Agenda& agenda) {
    if (agenda.came_due.empty()) return "Nothing came due without an answer";
    std::string words = fmt::format("{} came due: ", agenda.came_due.size());
    for (const auto place : agenda.came_due) {
        const auto& item = agenda.open[place];
        words += fmt::format("{}“{}” on {}", words.ends_with(": ") ? "" : ", ", item.statement, spoken(*item.due));
    }
    return words;
}

std::string change_in_words(const Agenda& agenda) {
    const auto since = "Since the session of " + spoken_with_year(agenda.last_session);
    if (agenda.answered_since + agenda.reworded_since == 0) return since + " nothing changed";
    std::string words = since + ":";
    if (agenda.answered_since > 0) words += " " + counted(agenda.answered_since, "answer");
    if (agenda.reworded_since > 0)
        words += (agenda.answered_since > 0 ? ", " : " ") + counted(agenda.reworded_since, "wording");
    return words;
}

void add_line(MarkdownPage& page, Markup label, const std::string& words) {
    if (!words.empty()) page.mark("- **").mark(label).mark(":** ").words(words).mark("\n");
}

void add_item(MarkdownPage& page, const AgendaItem& item, std::size_t number) {
    page.mark("### ").words(std::to_string(number)).mark(". “").words(item.statement).mark("”\n\n");
    for (const auto& wording : item.wordings) {
        page.mark("- **").words(how_worded(item, wording)).mark(":** ").words(wording.text);
        if (!wording.why.empty()) page.mark(". Why: ").words(wording.why);
        page.mark("\n");
    }
    page.mark("- ").words(life_in_words(item)).mark("\n");
    add_line(page, "To be seen", item.evidence);
    add_line(page, "Measure", item.measure);
    add_line(page, "If-then", item.if_then);
    add_line(page, "First small step", item.first_step);
    add_line(page, "Help asked", item.help);
    for (const auto& answer : item.answers) page.mark("- ").words(answer_in_words(answer)).mark("\n");
    for (const auto& question : item.questions) page.mark("- *").words(question).mark("*\n");
    page.mark("\n");
}

void add_pieces(MarkdownPage& page, const std::vector<Piece>& pieces) {
    for (const auto& piece : pieces) page.words(piece.words);
}

void add_line(MarkdownPage& page, const AgendaLine& line) {
    page.mark("- ");
    if (!line.who.empty()) page.mark("**").words(line.who).mark(":** ");
    add_pieces(page, line.words);
    if (!line.aside.empty()) {
        page.mark(" (");
        add_pieces(page, line.aside);
        page.mark(")");
    }
    page.mark("\n");
}

template <class Part>
void add_lines(MarkdownPage& page, const std::vector<Part>& parts) {
    for (const auto& part : parts) add_line(page, line_of(part));
    page.mark("\n");
}

template <class Part>
void add_part(MarkdownPage& page, Markup heading, const std::vector<Part>& parts) {
    if (parts.empty()) return;
    page.mark("## ").mark(heading).mark("\n\n");
    add_lines(page, parts);
}

void add_tactics(MarkdownPage& page, const Agenda& agenda) {
    if (agenda.tactics.empty()) return;
    page.mark("## How colleagues keep something like “").words(agenda.open[*agenda.weakest].statement).mark("”\n\n");
    add_lines(page, agenda.tactics);
}

void add_rest(MarkdownPage& page, std::size_t count) {
    if (count > most_items_in_a_line)
        page.mark("- and ").words(std::to_string(count - most_items_in_a_line)).mark(" more\n");
    page.mark("\n");
}

void add_open(MarkdownPage& page, const Agenda& agenda) {
    if (agenda.open.empty()) return;
    page.mark("## What is open\n\n");
    const auto whole = std::min(agenda.open.size(), most_items_whole), rest = agenda.open.size() - whole;
    for (std::size_t i = 0; i < whole; ++i) add_item(page, agenda.open[i], i + 1);
    if (rest == 0) return;
    page.mark("## Also open\n\n");
    for (std::size_t i = whole; i < whole + std::min(rest, most_items_in_a_line); ++i)
        add_line(page, open_line(agenda.open[i]));
    add_rest(page, rest);
}

void add_closed(MarkdownPage& page, const Agenda& agenda) {
    if (agenda.closed.empty()) return;
    page.mark("## Kept\n\n");
    for (std::size_t i = 0; i < std::min(agenda.closed.size(), most_items_in_a_line); ++i)
        add_line(page, kept_line(agenda.closed[i]));
    add_rest(page, agenda.closed.size());
}

} // namespace

std::vector<std::string> agenda_in_three_lines(const Agenda& agenda) {
    return {open_in_words(agenda), due_in_words(agenda), change_in_words(agenda)};
}

std::string how_worded(const AgendaItem& item, const AgreedBeside& wording) {
    const auto by = wording.proposed_by.empty() ? std::string{} : " by " + wording.proposed_by;
    const auto day = wording.date.year == item.said_on.year ? spoken(wording.date) : spoken_with_year(wording.date);
    if (!wording.is_agreed) return fmt::format("Proposed{} on {}, not agreed", by, day);
    return fmt::format("Agreed on {}{}", day, by.empty() ? by : ", proposed" + by);
}

std::string answer_in_words(const CheckIn& answer) {
    std::string words = fmt::format("{} on {}", outcome_in_words(answer.outcome), spoken_with_year(answer.date));
    if (!answer.reason.empty()) words += ": " + answer.reason;
    if (!answer.evidence.empty()) words += "; to be seen: " + answer.evidence;
    return words;
}

std::string life_in_words(const AgendaItem& item) {
    std::string words = "Said on " + spoken_with_year(item.said_on);
    words += item.theme.empty() ? ", a single voice" : ", theme “" + item.theme + "”";
    if (item.due) words += ", by " + spoken_with_year(*item.due);
    if (item.times_carried > 0)
        words += ", come along " +
                 (item.times_carried == 1 ? std::string("once") : fmt::format("{} times", item.times_carried));
    return words + (item.answers.empty() ? ", not answered yet" : "");
}

std::string agenda_markdown(const Agenda& agenda) {
    MarkdownPage page;
    page.mark("# ").words(agenda.person).mark(", one-on-one\n\n");
    page.words(agenda.team.empty() ? "A team" : agenda.team).mark(", ").words(spoken_with_year(agenda.today));
    page.mark(", from ").words(counted(agenda.sessions, "session")).mark("\n\n");
    for (const auto& line : agenda_in_three_lines(agenda)) page.mark("- ").words(line).mark("\n");
    page.mark("\n");
    add_open(page, agenda);
    add_part(page, "What was in the way", agenda.obstacles);
    add_part(page, "What others owe", agenda.owed);
    add_part(page, "What is to be reached", agenda.success_contracts);
    add_part(page, "Strengths", agenda.strengths);
    add_part(page, "What the team knew of what is expected", agenda.expectations);
    add_tactics(page, agenda);
    add_closed(page, agenda);
    std::string text = page.text();
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

} // namespace avow::report
