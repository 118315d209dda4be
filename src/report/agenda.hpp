// A one-on-one's agenda as a document of one page: Markdown to paste, JSON for other tools, HTML and PDF to print.
#pragma once

#include "insight/agenda.hpp"
#include "report/document.hpp"
#include "report/press.hpp"

#include <string>
#include <vector>

namespace avow::report {

// The three lines an agenda begins with: what is open and how old, what came due, what changed since the last session.
std::vector<std::string> agenda_in_three_lines(const insight::Agenda&);

// "Agreed on 22 November, proposed by Bo"; "Proposed by coach on 3 December, not agreed".
std::string how_worded(const insight::AgendaItem&, const insight::AgreedBeside&);
// "missed on 4 December: the line was down".
std::string answer_in_words(const CheckIn&);
// "Said on 4 September, theme “Calling back”, by 4 December, come along twice".
std::string life_in_words(const insight::AgendaItem&);

// A page holds so many items whole; of the rest, and of what was kept, the words alone, and then their number. JSON has all.
inline constexpr std::size_t most_items_whole = 6;
inline constexpr std::size_t most_items_in_a_line = 8;

std::string agenda_markdown(const insight::Agenda&);
std::string agenda_json(const insight::Agenda&);
std::string agenda_html(const insight::Agenda&); // self-contained, prints on a page of A4 or Letter
std::string agenda_pdf(const insight::Agenda&, Paper);

// What stands beside the promises: what was in the way, what others owe, how colleagues do it; sections without any are not there.
std::vector<Section> agenda_beside(const insight::Agenda&, std::size_t most_lines = most_items_in_a_line);

// As it is set for PDF, with so many items whole, and so many lines under a heading.
Document agenda_document(const insight::Agenda&, std::size_t most_whole = most_items_whole,
                         std::size_t most_lines = most_items_in_a_line);

} // namespace avow::report
