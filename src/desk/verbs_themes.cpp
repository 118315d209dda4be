// The wall and the hands that make it right: cards into themes and out of them, themes into one another.
#include "desk/verbs.hpp"
#include "desk/wall.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace avow::desk {

namespace {

std::string no_theme(std::size_t mark) {
    return fmt::format("There is no theme {}; 0 sets a card apart, N makes a new theme",
                       mark_letter(static_cast<int>(mark)));
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

// A theme that is only proposed is made by the same step.
std::vector<Edit> in_session(const Desk& desk, const std::vector<Edit>& edits, const std::optional<ThemeId>& theme) {
    return desk.proposed() ? by_hand(desk.session(), *desk.proposed(), edits, theme) : edits;
}

// By hand, with all that is read from the same card.
std::vector<Edit> placing(const Session& session, const AccountabilityId& id, const std::optional<ThemeId>& theme) {
    std::vector<Edit> edits{PlaceInTheme{id, theme, Placed::hand}};
    const auto* card = find(session, id);
    if (!card) return edits;
    for (const auto* voice : insight::voices_of(*card, insight::lying_with(session, *card)))
        if (voice != card && (voice->theme != theme || voice->placed != Placed::hand))
            edits.emplace_back(PlaceInTheme{voice->id, theme, Placed::hand});
    return edits;
}

} // namespace

void move_card(Desk& desk, const AccountabilityId& id, const std::optional<ThemeId>& theme) {
    if (!settle_question(desk)) return;
    const auto next = neighbour_of(desk, id);
    const auto from = theme_in_hand(desk);
    if (!drop_card(desk, id, theme)) return;
    if (desk.walk.is_on) return go_on_by_doubt(desk);
    if (next) desk.place.focus = next;
    if (from && !find(desk.shown(), *from)) close_tile(desk); // it was only proposed, and that was its last card
}

bool drop_card(Desk& desk, const AccountabilityId& id, const std::optional<ThemeId>& theme) {
    if (!settle_question(desk)) return false;
    const auto placed = placing(desk.shown(), id, theme);
    const auto words = sentence(desk.shown(), placed.front());
    if (!desk.act(theme ? in_session(desk, placed, theme) : placed, words)) return false;
    desk.place.focus = id;
    const auto* target = theme ? find(desk.session(), *theme) : nullptr;
    desk.say(Tone::done, target ? fmt::format("Put into {}, {}", mark_letter(target->mark), target->title)
                                : std::string("Set apart as a single voice"));
    return true;
}

std::string keys_of_theme(int mark) {
    const int number = mark + 1;
    return std::string(static_cast<std::size_t>(number / 10), '.') + std::to_string(number % 10);
}

bool make_theme(Desk& desk, const std::string& title) {
    const ThemeId id = desk.fresh<ThemeTag>();
    std::vector<Edit> edits{MakeTheme{id, title, true}};
    const auto next = has_card_to_place(desk) ? neighbour_of(desk, *desk.place.focus) : std::nullopt;
    if (has_card_to_place(desk))
        for (auto& edit : placing(desk.shown(), *desk.place.focus, id)) edits.push_back(std::move(edit));
    if (!desk.act(in_session(desk, edits, std::nullopt), fmt::format("made the theme “{}”", title))) return false;
    if (next) desk.place.focus = next; // what was put away is in hand no more
    if (const auto* made = find(desk.session(), id))
        desk.say(Tone::done, fmt::format("Made {}, {}. Its key is {}", mark_letter(made->mark), made->title,
                                         keys_of_theme(made->mark)));
    return true;
}

bool has_card_to_place(const Desk& desk) {
    if (!desk.place.focus || desk.showing != Showing::audience) return desk.place.focus.has_value();
    if (!desk.place.is_open || !desk.place.tile) return false;
    const auto cards = cards_of_tile(desk.shown(), *desk.place.tile);
    return std::ranges::any_of(cards, [&](const auto* card) { return card->id == *desk.place.focus; });
}

void move_card_in_hand(Desk& desk, std::size_t mark) {
    const auto* marked = theme_marked(desk.shown(), mark);
    const auto theme = marked ? std::optional(marked->id) : std::nullopt; // its own: what is shown changes underneath
    if (desk.entry.purpose == Purpose::merge_into) {
        const auto from = theme_in_hand(desk);
        desk.ask_for(Purpose::nothing);
        if (!theme) return desk.say(Tone::refused, no_theme(mark));
        if (from) merge_themes(desk, *from, *theme);
        return;
    }
    if (!has_card_to_place(desk)) {
        // Without a card in hand a digit takes a tile in hand. Only Return opens it: in an opened theme the next digit
        // would move a card.
        if (!theme) return desk.say(Tone::refused, no_theme(mark));
        desk.place.tile = tile_of_theme(desk.shown(), theme);
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

void rename_theme_in_hand(Desk& desk) {
    const auto theme = theme_in_hand(desk);
    if (!theme) return desk.say(Tone::refused, "Take a theme in hand first: its number, or the arrow keys");
    const std::string title = find(desk.shown(), *theme)->title;
    if (settle_proposal(desk)) desk.ask_for(Purpose::theme_title, title);
}

void make_theme_of_card(Desk& desk) {
    if (settle_question(desk)) desk.ask_for(Purpose::new_theme);
}

} // namespace avow::desk
