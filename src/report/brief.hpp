// The case for working this way, on one page, out of this session's own words and figures and nothing else: for a leader
// further up, for a manager, for the team. The same facts for each, in the order that reader asks for them.
#pragma once

#include "insight/tracking_cost.hpp"
#include "report/document.hpp"
#include "report/press.hpp"
#include "session/history.hpp"

#include <optional>

namespace avow::report {

enum class Audience { leader, manager, team };

struct Minutes { // of the meeting, its preparation aside
    int planned = 0;
    int taken = 0; // 0: no clock ran
    int people = 0;

    bool operator==(const Minutes&) const = default;
};

struct BriefFacts {
    const Session& session;
    Minutes minutes;
    std::optional<insight::TrackingCost> tracking; // measured, or not told
};
BriefFacts brief_facts_of(const History&); // points into it

// Lists hold so many at first; where that is more than a page, fewer, and then their number. Words are never cut.
inline constexpr std::size_t most_in_a_list = 7;
inline constexpr std::size_t least_objections = 3;

// As long as it may be on a page: with fewer in its lists, where it must be.
Document brief_on_a_page(const BriefFacts&, Audience, Paper);

} // namespace avow::report
