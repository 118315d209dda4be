// Who speaks when, and what the facilitator could do about it.
#include "desk/rehearsal.hpp"
#include "desk/words_kept.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace avow::desk {

namespace {

constexpr std::size_t in_one_breath = 3;
constexpr std::int64_t after_objection_ms = 8'000; // time to park it
constexpr const char* nothing_more = "Nothing more from me.";
constexpr const char* no_answer = "I can't say yet.";
constexpr const char* no_need = "Nothing, I can start.";

// Where the first thing that is said ends and what belongs to it begins.
constexpr std::array goes_on = {"and", "so",  "before",  "even", "because", "at", "when",
                                "if",  "for", "between", "that", "by",      "in", "within"};

// The first thing that is said in it, for the second time.
std::string shorter(const std::string& statement) {
    constexpr std::size_t least_words = 4, most_words = 10;
    std::string brief;
    for (std::size_t at = 0, count = 0; at < statement.size() && count < most_words; ++count) {
        const auto space = std::min(statement.find(' ', at), statement.size());
        const auto word = statement.substr(at, space - at);
        const bool may_end = count >= least_words;
        if (may_end && std::ranges::find(goes_on, word) != goes_on.end()) break;
        brief += (brief.empty() ? "" : " ") + word;
        if (may_end && word.ends_with(',')) break;
        at = space + 1;
    }
    if (brief.ends_with(',')) brief.pop_back();
    return brief;
}

std::string as_sentence(const std::string& words) {
    return first_letter_as_capital(words) + words.substr(first_characters(words, 1).size()) + ".";
}

std::string answer_of(const RehearsedAnswers& answers, Asked asked) {
    const auto given = [](const std::string& words, const char* otherwise) {
        return words.empty() ? std::string(otherwise) : as_sentence(words);
    };
    switch (asked) {
    case Asked::when: return given(answers.when, no_answer);
    case Asked::first_step: return given(answers.first_step, no_answer);
    case Asked::needs: return given(answers.needs, no_need);
    case Asked::seen_by: return given(answers.seen_by, no_answer);
    case Asked::nothing: break;
    }
    return {};
}

} // namespace

std::optional<std::size_t> Rehearsal::person_of(const std::optional<ParticipantId>& id) const {
    if (!id) return std::nullopt;
    const auto found = std::ranges::find(record_.ids, *id);
    if (found == record_.ids.end()) return std::nullopt; // somebody she has added: nobody plays them
    return static_cast<std::size_t>(found - record_.ids.begin());
}

bool Rehearsal::is_here(const Session& session, std::size_t person) const {
    const auto* who = find(session, record_.ids[person]);
    return who && who->attendance == Attendance::here;
}

std::vector<std::size_t> Rehearsal::unsaid(std::size_t person) const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < record_.sayings.size(); ++i)
        if (record_.words.statements[i].person == person && record_.sayings[i].times == 0) all.push_back(i);
    return all;
}

bool Rehearsal::has_all_been_said(const Session& session) const {
    for (std::size_t person = 0; person < record_.ids.size(); ++person)
        if (is_here(session, person) && !unsaid(person).empty()) return false;
    return to_say_again_.empty();
}

void Rehearsal::speak(const Perceived& seen) {
    is_busy_ = stage_ == Stage::commit; // there they speak when they are asked
    if (is_busy_) return answer(seen);
    is_busy_ = seen.is_typing || seen.is_room_asked || std::ranges::any_of(voices_, [&](const Voice& voice) {
                   return clock_ < static_cast<double>(voice.ends()) || waits(voice);
               });
    if (is_busy_) quiet_since_ = clock_;
    if (is_busy_ || clock_ < quiet_since_ + static_cast<double>(pause_)) return;
    if (stage_ == Stage::capture)
        speak_at_capture(seen);
    else
        make_remark(seen);
}

void Rehearsal::speak_at_capture(const Perceived& seen) {
    if (!to_say_again_.empty()) {
        const auto statement = to_say_again_.front();
        to_say_again_.erase(to_say_again_.begin());
        if (is_here(seen.session, record_.words.statements[statement].person)) return say_again(statement);
    }
    if (const auto person = person_of(seen.speaker); person && is_here(seen.session, *person))
        speak_on_turn(seen, *person);
}

