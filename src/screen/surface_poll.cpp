// A question to the room: while answers come in, a dot for each that is in; then a dot for each answer where it was given,
// and beneath them what that says in words. Always one page, for three people or sixty.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace avow::screen {

namespace {

using slide::AskedRoom;

int rows_for(int count, int across) { return (count + across - 1) / across; }

// Dots in a field, as many side by side as makes them largest.
struct Dots {
    int across = 1;
    float step = 0; // from centre to centre
};

Dots fit_dots(int count, float width, float height, float most) {
    Dots best;
    for (int across = 1; across <= std::max(1, count); ++across) {
        const float step = std::min({width / static_cast<float>(across),
                                     height / static_cast<float>(std::max(1, rows_for(count, across))), most});
        if (step > best.step) best = {across, step};
    }
    return best;
}

// One above the other, as long as they stay large enough to be told apart from the last row; else as many side by side as
// that takes.
Dots stack_dots(int count, float width, float height, float least, float most) {
    for (int across = 1; across <= count; ++across) {
        const float step =
            std::min({width / static_cast<float>(across), height / static_cast<float>(rows_for(count, across)), most});
        if (step >= least) return {across, step};
    }
    return fit_dots(count, width, height, most);
}

// In as many lines as leave room for the dots, which are what is looked at.
float draw_question(Painter& paint, const Page& page, const AskedRoom& asked, float words) {
    const float room = page.body.height - words - page.label().line() - page.body_set().line() * 2.6f;
    const auto lines_of = [&](const Setting& set, int most) {
        const auto fit = std::clamp(static_cast<int>(room / set.line()), 1, most);
        return paint.wrap(asked.question, set, page.body.width, static_cast<std::size_t>(fit));
    };
    auto set = page.title();
    auto lines = lines_of(set, 2);
    if (lines.is_cut) set = page.body_set(Weight::semibold), lines = lines_of(set, 5);
    float y = page.body.y - page.unit;
    paint.words(page.body.x, y, lines, set);
    y += lines.height + page.unit * .6f;
    paint.words(page.body.x, y, paint.fitted(asked.prompt, page.label(), page.body.width), page.label());
    return y + page.label().line() + page.unit * 2;
}

// --- while it is open ---

std::string progress_of(const AskedRoom& asked) {
    const bool is_counted = !is_by_person(asked.kind);
    return fmt::format("{} of {}{}", asked.answered, asked.asked, is_counted ? " counted" : "");
}

// Those that are in are large and full, the others small and hollow; the figure beneath counts them.
void draw_progress(Painter& paint, const Page& page, const AskedRoom& asked, Rect field) {
    const float gap = page.unit * 2;
    const auto figure = page.display();
    const Rect room{field.x, field.y, field.width, field.height - figure.line() - gap};
    const auto dots = fit_dots(asked.asked, room.width, room.height, page.em(.16f));
    const int rows = rows_for(asked.asked, dots.across);
    const float top = room.y + (room.height - dots.step * static_cast<float>(rows)) / 2;
    for (int i = 0; i < asked.asked; ++i) {
        const int row = i / dots.across;
        const int in_row = row + 1 < rows ? dots.across : asked.asked - dots.across * row;
        const float left = room.x + (room.width - dots.step * static_cast<float>(in_row)) / 2;
        const ImVec2 centre{left + dots.step * (static_cast<float>(i % dots.across) + .5f),
                            top + dots.step * (static_cast<float>(row) + .5f)};
        const float small = dots.step * .14f;
        if (i < asked.answered)
            paint.dot(centre, dots.step * .38f, paint.colours.accent);
        else
            paint.frame({centre.x - small, centre.y - small, 2 * small, 2 * small}, paint.colours.quiet,
                        std::max(1.f, page.unit * .2f), 2 * small);
    }
    const auto words = progress_of(asked);
    paint.words(field.x + (field.width - paint.width_of(words, figure)) / 2, field.bottom() - figure.line(), words,
                figure);
}

// --- the spread of answers ---

void draw_column(Painter& paint, const Page& page, const AskedRoom::Column& column, Dots dots, Rect field) {
    const float centre = field.x + field.width / 2;
    for (int i = 0; i < column.count; ++i) {
        const int row = i / dots.across;
        const int in_row = std::min(dots.across, column.count - row * dots.across);
        const float left = centre - dots.step * static_cast<float>(in_row) / 2;
        paint.dot({left + dots.step * (static_cast<float>(i % dots.across) + .5f),
                   field.bottom() - dots.step * (static_cast<float>(row) + .5f) - page.unit * .4f},
                  dots.step * .42f, paint.colours.accent);
    }
    auto set = page.body_set(column.count > 0 ? Weight::bold : Weight::regular);
    if (column.count == 0) set.colour = paint.colours.quiet;
    const auto label = paint.fitted(column.label, set, field.width);
    paint.words(centre - paint.width_of(label, set) / 2, field.bottom() + page.unit * .8f, label, set);
}

void draw_spread(Painter& paint, const Page& page, const std::vector<AskedRoom::Column>& columns, Rect field) {
    field.height -= page.body_set().line() + page.unit;
    int most = 1;
    for (const auto& column : columns) most = std::max(most, column.count);
    const float width = field.width / static_cast<float>(columns.size());
    const auto dots = stack_dots(most, width * .86f, field.height - page.unit, page.em(.040f), page.em(.085f));
    paint.rule(field.x, field.bottom(), field.width, paint.colours.quiet, std::max(1.f, page.unit * .14f));
    for (std::size_t i = 0; i < columns.size(); ++i)
        draw_column(paint, page, columns[i], dots,
                    {field.x + width * static_cast<float>(i), field.y, width, field.height});
}

// --- votes ---

float row_of_votes(const Page& page, const Setting& set) { return set.line() + page.unit * .9f; }

float draw_name(Painter& paint, const Setting& set, const AskedRoom::Column& column, float x, float y, float width,
                std::size_t most_lines = 1) { // returns its height
    if (column.mark) return draw_theme_title(paint, {*column.mark, column.label}, set, x, y, width, most_lines);
    paint.words(x, y, paint.fitted(column.label, set, width), set);
    return set.line();
}

// A dot a vote where they fit side by side, else a bar of the same length.
void draw_votes(Painter& paint, const Page& page, int count, float x, float y, float width, int most) {
    const auto set = page.body_set();
    const float step = std::min(width / static_cast<float>(std::max(1, most)), set.em * 1.05f);
    const float middle = y + set.line() / 2;
    if (step < page.unit * 1.2f)
        paint.fill({x, middle - page.unit, step * static_cast<float>(count), page.unit * 2}, paint.colours.accent);
    else
        for (int i = 0; i < count; ++i)
            paint.dot({x + step * (static_cast<float>(i) + .5f), middle}, step * .40f, paint.colours.accent);
}

void draw_more(Painter& paint, const Page& page, std::size_t left_out, float y) {
    paint.words(page.body.x, y, fmt::format("and {} more", left_out), page.label());
}

// How many rows fit; where some do not, one is kept for the line that counts them.
std::size_t rows_shown(const Page& page, std::size_t count, float height, float row) {
    const auto fit = static_cast<std::size_t>(std::max(1.f, height / row));
    if (count <= fit) return count;
    return static_cast<std::size_t>(std::max(1.f, (height - page.label().line()) / row));
}

// As wide as the longest name, so that it stands whole where the dots leave room for it.
float width_of_names(Painter& paint, const Setting& set, const std::vector<AskedRoom::Column>& columns, float width) {
    const float mark_and_letter = set.em * 2.4f;
    float longest = 0;
    for (const auto& column : columns)
        longest = std::max(longest, paint.width_of(column.label, set) + (column.mark ? mark_and_letter : set.em * .2f));
    return std::clamp(longest, width * .4f, width * .7f);
}

void draw_weights(Painter& paint, const Page& page, const AskedRoom& asked, Rect field) {
    const auto set = page.body_set(Weight::semibold);
    const float row = row_of_votes(page, set);
    const auto shown = rows_shown(page, asked.columns.size(), field.height, row);
    const float name = width_of_names(paint, set, asked.columns, field.width), figure = page.em(share::body) * 1.9f;
    const int most = asked.columns.empty() ? 1 : std::max(1, asked.columns.front().count);
    float y = field.y;
    for (std::size_t i = 0; i < shown; ++i, y += row) {
        const auto& column = asked.columns[i];
        draw_name(paint, set, column, field.x, y, name);
        paint.words_right(field.x + name + figure, y, std::to_string(column.count), page.body_set(Weight::bold));
        const float x = field.x + name + figure + page.unit * 2;
        draw_votes(paint, page, column.count, x, y, field.right() - x, most);
    }
    if (shown < asked.columns.size()) draw_more(paint, page, asked.columns.size() - shown, y);
}

// What can be chosen, while it is being counted: in one column, or in two small ones where there is much.
void draw_choices(Painter& paint, const Page& page, const AskedRoom& asked, Rect field) {
    const auto figure = page.title(Weight::bold);
    paint.words_right(field.right(), field.bottom() - figure.line(), progress_of(asked), figure);
    field.height -= figure.line() + page.unit;
    auto set = page.body_set(Weight::semibold);
    const auto rows = [&] {
        return std::max(std::size_t{1}, static_cast<std::size_t>(field.height / row_of_votes(page, set)));
    };
    const std::size_t columns = asked.columns.size() > rows() ? 2 : 1;
    if (columns == 2) set = page.small(Weight::semibold);
    const float row = row_of_votes(page, set);
    const auto in_column = std::min(rows(), (asked.columns.size() + columns - 1) / columns);
    const auto shown = std::min(asked.columns.size(), in_column * columns);
    const float width = field.width / static_cast<float>(columns);
    // Where there is room for it a name takes a second line rather than lose its end.
    const bool has_room = field.height >= static_cast<float>(in_column) * (row + set.line());
    float y = field.y;
    for (std::size_t i = 0; i < shown; ++i) {
        if (i % in_column == 0) y = field.y;
        y += draw_name(paint, set, asked.columns[i], field.x + width * static_cast<float>(i / in_column), y,
                       width - page.unit * 3, has_room ? 2 : 1) +
             row - set.line();
    }
    if (shown < asked.columns.size()) draw_more(paint, page, asked.columns.size() - shown, field.bottom() + page.unit);
}

// --- in words ---

float words_height(Painter& paint, const Page& page, const AskedRoom& asked) {
    float height = 0;
    for (std::size_t i = 0; i < asked.words.size(); ++i)
        height += paint.wrap(asked.words[i], page.body_set(), page.body.width, 2).height;
    return height;
}

void draw_words(Painter& paint, const Page& page, const AskedRoom& asked, float y) {
    for (std::size_t i = 0; i < asked.words.size(); ++i) {
        const auto set = page.body_set();
        const auto lines = paint.wrap(asked.words[i], set, page.body.width, 2);
        paint.words(page.body.x, y, lines, set);
        y += lines.height;
    }
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const AskedRoom& asked, int) {
    const float words = words_height(paint, page, asked);
    const float top = draw_question(paint, page, asked, words);
    const float bottom = page.body.bottom() - words;
    const Rect field{page.body.x, top, page.body.width, bottom - top - (words > 0 ? page.unit * 2 : 0)};
    const bool is_vote = asked.kind == PollKind::votes;
    if (asked.is_open && is_by_person(asked.kind))
        draw_progress(paint, page, asked, field);
    else if (asked.is_open)
        draw_choices(paint, page, asked, field);
    else if (is_vote)
        draw_weights(paint, page, asked, field);
    else
        draw_spread(paint, page, asked.columns, field);
    draw_words(paint, page, asked, bottom);
    return {};
}

} // namespace avow::screen
