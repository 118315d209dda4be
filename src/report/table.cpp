#include "report/table.hpp"

#include "report/phrases.hpp"
#include "report/stage_document.hpp"

#include <array>

namespace avow::report {

namespace {

std::string title_in(const Session& session, const std::optional<ThemeId>& id) {
    const auto* theme = id ? find(session, *id) : nullptr;
    return theme ? theme->title : "";
}

template <class Time>
Cell time_or_nothing(const std::optional<Time>& time) {
    return time ? Cell(*time) : Cell(std::string());
}

// What was carried lies on another session's wall; what it lay under is remembered.
std::string theme_of(const Session& session, const Accountability& item) {
    return item.lineage ? item.lineage->theme : title_in(session, item.theme);
}

Cells cells_of(const Session& session, const Accountability& item) {
    const auto* owner = find(session, item.owner);
    const auto* agreed = agreed_wording(item);
    const auto* check_in = last_check_in(item);
    return {session.team,
            session.date,
            owner ? owner->seat : 0,
            name_of(session, item.owner),
            owner ? owner->role : "",
            item.statement,
            agreed ? agreed->text : "",
            time_or_nothing(agreed ? std::optional(agreed->date) : std::nullopt),
            agreed ? proposer_of(session, *agreed) : "",
            agreed ? agreed->why : "",
            theme_of(session, item),
            title_in(session, item.second_theme),
            time_or_nothing(item.due),
            item.evidence,
            item.measure,
            item.if_then,
            item.first_step,
            item.strength,
            item.help,
            item.said_at,
            time_or_nothing(item.confirmed_at),
            time_or_nothing(check_in ? std::optional(check_in->date) : std::nullopt),
            check_in ? std::string(outcome_in_words(check_in->outcome)) : "",
            check_in ? check_in->reason : ""};
}

} // namespace

std::span<const Column> columns() {
    static constexpr std::array all = {Column{"Team", 18},
                                       Column{"Date", 11},
                                       Column{"Seat", 5},
                                       Column{"Owner", 18},
                                       Column{"Role", 14},
                                       Column{"Statement", 56},
                                       Column{"Agreed wording", 44},
                                       Column{"Agreed on", 11},
                                       Column{"Proposed by", 16},
                                       Column{"Why reworded", 28},
                                       Column{"Theme", 24},
                                       Column{"Second theme", 24},
                                       Column{"Due", 11},
                                       Column{"Evidence", 30},
                                       Column{"Measure", 20},
                                       Column{"If-then", 30},
                                       Column{"First step", 26},
                                       Column{"Strength", 16},
                                       Column{"Help", 28},
                                       Column{"Said at", 17},
                                       Column{"Confirmed at", 17},
                                       Column{"Last check-in", 13},
                                       Column{"What came of it", 15},
                                       Column{"Reason", 28}};
    return all;
}

std::vector<Cells> table_of(const Session& session, const Part& part) {
    std::vector<Cells> rows;
    const auto items = part.stage ? items_at(session, part) : holding(part, insight::by_person(session));
    for (const auto* item : items) rows.push_back(cells_of(session, *item));
    return rows;
}

std::string printable(std::string_view words) {
    std::string kept;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_control = (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
        if (is_control)
            kept += "\xEF\xBF\xBD";
        else
            kept += c;
    }
    return kept;
}

} // namespace avow::report
