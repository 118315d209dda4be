// The pages before anybody speaks: welcome, the account of last time, the goal, and the silent minutes.
#include "screen/surface.hpp"

#include <algorithm>
#include <cmath>

namespace avow::screen {

namespace {

// Display size where it fits the lines, title size where it does not; words are never smaller than that, they page.
Setting headline(Painter& paint, const Page& page, std::string_view text, float width, std::size_t lines) {
    const auto display = page.display();
    return paint.wrap(text, display, width).lines.size() <= lines ? display : page.title();
}

// A text of any length in a column: its lines from page `number` on.
std::size_t lines_per_page(const Setting& set, float height) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(height / set.line()));
}

int pages_of(const Paragraph& text, const Setting& set, float height) {
    const auto per_page = lines_per_page(set, height);
    return std::max(1, static_cast<int>((text.lines.size() + per_page - 1) / per_page));
}

void draw_paged(Painter& paint, const Paragraph& text, const Setting& set, Rect room, int number) {
    const auto per_page = lines_per_page(set, room.height);
    if (const auto first = static_cast<std::size_t>(number) * per_page; first < text.lines.size())
        paint.words(room.x, room.y, text, set, first, per_page);
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const slide::Welcome& welcome, int wanted) {
    const std::string team = welcome.team.empty() ? "Welcome" : welcome.team;
    const auto set = headline(paint, page, team, page.body.width, 2);
    const auto heading = paint.wrap(team, set, page.body.width, 3);
    float y = page.body.y + page.unit * 3;
    paint.words(page.body.x, y, heading, set);
    y += heading.height + page.unit;
    paint.words(page.body.x, y, welcome.date, page.label());
    y += page.label().line() + page.unit * 5;

    // Names in as many columns as their longest allows, down each column first, as a roster is read.
    const auto body = page.body_set();
    float widest = 0;
    for (const auto& name : welcome.names) widest = std::max(widest, paint.width_of(name, body));
    widest = std::min(widest, page.body.width) + page.unit * 6;
    const auto columns = std::max<std::size_t>(1, static_cast<std::size_t>((page.body.width + page.unit * 6) / widest));
    const auto rows = std::max<std::size_t>(1, static_cast<std::size_t>((page.body.bottom() - y) / body.line()));
    const std::size_t per_page = rows * columns;
    const int count = std::max(1, static_cast<int>((welcome.names.size() + per_page - 1) / per_page));
    const int number = std::clamp(wanted, 0, count - 1);
    const std::size_t first = static_cast<std::size_t>(number) * per_page;
    const std::size_t shown = std::min(per_page, welcome.names.size() - std::min(first, welcome.names.size()));
    const std::size_t per_column = std::max<std::size_t>(1, (shown + columns - 1) / columns);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto column = i / per_column;
        paint.words(page.body.x +
                        static_cast<float>(column) * (page.body.width + page.unit * 6) / static_cast<float>(columns),
                    y + static_cast<float>(i % per_column) * body.line(),
                    paint.fitted_name(welcome.names[first + i], body, widest - page.unit * 6), body);
    }
    return {number, count};
}

DrawnPage draw_content(Painter& paint, const Page& page, const slide::Account& account, int wanted) {
    const auto heading = page.title();
    paint.words(page.body.x, page.body.y, account.heading, heading);
    const float top = page.body.y + heading.line() + page.unit * 3;
    if (account.lines.empty()) {
        paint.words(page.body.x, top, account.when_empty, page.body_set());
        return {};
    }
    const auto body = page.body_set();
    std::vector<Paragraph> texts;
    std::vector<float> heights;
    for (const auto& line : account.lines) {
        texts.push_back(paint.wrap(line.words, body, page.body.width, 3));
        heights.push_back(texts.back().height + page.label().line() + page.unit * 3);
    }
    const auto pages = row_pages(heights, page.body.bottom() - top, 6);
    const int number = std::clamp(wanted, 0, pages.count() - 1);
    float y = top;
    for (auto i = pages.first(number); i < pages.end(number); ++i) {
        paint.words(page.body.x, y, texts[i], body);
        paint.words(page.body.x, y + texts[i].height,
                    paint.fitted_name(account.lines[i].speaker, page.label(), page.body.width), page.label());
        y += heights[i];
    }
    return {number, pages.count()};
}

