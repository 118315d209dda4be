// What the room is asked: a whole poll is one step, and an answer that is corrected afterwards another.
#include "session/edit_each.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace avow {

bool is_by_person(PollKind kind) { return kind == PollKind::fingers || kind == PollKind::confidence; }

Scale scale_of(PollKind kind) {
    if (kind == PollKind::fingers) return {0, 5};
    if (kind == PollKind::confidence) return {1, 10};
    return {};
}

int total_of(const Poll& poll) {
    return std::accumulate(poll.counts.begin(), poll.counts.end(), 0,
                           [](int sum, const PollCount& count) { return sum + count.count; });
}

int most_of(const Poll& poll) {
    if (poll.kind == PollKind::votes) return poll.heads * poll.budget;
    if (poll.kind == PollKind::say_back) return poll.heads * static_cast<int>(parts_said_back.size());
    return poll.heads;
}

int most_of_one(const Poll& poll) { return poll.kind == PollKind::votes ? limit::votes : poll.heads; }

int suggested_budget(int themes) { return std::max(1, static_cast<int>(std::lround(std::sqrt(std::max(0, themes))))); }

std::string_view noun_of(PollKind kind) {
    static constexpr std::string_view nouns[] = {"fingers", "confidence", "votes", "hands", "say-it-back"};
    return nouns[static_cast<std::size_t>(kind)];
}

namespace each {

namespace {

constexpr Field question_words = {"question", "one that is read from the last row holds", limit::name_characters};
constexpr Field choice_words = {"choice", "a choice holds"};

std::optional<Refusal> off_scale(PollKind kind, int value) {
    const auto scale = scale_of(kind);
    if (scale.holds(value)) return std::nullopt;
    return Refusal{fmt::format("{} is no answer here: {} goes from {} to {}. Choose one of these.", value,
                               kind == PollKind::fingers ? "a show of fingers" : "confidence", scale.least,
                               scale.most)};
}

std::optional<Refusal> unfit_answers(const Session& session, const Poll& poll) {
    if (!poll.counts.empty()) return Refusal{"Fingers and confidence are answered by each person, not counted."};
    if (poll.answers.empty()) return Refusal{"Nobody has answered, so there is nothing to keep. Ask again."};
    if (std::ssize(poll.answers) > poll.heads)
        return Refusal{fmt::format("There are {}, and {} asked. Ask again.", counted(poll.answers.size(), "answer"),
                                   counted(poll.heads, "person was", "people were"))};
    std::set<ParticipantId> heard;
    for (const auto& answer : poll.answers) {
        if (!answer.who || !find(session, *answer.who)) return unknown_participant();
        if (!heard.insert(*answer.who).second)
            return Refusal{"Somebody has two answers. Each person gives one: ask again."};
        if (auto refusal = off_scale(poll.kind, answer.value)) return refusal;
    }
    return std::nullopt;
}

std::optional<Refusal> too_many(const Poll& poll) {
    const int total = total_of(poll), most = most_of(poll);
    if (total <= most) return std::nullopt;
    if (poll.kind != PollKind::votes)
        return Refusal{fmt::format("That is {}, and {} here. Count again.", counted(total, "hand"),
                                   counted(poll.heads, "person is", "people are"))};
    return Refusal{fmt::format("That is {}; {} with {} each have {}. Count again, or give each more.",
                               counted(total, "vote"), counted(poll.heads, "person", "people"), poll.budget, most)};
}

std::optional<Refusal> unfit_say_back(const Poll& poll) {
    if (!std::ranges::equal(poll.counts, parts_said_back, {}, &PollCount::choice))
        return Refusal{"Of a goal the metric, the number and the date are said back, in this order. Count these."};
    for (const auto& count : poll.counts)
        if (count.count > most_of_one(poll))
            return Refusal{fmt::format("That is {} who said the {}, and {} here. Count again.", count.count,
                                       count.choice, counted(poll.heads, "person is", "people are"))};
    return std::nullopt;
}

std::optional<Refusal> unfit_counts(const Poll& poll) {
    if (!poll.answers.empty()) return Refusal{"Votes, hands and what is said back are counted, not noted by person."};
    if (poll.counts.empty()) return Refusal{"There is nothing to choose from. Make themes first."};
    if (poll.counts.size() > limit::themes)
        return Refusal{fmt::format("There are {}; a vote holds {}. Merge some themes first.",
                                   counted(poll.counts.size(), "choice"), limit::themes)};
    if (poll.kind == PollKind::votes && (poll.budget < 1 || poll.budget > static_cast<int>(limit::themes)))
        return Refusal{
            fmt::format("{} votes for each is no number to vote with. Choose 1 to {}.", poll.budget, limit::themes)};
    for (const auto& count : poll.counts) {
        if (auto refusal = missing_or_unfit_words(choice_words, count.choice)) return refusal;
        if (count.theme && !is_id(count.theme->text)) return unknown_theme();
        if (count.count < 0 || count.count > limit::votes)
            return Refusal{fmt::format("{} is no count. Count again, from 0.", count.count)};
    }
    return poll.kind == PollKind::say_back ? unfit_say_back(poll) : too_many(poll);
}

std::string how_many(const Poll& poll) {
    if (is_by_person(poll.kind)) return fmt::format("{} of {} answered", poll.answers.size(), poll.heads);
    if (poll.kind != PollKind::say_back) return fmt::format("{} {}", total_of(poll), noun_of(poll.kind));
    std::string said;
    for (const auto& count : poll.counts)
        said += fmt::format("{}{} said the {}", said.empty() ? "" : ", ", count.count, count.choice);
    return said;
}

} // namespace

// --- AskRoom -----------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AskRoom& edit) {
    const auto& poll = edit.poll;
    if (auto refusal = unfit_id(poll.id.text, find(session, poll.id) != nullptr)) return refusal;
    if (session.polls.size() >= limit::polls)
        return Refusal{fmt::format("The room was asked {} times; a session holds no more.", limit::polls)};
    if (poll.kind < PollKind::fingers || poll.kind > PollKind::say_back)
        return Refusal{
            "The room can be asked for fingers, confidence, votes, hands or to say the goal back. Choose one of "
            "the five."};
    if (auto refusal = missing_or_unfit_words(question_words, poll.question)) return refusal;
    if (poll.about && !find(session, *poll.about)) return unknown_accountability();
    if (auto refusal = unfit_moment(poll.asked_at)) return refusal;
    if (poll.heads < 1 || poll.heads > static_cast<int>(limit::participants))
        return Refusal{"Nobody is here to be asked. Add people at Prepare, or note who has come."};
    if (poll.kind != PollKind::votes && poll.budget != 0)
        return Refusal{"Only votes come in a number for each. Leave it at 0."};
    return is_by_person(poll.kind) ? unfit_answers(session, poll) : unfit_counts(poll);
}

