#include "screen/surface.hpp"

#include "screen/motion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace avow::screen {

namespace {

// --- the ribbon: the stage, the goal always, the clock ---

float ribbon_height(const Page& page) { return page.em(.098f); }

// In a frame, so that nobody takes what stands below it for said. Answers where the next thing goes.
float draw_rehearsal_word(Painter& paint, const Page& page, float x, float y) {
    constexpr const char* word = "Rehearsal";
    const auto set = page.small(Weight::bold);
    const float pad = page.unit * 1.2f, width = paint.width_of(word, set) + 2 * pad;
    paint.frame({x, y - page.unit * .3f, width, set.line() + page.unit * .6f}, paint.colours.ink,
                std::max(1.f, page.whole.height / 500), page.unit);
    paint.words(x + pad, y, word, set);
    return x + width + page.unit * 4;
}

void draw_ribbon(Painter& paint, const Page& page, const slide::Ribbon& ribbon, const DrawnPage& drawn) {
    const float y = page.whole.y + (ribbon_height(page) - page.small().line()) / 2;
    const float x = ribbon.is_rehearsal ? draw_rehearsal_word(paint, page, page.body.x, y) : page.body.x;
    float right = page.body.right();
    const auto put_right = [&](std::string_view text, const Setting& set) {
        paint.words_right(right, y, text, set);
        right -= paint.width_of(text, set) + page.unit * 6;
    };
    if (ribbon.clock) {
        auto set = page.small(Weight::semibold);
        if (ribbon.clock->seconds_left < 0) set.colour = paint.colours.accent_words;
        right = paint.figures_right(right, y, clock_face(*ribbon.clock), set) - page.unit * 6;
    }
    if (drawn.count > 1) put_right(fmt::format("{} of {}", drawn.number + 1, drawn.count), page.label());
    auto stage = page.small(Weight::semibold);
    stage.colour = paint.colours.accent_words;
    paint.words(x, y, ribbon.stage, stage);
    const float goal_x = x + paint.width_of(ribbon.stage, stage) + page.unit * 4;
    paint.words(goal_x, y, paint.fitted(ribbon.goal, page.label(), right - goal_x), page.label());
    paint.rule(page.body.x, page.whole.y + ribbon_height(page), page.body.width, paint.colours.hairline,
               page.whole.height / 1000);
}

// --- the seat row ---

using slide::Seat;
using slide::SeatSign;

struct SeatRow {
    std::vector<std::vector<std::size_t>> lines; // indices of seats
    std::vector<std::string> texts;
    std::vector<float> widths; // where there is room the same whoever has the turn, so that no name moves
    float line_height = 0;
    float height = 0;
};

std::string text_of_seat(const Seat& seat, bool is_short) {
    const std::string& name = is_short ? seat.initials : seat.name;
    switch (seat.sign) {
    case SeatSign::next: return "› " + name;
    case SeatSign::late: return name + " …";
    case SeatSign::absent: return "– " + name;
    case SeatSign::passed: return name + " ↷";
    default: return name;
    }
}

Setting setting_of_seat(const Page& page, const Seat& seat) {
    auto set = page.label();
    if (seat.sign == SeatSign::speaking)
        set = page.small(Weight::bold);
    else if (seat.sign == SeatSign::next)
        set.colour = page.colours->accent_words;
    else if (seat.sign == SeatSign::absent || seat.sign == SeatSign::late)
        set.weight = Weight::italic;
    else if (seat.sign == SeatSign::spoken)
        set.colour = page.colours->ink;
    return set;
}

// Whole names where they fit on a line or two, initials where they do not: nobody is left out, nothing gets smaller.
SeatRow lay_out_seats(Painter& paint, const Page& page, const std::vector<Seat>& seats) {
    const float gap = page.unit * 3;
    const auto broken = [&](bool is_short, bool is_steady) {
        SeatRow row;
        row.line_height = page.small().line() + page.unit * 2.2f;
        float x = page.body.width + 1;
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const auto set = setting_of_seat(page, seats[i]);
            row.texts.push_back(paint.fitted_name(text_of_seat(seats[i], is_short), set, page.body.width / 3));
            float width = paint.width_of(row.texts.back(), page.small(Weight::bold));
            if (is_steady) width = std::max(width, paint.width_of("› " + seats[i].name, page.small(Weight::bold)));
            row.widths.push_back(width);
            if (x + width > page.body.width) row.lines.emplace_back(), x = 0;
            row.lines.back().push_back(i);
            x += width + gap;
        }
        row.height = static_cast<float>(row.lines.size()) * row.line_height + page.unit * 3;
        return row;
    };
    auto row = broken(false, true);
    if (row.lines.size() > 2) row = broken(false, false);
    if (row.lines.size() > 2) row = broken(true, false);
    // Lines of about the same number of seats look set, not spilled.
    const std::size_t per_line = (seats.size() + row.lines.size() - 1) / row.lines.size();
    auto even = row;
    even.lines.clear();
    for (std::size_t i = 0; i < seats.size(); ++i) {
        if (i % per_line == 0) even.lines.emplace_back();
        even.lines.back().push_back(i);
    }
    for (const auto& line : even.lines) {
        float width = -gap;
        for (const auto i : line) width += even.widths[i] + gap;
        if (width > page.body.width) return row;
    }
    return even;
}

