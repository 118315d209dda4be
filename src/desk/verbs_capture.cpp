// The read-round: whose turn it is, what they said, who passed.
#include "desk/verbs.hpp"

#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <array>

namespace avow::desk {

namespace {

// The turn moves on by itself after a statement or a pass, if the round is on.
void move_on(Desk& desk) {
    if (!desk.place.speaker) return;
    if (const auto* next = insight::next_in_round(desk.session(), *desk.place.speaker)) desk.place.speaker = next->id;
}

// Statements begin with these; a Ben is then called with "ben ", not with "be ".
constexpr std::array sentence_starts = {"all", "an",   "any", "as",   "ask",  "at",   "be",   "by",   "call", "do",   "each", "for",
                                        "get", "give", "go",  "have", "help", "he",   "if",   "in",   "is",   "it",   "keep", "let",
                                        "make", "me",  "more", "my",  "no",   "not",  "of",   "on",   "one",  "or",   "our",  "so",
                                        "take", "tell", "the", "this", "to",  "try",  "up",   "us",   "we",   "when", "will", "you"};

} // namespace

std::optional<ParticipantId> speaker_prefix(const Session& session, std::string_view typed) {
    // Two letters at least and a space: a single "I " must stay a word, whoever is called Ines.
    if (typed.size() < 3 || typed.back() != ' ') return std::nullopt;
    const auto word = typed.substr(0, typed.size() - 1);
    if (word.find(' ') != std::string_view::npos || count_characters(word) < 2) return std::nullopt;
    if (std::ranges::find(sentence_starts, folded(word)) != sentence_starts.end()) return std::nullopt;
    const Participant* found = nullptr;
    for (const auto& person : session.participants) {
        if (!begins_with_folded(person.name, word)) continue;
        if (found) return std::nullopt;
        found = &person;
    }
    return found ? std::optional(found->id) : std::nullopt;
}

void typed(Desk& desk, std::string text) {
    desk.swallowed.reset();
    const bool is_longer = text.size() > desk.entry.text.size(); // a prefix switches as it is typed, not when text is cut to it
    const auto speaker = desk.entry.purpose == Purpose::statement && is_longer ? speaker_prefix(desk.session(), text) : std::nullopt;
    if (!speaker) return desk.type(std::move(text));
    desk.swallowed = Desk::Swallowed{std::move(text), desk.place.speaker};
    desk.ask_for(Purpose::statement);
    give_turn(desk, *speaker);
}

void give_back_prefix(Desk& desk) {
    if (!desk.swallowed) return;
    const auto swallowed = *desk.swallowed;
    desk.swallowed.reset();
    desk.place.speaker = swallowed.speaker;
    desk.ask_for(Purpose::statement, swallowed.typed);
}

void say_statement(Desk& desk, std::string_view typed) {
    const auto words = clean_line(typed);
    if (words.empty()) return;
    if (!desk.place.speaker) return desk.say(Tone::refused, "Nobody has the turn. Add people at Prepare, or type the first letters of a name and a space");
    const SayStatement said{desk.fresh<AccountabilityTag>(), *desk.place.speaker, words, desk.now()};
    if (!desk.act(said)) return; // what was typed stays in the field
    desk.page = 0;
    if (desk.is_round_on) move_on(desk);
    desk.ask_for(Purpose::statement);
}

void give_turn(Desk& desk, const ParticipantId& id) {
    desk.place.speaker = id;
    desk.page = 0;
    desk.type(desk.entry.text);
}

void give_turn_to_next(Desk& desk) {
    move_on(desk);
    desk.type(desk.entry.text);
}

void give_turn_to_previous(Desk& desk) {
    if (!desk.place.speaker) return;
    if (const auto* person = insight::previous_in_round(desk.session(), *desk.place.speaker)) give_turn(desk, person->id);
}

void pass_turn(Desk& desk) {
    if (!desk.place.speaker) return;
    if (desk.act(PassTurn{*desk.place.speaker})) give_turn_to_next(desk);
}

void note_attendance(Desk& desk, Attendance attendance) {
    const auto* speaker = desk.place.speaker ? find(desk.session(), *desk.place.speaker) : nullptr;
    if (!speaker) return;
    const bool is_back = speaker->attendance == attendance;
    if (!desk.act(NoteAttendance{speaker->id, is_back ? Attendance::here : attendance})) return;
    if (!is_back) give_turn_to_next(desk);
}

void correct_last(Desk& desk) {
    if (desk.session().accountabilities.empty()) return desk.say(Tone::refused, "Nothing has been said yet");
    const Accountability last = desk.session().accountabilities.back();
    if (!desk.act(TakeBackStatement{last.id})) return;
    desk.place.speaker = last.owner;
    desk.ask_for(Purpose::statement, last.statement);
}

} // namespace avow::desk
