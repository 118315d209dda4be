// One person at a time: what was agreed, by when, what to show for it. And the entry field, which asks for all of it.
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "insight/start_small.hpp"
#include "session/text.hpp"
#include "storage/sealed.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

// Each finish_… returns whether the field may be left: a refusal keeps it, with what was typed.
bool finish_card(Desk& desk) {
    const auto meant = meant_by(desk.entry, desk.session(), card_in_hand(desk), desk.today());
    if (const auto* edit = std::get_if<Edit>(&meant)) return desk.act(*edit);
    if (const auto* refusal = std::get_if<std::string>(&meant)) {
        desk.say(Tone::refused, *refusal);
        return false;
    }
    return true;
}

bool finish_title(Desk& desk, const std::string& title) {
    const auto theme = theme_in_hand(desk);
    if (!theme || title.empty() || find(desk.session(), *theme)->title == title) return true;
    return desk.act(NameTheme{*theme, title});
}

bool finish_new_theme(Desk& desk, const std::string& title) { return title.empty() || make_theme(desk, title); }

// The card in hand, else what was said last.
const Accountability& statement_in_hand(const Desk& desk) {
    const auto* card = desk.session().stage == Stage::capture ? nullptr : card_in_hand(desk);
    return card ? *card : desk.session().accountabilities.back();
}

// The words were somebody else's.
bool finish_said_by(Desk& desk, const std::string& name) {
    if (name.empty()) return true;
    const auto* person = participant_named(desk.session(), name);
    if (!person) {
        desk.say(Tone::refused, fmt::format("“{}” is nobody here, or could be several. Type more of the name", name));
        return false;
    }
    const auto& said = statement_in_hand(desk);
    return said.owner == person->id || desk.act(CorrectOwner{said.id, person->id});
}

bool finish_parked(Desk& desk, const std::string& words) {
    if (words.empty()) return true;
    if (!desk.act(ParkItem{{desk.fresh<ParkedTag>(), words, desk.place.speaker, desk.today()}})) return false;
    desk.say(Tone::done, fmt::format("Parked: {}", words));
    return true;
}

} // namespace

void take_back_statement(Desk& desk) {
    const auto said = statement_in_hand(desk);
    if (desk.act(TakeBackStatement{said.id}))
        desk.say(Tone::done,
                 fmt::format("Taken back: “{}”. Ctrl+Z brings it back", first_characters(said.statement, 60)));
}

bool asks_for_secret(const Desk& desk) {
    const auto purpose = desk.entry.purpose;
    if (purpose == Purpose::recall) return !desk.screens.is_apart; // else only the facilitator sees the strip
    return purpose == Purpose::passphrase || purpose == Purpose::new_passphrase ||
           purpose == Purpose::passphrase_again || purpose == Purpose::poll_answer;
}

namespace {

// As it was typed, letter for letter, and gone from the field afterwards.
void finish_secret(Desk& desk) {
    const Purpose purpose = desk.entry.purpose;
    if (desk.entry.text.empty()) return leave_entry(desk);
    if (purpose == Purpose::new_passphrase) {
        desk.passphrase = desk.entry.text;
        return desk.ask_for(Purpose::passphrase_again);
    }
    const bool may_leave = purpose == Purpose::passphrase ? give_passphrase(desk) : lock_points(desk);
    storage::wipe(desk.entry.text);
    if (may_leave) return leave_entry(desk);
    desk.ask_for(purpose);
    desk.say(Tone::refused, "That is not the passphrase. Nothing was changed");
}

} // namespace

void finish_entry(Desk& desk) {
    const Purpose purpose = desk.entry.purpose;
    if (purpose == Purpose::poll_answer) {
        if (finish_correction(desk, clean_line(desk.entry.text))) leave_entry(desk);
        return;
    }
    if (is_of_align(purpose)) return finish_align(desk);
    if (asks_for_secret(desk)) return finish_secret(desk);
    if (purpose == Purpose::statement) return say_statement(desk, desk.entry.text);
    if (outcome_of(purpose)) return finish_answer(desk);
    if (purpose == Purpose::next_promise) return finish_next_promise(desk);
    const std::string words = clean_line(desk.entry.text);
    bool may_leave = true;
    if (purpose == Purpose::theme_title)
        may_leave = finish_title(desk, words);
    else if (purpose == Purpose::new_theme)
        may_leave = finish_new_theme(desk, words);
    else if (purpose == Purpose::said_by)
        may_leave = finish_said_by(desk, words);
    else if (purpose == Purpose::parked_item)
        may_leave = finish_parked(desk, words);
    else if (purpose == Purpose::poll_question)
        may_leave = finish_question(desk, words);
    else if (purpose == Purpose::point)
        add_point(desk, words);
    else
        may_leave = finish_card(desk);
    if (may_leave) leave_entry(desk);
}

void leave_entry(Desk& desk) {
    if (desk.entry.purpose == Purpose::statement) return;
    if (desk.asking && desk.asking->poll.question.empty()) return leave_poll(desk);
    if (desk.entry.purpose == Purpose::recall) leave_paper(desk);
    const bool is_capture = is_at(desk, Stage::capture);
    desk.ask_for(is_capture ? Purpose::statement : Purpose::nothing, is_capture ? desk.half_typed : std::string{});
}

