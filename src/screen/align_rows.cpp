#include "screen/align_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

float draw_align_head(Painter& paint, const Page& page, std::string_view question, std::string_view at_right) {
    const float width = page.body.width - paint.width_of(at_right, page.label()) - page.unit * 4;
    auto set = page.title(Weight::bold);
    auto words = paint.wrap(question, set, width, 1);
    if (words.is_cut) set = page.body_set(Weight::bold), words = paint.wrap(question, set, width, 3);
    const float y = page.body.y - page.unit;
    paint.words(page.body.x, y, words, set);
    paint.words_right(page.body.right(), y + (set.line() - page.label().line()) / 2, at_right, page.label());
    return y + words.height + page.unit * 3;
}

std::string step_in_words(slide::AlignStep step) {
    const int number = static_cast<int>(step) + 1;
    return number <= slide::steps_of_path ? fmt::format("step {} of {}", number, slide::steps_of_path) : std::string{};
}

std::vector<Chunk> chunks_of(Painter& paint, const Page& page, std::size_t row, const std::string& words,
                             const std::vector<std::string>& notes, const Setting& set, float width, float room) {
    std::vector<Chunk> chunks;
    const auto add = [&](const Paragraph& whole, const Setting& of, bool is_note) {
        const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(room / of.line()));
        auto parts = whole.pieces(most, of.line());
        for (auto& part : parts) {
            const bool fits = is_note && !chunks.empty() && chunks.back().height + part.height <= room;
            if (!fits) chunks.push_back({row, {}, {}, chunks.empty(), false, 0});
            auto& chunk = chunks.back();
            chunk.height += part.height;
            chunk.goes_on = &part != &parts.back();
            if (is_note)
                chunk.notes.push_back(std::move(part));
            else
                chunk.words = std::move(part);
        }
    };
    add(paint.wrap(words, set, width), set, false);
    for (const auto& note : notes) add(paint.wrap(note, page.label(), width), page.label(), true);
    return chunks;
}

void draw_chunk(Painter& paint, const Page& page, const Chunk& chunk, const Setting& set, float x, float y) {
    if (!chunk.words.lines.empty()) {
        paint.words(x, y, chunk.words, set);
        if (chunk.goes_on && chunk.notes.empty())
            paint.goes_on(x, y + chunk.words.height - set.line(), chunk.words, chunk.words.lines.size() - 1, set);
        y += chunk.words.height;
    }
    for (const auto& note : chunk.notes) {
        paint.words(x, y, note, page.label());
        y += note.height;
    }
}

PageOfRows page_of_rows(const std::vector<float>& heights, float room, int wanted) {
    const auto pages = row_pages(heights, room);
    const int number = std::clamp(wanted, 0, pages.count() - 1);
    return {pages.first(number), pages.end(number), {number, pages.count()}};
}

int page_that_shows(const std::vector<float>& heights, float room, int wanted,
                    const std::function<bool(std::size_t)>& is_meant) {
    const auto shows = [&](int number) {
        const auto page = page_of_rows(heights, room, number);
        for (auto i = page.first; i < page.last; ++i)
            if (is_meant(i)) return true;
        return false;
    };
    if (shows(wanted)) return wanted;
    const int count = page_of_rows(heights, room, 0).drawn.count;
    for (int number = 0; number < count; ++number)
        if (shows(number)) return number;
    return wanted;
}

} // namespace avow::screen
