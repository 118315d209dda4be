// The wall of themes, tiles sized by people; and one theme opened, with its statements.
#include "desk/verbs.hpp"
#include "report/phrases.hpp"
#include "screen/motion.hpp"
#include "screen/surface.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>

namespace avow::screen {

namespace {

constexpr int most_why_lines = 4;

constexpr std::size_t most_tiles_on_a_page = 9;
constexpr std::size_t most_lines_of_title = 3;

std::string votes_in_words(const slide::Tile& tile) {
    return tile.votes ? ", " + counted(*tile.votes, "vote") : std::string();
}

// --- one tile ---

// What a tile says, however large it is: a title, a count, and whom to quote. Without a sign: the single voices.
struct TileWords {
    std::optional<slide::ThemeSign> sign;
    std::string heading; // without a sign
    std::string keys;
    std::string count;
    const std::vector<slide::Said>* quotes = nullptr;
    int people = 1;
};

TileWords words_of_tile(const slide::Wall& wall, std::size_t index) {
    if (index < wall.tiles.size()) {
        const auto& tile = wall.tiles[index];
        return {tile.sign,
                {},
                desk::keys_of_theme(tile.sign.mark),
                report::counted({tile.items, tile.people}) + votes_in_words(tile),
                &tile.quotes,
                std::max(1, tile.people)};
    }
    const int count = wall.single_voices;
    if (wall.tiles.empty()) return {{}, "Not grouped yet", {}, counted(count, "statement"), &wall.voices, 1};
    return {{}, "Single voices", {}, fmt::format("{}, read first", count), &wall.voices, 1};
}

// How words are set in the tiles of a page, and what lies between them.
struct TileSet {
    Setting title, small, label;
    float pad = 0, bar = 0, gap = 0; // gap: above a quote
};

TileSet tile_set(const Page& page, bool has_large_titles) {
    TileSet set{has_large_titles ? page.body_set(Weight::semibold) : page.small(Weight::semibold),
                page.small(),
                page.label(),
                page.unit * 1.5f,
                page.unit * .8f,
                page.unit * .7f};
    set.title.leading = 1.18f * page.apart;
    set.label.leading = set.small.leading = 1.2f * page.apart;
    return set;
}

float inner_width(const TileSet& set, float width) { return width - set.bar - 2 * set.pad; }

float title_height(Painter& paint, const TileSet& set, const TileWords& tile, float width, std::size_t most_lines) {
    if (tile.sign) return theme_title_height(paint, *tile.sign, set.title, width, most_lines, tile.keys);
    return paint.wrap(tile.heading, set.title, width, most_lines).height;
}

// Title and count, without anybody quoted.
float least_height(Painter& paint, const TileSet& set, const TileWords& tile, float width) {
    const float inner = inner_width(set, width);
    return title_height(paint, set, tile, inner, most_lines_of_title) +
           paint.wrap(tile.count, set.label, inner, 2).height + set.pad * 1.2f;
}

// A quote in the lines it may take, with room for its speaker behind the last one.
struct Quote {
    Paragraph words;
    std::string speaker;
    float speaker_x = 0;
};

Quote lay_out_quote(Painter& paint, const TileSet& set, const slide::Said& said, float width, std::size_t lines) {
    const std::string name = said.speaker.empty() ? "" : paint.fitted_name("– " + said.speaker, set.label, width * .6f);
    const float space = set.small.em * .45f, needed = name.empty() ? 0 : paint.width_of(name, set.label) + space;
    const auto fits = [&](const Paragraph& words) {
        return !words.is_cut && paint.width_of(words.lines.back(), set.small) + needed <= width;
    };
    std::string text = said.words;
    auto words = paint.wrap("“" + text + "”", set.small, width, lines);
    if (!fits(words) && words.lines.size() < lines) // the name on a line of its own
        return {words, paint.fitted_name("– " + said.speaker, set.label, width), 0};
    if (words.is_cut) { // thousands of letters behind what is in sight need not be tried one by one
        std::size_t in_sight = words.lines.size(); // and a space between two lines
        for (const auto& line : words.lines) in_sight += count_characters(line);
        text = first_characters(text, in_sight);
    }
    while (!fits(words) && text.find(' ') != std::string::npos) {
        text.resize(text.rfind(' '));
        words = paint.wrap("“" + text + " …”", set.small, width, lines);
    }
    // One word that is too long, or a script that puts no spaces between them: as many letters as there is room for.
    for (auto letters = count_characters(text); !fits(words) && letters > 1;) {
        text = first_characters(text, --letters);
        words = paint.wrap("“" + text + "…”", set.small, width, lines);
    }
    const float last = paint.width_of(words.lines.back(), set.small);
    return {words, name, words.is_right_to_left ? std::max(1.f, width - last - needed) : last + space};
}

float height_of(const TileSet& set, const Quote& quote) {
    const bool has_own_line = !quote.speaker.empty() && quote.speaker_x == 0;
    return quote.words.height + (has_own_line ? set.label.line() : 0);
}

void draw_quote(Painter& paint, const TileSet& set, const Quote& quote, float x, float y) {
    paint.words(x, y, quote.words, set.small);
    if (quote.speaker.empty()) return;
    const float below = quote.speaker_x == 0 ? quote.words.height : quote.words.height - set.small.line();
    paint.words(x + quote.speaker_x, y + below, quote.speaker, set.label);
}

// As many as fit, each whole if it can be; the first is cut rather than left out.
void draw_quotes(Painter& paint, const TileSet& set, const std::vector<slide::Said>& quotes, Rect room) {
    float y = room.y;
    for (std::size_t i = 0; i < quotes.size(); ++i) {
        const float left = room.bottom() - y + set.small.line() * .12f; // the last line has no line below it
        const auto lines = static_cast<int>(left / set.small.line());
        if (lines < 1) return;
        const auto quote =
            lay_out_quote(paint, set, quotes[i], room.width, static_cast<std::size_t>(std::min(lines, 5)));
        const bool is_whole = quote.words.lines.back().find("…") == std::string::npos;
        if (height_of(set, quote) > left || (i > 0 && !is_whole)) return;
        draw_quote(paint, set, quote, room.x, y);
        y += height_of(set, quote) + set.gap;
    }
}

void draw_tile(Painter& paint, const Page& page, const TileSet& set, const TileWords& tile, Rect rect,
               bool is_in_hand) {
    const float rounding = page.unit * .9f;
    if (tile.sign) {
        paint.card(rect, rounding);
        paint.fill({rect.x, rect.y, set.bar, rect.height}, mark_colour(tile.sign->mark, paint.colours), rounding * .6f);
        if (is_in_hand) paint.frame(rect.inset(-page.unit * .3f), paint.colours.accent, page.unit * .4f, rounding);
    } else {
        paint.dashed_frame(rect, is_in_hand ? paint.colours.accent : paint.colours.quiet,
                           std::max(1.f, page.unit * (is_in_hand ? .4f : .2f)));
    }
    const Rect inner{rect.x + set.bar + set.pad, rect.y + set.pad * .6f, inner_width(set, rect.width),
                     rect.height - set.pad * 1.2f};
    const auto count = paint.wrap(tile.count, set.label, inner.width, 2);
    const auto lines = static_cast<std::size_t>(std::clamp((inner.height - count.height) / set.title.line() + .05f, 1.f,
                                                           static_cast<float>(most_lines_of_title)));
    float y = inner.y + title_height(paint, set, tile, inner.width, lines);
    if (tile.sign)
        draw_theme_title(paint, *tile.sign, set.title, inner.x, inner.y, inner.width, lines, tile.keys);
    else
        paint.words(inner.x, inner.y, paint.wrap(tile.heading, set.title, inner.width, lines), set.title);
    if (y + count.height <= inner.bottom() + page.unit * .5f) paint.words(inner.x, y, count, set.label);
    y += count.height + set.gap;
    draw_quotes(paint, set, *tile.quotes, {inner.x, y, inner.width, inner.bottom() - y});
}

// --- all of a page ---

// Parts of a whole by weight, some of it shared out evenly.
std::vector<float> shares(std::vector<float> weights, float evenly) {
    const float total = std::max(1.f, std::accumulate(weights.begin(), weights.end(), 0.f));
    const auto all = static_cast<float>(weights.size());
    for (auto& weight : weights) weight = evenly / all + (1 - evenly) * weight / total;
    return weights;
}

// The tiles of each row, first to last: later rows hold more and smaller ones, so that those of most people are largest.
std::vector<std::pair<std::size_t, std::size_t>> rows_of(std::size_t count) {
    const std::size_t rows = count <= 3 ? 1 : count <= 6 ? 2 : 3;
    std::vector<std::pair<std::size_t, std::size_t>> all;
    for (std::size_t row = 0, at = 0; row < rows; ++row) {
        const std::size_t in_row = (count - at) / (rows - row);
        all.emplace_back(at, at + in_row);
        at += in_row;
    }
    return all;
}

// By people, but none so narrow that its count takes two lines.
std::vector<float> widths_of_row(Painter& paint, const TileSet& set, std::span<const TileWords> tiles, float room) {
    std::vector<float> people, needed;
    for (const auto& tile : tiles) {
        people.push_back(static_cast<float>(tile.people));
        needed.push_back(paint.width_of(tile.count, set.label) + set.bar + 2 * set.pad + 1);
    }
    // Even enough that the smallest tile of one row is larger than the largest of the next.
    const float least = std::max(std::ranges::max(needed), room * .22f);
    for (const float evenly : {.7f, .8f, .9f, 1.f}) {
        auto widths = shares(people, evenly);
        for (auto& width : widths) width *= room;
        if (std::ranges::min(widths) >= least) return widths;
    }
    const float left = room - std::accumulate(needed.begin(), needed.end(), 0.f);
    for (auto& width : needed)
        width = left > 0 ? width + left / static_cast<float>(needed.size()) : room / static_cast<float>(needed.size());
    return needed;
}

// Each row as high as its titles and counts need; then two lines of somebody's words, row by row; what is left by people.
std::vector<float> heights_of_rows(const std::vector<float>& least, const std::vector<float>& people, float two_lines,
                                   float room) {
    auto heights = least;
    float left = room - std::accumulate(least.begin(), least.end(), 0.f);
    if (left < 0) { // titles are cut then
        for (auto& height : heights) height *= room / (room - left);
        return heights;
    }
    for (auto& height : heights)
        if (left >= two_lines) height += two_lines, left -= two_lines;
    const auto parts = shares(people, 0);
    for (std::size_t row = 0; row < heights.size(); ++row) heights[row] += left * parts[row];
    return heights;
}

std::vector<Rect> lay_out(Painter& paint, const TileSet& set, std::span<const TileWords> tiles, Rect room, float gap) {
    const auto rows = rows_of(tiles.size());
    std::vector<Rect> rects(tiles.size());
    std::vector<float> least, people;
    for (const auto& [first, last] : rows) {
        const auto row = tiles.subspan(first, last - first);
        const auto widths = widths_of_row(paint, set, row, room.width - gap * static_cast<float>(row.size() - 1));
        least.push_back(0);
        people.push_back(0);
        float x = room.x;
        for (std::size_t i = 0; i < row.size(); ++i) {
            rects[first + i] = {x, 0, widths[i], 0};
            x += widths[i] + gap;
            least.back() = std::max(least.back(), least_height(paint, set, row[i], widths[i]));
            people.back() += static_cast<float>(row[i].people);
        }
    }
    const auto heights = heights_of_rows(least, people, set.gap + 1.9f * set.small.line(),
                                         room.height - gap * static_cast<float>(rows.size() - 1));
    float y = room.y;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (auto i = rows[row].first; i < rows[row].second; ++i) rects[i].y = y, rects[i].height = heights[row];
        y += heights[row] + gap;
    }
    return rects;
}

bool has_cut_title(Painter& paint, const TileSet& set, std::span<const TileWords> tiles,
                   const std::vector<Rect>& rects) {
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const float width = inner_width(set, rects[i].width);
        if (title_height(paint, set, tiles[i], width, Painter::any_number) >
            title_height(paint, set, tiles[i], width, most_lines_of_title))
            return true;
    }
    return false;
}

