// One person, one screen: their words, by when, what they would show, help they need.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace avow::screen {

namespace {

using Field = slide::ReadBack::Field;

struct Entry {
    Field field;
    const char* label;
    const std::string& words;
};

// The answers in columns under strong rules: three always, so that what is missing is seen; where more were given, the
// empty ones make room.
std::vector<Entry> entries_of(const slide::ReadBack& back) {
    const Entry all[] = {{Field::by, "By", back.by},
                         {Field::evidence, "You will see", back.evidence},
                         {Field::help, "Help from", back.help},
                         {Field::if_then, "If, then", back.if_then},
                         {Field::first_step, "First small step", back.first_step},
                         {Field::measure, "Measured by", back.measure}};
    const auto is_given = [](const Entry& entry) { return !entry.words.empty(); };
    const auto given = std::ranges::count_if(all, is_given);
    const bool has_room = std::none_of(std::begin(all) + 3, std::end(all), is_given);
    std::vector<Entry> entries;
    for (const auto& entry : all) {
        const bool is_usual = &entry - all < 3;
        if (!entry.words.empty() || (is_usual && (has_room || given < 3))) entries.push_back(entry);
    }
    return entries;
}

constexpr std::size_t most_columns = 5;

struct Columns {
    Setting set;
    float width = 0;
    float gap = 0;
};

// More than three columns are set small, so that each still holds words and not syllables.
Columns columns_of(const Page& page, std::size_t count) {
    const float gap = page.unit * (count > 3 ? 3 : 4), all = static_cast<float>(count);
    return {count > 3 ? page.small() : page.body_set(), (page.body.width - gap * (all - 1)) / all, gap};
}

float entries_height(Painter& paint, const Page& page, const std::vector<Entry>& entries, std::size_t most_lines) {
    const auto columns = columns_of(page, entries.size());
    float tallest = columns.set.line();
    for (const auto& entry : entries)
        tallest = std::max(tallest, paint.wrap(entry.words, columns.set, columns.width, most_lines).height);
    return tallest + page.label().line() + page.unit * 3;
}

// Whether the columns hold every word: else all of it is read from pages of its own.
bool holds_all(Painter& paint, const Page& page, const std::vector<Entry>& entries, std::size_t most_lines) {
    const auto columns = columns_of(page, entries.size());
    return entries.size() <= most_columns && std::ranges::none_of(entries, [&](const Entry& entry) {
               return paint.wrap(entry.words, columns.set, columns.width, most_lines).is_cut;
           });
}

// The answers again, whole, one below the other: a piece of each is a row, and rows go on to further pages.
struct Row {
    Field field;
    const char* label; // empty where a row goes on
    Paragraph words;
};

std::vector<Row> rows_of(Painter& paint, const Page& page, const std::vector<Entry>& entries, std::size_t most_lines) {
    std::vector<Row> rows;
    for (const auto& entry : entries) {
        if (entry.words.empty()) continue;
        const auto whole = paint.wrap(entry.words, page.small(), page.body.width * 8 / 12);
        const char* label = entry.label;
        for (auto& piece : whole.pieces(most_lines, page.small().line()))
            rows.push_back({entry.field, std::exchange(label, ""), std::move(piece)});
    }
    return rows;
}

void draw_rows(Painter& paint, const Page& page, const std::vector<Row>& rows, std::size_t first, std::size_t last,
               float y) {
    const float x = page.body.x + page.body.width * 4 / 12;
    for (auto i = first; i < last; ++i) {
        if (*rows[i].label) {
            paint.rule(page.body.x, y, page.body.width, paint.colours.hairline, page.whole.height / 1000);
            paint.words(page.body.x, y + page.unit, rows[i].label, page.label());
        }
        paint.words(x, y + page.unit, rows[i].words, page.small());
        y += rows[i].words.height + page.unit * 2;
    }
}

void draw_entries(Painter& paint, const Page& page, const std::vector<Entry>& entries, float y,
                  std::size_t most_lines) {
    const auto columns = columns_of(page, entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const float x = page.body.x + static_cast<float>(i) * (columns.width + columns.gap);
        paint.rule(x, y, columns.width, entries[i].words.empty() ? paint.colours.hairline : paint.colours.ink,
                   std::max(1.f, page.whole.height * .0025f));
        paint.words(x, y + page.unit * 1.5f, paint.fitted(entries[i].label, page.label(), columns.width), page.label());
        const auto words = paint.wrap(entries[i].words, columns.set, columns.width, most_lines);
        paint.words(x, y + page.unit * 1.5f + page.label().line(), words, columns.set);
    }
}

// Name, theme and the place in the round on one line; the theme gives way first.
float draw_head(Painter& paint, const Page& page, const slide::ReadBack& back) {
    const float width = page.body.width;
    const auto place = fmt::format("{}{}{} of {}", back.is_lent ? "lent, " : "",
                                   back.is_confirmed ? "\xE2\x9C\x93 confirmed, " : "", back.number, back.count);
    auto place_set = page.label();
    if (back.is_confirmed) place_set.weight = Weight::semibold, place_set.colour = paint.colours.ink;
    const float place_width = paint.width_of(place, place_set);
    auto set = page.display();
    auto name = paint.wrap(back.speaker, set, width - place_width - page.unit * 4, 1);
    if (name.is_cut)
        set = page.title(Weight::bold), name = paint.wrap(back.speaker, set, width - place_width - page.unit * 4, 2);
    name.room = name.width; // a name heads the page from its left edge in every script
    const float y = page.body.y - page.unit, baseline = y + name.height - set.em * .22f - page.label().line() * .78f;
    paint.words(page.body.x, y, name, set);
    paint.words_right(page.body.right(), baseline, place, place_set);
    if (back.theme) {
        const float x = page.body.x + name.width + page.unit * 4,
                    room = page.body.right() - place_width - page.unit * 4 - x;
        if (room > page.em(.2f)) {
            const auto title = paint.fitted(mark_letter(back.theme->mark) + "  " + back.theme->title, page.label(),
                                            room - page.unit * 5);
            paint.mark(back.theme->mark, {x + page.unit * 1.6f, baseline + page.label().line() / 2}, page.em(.028f));
            paint.words(x + page.unit * 4.2f, baseline, title, page.label());
        }
    }
    return y + name.height + page.unit * 2.5f;
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const slide::ReadBack& back, int wanted) {
    if (back.count == 0) {
        paint.words(page.body.x, page.body.y, "Nothing has been said yet", page.title());
        return {};
    }
    const float top = draw_head(paint, page, back);
    const auto all = entries_of(back);
    const std::vector<Entry> entries(all.begin(),
                                     all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most_columns)));
    const float width = page.body.width * 11 / 12;
    const auto said_set = page.label();
    const auto said = back.said.empty() ? Paragraph{} : paint.wrap("Said: “" + back.said + "”", said_set, width, 2);
    const std::string quoted = back.said.empty() ? "“" + back.words + "”" : back.words;

    // What is read aloud comes first: the answers give up lines before the words do, and words that still need more than
    // the page go on to the next one with a sign.
    const float all_room = page.body.bottom() - top - said.height - page.unit * 3;
    std::size_t entry_lines = 4;
    Setting set = page.title();
    auto words = balanced(paint, quoted, set, width);
    float room = all_room - entries_height(paint, page, entries, entry_lines);
    for (; words.height > room && entry_lines > 1;
         room = all_room - entries_height(paint, page, entries, entry_lines)) {
        if (set.em > page.em(share::body))
            set = page.body_set(Weight::semibold), words = balanced(paint, quoted, set, width);
        else
            --entry_lines;
    }
    // For a far last row a page holds fewer lines than a row likes to have.
    const float lines_of_page = (page.body.bottom() - top - page.unit * 2) / page.small().line();
    const auto row_lines = static_cast<std::size_t>(std::clamp(lines_of_page, 1.f, 6.f));
    const auto rows =
        holds_all(paint, page, all, entry_lines) ? std::vector<Row>{} : rows_of(paint, page, all, row_lines);
    // Columns that hold neither themselves nor leave the words whole give way: all of them is read on a page of its own.
    const bool has_columns = words.height <= room || rows.empty();
    if (!has_columns) room = all_room;
    const auto per_page = std::max<std::size_t>(1, static_cast<std::size_t>(room / set.line()));
    const int word_pages = std::max(1, static_cast<int>((words.lines.size() + per_page - 1) / per_page));
    std::vector<float> heights;
    for (const auto& row : rows) heights.push_back(row.words.height + page.unit * 2);
    const auto firsts = page_breaks(heights, page.body.bottom() - top);
    const int count = word_pages + (rows.empty() ? 0 : static_cast<int>(firsts.size()));
    int number = std::clamp(wanted, 0, count - 1);
    const auto typed = std::ranges::find(rows.rbegin(), rows.rend(), back.typing,
                                         [](const Row& row) { return std::optional(row.field); });
    if (typed != rows.rend()) // its end, where words are added
        number = word_pages - 1 +
                 static_cast<int>(std::ranges::upper_bound(firsts, static_cast<std::size_t>(rows.rend() - typed - 1)) -
                                  firsts.begin());
    if (number >= word_pages) {
        const auto index = static_cast<std::size_t>(number - word_pages);
        draw_rows(paint, page, rows, firsts[index], index + 1 < firsts.size() ? firsts[index + 1] : rows.size(), top);
        return {number, count};
    }
    const auto first = static_cast<std::size_t>(number) * per_page;
    const auto lines_shown = std::min(per_page, words.lines.size() - first);
    if (number + 1 < word_pages)
        paint.goes_on(page.body.x, top + static_cast<float>(lines_shown - 1) * set.line(), words,
                      first + lines_shown - 1, set);
    paint.words(page.body.x, top, words, set, first, per_page);
    float y = top + static_cast<float>(word_pages > 1 ? per_page : lines_shown) * set.line() + page.unit;
    paint.words(page.body.x, y, said, said_set);
    y += said.height + page.unit * 2;
    if (has_columns) draw_entries(paint, page, entries, y, entry_lines);
    return {number, count};
}

} // namespace avow::screen
