#include "report/markdown_page.hpp"

#include "report/plain_text.hpp"

namespace avow::report {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "2. " and "2) " at the start of words would open a numbered list.
bool ends_a_list_number(std::string_view words, std::size_t place) {
    if (place == 0 || (words[place] != '.' && words[place] != ')')) return false;
    for (std::size_t i = 0; i < place; ++i)
        if (!is_digit(words[i])) return false;
    return true;
}

bool means_something(std::string_view words, std::size_t place) {
    const char before = place == 0 ? ' ' : words[place - 1];
    const char after = place + 1 < words.size() ? words[place + 1] : ' ';
    switch (words[place]) {
    case '\\': case '`': case '*': case '_': case '[': case ']': case '<': case '>': case '|': case '~': case '$':
    case '^': case '{': case '}':
        return true;
    case '&': return after == '#' || is_letter_or_digit(after); // an entity
    case '#': return true;                                      // a heading, and what closes one
    case '@': return before == ' ' || before == '(';            // a mention on GitHub and GitLab
    case '+': case '-': case '=': return place == 0;            // a list, a line under a heading
    case ':': return after == '/' || (is_letter_or_digit(after) && !is_digit(before)); // a link by itself, :smile:
    case '.': return ends_a_list_number(words, place) || (place >= 3 && (words.substr(place - 3, 3) == "www" || words.substr(place - 3, 3) == "WWW"));
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
