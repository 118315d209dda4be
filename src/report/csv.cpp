#include "report/csv.hpp"

#include "report/phrases.hpp"

#include <array>

namespace avow::report {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<std::string_view, 24> columns = {"Team",
                                                      "Date",
                                                      "Seat",
                                                      "Owner",
                                                      "Role",
                                                      "Statement",
                                                      "Agreed wording",
                                                      "Agreed on",
                                                      "Proposed by",
                                                      "Why reworded",
                                                      "Theme",
                                                      "Second theme",
                                                      "Due",
                                                      "Evidence",
                                                      "Measure",
                                                      "If-then",
                                                      "First step",
                                                      "Strength",
                                                      "Help",
                                                      "Said at",
                                                      "Confirmed at",
                                                      "Last check-in",
                                                      "What came of it",
                                                      "Reason"};

bool is_calculated(std::string_view words) {
    return !words.empty() && std::string_view("=+-@\t\r\n").find(words.front()) != std::string_view::npos;
}

// A control character would be refused or acted on by what reads the table; line ends and tabs are at home in a cell.
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

class Table {
public:
    Table() : text_(byte_order_mark) {}

    void words(std::string_view words) { cell((is_calculated(words) ? "'" : "") + printable(words)); }
    void date(const std::optional<Date>& date) { cell(date ? iso(*date) : ""); }
    void number(int number) { cell(std::to_string(number)); }
    void end_row() {
        text_ += "\r\n";
        is_row_begun_ = false;
    }
    const std::string& text() const { return text_; }

private:
    void cell(const std::string& content) {
        if (is_row_begun_) text_ += ',';
        is_row_begun_ = true;
        if (content.find_first_of(",\"\r\n") == std::string::npos && !content.starts_with(' ') &&
            !content.ends_with(' ')) {
            text_ += content;
            return;
        }
        text_ += '"';
        for (const char c : content) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
    }

    std::string text_;
    bool is_row_begun_ = false;
};

std::string title_in(const Session& session, const std::optional<ThemeId>& id) {
    const auto* theme = id ? find(session, *id) : nullptr;
    return theme ? theme->title : "";
}

void add_row(Table& table, const Session& session, const Accountability& item) {
    const auto* owner = find(session, item.owner);
    const auto* agreed = agreed_wording(item);
    const auto* check_in = last_check_in(item);
    table.words(session.team);
    table.date(session.date);
    table.number(owner ? owner->seat : 0);
    table.words(name_of(session, item.owner));
    table.words(owner ? owner->role : "");
    table.words(item.statement);
    table.words(agreed ? agreed->text : "");
    table.date(agreed ? std::optional(agreed->date) : std::nullopt);
    table.words(agreed ? proposer_of(session, *agreed) : "");
    table.words(agreed ? agreed->why : "");
    table.words(title_in(session, item.theme));
    table.words(title_in(session, item.second_theme));
    table.date(item.due);
    for (const auto* detail :
         {&item.evidence, &item.measure, &item.if_then, &item.first_step, &item.strength, &item.help})
        table.words(*detail);
    table.words(rfc3339(item.said_at));
    table.words(item.confirmed_at ? rfc3339(*item.confirmed_at) : "");
    table.date(check_in ? std::optional(check_in->date) : std::nullopt);
    table.words(check_in ? outcome_in_words(check_in->outcome) : "");
    table.words(check_in ? check_in->reason : "");
    table.end_row();
}

} // namespace

std::string csv(const Session& session, const Part& part) {
    Table table;
    for (const auto column : columns) table.words(column);
    table.end_row();
    for (const auto* item : holding(part, insight::by_person(session))) add_row(table, session, *item);
    return table.text();
}

} // namespace avow::report
