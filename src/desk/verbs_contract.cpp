// A success contract: what is measured, from where to where, by when, and what follows if it is met. Then what was measured.
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

namespace avow::desk {

void open_contract(Desk& desk) {
    const auto* card = card_in_hand(desk);
    if (!card) return desk.say(Tone::refused, "Nothing is in hand");
    if (desk.contract_typed.item != card->id) {
        desk.contract_typed = {card->id, card->measure, {}, {}, {}, {}};
        if (const auto& contract = card->contract)
            desk.contract_typed = {card->id,
                                   contract->metric,
                                   contract->baseline,
                                   contract->target,
                                   spoken_with_year(contract->date),
                                   contract->next_step};
        else if (card->due)
            desk.contract_typed.date = spoken_with_year(*card->due);
    }
    desk.panel = Panel::contract;
}

void set_contract(Desk& desk) {
    const auto& typed = desk.contract_typed;
    const auto day = date_in_words(typed.date, counted_from(desk.session(), desk.today()));
    if (!day) return desk.say(Tone::refused, no_day(typed.date));
    const SuccessContract contract{clean_line(typed.metric),    clean_line(typed.baseline),
                                   clean_line(typed.target),    *day,
                                   clean_line(typed.next_step), {}};
    if (!desk.act(SetContract{typed.item, contract})) return;
    desk.contract_typed = {};
    open_contract(desk); // it stays open, for what has been measured so far
    desk.say(Tone::done, "The contract is set. A figure as of today, or Esc");
}

void clear_contract(Desk& desk) {
    if (!desk.act(SetContract{desk.contract_typed.item, std::nullopt})) return;
    desk.panel = Panel::none;
    desk.contract_typed = {};
}

void note_reading(Desk& desk, std::string_view value) {
    desk.act(NoteReading{desk.contract_typed.item, {counted_from(desk.session(), desk.today()), clean_line(value)}});
}

} // namespace avow::desk
