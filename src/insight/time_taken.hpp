// What each stage really took, read from the log: the stages as they were gone to, and when.
#pragma once

#include "session/history.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace avow::insight {

struct StageTime {
    Stage stage = Stage::prepare;
    int planned = 0; // minutes
    std::int64_t taken_ms = 0;

    bool operator==(const StageTime&) const = default;
};

// A pause longer than this between two entries of the log is no meeting: the session was put away and opened again.
inline constexpr std::int64_t longest_silence_ms = 2 * 60 * 60'000;

// Every stage that is planned or took time, in their order; one gone to twice adds up. The present one is counted to `now`.
// Moments the same apart to the millisecond are those of a transcript, which has no times: they count for nothing.
// A change of stage that was taken back held until then: the time before is its own, the time after the stage's before it.
std::vector<StageTime> time_taken(const History&, Moment now);

// To the nearest minute; half a minute and more is one, anything less is none.
int minutes_taken(const StageTime&);

// The stage the room was at after each entry of the log.
std::vector<Stage> stages_by_entry(const History&);

std::string in_words(const StageTime&); // "8 planned, 11 taken"

// All stages but Prepare, which is before the meeting.
StageTime in_all(const std::vector<StageTime>&);

} // namespace avow::insight
