#include "insight/time_taken.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;
using namespace avow::insight;

namespace {

constexpr std::int64_t minute = 60'000;

// A meeting that begins at Prepare, and is led through by the minute.
class Meeting {
public:
    void go(Stage stage, std::int64_t at) {
        log_.emplace_back(Step{id(), "went on", {at * minute}, {GoToStage{stage, {at * minute}}}});
    }
    void name(const std::string& team, std::int64_t at) {
        log_.emplace_back(Step{id(), "named", {at * minute}, {NameTeam{team}}});
    }
    void undo(std::size_t step, std::int64_t at) { log_.emplace_back(Undo{id(), id_of(log_.at(step)), {at * minute}}); }
    void redo(std::size_t step, std::int64_t at) { log_.emplace_back(Redo{id(), id_of(log_.at(step)), {at * minute}}); }
    std::int64_t minutes(Stage stage, std::int64_t now) const {
        for (const auto& time : times(now))
            if (time.stage == stage) return minutes_taken(time);
        return -1;
    }
    std::vector<StageTime> times(std::int64_t now) const {
        Session origin;
        origin.plan = {{Stage::goal, 7}, {Stage::capture, 10}};
        return time_taken(History(origin, log_), {now * minute});
    }

private:
    StepId id() const { return {"step " + std::to_string(log_.size())}; }
    std::vector<Entry> log_;
};

} // namespace

TEST_CASE("a stage took from when it was gone to until the next was, and the present one counts to now") {
    Meeting meeting;
    meeting.go(Stage::goal, 100);
    meeting.go(Stage::capture, 108);
    CHECK(meeting.minutes(Stage::goal, 115) == 8);
    CHECK(meeting.minutes(Stage::capture, 115) == 7);
    CHECK(meeting.minutes(Stage::commit, 115) == -1);
    CHECK(in_words(meeting.times(115).front()) == "7 planned, 8 taken");
}

TEST_CASE("a stage gone to twice adds up") {
    Meeting meeting;
    meeting.go(Stage::capture, 100);
    meeting.go(Stage::themes, 110);
    meeting.go(Stage::capture, 112);
    meeting.go(Stage::themes, 115);
    CHECK(meeting.minutes(Stage::capture, 120) == 13);
    CHECK(meeting.minutes(Stage::themes, 120) == 7);
}

TEST_CASE("a change of stage that is taken back held until then, and brought back it holds again") {
    Meeting meeting;
    meeting.go(Stage::capture, 100);
    meeting.go(Stage::themes, 110);
    meeting.undo(1, 112);
    meeting.redo(1, 117);
    CHECK(meeting.minutes(Stage::capture, 120) == 15);
    CHECK(meeting.minutes(Stage::themes, 120) == 5);
}

TEST_CASE("what is undone at a stage takes no time from it") {
    Meeting meeting;
    meeting.go(Stage::goal, 100);
    meeting.name("Night shift", 101);
    meeting.undo(1, 104);
    CHECK(meeting.minutes(Stage::goal, 106) == 6);
}

TEST_CASE("a night between two entries is no meeting, and a clock that jumps back takes nothing away") {
    Meeting meeting;
    meeting.name("Night shift", 0);
    meeting.go(Stage::goal, 24 * 60);
    meeting.name("Day shift", 24 * 60 - 30);
    meeting.go(Stage::capture, 24 * 60 + 9);
    CHECK(meeting.minutes(Stage::prepare, 24 * 60 + 10) == -1);
    CHECK(meeting.minutes(Stage::goal, 24 * 60 + 10) == 9);
    CHECK(meeting.minutes(Stage::capture, 2 * 24 * 60) == 0);
}

TEST_CASE("the meeting in all is every stage but Prepare") {
    Meeting meeting;
    meeting.name("Night shift", 91);
    meeting.go(Stage::goal, 100);
    meeting.go(Stage::capture, 110);
    CHECK(in_words(in_all(meeting.times(123))) == "17 planned, 23 taken");
}

TEST_CASE("moments the same apart are a transcript's and no measure of a meeting; what is done on it afterwards is") {
    Meeting meeting;
    meeting.name("Night shift", 0);
    meeting.name("Day shift", 1);
    meeting.go(Stage::capture, 2);
    for (int at = 3; at < 40; ++at) meeting.name("Shift " + std::to_string(at), at);
    CHECK(meeting.minutes(Stage::capture, 39) == 0);
    meeting.name("Late shift", 47);
    CHECK(meeting.minutes(Stage::capture, 47) == 8);
}
