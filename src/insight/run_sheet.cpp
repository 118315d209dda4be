#include "insight/run_sheet.hpp"

#include <algorithm>

namespace avow::insight {

Moment projected_end(const Session& session, Moment now) {
    const std::int64_t planned_ms = std::int64_t{minutes_of(session, session.stage)} * 60'000;
    std::int64_t left_ms = std::max<std::int64_t>(0, session.stage_since.unix_ms + planned_ms - now.unix_ms);
    left_ms = std::min(left_ms, planned_ms); // a clock that jumped back adds nothing
    for (const auto& planned : session.plan)
        if (planned.stage > session.stage) left_ms += std::int64_t{planned.minutes} * 60'000;
    return {now.unix_ms + left_ms};
}

std::optional<Stage> lender(const Session& session) {
    const PlannedStage* best = nullptr;
    for (const auto& planned : session.plan)
        if (planned.stage > session.stage && planned.minutes >= 2 * minutes_lent &&
            (!best || planned.minutes >= best->minutes))
            best = &planned;
    return best ? std::optional(best->stage) : std::nullopt;
}

} // namespace avow::insight
