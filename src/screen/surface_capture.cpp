// The read-round: who speaks and what they are saying, as it is typed; what they and others said before.
#include "screen/motion.hpp"
#include "screen/surface.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace avow::screen {

namespace {

// What is being said, at body size behind a bar. The end of it stays in sight: that is where the words come.
float draw_typing(Painter& paint, const Page& page, const slide::Round& round, float y, float width, float room) {
    const auto body = page.body_set();
    const float indent = page.unit * 2.5f;
    auto text = paint.wrap(round.typing, body, width - indent - page.unit);
    const auto fits = std::max<std::size_t>(1, static_cast<std::size_t>(room / body.line()));
    if (text.lines.empty()) text.lines.emplace_back();
    const bool ends_in_space = !round.typing.empty() && round.typing.back() == ' ';
    const std::size_t first = text.lines.size() > fits ? text.lines.size() - fits : 0;
    const auto shown = text.lines.size() - first;
    const float height = static_cast<float>(shown) * body.line();
    paint.fill({page.body.x, y, std::max(2.f, page.unit * .42f), height}, paint.colours.accent);
    paint.words(page.body.x + indent, y, text, body, first);
    float caret = paint.width_of(text.lines.back(), body) + page.unit * .4f;
    if (ends_in_space) caret += paint.width_of(" ", body);
    caret = std::min(caret, width - indent);
    if (text.is_right_to_left) caret = std::max(0.f, text.room - caret); // the words come at the left
    const float caret_y = y + height - body.line();
    paint.fill({page.body.x + indent + caret, caret_y + body.line() * .12f, std::max(2.f, page.unit * .16f),
                body.line() * .76f},
               paint.colours.ink);
    return height;
}

void draw_said_already(Painter& paint, const Page& page, const slide::Round& round, float top, float width) {
    if (round.said_already.empty()) return;
    const auto small = page.small();
    const float bottom = page.body.bottom();
    if (bottom - top < page.label().line() + small.line()) return;
    // From the foot of the page upward: as many of their own statements as there is room for.
    std::vector<Paragraph> texts;
    float height = page.label().line();
    for (const auto& said : round.said_already) {
        const bool is_last = texts.empty(); // it stands whole, if the page holds it
        const auto lines = is_last ? (bottom - top - height) / small.line() : 2;
        auto text = paint.wrap(said, small, width, static_cast<std::size_t>(std::max(1.f, lines)));
        if (height + text.height + page.unit > bottom - top) break;
        height += text.height + (texts.empty() ? 0 : page.unit);
        texts.push_back(std::move(text));
    }
    if (texts.empty()) return;
    float y = bottom - height;
    const auto more = round.said_already.size() - texts.size();
    paint.words(page.body.x, y, more > 0 ? fmt::format("Said already, and {} more", more) : "Said already",
                page.label());
    y += page.label().line();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& text = texts[i];
        const Moving moving(paint, fmt::format("said {} {}", round.speaker, round.said_already.size() - i),
                            {page.body.x, y, width, text.height});
        paint.words(page.body.x, y, text, small);
        y += text.height + page.unit;
    }
}

void draw_others(Painter& paint, const Page& page, const std::vector<slide::Said>& others, Rect room) {
    const auto small = page.small();
    const float pad = page.unit * 2;
    float y = room.y;
    for (const auto& said : others) {
        // What was said last stands whole, if the page holds it; the last card that fits is cut shorter rather than left out.
        const int most = &said == &others.front() ? std::numeric_limits<int>::max() : 4;
        const auto fits = static_cast<int>((room.bottom() - y - 2 * pad - page.label().line()) / small.line());
        if (fits < 1) break;
        const auto words =
            paint.wrap(said.words, small, room.width - 2 * pad, static_cast<std::size_t>(std::min(fits, most)));
        const Rect card{room.x, y, room.width, words.height + page.label().line() + 2 * pad};
        const Moving moving(paint, "card " + said.speaker + ": " + said.words, card);
        paint.card(card, page.unit * .9f);
        paint.words(card.x + pad, card.y + pad * .8f, words, small);
        paint.words(card.x + pad, card.y + pad * .8f + words.height,
                    paint.fitted_name(said.speaker, page.label(), room.width - 2 * pad), page.label());
        y = card.bottom() + page.unit * 1.8f;
    }
}

// As many names as two lines hold, each whole: "12 to go: Farid, Grace, Hila and 9 more".
Paragraph named(Painter& paint, const Page& page, const std::string& what, const std::vector<std::string>& names,
                float width) {
    const auto with = [&](std::size_t count) {
        const auto more = count < names.size() ? fmt::format(" and {} more", names.size() - count) : std::string{};
        return paint.wrap(what + with_commas(names, count) + more, page.small(), width, 2);
    };
    for (auto count = names.size(); count > 1; --count)
        if (auto words = with(count); !words.is_cut) return words;
    return with(1);
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const slide::Round& round, int) {
    const float left = page.body.width * 7 / 12, right_x = page.column(7) + page.body.width * .5f / 12;
    const float right = page.body.right() - right_x;
    if (round.speaker.empty()) {
        paint.words(page.body.x, page.body.y, paint.wrap("Nobody is in the room yet", page.title(), left),
                    page.title());
        return {};
    }
    auto name_set = page.display();
    auto name = paint.wrap(round.speaker, name_set, left, 1);
    if (name.is_cut) name_set = page.title(Weight::bold), name = paint.wrap(round.speaker, name_set, left, 2);
    name.room = name.width; // a name heads the page from its left edge in every script
    float y = page.body.y - page.unit;
    paint.words(page.body.x, y, name, name_set);
    y += name.height + page.unit;
    paint.words(page.body.x, y, paint.fitted(round.prompt, page.label(), left), page.label());
    y += page.label().line() + page.unit * 2;
    const float own = round.said_already.empty() ? 0 : page.label().line() + page.small().line() + page.unit * 3;
    y += draw_typing(paint, page, round, y, left, page.body.bottom() - y - own);
    draw_said_already(paint, page, round, y + page.unit * 2, left);

    const auto coverage = !round.to_go.empty()
                              ? named(paint, page, fmt::format("{} to go: ", round.to_go.size()), round.to_go, right)
                          : !round.still_out.empty() // not heard, and no turn to come: "Emeka (late)"
                              ? named(paint, page, "Not heard yet: ", round.still_out, right)
                              : paint.wrap("Everybody has been heard", page.small(), right, 2);
    const float coverage_y = page.body.bottom() - coverage.height;
    paint.words(right_x, coverage_y, coverage, page.small());
    draw_others(paint, page, round.others, {right_x, page.body.y, right, coverage_y - page.unit * 2 - page.body.y});
    return {};
}

} // namespace avow::screen
