// A document as Markdown: the same sections, entries and notes that its HTML and its PDF have.
#include "report/markdown.hpp"
#include "report/markdown_page.hpp"

namespace avow::report {

namespace {

void add_notes(MarkdownPage& page, const std::vector<Note>& notes, Markup indent) {
    for (const auto& note : notes) {
        page.mark(indent).mark("- **").words(note.label).mark(":** ").words(note.words);
        if (!note.aside.empty()) page.mark(" (").words(note.aside).mark(")");
        page.mark("\n");
    }
}

} // namespace

void add_section(MarkdownPage& page, const Section& section) {
    page.mark("## ");
    if (!section.mark.empty()) page.words(section.mark).mark(" · ");
    page.words(section.heading).mark("\n\n");
    if (!section.aside.empty()) page.mark("*").words(section.aside).mark("*\n\n");
    for (const auto& entry : section.entries) {
        page.mark("- ");
        if (!entry.speaker.empty()) page.mark("**").words(entry.speaker).mark(":** ");
        page.words(entry.words).mark("\n");
        add_notes(page, entry.notes, "  ");
    }
    for (const auto& line : section.lines) page.mark("- ").words(line).mark("\n");
    page.mark("\n");
}

std::string markdown(const Document& document) {
    MarkdownPage page;
    page.mark("# ").words(document.title).mark("\n\n").words(document.under).mark("\n\n");
    if (!document.goal.empty()) {
        page.mark("## The goal\n\n> ").words(document.goal).mark("\n\n");
        add_notes(page, document.goal_notes, "");
        page.mark(document.goal_notes.empty() ? Markup("") : Markup("\n"));
    }
    for (const auto& section : document.sections) add_section(page, section);
    page.words(document.closing).mark("\n");
    std::string text = page.text();
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

} // namespace avow::report
