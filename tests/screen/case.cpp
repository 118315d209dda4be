// The case for it over the page; what a promise is tested by; strengths and plans on a person's page: all by keys.
#include "report/brief.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace avow;
using namespace avow::screen;

namespace {

Session with_a_case() {
    auto session = sample_at(Stage::commit);
    session.goal = {"Nine of ten cases in one go",
                    "",
                    "",
                    Date{2027, 3, 31},
                    "A second call costs us the evening",
                    "You leave on time"};
    session.objections.push_back({{"o0"}, "It takes a call longer", "Two minutes, measured"});
    return session;
}

bool has_file(const desk::Desk& desk, const std::string& ending) {
    desk.errands.finish();
    for (const auto& file : std::filesystem::directory_iterator(desk.file().parent_path()))
        if (file.path().filename().string().ends_with(ending)) return true;
    return false;
}

} // namespace

TEST_CASE("the case for it is read over the page, asks what is typed, changes its reader and is written, by keys") {
    GivenRoom given(with_a_case());
    given.room.key("Ctrl+Shift+B");
    CHECK(given.room.shows("A second call costs us the evening"));
    CHECK(given.room.shows("You leave on time"));
    CHECK(given.room.shows("It takes a call longer"));
    given.room.type("Two hours a week for all of us\n"); // the field has the keyboard
    CHECK(given.desk.session().request == "Two hours a week for all of us");
    CHECK(given.room.shows("Two hours a week for all of us"));
    given.room.key("Ctrl+3");
    CHECK(given.desk.brief_for == report::Audience::team);
    given.room.key("Ctrl+E");
    for (const char* ending : {" brief for the team.pdf", " brief for the team.html", " brief for the team.md"})
        CHECK(has_file(given.desk, ending));
    given.room.key("Escape");
    CHECK(given.desk.panel == desk::Panel::none);
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session().request.empty());
}

TEST_CASE("what the case asks is kept when it is written, or left by Escape, before Return") {
    GivenRoom given(with_a_case());
    for (const char* key : {"Ctrl+E", "Escape"}) {
        given.room.key("Ctrl+Shift+B");
        given.room.tab_to("What it asks");
        given.room.key("Ctrl+A");
        given.room.type(key);
        given.room.key(key);
        CHECK(given.desk.session().request == key);
        given.desk.panel = desk::Panel::none;
        given.room.frames(4);
    }
}

TEST_CASE("a contract is set by keys once it is whole, says what is wrong with it, and is met by what is measured") {
    GivenRoom given(with_a_case());
    const auto card = [&]() -> const Accountability& { return given.desk.session().accountabilities.front(); };
    given.desk.place.focus = card().id;
    given.room.frames(2);
    given.room.key("C");
    REQUIRE(given.desk.panel == desk::Panel::contract);
    given.room.tab_to("What is measured");
    given.room.type("Calls answered twice\n30 a week\nfew\nin two weeks\nI show the new ones how\n");
    given.room.key("Ctrl+Return");
    CHECK_FALSE(card().contract);
    CHECK(notice(given.desk).find("not one number") != std::string::npos);
    given.room.tab_to("To");
    given.room.type("10 a week\n");
    given.room.key("Ctrl+Return");
    REQUIRE(card().contract);
    CHECK(card().contract->metric == "Calls answered twice");
    CHECK(card().contract->next_step == "I show the new ones how");
    CHECK(state_of(*card().contract, given.desk.today()) == ContractState::open);
    REQUIRE(given.desk.panel == desk::Panel::contract); // for what was measured so far
    given.room.type("9 a week\n");
    CHECK(state_of(*card().contract, given.desk.today()) == ContractState::met);
    CHECK(given.room.shows("Measured so far: met"));
    given.room.key("Escape");
    CHECK(given.desk.panel == desk::Panel::none);
}

TEST_CASE("strengths, an assessment and plans are noted on a person's page, and the room is asked for a strength") {
    GivenRoom given(sample_at(Stage::capture));
    const auto person = [&]() -> const Participant& { return given.desk.session().participants.front(); };
    given.desk.place.speaker = person().id;
    desk::open_one_on_one(given.desk);
    given.room.frames(4);
    given.room.key("S");
    REQUIRE(given.desk.panel == desk::Panel::strengths);
    given.room.tab_to("Add a strength");
    given.room.type("listening\n");
    given.room.tab_to("Add an assessment");
    given.room.type("A test of 34 themes\n");
    given.room.tab_to("A test of 34 themes: what it said");
    given.room.type("order, calm\n");
    CHECK(given.room.shows("open until it is talked through"));
    CHECK(strengths_of(person()) == std::vector<std::string>{"listening"});
    CHECK(given.room.shows("0 of 40 accountabilities of this session use a strength"));
    given.room.tab_to("A test of 34 themes: talked through on");
    given.room.type("today\nthe rota of December\n");
    CHECK(strengths_of(person()) == std::vector<std::string>{"listening", "order", "calm"});
    given.room.tab_to("In life; private, and in no export");
    given.room.type("home by six\n");
    CHECK(person().plan_life == "home by six");
    given.room.key("Escape");
    desk::leave_one_on_one(given.desk);
    given.desk.showing = desk::Showing::audience;
    given.desk.hush();
    given.room.frames(4);
    CHECK(given.room.shows("strengths does this use: listening, order, calm?"));
}
