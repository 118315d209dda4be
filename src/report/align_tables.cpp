#include "report/align_tables.hpp"

#include "insight/alignment.hpp"
#include "report/align_sections.hpp"
#include "report/alignment.hpp"
#include "report/phrases.hpp"

namespace avow::report {

namespace {

Cell number_or_nothing(const std::optional<int>& number) { return number ? Cell(*number) : Cell(std::string()); }

Table expectations_of(const Session& session) {
    Table table{"Expectations",
                {{"Expectation", 56},
                 {"Recalled", 10},
                 {"Of sheets", 10},
                 {"Judged", 10},
                 {"Understood", 11},
                 {"In part", 10},
                 {"Leader's guess", 14}},
                {}};
    if (align_state(session) != AlignState::opened) return table;
    const auto all = insight::alignment_of(session);
    for (const auto& one : all.expectations)
        table.rows.push_back({expectation_of(session, one).text, one.recalled, all.sheets, one.judged, one.understood,
                              one.partly, number_or_nothing(one.guess)});
    return table;
}

Table asks_of(const Session& session) {
    Table table{"Asks",
                {{"Kind", 10},
                 {"Asked by", 12},
                 {"Ask", 56},
                 {"Since", 11},
                 {"Answer", 44},
                 {"What came of it", 15},
                 {"On", 11}},
                {}};
    for (const auto& ask : session.asks) {
        const auto* last = ask.check_ins.empty() ? nullptr : &ask.check_ins.back();
        table.rows.push_back({std::string(title_of(ask.kind)), std::string(side_in_words(ask.from)), ask.text,
                              ask.since ? Cell(*ask.since) : Cell(std::string()), ask.answer,
                              last ? std::string(outcome_in_words(last->outcome)) : "",
                              last ? Cell(last->date) : Cell(std::string())});
    }
    return table;
}

Table objections_of(const Session& session) {
    Table table{"Objections",
                {{"Objection", 56}, {"Answer", 56}, {"Who answers", 18}, {"It", 18}, {"How much, or what", 28}},
                {}};
    for (const auto& one : session.objections)
        table.rows.push_back({one.text, one.answer, one.who_answers, std::string(kind_in_words(one.kind)), one.amount});
    return table;
}

} // namespace

std::vector<Table> align_tables(const Session& session) {
    std::vector<Table> tables = {expectations_of(session), asks_of(session), objections_of(session)};
    std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
    return tables;
}

} // namespace avow::report
