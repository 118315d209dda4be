#include "cli/recording.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace avow::cli {

namespace {

constexpr std::int64_t first_step_ms = 9LL * 3600 * 1000; // into the day
constexpr std::int64_t step_ms = 30 * 1000;

Moment start_of(Date date) {
    constexpr std::int64_t day_ms = 24LL * 3600 * 1000;
    return {days_between(Date{1970, 1, 1}, date) * day_ms + first_step_ms};
}

Session blank_session(Date date, IdsFrom& ids) {
    Session session;
    session.id = ids.next_of<SessionTag>();
    session.date = date;
    session.plan = usual_plan();
    session.stage_since = start_of(date);
    return session;
}

Refusal at_line(std::size_t line, const Refusal& refusal) {
    return {"Line " + std::to_string(line) + ": " + refusal.sentence};
}

std::vector<std::string> seed_of(const Transcript& transcript, const Occasion& occasion) {
    std::vector<std::string> seed = {occasion.team, goal_line(occasion.goal), iso(occasion.date)};
    for (const auto& utterance : transcript.utterances) {
        seed.push_back(utterance.speaker);
        seed.push_back(utterance.words);
    }
    return seed;
}

std::optional<Refusal> prepare(Recorder& recorder, const Occasion& occasion) {
    if (auto refusal = recorder.act({NameTeam{occasion.team}})) return refusal;
    if (goal_line(occasion.goal).empty()) return std::nullopt;
    return recorder.act({StateGoal{occasion.goal}});
}

using Roster = std::map<std::string, ParticipantId>;

// Everybody who speaks, in the order in which they first do, as one gesture: a roster pasted.
std::optional<Refusal> welcome_everybody(Recorder& recorder, const Transcript& transcript, Roster& roster) {
    std::vector<Edit> edits;
    for (const auto& [line, speaker, words] : transcript.utterances) {
        if (roster.contains(speaker)) continue;
        const auto id = recorder.ids().next_of<ParticipantTag>();
        roster.emplace(speaker, id);
        edits.emplace_back(WelcomeParticipant{id, speaker, ""});
        if (auto refusal = why_not(recorder.now(), edits)) return at_line(line, *refusal);
    }
    if (edits.empty()) return std::nullopt;
    const auto count = edits.size();
    return recorder.act(std::move(edits), "welcomed " + counted(count, "person", "people"));
}

} // namespace

IdsFrom::IdsFrom(const std::vector<std::string>& seed) : state_(14695981039346656037u) {
    const auto mix = [&](unsigned char byte) { state_ = (state_ ^ byte) * 1099511628211u; }; // FNV-1a, 64 bits
    for (const auto& words : seed) {
        for (const char c : words) mix(static_cast<unsigned char>(c));
        mix(0);
    }
}

std::string IdsFrom::next() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    std::string id;
    for (int i = 0; i < 13; ++i) { // SplitMix64, five bits of each number
        std::uint64_t bits = state_ += 0x9E3779B97F4A7C15u;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
        bits ^= bits >> 31;
        id += letters[bits >> 59];
    }
    return id;
}

Recorder::Recorder(Date date, IdsFrom ids)
    : ids_(ids), origin_(blank_session(date, ids_)), now_(origin_), start_(start_of(date)) {}

Moment Recorder::moment() const { return {start_.unix_ms + static_cast<std::int64_t>(log_.size()) * step_ms}; }

std::optional<Refusal> Recorder::act(std::vector<Edit> edits, std::string label) {
    auto refusal = edits.size() == 1 ? why_not(now_, edits.front()) : why_not(now_, edits);
    if (refusal) return refusal;
    if (label.empty()) label = sentence(now_, edits.front());
    for (const auto& edit : edits) now_ = apply(std::move(now_), edit);
    log_.emplace_back(Step{ids_.next_of<StepTag>(), std::move(label), moment(), std::move(edits)});
    return std::nullopt;
}

std::variant<Recorder, Refusal> recorded(const Transcript& transcript, const Occasion& occasion,
                                         const std::function<void(Recorder&)>& before_they_speak) {
    if (transcript.refusal) return *transcript.refusal;
    Recorder recorder(occasion.date, IdsFrom(seed_of(transcript, occasion)));
    Roster roster;
    if (auto refusal = prepare(recorder, occasion)) return *refusal;
    if (auto refusal = welcome_everybody(recorder, transcript, roster)) return *refusal;
    if (before_they_speak) before_they_speak(recorder);
    if (auto refusal = recorder.act({GoToStage{Stage::capture, recorder.moment()}})) return *refusal;
    for (const auto& [line, speaker, words] : transcript.utterances) {
        if (words.empty()) continue;
        const auto id = recorder.ids().next_of<AccountabilityTag>();
        auto refusal = recorder.act({SayStatement{id, roster.at(speaker), words, recorder.moment()}});
        if (refusal) return at_line(line, *refusal);
    }
    return recorder;
}

} // namespace avow::cli
