// Opening, closing and coming back: what lies on the desk is what was kept.
#include "desk/given.hpp"
#include "insight/account.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <thread>

using namespace avow;
using namespace avow::desk;

namespace {

// A new session in the sessions folder, with Ana and Bo, at Capture.
void begin_capture(Desk& desk) {
    Session session;
    session.id = desk.fresh<SessionTag>();
    session.team = "Renewals";
    session.date = desk.today();
    session.plan = usual_plan();
    desk.start(session);
    welcome_all(desk, {"Ana", "Bo"});
    go_to(desk, Stage::capture);
}

std::filesystem::path only_file(const Desk& desk) {
    REQUIRE(desk.library().size() == 1);
    return desk.library().front().path;
}

} // namespace

TEST_CASE("a new session is a file in the sessions folder, named after team and day, and listed once closed") {
    Given given;
    auto& desk = given.desk;
    CHECK(desk.library().empty());
    begin_capture(desk);
    CHECK(desk.file() == given.world.folder() / "Renewals 2026-11-21.avow");
    CHECK(desk.showing == Showing::audience);
    type_and_return(desk, "I call back");
    desk.close();
    CHECK_FALSE(desk.is_open());
    CHECK(desk.showing == Showing::library);
    REQUIRE(desk.library().size() == 1);
    CHECK(desk.library()[0].team == "Renewals");
    CHECK(desk.library()[0].people == 2);
    CHECK(desk.library()[0].statements == 1);
    CHECK(desk.library()[0].stage == Stage::capture);
}

TEST_CASE(
    "documents of a session that is only looked at go to the sessions folder, and never to where the program runs") {
    GivenPeople given({"Ana"});
    given.desk.act(NameTeam{"North"});
    CHECK(given.desk.path_for_documents().parent_path() == given.world.folder());
    CHECK(given.desk.path_for_documents().filename().string().find("North") == 0);
}

TEST_CASE("a second session of the same team and day gets a name of its own") {
    Given given;
    begin_capture(given.desk);
    given.desk.close();
    begin_capture(given.desk);
    CHECK(given.desk.file().filename() == "Renewals 2026-11-21 2.avow");
}

TEST_CASE("a reopened session is the same value, where it was left, and can be undone further") {
    Given given;
    auto& desk = given.desk;
    begin_capture(desk);
    type_and_return(desk, "I call back");
    type_and_return(desk, "I pick up");
    const auto before = desk.session();
    desk.close();
    REQUIRE(desk.open(only_file(desk)));
    CHECK(desk.session() == before);
    desk.undo();
    CHECK(sentence(desk) == "Undid: Bo said “I pick up”");
    desk.close();
    REQUIRE(desk.open(only_file(desk)));
    CHECK(said(desk) == Said{{"Ana", "I call back"}});
    desk.redo();
    CHECK(desk.session() == before);
}

TEST_CASE("another desk in the same world opens what the first has closed") {
    StillWorld world;
    std::filesystem::path file;
    {
        Desk desk(world.for_desk());
        begin_capture(desk);
        type_and_return(desk, "I call back");
        file = desk.file();
    } // going away closes, and closing keeps
    Desk desk(world.for_desk());
    REQUIRE(desk.open(file));
    CHECK(said(desk) == Said{{"Ana", "I call back"}});
}

TEST_CASE("half-typed words come back with the session, for the person who was speaking") {
    Given given;
    auto& desk = given.desk;
    begin_capture(desk);
    type_and_return(desk, "I call back");
    type_slowly(desk, "I pi");
    desk.close();
    REQUIRE(desk.open(only_file(desk)));
    CHECK(speaker(desk) == "Bo");
    CHECK(desk.entry.purpose == Purpose::statement);
    CHECK(desk.entry.text == "I pi");
}

TEST_CASE("half-typed words come back when the room had gone on to another stage") {
    Given given;
    auto& desk = given.desk;
    begin_capture(desk);
    type_slowly(desk, "I pi");
    go_to(desk, Stage::themes);
    desk.close();
    REQUIRE(desk.open(only_file(desk)));
    go_to(desk, Stage::capture);
    CHECK(desk.entry.text == "I pi");
}

TEST_CASE("a session begun without a name gets its team's when it is closed, with all that belongs to it") {
    Given given;
    auto& desk = given.desk;
    Session session;
    session.id = desk.fresh<SessionTag>();
    session.date = desk.today();
    desk.start(session);
    CHECK(desk.file().filename() == "Session 2026-11-21.avow");
    desk.act(NameTeam{"Renewals"});
    welcome_all(desk, {"Ana", "Bo"});
    go_to(desk, Stage::capture);
    type_slowly(desk, "I ca");
    desk.close();
    REQUIRE(only_file(desk).filename() == "Renewals 2026-11-21.avow");
    REQUIRE(desk.open(only_file(desk)));
    CHECK(desk.entry.text == "I ca");
    desk.close();
    CHECK(only_file(desk).filename() == "Renewals 2026-11-21.avow");
}

