// The account of last time: one person, each of their promises as it was said, and what came of it.
#include "screen/surface.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace avow::screen {

namespace {

using slide::Answers;

// A sign and a word: never meaning by one of them alone, and none of the four looks like a verdict.
std::string written(Outcome outcome) {
    switch (outcome) {
    case Outcome::kept: return "✓ kept";
    case Outcome::part: return "½ part";
    case Outcome::missed: return "– missed";
    case Outcome::changed: return "→ changed";
    }
    return {};
}

// What stands below the words, each on its own lines.
std::vector<std::string> notes_of(const Answers::Item& item) {
    std::vector<std::string> notes;
    std::string when = item.since.empty() ? std::string{} : "Since " + item.since;
    if (!item.by.empty()) when += (when.empty() ? "By " : ", by ") + item.by;
    if (!item.said.empty()) notes.push_back("Said: “" + item.said + "”");
    if (!item.evidence.empty()) notes.push_back("To be seen: " + item.evidence);
    if (!when.empty()) notes.push_back(when);
    return notes;
}

// Where things lie on the page: the words at the left, what came of them at the right.
struct Columns {
    float indent = 0;
    float width = 0; // of the words
    float right_x = 0;
    float right_width = 0;
};

Columns columns_of(const Page& page) {
    Columns columns;
    columns.indent = page.unit * 2.5f;
    columns.right_width = page.body.width * 2.7f / 12;
    columns.right_x = page.body.right() - columns.right_width;
    columns.width = page.body.width - columns.indent - columns.right_width - page.unit * 6;
    return columns;
}

// Long words are read over several pages: each row is a piece of an item that fits one. What stands below the words, and
// what came of them, goes with the first piece.
struct Row {
    std::size_t item = 0;
    bool is_first = false;
    bool goes_on = false; // on the next row
    Paragraph words;
    std::vector<Paragraph> notes;
    float height = 0;
};

struct Layout {
    Setting set;
    std::vector<Row> rows;
    RowPages pages;
};

struct Notes {
    std::vector<Paragraph> words;
    float height = 0;
};

Notes notes_of(Painter& paint, const Page& page, const Columns& columns, const Answers::Item& item,
               std::size_t most_lines) {
    Notes notes{{}, page.unit};
    for (const auto& note : notes_of(item)) {
        notes.words.push_back(paint.wrap(note, page.label(), columns.width, most_lines));
        notes.height += notes.words.back().height;
    }
    return notes;
}

// The right column's words: the answer given now, and below it the one before.
std::pair<std::string, Paragraph> answer_of(Painter& paint, const Page& page, const Columns& columns,
                                            const Answers::Item& item, bool is_in_hand) {
    if (item.is_next) return {"Next time", {}};
    const std::string answer = item.answer ? written(*item.answer) : std::string{};
    std::string before = item.before.empty() ? std::string{} : "Before: " + item.before;
    if (answer.empty() && before.empty() && is_in_hand) before = "What came of it?";
    return {answer, paint.wrap(before, page.label(), columns.right_width, 3)};
}

void add_rows(Painter& paint, const Page& page, const Columns& columns, const Answers& answers, std::size_t index,
              float room, Layout& layout) {
    const auto& item = answers.items[index];
    const auto whole = paint.wrap(item.said.empty() ? "“" + item.words + "”" : item.words, layout.set, columns.width);
    const float gap = page.unit * 4, line = layout.set.line();
    auto notes = notes_of(paint, page, columns, item, 2);
    if (whole.height + notes.height > room) notes = notes_of(paint, page, columns, item, 1); // words come first
    const auto [answer, before] = answer_of(paint, page, columns, item, index == answers.focus);
    const float right = (answer.empty() ? 0 : page.body_set().line()) + before.height;
    for (std::size_t first = 0; first < whole.lines.size() || first == 0;) {
        Row row{index, first == 0, false, {}, {}, 0};
        const float room_for_words = room - (row.is_first ? notes.height : 0);
        const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(room_for_words / line));
        const auto last = std::min(whole.lines.size(), first + most);
        row.words = whole.part(first, last, line);
        row.goes_on = last < whole.lines.size();
        if (row.is_first) row.notes = notes.words;
        row.height = std::max(row.words.height + (row.is_first ? notes.height : 0), row.is_first ? right : 0) + gap;
        layout.rows.push_back(std::move(row));
        first = std::max(last, first + 1);
    }
}

