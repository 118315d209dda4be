#include "desk/wall.hpp"

#include "desk/verbs.hpp"
#include "insight/coverage.hpp"

#include <algorithm>

namespace avow::desk {

namespace {

std::size_t stepped(std::size_t at, int step, std::size_t count) {
    const auto moved = static_cast<std::ptrdiff_t>(at) + step;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(moved, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

std::size_t wrapped(std::size_t at, int step, std::size_t count) {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at + count) + step) % count;
}

// The next tile to that side that has cards, in the order in which they are read and round; the same where there is none.
std::size_t tile_beside(const Desk& desk, std::size_t tile, int step) {
    const auto tiles = tile_count(desk);
    const bool is_board = desk.showing == Showing::board;
    const auto tile_at = [&](std::size_t place) { return is_board ? tile_in_column(place, tiles) : place; };
    const auto from = is_board ? (tile + 1) % tiles : tile;
    for (auto place = wrapped(from, step, tiles); place != from; place = wrapped(place, step, tiles))
        if (!cards_of_tile(desk.shown(), tile_at(place)).empty()) return tile_at(place);
    return tile;
}

std::optional<std::size_t> row_of(const std::vector<const Accountability*>& cards, const AccountabilityId& id) {
    for (std::size_t i = 0; i < cards.size(); ++i)
        if (cards[i]->id == id) return i;
    return std::nullopt;
}

} // namespace

std::size_t tile_of_theme(const Session& session, const std::optional<ThemeId>& id) {
    const auto themes = slide::themes_on_the_wall(session);
    const auto found = std::ranges::find_if(themes, [&](const auto* theme) { return theme->id == id; });
    return static_cast<std::size_t>(found - themes.begin());
}

std::optional<std::size_t> tile_of(const Session& session, const AccountabilityId& id) {
    const auto* item = find(session, id);
    return item ? std::optional(tile_of_theme(session, item->theme)) : std::nullopt;
}

const Theme* theme_marked(const Session& session, std::size_t mark) {
    const auto found = std::ranges::find(session.themes, static_cast<int>(mark), &Theme::mark);
    return found == session.themes.end() ? nullptr : &*found;
}

std::optional<AccountabilityId> neighbour_of(const Desk& desk, const AccountabilityId& id) {
    const auto tile = tile_of(desk.shown(), id);
    if (!tile) return std::nullopt;
    const auto cards = cards_of_tile(desk.shown(), *tile);
    const auto row = row_of(cards, id);
    if (!row || cards.size() < 2) return std::nullopt;
    return cards[*row + 1 < cards.size() ? *row + 1 : *row - 1]->id;
}

void take_card(Desk& desk, const AccountabilityId& id) {
    desk.place.focus = id;
    if (desk.showing == Showing::board) return;
    desk.place.tile = tile_of(desk.shown(), id);
    desk.place.is_open = true;
}

bool settle_proposal(Desk& desk) {
    if (!desk.proposed()) return true;
    const auto place = desk.place;
    const auto proposed = *desk.proposed();
    if (!desk.act(proposed.edits, proposed.label)) return false;
    desk.place = place;
    return true;
}

bool settle_question(Desk& desk) {
    return (desk.proposed() && desk.proposed()->about == About::wall) || settle_proposal(desk);
}

std::size_t tile_in_column(std::size_t column, std::size_t tiles) { return (column + tiles - 1) % tiles; }

std::size_t tile_count(const Desk& desk) { return desk.shown().themes.size() + 1; }

std::optional<ThemeId> theme_in_hand(const Desk& desk) {
    const auto themes = slide::themes_on_the_wall(desk.shown());
    auto tile = desk.place.tile;
    if (desk.place.focus && (desk.showing == Showing::board || !tile)) tile = tile_of(desk.shown(), *desk.place.focus);
    if (!tile || *tile >= themes.size()) return std::nullopt;
    return themes[*tile]->id;
}

std::vector<const Accountability*> items_of_tile(const Session& session, std::size_t tile) {
    const auto themes = slide::themes_on_the_wall(session);
    if (tile < themes.size()) return insight::items_of(session, themes[tile]->id);
    return insight::single_voices(session);
}

std::vector<const Accountability*> cards_of_tile(const Session& session, std::size_t tile) {
    return insight::cards_of(items_of_tile(session, tile));
}

void step_focus(Desk& desk, int dx, int dy) {
    desk.walk.is_on = false;
    const bool is_board = desk.showing == Showing::board;
    if (!is_board && !desk.place.is_open) { // tiles on the wall: every arrow goes to a neighbour in reading order
        desk.place.tile = desk.place.tile ? stepped(*desk.place.tile, dx + dy, tile_count(desk)) : 0;
        return;
    }
    const auto now_at = is_board && desk.place.focus ? tile_of(desk.shown(), *desk.place.focus) : desk.place.tile;
    std::size_t tile = now_at.value_or(tile_in_column(0, tile_count(desk)));
    std::size_t row = 0;
    if (desk.place.focus) {
        row = row_of(cards_of_tile(desk.shown(), tile), *desk.place.focus).value_or(0);
        if (dx != 0) tile = tile_beside(desk, tile, dx);
    } else if (cards_of_tile(desk.shown(), tile).empty()) {
        tile = tile_beside(desk, tile, 1);
    }
    const auto cards = cards_of_tile(desk.shown(), tile);
    if (cards.empty()) return;
    const bool is_step = desk.place.focus && dx == 0;
    row = std::min(row, cards.size() - 1);
    desk.place.focus = cards[is_step ? wrapped(row, dy, cards.size()) : row]->id;
    if (!is_board) desk.place.tile = tile;
}

void open_tile(Desk& desk) {
    if (!desk.place.tile) return;
    desk.place.is_open = true;
    desk.page = 0;
    const auto cards = cards_of_tile(desk.shown(), *desk.place.tile);
    desk.place.focus = cards.empty() ? std::nullopt : std::optional(cards.front()->id);
}

void close_tile(Desk& desk) {
    desk.place.is_open = false;
    desk.place.focus.reset();
    desk.page = 0;
}

} // namespace avow::desk