DrawnPage draw_content(Painter& paint, const Page& page, const slide::GoalCard& goal, int wanted) {
    const std::string text = goal.goal.empty() ? "What is the goal?" : goal.goal;
    const float width = page.body.width * 10 / 12;
    auto set = headline(paint, page, text, width, goal.measure.empty() ? 3 : 2);
    auto words = balanced(paint, text, set, width);
    const auto measure_set = page.title(Weight::regular);
    const auto measure = paint.wrap(goal.measure, measure_set, width);
    const float measured = goal.measure.empty() ? 0 : page.unit + measure.height;

    // The reasons stand below, on the same page if the goal in title size makes room for them; where goal and reasons need more than the page, the reasons get pages of their own.
    const float column = page.body.width * 5.65f / 12, right_x = page.column(6) + page.body.width * .35f / 12;
    const auto body = page.body_set();
    const std::string us = goal.why_us.empty() ? "The reason is still missing." : goal.why_us;
    const std::string you = goal.why_you.empty() ? "The reason is still missing." : goal.why_you;
    const auto us_words = paint.wrap(us, body, column), you_words = paint.wrap(you, body, column);
    const float reasons = page.unit * 2 + page.label().line() + std::max(us_words.height, you_words.height);
    const float room = page.body.height - page.unit * 4;
    if (words.height + measured + page.unit * 6 + reasons > room)
        set = page.title(Weight::bold), words = balanced(paint, text, set, width);
    const bool on_one_page = words.height + measured + page.unit * 6 + reasons <= room;
    if (!on_one_page) { // then the measure is the last of the goal's lines
        const auto last = paint.wrap(goal.measure, set, width);
        words.lines.insert(words.lines.end(), last.lines.begin(), last.lines.end());
    }
    const int goal_pages = on_one_page ? 0 : pages_of(words, set, room);
    const float reasons_room = page.body.height - page.unit * 4 - page.label().line(); // on pages of their own
    const int reason_pages =
        on_one_page ? 1 : std::max(pages_of(us_words, body, reasons_room), pages_of(you_words, body, reasons_room));
    const int count = goal_pages + reason_pages, number = std::clamp(wanted, 0, count - 1);

    float y = page.body.y + page.unit * 2;
    if (number < goal_pages) {
        draw_paged(paint, words, set, {page.body.x, y, width, room}, number);
        return {number, count};
    }
    if (on_one_page) {
        // The goal hangs a little above the middle, where the eye rests.
        y += (room - words.height - measured - page.unit * 6 - reasons) * .32f;
        paint.words(page.body.x, y, words, set);
        paint.words(page.body.x, y + words.height + page.unit, measure, measure_set);
        y += words.height + measured + page.unit * 6;
    }
    const float line = std::max(2.f, page.whole.height * .0037f);
    paint.rule(page.body.x, y, column, paint.colours.accent, line);
    paint.rule(right_x, y, column, paint.colours.ink, line);
    y += page.unit * 2;
    paint.words(page.body.x, y, "For us", page.label());
    paint.words(right_x, y, "For you", page.label());
    y += page.label().line();
    auto us_set = body, you_set = body;
    if (goal.why_us.empty()) us_set.colour = paint.colours.quiet, us_set.weight = Weight::italic;
    if (goal.why_you.empty()) you_set.colour = paint.colours.quiet, you_set.weight = Weight::italic;
    draw_paged(paint, us_words, us_set, {page.body.x, y, column, page.body.bottom() - y}, number - goal_pages);
    draw_paged(paint, you_words, you_set, {right_x, y, column, page.body.bottom() - y}, number - goal_pages);
    return {number, count};
}

DrawnPage draw_content(Painter& paint, const Page& page, const slide::Writing& writing, int) {
    const auto display = page.display();
    const auto prompt = balanced(paint, writing.prompt, display, page.body.width * 9 / 12);
    float y = page.body.y + (page.body.height - prompt.height - page.em(.2f)) * .4f;
    paint.words(page.body.x, y, prompt, display);
    y += prompt.height + page.unit * 3;
    paint.words(page.body.x, y, writing.aside, page.label());
    if (writing.clock) {
        const Setting clock{Weight::bold, page.em(.16f), paint.colours.ink, 1.1f};
        paint.figures_right(page.body.right(), y, clock_face(*writing.clock), clock);
    }
    return {};
}

} // namespace avow::screen