Layout laid_out(Painter& paint, const Page& page, const Columns& columns, const Answers& answers, const Setting& set,
                float room) {
    Layout layout{set, {}, {}};
    for (std::size_t i = 0; i < answers.items.size(); ++i) add_rows(paint, page, columns, answers, i, room, layout);
    std::vector<float> heights;
    for (const auto& row : layout.rows) heights.push_back(row.height);
    layout.pages = row_pages(heights, room + page.unit * 4);
    return layout;
}

// The page that is wanted, where it shows something of the item in hand; else the first that does.
int page_shown(const Layout& layout, std::size_t focus, int wanted) {
    const auto& pages = layout.pages;
    const int number = std::clamp(wanted, 0, pages.count() - 1);
    for (auto i = pages.first(number); i < pages.end(number); ++i)
        if (layout.rows[i].item == focus) return number;
    const auto row = std::ranges::find(layout.rows, focus, &Row::item) - layout.rows.begin();
    return pages.page_with(static_cast<std::size_t>(row));
}

// Their name, and how far round the room is; returns where the promises begin.
float draw_head(Painter& paint, const Page& page, const Answers& answers) {
    const auto place = fmt::format("person {} of {}", answers.number, answers.count);
    const float width = page.body.width - paint.width_of(place, page.label()) - page.unit * 4;
    auto set = page.display();
    auto name = paint.wrap(answers.speaker, set, width, 1);
    if (name.is_cut) set = page.title(Weight::bold), name = paint.wrap(answers.speaker, set, width, 2);
    name.room = name.width; // a name heads the page from its left edge in every script
    const float y = page.body.y - page.unit;
    paint.words(page.body.x, y, name, set);
    paint.words_right(page.body.right(), y + name.height - set.em * .22f - page.label().line() * .78f, place,
                      page.label());
    return y + name.height + page.unit * 2;
}

void draw_row(Painter& paint, const Page& page, const Columns& columns, const Answers& answers, const Layout& layout,
              const Row& row, float y) {
    const auto& item = answers.items[row.item];
    const bool is_in_hand = row.item == answers.focus;
    const float x = page.body.x + columns.indent, ink = row.height - page.unit * 4;
    if (is_in_hand) paint.fill({page.body.x, y, std::max(2.f, page.unit * .42f), ink}, paint.colours.accent);
    auto set = layout.set;
    set.weight = is_in_hand ? Weight::semibold : Weight::regular;
    paint.words(x, y, row.words, set);
    if (row.goes_on) paint.goes_on(x, y + row.words.height - set.line(), row.words, row.words.lines.size() - 1, set);
    float below = y + row.words.height + page.unit * .5f;
    for (const auto& note : row.notes) {
        paint.words(x, below, note, page.label());
        below += note.height;
    }
    if (!row.is_first) return;
    const auto [answer, before] = answer_of(paint, page, columns, item, is_in_hand);
    const auto strong = page.body_set(Weight::semibold);
    float right_y = y + (layout.set.line() - (answer.empty() ? page.label() : strong).line()) / 2;
    if (!answer.empty()) {
        paint.words(columns.right_x, right_y, answer, strong);
        right_y += strong.line();
    }
    paint.words(columns.right_x, right_y, before, page.label());
}

// "3 to go: Ana, Bo, Lee", at the foot where the eye finds it on every page.
void draw_to_go(Painter& paint, const Page& page, const Answers& answers, float y) {
    const auto words = answers.to_go.empty()
                           ? std::string("Nobody else is to go")
                           : fmt::format("{} to go: {}", answers.to_go.size(), with_commas(answers.to_go));
    paint.words(page.body.x, y, paint.fitted(words, page.label(), page.body.width), page.label());
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const Answers& answers, int wanted) {
    const float top = draw_head(paint, page, answers);
    const float foot = page.body.bottom() - page.label().line() + page.unit;
    const float room = foot - page.unit - top;
    const auto columns = columns_of(page);
    auto layout = laid_out(paint, page, columns, answers, page.title(), room);
    if (layout.pages.count() > 1)
        layout = laid_out(paint, page, columns, answers, page.body_set(Weight::semibold), room);
    const auto number = page_shown(layout, answers.focus, wanted);
    DrawnPage drawn{number, layout.pages.count()};
    float y = top;
    for (auto i = layout.pages.first(number); i < layout.pages.end(number); ++i) {
        const auto& row = layout.rows[i];
        drawn.items.push_back({row.item, {page.body.x, y, page.body.width, row.height}});
        draw_row(paint, page, columns, answers, layout, row, y);
        y += row.height;
    }
    draw_to_go(paint, page, answers, foot);
    return drawn;
}

} // namespace avow::screen