void Rehearsal::say_again(std::size_t statement) {
    auto& saying = record_.sayings[statement];
    const auto& said = record_.words.statements[statement];
    saying.again = shorter(said.words);
    saying.times = 2;
    auto& voice = say(said.person, Kind::statement, "As I said: " + saying.again);
    voice.parts.push_back({statement, voice.words.size()});
}

void Rehearsal::speak_on_turn(const Perceived& seen, std::size_t person) {
    auto left = unsaid(person);
    const auto manner = record_.words.people[person].manner;
    if (left.empty()) {
        if (!std::exchange(has_answered_turn_, true) && !has_all_been_said(seen.session))
            say(person, Kind::remark, nothing_more);
        return;
    }
    if (manner == Manner::silent && !is_called_[person]) return;
    is_called_[person] = false;
    const auto& next = record_.words.statements[left.front()];
    if (!next.objection.empty() && !has_objected_[left.front()]) {
        has_objected_[left.front()] = true;
        ++record_.objections;
        say(person, Kind::objection, next.objection).parked = seen.session.parked.size();
        is_called_[person] = true; // they still have the word
        pause_ = after_objection_ms * speed_;
        return;
    }
    left.resize(std::min(left.size(), manner == Manner::talks_on ? in_one_breath : 1));
    say_statements(person, left);
    if (manner == Manner::plain && ++turns_ % 3 == cuts_in_at_) cut_in(seen, person);
}

void Rehearsal::say_statements(std::size_t person, const std::vector<std::size_t>& statements, std::int64_t after_ms) {
    std::string words;
    if (statements.size() > 1) words = record_.words.breath;
    std::vector<Part> parts;
    for (const auto statement : statements) {
        if (!parts.empty()) words += ", " + record_.words.go_on;
        words += (words.empty() ? "" : " ") + record_.words.statements[statement].words;
        parts.push_back({statement, static_cast<std::size_t>(std::ranges::count(words, ' ')) + 1});
        record_.sayings[statement].times = 1;
    }
    say(person, Kind::statement, words, after_ms).parts = std::move(parts);
}

