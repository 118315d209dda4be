#include "insight/tracking_cost.hpp"

#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

namespace avow::insight {

namespace {

constexpr std::int64_t week_ms = std::int64_t{7} * 24 * 3'600'000;

// Whom a step's check-ins are about; nobody where it has none.
std::set<ParticipantId> checked_by(const Session& session, const Step& step) {
    std::set<ParticipantId> people;
    for (const auto& edit : step.edits)
        if (const auto* check_in = std::get_if<AddCheckIn>(&edit))
            if (const auto* item = find(session, check_in->id)) people.insert(item->owner);
    return people;
}

bool checks_in(const Step& step) {
    return std::ranges::any_of(step.edits, [](const auto& edit) { return std::holds_alternative<AddCheckIn>(edit); });
}

class Meter {
public:
    void take_in(const History& history) {
        std::optional<Moment> before;
        for (const auto& entry : history.log()) {
            const auto at = time_of(entry);
            const auto* step = std::get_if<Step>(&entry);
            if (step && checks_in(*step)) {
                add(before ? at.unix_ms - before->unix_ms : longest_check_in_ms + 1, at);
                people_.merge(checked_by(history.now(), *step));
            }
            before = at;
        }
    }
    TrackingCost cost() const {
        auto cost = cost_;
        cost.people = static_cast<int>(people_.size());
        if (cost.check_ins > 0) cost.between_ms = last_ms_ - first_ms_;
        return cost;
    }

private:
    // A clock that jumped back took no time.
    void add(std::int64_t passed_ms, Moment at) {
        cost_.spent_ms += std::clamp<std::int64_t>(passed_ms, 0, longest_check_in_ms);
        cost_.cut_short += passed_ms > longest_check_in_ms;
        ++cost_.check_ins;
        first_ms_ = std::min(first_ms_, at.unix_ms);
        last_ms_ = std::max(last_ms_, at.unix_ms);
    }

    TrackingCost cost_;
    std::set<ParticipantId> people_;
    std::int64_t first_ms_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t last_ms_ = std::numeric_limits<std::int64_t>::min();
};

} // namespace

std::optional<TrackingCost> tracking_cost(const std::vector<const History*>& histories) {
    Meter meter;
    for (const auto* history : histories) meter.take_in(*history);
    const auto cost = meter.cost();
    if (cost.check_ins < least_check_ins || cost.people == 0 || cost.between_ms < week_ms) return std::nullopt;
    return cost;
}

std::string in_words(const TrackingCost& cost) {
    auto words = fmt::format("{:.0f} seconds a person a week ({} check-ins of {} in {:.1f} weeks",
                             cost.seconds_a_person_a_week(), cost.check_ins, counted(cost.people, "person", "people"),
                             cost.weeks());
    if (cost.cut_short > 0)
        words +=
            fmt::format("; {} counted as {} seconds", counted(cost.cut_short, "pause"), longest_check_in_ms / 1000);
    return words + ")";
}

} // namespace avow::insight
