// The clock of a rehearsal, what stands in the room, and what of it was taken in. Who speaks when: rehearsal_people.cpp.
#include "desk/rehearsal.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace avow::desk {

namespace {

constexpr std::int64_t ms_a_word = 400; // 150 words a minute
// How long words stand after the last of them, on the clock of the room: so long they can be remembered.
constexpr std::int64_t stands_ms = 15'000;     // of a statement
constexpr std::int64_t talk_stands_ms = 9'000; // after what is no statement
constexpr std::int64_t nod_ms = 1'200;         // after what was taken in

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        if (space > 0) words.emplace_back(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return words;
}

} // namespace

std::int64_t Rehearsal::Voice::ends() const { return began + static_cast<std::int64_t>(words.size()) * ms_a_word; }

Rehearsal::Rehearsal(RehearsalWords words, std::vector<ParticipantId> ids, std::uint64_t seed, Moment now)
    : seed_(seed), chance_(seed), last_(now), has_objected_(words.statements.size()),
      has_remarked_(words.remarks.size()), is_called_(words.people.size()) {
    record_.sayings.resize(words.statements.size());
    record_.called.resize(words.people.size());
    record_.ids = std::move(ids);
    record_.words = std::move(words);
    cuts_in_at_ = static_cast<int>(chance(0, 2));
    pause_ = 3'000;
}

std::int64_t Rehearsal::chance(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(chance_() % static_cast<std::uint64_t>(to - from + 1));
}

void Rehearsal::set_speed(int speed) {
    speed_ = speed;
    record_.fastest = std::max(record_.fastest, speed);
}

void Rehearsal::call(const ParticipantId& id, Moment now) {
    const auto person = person_of(id);
    if (!person) return;
    is_called_[*person] = true;
    if (!record_.called[*person]) record_.called[*person] = now;
}

void Rehearsal::attend(const Perceived& seen, Moment now) {
    pass_time(seen, now);
    if (stage_ != seen.session.stage) {
        stage_ = seen.session.stage;
        voices_.clear();
        quiet_since_ = clock_;
        if (stage_ == Stage::capture && !record_.capture_began) record_.capture_began = now;
    }
    if (turn_ != seen.speaker) {
        turn_ = seen.speaker;
        has_answered_turn_ = false;
    }
    take_in(seen.session);
    let_go(seen);
    if (!is_paused_) speak(seen);
    advice_ = advice_for(seen);
}

void Rehearsal::pass_time(const Perceived& seen, Moment now) {
    const auto passed = std::max<std::int64_t>(0, now.unix_ms - last_.unix_ms);
    last_ = now;
    if (is_paused_) {
        record_.paused_ms += passed;
        return;
    }
    clock_ += static_cast<double>(passed * speed_);
    record_.taken_ms[static_cast<std::size_t>(stage_.value_or(seen.session.stage))] += passed;
    note_ends(now);
}

// When the last word of a statement was said, on the clock of the room; it may lie between two looks.
void Rehearsal::note_ends(Moment now) {
    for (const auto& voice : voices_)
        for (const auto& part : voice.parts) {
            const auto end = voice.began + static_cast<std::int64_t>(part.until) * ms_a_word;
            auto& saying = record_.sayings[part.statement];
            if (saying.ended || static_cast<double>(end) > clock_) continue;
            const auto since = (clock_ - static_cast<double>(end)) / speed_;
            saying.ended = Moment{now.unix_ms - static_cast<std::int64_t>(since)};
        }
}

void Rehearsal::take_in(const Session& session) {
    std::vector<AccountabilityId> ids;
    for (const auto& item : session.accountabilities) ids.push_back(item.id);
    if (ids == seen_) return;
    seen_ = std::move(ids);
    taken_ = taken_in(record_, session);
    std::erase_if(to_say_again_, [&](std::size_t statement) { return is_taken(statement); });
}

bool Rehearsal::is_taken(std::size_t statement) const {
    return std::ranges::find(taken_, statement, &TakenIn::statement) != taken_.end();
}

bool Rehearsal::waits(const Voice& voice) const {
    return std::ranges::any_of(voice.parts, [&](const Part& part) { return !is_taken(part.statement); });
}

// Words do not stay in the air. Who was not taken in will say it once more.
void Rehearsal::let_go(const Perceived& seen) {
    const auto stands = [&](const Voice& voice) {
        if (voice.kind == Kind::statement) return waits(voice) ? stands_ms : nod_ms;
        if (voice.kind == Kind::objection && seen.session.parked.size() > voice.parked) return nod_ms;
        return talk_stands_ms;
    };
    for (const auto& voice : voices_) {
        if (clock_ < static_cast<double>(voice.ends() + stands(voice) * speed_)) continue;
        for (const auto& part : voice.parts)
            if (!is_taken(part.statement) && record_.sayings[part.statement].times == 1)
                to_say_again_.push_back(part.statement);
    }
    const auto gone = std::erase_if(voices_, [&](const Voice& voice) {
        return clock_ >= static_cast<double>(voice.ends() + stands(voice) * speed_);
    });
    if (gone > 0) quiet_since_ = clock_;
}

Rehearsal::Voice& Rehearsal::say(std::size_t person, Kind kind, std::string_view words, std::int64_t after_ms) {
    constexpr std::size_t most_voices = 2;
    std::erase_if(voices_, [&](const Voice& voice) { return voice.person == person && voice.parts.empty(); });
    while (voices_.size() >= most_voices) voices_.erase(voices_.begin());
    Voice voice;
    voice.person = person;
    voice.kind = kind;
    voice.words = words_in(words);
    voice.began = static_cast<std::int64_t>(std::ceil(clock_)) + after_ms;
    voices_.push_back(std::move(voice));
    pause_ = chance(900, 2'200);
    return voices_.back();
}

std::vector<Rehearsal::Heard> Rehearsal::heard() const {
    std::vector<Heard> all;
    for (const auto& voice : voices_) {
        const auto passed = clock_ - static_cast<double>(voice.began);
        if (passed < 0) continue;
        Heard heard;
        heard.name = record_.words.people[voice.person].name;
        heard.seat = static_cast<int>(voice.person) + 1;
        const auto count = std::min(voice.words.size(), static_cast<std::size_t>(passed / ms_a_word) + 1);
        for (std::size_t i = 0; i < count; ++i) heard.words += (i ? " " : "") + voice.words[i];
        heard.is_speaking = clock_ < static_cast<double>(voice.ends());
        heard.is_taken_in = voice.kind == Kind::statement && !waits(voice);
        all.push_back(std::move(heard));
    }
    return all;
}

// The next word, the next that goes, or the next who begins to speak.
std::optional<double> Rehearsal::seconds_until_change() const {
    if (is_paused_) return std::nullopt;
    std::optional<double> next;
    const auto at = [&](double moment) {
        if (moment > clock_ && (!next || moment < *next)) next = moment;
    };
    for (const auto& voice : voices_) {
        const auto said = std::floor((clock_ - static_cast<double>(voice.began)) / ms_a_word);
        if (clock_ < static_cast<double>(voice.ends()))
            at(static_cast<double>(voice.began) + std::max(0., said + 1) * ms_a_word);
        for (const auto stands : {nod_ms, talk_stands_ms, stands_ms})
            at(static_cast<double>(voice.ends() + stands * speed_));
    }
    if (!is_busy_) at(quiet_since_ + static_cast<double>(pause_));
    if (!next) return std::nullopt;
    return std::max(.01, (*next - clock_) / 1000 / speed_);
}

} // namespace avow::desk
