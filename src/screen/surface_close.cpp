// The last pages: first everybody and the themes on one page, then who will do what by when, as many rows a page as are
// read from the back.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using slide::Closing;

std::string counted(int number, const char* one, const char* many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

float draw_headline(Painter& paint, const Page& page, const Closing& closing) {
    const auto title = page.body_set(Weight::semibold);
    auto headline = counted(closing.items, "item", "items") + " from " + counted(closing.people, "person", "people");
    const auto read_back = closing.confirmed > 0 ? fmt::format(", {} read back", closing.confirmed) : std::string{};
    const float most = page.body.width - paint.width_of(closing.next_date, page.label()) - page.unit * 6;
    if (paint.width_of(headline + read_back, title) <= most) headline += read_back; // when they meet again comes first
    float y = page.body.y - page.unit;
    paint.words(page.body.x, y, headline, title);
    const float room = page.body.width - paint.width_of(headline, title) - page.unit * 6;
    paint.words_right(page.body.right(), y + (title.line() - page.label().line()) / 2,
                      paint.fitted(closing.next_date, page.label(), room), page.label());
    y += title.line();
    if (!closing.leader_owes.empty()) {
        paint.words(page.body.x, y, paint.fitted(closing.leader_owes, page.label(), page.body.width), page.label());
        y += page.label().line();
    }
    return y + page.unit * 2;
}

// The themes down the left, most people first; what does not fit is counted.
void draw_themes(Painter& paint, const Page& page, const Closing& closing, Rect room) {
    const auto small = page.small();
    const float line = small.line() + page.unit;
    const auto fits = std::max<std::size_t>(1, static_cast<std::size_t>(room.height / line));
    const std::size_t lines = closing.themes.size() + (closing.single_voices > 0 ? 1 : 0);
    const std::size_t shown = lines <= fits ? closing.themes.size() : std::min(closing.themes.size(), fits - 1);
    float y = room.y;
    for (std::size_t i = 0; i < shown; ++i, y += line) {
        const auto& theme = closing.themes[i];
        const auto people = counted(theme.people, "person", "people");
        const float people_width = paint.width_of(people, page.label());
        paint.mark(theme.sign.mark, {room.x + page.em(.018f), y + small.line() / 2}, page.em(.028f));
        const float x = room.x + page.unit * 4.5f;
        paint.words(x, y, paint.fitted(theme.sign.title, small, room.right() - people_width - page.unit * 3 - x),
                    small);
        paint.words_right(room.right(), y, people, page.label());
    }
    const auto left = closing.themes.size() - shown;
    const auto voices = counted(closing.single_voices, "single voice", "single voices");
    if (left > 0)
        paint.words(room.x, y,
                    paint.fitted(fmt::format("{} more, {}", counted(static_cast<int>(left), "theme", "themes"), voices),
                                 page.label(), room.width),
                    page.label());
    else if (closing.single_voices > 0)
        paint.words(room.x, y, voices, page.label());
}

// Everybody down the right, in as many columns as it takes; how many items each leaves with.
void draw_everybody(Painter& paint, const Page& page, const Closing& closing, Rect room) {
    const auto small = page.small();
    const float line = small.line() + page.unit;
    const auto rows = std::max<std::size_t>(1, static_cast<std::size_t>(room.height / line));
    const auto columns = std::max<std::size_t>(1, (closing.everybody.size() + rows - 1) / rows);
    const std::size_t per_column = (closing.everybody.size() + columns - 1) / columns;
    const float width = (room.width - page.unit * 3 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < closing.everybody.size(); ++i) {
        const auto& person = closing.everybody[i];
        const auto column = i / per_column;
        const float x = room.x + static_cast<float>(column) * (width + page.unit * 3);
        const float y = room.y + static_cast<float>(i % per_column) * line;
        const auto items = person.items > 0 ? std::to_string(person.items) : std::string("–");
        const bool has_room = width > small.em * 4; // else the name alone
        const float items_width = has_room ? paint.width_of(items, page.label()) : 0;
        auto name = small;
        name.weight = person.items > 0 ? Weight::semibold : Weight::italic;
        paint.words(x, y, paint.fitted(person.name, name, width - items_width - page.unit), name);
        if (has_room) paint.words_right(x + width, y, items, page.label());
    }
}

void draw_overview(Painter& paint, const Page& page, const Closing& closing, float top) {
    const Rect room{page.body.x, top, page.body.width, page.body.bottom() + page.unit - top};
    paint.rule(room.x, top - page.unit, room.width, paint.colours.hairline, page.whole.height / 1000);
    const bool is_crowd = closing.everybody.size() > 24;
    const float left = closing.themes.empty() ? 0 : room.width * (is_crowd ? 4.5f : 7) / 12;
    if (left > 0) draw_themes(paint, page, closing, {room.x, top, left, room.height});
    const float gap = left > 0 ? page.unit * 8 : 0;
    draw_everybody(paint, page, closing, {room.x + left + gap, top, room.width - left - gap, room.height});
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const Closing& closing, int wanted) {
    const auto small = page.small();
    const float name_width = page.body.width * 2.4f / 12, by_width = page.body.width * 1.6f / 12, gap = page.unit * 3;
    const float mark_width = page.unit * 4;
    const float words_x = page.body.x + name_width + gap + mark_width;
    const float words_width = page.body.right() - by_width - gap - words_x;
    const float top = draw_headline(paint, page, closing);

    auto name = small;
    name.weight = Weight::semibold;
    std::vector<Paragraph> names, texts;
    std::vector<float> heights;
    for (const auto& row : closing.rows) {
        names.push_back(paint.wrap(row.speaker, name, name_width, 2));
        texts.push_back(paint.wrap(row.words.empty() ? "nothing yet" : row.words, small, words_width, 5));
        heights.push_back(std::max(names.back().height, texts.back().height) + page.unit * 1.6f);
    }
    const auto firsts = page_breaks(heights, page.body.bottom() + page.unit - top, 60);
    const int count = closing.rows.empty() ? 1 : 1 + static_cast<int>(firsts.size());
    const int number = std::clamp(wanted, 0, count - 1);
    if (number == 0) {
        draw_overview(paint, page, closing, top + page.unit);
        return {number, count};
    }
    const auto index = static_cast<std::size_t>(number - 1);
    const auto last = index + 1 < firsts.size() ? firsts[index + 1] : texts.size();
    float y = top;
    for (auto i = firsts[index]; i < last; ++i) {
        const auto& row = closing.rows[i];
        // A name stands once for all that the person said, and again where a page begins.
        const bool is_new = i == firsts[index] || closing.rows[i - 1].speaker != row.speaker;
        const float rule_x = is_new ? page.body.x : words_x - mark_width;
        paint.rule(rule_x, y, page.body.right() - rule_x, paint.colours.hairline, page.whole.height / 1000);
        const float text_y = y + page.unit * .8f;
        if (is_new) paint.words(page.body.x, text_y, names[i], name);
        if (row.mark) paint.mark(*row.mark, {words_x - mark_width * .6f, text_y + small.line() / 2}, page.em(.026f));
        paint.words(words_x, text_y, texts[i], row.words.empty() ? page.label() : small);
        paint.words_right(page.body.right(), text_y, row.by, page.label());
        y += heights[i];
    }
    return {number, count};
}

} // namespace avow::screen
