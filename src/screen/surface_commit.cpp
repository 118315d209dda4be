// One person, one screen: their words, by when, what they would show, help they need.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
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

// The answers whole, on pages after those of the words; none where the columns hold all of them.
struct AnswerPages {
    std::vector<Row> rows;
    RowPages pages;

    int count() const { return rows.empty() ? 0 : pages.count(); }
};

AnswerPages answer_pages(Painter& paint, const Page& page, const std::vector<Entry>& entries, std::size_t entry_lines,
                         float room) {
    if (holds_all(paint, page, entries, entry_lines)) return {};
    // For a far last row a page holds fewer lines than a row likes to have.
    const float lines_of_page = (room - page.unit * 2) / page.small().line();
    AnswerPages answers{rows_of(paint, page, entries, static_cast<std::size_t>(std::clamp(lines_of_page, 1.f, 6.f))),
                        {}};
    std::vector<float> heights;
    for (const auto& row : answers.rows) heights.push_back(row.words.height + page.unit * 2);
    answers.pages = row_pages(heights, room);
    return answers;
}

// Of the answer that is typed its end, where words are added.
std::optional<int> page_typed_on(const AnswerPages& answers, std::optional<Field> typing) {
    const auto& rows = answers.rows;
    const auto typed =
        std::ranges::find(rows.rbegin(), rows.rend(), typing, [](const Row& row) { return std::optional(row.field); });
    if (typed == rows.rend()) return std::nullopt;
    return answers.pages.page_with(static_cast<std::size_t>(rows.rend() - typed - 1));
}

void draw_rows(Painter& paint, const Page& page, const AnswerPages& answers, int number, float y) {
    const auto& rows = answers.rows;
    const float x = page.body.x + page.body.width * 4 / 12;
    for (auto i = answers.pages.first(number); i < answers.pages.end(number); ++i) {
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

float width_of_words(const Page& page) { return page.body.width * 11 / 12; }

// What is read aloud, as large as the answers under it leave room for.
struct ReadAloud {
    Paragraph words;
    Setting set;
    std::size_t entry_lines = 4; // that an answer may have
    float room = 0;
    std::size_t lines_on_a_page = 1;
};

// It comes first: the answers give up lines before the words do.
ReadAloud read_aloud(Painter& paint, const Page& page, const std::string& quoted, const std::vector<Entry>& entries,
                     float all_room) {
    const float width = width_of_words(page);
    ReadAloud read{balanced(paint, quoted, page.title(), width), page.title()};
    const auto room = [&] { return all_room - entries_height(paint, page, entries, read.entry_lines); };
    for (read.room = room(); read.words.height > read.room && read.entry_lines > 1; read.room = room()) {
        if (read.set.em > page.em(share::body))
            read.set = page.body_set(Weight::semibold), read.words = balanced(paint, quoted, read.set, width);
        else
            --read.entry_lines;
    }
    return read;
}

// One page of the words, which go on to the next with a sign; where they end.
float draw_words(Painter& paint, const Page& page, const ReadAloud& read, std::size_t number, float top) {
    const auto first = number * read.lines_on_a_page;
    const auto shown = std::min(read.lines_on_a_page, read.words.lines.size() - first);
    if (first + shown < read.words.lines.size())
        paint.goes_on(page.body.x, top + static_cast<float>(shown - 1) * read.set.line(), read.words, first + shown - 1,
                      read.set);
    paint.words(page.body.x, top, read.words, read.set, first, read.lines_on_a_page);
    const bool is_one_of_many = read.words.lines.size() > read.lines_on_a_page;
    return top + static_cast<float>(is_one_of_many ? read.lines_on_a_page : shown) * read.set.line();
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
    const auto said = back.said.empty()
                          ? Paragraph{}
                          : paint.wrap("Said: “" + back.said + "”", page.label(), width_of_words(page), 2);
    const float all_room = page.body.bottom() - top - said.height - page.unit * 3;
    auto read = read_aloud(paint, page, back.said.empty() ? "“" + back.words + "”" : back.words, entries, all_room);
    const auto answers = answer_pages(paint, page, all, read.entry_lines, page.body.bottom() - top);
    // Columns that hold neither themselves nor leave the words whole give way: all of them is read on a page of its own.
    const bool has_columns = read.words.height <= read.room || answers.rows.empty();
    if (!has_columns) read.room = all_room;
    read.lines_on_a_page = std::max<std::size_t>(1, static_cast<std::size_t>(read.room / read.set.line()));
    const auto lines = read.words.lines.size();
    const int word_pages = std::max(1, static_cast<int>((lines + read.lines_on_a_page - 1) / read.lines_on_a_page));
    const int count = word_pages + answers.count();
    int number = std::clamp(wanted, 0, count - 1);
    if (const auto typed = page_typed_on(answers, back.typing)) number = word_pages + *typed;
    if (number >= word_pages) {
        draw_rows(paint, page, answers, number - word_pages, top);
        return {number, count};
    }
    float y = draw_words(paint, page, read, static_cast<std::size_t>(number), top) + page.unit;
    paint.words(page.body.x, y, said, page.label());
    y += said.height + page.unit * 2;
    if (has_columns) draw_entries(paint, page, entries, y, read.entry_lines);
    return {number, count};
}

} // namespace avow::screen