// What the room is asked, so that it is read from the back; what is only proposed says so more quietly. The height taken.
float draw_question(Painter& paint, const Page& page, const slide::Wall& wall, Rect room) {
    if (!wall.is_proposed) return 0;
    if (wall.question.empty()) {
        auto set = page.label();
        set.weight = Weight::italic;
        const auto words = paint.wrap("Proposed: what belongs elsewhere? What is it called?", set, room.width, 2);
        paint.words(room.x, room.y - page.unit * 1.6f, words, set);
        return words.height - page.unit * .2f;
    }
    auto set = page.body_set(Weight::semibold);
    set.leading = 1.18f * page.apart;
    const float bar = page.unit * .6f, indent = page.unit * 2;
    const auto words = paint.wrap(wall.question, set, room.width - indent, 3);
    paint.fill({room.x, room.y - page.unit, bar, words.height}, paint.colours.accent);
    paint.words(room.x + indent, room.y - page.unit, words, set);
    return words.height + page.unit * 1.1f;
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
    const float taken = draw_question(paint, page, wall, room);
    room.y += taken - page.unit; // tiles may reach nearer to the edges than words
    room.height += page.unit * 3 - taken;
    const std::size_t total = wall.tiles.size() + (wall.single_voices > 0 ? 1 : 0);
    const std::size_t pages = (total + most_tiles_on_a_page - 1) / most_tiles_on_a_page;
    const std::size_t on_a_page = (total + pages - 1) / pages; // about the same on each, so that none is crowded
    auto number = static_cast<std::size_t>(std::clamp(wanted, 0, static_cast<int>(pages) - 1));
    if (wall.focus && *wall.focus < total) number = *wall.focus / on_a_page;
    const std::size_t first = number * on_a_page, last = std::min(total, first + on_a_page);
    std::vector<TileWords> tiles;
    for (auto i = first; i < last; ++i) tiles.push_back(words_of_tile(wall, i));
    auto set = tile_set(page, on_a_page <= 6);
    auto rects = lay_out(paint, set, tiles, room, page.unit * 1.6f);
    if (has_cut_title(paint, set, tiles, rects)) {
        set = tile_set(page, false);
        rects = lay_out(paint, set, tiles, room, page.unit * 1.6f);
    }
    DrawnPage drawn{static_cast<int>(number), static_cast<int>(pages)};
    for (auto i = first; i < last; ++i) {
        drawn.items.push_back({i, rects[i - first]});
        const auto& sign = tiles[i - first].sign;
        const Moving moving(paint, sign ? "tile " + mark_letter(sign->mark) : "tile of single voices",
                            rects[i - first]);
        draw_tile(paint, page, set, tiles[i - first], rects[i - first], wall.focus == i);
    }
    return drawn;
}

