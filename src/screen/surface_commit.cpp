// One person, one screen: their words, by when, what they would show, help they need.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

struct Entry {
    const char* label;
    const std::string& words;
};

// The answers in columns under strong rules: the first three always, so that what is missing is seen; the others when
// they were given.
std::vector<Entry> entries_of(const slide::ReadBack& back) {
    std::vector<Entry> entries{{"By", back.by}, {"You will see", back.evidence}, {"Help from", back.help}};
    if (!back.if_then.empty()) entries.push_back({"If, then", back.if_then});
    if (!back.first_step.empty()) entries.push_back({"First small step", back.first_step});
    return entries;
}

float column_width(const Page& page) { return (page.body.width - page.unit * 8) / 3; }

float entries_height(Painter& paint, const Page& page, const std::vector<Entry>& entries, std::size_t most_lines) {
    float height = 0;
    for (std::size_t row = 0; row < entries.size(); row += 3) {
        float tallest = page.body_set().line();
        for (auto i = row; i < std::min(row + 3, entries.size()); ++i)
            tallest =
                std::max(tallest, paint.wrap(entries[i].words, page.body_set(), column_width(page), most_lines).height);
        height += tallest + page.label().line() + page.unit * 4;
    }
    return height;
}

void draw_entries(Painter& paint, const Page& page, const std::vector<Entry>& entries, float y,
                  std::size_t most_lines) {
    const float width = column_width(page);
    for (std::size_t row = 0; row < entries.size(); row += 3) {
        float tallest = page.body_set().line();
        for (auto i = row; i < std::min(row + 3, entries.size()); ++i) {
            const float x = page.body.x + static_cast<float>(i - row) * (width + page.unit * 4);
            paint.rule(x, y, width, entries[i].words.empty() ? paint.colours.hairline : paint.colours.ink,
                       std::max(1.f, page.whole.height * .0025f));
            paint.words(x, y + page.unit * 1.5f, entries[i].label, page.label());
            const auto words = paint.wrap(entries[i].words, page.body_set(), width, most_lines);
            paint.words(x, y + page.unit * 1.5f + page.label().line(), words, page.body_set());
            tallest = std::max(tallest, words.height);
        }
        y += tallest + page.label().line() + page.unit * 4;
    }
}

// Name, theme and the place in the round on one line; the theme gives way first.
float draw_head(Painter& paint, const Page& page, const slide::ReadBack& back) {
    const float width = page.body.width;
    const auto place =
        fmt::format("{}{} of {}", back.is_confirmed ? "\xE2\x9C\x93 confirmed, " : "", back.number, back.count);
    const float place_width = paint.width_of(place, page.label());
    auto set = page.display();
    auto name = paint.wrap(back.speaker, set, width - place_width - page.unit * 4, 1);
    if (name.is_cut)
        set = page.title(Weight::bold), name = paint.wrap(back.speaker, set, width - place_width - page.unit * 4, 2);
    const float y = page.body.y - page.unit, baseline = y + name.height - set.em * .22f - page.label().line() * .78f;
    paint.words(page.body.x, y, name, set);
    paint.words_right(page.body.right(), baseline, place, page.label());
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
    const auto entries = entries_of(back);
    std::size_t entry_lines = 3;
    float below = entries_height(paint, page, entries, entry_lines);
    if (below > (page.body.bottom() - top) * .6f) entry_lines = 1, below = entries_height(paint, page, entries, 1);

    const float width = page.body.width * 11 / 12;
    const auto said_set = page.label();
    const auto said = back.said.empty() ? Paragraph{} : paint.wrap("Said: “" + back.said + "”", said_set, width, 2);
    const float room = page.body.bottom() - top - below - said.height - page.unit * 3;
    const std::string quoted = back.said.empty() ? "“" + back.words + "”" : back.words;
    Setting set = page.title();
    auto words = paint.wrap(quoted, set, width);
    if (words.height > room) set = page.body_set(Weight::semibold), words = paint.wrap(quoted, set, width);
    const auto per_page = std::max<std::size_t>(1, static_cast<std::size_t>(room / set.line()));
    const int count = std::max(1, static_cast<int>((words.lines.size() + per_page - 1) / per_page));
    const int number = std::clamp(wanted, 0, count - 1);
    paint.words(page.body.x, top, words, set, static_cast<std::size_t>(number) * per_page, per_page);
    const auto lines_shown = std::min(per_page, words.lines.size() - static_cast<std::size_t>(number) * per_page);
    float y = top + static_cast<float>(count > 1 ? per_page : lines_shown) * set.line() + page.unit;
    paint.words(page.body.x, y, said, said_set);
    y += said.height + page.unit * 2;
    draw_entries(paint, page, entries, y, entry_lines);
    return {number, count};
}

} // namespace avow::screen
