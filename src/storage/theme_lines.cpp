#include "storage/theme_lines.hpp"

#include "session/text.hpp"
#include "storage/json_scan.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace avow::storage {

namespace {

// One line's members by name; only those asked for are looked at.
class Members {
public:
    Members(std::string_view line, const std::vector<JsonToken>& tokens) : line_(line), tokens_(tokens) {}

    const JsonToken* find(std::string_view name) const {
        for (std::size_t i = 1; i < tokens_.size(); i = tokens_[i].next) {
            const auto& token = tokens_[i];
            if (unescaped(line_.substr(token.name_begin, token.name_end - token.name_begin)) == name) return &token;
        }
        return nullptr;
    }
    std::string words(const JsonToken& token) const {
        return unescaped(line_.substr(token.begin + 1, token.end - token.begin - 2));
    }

private:
    std::string_view line_;
    const std::vector<JsonToken>& tokens_;
};

// What a member holds, or why it can't be taken.
using Value = std::variant<std::optional<std::string>, std::string>;
constexpr std::size_t flawed = 1;

Value value_of(const Members& members, std::string_view name) {
    const auto* token = members.find(name);
    if (!token || token->kind == JsonKind::null) return std::optional<std::string>();
    if (token->kind != JsonKind::string)
        return Value(std::in_place_index<flawed>, "\"" + std::string(name) + "\" is not text");
    return std::optional(members.words(*token));
}

// The lines that hold something, each with its number.
std::vector<std::pair<std::size_t, std::string_view>> lines_of(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<std::pair<std::size_t, std::string_view>> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines.emplace_back(number, line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// Reads every line with `read`, which gives a Line or the reason why it can't.
template <class Line, class Read>
std::variant<std::vector<Line>, LineFlaw> read_lines(std::string_view text, Read read) {
    std::vector<Line> read_so_far;
    std::set<std::string> ids;
    std::vector<JsonToken> tokens;
    for (const auto& [number, line] : lines_of(text)) {
        if (read_so_far.size() == line_limit::lines)
            return LineFlaw{number, "there are more than " + std::to_string(line_limit::lines) + " lines"};
        if (const auto flaw = scan_json(line, tokens)) return LineFlaw{number, sentence_of(*flaw)};
        if (tokens.front().kind != JsonKind::object) return LineFlaw{number, "it is not an object"};
        const Members members(line, tokens);
        const auto id = value_of(members, "id");
        if (id.index() == flawed) return LineFlaw{number, std::get<flawed>(id)};
        if (!std::get<0>(id) || std::get<0>(id)->empty()) return LineFlaw{number, "\"id\" is missing"};
        if (!ids.insert(*std::get<0>(id)).second)
            return LineFlaw{number, "the id \"" + shown(*std::get<0>(id)) + "\" was on a line before"};
        std::variant<Line, std::string> one = read(*std::get<0>(id), members);
        if (one.index() == flawed) return LineFlaw{number, std::get<flawed>(one)};
        read_so_far.push_back(std::get<0>(std::move(one)));
    }
    return read_so_far;
}

} // namespace

std::string sentence_of(const LineFlaw& flaw) { return "line " + std::to_string(flaw.line) + ": " + flaw.reason; }

std::variant<std::vector<StatementLine>, LineFlaw> read_statement_lines(std::string_view text) {
    using One = std::variant<StatementLine, std::string>;
    return read_lines<StatementLine>(text, [](const std::string& id, const Members& members) -> One {
        const auto words = value_of(members, "text");
        const auto theme = value_of(members, "theme");
        if (words.index() == flawed) return std::get<flawed>(words);
        if (theme.index() == flawed) return std::get<flawed>(theme);
        if (!std::get<0>(words)) return "\"text\" is missing";
        const auto count = count_characters(*std::get<0>(words));
        if (count > line_limit::text_characters)
            return "\"text\" has " + std::to_string(count) + " characters; " +
                   std::to_string(line_limit::text_characters) + " is the most";
        return StatementLine{id, *std::get<0>(words), std::get<0>(theme)};
    });
}

std::variant<std::vector<ThemeLine>, LineFlaw> read_theme_lines(std::string_view text) {
    using One = std::variant<ThemeLine, std::string>;
    return read_lines<ThemeLine>(text, [](const std::string& id, const Members& members) -> One {
        const auto theme = value_of(members, "theme");
        const auto label = value_of(members, "label");
        if (theme.index() == flawed) return std::get<flawed>(theme);
        if (label.index() == flawed) return std::get<flawed>(label);
        // What else a line says of a proposal is made anew with the next one.
        return ThemeLine{id, std::get<0>(theme), std::get<0>(label).value_or(""), false, std::nullopt};
    });
}

std::string write_theme_lines(const std::vector<ThemeLine>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += "{\"id\": " + in_quotes(line.id);
        text += ", \"theme\": " + (line.theme ? in_quotes(*line.theme) : "null");
        text += ", \"label\": " + (line.theme ? in_quotes(line.label) : "null");
        if (line.is_sure) text += ", \"sure\": true";
        if (line.second_theme) text += ", \"second_theme\": " + in_quotes(*line.second_theme);
        text += "}\n";
    }
    return text;
}

} // namespace avow::storage
