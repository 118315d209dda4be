// Through the stages, the clock, and the roster.
#include "desk/given.hpp"
#include "insight/run_sheet.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::desk;

TEST_CASE("the next stage is the next one of the run sheet, and the way back the same") {
    GivenPeople given({"Ana"});
    auto& desk = given.desk;
    std::vector<Stage> way;
    go_to(desk, Stage::prepare);
    while (const auto next = stage_after(desk.session())) {
        go_to(desk, *next);
        way.push_back(*next);
    }
    CHECK(way == std::vector{Stage::goal, Stage::write, Stage::capture, Stage::themes, Stage::commit, Stage::close});
    CHECK(stage_before(desk.session()) == Stage::commit);
    go_to(desk, Stage::prepare);
    CHECK(stage_before(desk.session()) == std::nullopt);
}

TEST_CASE("a stage outside the run sheet can be gone to, and stands in its place while the room is there") {
    GivenPeople given({"Ana"});
    go_to(given.desk, Stage::align);
    CHECK(stage_before(given.desk.session()) == Stage::goal);
    CHECK(stage_after(given.desk.session()) == Stage::write);
    go_to(given.desk, Stage::write);
    CHECK(stage_before(given.desk.session()) == Stage::goal);
}

TEST_CASE("without a run sheet all stages follow each other") {
    Session session;
    session.id = {"s"};
    CHECK(stages_of(session).size() == all_stages.size());
}

TEST_CASE("going to a stage starts its clock, and another minute is a step that can be undone") {
    GivenPeople given({"Ana"});
    auto& desk = given.desk;
    go_to(desk, Stage::write);
    CHECK(desk.session().stage_since == desk.now());
    given.world.pass_ms(61'000);
    CHECK(std::get<slide::Writing>(desk.slide().content).clock == slide::Clock{4 * 60 - 61});
    add_minutes(desk, 1);
    CHECK(std::get<slide::Writing>(desk.slide().content).clock == slide::Clock{5 * 60 - 61});
    desk.undo();
    CHECK(minutes_of(desk.session(), Stage::write) == 4);
}

TEST_CASE("minutes never fall below none: it is refused in words") {
    GivenPeople given({"Ana"});
    auto& desk = given.desk;
    go_to(desk, Stage::align);
    const auto before = desk.session();
    add_minutes(desk, -1);
    CHECK(desk.session() == before);
    CHECK_FALSE(sentence(desk).empty());
}

TEST_CASE("a pasted roster is welcomed as one step, in its order") {
    Given given;
    given.desk.look_at(History(session_of({})));
    const auto preview =
        preview_of_roster(given.desk.session(), "1. Silva, Ana\n- Bo Lind <bo@example.org>\n\n* Cem\nBo Lind\n");
    CHECK(preview.names == std::vector<std::string>{"Ana Silva", "Bo Lind", "Cem"});
    CHECK(preview.duplicates == std::vector<std::string>{"Bo Lind"});
    welcome_all(given.desk, preview.names);
    REQUIRE(given.desk.session().participants.size() == 3);
    CHECK(given.desk.session().participants[2].name == "Cem");
    CHECK(given.desk.session().participants[2].seat == 3);
    CHECK(given.desk.history().past().size() == 1);
    CHECK(preview_of_roster(given.desk.session(), "cem").names.empty());
    given.desk.undo();
    CHECK(given.desk.session().participants.empty());
}

TEST_CASE("a roster over 60 people is refused as a whole, in words") {
    Given given;
    given.desk.look_at(History(session_of({})));
    std::vector<std::string> names;
    for (int i = 0; i < 61; ++i) names.push_back("Person " + std::to_string(i));
    welcome_all(given.desk, names);
    CHECK(given.desk.session().participants.empty());
    CHECK(sentence(given.desk).find("60") != std::string::npos);
    names.pop_back();
    welcome_all(given.desk, names);
    CHECK(given.desk.session().participants.size() == 60);
}

TEST_CASE("the wall clock is the local one, and today the local day") {
    Given given; // 60 minutes east of UTC
    CHECK(given.desk.wall_clock(*moment_from_rfc3339("2026-11-21T14:56:02Z")) == "15:56:02");
    given.world.pass_ms(14 * 3'600'000 + 1'800'000); // 23:30 UTC
    CHECK(given.desk.today() == Date{2026, 11, 22});
}

TEST_CASE("two minutes come from the later stage that can best spare them, as one step, and the end stays") {
    GivenPeople given({"Ana", "Bo"});
    auto& desk = given.desk;
    auto session = desk.session();
    session.plan = {{Stage::goal, 4}, {Stage::capture, 10}, {Stage::themes, 8}, {Stage::commit, 8}, {Stage::close, 3}};
    session.stage = Stage::capture;
    session.stage_since = desk.now();
    desk.look_at(History(session));
    const auto end = insight::projected_end(desk.session(), desk.now());
    take_minutes_from_later(desk);
    CHECK(minutes_of(desk.session(), Stage::capture) == 12);
    CHECK(minutes_of(desk.session(), Stage::commit) == 6); // of two as long the last
    CHECK(minutes_of(desk.session(), Stage::goal) == 4);
    CHECK(insight::projected_end(desk.session(), desk.now()) == end);
    CHECK(sentence(desk) == "Took two minutes from Commit, which keeps 6. The end stays where it was");
    desk.undo();
    CHECK(desk.session().plan == session.plan);
    for (int i = 0; i < 9; ++i) take_minutes_from_later(desk);
    CHECK(minutes_of(desk.session(), Stage::themes) >= 2);
    CHECK(minutes_of(desk.session(), Stage::commit) >= 2);
    CHECK(minutes_of(desk.session(), Stage::close) == 3);
    CHECK(sentence(desk).starts_with("No later stage can spare two minutes"));
}

TEST_CASE("the clock of a stage stands still while the session is closed, and after a restart it goes on") {
    Given given;
    auto session = session_of({"Ana"});
    session.id = {"given"};
    session.stage = Stage::prepare;
    session.plan = usual_plan();
    given.desk.start(std::move(session));
    go_to(given.desk, Stage::capture);
    const int minutes = minutes_of(given.desk.session(), Stage::capture);
    given.world.pass_ms(60'000);
    type_and_return(given.desk, "I call back");
    const auto file = given.desk.file();
    const auto seconds_left = [&] { return given.desk.slide().ribbon.clock->seconds_left; };
    REQUIRE(seconds_left() == minutes * 60 - 60);

    given.desk.close();
    given.world.pass_ms(5 * 60'000); // it died and came back: the meeting went on
    REQUIRE(given.desk.open(file));
    CHECK(seconds_left() == minutes * 60 - 6 * 60);

    given.desk.close();
    given.world.pass_ms(20 * 3'600'000); // the next day
    REQUIRE(given.desk.open(file));
    CHECK(seconds_left() == minutes * 60 - 60);
    CHECK(given.desk.ends_at().unix_ms > given.desk.now().unix_ms);
    given.world.pass_ms(30'000);
    CHECK(seconds_left() == minutes * 60 - 90);
    go_to(given.desk, Stage::themes);
    CHECK(seconds_left() == minutes_of(given.desk.session(), Stage::themes) * 60);
}
