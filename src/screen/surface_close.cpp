// Everybody on one page: who, what, by when. As many rows as are read from the back; the rest on further pages.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

DrawnPage draw_content(Painter& paint, const Page& page, const slide::Closing& closing, int wanted) {
    const auto small = page.small();
    const float name_width = page.body.width * 2.4f / 12, by_width = page.body.width * 1.6f / 12, gap = page.unit * 3;
    const float mark_width = page.unit * 4;
    const float words_x = page.body.x + name_width + gap + mark_width;
    const float words_width = page.body.right() - by_width - gap - words_x;

    float top = page.body.y - page.unit;
    const auto title = page.body_set(Weight::semibold);
    const auto headline = fmt::format("{} {} from {} {}", closing.items, closing.items == 1 ? "item" : "items", closing.people,
                                      closing.people == 1 ? "person" : "people");
    paint.words(page.body.x, top, headline, title);
    const float headline_width = paint.width_of(headline, title) + page.unit * 6;
    paint.words_right(page.body.right(), top + (title.line() - page.label().line()) / 2,
                      paint.fitted(closing.next_date, page.label(), page.body.width - headline_width), page.label());
    top += title.line() + page.unit * 2;

    std::vector<Paragraph> texts;
    std::vector<float> heights;
    for (const auto& row : closing.rows) {
        texts.push_back(paint.wrap(row.words.empty() ? "nothing yet" : row.words, small, words_width, 2));
        heights.push_back(texts.back().height + page.unit * 1.6f);
    }
    const auto firsts = page_breaks(heights, page.body.bottom() + page.unit - top, 60);
    const int number = std::clamp(wanted, 0, static_cast<int>(firsts.size()) - 1);
    const auto index = static_cast<std::size_t>(number);
    float y = top;
    const auto last = index + 1 < firsts.size() ? firsts[index + 1] : texts.size();
    for (auto i = firsts[index]; i < last; ++i) {
        const auto& row = closing.rows[i];
        paint.rule(page.body.x, y, page.body.width, paint.colours.hairline, page.whole.height / 1000);
        const float text_y = y + page.unit * .8f;
        // A name stands once for all that the person said, and again where a page begins.
        if (i == firsts[index] || closing.rows[i - 1].speaker != row.speaker) {
            auto name = small;
            name.weight = Weight::semibold;
            paint.words(page.body.x, text_y, paint.fitted(row.speaker, name, name_width), name);
        }
        if (row.mark) paint.mark(*row.mark, {words_x - mark_width * .6f, text_y + small.line() / 2}, page.em(.026f));
        paint.words(words_x, text_y, texts[i], row.words.empty() ? page.label() : small);
        paint.words_right(page.body.right(), text_y, row.by, page.label());
        y += heights[i];
    }
    return {number, static_cast<int>(firsts.size())};
}

} // namespace avow::screen