void draw_seat(Painter& paint, const Page& page, const Seat& seat, const std::string& text, float x, float y,
               float width) {
    const auto set = setting_of_seat(page, seat);
    const float drawn = paint.width_of(text, set);
    const float left = x + (width - drawn) / 2;
    paint.words(left, y, text, set);
    const float below = y + set.line();
    if (seat.sign == SeatSign::speaking) {
        const Rect turn{left, below - page.unit * .6f, drawn, page.unit * .55f};
        const Moving moving(paint, "turn", turn);
        paint.rule(turn.x, turn.y, turn.width, paint.colours.accent, turn.height);
    }
    const int dots = std::min(seat.statements, 8);
    const float radius = page.unit * .38f, step = radius * 3;
    const float first = x + (width - step * static_cast<float>(dots - 1)) / 2;
    for (int i = 0; i < dots; ++i)
        paint.dot({first + step * static_cast<float>(i), below + page.unit * .9f}, radius, paint.colours.quiet);
}

// Of each seat in a line: seats of several lines stand below each other where there is room for that.
std::vector<float> places_in_line(const SeatRow& row, const std::vector<std::size_t>& line, float width) {
    std::vector<float> columns;
    for (const auto& other : row.lines)
        for (std::size_t i = 0; i < other.size(); ++i) {
            if (i == columns.size()) columns.push_back(0);
            columns[i] = std::max(columns[i], row.widths[other[i]]);
        }
    if (std::accumulate(columns.begin(), columns.end(), 0.f) > width) {
        columns.clear();
        for (const auto seat : line) columns.push_back(row.widths[seat]);
    }
    const float space =
        (width - std::accumulate(columns.begin(), columns.end(), 0.f)) / static_cast<float>(columns.size());
    for (auto& column : columns) column += space;
    return columns;
}

void draw_seats(Painter& paint, const Page& page, const std::vector<Seat>& seats, const SeatRow& row,
                DrawnPage& drawn) {
    float y = page.whole.bottom() - row.height;
    paint.rule(page.body.x, y, page.body.width, paint.colours.hairline, page.whole.height / 1000);
    y += page.unit * 2;
    for (const auto& line : row.lines) {
        const auto places = places_in_line(row, line, page.body.width);
        float x = page.body.x;
        for (std::size_t place = 0; place < line.size(); ++place) {
            const auto seat = line[place];
            draw_seat(paint, page, seats[seat], row.texts[seat], x, y, places[place]);
            drawn.seats.push_back({seat, {x, y, places[place], row.line_height}});
            x += places[place];
        }
        y += row.line_height;
    }
}

} // namespace

std::string clock_face(const slide::Clock& clock) {
    const int seconds = std::abs(clock.seconds_left);
    if (clock.seconds_left <= -100 * 60)
        return fmt::format("\xE2\x88\x92{} h", seconds / 3600); // nobody counts these minutes
    return fmt::format("{}{}:{:02}", clock.seconds_left < 0 ? "\xE2\x88\x92" : "", seconds / 60, seconds % 60);
}

Paragraph balanced(Painter& paint, std::string_view text, const Setting& set, float width) {
    auto best = paint.wrap(text, set, width);
    constexpr std::size_t most_lines = 4; // of more nobody sees the difference
    if (best.lines.size() < 2 || best.lines.size() > most_lines) return best;
    for (float narrower = width * .95f; narrower > width / 2; narrower -= width * .05f) {
        auto tried = paint.wrap(text, set, narrower);
        if (tried.lines.size() > best.lines.size()) break;
        best = std::move(tried);
    }
    return best;
}

RowPages row_pages(const std::vector<float>& heights, float room, std::size_t most_rows) {
    RowPages pages{{0}, heights.size()};
    auto& firsts = pages.firsts;
    float taken = 0;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (i > firsts.back() && (taken + heights[i] > room || i - firsts.back() == most_rows))
            firsts.push_back(i), taken = 0;
        taken += heights[i];
    }
    return pages;
}

int RowPages::page_with(std::size_t row) const {
    return static_cast<int>(std::ranges::upper_bound(firsts, row) - firsts.begin()) - 1;
}

