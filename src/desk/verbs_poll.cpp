// Fifteen voices, one keyboard: what the room is asked, entered in the order of the seats, hidden until the last.
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace avow::desk {

namespace {

constexpr int most_typed = 9'999;

std::string question_for(const Desk& desk, PollKind kind) {
    const auto stage = desk.session().stage;
    switch (kind) {
    case PollKind::fingers: return stage <= Stage::goal ? "Is the goal clear?" : "Is it clear what we are going to do?";
    case PollKind::confidence:
        return stage == Stage::commit && card_in_hand(desk) ? "How sure are you that this will happen?"
                                                            : "How sure are you that we reach the goal?";
    case PollKind::votes: return "What matters most?";
    case PollKind::hands: return {}; // in the facilitator's words
    case PollKind::say_back: return "Who can say the goal back?";
    }
    return {};
}

std::optional<AccountabilityId> what_it_is_about(const Desk& desk, PollKind kind) {
    const auto* card = card_in_hand(desk);
    const bool is_of_card = kind == PollKind::confidence && desk.session().stage == Stage::commit && card;
    return is_of_card ? std::optional(card->id) : std::nullopt;
}

// Whoever or whatever is gone since it was asked is no part of it any more.
Poll as_it_stands(const Desk& desk, const Asking& asking) {
    auto poll = answered(asking);
    poll.id = desk.fresh<PollTag>();
    poll.asked_at = desk.now();
    std::erase_if(poll.answers, [&](const auto& answer) { return !find(desk.session(), *answer.who); });
    if (poll.about && !find(desk.session(), *poll.about)) poll.about.reset();
    return poll;
}

// The last one was given: all of it becomes one step, and the room sees it. Refused, the last one is given again.
void keep(Desk& desk) {
    const auto poll = as_it_stands(desk, *desk.asking);
    const auto asking = *std::exchange(desk.asking, {});
    if (!desk.act(AskRoom{poll})) {
        desk.asking = asking;
        desk.asking->given.pop_back();
        return;
    }
    desk.half_asked.reset();
    desk.poll_shown = poll.id;
    desk.after_change();
    desk.type({});
    if (is_by_person(poll.kind)) desk.say(Tone::done, "All are in. C corrects one, Return goes on");
}

void give(Desk& desk, std::optional<int> value) {
    auto& asking = *desk.asking;
    asking.typed.reset();
    asking.given.push_back(value);
    if (asking.given.size() == slots_of(asking)) return keep(desk);
    desk.type(desk.entry.text); // the draft
}

std::string scale_in_words(PollKind kind) {
    return kind == PollKind::fingers ? "Fingers go from 0 to 5" : "Confidence goes from 1 to 10; 0 is 10";
}

// "an 4" and "an 10"; "-" for no answer. The value is what stands after the last space.
struct Correction {
    std::string name;
    std::optional<int> value;
    bool is_meant = false;
};

Correction correction_in(std::string_view words) {
    const auto space = words.rfind(' ');
    if (space == std::string_view::npos) return {};
    const auto value = words.substr(space + 1);
    Correction correction{clean_line(words.substr(0, space)), std::nullopt, value == "-"};
    if (correction.is_meant) return correction;
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    correction.is_meant = error == std::errc() && end == value.data() + value.size();
    if (correction.is_meant) correction.value = number;
    return correction;
}

std::string next_in_words(const Desk& desk) {
    const auto& asking = *desk.asking;
    const auto at = asking.given.size();
    if (!is_by_person(asking.poll.kind)) {
        const auto typed = asking.typed ? std::string(std::to_string(*asking.typed).size(), '*') : std::string("…");
        return fmt::format("{}: {}", asking.poll.counts[at].choice, typed);
    }
    const auto names = insight::short_names(desk.session());
    const auto* person = find(desk.session(), asking.who[at]);
    return person ? names[static_cast<std::size_t>(person - desk.session().participants.data())] : "Somebody who left";
}

} // namespace

bool is_polling(const Desk& desk) { return desk.asking || desk.poll_shown; }

const Poll* poll_in_sight(const Desk& desk) {
    return desk.poll_shown ? find(desk.session(), *desk.poll_shown) : nullptr;
}

std::optional<Refusal> why_not_ask(const Desk& desk, PollKind kind) {
    const auto& people = desk.session().participants;
    if (std::ranges::none_of(people, [](const auto& one) { return one.attendance == Attendance::here; }))
        return Refusal{"Nobody is here to be asked. Add people at Prepare"};
    if (kind == PollKind::votes && desk.session().themes.empty())
        return Refusal{"There are no themes to vote on. Take them at Themes first"};
    return std::nullopt;
}

void ask_room(Desk& desk, PollKind kind) {
    leave_poll(desk);
    desk.page = 0;
    desk.showing = Showing::audience;
    desk.put_aside();
    if (desk.half_asked && desk.half_asked->poll.kind == kind) {
        desk.asking = *std::exchange(desk.half_asked, {});
        desk.say(Tone::done, fmt::format("Going on after {} of {}; Backspace goes back", desk.asking->given.size(),
                                         slots_of(*desk.asking)));
        desk.after_change();
        return desk.type(desk.entry.text); // the draft
    }
    desk.asking = asking_of(desk.session(), kind, question_for(desk, kind), what_it_is_about(desk, kind));
    if (kind == PollKind::say_back) desk.asking->since = desk.now();
    desk.after_change();
    if (desk.asking->poll.question.empty()) desk.ask_for(Purpose::poll_question);
}

void give_digit(Desk& desk, int digit) {
    auto& asking = *desk.asking;
    if (!is_by_person(asking.poll.kind)) {
        asking.typed = std::min(most_typed, asking.typed.value_or(0) * 10 + digit);
        return;
    }
    const int value = asking.poll.kind == PollKind::confidence && digit == 0 ? 10 : digit;
    if (!scale_of(asking.poll.kind).holds(value)) return desk.say(Tone::refused, scale_in_words(asking.poll.kind));
    desk.hush();
    give(desk, value);
}

void give_no_answer(Desk& desk) {
    desk.hush();
    give(desk, std::nullopt);
}

void finish_count(Desk& desk) { give(desk, desk.asking->typed.value_or(0)); }

void take_answer_back(Desk& desk) {
    auto& asking = *desk.asking;
    desk.hush();
    if (asking.typed) return asking.typed.reset();
    if (asking.given.empty()) return desk.say(Tone::refused, "Nothing has been entered yet");
    asking.given.pop_back();
    desk.type(desk.entry.text);
}

void change_budget(Desk& desk, int by) {
    auto& budget = desk.asking->poll.budget;
    budget = std::clamp(budget + by, 1, static_cast<int>(limit::themes));
    desk.say(Tone::done, fmt::format("{} each, {} in all", counted(budget, "vote"), most_of(desk.asking->poll)));
    desk.type(desk.entry.text);
}

bool finish_question(Desk& desk, const std::string& words) {
    if (!desk.asking) return true;
    if (words.empty()) {
        desk.say(Tone::refused, "The question has no words yet. Type it first");
        return false;
    }
    desk.asking->poll.question = words;
    return true;
}

bool finish_correction(Desk& desk, std::string_view words) {
    const auto* poll = poll_in_sight(desk);
    if (!poll || words.empty()) return true;
    auto correction = correction_in(words);
    const auto refused = [&](const char* why) {
        desk.say(Tone::refused, why);
        return false;
    };
    if (!correction.is_meant) return refused("First letters of a name, a space, and the new answer; - for none");
    const auto* person = participant_named(desk.session(), correction.name);
    if (!person) return refused("That is nobody here, or could be several. Type more of the name");
    if (poll->kind == PollKind::confidence && correction.value == 0) correction.value = 10;
    if (!desk.act(CorrectAnswer{poll->id, person->id, correction.value})) return false;
    desk.say(Tone::done, "Corrected one answer. Ctrl+Z takes that back");
    return true;
}

void leave_poll(Desk& desk) {
    if (!is_polling(desk)) return;
    desk.poll_shown.reset();
    desk.hush(); // what was said of its keys
    if (desk.asking) {
        desk.asking->typed.reset();
        if (!desk.asking->given.empty()) {
            desk.say(Tone::done, "What was entered is kept: asking the same again goes on with it");
            desk.half_asked = desk.asking;
        }
        desk.asking.reset();
    }
    if (desk.entry.purpose == Purpose::poll_question || desk.entry.purpose == Purpose::poll_answer)
        desk.ask_for(Purpose::nothing);
    desk.after_change();
}

// The last, then the one before, and round again.
void show_polls(Desk& desk) {
    const auto& polls = desk.session().polls;
    const auto shown = std::ranges::find(polls, desk.poll_shown.value_or(PollId{}), &Poll::id);
    const bool is_first = shown == polls.end() || shown == polls.begin();
    const auto next = is_first ? polls.back().id : (shown - 1)->id;
    leave_poll(desk);
    desk.page = 0;
    desk.showing = Showing::audience;
    desk.put_aside();
    desk.poll_shown = next;
    desk.after_change();
}

std::optional<slide::AskedRoom> asked_room(const Desk& desk) {
    if (const auto* poll = poll_in_sight(desk)) return slide::revealed(desk.session(), *poll);
    if (!desk.asking) return std::nullopt;
    const auto& asking = *desk.asking;
    return slide::masked(desk.session(), asking.poll, static_cast<int>(asking.given.size()),
                         static_cast<int>(slots_of(asking)));
}

std::string asking_in_words(const Desk& desk) {
    if (!desk.asking || desk.asking->poll.question.empty()) return {};
    return fmt::format("{} of {}. {}", desk.asking->given.size() + 1, slots_of(*desk.asking), next_in_words(desk));
}

} // namespace avow::desk
