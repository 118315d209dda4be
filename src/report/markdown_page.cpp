#include "report/markdown_page.hpp"

#include "report/plain_text.hpp"

#include <algorithm>

namespace avow::report {

namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "2. " and "2) " at the start of words would open a numbered list.
bool ends_a_list_number(std::string_view words, std::size_t place) {
    if (place == 0 || (words[place] != '.' && words[place] != ')')) return false;
    for (std::size_t i = 0; i < place; ++i)
        if (!is_digit(words[i])) return false;
    return true;
}

// "&amp;" and "&#38;" would be read as one character.
bool begins_an_entity(std::string_view words) {
    const auto end = words.find(';');
    if (end == std::string_view::npos || end < 2) return false;
    const auto name = words.substr(words[1] == '#' ? 2 : 1, end - (words[1] == '#' ? 2 : 1));
    return !name.empty() && std::ranges::all_of(name, is_letter_or_digit);
}

constexpr std::string_view always_means_something = "\\`*_[]<>|~$^{}#";

bool means_something(std::string_view words, std::size_t place) {
    const char before = place == 0 ? ' ' : words[place - 1];
    const char after = place + 1 < words.size() ? words[place + 1] : ' ';
    if (always_means_something.find(words[place]) != std::string_view::npos) return true;
    switch (words[place]) {
    case '&': return begins_an_entity(words.substr(place));
    case '@': return before == ' ' || before == '('; // a mention on GitHub and GitLab
    case '+':
    case '-':
    case '=': return place == 0;                                                       // a list, a line under a heading
    case ':': return after == '/' || (is_letter_or_digit(after) && !is_digit(before)); // a link by itself, :smile:
    case '.':
        return ends_a_list_number(words, place) ||
               (place >= 3 && (words.substr(place - 3, 3) == "www" || words.substr(place - 3, 3) == "WWW"));
    case ')': return ends_a_list_number(words, place);
    default: return false;
    }
}

} // namespace

std::string as_markdown(std::string_view words) {
    const std::string line = on_one_line(words);
    std::string markdown;
    for (std::size_t place = 0; place < line.size(); ++place) {
        if (means_something(line, place)) markdown += '\\';
        markdown += line[place];
    }
    return markdown;
}

MarkdownPage& MarkdownPage::mark(Markup markup) {
    text_ += markup.text;
    return *this;
}

MarkdownPage& MarkdownPage::words(std::string_view words) {
    text_ += as_markdown(words);
    return *this;
}

} // namespace avow::report
