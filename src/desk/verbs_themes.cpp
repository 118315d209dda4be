// The wall: what the engine proposes, and the hands that make it right.
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace avow::desk {

namespace {

// The tile of a theme; of none, or of one that is not there, the tile of single voices.
std::size_t tile_of_theme(const Session& session, const std::optional<ThemeId>& id) {
    const auto themes = slide::themes_on_the_wall(session);
    const auto found = std::ranges::find_if(themes, [&](const auto* theme) { return theme->id == id; });
    return static_cast<std::size_t>(found - themes.begin());
}

std::optional<std::size_t> tile_of(const Session& session, const AccountabilityId& id) {
    const auto* item = find(session, id);
    return item ? std::optional(tile_of_theme(session, item->theme)) : std::nullopt;
}

std::optional<std::size_t> row_of(const std::vector<const Accountability*>& cards, const AccountabilityId& id) {
    for (std::size_t i = 0; i < cards.size(); ++i)
        if (cards[i]->id == id) return i;
    return std::nullopt;
}

std::size_t stepped(std::size_t at, int step, std::size_t count) {
    const auto moved = static_cast<std::ptrdiff_t>(at) + step;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(moved, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

std::size_t wrapped(std::size_t at, int step, std::size_t count) {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at + count) + step) % count;
}

// The card under the one in hand (or above it, at the end), so that sorting goes on without looking for a card.
std::optional<AccountabilityId> neighbour_of(const Desk& desk, const AccountabilityId& id) {
    const auto tile = tile_of(desk.shown(), id);
    if (!tile) return std::nullopt;
    const auto cards = cards_of_tile(desk.shown(), *tile);
    const auto row = row_of(cards, id);
    if (!row || cards.size() < 2) return std::nullopt;
    return cards[*row + 1 < cards.size() ? *row + 1 : *row - 1]->id;
}

// Hands work on what is there: a proposal that still lies on the wall is taken first, as its own step.
bool settle_proposal(Desk& desk) {
    if (!desk.proposed()) return true;
    const auto place = desk.place;
    const auto proposed = *desk.proposed();
    if (!desk.act(proposed.edits, proposed.label)) return false;
    desk.place = place;
    return true;
}

// On the wall, with the theme in hand that it is about.
void show_question(Desk& desk, Proposed question) {
    const auto theme = question.theme;
    desk.propose(std::move(question));
    desk.place.tile = tile_of_theme(desk.shown(), theme);
}

// A question that lies there is answered by asking the same again: yes, and the next. Asking the opposite is a no.
template <class Propose>
void ask_next(Desk& desk, About about, const char* when_none, Propose propose) {
    if (desk.proposed() && desk.proposed()->about == About::wall)
        return desk.say(Tone::refused, "First take the proposed themes, Return, or refuse them, Escape");
    if (desk.proposed() && desk.proposed()->about != about)
        desk.drop_proposal();
    else if (!settle_proposal(desk))
        return;
    auto next = propose();
    if (!next) return desk.say(Tone::refused, when_none);
    show_question(desk, std::move(*next));
}

// 1 is A, also when there is no B any more: what a key means does not depend on what is left on the wall.
const Theme* theme_marked(const Session& session, std::size_t mark) {
    const auto found = std::ranges::find(session.themes, static_cast<int>(mark), &Theme::mark);
    return found == session.themes.end() ? nullptr : &*found;
}

std::string no_theme(std::size_t mark) {
    return fmt::format("There is no theme {}; 0 sets a card apart, N makes a new theme",
                       mark_letter(static_cast<int>(mark)));
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

// Of the cards no hand has placed and nobody has looked at; nothing when all were.
const AccountabilityId* most_doubtful(const Desk& desk) {
    const Lying* found = nullptr;
    for (const auto& lying : desk.reasons()) {
        const bool has_card = insight::card_of(desk.shown(), *find(desk.shown(), lying.card)).id == lying.card;
        const bool is_settled =
            lying.is_by_hand || !has_card || std::ranges::find(desk.passed_over, lying.card) != desk.passed_over.end();
        if (!is_settled && (!found || lying.doubt > found->doubt)) found = &lying;
    }
    return found ? &found->card : nullptr;
}

// In hand where it lies: on the wall its theme opens.
void take_card(Desk& desk, const AccountabilityId& id) {
    desk.place.focus = id;
    if (desk.showing == Showing::board) return;
    desk.place.tile = tile_of(desk.shown(), id);
    desk.place.is_open = true;
}

// What is read from the card in hand alone again.
void show_apart(Desk& desk, const std::vector<const Accountability*>& voices) {
    std::vector<Edit> edits;
    for (std::size_t i = 1; i < voices.size(); ++i) edits.emplace_back(ShowTogether{voices[i]->id, std::nullopt});
    if (desk.act(edits, sentence(desk.session(), edits.front()))) desk.say(Tone::done, "Shown apart again");
}

// One card of all these: what any of them was shown with, or was shown with it, is on its own first.
std::vector<Edit> gathering(const Session& session, const std::vector<const Accountability*>& others,
                            const AccountabilityId& card) {
    const auto is_meant = [&](const AccountabilityId& id) {
        return id == card || std::ranges::find(others, id, &Accountability::id) != others.end();
    };
    std::vector<Edit> edits;
    for (const auto& item : session.accountabilities)
        if (item.shown_with && (is_meant(item.id) || is_meant(*item.shown_with)))
            edits.emplace_back(ShowTogether{item.id, std::nullopt});
    for (const auto* other : others) edits.emplace_back(ShowTogether{other->id, card});
    return edits;
}

std::string shown_as_one(std::size_t voices) {
    static constexpr std::array<std::string_view, 4> words = {"two", "three", "four", "five"};
    return fmt::format("Shown as one with {} voices; {} are kept",
                       voices < 6 ? std::string(words[voices - 2]) : std::to_string(voices),
                       voices == 2 ? "both" : "all");
}

} // namespace

std::vector<Edit> placing(const Session& session, const AccountabilityId& id, const std::optional<ThemeId>& theme) {
    std::vector<Edit> edits{PlaceInTheme{id, theme, Placed::hand}};
    const auto* card = find(session, id);
    if (!card) return edits;
    for (const auto* voice : insight::voices_of(*card, insight::lying_with(session, *card)))
        if (voice != card && (voice->theme != theme || voice->placed != Placed::hand))
            edits.emplace_back(PlaceInTheme{voice->id, theme, Placed::hand});
    return edits;
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

void propose_themes(Desk& desk) {
    if (desk.session().accountabilities.empty())
        return desk.say(Tone::refused, "Nothing has been said yet, so there is nothing to group");
    auto proposed =
        proposed_themes(desk.session(), desk.world().knowledge, desk.world().storage.new_id, desk.learned());
    if (!proposed) return desk.say(Tone::done, "The themes stand as they would be proposed");
    desk.propose(std::move(*proposed));
}

void forget_earlier(Desk& desk) {
    try {
        desk.forget_earlier();
        desk.say(Tone::done,
                 fmt::format("Forgotten: what {} said before teaches no proposal any more. Its sessions are "
                             "as they were",
                             desk.session().team));
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
}

void take_proposal(Desk& desk) {
    if (!desk.proposed()) return desk.say(Tone::refused, "Nothing is proposed");
    const auto proposed = *desk.proposed();
    if (desk.act(proposed.edits, proposed.label)) desk.say(Tone::done, "Taken. Ctrl+Z goes back");
}

void refuse_proposal(Desk& desk) {
    if (!desk.proposed()) return desk.say(Tone::refused, "Nothing is proposed");
    desk.drop_proposal();
    desk.say(Tone::done, "Refused. G proposes again");
}

void refuse_theme_in_hand(Desk& desk) {
    if (!desk.proposed()) return desk.say(Tone::refused, "Nothing is proposed");
    if (desk.proposed()->about != About::wall)
        return desk.say(Tone::refused, "This is one question. Return takes it, Escape leaves the wall as it was");
    const auto theme = theme_in_hand(desk);
    if (!theme) return desk.say(Tone::refused, "Take a theme in hand first: its number, or the arrow keys");
    const auto refused = *find(desk.shown(), *theme);
    Cards cards;
    for (const auto* item : insight::items_of(desk.shown(), *theme)) cards.push_back(item->id);
    desk.refused.push_back(std::move(cards));
    auto rest = without_theme(*desk.proposed(), *theme);
    if (rest.preview == desk.session()) return refuse_proposal(desk);
    const auto tile = desk.place.tile;
    desk.propose(std::move(rest));
    if (tile) desk.place.tile = std::min(*tile, desk.shown().themes.size());
    const auto stays = insight::items_of(desk.shown(), *theme).size();
    desk.say(Tone::done,
             stays ? fmt::format("{}, {} holds only what was placed by hand", mark_letter(refused.mark), refused.title)
                   : fmt::format("Refused {}, {}: its cards stand alone", mark_letter(refused.mark), refused.title));
}

void make_finer(Desk& desk) {
    ask_next(desk, About::split, "No theme is large enough to be split: it takes four items",
             [&] { return proposed_finer(desk.session(), desk.world().knowledge, desk.world().storage.new_id); });
}

void make_coarser(Desk& desk) {
    ask_next(desk, About::merge, "It takes two themes to merge",
             [&] { return proposed_coarser(desk.session(), desk.world().knowledge); });
}

void move_card(Desk& desk, const AccountabilityId& id, const std::optional<ThemeId>& theme) {
    if (!settle_proposal(desk)) return;
    const auto next = neighbour_of(desk, id);
    if (!drop_card(desk, id, theme)) return;
    if (desk.is_by_doubt) {
        if (const auto* doubtful = most_doubtful(desk)) take_card(desk, *doubtful);
    } else if (next) {
        desk.place.focus = next;
    }
}

bool drop_card(Desk& desk, const AccountabilityId& id, const std::optional<ThemeId>& theme) {
    if (!settle_proposal(desk)) return false;
    const auto edits = placing(desk.session(), id, theme);
    if (!desk.act(edits, sentence(desk.session(), edits.front()))) return false;
    desk.place.focus = id;
    const auto* target = theme ? find(desk.session(), *theme) : nullptr;
    desk.say(Tone::done, target ? fmt::format("Put into {}, {}", mark_letter(target->mark), target->title)
                                : std::string("Set apart as a single voice"));
    return true;
}

bool has_card_to_place(const Desk& desk) {
    return desk.place.focus && (desk.showing != Showing::audience || desk.place.is_open);
}

void move_card_in_hand(Desk& desk, std::size_t mark) {
    const auto* marked = theme_marked(desk.shown(), mark);
    const auto theme = marked ? std::optional(marked->id) : std::nullopt; // its own: what is shown changes underneath
    if (desk.entry.purpose == Purpose::merge_into) {
        const auto from = theme_in_hand(desk);
        desk.ask_for(Purpose::nothing);
        if (from && theme) merge_themes(desk, *from, *theme);
        return;
    }
    if (!has_card_to_place(desk)) {
        // Without a card in hand a digit takes a tile in hand. Only Return opens it: in an opened theme the next digit
        // would move a card.
        if (theme) desk.place.tile = tile_of_theme(desk.shown(), theme);
        return;
    }
    if (!theme) return desk.say(Tone::refused, no_theme(mark));
    move_card(desk, *desk.place.focus, theme);
}

void also_in_theme(Desk& desk, std::size_t mark) {
    if (!settle_proposal(desk)) return;
    const auto* card = card_in_hand(desk);
    const auto* theme = theme_marked(desk.session(), mark);
    if (!card) return;
    if (!theme) return desk.say(Tone::refused, no_theme(mark));
    const bool is_there = card->second_theme == theme->id;
    const AddSecondTheme edit{card->id, is_there ? std::nullopt : std::optional(theme->id)};
    const std::string words =
        fmt::format("{} {}, {}", is_there ? "No longer in" : "Also in", mark_letter(theme->mark), theme->title);
    // It lies where it lies by hand then, so that no proposal offers again what was just taken away.
    std::vector<Edit> edits{edit};
    for (const auto* voice : insight::voices_of(*card, insight::lying_with(desk.session(), *card))) {
        if (voice != card && voice->second_theme != edit.theme)
            edits.emplace_back(AddSecondTheme{voice->id, edit.theme});
        if (voice->theme && voice->placed != Placed::hand)
            edits.emplace_back(PlaceInTheme{voice->id, voice->theme, Placed::hand});
    }
    if (desk.act(edits, sentence(desk.session(), edit))) desk.say(Tone::done, words);
}

void show_as_one(Desk& desk) {
    if (!settle_proposal(desk)) return;
    const auto* card = card_in_hand(desk);
    if (!card) return;
    const auto voices = insight::voices_of(*card, insight::lying_with(desk.session(), *card));
    if (voices.size() > 1) return show_apart(desk, voices);
    const auto all = desk.nearly_the_same(*card);
    std::vector<const Accountability*> others;
    std::ranges::copy_if(all, std::back_inserter(others), [&](const auto* one) { return one->theme == card->theme; });
    if (others.empty())
        return desk.say(Tone::refused,
                        all.empty() ? "Nothing else says nearly the same"
                                    : fmt::format("“{}” says nearly the same, but lies elsewhere. Put both into one "
                                                  "theme first",
                                                  first_characters(all.front()->statement, 60)));
    const auto edits = gathering(desk.session(), others, card->id);
    if (desk.act(edits, sentence(desk.session(), edits.back()))) desk.say(Tone::done, shown_as_one(others.size() + 1));
}

void set_card_apart(Desk& desk) {
    if (has_card_to_place(desk)) move_card(desk, *desk.place.focus, std::nullopt);
}

void merge_themes(Desk& desk, const ThemeId& from, const ThemeId& into) {
    if (!settle_proposal(desk)) return;
    if (!desk.act(merging(desk.session(), from, into), sentence(desk.session(), MergeThemes{from, into}))) return;
    desk.place.tile = tile_of_theme(desk.session(), into); // what came of it stays in hand
    desk.place.is_open = false;
    desk.place.focus.reset();
}

void merge_theme_in_hand(Desk& desk) {
    if (!theme_in_hand(desk))
        return desk.say(Tone::refused, "Take a theme in hand first: its number, or the arrow keys");
    desk.ask_for(Purpose::merge_into);
}

void split_theme_in_hand(Desk& desk) {
    const auto theme = theme_in_hand(desk);
    if (!theme) return desk.say(Tone::refused, "Take a theme in hand first: its number, or the arrow keys");
    if (!settle_proposal(desk)) return;
    auto proposed = proposed_split(desk.session(), *theme, desk.world().knowledge, desk.world().storage.new_id);
    if (!proposed) return desk.say(Tone::refused, "A theme needs two items at least to be split");
    show_question(desk, std::move(*proposed));
}

void rename_theme_in_hand(Desk& desk) {
    const auto theme = theme_in_hand(desk);
    if (!theme) return desk.say(Tone::refused, "Take a theme in hand first: its number, or the arrow keys");
    const std::string title = find(desk.shown(), *theme)->title;
    if (settle_proposal(desk)) desk.ask_for(Purpose::theme_title, title);
}

void make_theme_of_card(Desk& desk) {
    if (settle_proposal(desk)) desk.ask_for(Purpose::new_theme);
}

void take_doubtful_card(Desk& desk) {
    if (desk.is_by_doubt && desk.place.focus) desk.passed_over.push_back(*desk.place.focus);
    const auto* card = most_doubtful(desk);
    if (!card) {
        desk.is_by_doubt = false;
        desk.passed_over.clear();
        return desk.say(Tone::refused, "That was the last doubtful card");
    }
    desk.is_by_doubt = true;
    take_card(desk, *card);
}

void step_focus(Desk& desk, int dx, int dy) {
    desk.is_by_doubt = false;
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
