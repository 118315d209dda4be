// The account of last time, at Open: each answer is one key, and the next promise comes into hand by itself.
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "insight/account.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

using Items = std::vector<const Accountability*>;

std::size_t place_of(const Desk& desk, const Items& items) {
    const auto found = std::ranges::find_if(items, [&](const auto* item) { return desk.place.focus == item->id; });
    return static_cast<std::size_t>(found - items.begin());
}

void take_in_hand(Desk& desk, const Accountability& item) {
    desk.place.focus = item.id;
    desk.page = 0;
}

bool waits_for_answer(const Session& session, const Accountability& item) {
    const auto* owner = find(session, item.owner);
    return !insight::is_answered(session, item) && owner && owner->attendance != Attendance::absent;
}

void give_turn_at_account(Desk& desk, const Participant& person) {
    desk.place.speaker = person.id;
    desk.turn_since = desk.now();
    desk.page = 0;
    const auto items = insight::account_of(desk.session(), person.id);
    const auto waiting =
        std::ranges::find_if(items, [&](const auto* item) { return waits_for_answer(desk.session(), *item); });
    if (waiting != items.end()) return take_in_hand(desk, **waiting);
    desk.place.focus = items.empty() ? std::nullopt : std::optional(items.back()->id);
    ask_for_next_promise(desk);
}

bool has_promised(const Session& session, const Participant& person) {
    return !insight::said_by(session, person.id).empty();
}

// Of a meeting for the account alone: who is next in the row and has not answered or promised yet.
void pass_account_on(Desk& desk) {
    const auto& people = desk.session().participants;
    const auto at = std::ranges::find_if(people, [&](const auto& one) { return desk.place.speaker == one.id; });
    for (auto next = at == people.end() ? people.begin() : at + 1; next != people.end(); ++next) {
        const auto items = insight::account_of(desk.session(), next->id);
        const bool waits =
            std::ranges::any_of(items, [&](const auto* item) { return waits_for_answer(desk.session(), *item); });
        if (next->attendance != Attendance::absent && (waits || !has_promised(desk.session(), *next)))
            return give_turn_at_account(desk, *next);
    }
    desk.turn_since.reset();
    desk.is_scoreboard = true;
    desk.say(Tone::done, "Everybody has had the turn. B goes back to the account, Ctrl+PageDown on");
}

// The next one that waits: of the same person, whose next promise is asked for after the last; then of the next person.
void go_on_with_account_alone(Desk& desk) {
    const auto* card = card_in_hand(desk);
    if (!card) return pass_account_on(desk);
    desk.place.speaker = card->owner;
    for (const auto* item : insight::account_of(desk.session(), card->owner))
        if (waits_for_answer(desk.session(), *item)) return take_in_hand(desk, *item);
    ask_for_next_promise(desk);
}

// The next one that waits, going round; where none does, the account is given.
void go_on_with_account(Desk& desk) {
    if (insight::is_account_alone(desk.session())) return go_on_with_account_alone(desk);
    const auto& session = desk.session();
    const auto items = insight::account_of(session);
    const auto at = place_of(desk, items);
    for (std::size_t step = 1; step <= items.size(); ++step) {
        const auto& next = *items[(at + step) % items.size()];
        if (waits_for_answer(session, next)) return take_in_hand(desk, next);
    }
    desk.say(Tone::done, "Everybody has answered. Ctrl+PageDown goes on");
}

} // namespace

// As one step: beside the answer, the wording that holds from now on, with the owner's yes.
bool note_answer(Desk& desk, Outcome outcome) {
    const auto* in_hand = card_in_hand(desk);
    if (!in_hand) return false;
    const auto& card = *in_hand;
    const auto meant = meant_by(desk.entry, desk.session(), &card, desk.today());
    const CheckIn check_in{counted_from(desk.session(), desk.today()), outcome, {}, {}};
    std::vector<Edit> edits;
    if (const auto* edit = std::get_if<Edit>(&meant)) edits.push_back(*edit);
    if (edits.empty() || outcome == Outcome::changed) edits.emplace_back(AddCheckIn{card.id, check_in});
    const Edit answer = edits.back();
    if (edits.size() == 1 && !card.check_ins.empty() && card.check_ins.back() == std::get<AddCheckIn>(answer).check_in)
        return true; // that is the answer already
    return desk.act(edits, sentence(desk.session(), answer));
}

