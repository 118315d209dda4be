// The scoreboard of an account: a row a day, as long as what was answered for then; and on a page of its own, whether what
// was promised was done against whether the result came. The team's figures, nobody's own.
#include "screen/surface.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace avow::screen {

namespace {

using slide::Scoreboard;

constexpr std::array outcome_words = {"kept", "part", "missed", "changed"};

int total_of(const Scoreboard::Day& day) { return std::accumulate(day.given.begin(), day.given.end(), 0); }

std::string in_words(const Scoreboard::Day& day) {
    std::string text;
    for (std::size_t i = 0; i < day.given.size(); ++i)
        if (day.given[i] > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", day.given[i], outcome_words[i]);
    return text;
}

// Full, half, empty, dashed: told apart without colour, and said in words beside it.
void draw_bar(Painter& paint, const Page& page, const Scoreboard::Day& day, float x, float y, float unit) {
    const float height = page.unit * 2.6f, line = std::max(2.f, page.unit * .28f), gap = page.unit * .5f;
    for (std::size_t i = 0; i < day.given.size(); ++i) {
        if (day.given[i] == 0) continue;
        const Rect part{x, y, std::max(line * 3, unit * static_cast<float>(day.given[i]) - gap), height};
        if (i == 0) paint.fill(part, paint.colours.accent);
        if (i == 1) paint.fill({part.x, part.y + part.height / 2, part.width, part.height / 2}, paint.colours.accent);
        if (i < 3) paint.frame(part, paint.colours.accent, line);
        if (i == 3) paint.dashed_frame(part, paint.colours.accent, line);
        x += unit * static_cast<float>(day.given[i]);
    }
}

std::string headline_of(const Scoreboard& board) {
    if (board.days.empty()) return "Nobody has answered yet";
    auto text = std::string("How we have answered");
    if (board.waiting > 0) text += ", " + counted(board.waiting, "promise") + " to go";
    return text;
}

void draw_days(Painter& paint, const Page& page, const Scoreboard& board) {
    const auto title = page.title();
    float y = page.body.y - page.unit;
    paint.words(page.body.x, y, paint.fitted(headline_of(board), title, page.body.width), title);
    const float foot = page.body.bottom() - page.label().line() + page.unit;
    if (board.promised > 0)
        paint.words(page.body.x, foot, fmt::format("{} promised for next time", board.promised), page.label());
    y += title.line() + page.unit * 3;
    const float row = page.body_set().line() + page.unit * 4.6f;
    const auto fit = static_cast<std::size_t>(std::max(1.f, (foot - y) / row));
    int most = 1;
    for (const auto& day : board.days) most = std::max(most, total_of(day));
    const float unit = page.body.width / static_cast<float>(most);
    for (std::size_t i = 0; i < std::min(fit, board.days.size()); ++i) {
        const auto& day = board.days[i];
        const auto set = page.body_set(i == 0 ? Weight::semibold : Weight::regular);
        const float date_width = std::min(page.body.width * .45f, paint.width_of(day.date, set));
        paint.words(page.body.x, y, paint.fitted(day.date, set, date_width), set);
        paint.words_right(page.body.right(), y,
                          paint.fitted(in_words(day), set, page.body.width - date_width - page.unit * 3), set);
        draw_bar(paint, page, day, page.body.x, y + set.line() + page.unit * .4f, unit);
        y += row;
    }
}

// --- plan or luck ---

struct Square {
    int count = 0;
    std::string_view meaning;
};

// Large, with its meaning below; where the last row sits far away, beside it and on two lines.
void draw_square(Painter& paint, const Page& page, const Square& square, Rect rect) {
    const float x = rect.x + page.unit * 3, width = rect.width - page.unit * 4;
    const auto below = paint.wrap(square.meaning, page.body_set(), width, 2);
    const auto count = std::to_string(square.count);
    if (const auto set = page.display(); set.line() + below.height <= rect.height) {
        const float two_lines = page.body_set().line() * 2; // so that all figures of a row stand on one line
        const float y = rect.y + std::max(0.f, rect.height - set.line() - two_lines) / 2;
        paint.words(x, y, count, set);
        return paint.words(x, y + set.line(), below, page.body_set());
    }
    const auto set = page.body_set(Weight::bold);
    const float beside = paint.width_of("00", set) + page.unit * 2;
    const auto meaning = paint.wrap(square.meaning, page.small(), width - beside, 2);
    paint.words(x, rect.y + (rect.height - set.line()) / 2, count, set);
    paint.words(x + beside, rect.y + (rect.height - meaning.height) / 2, meaning, page.small());
}

void draw_luck(Painter& paint, const Page& page, const insight::LuckSquares& squares) {
    const auto title = page.title(), label = page.label(), head = page.small(Weight::semibold);
    float y = page.body.y - page.unit;
    paint.words(page.body.x, y, paint.fitted("Plan or luck", title, page.body.width), title);
    y += title.line();
    const auto of_what = paint.wrap(fmt::format("Of {} promises that have an answer and a result", squares.n()), label,
                                    page.body.width, 2);
    const float foot = page.body.bottom() + page.unit - of_what.height;
    paint.words(page.body.x, foot, of_what, label);
    const float left = page.body.x + page.body.width * .2f, width = (page.body.right() - left) / 2;
    const float top = y + head.line(), height = (foot - top) / 2;
    paint.words(left + page.unit * 3, y, paint.fitted("Result hit", head, width - page.unit * 3), head);
    paint.words(left + width + page.unit * 3, y, paint.fitted("Result missed", head, width - page.unit * 3), head);
    struct Row {
        std::string_view name;
        Square hit, missed;
    };
    const std::array rows = {Row{"Promise kept",
                                 {squares.kept_and_hit, "as planned"},
                                 {squares.kept_not_hit, "unlucky, or the wrong promise"}},
                             Row{"Not kept", {squares.hit_not_kept, "lucky"}, {squares.neither, "as expected"}}};
    float row_y = top;
    for (const auto& row : rows) {
        paint.rule(page.body.x, row_y, page.body.width, paint.colours.hairline, std::max(1.f, page.unit * .14f));
        const auto name = paint.wrap(row.name, head, left - page.body.x, 2);
        paint.words(page.body.x, row_y + (height - name.height) / 2, name, head);
        draw_square(paint, page, row.hit, {left, row_y, width, height});
        draw_square(paint, page, row.missed, {left + width, row_y, width, height});
        row_y += height;
    }
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const Scoreboard& board, int wanted) {
    DrawnPage drawn;
    drawn.count = board.luck ? 2 : 1;
    drawn.number = std::clamp(wanted, 0, drawn.count - 1);
    if (drawn.number == 0)
        draw_days(paint, page, board);
    else
        draw_luck(paint, page, *board.luck);
    return drawn;
}

} // namespace avow::screen
