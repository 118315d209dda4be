// The scoreboard of an account: a row a day, as long as what was answered for then. The team's figures, nobody's own.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace avow::screen {

namespace {

using slide::Scoreboard;

constexpr std::array words = {"kept", "part", "missed", "changed"};

int total_of(const Scoreboard::Day& day) { return std::accumulate(day.given.begin(), day.given.end(), 0); }

std::string in_words(const Scoreboard::Day& day) {
    std::string text;
    for (std::size_t i = 0; i < day.given.size(); ++i)
        if (day.given[i] > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", day.given[i], words[i]);
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
    if (board.waiting > 0)
        text += fmt::format(", {} {} to go", board.waiting, board.waiting == 1 ? "promise" : "promises");
    return text;
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const Scoreboard& board, int) {
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
    return {};
}

} // namespace avow::screen