void answer(Desk& desk, Outcome outcome) {
    const auto* card = card_in_hand(desk);
    if (!card) return desk.say(Tone::refused, "Nothing is in hand");
    if (outcome == Outcome::kept) {
        if (note_answer(desk, outcome)) go_on_with_account(desk);
        return;
    }
    ask_for_answer(desk, outcome);
}

void ask_for_answer(Desk& desk, Outcome outcome) {
    const auto* card = card_in_hand(desk);
    if (!card) return desk.say(Tone::refused, "Nothing is in hand");
    if (desk.take_up_aside(card->id, purpose_of(outcome))) return;
    desk.ask_for(purpose_of(outcome), outcome == Outcome::changed ? words_of(*card) : std::string{});
}

void finish_answer(Desk& desk) {
    const auto outcome = outcome_of(desk.entry.purpose);
    if (outcome && card_in_hand(desk) && !note_answer(desk, *outcome)) return; // the field keeps what was typed
    leave_entry(desk);
    desk.one_on_one ? go_on_after_answer(desk) : go_on_with_account(desk);
}

void ask_for_next_promise(Desk& desk) {
    if (const auto* card = card_in_hand(desk)) desk.place.speaker = card->owner;
    if (!desk.place.speaker) return desk.say(Tone::refused, "Nobody has the turn");
    desk.is_scoreboard = false;
    desk.ask_for(Purpose::next_promise);
}

void finish_next_promise(Desk& desk) {
    const auto words = clean_line(desk.entry.text);
    if (!words.empty() &&
        !desk.act(SayStatement{desk.fresh<AccountabilityTag>(), *desk.place.speaker, words, desk.now()}))
        return;                                                     // what was typed stays in the field
    if (!words.empty()) return desk.ask_for(Purpose::next_promise); // there may be another
    leave_entry(desk);
    if (insight::is_account_alone(desk.session())) pass_account_on(desk);
}

void take_up_account(Desk& desk) {
    const auto items = insight::account_of(desk.session());
    if (insight::is_account_alone(desk.session())) {
        desk.place.speaker.reset();
        return pass_account_on(desk);
    }
    if (items.empty()) return;
    const auto waiting =
        std::ranges::find_if(items, [&](const auto* item) { return waits_for_answer(desk.session(), *item); });
    take_in_hand(desk, waiting == items.end() ? *items.front() : **waiting);
}

void step_account(Desk& desk, int step) {
    const auto items = insight::account_of(desk.session());
    const auto at = static_cast<std::ptrdiff_t>(place_of(desk, items)) + step;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(items.size()))
        take_in_hand(desk, *items[static_cast<std::size_t>(at)]);
}

void step_account_person(Desk& desk, int step) {
    const auto items = insight::account_of(desk.session());
    const auto at = place_of(desk, items);
    if (at == items.size()) return;
    std::vector<const Accountability*> firsts; // of each person
    for (const auto* item : items)
        if (firsts.empty() || firsts.back()->owner != item->owner) firsts.push_back(item);
    const auto here = std::ranges::find_if(firsts, [&](const auto* item) { return item->owner == items[at]->owner; });
    const auto wanted = here - firsts.begin() + step;
    if (wanted >= 0 && wanted < static_cast<std::ptrdiff_t>(firsts.size()))
        take_in_hand(desk, *firsts[static_cast<std::size_t>(wanted)]);
}

void lend_card(Desk& desk) {
    const auto* card = card_in_hand(desk);
    if (!card) return desk.say(Tone::refused, "Nothing is in hand");
    const bool is_lent = !card->is_lent;
    if (!desk.act(LendPractice{card->id, is_lent})) return;
    desk.say(Tone::done, is_lent ? "Colleagues may read in their one-on-ones how this is done"
                                 : "Colleagues no longer read how this is done");
}

} // namespace avow::desk
