// The walk over doubtful cards: the least sure first, one after the other, back and forth, and where each would lie
// otherwise.
#include "desk/verbs.hpp"
#include "desk/wall.hpp"
#include "insight/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

// What hands have placed is sure, and what the engine vouches for is not asked.
bool is_doubtful(const Desk& desk, const Lying& lying) {
    if (lying.is_by_hand || lying.is_sure) return false;
    if (std::ranges::find(desk.walk.cards, lying.card) != desk.walk.cards.end()) return false;
    return insight::card_of(desk.shown(), *find(desk.shown(), lying.card)).id == lying.card;
}

// Of those nobody has looked at; nothing when all were.
const AccountabilityId* most_doubtful(const Desk& desk) {
    const Lying* found = nullptr;
    for (const auto& lying : desk.reasons())
        if (is_doubtful(desk, lying) && (!found || lying.doubt > found->doubt)) found = &lying;
    return found ? &found->card : nullptr;
}

std::size_t doubtful_left(const Desk& desk) {
    return static_cast<std::size_t>(
        std::ranges::count_if(desk.reasons(), [&](const auto& lying) { return is_doubtful(desk, lying); }));
}

const Lying* lying_in_hand(const Desk& desk) {
    if (!has_card_to_place(desk)) return nullptr;
    const auto found = std::ranges::find(desk.reasons(), *desk.place.focus, &Lying::card);
    return found == desk.reasons().end() ? nullptr : &*found;
}

// A theme that is on the wall, or apart where the engine would have it alone.
bool has_next_best(const Desk& desk, const Lying& lying) {
    if (!lying.next_best) return lying.would_move && lying.is_alone;
    return find(desk.shown(), *lying.next_best) && find(desk.shown(), lying.card)->theme != lying.next_best;
}

} // namespace

void take_doubtful_card(Desk& desk) {
    desk.hush(); // what was done to another card
    auto& walk = desk.walk;
    const bool goes_on = walk.is_on && walk.at + 1 < walk.cards.size();
    const auto* next = goes_on ? &walk.cards[walk.at + 1] : most_doubtful(desk);
    if (!next) {
        desk.walk = {};
        return desk.say(Tone::refused, "That was the last doubtful card");
    }
    const auto card = *next;
    if (!goes_on) walk.cards.push_back(card);
    walk.at = goes_on ? walk.at + 1 : walk.cards.size() - 1;
    walk.is_on = true;
    take_card(desk, card);
}

void go_on_by_doubt(Desk& desk) {
    const auto done = desk.notice();
    const auto& walk = desk.walk;
    if (walk.at + 1 < walk.cards.size() || most_doubtful(desk)) take_doubtful_card(desk);
    if (done && !desk.notice()) desk.say(done->tone, done->sentence);
}

void take_doubtful_card_before(Desk& desk) {
    desk.hush();
    auto& walk = desk.walk;
    if (walk.is_on && walk.at == 0) return desk.say(Tone::refused, "This is the first doubtful card");
    walk.at -= walk.is_on ? 1 : 0; // left by an arrow, it comes back to where it was
    walk.is_on = true;
    const auto card = walk.cards[walk.at];
    take_card(desk, card);
}

bool is_walking(const Desk& desk) { return desk.walk.is_on && !desk.walk.cards.empty() && has_card_to_place(desk); }

std::string doubt_in_words(const Desk& desk) {
    if (!is_walking(desk)) return {};
    const auto count = fmt::format("{} of {} doubtful", desk.walk.at + 1, desk.walk.cards.size() + doubtful_left(desk));
    const auto next = next_best_in_words(desk);
    return next.empty() ? count : count + fmt::format(". Space: {}", next);
}

std::string next_best_in_words(const Desk& desk) {
    const auto* lying = lying_in_hand(desk);
    if (!lying || !has_next_best(desk, *lying)) return {};
    const auto* theme = lying->next_best ? find(desk.shown(), *lying->next_best) : nullptr;
    return theme ? fmt::format("{}, {}", mark_letter(theme->mark), theme->title) : std::string("apart");
}

void move_to_next_best(Desk& desk) {
    const auto* lying = lying_in_hand(desk);
    if (!lying || !has_next_best(desk, *lying))
        return desk.say(Tone::refused, "There is no next best theme on the wall");
    const auto theme = lying->next_best;
    move_card(desk, AccountabilityId{lying->card}, theme);
}

} // namespace avow::desk