std::string label_of_entry(const Desk& desk) {
    switch (desk.entry.purpose) {
    case Purpose::nothing: return {};
    case Purpose::statement: {
        const auto speaker = desk.place.speaker ? insight::short_name(desk.session(), *desk.place.speaker) : "";
        return speaker.empty() ? "Nobody has the turn" : speaker;
    }
    case Purpose::wording: return "Agreed wording";
    case Purpose::due: return "By";
    case Purpose::evidence: return "You will see";
    case Purpose::measure: return "Measured by";
    case Purpose::if_then: return "If … then I …";
    case Purpose::first_step: return "First small step";
    case Purpose::strength: return "Strength used";
    case Purpose::help: return "Help from";
    case Purpose::theme_title: return "Name of the theme";
    case Purpose::new_theme: return "New theme";
    case Purpose::parked_item: return "Park";
    case Purpose::next_date: return "We meet again";
    case Purpose::merge_into: return "Merge into";
    case Purpose::said_by: return "Said by";
    case Purpose::kept: return "Kept. What helped?";
    case Purpose::part: return "Part. What was in the way?";
    case Purpose::missed: return "Missed. What was in the way?";
    case Purpose::changed: return "Changed to";
    case Purpose::next_promise: {
        const auto speaker = desk.place.speaker ? insight::short_name(desk.session(), *desk.place.speaker) : "";
        return fmt::format("{}, until next time", speaker);
    }
    case Purpose::proposal: return "Proposed by the coach";
    case Purpose::point: return "To talk about";
    case Purpose::passphrase: return "Passphrase";
    case Purpose::new_passphrase: return "A passphrase for your points";
    case Purpose::passphrase_again: return "The same again";
    case Purpose::poll_question: return "Ask the room";
    case Purpose::poll_answer: return "Whose, and what";
    case Purpose::leader:
    case Purpose::misalignment:
    case Purpose::ask:
    case Purpose::ask_answer:
    case Purpose::leader_promise:
    case Purpose::recall:
    case Purpose::team_guess:
    case Purpose::match_with:
    case Purpose::objection:
    case Purpose::objection_answer:
    case Purpose::objection_who:
    case Purpose::objection_amount: return label_of_align(desk);
    }
    return {};
}

std::string echo_of_entry(const Desk& desk) {
    const auto& entry = desk.entry;
    if (entry.purpose == Purpose::due || entry.purpose == Purpose::next_date) {
        if (entry.text.empty()) return "friday, in two weeks, 4 december …";
        const auto day = date_in_words(entry.text, counted_from(desk.session(), desk.today()));
        return day ? spoken_with_year(*day) : "no day yet";
    }
    if (entry.purpose == Purpose::strength) {
        const auto* card = card_in_hand(desk);
        const auto* owner = card ? find(desk.session(), card->owner) : nullptr;
        return owner ? with_commas(strengths_of(*owner)) : std::string();
    }
    if (entry.purpose == Purpose::said_by) {
        const auto* person = participant_named(desk.session(), entry.text);
        return person ? insight::whole_name(desk.session(), *person) : "a name, or its first letters";
    }
    if (entry.purpose == Purpose::wording && desk.one_on_one) return "Return is the owner's yes";
    if (entry.purpose == Purpose::next_promise && entry.text.empty()) return "as they say it; empty: the turn goes on";
    if (entry.purpose == Purpose::proposal) return "waits for the owner's yes: E";
    if (entry.purpose == Purpose::new_passphrase) return "there is no way back to a lost one";
    if (entry.purpose == Purpose::poll_answer) return "first letters of a name, then the answer: an 4";
    if (entry.purpose == Purpose::point) return "for your eyes only";
    return is_of_align(entry.purpose) ? echo_of_align(desk) : std::string{};
}

const Accountability* card_in_hand(const Desk& desk) {
    return desk.place.focus ? find(desk.shown(), *desk.place.focus) : nullptr;
}

void step_item(Desk& desk, int step) {
    const auto items = insight::by_person(desk.session());
    if (items.empty()) return;
    const auto found = std::ranges::find_if(items, [&](const auto* item) { return desk.place.focus == item->id; });
    const auto at = found == items.end() ? 0 : found - items.begin() + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(items.size())) return;
    const auto* item = items[static_cast<std::size_t>(at)];
    desk.place.focus = item->id; // the turn of the round stays where it was
    desk.page = 0;
}

void confirm_read_back(Desk& desk) {
    const auto* card = card_in_hand(desk);
    if (!card) return desk.say(Tone::refused, "Nothing has been said yet");
    if (!card->confirmed_at && !desk.act(ConfirmReadBack{card->id, desk.now()})) return;
    step_item(desk, 1);
}

std::string first_step_prompt(const Desk& desk) {
    const auto* card = is_at(desk, Stage::commit) && !desk.one_on_one ? card_in_hand(desk) : nullptr;
    const auto today = counted_from(desk.session(), desk.today());
    if (!card || desk.entry.purpose != Purpose::nothing || !insight::wants_first_step(*card, today)) return {};
    const auto end = *insight::ends_on(*card);
    return fmt::format("It ends in {} days: which first small step? F", days_between(today, end));
}

void ask_for_detail(Desk& desk, Purpose purpose) {
    const auto* card = card_in_hand(desk);
    if (!card) return desk.say(Tone::refused, "Nothing is in hand");
    if (desk.take_up_aside(card->id, purpose)) return;
    std::string text;
    if (purpose == Purpose::wording || purpose == Purpose::proposal)
        text = words_of(*card);
    else if (purpose == Purpose::due)
        text = card->due ? iso(*card->due) : std::string{};
    else if (const auto detail = detail_of(purpose))
        text = text_of(*card, *detail);
    desk.ask_for(purpose, text);
}

} // namespace avow::desk
