// The pages of Align that are lists: where the two sides may pull apart, what the leader has promised, what speaks against
// it. The line in hand has a bar before it.
#include "screen/align_rows.hpp"

#include <algorithm>

namespace avow::screen {

namespace {

using slide::AlignList;

struct Layout {
    Setting set;
    std::vector<Chunk> chunks;
    std::vector<float> heights; // with their headings, and the gaps after them
};

float gap_after(const Page& page) { return page.unit * 3; }
float heading_height(const Page& page) { return page.label().line() + page.unit; }

Layout laid_out(Painter& paint, const Page& page, const AlignList& list, const Setting& set, float room) {
    Layout layout{set, {}, {}};
    const float width = page.body.width - page.unit * 3;
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const auto& row = list.rows[i];
        const float heading = row.heading.empty() ? 0 : heading_height(page);
        for (auto& chunk : chunks_of(paint, page, i, row.words, row.notes, set, width, room - heading_height(page))) {
            layout.heights.push_back(chunk.height + gap_after(page) + (chunk.is_first ? heading : 0));
            layout.chunks.push_back(std::move(chunk));
        }
    }
    return layout;
}

int page_of_focus(const Layout& layout, const AlignList& list, float room, int wanted) {
    if (!list.focus) return wanted;
    return page_that_shows(layout.heights, room, wanted,
                           [&](std::size_t i) { return layout.chunks[i].row == *list.focus; });
}

void draw_row(Painter& paint, const Page& page, const AlignList& list, const Layout& layout, std::size_t index,
              float y) {
    const auto& chunk = layout.chunks[index];
    const auto& row = list.rows[chunk.row];
    if (chunk.is_first && !row.heading.empty()) {
        auto label = page.small(Weight::semibold);
        label.colour = paint.colours.accent_words;
        paint.words(page.body.x, y, paint.fitted(row.heading, label, page.body.width), label);
        y += heading_height(page);
    }
    const bool is_in_hand = list.focus == chunk.row;
    if (is_in_hand) paint.fill({page.body.x, y, std::max(2.f, page.unit * .42f), chunk.height}, paint.colours.accent);
    auto set = layout.set;
    set.weight = is_in_hand ? Weight::semibold : Weight::regular;
    draw_chunk(paint, page, chunk, set, page.body.x + page.unit * 3, y);
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const AlignList& list, int wanted) {
    float y = draw_align_head(paint, page, list.question, step_in_words(list.step));
    const float room = page.body.bottom() + gap_after(page) - y;
    if (list.rows.empty()) {
        const auto lines = paint.wrap(list.when_empty, page.label(), page.body.width, 3);
        paint.words(page.body.x, y, lines, page.label());
        return {};
    }
    auto layout = laid_out(paint, page, list, page.title(), room - gap_after(page));
    if (page_of_rows(layout.heights, room, 0).drawn.count > 1)
        layout = laid_out(paint, page, list, page.body_set(Weight::semibold), room - gap_after(page));
    auto shown = page_of_rows(layout.heights, room, page_of_focus(layout, list, room, wanted));
    for (auto i = shown.first; i < shown.last; ++i) {
        shown.drawn.items.push_back({layout.chunks[i].row, {page.body.x, y, page.body.width, layout.heights[i]}});
        draw_row(paint, page, list, layout, i, y);
        y += layout.heights[i];
    }
    return shown.drawn;
}

} // namespace avow::screen
