// What the team asks the leader and the leader asks the team: two columns of one width, facing each other in three rows.
#include "screen/align_rows.hpp"

#include <algorithm>

namespace avow::screen {

namespace {

using slide::AlignAsks;

// Where the columns lie; the kinds stand before them where there is room, else above their rows.
struct Columns {
    float label_width = 0; // 0: above
    float left = 0, right = 0, width = 0;
    float indent = 0; // of the words, for the bar of what is in hand
};

Columns columns_of(Painter& paint, const Page& page, const AlignAsks& asks) {
    Columns columns;
    float widest = 0;
    for (const auto& kind : asks.kinds)
        widest = std::max(widest, paint.width_of(kind.title, page.small(Weight::semibold)));
    if (widest + page.unit * 4 < page.body.width * .16f) columns.label_width = widest + page.unit * 4;
    const float gap = page.unit * 5;
    columns.indent = page.unit * 2;
    columns.width = (page.body.width - columns.label_width - gap) / 2;
    columns.left = page.body.x + columns.label_width;
    columns.right = columns.left + columns.width + gap;
    return columns;
}

// One line of the table: a piece of an ask of each side, or of one of them.
struct Band {
    std::size_t kind = 0;
    bool is_first = false; // of its kind
    std::optional<Chunk> left, right;
    float height = 0;
};

float gap_after(const Page& page) { return page.unit * 2; }

float label_height(const Page& page, const Columns& columns) {
    return columns.label_width > 0 ? 0 : page.small().line() + page.unit * .5f;
}

std::vector<Chunk> chunks_of_side(Painter& paint, const Page& page, const Columns& columns,
                                  const std::vector<AlignAsks::One>& asks, float room) {
    std::vector<Chunk> all;
    for (const auto& one : asks)
        for (auto& chunk : chunks_of(paint, page, one.row, one.words, one.notes, page.body_set(Weight::semibold),
                                     columns.width - columns.indent, room))
            all.push_back(std::move(chunk));
    return all;
}

std::vector<Band> bands_of(Painter& paint, const Page& page, const Columns& columns, const AlignAsks& asks,
                           float room) {
    std::vector<Band> bands;
    const float room_for_words = room - label_height(page, columns) - page.unit * 3;
    for (std::size_t kind = 0; kind < asks.kinds.size(); ++kind) {
        const auto left = chunks_of_side(paint, page, columns, asks.kinds[kind].of_team, room_for_words);
        const auto right = chunks_of_side(paint, page, columns, asks.kinds[kind].of_leader, room_for_words);
        for (std::size_t i = 0; i < std::max({left.size(), right.size(), std::size_t{1}}); ++i) {
            Band band{kind, i == 0, {}, {}, page.body_set().line()};
            if (i < left.size()) band.left = left[i];
            if (i < right.size()) band.right = right[i];
            for (const auto* side : {&band.left, &band.right})
                if (*side) band.height = std::max(band.height, (*side)->height);
            band.height += gap_after(page);
            if (band.is_first) band.height += label_height(page, columns) + page.unit;
            bands.push_back(std::move(band));
        }
    }
    return bands;
}

// Whose column is typed into is underlined.
float draw_titles(Painter& paint, const Page& page, const Columns& columns, const AlignAsks& asks, float y) {
    const auto set = page.body_set(Weight::semibold);
    const auto draw = [&](const std::string& title, float x, bool is_side) {
        const auto words = paint.fitted(title, set, columns.width - columns.indent);
        paint.words(x + columns.indent, y, words, set);
        if (is_side)
            paint.rule(x + columns.indent, y + set.line(), paint.width_of(words, set), paint.colours.accent,
                       std::max(2.f, page.unit * .4f));
    };
    draw(asks.team_asks, columns.left, asks.side == AskFrom::team);
    draw(asks.leader_asks, columns.right, asks.side == AskFrom::leader);
    return y + set.line() + page.unit * 1.5f;
}

void draw_side(Painter& paint, const Page& page, const Columns& columns, const std::optional<Chunk>& chunk,
               bool is_first, std::optional<std::size_t> focus, float x, float y) {
    auto set = page.body_set();
    if (!chunk) {
        set.colour = paint.colours.quiet;
        if (is_first) paint.words(x + columns.indent, y, "–", set);
        return;
    }
    const bool is_in_hand = focus == chunk->row;
    if (is_in_hand) paint.fill({x, y, std::max(2.f, page.unit * .42f), chunk->height}, paint.colours.accent);
    if (is_in_hand) set.weight = Weight::semibold;
    draw_chunk(paint, page, *chunk, set, x + columns.indent, y);
}

// The kind stands once for all of its rows, and again where a page begins.
void draw_band(Painter& paint, const Page& page, const Columns& columns, const AlignAsks& asks, const Band& band,
               bool begins_page, float y) {
    if (band.is_first || begins_page) {
        if (band.is_first)
            paint.rule(page.body.x, y, page.body.width, paint.colours.hairline, page.whole.height / 1000);
        auto label = page.small(Weight::semibold);
        label.colour = paint.colours.accent_words;
        const bool is_beside = columns.label_width > 0;
        if (is_beside || band.is_first) {
            const float drop = is_beside ? (page.body_set().line() - label.line()) / 2 : 0;
            paint.words(page.body.x, y + (band.is_first ? page.unit : 0) + drop, asks.kinds[band.kind].title, label);
        }
    }
    if (band.is_first) y += page.unit + label_height(page, columns);
    draw_side(paint, page, columns, band.left, band.is_first, asks.focus, columns.left, y);
    draw_side(paint, page, columns, band.right, band.is_first, asks.focus, columns.right, y);
}

int page_of_focus(const std::vector<Band>& bands, const std::vector<float>& heights, const AlignAsks& asks, float room,
                  int wanted) {
    if (!asks.focus) return wanted;
    const auto has = [&](const std::optional<Chunk>& side) { return side && side->row == *asks.focus; };
    return page_that_shows(heights, room, wanted,
                           [&](std::size_t i) { return has(bands[i].left) || has(bands[i].right); });
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const AlignAsks& asks, int wanted) {
    const auto columns = columns_of(paint, page, asks);
    float y = draw_align_head(paint, page, asks.question, step_in_words(slide::AlignStep::asks));
    y = draw_titles(paint, page, columns, asks, y);
    const float room = page.body.bottom() + gap_after(page) - y;
    const auto bands = bands_of(paint, page, columns, asks, room - gap_after(page));
    std::vector<float> heights;
    for (const auto& band : bands) heights.push_back(band.height);
    const auto shown = page_of_rows(heights, room, page_of_focus(bands, heights, asks, room, wanted));
    for (auto i = shown.first; i < shown.last; ++i) {
        draw_band(paint, page, columns, asks, bands[i], i == shown.first, y);
        y += heights[i];
    }
    return shown.drawn;
}

} // namespace avow::screen
