// What the room is asked, as it sees it. Only counts go in: a slide that shows an answer never knew whose it was, and one
// that is masked never knew the answer.
#include "insight/agreement.hpp"
#include "session/text.hpp"
#include "slide/slide.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::slide {

namespace {

std::string prompt_of(const Poll& poll) {
    switch (poll.kind) {
    case PollKind::fingers: return "Show your fingers: 5 is “wholly”, 0 is “not at all”";
    case PollKind::confidence: return "1 to 10: 10 is “certain”";
    case PollKind::votes: return counted(poll.budget, "vote") + " each";
    case PollKind::hands: return "Raise your hand: for, against, abstaining";
    case PollKind::say_back: return "Raise your hand for each you could say: metric, number, date";
    }
    return {};
}

std::vector<AskedRoom::Column> columns_of_scale(const Poll& poll) {
    std::vector<AskedRoom::Column> columns;
    const auto scale = scale_of(poll.kind);
    const auto spread = insight::spread_of(poll);
    for (int value = scale.least; value <= scale.most; ++value)
        columns.push_back({std::to_string(value), std::nullopt, spread[static_cast<std::size_t>(value - scale.least)]});
    return columns;
}

// A theme that has gone since is told by the title it had.
std::vector<AskedRoom::Column> columns_of_choices(const Session& session, const Poll& poll) {
    std::vector<AskedRoom::Column> columns;
    for (const auto& count : poll.counts) {
        const auto* theme = count.theme ? find(session, *count.theme) : nullptr;
        columns.push_back({count.choice, theme ? std::optional(theme->mark) : std::nullopt, count.count});
    }
    return columns;
}

AskedRoom asked(const Session& session, const Poll& poll) {
    AskedRoom page;
    page.kind = poll.kind;
    page.question = poll.question;
    if (const auto* card = poll.about ? find(session, *poll.about) : nullptr)
        page.question += fmt::format(" “{}”", words_of(*card));
    page.prompt = prompt_of(poll);
    page.columns = is_by_person(poll.kind) ? columns_of_scale(poll) : columns_of_choices(session, poll);
    return page;
}

} // namespace

AskedRoom masked(const Session& session, const Poll& poll, int answered, int asked_in_all) {
    auto page = asked(session, poll);
    for (auto& column : page.columns) column.count = 0;
    page.is_open = true;
    page.answered = answered;
    page.asked = asked_in_all;
    return page;
}

AskedRoom revealed(const Session& session, const Poll& poll) {
    auto page = asked(session, poll);
    page.words = insight::in_words(poll);
    page.asked = poll.heads;
    page.answered = is_by_person(poll.kind) ? static_cast<int>(poll.answers.size()) : total_of(poll);
    if (poll.kind == PollKind::votes) // what most chose stands first, and is read first
        std::ranges::stable_sort(page.columns, std::greater{}, &AskedRoom::Column::count);
    return page;
}

} // namespace avow::slide
