#include "desk/asking.hpp"

#include "slide/slide.hpp"
#include "storage/session_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace avow::desk {

namespace {

constexpr std::string_view draft_field = "poll: "; // then the kind, the votes for each, and what was given

constexpr std::array all_kinds = {PollKind::fingers, PollKind::confidence, PollKind::votes, PollKind::hands,
                                  PollKind::say_back};

std::vector<PollCount> choices_of(const Session& session, PollKind kind) {
    if (kind == PollKind::hands) return {{"for", {}, 0}, {"against", {}, 0}, {"abstaining", {}, 0}};
    std::vector<PollCount> choices;
    if (kind == PollKind::say_back)
        for (const auto part : parts_said_back) choices.push_back({std::string(part), {}, 0});
    if (kind == PollKind::votes)
        for (const auto* theme : slide::themes_on_the_wall(session)) choices.push_back({theme->title, theme->id, 0});
    return choices;
}

} // namespace

Asking asking_of(const Session& session, PollKind kind, std::string question, std::optional<AccountabilityId> about) {
    Asking asking;
    asking.poll.kind = kind;
    asking.poll.question = std::move(question);
    asking.poll.about = std::move(about);
    asking.poll.counts = choices_of(session, kind);
    if (kind == PollKind::votes) asking.poll.budget = suggested_budget(static_cast<int>(asking.poll.counts.size()));
    for (const auto& person : session.participants) {
        if (person.attendance != Attendance::here) continue;
        ++asking.poll.heads;
        if (is_by_person(kind)) asking.who.push_back(person.id);
    }
    return asking;
}

std::size_t slots_of(const Asking& asking) {
    return is_by_person(asking.poll.kind) ? asking.who.size() : asking.poll.counts.size();
}

Poll answered(const Asking& asking) {
    Poll poll = asking.poll;
    for (std::size_t i = 0; i < asking.given.size(); ++i)
        if (!is_by_person(poll.kind))
            poll.counts[i].count = asking.given[i].value_or(0);
        else if (asking.given[i])
            poll.answers.push_back({asking.who[i], *asking.given[i]});
    return poll;
}

storage::Draft draft_of(const Asking& asking) {
    std::string field = fmt::format("{}{} {}", draft_field, noun_of(asking.poll.kind), asking.poll.budget);
    for (const auto& value : asking.given) field += value ? fmt::format(" {}", *value) : std::string(" -");
    return {{}, asking.poll.question, field, asking.poll.about.value_or(AccountabilityId{}), {}};
}

std::optional<Asking> asking_from(const storage::Draft& draft, const Session& session) {
    if (!draft.field.starts_with(draft_field)) return std::nullopt;
    std::istringstream words(draft.field.substr(draft_field.size()));
    std::string noun, word;
    int budget = 0;
    words >> noun >> budget;
    const auto kind = std::ranges::find(all_kinds, std::string_view(noun), noun_of);
    if (kind == all_kinds.end() || draft.text.empty()) return std::nullopt;
    const auto about = find(session, draft.item) ? std::optional(draft.item) : std::nullopt;
    auto asking = asking_of(session, *kind, draft.text, about);
    asking.poll.budget = std::clamp(budget, 0, static_cast<int>(limit::themes));
    while (words >> word && asking.given.size() + 1 < slots_of(asking)) { // the last is always given by hand
        const int value = std::atoi(word.c_str());
        if (word != "-" && is_by_person(*kind) && !scale_of(*kind).holds(value)) break;
        asking.given.push_back(word == "-" ? std::nullopt : std::optional(value));
    }
    return asking;
}

} // namespace avow::desk
