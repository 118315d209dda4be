#include "report/html.hpp"

#include "report/html_style.hpp"
#include "report/plain_text.hpp"

#include <cstddef>

namespace avow::report {

namespace {

// What is markup and what is words is told apart by type, so that nothing a person said can become a tag.
struct Tag {
    std::string_view text;

    template <std::size_t size>
    consteval Tag(const char (&literal)[size]) : text(literal, size - 1) {}
};

class Page {
public:
    Page& tag(Tag tag) {
        text_ += tag.text;
        return *this;
    }
    Page& words(std::string_view words) {
        text_ += as_html(words);
        return *this;
    }
    Page& style(std::string_view ours) {
        text_ += ours;
        return *this;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

// Each piece of words finds its own direction: a right-to-left name beside a left-to-right label turns nothing round.
void add_notes(Page& page, const std::vector<Note>& notes) {
    if (notes.empty()) return;
    page.tag("<dl>\n");
    for (const auto& note : notes) {
        page.tag("<div><dt>").words(note.label).tag("</dt><dd dir=\"auto\">").words(note.words);
        if (!note.aside.empty()) page.tag(" <span dir=\"auto\">").words(note.aside).tag("</span>");
        page.tag("</dd></div>\n");
    }
    page.tag("</dl>\n");
}

void add_entry(Page& page, const Entry& entry) {
    page.tag("<li>\n<figure>\n<blockquote><p dir=\"auto\">").words(entry.words).tag("</p></blockquote>\n");
    if (!entry.speaker.empty()) page.tag("<figcaption dir=\"auto\">").words(entry.speaker).tag("</figcaption>\n");
    page.tag("</figure>\n");
    add_notes(page, entry.notes);
    page.tag("</li>\n");
}

void add_section(Page& page, const Section& section, std::size_t number) {
    const std::string id = "part-" + std::to_string(number);
    page.tag("<section aria-labelledby=\"").words(id).tag("\">\n<h2 dir=\"auto\" id=\"").words(id).tag("\">");
    if (!section.mark.empty()) page.tag("<span class=\"mark\">").words(section.mark).tag("</span> ");
    page.words(section.heading).tag("</h2>\n");
    if (!section.aside.empty()) page.tag("<p class=\"aside\">").words(section.aside).tag("</p>\n");
    if (!section.entries.empty()) {
        page.tag("<ul class=\"entries\">\n");
        for (const auto& entry : section.entries) add_entry(page, entry);
        page.tag("</ul>\n");
    }
    if (!section.lines.empty()) {
        page.tag("<ul class=\"lines\">\n");
        for (const auto& line : section.lines) page.tag("<li dir=\"auto\">").words(line).tag("</li>\n");
        page.tag("</ul>\n");
    }
    page.tag("</section>\n");
}

void add_goal(Page& page, const Document& document) {
    if (document.goal.empty()) return;
    page.tag("<div class=\"goal\">\n<h2 class=\"label\">The goal</h2>\n<p class=\"words\" dir=\"auto\">");
    page.words(document.goal).tag("</p>\n");
    add_notes(page, document.goal_notes);
    page.tag("</div>\n");
}

void add_head(Page& page, const Document& document) {
    page.tag("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
             "<meta name=\"generator\" content=\"Avow\">\n<title>");
    page.words(document.title + ", " + spoken_with_year(document.date)).tag("</title>\n<style>");
    page.style(html_style).tag("</style>\n</head>\n");
}

} // namespace

std::string as_html(std::string_view words) {
    std::string html;
    for (const char c : on_one_line(words)) switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        case '\'': html += "&#39;"; break;
        default: html += c;
        }
    return html;
}

std::string html(const Document& document) {
    Page page;
    add_head(page, document);
    page.tag("<body>\n<header>\n<h1 dir=\"auto\">")
        .words(document.title)
        .tag("</h1>\n<p class=\"under\" dir=\"auto\">");
    page.words(document.under).tag("</p>\n</header>\n<main>\n");
    add_goal(page, document);
    std::size_t number = 0;
    for (const auto& section : document.sections) add_section(page, section, ++number);
    page.tag("</main>\n");
    if (!document.closing.empty()) page.tag("<footer>\n<p>").words(document.closing).tag("</p>\n</footer>\n");
    page.tag("</body>\n</html>\n");
    return page.text();
}

} // namespace avow::report