TEST_CASE("a team that is called Session keeps its file's name") {
    Given given;
    auto& desk = given.desk;
    for (const auto* team : {"Session", "Session Musicians"}) {
        Session session;
        session.id = desk.fresh<SessionTag>();
        session.team = team;
        session.date = desk.today();
        desk.start(session);
        const auto name = desk.file().filename();
        desk.close();
        REQUIRE(desk.open(given.world.folder() / name));
        desk.close();
        CHECK(std::filesystem::exists(given.world.folder() / name));
    }
}

TEST_CASE("half-typed words are gone once they were said") {
    Given given;
    auto& desk = given.desk;
    begin_capture(desk);
    type_and_return(desk, "I pick up");
    desk.close();
    REQUIRE(desk.open(only_file(desk)));
    CHECK(desk.entry.text.empty());
}

TEST_CASE("half-typed words of one session are not those of the next") {
    Given given;
    auto& desk = given.desk;
    begin_capture(desk);
    type_slowly(desk, "I pi");
    desk.close();
    begin_capture(desk);
    CHECK(desk.entry.text.empty());
}

TEST_CASE("a file that is no session is said, and what lies open stays open") {
    Given given;
    auto& desk = given.desk;
    given.world.put("Notes.avow", "shopping: milk\n");
    begin_capture(desk);
    const auto before = desk.session();
    CHECK_FALSE(desk.open(given.world.folder() / "Notes.avow"));
    CHECK(desk.session() == before);
    CHECK(desk.is_open());
    REQUIRE(desk.notice());
    CHECK(desk.notice()->tone == Tone::trouble);
    CHECK(sentence(desk).find("Notes.avow") != std::string::npos);
    CHECK(given.world.read("Notes.avow") == "shopping: milk\n");
    CHECK_FALSE(desk.open(given.world.folder() / "nowhere.avow"));
    CHECK(desk.session() == before);
}

TEST_CASE("a damaged file in the library hides no other") {
    Given given;
    begin_capture(given.desk);
    given.desk.close();
    given.world.put("Notes.avow", "shopping: milk\n");
    given.desk.look_at_library();
    CHECK(given.desk.library().size() == 2);
}

TEST_CASE("a new session from the last takes people, goal and minutes along, and nothing that was said") {
    Given given;
    auto& desk = given.desk;
    auto last = sample_session();
    last.id = {"last"};
    desk.start(last);
    desk.close();
    desk.start_from(only_file(desk));
    const auto& session = desk.session();
    CHECK(session.id != last.id);
    CHECK(session.team == last.team);
    CHECK(session.goal == last.goal);
    auto plan = last.plan;
    plan.insert(plan.begin(), {Stage::open, insight::minutes_of_account(session.carried)});
    CHECK(session.plan == plan);
    CHECK(session.carried == insight::carried_from(last));
    CHECK(session.parked == last.parked);
    REQUIRE(session.participants.size() == 12);
    for (std::size_t i = 0; i < 12; ++i) {
        CHECK(session.participants[i].id == last.participants[i].id);
        CHECK(session.participants[i].attendance == Attendance::here);
        CHECK(session.participants[i].passes == 0);
    }
    CHECK(session.accountabilities.empty());
    CHECK(session.themes.empty());
    CHECK(session.stage == Stage::prepare);
    CHECK(desk.showing == Showing::board);
}

TEST_CASE("the sample workshop is kept nowhere, and says so") {
    Given given;
    auto& desk = given.desk;
    desk.start_demo();
    CHECK(desk.is_demo());
    CHECK(desk.session().accountabilities.size() == 40);
    desk.act(NameTeam{"Ours"});
    desk.save_now();
    CHECK(sentence(desk) == "The sample workshop is saved nowhere");
    export_to_folder(desk);
    CHECK(sentence(desk) == "The sample workshop is saved nowhere");
    desk.close();
    CHECK(desk.library().empty());
    CHECK(std::filesystem::is_empty(given.world.folder()));
}