// Somebody who could not wait, while the other speaks.
void Rehearsal::cut_in(const Perceived& seen, std::size_t other_than) {
    std::vector<std::size_t> who;
    for (std::size_t person = 0; person < record_.ids.size(); ++person)
        if (record_.words.people[person].manner == Manner::cuts_in && person != other_than &&
            is_here(seen.session, person) && !unsaid(person).empty())
            who.push_back(person);
    if (who.empty()) return;
    const auto person = who[static_cast<std::size_t>(chance(0, static_cast<std::int64_t>(who.size()) - 1))];
    say_statements(person, {unsaid(person).front()}, chance(600, 1'400));
}

void Rehearsal::make_remark(const Perceived& seen) {
    if (stage_ == Stage::themes && (seen.has_proposal || seen.session.themes.empty())) return;
    for (std::size_t i = 0; i < record_.words.remarks.size(); ++i) {
        const auto& remark = record_.words.remarks[i];
        if (remark.stage != stage_ || has_remarked_[i] || !is_here(seen.session, remark.person)) continue;
        has_remarked_[i] = true;
        say(remark.person, Kind::remark, remark.words);
        pause_ = chance(5'000, 9'000);
        return;
    }
}

// The owner of the card in hand answers what is asked, once each time it is asked.
void Rehearsal::answer(const Perceived& seen) {
    if (asked_ == seen.asked && card_ == seen.card) return;
    if (card_ != seen.card || seen.asked != Asked::nothing) voices_.clear();
    asked_ = seen.asked;
    card_ = seen.card;
    const auto* item = card_ ? find(seen.session, *card_) : nullptr;
    const auto person = item ? person_of(item->owner) : std::nullopt;
    if (asked_ == Asked::nothing || !person || !is_here(seen.session, *person)) return;
    const auto taken = std::ranges::find(taken_, *card_, &TakenIn::id);
    const auto answers =
        taken == taken_.end() ? RehearsedAnswers{} : record_.words.statements[taken->statement].answers;
    say(*person, Kind::remark, answer_of(answers, asked_));
}

// Asked again they may have thought again; looked at again they have not.
std::string Rehearsal::shown_for(const Asking& asking, const Session& session) const {
    std::mt19937_64 chance(seed_ + session.polls.size() * 64 + static_cast<std::size_t>(asking.poll.kind));
    const auto draw = [&](int least, int most) {
        return least + static_cast<int>(chance() % static_cast<std::uint64_t>(most - least + 1));
    };
    std::string all;
    const auto add = [&](const std::string& what, int value) {
        all += fmt::format("{}{} {}", all.empty() ? "" : ", ", what, value);
    };
    if (asking.poll.kind == PollKind::fingers || asking.poll.kind == PollKind::confidence) {
        const bool is_fingers = asking.poll.kind == PollKind::fingers;
        for (const auto& id : asking.who)
            if (const auto* person = find(session, id)) add(person->name, is_fingers ? draw(2, 5) : draw(4, 10));
        return all;
    }
    int left = asking.poll.heads * std::max(1, asking.poll.budget);
    for (const auto& choice : asking.poll.counts) {
        const bool is_last = &choice == &asking.poll.counts.back();
        const int count = is_last ? left : draw(0, left / 2);
        left -= count;
        add(choice.choice, count);
    }
    return all;
}

// --- advice ------------------------------------------------------------------------------------------------------

std::string Rehearsal::advice_for(const Perceived& seen) const {
    if (is_paused_) return "Everybody waits. Ctrl+F10 lets them go on.";
    if (seen.is_room_asked)
        return "They hold it up. Type the figures in that order; the room sees them after the last.";
    switch (*stage_) {
    case Stage::goal: return "Read the goal aloud, with both reasons. Ctrl PgDn goes on to what each has written.";
    case Stage::capture: return advice_at_capture(seen);
    case Stage::themes:
        return seen.has_proposal
                   ? "Read the themes aloud. Return takes them, a number and Return opens one."
                   : "What belongs elsewhere? A number takes a theme in hand. Ctrl PgDn goes on to Commit.";
    case Stage::commit: {
        const auto* item = seen.card ? find(seen.session, *seen.card) : nullptr;
        const auto* owner = item ? find(seen.session, item->owner) : nullptr;
        if (!owner) return "Nothing was taken in, so there is nothing to commit to. Ctrl PgUp goes back.";
        if (seen.asked != Asked::nothing)
            return fmt::format("{} answers: type it, and Return.", insight::whole_name(seen.session, *owner));
        return fmt::format("Ask {}: D when, F the first step, H what is needed, V what there will be to see. Return "
                           "confirms it and takes the next; Ctrl PgDn goes on to Close.",
                           insight::whole_name(seen.session, *owner));
    }
    case Stage::close: return "D: when do you meet again? F12 ends the rehearsal and shows your timings.";
    default: return "The rehearsal goes from Goal to Close. Ctrl PgDn goes on.";
    }
}

std::string Rehearsal::advice_at_capture(const Perceived& seen) const {
    const auto waiting = std::ranges::count_if(voices_, [&](const Voice& voice) { return waits(voice); });
    if (waiting > 1)
        return "Two at once: take what one says, then call the other by the first letters of the name and a space.";
    for (const auto& voice : voices_) {
        const auto& name = record_.words.people[voice.person].name;
        if (voice.kind == Kind::objection)
            return seen.session.parked.size() > voice.parked
                       ? "Parked: it is carried until somebody decides."
                       : fmt::format("{} objects. Ctrl P parks it, in a few words; then the round goes on.", name);
        const auto left =
            std::ranges::count_if(voice.parts, [&](const Part& part) { return !is_taken(part.statement); });
        if (left > 1 || (left == 1 && voice.parts.size() > 1))
            return fmt::format("{} more to take in from {}, each with its own Return. The turn goes on by itself: the "
                               "first letters of the name and a space bring it back, F5 keeps it.",
                               left, name);
        if (left == 1) {
            const bool has_turn = seen.speaker == record_.ids[voice.person];
            if (!has_turn)
                return fmt::format("{} speaks out of turn: first letters of the name and a space, then the words.",
                                   name);
            return fmt::format("Type what {} says, word for word; Return says it.", name);
        }
    }
    const auto person = person_of(seen.speaker);
    if (has_all_been_said(seen.session)) return "Everybody has said what they had. Ctrl PgDn goes on to Themes.";
    if (!person) return {};
    const auto& name = record_.words.people[*person].name;
    if (unsaid(*person).empty()) return fmt::format("{} has nothing more: Tab passes.", name);
    if (record_.words.people[*person].manner == Manner::silent && !is_called_[*person])
        return fmt::format("{} says nothing. Call by name: the first letters and a space, or click the seat.", name);
    return {};
}

} // namespace avow::desk
