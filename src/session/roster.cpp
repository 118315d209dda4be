// Names: how a seat shows one, and how a pasted roster becomes a list of them; and lists of other lines.
#include "session/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace avow {

namespace {

constexpr std::string_view white_space = " \t";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find_first_of(separators);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> words_of_name(std::string_view name) {
    auto words = split(clean_line(name), " ");
    std::erase(words, "");
    return words;
}

bool is_honorific(std::string_view word) {
    constexpr std::array<std::string_view, 6> honorifics = {"dr", "prof", "mr", "mrs", "ms", "mx"};
    if (word.ends_with('.')) word.remove_suffix(1);
    return std::ranges::find(honorifics, folded(word)) != honorifics.end();
}

std::vector<std::string> words_without_honorifics(std::string_view name) {
    auto words = words_of_name(name);
    while (words.size() > 1 && is_honorific(words.front())) words.erase(words.begin());
    return words;
}

// --- A pasted roster ---------------------------------------------------------------------------------------------

std::vector<std::string> lines_in(std::string_view pasted) {
    std::vector<std::string> lines;
    for (std::string line : split(pasted, "\n\r\v\f"))
        if (!trimmed(line).empty()) lines.push_back(std::move(line));
    return lines;
}

bool drop_beginning(std::string_view& text, std::span<const std::string_view> beginnings) {
    for (const std::string_view beginning : beginnings)
        if (text.starts_with(beginning)) {
            text.remove_prefix(beginning.size());
            return true;
        }
    return false;
}

// "1." "1)" "(1)" "#1" "1:" "1", when something follows after a space or the sign itself closes the number.
bool drop_number(std::string_view& text) {
    std::string_view rest = text;
    if (rest.starts_with('(') || rest.starts_with('#')) rest.remove_prefix(1);
    const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    rest.remove_prefix(digits);
    if (digits == 0 || digits > 3) return false;
    const bool is_closed = !rest.empty() && std::string_view(".):").find(rest.front()) != std::string_view::npos;
    if (is_closed) rest.remove_prefix(1);
    if (!is_closed && !rest.empty() && white_space.find(rest.front()) == std::string_view::npos) return false;
    text = rest;
    return true;
}

constexpr std::array<std::string_view, 13> bullets = {"[ ]", "[x]", "[X]", "[]", "*", "-", "•",
                                                      "–",   "—",   "·",   "‣",  "▪", "◦"};

std::string_view without_bullets(std::string_view text) {
    do text = trimmed(text);
    while (!text.empty() && (drop_beginning(text, bullets) || drop_number(text)));
    return text;
}

std::string_view without_quotes(std::string_view text) {
    constexpr std::array<std::string_view, 9> opening = {"\"", "'", "“", "”", "„", "‘", "‚", "«", "»"};
    constexpr std::array<std::string_view, 8> closing = {"\"", "'", "“", "”", "‘", "’", "«", "»"};
    for (const auto open : opening)
        for (const auto close : closing)
            if (text.size() >= open.size() + close.size() && text.starts_with(open) && text.ends_with(close))
                return trimmed(text.substr(open.size(), text.size() - open.size() - close.size()));
    return text;
}

// "Ana <ana@x.org>" is Ana; where there is nothing but an address, what stands before the @ is better than nobody.
std::string without_address(std::string_view text) {
    const auto open = text.find('<');
    const auto close = text.find('>', open == std::string_view::npos ? 0 : open);
    const bool is_address = open != std::string_view::npos && close != std::string_view::npos &&
                            text.substr(open, close - open).find('@') != std::string_view::npos;
    if (!is_address) {
        const auto at = text.find('@');
        const bool is_bare = at != std::string_view::npos && at > 0 && text.find(' ') == std::string_view::npos;
        return std::string(is_bare ? text.substr(0, at) : text);
    }
    std::string rest(trimmed(text.substr(0, open)));
    if (const auto after = trimmed(text.substr(close + 1)); !after.empty())
        rest.append(rest.empty() ? "" : " ").append(after);
    return rest.empty() ? without_address(text.substr(open + 1, close - open - 1)) : rest;
}

std::string_view without_end_marks(std::string_view text) {
    text = trimmed(text);
    while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == '\t'))
        text = trimmed(text.substr(0, text.size() - 1));
    return text;
}

std::string first_with_letters(const std::vector<std::string>& columns) {
    for (const auto& column : columns)
        if (has_letter(column)) return column;
    for (const auto& column : columns)
        if (!without_bullets(column).empty()) return column;
    return {};
}

