#include "read_back.hpp"

#include <stdexcept>
#include <tuple>
#include <utility>

namespace avow::read_back {

namespace {

// What stands between an opening and the next closing, each time.
std::vector<std::string> between(std::string_view text, std::string_view opening, std::string_view closing) {
    std::vector<std::string> found;
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at)) {
        at += opening.size();
        const auto end = text.find(closing, at);
        if (end == std::string_view::npos) throw std::runtime_error("not closed");
        found.emplace_back(text.substr(at, end - at));
    }
    return found;
}

std::string without_entities(std::string_view html) {
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string words;
    while (!html.empty()) {
        std::size_t size = 1;
        char letter = html.front();
        if (letter == '<' || letter == '>') throw std::runtime_error("a tag among words");
        if (letter == '&') {
            size = 0;
            for (const auto& [written, meant] : entities)
                if (html.starts_with(written)) std::tie(size, letter) = std::pair(written.size(), meant);
            if (size == 0) throw std::runtime_error("an ampersand that stands for nothing");
        }
        words += letter;
        html.remove_prefix(size);
    }
    return words;
}

std::string without_backslashes(std::string_view markdown) {
    std::string words;
    for (std::size_t at = 0; at < markdown.size(); ++at) {
        if (markdown[at] == '\\') ++at;
        words += markdown.at(at);
    }
    return words;
}

// A JSON string from behind its opening quote to its closing one.
std::string json_string(std::string_view json) {
    std::string words;
    for (std::size_t at = 0; json.at(at) != '"'; ++at) {
        if (json[at] == '\\' && json.at(at + 1) != '"' && json[at + 1] != '\\' && json[at + 1] != '/')
            throw std::runtime_error("an escape that no statement needs");
        if (json[at] == '\\') ++at;
        words += json[at];
    }
    return words;
}

bool is_calculated(char c) { return std::string_view("=+-@").find(c) != std::string_view::npos; }

template <class Read>
std::vector<std::string> each(std::vector<std::string> found, Read read) {
    for (auto& words : found) words = read(words);
    return found;
}

} // namespace

std::vector<std::vector<std::string>> rows_of_csv(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (!text.starts_with(byte_order_mark)) throw std::runtime_error("no byte order mark");
    text.remove_prefix(byte_order_mark.size());
    std::vector<std::vector<std::string>> rows = {{""}};
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& cell = rows.back().back();
        if (is_quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cell += text[++i];
        else if (text[i] == '"')
            is_quoted = !is_quoted;
        else if (is_quoted)
            cell += text[i];
        else if (text[i] == ',')
            rows.back().emplace_back();
        else if (text.substr(i, 2) == "\r\n") {
            rows.push_back({""});
            ++i;
        } else
            cell += text[i];
    }
    if (is_quoted || rows.back() != std::vector<std::string>{""}) throw std::runtime_error("not ended");
    rows.pop_back();
    return rows;
}

std::vector<std::string> statements_in_csv(std::string_view csv) {
    std::vector<std::string> statements;
    auto rows = rows_of_csv(csv);
    for (std::size_t row = 1; row < rows.size(); ++row) {
        auto cell = rows[row].at(5);
        if (cell.size() > 1 && cell[0] == '\'' && is_calculated(cell[1])) cell.erase(0, 1);
        statements.push_back(std::move(cell));
    }
    return statements;
}

std::vector<std::string> statements_in_json(std::string_view json) {
    constexpr std::string_view key = "\"statement\": \"";
    std::vector<std::string> statements;
    for (auto at = json.find(key); at != std::string_view::npos; at = json.find(key, at + 1))
        statements.push_back(json_string(json.substr(at + key.size())));
    return statements;
}

std::vector<std::string> statements_in_html(std::string_view html) {
    return each(between(html, "<blockquote><p dir=\"auto\">", "</p></blockquote>"), without_entities);
}

std::vector<std::string> statements_in_agenda_html(std::string_view html) {
    return each(between(html, "<p class=\"said\">“<bdi>", "</bdi>”</p>"), without_entities);
}

// "- **Ana:** words", and not "  - **By:** ..." below it; the goal's and parked lines have another shape.
std::vector<std::string> statements_in_markdown(std::string_view markdown) {
    std::vector<std::string> statements;
    const auto themes = markdown.find("\n## ", markdown.find("\n## ") + 1);
    if (themes == std::string_view::npos) return statements;
    for (const auto& line : between(markdown.substr(themes), "\n- **", "\n"))
        statements.push_back(without_backslashes(std::string_view(line).substr(line.find(":** ") + 4)));
    return statements;
}

std::vector<std::string> headings_in_agenda(std::string_view markdown) {
    return each(between(markdown, "\n### ", "\n"), [](std::string_view line) {
        const auto begin = line.find("“") + std::string_view("“").size();
        return without_backslashes(line.substr(begin, line.rfind("”") - begin));
    });
}

} // namespace avow::read_back
