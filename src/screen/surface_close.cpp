// The last pages: first everybody and the themes on one page, then who will do what by when, as many rows a page as are
// read from the back.
#include "report/phrases.hpp"
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace avow::screen {

namespace {

using slide::Closing;

float draw_headline(Painter& paint, const Page& page, const Closing& closing) {
    const auto title = page.body_set(Weight::semibold);
    auto headline = report::counted({closing.items, closing.people});
    const auto read_back = closing.confirmed > 0 ? fmt::format(", {} read back", closing.confirmed) : std::string{};
    const float most = page.body.width - paint.width_of(closing.next_date, page.label()) - page.unit * 6;
    if (paint.width_of(headline + read_back, title) <= most) headline += read_back; // when they meet again comes first
    float y = page.body.y - page.unit;
    paint.words(page.body.x, y, headline, title);
    const float room = page.body.width - paint.width_of(headline, title) - page.unit * 6;
    paint.words_right(page.body.right(), y + (title.line() - page.label().line()) / 2,
                      paint.width_of(closing.next_date, page.label()) <= room
                          ? closing.next_date
                          : paint.fitted(closing.next_day, page.label(), room),
                      page.label());
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
    const auto voices = counted(closing.single_voices, "single voice");
    if (left > 0)
        paint.words(room.x, y,
                    paint.fitted(fmt::format("{} more, {}", counted(left, "theme"), voices), page.label(), room.width),
                    page.label());
    else if (closing.single_voices > 0)
        paint.words(room.x, y, voices, page.label());
}

std::size_t columns_of_people(const Page& page, const Closing& closing, float height) {
    const auto rows = std::max<std::size_t>(1, static_cast<std::size_t>(height / (page.small().line() + page.unit)));
    return std::max<std::size_t>(1, (closing.everybody.size() + rows - 1) / rows);
}

// So that every name stands whole beside its figure.
float width_of_people(Painter& paint, const Page& page, const Closing& closing, float height) {
    float name = 0, items = 0;
    for (const auto& person : closing.everybody) {
        name = std::max(name, paint.width_of(person.name, page.small(Weight::semibold)));
        items = std::max(items, paint.width_of(std::to_string(person.items), page.label()));
    }
    const auto columns = static_cast<float>(columns_of_people(page, closing, height));
    return columns * (name + items + page.unit * 3) + (columns - 1) * page.unit * 3;
}

// Everybody down the right, in as many columns as it takes; how many items each leaves with.
void draw_everybody(Painter& paint, const Page& page, const Closing& closing, Rect room) {
    const auto small = page.small();
    const float line = small.line() + page.unit;
    const auto columns = columns_of_people(page, closing, room.height);
    const std::size_t per_column = (closing.everybody.size() + columns - 1) / columns;
    const float width = (room.width - page.unit * 3 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < closing.everybody.size(); ++i) {
        const auto& person = closing.everybody[i];
        const auto column = i / per_column;
        const float x = room.x + static_cast<float>(column) * (width + page.unit * 3);
        const float y = room.y + static_cast<float>(i % per_column) * line;
        const auto items = person.items > 0 ? std::to_string(person.items) : std::string("–");
        const bool has_room = width > small.em * 3; // else the name alone
        const float items_width = has_room ? paint.width_of(items, page.label()) : 0;
        auto name = small;
        name.weight = person.items > 0 ? Weight::semibold : Weight::italic;
        paint.words(x, y, paint.fitted_name(person.name, name, width - items_width - page.unit), name);
        if (has_room) paint.words_right(x + width, y, items, page.label());
    }
}

void draw_overview(Painter& paint, const Page& page, const Closing& closing, float top) {
    const Rect room{page.body.x, top, page.body.width, page.body.bottom() + page.unit - top};
    paint.rule(room.x, top - page.unit, room.width, paint.colours.hairline, page.whole.height / 1000);
    const float gap = closing.themes.empty() ? 0 : page.unit * 6;
    const float left_by_people = room.width - gap - width_of_people(paint, page, closing, room.height);
    const float left =
        closing.themes.empty() ? 0 : std::clamp(left_by_people, room.width * 4.5f / 12, room.width * 9 / 12);
    if (left > 0) draw_themes(paint, page, closing, {room.x, top, left, room.height});
    draw_everybody(paint, page, closing, {room.x + left + gap, top, room.width - left - gap, room.height});
}

// --- who will do what by when ---

// As wide as the longest name and the longest day need, up to what leaves the words most of the page.
struct Columns {
    Setting name, words;
    float name_width = 0, mark_width = 0, words_x = 0, words_width = 0;
};

Columns columns_of(Painter& paint, const Page& page, const Closing& closing) {
    Columns columns{page.small(Weight::semibold), page.small()};
    float names = 0, days = 0;
    for (const auto& row : closing.rows) {
        names = std::max(names, paint.width_of(row.speaker, columns.name));
        days = std::max(days, paint.width_of(row.by, page.label()));
    }
    const float gap = page.unit * 3;
    columns.mark_width = page.unit * 4;
    columns.name_width = std::clamp(names, page.body.width / 12, page.body.width * 3 / 12);
    columns.words_x = page.body.x + columns.name_width + gap + columns.mark_width;
    columns.words_width = page.body.right() - (days > 0 ? days + gap : 0) - columns.words_x;
    return columns;
}

// A row, or as much of it as a page holds.
struct Piece {
    std::size_t row = 0;
    bool is_first = true;
    Paragraph name, words;
    float height = 0;
};

std::vector<Piece> pieces_of(Painter& paint, const Page& page, const Closing& closing, const Columns& columns,
                             float room) {
    const float between = page.unit * 1.6f;
    const auto most_lines = std::max<std::size_t>(1, static_cast<std::size_t>((room - between) / columns.words.line()));
    std::vector<Piece> pieces;
    for (std::size_t row = 0; row < closing.rows.size(); ++row) {
        const auto& said = closing.rows[row];
        const auto name = paint.wrap(said.speaker, columns.name, columns.name_width, most_lines);
        const auto words =
            paint.wrap(said.words.empty() ? "nothing yet" : said.words, columns.words, columns.words_width);
        bool is_first = true;
        for (auto& part : words.pieces(most_lines, columns.words.line())) {
            const float height = std::max(name.height, part.height) + between;
            pieces.push_back({row, std::exchange(is_first, false), name, std::move(part), height});
        }
    }
    return pieces;
}

void draw_piece(Painter& paint, const Page& page, const Closing::Row& row, const Piece& piece, const Columns& columns,
                float y, bool has_name) {
    const float rule_x = has_name ? page.body.x : columns.words_x - columns.mark_width;
    paint.rule(rule_x, y, page.body.right() - rule_x, paint.colours.hairline, page.whole.height / 1000);
    y += page.unit * .8f;
    if (has_name) paint.words(page.body.x, y, piece.name, columns.name);
    if (row.mark)
        paint.mark(*row.mark, {columns.words_x - columns.mark_width * .6f, y + columns.words.line() / 2},
                   page.em(.026f));
    paint.words(columns.words_x, y, piece.words, row.words.empty() ? page.label() : columns.words);
    if (piece.is_first) paint.words_right(page.body.right(), y, row.by, page.label());
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const Closing& closing, int wanted) {
    const float top = draw_headline(paint, page, closing);
    const float room = page.body.bottom() + page.unit - top;
    const auto columns = columns_of(paint, page, closing);
    const auto pieces = pieces_of(paint, page, closing, columns, room);
    std::vector<float> heights;
    for (const auto& piece : pieces) heights.push_back(piece.height);
    const auto pages = row_pages(heights, room);
    const int count = pieces.empty() ? 1 : 1 + pages.count();
    const int number = std::clamp(wanted, 0, count - 1);
    if (number == 0) {
        draw_overview(paint, page, closing, top + page.unit);
        return {number, count};
    }
    const auto first = pages.first(number - 1); // the overview lies before them
    float y = top;
    for (auto i = first; i < pages.end(number - 1); ++i) {
        // A name stands once for all that the person said, and again where a page begins.
        const bool is_new =
            i == first || closing.rows[pieces[i - 1].row].speaker != closing.rows[pieces[i].row].speaker;
        draw_piece(paint, page, closing.rows[pieces[i].row], pieces[i], columns, y, is_new);
        y += pieces[i].height;
    }
    return {number, count};
}

} // namespace avow::screen
