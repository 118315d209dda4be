// Papers coming in, counted and not shown; then the seal: its fingerprint while it is closed, and what was in it.
#include "screen/align_rows.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using slide::Recalling;
using slide::Unsealed;

// A dot a paper: large once it is in. As many rows as make them largest.
void draw_papers(Painter& paint, const Page& page, const Recalling& recall, Rect room) {
    const int count = std::max(1, recall.papers);
    int across = 1;
    float step = 0;
    for (int n = 1; n <= count; ++n) {
        const int rows = (count + n - 1) / n;
        const float fit =
            std::min({room.width / static_cast<float>(n), room.height / static_cast<float>(rows), page.em(.10f)});
        if (fit > step) step = fit, across = n;
    }
    for (int i = 0; i < recall.papers; ++i) {
        const int row = i / across, column = i % across;
        const ImVec2 centre{room.x + step * (static_cast<float>(column) + .5f),
                            room.y + step * (static_cast<float>(row) + .5f)};
        const bool is_in = i < recall.in;
        paint.dot(centre, step * (is_in ? .36f : .10f), is_in ? paint.colours.accent : paint.colours.quiet);
    }
}

std::string papers_in_words(const Recalling& recall) {
    const auto papers = counted(recall.papers, "paper");
    if (recall.is_handed_in) return papers + " handed in";
    return fmt::format("{} of {} {} in", recall.in, papers, recall.in == 1 ? "is" : "are");
}

float fingerprint_height(const Page& page, const std::string& fingerprint) {
    return page.label().line() + (fingerprint.empty() ? 0 : page.body_set().line());
}

// What stands for the seal, at the foot: whose it is, and the digits that anybody can write down.
void draw_fingerprint(Painter& paint, const Page& page, const std::string& words, const std::string& fingerprint,
                      float y) {
    paint.words(page.body.x, y, paint.fitted(words, page.label(), page.body.width), page.label());
    const auto set = page.body_set(Weight::semibold);
    if (!fingerprint.empty())
        paint.words(page.body.x, y + page.label().line(), paint.fitted(fingerprint, set, page.body.width), set);
}

// --- the seal ---

void draw_closed(Painter& paint, const Page& page, const Unsealed& seal, float y) {
    const auto words = paint.wrap(seal.verdict, page.body_set(), page.body.width, 2);
    auto set = page.display();
    auto digits = paint.wrap(seal.fingerprint, set, page.body.width, 1);
    if (digits.is_cut) set = page.title(Weight::bold), digits = paint.wrap(seal.fingerprint, set, page.body.width, 2);
    y += std::max(0.f, (page.body.bottom() - y - words.height - digits.height) * .35f);
    paint.words(page.body.x, y, words, page.body_set());
    paint.words(page.body.x, y + words.height + page.unit, digits, set);
}

std::string seal_in_words(const Unsealed& seal) {
    return fmt::format("{} {} {}", seal.holds ? "✓" : "✗", seal.fingerprint, seal.verdict);
}

struct Numbered {
    std::vector<Chunk> chunks;
    std::vector<float> heights;
};

Numbered numbered(Painter& paint, const Page& page, const Unsealed& seal, const Setting& set, float width, float room) {
    Numbered rows;
    for (std::size_t i = 0; i < seal.expectations.size(); ++i)
        for (auto& chunk : chunks_of(paint, page, i, seal.expectations[i], {}, set, width, room)) {
            rows.heights.push_back(chunk.height + page.unit * 2.5f);
            rows.chunks.push_back(std::move(chunk));
        }
    return rows;
}

DrawnPage draw_opened(Painter& paint, const Page& page, const Unsealed& seal, float y, int wanted) {
    auto verdict = page.small(seal.holds ? Weight::regular : Weight::semibold);
    const auto words = paint.wrap(seal_in_words(seal), verdict, page.body.width, 3);
    const float foot = page.body.bottom() - words.height + page.unit;
    paint.words(page.body.x, foot, words, verdict);
    const float room = foot - page.unit - y, gap = page.unit * 2.5f;
    auto set = page.title();
    float indent = paint.width_of("00", set) + page.unit * 2;
    auto rows = numbered(paint, page, seal, set, page.body.width - indent, room);
    if (page_of_rows(rows.heights, room + gap, 0).drawn.count > 1) {
        set = page.body_set(Weight::semibold);
        indent = paint.width_of("00", set) + page.unit * 2;
        rows = numbered(paint, page, seal, set, page.body.width - indent, room);
    }
    const auto shown = page_of_rows(rows.heights, room + gap, wanted);
    auto number = set;
    number.colour = paint.colours.accent_words;
    for (auto i = shown.first; i < shown.last; ++i) {
        const auto& chunk = rows.chunks[i];
        if (chunk.is_first) paint.words(page.body.x, y, std::to_string(chunk.row + 1), number);
        draw_chunk(paint, page, chunk, set, page.body.x + indent, y);
        y += rows.heights[i];
    }
    return shown.drawn;
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const Recalling& recall, int) {
    float y = draw_align_head(paint, page, recall.question, step_in_words(slide::AlignStep::recall));
    const auto set = page.display();
    auto words = paint.wrap(papers_in_words(recall), set, page.body.width, 2);
    paint.words(page.body.x, y, words, set);
    y += words.height + page.unit * 3;
    const float foot = page.body.bottom() - fingerprint_height(page, recall.fingerprint) + page.unit;
    const Rect room{page.body.x, y, page.body.width, foot - page.unit * 3 - y};
    if (room.height > page.unit * 3) draw_papers(paint, page, recall, room);
    draw_fingerprint(paint, page, recall.sealed_by, recall.fingerprint, foot);
    return {};
}

DrawnPage draw_content(Painter& paint, const Page& page, const Unsealed& seal, int wanted) {
    const float y = draw_align_head(paint, page, seal.question, step_in_words(slide::AlignStep::match));
    if (!seal.expectations.empty()) return draw_opened(paint, page, seal, y, wanted);
    draw_closed(paint, page, seal, y);
    return {};
}

} // namespace avow::screen
