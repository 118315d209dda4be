#include "insight/time_taken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace avow::insight {

namespace {

// The stage a step goes to; of several the last.
std::optional<Stage> stage_of(const Step& step) {
    std::optional<Stage> stage;
    for (const auto& edit : step.edits)
        if (const auto* gone = std::get_if<GoToStage>(&edit)) stage = gone->stage;
    return stage;
}

// The changes of stage so far, and which of them hold: the last that does is where the room is.
class Whereabouts {
public:
    explicit Whereabouts(Stage origin) : origin_(origin) {}

    void take_in(const Entry& entry) {
        if (const auto* step = std::get_if<Step>(&entry)) {
            if (const auto stage = stage_of(*step)) changes_.push_back({step->id, *stage, true});
        } else if (const auto* undo = std::get_if<Undo>(&entry)) {
            mark(undo->step, false);
        } else {
            mark(std::get<Redo>(entry).step, true);
        }
    }
    Stage stage() const {
        const auto last = std::find_if(changes_.rbegin(), changes_.rend(), [](const auto& c) { return c.holds; });
        return last == changes_.rend() ? origin_ : last->stage;
    }

private:
    struct Change {
        StepId step;
        Stage stage;
        bool holds;
    };

    void mark(const StepId& step, bool holds) {
        const auto change = std::ranges::find(changes_, step, &Change::step);
        if (change != changes_.end()) change->holds = holds;
    }

    Stage origin_;
    std::vector<Change> changes_;
};

} // namespace

std::vector<Stage> stages_by_entry(const History& history) {
    std::vector<Stage> stages;
    Whereabouts room(history.origin().stage);
    for (const auto& entry : history.log()) {
        room.take_in(entry);
        stages.push_back(room.stage());
    }
    return stages;
}

std::vector<StageTime> time_taken(const History& history, Moment now) {
    std::map<Stage, std::int64_t> taken;
    Whereabouts room(history.origin().stage);
    std::int64_t since = history.origin().stage_since.unix_ms;
    if (since == 0) since = history.log().empty() ? now.unix_ms : time_of(history.log().front()).unix_ms;
    std::int64_t passed_before = 0;
    const auto pass_until = [&](std::int64_t until) {
        const std::int64_t passed = until - since;
        if (passed > 0 && passed <= longest_silence_ms && passed != std::exchange(passed_before, passed))
            taken[room.stage()] += passed;
        since = std::max(since, until); // a clock that jumped back takes nothing away
    };
    for (const auto& entry : history.log()) {
        pass_until(time_of(entry).unix_ms);
        room.take_in(entry);
    }
    pass_until(now.unix_ms);

    std::vector<StageTime> times;
    for (const auto stage : all_stages) {
        const StageTime time{stage, minutes_of(history.now(), stage), taken[stage]};
        if (time.planned > 0 || time.taken_ms > 0) times.push_back(time);
    }
    return times;
}

int minutes_taken(const StageTime& time) { return static_cast<int>((time.taken_ms + 30'000) / 60'000); }

std::string in_words(const StageTime& time) {
    return fmt::format("{} planned, {} taken", time.planned, minutes_taken(time));
}

StageTime in_all(const std::vector<StageTime>& times) {
    StageTime all{Stage::close, 0, 0};
    for (const auto& time : times) {
        if (time.stage == Stage::prepare) continue;
        all.planned += time.planned;
        all.taken_ms += time.taken_ms;
    }
    return all;
}

} // namespace avow::insight
