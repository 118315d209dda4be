// What a rehearsal came to: the facilitator's own timings. Of a record and a session, and of nothing else.
#pragma once

#include "desk/rehearsal_record.hpp"
#include "insight/time_taken.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace avow::desk {

struct RehearsalTimings {
    using AtStage = insight::StageTime;
    struct Missed {
        std::string who;
        std::string words;
        bool was_said = true; // else nobody gave them the turn to
        bool operator==(const Missed&) const = default;
    };
    struct Misplaced { // under a name that is not the speaker's
        std::string words;
        std::string said_by;
        std::string under;
        bool operator==(const Misplaced&) const = default;
    };
    struct Slowest {
        std::int64_t ms = 0;
        std::string who;
        std::string words;
        bool operator==(const Slowest&) const = default;
    };
    struct Silence {
        std::string who;
        std::int64_t waited_ms = 0; // from the beginning of Capture
        bool was_called = false;
        bool operator==(const Silence&) const = default;
    };

    std::string team;
    std::vector<AtStage> stages; // that were planned or seen
    std::int64_t paused_ms = 0;
    int fastest = 1;
    int brought = 0; // statements the people came with
    int said = 0;
    int captured = 0;
    int added = 0;                         // cards that hold nothing of what was said
    int exact = 0;                         // word for word
    int nearly = 0;                        // not quite, and nine of ten words at least
    double share = 0;                      // of the words of what was captured
    std::optional<std::int64_t> median_ms; // from a statement's last word to its card
    std::optional<Slowest> slowest;
    std::vector<Missed> missed;
    std::vector<Misplaced> misplaced;
    double other_keys = 0; // that typed nothing, for each card
    std::vector<Silence> silent;
    int objections = 0;
    int parked = 0;
    std::vector<std::string> unheard;
    int without_date = 0;
    int without_read_back = 0;
};

RehearsalTimings timings_of(const RehearsalRecord&, const Session&, Moment ended);

std::string minutes_and_seconds(std::int64_t ms); // "2:05"
// As sentences, and whole with the table of the stages and all that was missed.
std::vector<std::string> sentences_of(const RehearsalTimings&);
std::vector<std::string> what_was_missed(const RehearsalTimings&);
std::string as_text(const RehearsalTimings&);

} // namespace avow::desk