namespace {

// A statement with its speaker, or as much of it as a page holds.
struct Piece {
    std::size_t card = 0;
    bool is_last = true;
    Paragraph words;
    float height = 0;
};

std::vector<Piece> pieces_of(Painter& paint, const Page& page, const std::vector<slide::Card>& statements, float width,
                             float room) {
    const auto body = page.body_set();
    const float around = page.label().line() + page.unit * 2;
    const auto most_lines = std::max<std::size_t>(1, static_cast<std::size_t>((room - around) / body.line()));
    std::vector<Piece> pieces;
    for (std::size_t card = 0; card < statements.size(); ++card) {
        for (auto& part : paint.wrap(statements[card].words, body, width).pieces(most_lines, body.line())) {
            const float height = part.height + around;
            pieces.push_back({card, false, std::move(part), height});
        }
        if (!pieces.empty()) pieces.back().is_last = true;
    }
    return pieces;
}

// The theme's title and how many are in it; where they end.
float draw_head(Painter& paint, const Page& page, const slide::OpenTheme& theme) {
    const auto title = page.title();
    float y = page.body.y - page.unit;
    if (theme.sign)
        y += draw_theme_title(paint, *theme.sign, title, page.body.x, y, page.body.width, 2);
    else
        paint.words(page.body.x, y, "Single voices", title), y += title.line();
    paint.words(page.body.x, y, report::counted({theme.items, theme.people}) + (theme.is_proposed ? ", proposed" : ""),
                page.label());
    return y + page.label().line() + page.unit * 2;
}

// The page wanted, or the nearest that shows the card in hand.
DrawnPage page_of(const std::vector<Piece>& pieces, const RowPages& pages, std::optional<std::size_t> focus,
                  int wanted) {
    DrawnPage drawn{std::clamp(wanted, 0, pages.count() - 1), pages.count()};
    if (!focus) return drawn;
    const auto [begin, end] = std::ranges::equal_range(pieces, *focus, {}, &Piece::card);
    const int first = pages.page_with(static_cast<std::size_t>(begin - pieces.begin())),
              last = pages.page_with(static_cast<std::size_t>(end - pieces.begin()) - 1);
    drawn.number = std::clamp(drawn.number, first, last);
    drawn.is_kept = first == last;
    return drawn;
}

} // namespace

