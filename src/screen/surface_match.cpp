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
    return value && *value >= 0 && *value <= 2 ? fmt::format("{}, {}", *value, words[*value]) : std::string("not yet");
}

// Empty where there is nothing to judge.
std::string judgement_of(const Matching& match) {
    if (!match.meant) return {};
    return fmt::format("Understood? The leader: {}. A colleague: {}", judged(match.by_leader),
                       judged(match.by_colleague));
}

// What stands above the line: the recall, whole where a few lines hold it, what it means, and how it was judged.
struct Head {
    Setting set;
    Paragraph recall, verdict, judgement;
    float height = 0;
};

Head head_of(Painter& paint, const Page& page, const Matching& match, float width, std::size_t most_lines) {
    Head head;
    head.set = page.title();
    head.recall = paint.wrap("“" + match.words + "”", head.set, width, std::min<std::size_t>(2, most_lines));
    if (head.recall.is_cut) {
        head.set = page.body_set(Weight::semibold);
        head.recall = paint.wrap("“" + match.words + "”", head.set, width, most_lines);
    }
    const auto words = verdict_of(match).words, judgement = judgement_of(match);
    if (!words.empty())
        head.verdict = paint.wrap(words, page.body_set(), page.body.width, std::min<std::size_t>(2, most_lines));
    if (!judgement.empty()) head.judgement = paint.wrap(judgement, page.label(), page.body.width, 2);
    head.height =
        head.recall.height + page.small().line() + head.verdict.height + head.judgement.height + page.unit * 3.5f;
    return head;
}

void draw_head(Painter& paint, const Page& page, const Matching& match, const Head& head, float y) {
    paint.words(page.body.x, y, head.recall, head.set);
    y += head.recall.height + page.unit * 1.5f;
    auto label = page.small(Weight::semibold);
    label.colour = paint.colours.accent_words;
    paint.words(page.body.x, y, paint.fitted(verdict_of(match).label, label, page.body.width), label);
    y += label.line();
    paint.words(page.body.x, y, head.verdict, page.body_set());
    paint.words(page.body.x, y + head.verdict.height, head.judgement, page.label());
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
    const auto place = fmt::format("{} of {}", match.number, match.count);
    const float width = page.body.width - paint.width_of(place, page.label()) - page.unit * 4;
    const float top = page.body.y - page.unit, foot = page.body.bottom() + page.unit;
    const float least_room = page.small().line() * 3; // below: a line of the rest at least, and of an expectation
    std::size_t lines = 3;
    auto head = head_of(paint, page, match, width, lines);
    while (lines > 1 && foot - top - head.height < least_room) head = head_of(paint, page, match, width, --lines);
    paint.words_right(page.body.right(), top + (head.set.line() - page.label().line()) / 2, place, page.label());
    draw_head(paint, page, match, head, top);
    float y = top + head.height;
    paint.rule(page.body.x, y - page.unit, page.body.width, paint.colours.hairline, page.whole.height / 1000);
    const float room = foot - y;
    const float indent = page.unit * 3 + paint.width_of("00", page.small(Weight::semibold));
    const auto below = below_of(paint, page, match, head.recall.is_cut, indent, room);
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