void apply(Session& session, const AskRoom& edit) { session.polls.push_back(edit.poll); }

std::string sentence(const Session&, const AskRoom& edit) {
    const auto& poll = edit.poll;
    return fmt::format("asked the room {}: {}", quoted(poll.question), how_many(poll));
}

// --- CorrectAnswer -----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const CorrectAnswer& edit) {
    const auto* poll = find(session, edit.id);
    if (!poll) return Refusal{"That was never asked here, or is undone. Ask again."};
    if (!is_by_person(poll->kind))
        return Refusal{"Votes, hands and what is said back are counted, not noted by person. Ask again."};
    if (!find(session, edit.who)) return unknown_participant();
    if (edit.value)
        if (auto refusal = off_scale(poll->kind, *edit.value)) return refusal;
    const auto answer = std::ranges::find(poll->answers, std::optional(edit.who), &PollAnswer::who);
    const auto current = answer == poll->answers.end() ? std::nullopt : std::optional(answer->value);
    if (current == edit.value) return unchanged("answer");
    if (!edit.value && poll->answers.size() == 1)
        return Refusal{"That is the only answer. Undo takes the whole question back."};
    return std::nullopt;
}

void apply(Session& session, const CorrectAnswer& edit) {
    auto& poll = *std::ranges::find(session.polls, edit.id, &Poll::id);
    const auto answer = std::ranges::find(poll.answers, std::optional(edit.who), &PollAnswer::who);
    if (!edit.value)
        poll.answers.erase(answer);
    else if (answer != poll.answers.end())
        answer->value = *edit.value;
    else
        poll.answers.push_back({edit.who, *edit.value});
    poll.heads = std::max(poll.heads, static_cast<int>(poll.answers.size())); // somebody came later
}

// Whose it was stays out of it: the history may be on the projector.
std::string sentence(const Session& before, const CorrectAnswer& edit) {
    const auto* poll = find(before, edit.id);
    return "corrected an answer to " + (poll ? quoted(poll->question) : std::string("a question"));
}

} // namespace each

} // namespace avow