namespace {

// The title goes on the same line as shape and letter, and its further lines below them, from the left.
struct TitleLayout {
    Paragraph first, rest;
    float keys_at = 0; // after shape and letter
    float indent = 0;
    std::string letter;
};

Setting letter_of(const Setting& title) { return {Weight::regular, title.em, title.colour, title.leading}; }

TitleLayout lay_out_title(Painter& paint, const slide::ThemeSign& sign, const Setting& set, float width,
                          std::size_t most_lines, const std::string& keys) {
    TitleLayout layout;
    layout.letter = mark_letter(sign.mark);
    layout.keys_at = set.em * 1.05f + paint.width_of(layout.letter, letter_of(set)) + set.em * .35f;
    layout.indent = layout.keys_at;
    if (!keys.empty()) layout.indent += paint.width_of(keys, letter_of(set)) + set.em * .95f;
    auto whole = paint.wrap(sign.title, set, width - layout.indent, 1);
    whole.room = whole.width; // beside its mark, whichever way it is read
    if (!whole.is_cut || most_lines == 1) return layout.first = whole, layout;
    const auto lines = paint.wrap(sign.title, set, width - layout.indent);
    layout.first = lines;
    layout.first.lines.resize(1);
    const auto used = sign.title.find(lines.lines.front()) + lines.lines.front().size();
    auto rest = std::string_view(sign.title).substr(std::min(used, sign.title.size()));
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    layout.rest = paint.wrap(rest, set, width, most_lines - 1);
    layout.rest.is_right_to_left = lines.is_right_to_left; // whatever its own first letter says
    return layout;
}

// Lower than a keycap of the strip, so that the lines of a title stay as near as they are.
void draw_title_keys(Painter& paint, const std::string& keys, const Setting& set, float x, float y) {
    auto figure = letter_of(set);
    figure.colour = paint.colours.quiet;
    const Rect cap{x, y + (set.line() - set.em * 1.12f) / 2, paint.width_of(keys, figure) + set.em * .6f,
                   set.em * 1.12f};
    paint.frame(cap, paint.colours.hairline, std::max(1.f, set.em / 20), set.em * .2f);
    paint.words(x + set.em * .3f, y, keys, figure);
}

} // namespace

float draw_theme_title(Painter& paint, const slide::ThemeSign& sign, const Setting& set, float x, float y, float width,
                       std::size_t most_lines, const std::string& keys) {
    const auto layout = lay_out_title(paint, sign, set, width, most_lines, keys);
    paint.mark(sign.mark, {x + set.em * .40f, y + set.line() / 2}, set.em * .72f);
    paint.words(x + set.em * 1.05f, y, layout.letter, letter_of(set));
    if (!keys.empty()) draw_title_keys(paint, keys, set, x + layout.keys_at, y);
    paint.words(x + layout.indent, y, layout.first, set);
    paint.words(x, y + set.line(), layout.rest, set);
    return set.line() * static_cast<float>(1 + layout.rest.lines.size());
}

float theme_title_height(Painter& paint, const slide::ThemeSign& sign, const Setting& set, float width,
                         std::size_t most_lines, const std::string& keys) {
    const auto layout = lay_out_title(paint, sign, set, width, most_lines, keys);
    return set.line() * static_cast<float>(1 + layout.rest.lines.size());
}

namespace {

// Two pages of the same name are one whose parts may move; of different names, one that goes and one that comes.
std::string name_of_page(const slide::Content& content, int number) {
    std::string of;
    if (const auto* theme = std::get_if<slide::OpenTheme>(&content))
        of = theme->sign ? mark_letter(theme->sign->mark) : "single voices";
    else if (const auto* item = std::get_if<slide::ReadBack>(&content))
        of = fmt::format("{} {}", item->number, item->speaker);
    else if (const auto* answers = std::get_if<slide::Answers>(&content))
        of = answers->speaker;
    else if (const auto* asked = std::get_if<slide::AskedRoom>(&content))
        of = asked->is_open ? "asked" : "answered";
    else if (const auto* list = std::get_if<slide::AlignList>(&content))
        of = list->question;
    else if (const auto* match = std::get_if<slide::Matching>(&content))
        of = std::to_string(match->number);
    return fmt::format("page {} {} {}", content.index(), number, of);
}

} // namespace

DrawnPage draw_slide(Painter& paint, const slide::Slide& slide, Rect area, int wanted, float reach) {
    Page page;
    page.whole = area;
    page.colours = &paint.colours;
    page.reach = reach;
    page.apart = slide.has_tall_letters ? 1.18f : 1;
    page.unit = page.em(share::small) * share::leading / 4;
    const float margin = area.width * share::margin;
    page.body = {area.x + margin, 0, area.width - 2 * margin, 0};

    // Sixty people before a far last row would leave no page above their names: what is said comes first.
    constexpr float most_for_seats = .45f;
    const auto seats = slide.seats.empty() ? SeatRow{} : lay_out_seats(paint, page, slide.seats);
    const bool has_seats = !slide.seats.empty() && seats.height <= area.height * most_for_seats;
    page.body.y = area.y + ribbon_height(page) + page.unit * 3;
    page.body.height = area.bottom() - (has_seats ? seats.height + page.unit * 2 : page.unit * 4) - page.body.y;
    auto drawn = [&] {
        const Moving moving(paint, name_of_page(slide.content, wanted), page.body);
        return std::visit([&](const auto& content) { return draw_content(paint, page, content, wanted); },
                          slide.content);
    }();
    draw_ribbon(paint, page, slide.ribbon, drawn);
    if (has_seats) draw_seats(paint, page, slide.seats, seats, drawn);
    return drawn;
}

} // namespace avow::screen
