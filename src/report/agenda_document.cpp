// An agenda as a page of PDF: the same things in the same order as its HTML, fewer of them whole where they need the room.
#include "report/agenda.hpp"
#include "report/agenda_lines.hpp"
#include "report/document_parts.hpp"
#include "report/pdf.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace avow::report {

namespace {

using insight::Agenda;
using insight::AgendaItem;

Entry entry_of(const AgendaItem& item) {
    Entry entry{"", on_one_line(item.statement), {}};
    for (const auto& wording : item.wordings)
        add_note(entry.notes, how_worded(item, wording), wording.text, wording.why);
    add_note(entry.notes, "Since then", life_in_words(item));
    add_note(entry.notes, "To be seen", item.evidence);
    add_note(entry.notes, "Measure", item.measure);
    add_note(entry.notes, "If-then", item.if_then);
    add_note(entry.notes, "First small step", item.first_step);
    add_note(entry.notes, "Help asked", item.help);
    for (const auto& answer : item.answers) add_note(entry.notes, "Answered", answer_in_words(answer));
    std::string questions; // on one line: the page is to stay one
    for (const auto& question : item.questions) questions += (questions.empty() ? "" : "  ") + question;
    add_note(entry.notes, "To ask", questions);
    return entry;
}

// A heading and a line for each; no section where there is nothing.
template <class Part, class Line>
void add_lines(std::vector<Section>& sections, const std::string& heading, std::span<const Part> parts,
               std::size_t most, Line line_for) {
    if (parts.empty()) return;
    Section section{"", on_one_line(heading), "", {}, {}};
    for (const auto& part : parts.first(std::min(parts.size(), most)))
        section.lines.push_back(on_one_line(in_plain_words(line_for(part))));
    add_rest(section.lines, parts.size(), most);
    sections.push_back(std::move(section));
}

} // namespace

std::vector<Section> agenda_beside(const Agenda& agenda, std::size_t most_lines) {
    const auto line = [](const auto& part) { return line_of(part); };
    std::vector<Section> sections;
    add_lines(sections, "What was in the way", std::span(agenda.obstacles), most_lines, line);
    add_lines(sections, "What others owe", std::span(agenda.owed), most_lines, line);
    add_lines(sections, "What is to be reached", std::span(agenda.success_contracts), most_lines, line);
    add_lines(sections, "Strengths", std::span(agenda.strengths), most_lines, line);
    add_lines(sections, "What the team knew of what is expected", std::span(agenda.expectations), most_lines, line);
    if (agenda.weakest)
        add_lines(sections, "How colleagues keep something like “" + agenda.open[*agenda.weakest].statement + "”",
                  std::span(agenda.tactics), most_lines, line);
    return sections;
}

Document agenda_document(const Agenda& agenda, std::size_t most_whole, std::size_t most_lines) {
    Document document;
    document.title = on_one_line(agenda.person);
    document.team = on_one_line(agenda.team);
    document.date = agenda.today;
    document.is_of_one_person = true;
    document.under =
        fmt::format("One-on-one on {}, from {}", spoken_with_year(agenda.today), counted(agenda.sessions, "session"));
    document.sections.push_back({"", "At a glance", "", {}, agenda_in_three_lines(agenda)});
    const std::span<const AgendaItem> open = agenda.open;
    const auto whole = std::min(open.size(), most_whole);
    if (whole > 0) {
        Section section{"", "What is open", counted(open.size(), "promise"), {}, {}};
        for (const auto& item : open.first(whole)) section.entries.push_back(entry_of(item));
        document.sections.push_back(std::move(section));
    }
    add_lines(document.sections, "Also open", open.subspan(whole), most_lines, open_line);
    std::ranges::move(agenda_beside(agenda, most_lines), std::back_inserter(document.sections));
    add_lines(document.sections, "Kept", std::span(agenda.closed), most_lines, kept_line);
    return document;
}

std::string agenda_pdf(const Agenda& agenda, Paper paper) {
    auto whole = most_items_whole;
    auto lines = most_items_in_a_line;
    auto document = agenda_document(agenda, whole, lines);
    while ((whole > 2 || lines > 2) && page_count(document, paper) > 1) // first lines, then what is told whole
        document = lines > 2 ? agenda_document(agenda, whole, --lines) : agenda_document(agenda, --whole, lines);
    // Dated by the day of the one-on-one, so that the same agenda gives the same bytes.
    return pdf(document, paper, Moment{std::int64_t{86'400'000} * days_between(Date{}, agenda.today)});
}

} // namespace avow::report
