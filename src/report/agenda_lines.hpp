// The lines of an agenda's lists, said once for Markdown, HTML and PDF: who, the words, and what stands beside them in
// parentheses. Each form only sets them.
#pragma once

#include "insight/agenda.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

// Our own words between theirs, or theirs.
struct Piece {
    std::string words;
    bool is_ours = false;

    bool operator==(const Piece&) const = default;
};

struct AgendaLine {
    std::string who; // empty: nobody in particular
    std::vector<Piece> words;
    std::vector<Piece> aside;

    bool operator==(const AgendaLine&) const = default;
};

AgendaLine line_of(const insight::Obstacle&);
AgendaLine line_of(const insight::Owed&);
AgendaLine line_of(const insight::Tactic&);
AgendaLine line_of(const insight::AgendaContract&);
AgendaLine line_of(const std::string&);           // a sentence of ours, or a strength
AgendaLine open_line(const insight::AgendaItem&); // its words, and when they were said
AgendaLine kept_line(const insight::AgendaItem&); // its words, and when they were kept

std::string in_plain_words(const AgendaLine&);

} // namespace avow::report
