// What it costs to keep track, measured from the app's own log and not claimed: how long it took to write down what came
// of each promise.
#pragma once

#include "session/history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace avow::insight {

// Longer than this between two entries, something else was done meanwhile: it counts as this much.
inline constexpr std::int64_t longest_check_in_ms = 120'000;
inline constexpr int least_check_ins = 8; // of fewer there is no figure

struct TrackingCost {
    std::int64_t spent_ms = 0;   // by steps that check in, each from the entry before it
    int check_ins = 0;           // those steps
    int cut_short = 0;           // of them, counted as longest_check_in_ms
    int people = 0;              // whose promises they were
    std::int64_t between_ms = 0; // the first and the last of them

    double weeks() const { return static_cast<double>(between_ms) / (7.0 * 24 * 3'600'000); }
    double seconds_a_person_a_week() const { return static_cast<double>(spent_ms) / 1000 / people / weeks(); }
    bool operator==(const TrackingCost&) const = default;
};

// Over the logs of a team, in any order. A step that was undone took its time too; one that begins a log counts as cut short. Nothing of fewer check-ins than that, or
// where they lie less than a week apart: what was done in one sitting says nothing about weeks.
std::optional<TrackingCost> tracking_cost(const std::vector<const History*>&);

// "14 seconds a person a week (24 check-ins of 12 people in 4.0 weeks; 2 pauses counted as 120 seconds)".
std::string in_words(const TrackingCost&);

} // namespace avow::insight