TEST_CASE("while somebody else holds a session it is read, and nothing is changed") {
    StillWorld world;
    Desk first(world.for_desk());
    begin_capture(first);
    type_and_return(first, "I call back");
    first.save_now();
    const auto file = first.file();
    for (int waited = 0; waited < 400 && !std::filesystem::exists(file); ++waited)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    Desk second(world.for_desk());
    REQUIRE(second.open(file));
    CHECK(second.keeping().read_only);
    CHECK(said(second) == Said{{"Ana", "I call back"}});
    CHECK_FALSE(second.act(NameTeam{"Ours"}));
    CHECK(sentence(second).find("can only be read here") != std::string::npos);
    CHECK(second.session().team == "Renewals");
}

TEST_CASE("a notice goes by itself after six seconds; trouble stays") {
    Given given;
    auto& desk = given.desk;
    desk.say(Tone::done, "Taken");
    given.world.pass_ms(6'001);
    desk.attend();
    CHECK_FALSE(desk.notice());
    desk.say(Tone::trouble, "The disk is full");
    given.world.pass_ms(600'000);
    desk.attend();
    CHECK(sentence(desk) == "The disk is full");
}

TEST_CASE("with nothing done there is nothing to undo or redo, and it is said") {
    GivenPeople given({"Ana"});
    given.desk.undo();
    CHECK(sentence(given.desk) == "There is nothing to undo");
    given.desk.redo();
    CHECK(sentence(given.desk) == "There is nothing to redo");
}

TEST_CASE("what was said in the sessions of the folder is found, and its session opens with that card in hand") {
    Given given;
    auto& desk = given.desk;
    begin_capture(desk);
    type_and_return(desk, "I call back the same day");
    type_and_return(desk, "Phones are answered by three rings");
    desk.close();
    desk.begin_finding();
    REQUIRE(desk.panel == Panel::find);
    CHECK(desk.hits.empty());
    while (desk.is_reading()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    desk.look_for("PHON");
    REQUIRE(desk.hits.size() == 1);
    CHECK(desk.hits.front().words == "Phones are answered by three rings");
    CHECK(desk.hits.front().who == "Bo");
    desk.look_for("phones \" OR *");
    CHECK(desk.hits.empty());
    desk.look_for("rings");
    desk.open_found(0);
    REQUIRE(desk.is_open());
    CHECK(desk.panel == Panel::none);
    REQUIRE(card_in_hand(desk));
    CHECK(card_in_hand(desk)->statement == "Phones are answered by three rings");
    CHECK(desk.showing == Showing::board);
}

TEST_CASE("what is read while the panel is open is found without being asked again; closing it ends the reading") {
    Given given;
    auto& desk = given.desk;
    begin_capture(desk);
    type_and_return(desk, "I call back the same day");
    desk.close();
    desk.begin_finding();
    desk.look_for("call"); // perhaps before it was read
    while (desk.is_reading()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    desk.attend();
    CHECK(desk.hits.size() == 1);
    CHECK(desk.reading() == storage::Progress{});
    desk.begin_finding();
    desk.panel = Panel::none;
    desk.attend();
    CHECK_FALSE(desk.is_reading());
}

TEST_CASE("the open library notices what appears and vanishes; the session in hand stays in hand") {
    Given given;
    auto& desk = given.desk;
    const auto attend_until = [&](std::size_t sessions) {
        for (int tries = 0; desk.library().size() != sessions && tries < 1000; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            desk.attend();
        }
        return desk.library().size() == sessions;
    };
    const auto team = [&](const std::string& id) {
        Session session = session_of({"Ana"});
        session.id = {id};
        return storage::image_of(History(session));
    };
    given.world.put("a.avow", team("a"));
    REQUIRE(attend_until(1));
    given.world.put("b.avow", team("b"));
    REQUIRE(attend_until(2));
    desk.library_row = 0;
    const auto in_hand = desk.library().front().path;
    given.world.put("c.avow", team("c"));
    REQUIRE(attend_until(3));
    CHECK(desk.library()[desk.library_row].path == in_hand);
    std::filesystem::remove(given.world.folder() / "c.avow");
    REQUIRE(attend_until(2));
    CHECK(desk.library()[desk.library_row].path == in_hand);
}

TEST_CASE("the session that lies open is opened again by nobody: it stays as it is and can be written") {
    Given given;
    given.desk.start(sample_session());
    given.desk.panel = Panel::open_file;
    const auto path = given.desk.file();
    go_to(given.desk, Stage::capture);
    type_slowly(given.desk, "half a sen");
    CHECK(given.desk.open(path));
    CHECK_FALSE(given.desk.keeping().read_only);
    CHECK(given.desk.panel == Panel::none);
    CHECK(given.desk.entry.text == "half a sen");
    CHECK(given.desk.act(NameTeam{"Night shift"}));
}
