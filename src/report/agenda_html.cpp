// An agenda as a page to print: everything in one file, no script, nothing fetched.
#include "report/agenda.hpp"
#include "report/agenda_lines.hpp"
#include "report/html.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace avow::report {

namespace {

using insight::Agenda;
using insight::AgendaItem;

constexpr std::string_view style =
    "@page{margin:12mm}body{font:9pt/1.22 Inter,'Noto Sans',sans-serif;color:#1b1b1f;background:#fbfaf7;"
    "max-width:182mm;margin:8mm auto;overflow-wrap:anywhere}@media print{body{background:none;margin:0 auto}}"
    "h1{font-size:19pt;margin:0}h2{font-size:10.5pt;margin:4mm 0 1mm;border-top:.3mm solid #1b1b1f;padding-top:1.5mm}"
    "p{margin:0}.quiet{color:#55555c}ul{margin:1mm 0 0;padding-left:4.5mm}li{margin:0}"
    ".summary{margin-top:2mm;font-weight:600;padding-left:0;list-style:none}"
    "section{break-inside:avoid;margin-bottom:2.5mm}.open{columns:2;column-gap:8mm}.said{font-size:11pt;font-weight:"
    "600}.ask{font-style:italic}";

// Words that bring their own direction of writing do not turn the line round.
std::string words_of(std::string_view words) { return "<bdi>" + as_html(words) + "</bdi>"; }

std::string row(std::string_view label, std::string_view words) {
    if (words.empty()) return {};
    return fmt::format("<li><b>{}:</b> {}</li>\n", as_html(label), words_of(words));
}

std::string section_of(const AgendaItem& item) {
    std::string html = "<section><p class=\"said\">“" + words_of(item.statement) + "”</p>\n<ul>\n";
    for (const auto& wording : item.wordings)
        html +=
            row(how_worded(item, wording), wording.why.empty() ? wording.text : wording.text + ". Why: " + wording.why);
    html += "<li class=\"quiet\">" + words_of(life_in_words(item)) + "</li>\n";
    html += row("To be seen", item.evidence) + row("Measure", item.measure) + row("If-then", item.if_then) +
            row("First small step", item.first_step) + row("Help asked", item.help);
    for (const auto& answer : item.answers) html += "<li>" + words_of(answer_in_words(answer)) + "</li>\n";
    for (const auto& question : item.questions) html += "<li class=\"ask\">" + words_of(question) + "</li>\n";
    return html + "</ul></section>\n";
}

std::string html_of(const std::vector<Piece>& pieces) {
    std::string html;
    for (const auto& piece : pieces) html += piece.is_ours ? as_html(piece.words) : words_of(piece.words);
    return html;
}

std::string html_of(const AgendaLine& line) {
    const std::string who = line.who.empty() ? "" : "<b>" + words_of(line.who) + ":</b> ";
    const std::string aside = line.aside.empty() ? "" : " <span class=\"quiet\">(" + html_of(line.aside) + ")</span>";
    return who + html_of(line.words) + aside;
}

// A heading and what stands under it; nothing where there is nothing.
template <class Part, class Line>
std::string list_of(std::string_view heading, std::span<const Part> parts, Line line_for) {
    if (parts.empty()) return {};
    std::string html = fmt::format("<h2>{}</h2>\n<ul>\n", as_html(heading));
    for (const auto& part : parts.first(std::min(parts.size(), most_items_in_a_line)))
        html += "<li>" + html_of(line_for(part)) + "</li>\n";
    if (parts.size() > most_items_in_a_line)
        html += fmt::format("<li>and {} more</li>\n", parts.size() - most_items_in_a_line);
    return html + "</ul>\n";
}

} // namespace

std::string agenda_html(const Agenda& agenda) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\"><title>" +
                       as_html(agenda.person) + ", one-on-one</title>\n<style>" + std::string(style) +
                       "</style></head><body>\n<main>\n";
    html += "<h1>" + words_of(agenda.person) + "</h1>\n<p class=\"quiet\">" + words_of(agenda.team) + ", " +
            words_of(spoken_with_year(agenda.today)) + ", from " + counted(agenda.sessions, "session") +
            "</p>\n<ul class=\"summary\">\n";
    for (const auto& one : agenda_in_three_lines(agenda)) html += "<li>" + words_of(one) + "</li>\n";
    html += "</ul>\n";
    if (!agenda.open.empty()) html += "<h2>What is open</h2>\n";
    const std::span<const AgendaItem> open = agenda.open;
    const auto whole = std::min(open.size(), most_items_whole);
    html += "<div class=\"open\">\n";
    for (const auto& item : open.first(whole)) html += section_of(item);
    html += "</div>\n";
    html += list_of("Also open", open.subspan(whole), open_line);
    const auto line = [](const auto& part) { return line_of(part); };
    html += list_of("What was in the way", std::span(agenda.obstacles), line);
    html += list_of("What others owe", std::span(agenda.owed), line);
    html += list_of("What is to be reached", std::span(agenda.success_contracts), line);
    html += list_of("Strengths", std::span(agenda.strengths), line);
    html += list_of("What the team knew of what is expected", std::span(agenda.expectations), line);
    if (agenda.weakest)
        html += list_of("How colleagues keep something like “" + agenda.open[*agenda.weakest].statement + "”",
                        std::span(agenda.tactics), line);
    html += list_of("Kept", std::span(agenda.closed), kept_line);
    return html + "</main>\n</body></html>\n";
}

} // namespace avow::report
