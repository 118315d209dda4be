#include "insight/run_sheet.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::insight;

namespace {

constexpr std::int64_t minute = 60'000;

// At Capture since minute 100, with ten minutes of it and five of Close planned.
Session at_capture() {
    Session session;
    session.plan = {{Stage::goal, 7}, {Stage::capture, 10}, {Stage::close, 5}};
    session.stage = Stage::capture;
    session.stage_since = {100 * minute};
    return session;
}

} // namespace

TEST_CASE("the meeting ends after what is left of this stage and the stages after it") {
    CHECK(projected_end(at_capture(), {104 * minute}) == Moment{115 * minute});
}

TEST_CASE("a stage that takes longer than planned pushes the end on") {
    CHECK(projected_end(at_capture(), {120 * minute}) == Moment{125 * minute});
}

TEST_CASE("a clock that jumps back makes no stage longer than it was planned") {
    CHECK(projected_end(at_capture(), {90 * minute}) == Moment{105 * minute});
}

TEST_CASE("a stage without minutes takes none, and without a plan the end is now") {
    auto session = at_capture();
    session.stage = Stage::write;
    CHECK(projected_end(session, {104 * minute}) == Moment{119 * minute});
    CHECK(projected_end(Session{}, {104 * minute}) == Moment{104 * minute});
}