// What is left when everything around the name is gone; empty when there was no name.
std::string bare_name(std::string_view text) {
    const std::string cleaned = clean_line(text);
    std::string_view rest = without_quotes(without_end_marks(without_bullets(cleaned)));
    const std::string name = clean_line(without_quotes(trimmed(without_address(rest))));
    const bool is_only_signs = std::ranges::all_of(
        name, [](char c) { return c > 0 && c <= '~' && !is_digit(c) && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z'); });
    return is_only_signs ? std::string() : name;
}

std::optional<std::size_t> only_comma(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos) return std::nullopt;
    return comma;
}

// "Lopez, Ana" is Ana Lopez; "Sam Lopez, Jr." is not Jr. Sam Lopez.
std::string turned_round(const std::string& name) {
    constexpr std::array<std::string_view, 8> endings = {"jr", "sr", "ii", "iii", "phd", "md", "mba", "msc"};
    const auto comma = only_comma(name);
    if (!comma) return name;
    const auto last = trimmed(std::string_view(name).substr(0, *comma));
    const auto first = trimmed(std::string_view(name).substr(*comma + 1));
    const auto is_ending = std::ranges::find(endings, folded(first.substr(0, first.find('.')))) != endings.end();
    return is_ending || last.empty() || first.empty() ? name : clean_line(std::string(first).append(" ").append(last));
}

// One of several rows, or of several pieces between semicolons.
std::string name_in_row(const std::string& row) { return turned_round(bare_name(row)); }

// The last of a list in a sentence: "Ana, Bo and Cem".
void add_last_of_list(std::vector<std::string>& parts) {
    std::string last = parts.back();
    parts.pop_back();
    for (const std::string_view joint : {"and ", "& "})
        if (trimmed(last).starts_with(joint)) last = trimmed(last).substr(joint.size());
    for (const std::string_view joint : {" and ", " & "})
        if (const auto at = last.find(joint); at != std::string::npos && at > 0) {
            parts.push_back(last.substr(0, at));
            last = last.substr(at + joint.size());
        }
    parts.push_back(last);
}

std::vector<std::string> names_in_list(std::string_view line, std::string_view separators) {
    auto parts = split(line, separators);
    if (parts.size() > 1 && separators == ",") add_last_of_list(parts);
    std::vector<std::string> names;
    for (const auto& part : parts) {
        if (separators == ";" && std::ranges::count(part, ',') > 1) { // no name has two commas: a list within the list
            for (auto& name : names_in_list(part, ",")) names.push_back(std::move(name));
        } else {
            names.push_back(separators == ";" ? name_in_row(part) : bare_name(part));
        }
    }
    return names;
}

// Commas with nothing after them separate the columns of an exported table, commas with a space the names of a list.
bool is_exported_row(std::string_view line) {
    for (auto comma = line.find(','); comma != std::string_view::npos; comma = line.find(',', comma + 1))
        if (comma + 1 == line.size() || white_space.find(line[comma + 1]) != std::string_view::npos) return false;
    return true;
}

std::vector<std::string> names_in_line(std::string_view line, bool is_only_line) {
    if (const auto columns = split(line, "\t"); columns.size() > 1 && !without_bullets(line).empty())
        return {name_in_row(first_with_letters(columns))};
    line = without_end_marks(line);
    if (line.find(';') != std::string_view::npos) return names_in_list(line, ";");
    const auto commas = std::ranges::count(line, ',');
    if (commas == 0 || (commas == 1 && !is_only_line)) return {name_in_row(std::string(line))};
    if (!is_only_line && is_exported_row(line)) return {bare_name(first_with_letters(split(line, ",")))};
    return names_in_list(line, ",");
}

// What follows the mark of a list; nothing where the line has none.
std::optional<std::string_view> after_mark(std::string_view line) {
    std::string_view rest = line;
    if (!drop_beginning(rest, bullets)) {
        if (!drop_number(rest) || is_digit(line[line.size() - rest.size() - 1])) return std::nullopt; // "3 calls a day"
    }
    if (rest.empty() || white_space.find(rest.front()) == std::string_view::npos) return std::nullopt;
    return trimmed(rest);
}

} // namespace

std::string first_name(std::string_view name) {
    const auto words = words_without_honorifics(name);
    return words.empty() ? std::string() : words.front();
}

std::string initials(std::string_view name) {
    std::vector<std::string> letters;
    for (const auto& word : words_without_honorifics(name))
        if (auto letter = word.starts_with('(') ? std::string() : first_letter_as_capital(word); !letter.empty())
            letters.push_back(std::move(letter));
    if (letters.empty()) return first_characters(first_name(name), 1);
    return letters.size() == 1 ? letters.front() : letters.front() + letters.back();
}

std::vector<std::string> names_in(std::string_view pasted) {
    const auto lines = lines_in(pasted);
    std::vector<std::string> names;
    for (const auto& line : lines)
        for (auto& name : names_in_line(line, lines.size() == 1))
            if (!name.empty()) names.push_back(std::move(name));
    return names;
}

std::vector<std::string> lines_of_list(std::string_view pasted) {
    std::vector<std::string> lines;
    for (const auto& line : lines_in(pasted))
        if (auto words = clean_line(line); !words.empty()) lines.push_back(std::move(words));
    if (std::ranges::all_of(lines, [](const auto& line) { return after_mark(line).has_value(); }))
        for (auto& line : lines) line = clean_line(*after_mark(line));
    return lines;
}

} // namespace avow
