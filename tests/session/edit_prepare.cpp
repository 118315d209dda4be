#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;

namespace {

const std::string unknown_person = "That person is not in this session. Choose somebody who is, or add them first.";
const std::string on_one_line = "begins or ends with a space, or holds signs that can't be kept, such as line breaks. "
                                "Type it on one line.";

} // namespace

TEST_CASE("NameTeam names the team") {
    Session session = sample_session();
    CHECK(sentence(session, NameTeam{"Day Desk"}) == "named the team Day Desk");
    Session wanted = session;
    wanted.team = "Day Desk";
    CHECK(apply(session, NameTeam{"Day Desk"}) == wanted);

    CHECK(refusal(session, NameTeam{""}) == "The team's name has no words yet. Type it first.");
    CHECK(refusal(session, NameTeam{"Service Desk"}) == "The team's name is that already.");
    CHECK(refusal(session, NameTeam{"a\nb"}) == "The team's name " + on_one_line);
    CHECK(refusal(session, NameTeam{" a"}) == "The team's name " + on_one_line);
    CHECK(refusal(session, NameTeam{"a\x1B"}) == "The team's name " + on_one_line);
    CHECK(refusal(session, NameTeam{"a\xFF"}) == "The team's name " + on_one_line);
    CHECK(refusal(session, NameTeam{too_long_a_name}) ==
          "That is 201 characters; a team's name holds 200. Shorten it.");
}

TEST_CASE("SetDate sets the date") {
    Session session = sample_session();
    const SetDate edit{{2026, 12, 4}};
    CHECK(sentence(session, edit) == "set the date of the session to Friday 4 December 2026");
    Session wanted = session;
    wanted.date = {2026, 12, 4};
    CHECK(apply(session, edit) == wanted);

    CHECK(refusal(session, SetDate{{2026, 2, 30}}) ==
          "The date of the session is no day of the calendar (years 1900 to 2999). Enter one such as 2026-11-21.");
    CHECK(refusal(session, SetDate{{2026, 11, 21}}) == "The date of the session is that already.");
}

TEST_CASE("StateGoal states the goal and both reasons") {
    const Session session = sample_session();
    Goal goal = session.goal;
    goal.text = "Ten of ten";
    CHECK(sentence(session, StateGoal{goal}) == "stated the goal “Ten of ten”");
    Session wanted = session;
    wanted.goal = goal;
    CHECK(apply(session, StateGoal{goal}) == wanted);

    Goal with_reason = session.goal;
    with_reason.why_you = "";
    CHECK(sentence(session, StateGoal{with_reason}) == "gave the reason for the goal");
    CHECK(sentence(session, StateGoal{}) == "cleared the goal");

    CHECK(refusal(session, StateGoal{session.goal}) == "The goal is that already.");
    goal.why_us = too_long;
    CHECK(refusal(session, StateGoal{goal}) ==
          "That is 4,001 characters; each part of a goal holds 4,000. Shorten it.");
    goal.why_us = "a\tb";
    CHECK(refusal(session, StateGoal{goal}) == "The goal " + on_one_line);
    goal.why_us = "";
    goal.by = Date{2027, 2, 29};
    CHECK_FALSE(refusal(session, StateGoal{goal}).empty());
}

TEST_CASE("PlanStage gives a stage its minutes, in stage order") {
    Session session;
    session = apply(session, PlanStage{Stage::capture, 14});
    session = apply(session, PlanStage{Stage::goal, 7});
    session = apply(session, PlanStage{Stage::capture, 15});
    CHECK(session.plan == std::vector<PlannedStage>{{Stage::goal, 7}, {Stage::capture, 15}});
    CHECK(sentence(session, PlanStage{Stage::goal, 1}) == "planned 1 minute for Goal");
    CHECK(sentence(session, PlanStage{Stage::goal, 8}) == "planned 8 minutes for Goal");
    CHECK(sentence(session, PlanStage{Stage::goal, 0}) == "took the clock off Goal");
    CHECK(apply(session, PlanStage{Stage::goal, 0}).plan == std::vector<PlannedStage>{{Stage::capture, 15}});

    CHECK(refusal(session, PlanStage{Stage::goal, 600}).empty());
    CHECK(refusal(session, PlanStage{Stage::goal, 601}) ==
          "601 minutes can't be planned; a stage holds 0 to 600. With 0 no clock runs.");
    CHECK_FALSE(refusal(session, PlanStage{Stage::goal, -1}).empty());
    CHECK(refusal(session, PlanStage{Stage::goal, 7}) == "The time for Goal is that already.");
    CHECK(refusal(session, PlanStage{Stage::open, 0}) == "The time for Open is that already.");
    CHECK(refusal(session, PlanStage{static_cast<Stage>(9), 5}) ==
          "There is no such stage. Choose one from Prepare to Close.");
}

TEST_CASE("GoToStage goes to a stage and starts its clock") {
    const Session session = sample_session();
    const GoToStage edit{Stage::themes, {1'795'272'962'000}};
    CHECK(sentence(session, edit) == "went to Themes");
    Session wanted = session;
    wanted.stage = Stage::themes;
    wanted.stage_since = edit.at;
    CHECK(apply(session, edit) == wanted);

    CHECK(refusal(session, GoToStage{Stage::close, edit.at}) == "Close is the present stage already.");
    CHECK_FALSE(refusal(session, GoToStage{static_cast<Stage>(-1), edit.at}).empty());
    CHECK(refusal(session, GoToStage{Stage::themes, {std::int64_t{1} << 60}}) ==
          "The time is outside the years 1900 to 2999. Set this computer's clock, then try again.");
}

TEST_CASE("ParkItem parks an item and SettleParked settles it") {
    const Session session = sample_session();
    const Parked item{{"k03"}, "Plants", ParticipantId{"p01"}, {2026, 11, 21}};
    CHECK(sentence(session, ParkItem{item}) == "parked “Plants”");
    Session wanted = session;
    wanted.parked.push_back(item);
    const Session parked = apply(session, ParkItem{item});
    CHECK(parked == wanted);
    CHECK(sentence(parked, SettleParked{{"k03"}}) == "settled “Plants”");
    CHECK(apply(parked, SettleParked{{"k03"}}) == session);

    CHECK(refusal(parked, ParkItem{item}) == "The id “k03” is in use already. Take another.");
    CHECK(refusal(session, ParkItem{{{"k 3"}, "Plants", std::nullopt, item.since}}) ==
          "“k 3” can't be an id. Use 1 to 64 letters, digits or signs without a space.");
    CHECK(refusal(session, ParkItem{{{"k03"}, "", std::nullopt, item.since}}) ==
          "The parked item has no words yet. Type it first.");
    CHECK(refusal(session, ParkItem{{{"k03"}, "Plants", ParticipantId{"p99"}, item.since}}) == unknown_person);
    CHECK_FALSE(refusal(session, ParkItem{{{"k03"}, "Plants", std::nullopt, {2026, 13, 1}}}).empty());
    CHECK(refusal(session, SettleParked{{"k03"}}) == "That item is not parked any more.");
}
