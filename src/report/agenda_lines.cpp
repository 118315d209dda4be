#include "report/agenda_lines.hpp"

#include "report/phrases.hpp"

namespace avow::report {

namespace {

Piece ours(std::string_view words) { return {std::string(words), true}; }
Piece theirs(std::string_view words) { return {std::string(words), false}; }

void add(std::vector<Piece>& pieces, std::string_view label, const std::string& words) {
    if (words.empty()) return;
    pieces.push_back(ours(label));
    pieces.push_back(theirs(words));
}

std::string joined(const std::vector<Piece>& pieces) {
    std::string text;
    for (const auto& piece : pieces) text += piece.words;
    return text;
}

} // namespace

AgendaLine line_of(const insight::Obstacle& met) {
    return {
        "", {ours(spoken(met.date)), ours(": "), theirs(met.reason)}, {ours("“"), theirs(met.statement), ours("”")}};
}

AgendaLine line_of(const insight::Owed& promise) {
    AgendaLine line{promise.who, {theirs(promise.words)}, {}};
    if (promise.is_promised) {
        line.aside = {ours("help for “"), theirs(promise.for_what), ours("”")};
    } else if (promise.for_what.empty()) {
        line.aside = {ours("since "), ours(spoken(promise.since))};
    } else {
        line.who.clear(); // the words say of whom
        line.words.insert(line.words.begin(), ours("Help asked: "));
        line.aside = {ours("for “"), theirs(promise.for_what), ours("”")};
    }
    if (promise.due) add(line.aside, ", by ", spoken_from(promise.since, *promise.due));
    return line;
}

AgendaLine line_of(const insight::Tactic& lent) {
    AgendaLine line{lent.who, {theirs(lent.statement)}, {ours("kept on "), ours(spoken(lent.kept_on))}};
    add(line.aside, "; to be seen: ", lent.shown);
    add(line.aside, "; if-then: ", lent.if_then);
    add(line.aside, "; first step: ", lent.first_step);
    return line;
}

AgendaLine line_of(const insight::AgendaContract& one) {
    AgendaLine line{"", {theirs(contract_in_words(one.contract))}, {ours(state_in_words(one.state))}};
    add(line.aside, ", for “", one.statement);
    line.aside.push_back(ours("”"));
    return line;
}

AgendaLine line_of(const std::string& words) { return {"", {theirs(words)}, {}}; }

AgendaLine open_line(const insight::AgendaItem& item) {
    return {"", {theirs(item.statement)}, {ours(spoken(item.said_on))}};
}

AgendaLine kept_line(const insight::AgendaItem& item) {
    return {"", {theirs(item.statement)}, {ours(spoken(last_answer(item)->date))}};
}

std::string in_plain_words(const AgendaLine& line) {
    const auto aside = joined(line.aside);
    return (line.who.empty() ? "" : line.who + ": ") + joined(line.words) + (aside.empty() ? "" : " (" + aside + ")");
}

} // namespace avow::report
