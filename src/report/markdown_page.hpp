// A page of Markdown in the making. What is markup and what is words is told apart by type, so that nothing a person
// said can become a heading, a link or a tag by being forgotten.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace avow::report {

// A piece of our own Markdown: only a literal in the program can be one.
struct Markup {
    std::string_view text;

    template <std::size_t size>
    consteval Markup(const char (&literal)[size]) : text(literal, size - 1) {}
};

// Words as Markdown that shows them as typed. CommonMark lets a backslash stand before any punctuation; it is put only
// where the character would otherwise mean something (to GitHub, GitLab and Pandoc too), so that the source reads well.
std::string as_markdown(std::string_view words);

class MarkdownPage {
public:
    MarkdownPage& mark(Markup markup);
    MarkdownPage& words(std::string_view words); // on one line, neutral
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

} // namespace avow::report
