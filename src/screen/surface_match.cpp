// One recall before the room, as it was written; beneath it what it seems to mean or was taken to mean, and below that the
// expectations by their numbers.
#include "screen/align_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using slide::Matching;

// A line of its own: a sign, and words.
struct Verdict {
    std::string label;
    std::string words;
};

Verdict verdict_of(const Matching& match) {
    if (match.is_phantom) return {"A phantom", "never meant"};
    if (match.meant) return {fmt::format("Means {}", *match.meant + 1), match.expectations[*match.meant]};
    if (match.proposed)
        return {fmt::format("Seems to mean {}", *match.proposed + 1), match.expectations[*match.proposed]};
    return {"What does it mean?", {}};
}

std::string judged(std::optional<int> value) {
    static constexpr const char* words[] = {"not understood", "in part", "wholly"};
    return value && *value >= 0 && *value <= 2 ? fmt::format("{}, {}", *value, words[*value]) : std::string("…");
}

// Empty where there is nothing to judge.
std::string judgement_of(const Matching& match) {
    if (!match.meant) return {};
    return fmt::format("Understood? The leader: {}. A colleague: {}", judged(match.by_leader),
                       judged(match.by_colleague));
}

// The recall, whole where a few lines hold it; answers where the page goes on.
float draw_recall(Painter& paint, const Page& page, const Paragraph& words, const Setting& set, float y) {
    paint.words(page.body.x, y, words, set);
    return y + words.height + page.unit * 1.5f;
}

float draw_verdict(Painter& paint, const Page& page, const Matching& match, float y) {
    const auto verdict = verdict_of(match);
    auto label = page.small(Weight::semibold);
    label.colour = paint.colours.accent_words;
    paint.words(page.body.x, y, paint.fitted(verdict.label, label, page.body.width), label);
    y += label.line();
    const auto words = paint.wrap(verdict.words, page.body_set(), page.body.width, 2);
    paint.words(page.body.x, y, words, page.body_set());
    if (!verdict.words.empty()) y += words.height;
    const auto judgement = paint.wrap(judgement_of(match), page.label(), page.body.width, 2);
    if (!judgement_of(match).empty()) {
        paint.words(page.body.x, y, judgement, page.label());
        y += judgement.height;
    }
    return y + page.unit * 2;
}

// What is read below: first the rest of a long recall, then the expectations; each on two lines at the most, because the
// page before showed them whole.
struct Below {
    std::vector<Chunk> chunks;
    std::vector<float> heights;
    std::size_t recall = 0; // how many chunks are of the recall
};

Below below_of(Painter& paint, const Page& page, const Matching& match, bool is_cut, float indent, float room) {
    Below below;
    const float gap = page.unit * 1.2f;
    if (is_cut)
        for (auto& chunk : chunks_of(paint, page, 0, match.words, {}, page.body_set(), page.body.width, room)) {
            below.heights.push_back(chunk.height + gap);
            below.chunks.push_back(std::move(chunk));
        }
    below.recall = below.chunks.size();
    const auto set = page.small(Weight::semibold);
    for (std::size_t i = 0; i < match.expectations.size(); ++i) {
        Chunk chunk{i, paint.wrap(match.expectations[i], set, page.body.width - indent, 2), {}, true, false, 0};
        chunk.height = chunk.words.height;
        below.heights.push_back(chunk.height + gap);
        below.chunks.push_back(std::move(chunk));
    }
    return below;
}

void draw_expectation(Painter& paint, const Page& page, const Matching& match, const Chunk& chunk, float indent,
                      float y) {
    const bool is_meant = match.meant == chunk.row || match.proposed == chunk.row;
    auto set = page.small(is_meant ? Weight::semibold : Weight::regular);
    if (is_meant) paint.fill({page.body.x, y, std::max(2.f, page.unit * .42f), chunk.height}, paint.colours.accent);
    auto number = set;
    number.colour = paint.colours.accent_words;
    paint.words(page.body.x + page.unit * 1.5f, y, std::to_string(chunk.row + 1), number);
    draw_chunk(paint, page, chunk, set, page.body.x + indent, y);
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const Matching& match, int wanted) {
    constexpr std::size_t most_lines = 3;
    const auto place = fmt::format("{} of {}", match.number, match.count);
    const auto set = page.title();
    const float width = page.body.width - paint.width_of(place, page.label()) - page.unit * 4;
    auto recall = set;
    auto words = paint.wrap("“" + match.words + "”", recall, width, 2);
    if (words.is_cut) {
        recall = page.body_set(Weight::semibold);
        words = paint.wrap("“" + match.words + "”", recall, width, most_lines);
    }
    float y = page.body.y - page.unit;
    paint.words_right(page.body.right(), y + (recall.line() - page.label().line()) / 2, place, page.label());
    y = draw_recall(paint, page, words, recall, y);
    y = draw_verdict(paint, page, match, y);
    paint.rule(page.body.x, y - page.unit, page.body.width, paint.colours.hairline, page.whole.height / 1000);
    const float room = page.body.bottom() + page.unit - y;
    const float indent = page.unit * 3 + paint.width_of("00", page.small(Weight::semibold));
    const auto below = below_of(paint, page, match, words.is_cut, indent, room);
    const auto shown = page_of_rows(below.heights, room, wanted);
    for (auto i = shown.first; i < shown.last; ++i) {
        if (i < below.recall)
            draw_chunk(paint, page, below.chunks[i], page.body_set(), page.body.x, y);
        else
            draw_expectation(paint, page, match, below.chunks[i], indent, y);
        y += below.heights[i];
    }
    return shown.drawn;
}

} // namespace avow::screen
