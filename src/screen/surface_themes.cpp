// The wall of themes, tiles sized by people; and one theme opened, with its statements.
#include "screen/surface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace avow::screen {

namespace {

constexpr std::size_t most_tiles_on_a_page = 9;

std::string counted(int items, int people) {
    return fmt::format("{} {} from {} {}", items, items == 1 ? "item" : "items", people,
                       people == 1 ? "person" : "people");
}

// Rows of tiles: heights by the people of a row, widths by the people of a tile, neither so small that words do not fit.
std::vector<Rect> lay_out(const std::vector<int>& weights, Rect room, float gap) {
    const std::size_t count = weights.size();
    const std::size_t rows = count <= 3 ? 1 : count <= 6 ? 2 : 3;
    // Later rows hold more and smaller tiles, so that the heaviest are the largest.
    std::vector<std::size_t> row_of(count);
    std::size_t at = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t in_row = (count - at) / (rows - row);
        for (std::size_t i = 0; i < in_row; ++i) row_of[at++] = row;
    }
    // Part of the room is shared out evenly, so that words fit; the rest by weight.
    const auto shares = [](std::vector<float> weights_of, float evenly) {
        const float total = std::max(1.f, std::accumulate(weights_of.begin(), weights_of.end(), 0.f));
        const auto all = static_cast<float>(weights_of.size());
        for (auto& weight : weights_of) weight = evenly / all + (1 - evenly) * weight / total;
        return weights_of;
    };
    std::vector<float> row_weights(rows, 0);
    for (std::size_t i = 0; i < count; ++i) row_weights[row_of[i]] += static_cast<float>(weights[i]);
    row_weights = shares(row_weights, rows == 3 ? .9f : .6f);
    std::vector<Rect> tiles(count);
    float y = room.y;
    for (std::size_t row = 0; row < rows; ++row) {
        const float height = (room.height - gap * static_cast<float>(rows - 1)) * row_weights[row];
        std::vector<float> widths;
        for (std::size_t i = 0; i < count; ++i)
            if (row_of[i] == row) widths.push_back(static_cast<float>(weights[i]));
        widths = shares(widths, rows == 3 ? .98f : widths.size() > 2 ? .8f : .6f);
        float x = room.x;
        std::size_t column = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (row_of[i] != row) continue;
            const float width = (room.width - gap * static_cast<float>(widths.size() - 1)) * widths[column++];
            tiles[i] = {x, y, width, height};
            x += width + gap;
        }
        y += height + gap;
    }
    return tiles;
}

// A full wall has its titles at small size rather than cut.
Setting tile_title(const Page& page, std::size_t tiles) {
    auto set = tiles > 6 ? page.small(Weight::semibold) : page.body_set(Weight::semibold);
    set.leading = 1.18f;
    return set;
}

void draw_tile(Painter& paint, const Page& page, const slide::Tile& tile, const Setting& title, Rect rect,
               bool is_in_hand) {
    const float rounding = page.unit * .9f, bar = page.unit * .8f, pad = page.unit * 1.8f;
    paint.card(rect, rounding);
    paint.fill({rect.x, rect.y, bar, rect.height}, mark_colour(tile.sign.mark, paint.colours), rounding * .6f);
    if (is_in_hand) paint.frame(rect.inset(-page.unit * .3f), paint.colours.accent, page.unit * .4f, rounding);
    const float x = rect.x + bar + pad, width = rect.right() - pad - x, bottom = rect.bottom() - pad * .7f;
    const auto small = page.small();
    const auto count = paint.wrap(counted(tile.items, tile.people), page.label(), width, 2);
    float y = rect.y + pad * .7f;
    const auto title_lines = static_cast<std::size_t>(std::clamp((bottom - y - count.height) / title.line(), 1.f, 3.f));
    y += draw_theme_title(paint, tile.sign, title, x, y, width, title_lines);
    if (y + count.height <= bottom + page.unit * .5f) paint.words(x, y, count, page.label());
    y += count.height + page.unit;
    const auto lines = static_cast<int>((bottom - y) / small.line());
    if (tile.quote.empty() || lines < 2) return;
    paint.words(x, y, paint.wrap("“" + tile.quote + "”", small, width, static_cast<std::size_t>(std::min(lines, 5))),
                small);
}

void draw_single_voices(Painter& paint, const Page& page, int count, bool has_themes, const Setting& title, Rect rect,
                        bool is_in_hand) {
    const float pad = page.unit * 1.8f;
    paint.dashed_frame(rect, is_in_hand ? paint.colours.accent : paint.colours.quiet,
                       std::max(1.f, page.unit * (is_in_hand ? .4f : .2f)));
    const float width = rect.width - 2 * pad;
    const auto heading = paint.wrap(has_themes ? "Single voices" : "Not grouped yet", title, width, 2);
    paint.words(rect.x + pad, rect.y + pad * .8f, heading, title);
    const auto below = paint.wrap(has_themes ? fmt::format("{}, read first", count)
                                             : fmt::format("{} {}", count, count == 1 ? "statement" : "statements"),
                                  page.label(), width, 2);
    paint.words(rect.x + pad, rect.y + pad * .8f + heading.height, below, page.label());
}