DrawnPage draw_content(Painter& paint, const Page& page, const slide::OpenTheme& theme, int wanted) {
    const float width = page.body.width;
    float y = draw_head(paint, page, theme);
    const auto body = page.body_set();
    auto why_set = page.label();
    why_set.weight = Weight::italic;
    const float indent = page.unit * 2.5f;
    // Room for the longest reason is kept on every page, so that no card changes its page when another is in hand.
    const auto why = paint.wrap(theme.why, why_set, width - indent, most_why_lines);
    const float kept = theme.why.empty() ? 0 : why_set.line() * static_cast<float>(most_why_lines);
    if (theme.statements.empty()) {
        paint.words(page.body.x, y, "Nothing is in here any more", page.label());
        return {};
    }
    const float room = page.body.bottom() + page.unit * 2 - y - kept;
    const auto pieces = pieces_of(paint, page, theme.statements, width - indent, room);
    std::vector<float> heights;
    for (const auto& piece : pieces) heights.push_back(piece.height);
    const auto pages = row_pages(heights, room, 6);
    auto drawn = page_of(pieces, pages, theme.focus, wanted);
    for (auto i = pages.first(drawn.number); i < pages.end(drawn.number); ++i) {
        const auto& piece = pieces[i];
        const auto& card = theme.statements[piece.card];
        const bool is_in_hand = theme.focus == piece.card;
        drawn.items.push_back({piece.card, {page.body.x, y, width, piece.height}});
        const Moving moving(paint, "card " + card.speaker + ": " + card.words, drawn.items.back().rect);
        if (is_in_hand)
            paint.fill({page.body.x, y, std::max(2.f, page.unit * .42f), piece.height - page.unit * 2},
                       paint.colours.accent);
        paint.words(page.body.x + indent, y, piece.words, body);
        if (piece.is_last) {
            const float below = y + piece.words.height;
            draw_speaker(paint, page, card, page.body.x + indent, below, width - indent);
            if (is_in_hand && !theme.why.empty()) {
                paint.words(page.body.x + indent, below + page.label().line(), why, why_set);
                y += why.height;
            }
        }
        y += piece.height;
    }
    return drawn;
}

} // namespace avow::screen
