#include "report/csv.hpp"

#include "report/table.hpp"

namespace avow::report {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_calculated(std::string_view words) {
    return !words.empty() && std::string_view("=+-@\t\r\n").find(words.front()) != std::string_view::npos;
}

// What stands in a cell, before it is quoted.
struct Content {
    std::string operator()(std::string_view words) const {
        return (is_calculated(words) ? "'" : "") + printable(words);
    }
    std::string operator()(Date date) const { return iso(date); }
    std::string operator()(Moment moment) const { return rfc3339(moment); }
    std::string operator()(int number) const { return std::to_string(number); }
};

class Text {
public:
    Text() : text_(byte_order_mark) {}

    void add(const std::string& content) {
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
    void end_row() {
        text_ += "\r\n";
        is_row_begun_ = false;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
    bool is_row_begun_ = false;
};

} // namespace

std::string csv(const Session& session, const Part& part) {
    Text text;
    for (const auto& column : columns()) text.add(std::string(column.title));
    text.end_row();
    for (const auto& cells : table_of(session, part)) {
        for (const auto& cell : cells) text.add(std::visit(Content{}, cell));
        text.end_row();
    }
    return text.text();
}

} // namespace avow::report