// Who said it; and where it lies as well, by sign and name.
void draw_speaker(Painter& paint, const Page& page, const slide::Card& card, float x, float y, float width) {
    const auto label = page.label();
    const auto speaker = paint.fitted(card.speaker, label, card.elsewhere ? width * .5f : width);
    paint.words(x, y, speaker, label);
    if (!card.elsewhere) return;
    const float right = x + width;
    x += paint.width_of(speaker, label) + page.unit * 3;
    const std::string_view how = card.is_guest ? "counted in" : "also in";
    paint.words(x, y, how, label);
    x += paint.width_of(how, label) + page.unit;
    paint.mark(card.elsewhere->mark, {x + page.unit * 1.6f, y + label.line() / 2}, page.em(.028f));
    x += page.unit * 4.2f;
    const auto title = mark_letter(card.elsewhere->mark) + "  " + card.elsewhere->title;
    paint.words(x, y, paint.fitted(title, label, right - x), label);
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const slide::Wall& wall, int wanted) {
    Rect room = page.body;
    if (wall.tiles.empty() && wall.single_voices == 0) {
        paint.words(room.x, room.y, "Nothing has been said yet", page.title());
        return {};
    }
    if (wall.is_proposed) {
        auto set = page.label();
        set.weight = Weight::italic;
        const auto question =
            paint.wrap(wall.question.empty() ? "Proposed: what belongs elsewhere? What is it called?" : wall.question,
                       set, room.width, 2);
        paint.words(room.x, room.y - page.unit * 1.6f, question, set);
        room.y += question.height - page.unit;
        room.height -= question.height - page.unit;
    }
    room.height += page.unit * 2; // tiles may reach nearer to the edge than words
    const bool has_voices = wall.single_voices > 0;
    const std::size_t total = wall.tiles.size() + (has_voices ? 1 : 0);
    const int count = static_cast<int>((total + most_tiles_on_a_page - 1) / most_tiles_on_a_page);
    int number = std::clamp(wanted, 0, std::max(0, count - 1));
    if (wall.focus && *wall.focus < total) number = static_cast<int>(*wall.focus / most_tiles_on_a_page);
    const std::size_t first = static_cast<std::size_t>(number) * most_tiles_on_a_page;
    const std::size_t last = std::min(total, first + most_tiles_on_a_page);
    std::vector<int> weights;
    for (auto i = first; i < last; ++i)
        weights.push_back(i < wall.tiles.size() ? std::max(1, wall.tiles[i].people) : 1);
    const auto rects = lay_out(weights, room, page.unit * 2);
    const auto title = tile_title(page, total);
    DrawnPage drawn{number, std::max(1, count)};
    for (auto i = first; i < last; ++i) {
        const bool is_in_hand = wall.focus == i;
        drawn.items.push_back({i, rects[i - first]});
        if (i < wall.tiles.size())
            draw_tile(paint, page, wall.tiles[i], title, rects[i - first], is_in_hand);
        else
            draw_single_voices(paint, page, wall.single_voices, !wall.tiles.empty(), title, rects[i - first],
                               is_in_hand);
    }
    return drawn;
}

DrawnPage draw_content(Painter& paint, const Page& page, const slide::OpenTheme& theme, int wanted) {
    const auto title = page.title();
    const float width = page.body.width;
    float y = page.body.y - page.unit;
    if (theme.sign)
        y += draw_theme_title(paint, *theme.sign, title, page.body.x, y, width, 2);
    else
        paint.words(page.body.x, y, "Single voices", title), y += title.line();
    paint.words(page.body.x, y, counted(theme.items, theme.people), page.label());
    y += page.label().line() + page.unit * 2;

    const auto body = page.body_set();
    auto why_set = page.label();
    why_set.weight = Weight::italic;
    const float indent = page.unit * 2.5f;
    std::vector<Paragraph> texts;
    std::vector<float> heights;
    for (const auto& said : theme.statements) {
        texts.push_back(paint.wrap(said.words, body, width - indent, 4));
        heights.push_back(texts.back().height + page.label().line() + page.unit * 2);
    }
    const auto why = paint.wrap(theme.why, why_set, width - indent, 5);
    if (theme.focus && !theme.why.empty()) heights[*theme.focus] += why.height;
    if (texts.empty()) {
        paint.words(page.body.x, y, "Nothing is in here any more", page.label());
        return {};
    }
    const auto firsts = page_breaks(heights, page.body.bottom() + page.unit * 2 - y, 6);
    int number = std::clamp(wanted, 0, static_cast<int>(firsts.size()) - 1);
    if (theme.focus) // the page that shows the card in hand
        number = static_cast<int>(std::ranges::upper_bound(firsts, *theme.focus) - firsts.begin()) - 1;
    const auto index = static_cast<std::size_t>(number);
    DrawnPage drawn{number, static_cast<int>(firsts.size())};
    for (auto i = firsts[index]; i < (index + 1 < firsts.size() ? firsts[index + 1] : texts.size()); ++i) {
        drawn.items.push_back({i, {page.body.x, y, width, heights[i]}});
        if (theme.focus == i)
            paint.fill({page.body.x, y, std::max(2.f, page.unit * .42f), texts[i].height + page.label().line()},
                       paint.colours.accent);
        paint.words(page.body.x + indent, y, texts[i], body);
        draw_speaker(paint, page, theme.statements[i], page.body.x + indent, y + texts[i].height, width - indent);
        if (theme.focus == i && !theme.why.empty())
            paint.words(page.body.x + indent, y + texts[i].height + page.label().line(), why, why_set);
        y += heights[i];
    }
    return drawn;
}

} // namespace avow::screen
