// The sample that other rooms test on keeps its promises.
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;

TEST_CASE("the sample is a whole workshop of twelve people and forty statements") {
    const Session session = sample_session();
    CHECK(session.participants.size() == 12);
    CHECK(session.accountabilities.size() == 40);
    CHECK(session.themes.size() == 6);
    CHECK(session.stage == Stage::close);
    CHECK(session.team == "Service Desk");
    CHECK(breach_of(session) == std::nullopt);
}

TEST_CASE("the sample's log folds to the sample, with one step left to redo") {
    const History history = sample_history();
    const History folded(history.origin(), history.log());
    CHECK(folded.now() == history.now());
    CHECK(folded.passed_over().empty());
    REQUIRE(folded.redoable());
    CHECK(folded.redoable()->label == "named the team Service Desk Nights");
}
