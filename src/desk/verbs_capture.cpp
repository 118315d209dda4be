// The read-round: whose turn it is, what they said, who passed.
#include "desk/rehearsal.hpp"
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

namespace avow::desk {

namespace {

// The turn moves on by itself after a statement or a pass, if the round is on.
void move_on(Desk& desk) {
    if (!desk.place.speaker) return;
    if (const auto* next = insight::next_in_round(desk.session(), *desk.place.speaker)) desk.place.speaker = next->id;
}

// Statements begin with these; a Ben is then called with "ben ", not with "be ".
constexpr std::array sentence_starts = {"all",  "an",  "any",  "as",   "ask",  "at",   "be",   "by",   "call", "do",
                                        "each", "for", "get",  "give", "go",   "have", "help", "he",   "if",   "in",
                                        "is",   "it",  "keep", "let",  "make", "me",   "more", "my",   "no",   "not",
                                        "of",   "on",  "one",  "or",   "our",  "so",   "take", "tell", "the",  "this",
                                        "to",   "try", "up",   "us",   "we",   "when", "will", "you"};

constexpr std::size_t most_letters_at_once = 4;

// The turn does not leave somebody whose words are still in the field: they would become another's.
bool refuses_for_words(Desk& desk, const Participant& speaker) {
    if (desk.entry.purpose != Purpose::statement || clean_line(desk.entry.text).empty()) return false;
    desk.say(Tone::refused, insight::short_name(desk.session(), speaker.id) +
                                "'s words are still in the field. Return says them; an empty field lets the turn go");
    return true;
}

// A sentence may begin with somebody's name, and a hand that types names as they are written may mean the turn.
void tell_of_name(Desk& desk, std::string_view typed) {
    if (typed.find(' ') + 1 != typed.size() || !begins_with_capital(typed)) return;
    const auto word = typed.substr(0, typed.size() - 1);
    for (const auto& person : desk.session().participants)
        if (first_name(person.name) == word && desk.place.speaker != person.id)
            return desk.say(Tone::done, fmt::format("“{}” is a word of the statement. Small letters call the person: "
                                                    "“{} ”",
                                                    word, folded(word)));
}

// The person a half-typed "pr " means, if exactly one. Words that sentences begin with mean nobody.
std::optional<ParticipantId> speaker_prefix(const Session& session, std::string_view typed) {
    // Two letters at least and a space: a single "I " must stay a word, whoever is called Ines.
    if (typed.size() < 3 || typed.back() != ' ') return std::nullopt;
    const auto word = typed.substr(0, typed.size() - 1);
    if (word.back() == ' ' || count_characters(word) < 2) return std::nullopt;
    if (std::ranges::find(sentence_starts, folded(word)) != sentence_starts.end()) return std::nullopt;
    const auto only = [&](auto is_meant) -> const Participant* {
        const Participant* found = nullptr;
        for (const auto& person : session.participants) {
            if (!is_meant(person.name)) continue;
            if (found) return nullptr;
            found = &person;
        }
        return found;
    };
    // A whole first name means its owner, also where it begins another's; of two Anas each is called by more: "ana s ".
    const Participant* found = only([&](const auto& name) { return folded(first_name(name)) == folded(word); });
    if (found && begins_with_capital(word)) return std::nullopt; // "Ana and I ...": a sentence begins, and is not hers
    if (!found) found = only([&](const auto& name) { return begins_with_folded(name, word); });
    return found ? std::optional(found->id) : std::nullopt;
}

// Whom a first name of several could mean, and what calls one of them: until then it is a word like any other.
void tell_of_namesakes(Desk& desk, std::string_view typed) {
    if (typed.find(' ') + 1 != typed.size() || begins_with_capital(typed)) return;
    const auto word = folded(typed.substr(0, typed.size() - 1));
    std::vector<std::string> names;
    for (const auto& person : desk.session().participants)
        if (folded(first_name(person.name)) == word) names.push_back(insight::short_name(desk.session(), person.id));
    if (names.size() < 2) return;
    const auto calls = folded(names.back()) + " ";
    if (speaker_prefix(desk.session(), calls))
        desk.say(Tone::done, fmt::format("{}? “{}” calls {}", fmt::join(names, " or "), calls, names.back()));
    else
        desk.say(Tone::done,
                 fmt::format("{}? Once it is said, F6 gives it to the right one", fmt::join(names, " or ")));
}

} // namespace

void typed(Desk& desk, std::string text) {
    desk.swallowed.reset();
    const std::string before = desk.entry.text;
    // A prefix switches as it is typed, not when text is cut to it. Hands that are faster than the page bring a few
    // letters at once, and what follows the space stays; a paste brings many, and is words.
    const bool is_typed =
        text.size() > before.size() && text.size() - before.size() <= most_letters_at_once && text.starts_with(before);
    if (desk.entry.purpose == Purpose::statement && is_typed)
        for (auto space = text.find(' ', before.size()); space != std::string::npos;
             space = text.find(' ', space + 1)) {
            const auto speaker = speaker_prefix(desk.session(), std::string_view(text).substr(0, space + 1));
            if (!speaker) continue;
            const std::string rest = text.substr(space + 1);
            desk.swallowed = Desk::Swallowed{std::move(text), desk.place.speaker};
            if (!desk.interrupted && desk.place.speaker != speaker) desk.interrupted = desk.place.speaker;
            desk.place.speaker = speaker;
            if (desk.rehearsal) desk.rehearsal->call(*speaker, desk.now());
            desk.page = 0;
            return desk.ask_for(Purpose::statement, rest);
        }
    if (desk.entry.purpose == Purpose::statement && is_typed) {
        tell_of_name(desk, text);
        tell_of_namesakes(desk, text);
    }
    desk.type(std::move(text));
}

void give_back_prefix(Desk& desk) {
    if (!desk.swallowed) return;
    const auto swallowed = *desk.swallowed;
    desk.swallowed.reset();
    desk.place.speaker = swallowed.speaker;
    desk.interrupted.reset();
    desk.ask_for(Purpose::statement, swallowed.typed);
}

void say_statement(Desk& desk, std::string_view typed) {
    const auto words = clean_line(typed);
    if (words.empty()) return;
    if (!desk.place.speaker)
        return desk.say(Tone::refused,
                        "Nobody has the turn. Add people at Prepare, or type the first letters of a name and a space");
    const SayStatement said{desk.fresh<AccountabilityTag>(), *desk.place.speaker, words, desk.now()};
    if (!desk.act(said)) return; // what was typed stays in the field
    desk.page = 0;
    // Who spoke out of turn gives the turn back to whose it was.
    if (const auto back = std::exchange(desk.interrupted, {}); back && desk.is_round_on)
        desk.place.speaker = back;
    else if (desk.is_round_on)
        move_on(desk);
    desk.ask_for(Purpose::statement);
}

void give_turn(Desk& desk, const ParticipantId& id) {
    desk.place.speaker = id;
    if (desk.rehearsal) desk.rehearsal->call(id, desk.now());
    desk.interrupted.reset();
    desk.page = 0;
    desk.type(desk.entry.text);
}

void give_turn_to_next(Desk& desk) {
    desk.interrupted.reset();
    move_on(desk);
    desk.type(desk.entry.text);
}

void give_turn_to_previous(Desk& desk) {
    if (!desk.place.speaker) return;
    if (const auto* person = insight::previous_in_round(desk.session(), *desk.place.speaker))
        give_turn(desk, person->id);
}

void pass_turn(Desk& desk) {
    const auto* speaker = desk.place.speaker ? find(desk.session(), *desk.place.speaker) : nullptr;
    if (!speaker || refuses_for_words(desk, *speaker)) return;
    if (desk.act(PassTurn{speaker->id})) give_turn_to_next(desk);
}

void note_attendance(Desk& desk, Attendance attendance) {
    const auto* speaker = desk.place.speaker ? find(desk.session(), *desk.place.speaker) : nullptr;
    if (!speaker || refuses_for_words(desk, *speaker)) return;
    const bool is_back = speaker->attendance == attendance;
    const auto name = insight::short_name(desk.session(), speaker->id);
    if (!desk.act(NoteAttendance{speaker->id, is_back ? Attendance::here : attendance})) return;
    if (is_back) return;
    give_turn_to_next(desk);
    desk.say(Tone::done, fmt::format("{} is noted as {}. Typing “{} ” gives the turn back", name,
                                     attendance == Attendance::late ? "late" : "absent", folded(name)));
}

void correct_last(Desk& desk) {
    if (desk.session().accountabilities.empty()) return desk.say(Tone::refused, "Nothing has been said yet");
    const Accountability last = desk.session().accountabilities.back();
    if (!desk.act(TakeBackStatement{last.id})) return;
    desk.place.speaker = last.owner;
    desk.ask_for(Purpose::statement, last.statement);
}

} // namespace avow::desk
