// What opens over the page and what covers it: the palette, the keys, files, the blank screen, light and dark.
#include "desk/commands.hpp"
#include "screen/given_room.hpp"
#include "storage/session_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace avow;
using namespace avow::screen;

namespace {

// Once the writer has come to what is asked for; it has a thread of its own.
template <class Is>
bool keeps(GivenRoom& given, Is is_so) {
    for (int tries = 0; tries < 500 && !is_so(given.desk.keeping()); ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        given.room.wait_ms(10);
    }
    return is_so(given.desk.keeping());
}

} // namespace

TEST_CASE("the palette finds a command by its words and runs it") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\n");
    given.room.key("Ctrl+K");
    CHECK(given.room.focused() == "Find a command field");
    given.room.type("und");
    CHECK(given.room.shows("Undo"));
    given.room.key("Return");
    CHECK(given.desk.panel == desk::Panel::none);
    CHECK(said(given.desk.session()).empty());
    given.room.type("I");
    CHECK(given.desk.entry.text == "I");
}

TEST_CASE("in the palette arrows choose, and Escape leaves without running anything") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.key("Ctrl+K");
    given.room.type("go to");
    const auto found = desk::commands_for(given.desk, "go to");
    REQUIRE(found.size() > 3);
    given.room.key("Down");
    given.room.key("Down");
    given.room.key("Up");
    given.room.key("Escape");
    CHECK(given.desk.session().stage == Stage::capture);
    given.room.key("Ctrl+K");
    given.room.type("go to goal");
    given.room.key("Return");
    CHECK(given.desk.session().stage == Stage::goal);
    given.room.key("Ctrl+K");
    given.room.type("go to");
    given.room.key("Down");
    given.room.key("Return");
    CHECK(title_of(given.desk.session().stage) == found[1]->words.substr(6));
}

TEST_CASE("the palette says where no command answers, and why one can't be done") {
    GivenRoom given(session_of({"Ana"}));
    given.room.key("Ctrl+K");
    given.room.type("xyzzy");
    CHECK(given.room.shows("No command here answers to that"));
    given.room.key("Return");
    CHECK(given.desk.panel == desk::Panel::palette);
    given.room.key("Ctrl+A");
    given.room.type("redo");
    CHECK(given.room.shows("There is nothing to redo"));
    given.room.key("Return");
    CHECK(given.desk.panel == desk::Panel::none);
    CHECK(given.room.shows("There is nothing to redo"));
}

TEST_CASE("a command is chosen in the palette by a click as well") {
    GivenRoom given(session_of({"Ana"}));
    given.room.key("Ctrl+K");
    given.room.type("dark");
    given.room.click("Light, dark or high contrast");
    CHECK(given.desk.settings.look == desk::Look::dark);
    CHECK(given.desk.panel == desk::Panel::none);
}

TEST_CASE("F1 lists every key that does something here, at every stage, on a window of any size") {
    GivenRoom given(sample_at(Stage::capture));
    given.room.size = {1920, 1080};
    for (const auto stage : all_stages) {
        if (given.desk.session().stage != stage) desk::go_to(given.desk, stage);
        given.desk.drop_proposal();
        given.room.frames(3);
        given.room.key("F1");
        REQUIRE(given.desk.panel == desk::Panel::keys);
        for (const auto& row : desk::commands()) {
            if (!row.is_offered(given.desk) || row.keys.empty()) continue;
            INFO(title_of(stage) << ": " << row.words);
            CHECK(given.room.shows(row.words));
            CHECK(given.room.shows(desk::written_keys(row)));
        }
        given.room.key("F1");
        CHECK(given.desk.panel == desk::Panel::none);
    }
}

TEST_CASE("a question mark lists the keys where nothing is typed, and is a question mark where something is") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("?");
    CHECK(given.desk.panel == desk::Panel::keys);
    given.room.key("Escape");
    given.room.key("Alt+6");
    given.room.type("Who?");
    CHECK(given.desk.panel == desk::Panel::none);
    CHECK(given.desk.entry.text == "Who?");
}

TEST_CASE("Escape leaves what is open and never closes the session") {
    GivenRoom given(sample_at(Stage::capture));
    const auto before = given.desk.session();
    for (const auto* key : {"Ctrl+K", "F1", "Ctrl+H", "Ctrl+R", "Ctrl+O", "Ctrl+P", "Ctrl+B", "F2"}) {
        INFO(key);
        given.room.key(key);
        for (int i = 0; i < 4; ++i) given.room.key("Escape");
        CHECK(given.desk.is_open());
        CHECK(given.desk.panel == desk::Panel::none);
        CHECK_FALSE(given.desk.is_blanked);
        CHECK(given.desk.entry.purpose == desk::Purpose::statement);
    }
    for (const auto stage : all_stages) {
        if (given.desk.session().stage != stage) desk::go_to(given.desk, stage);
        for (int i = 0; i < 4; ++i) given.room.key("Escape");
        CHECK(given.desk.is_open());
        CHECK(given.desk.session().stage == stage);
    }
    CHECK(given.desk.session().accountabilities == before.accountabilities);
}

TEST_CASE("Escape in a field of words keeps them: a half-typed statement is not thrown away") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call");
    given.room.key("Escape");
    CHECK(given.desk.entry.text == "I call");
    given.room.type(" back\n");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
}

TEST_CASE("a blank screen shows nothing of the session, nothing changes underneath, and Escape brings it back") {
    for (const auto stage : all_stages) {
        GivenRoom given(sample_at(stage));
        given.desk.showing = desk::Showing::audience;
        if (stage == Stage::capture) given.room.type("something half typed");
        given.room.frames(3);
        const auto before = given.desk.session();
        given.room.key("Ctrl+B");
        REQUIRE(given.desk.is_blanked);
        const auto text = given.room.text();
        INFO(title_of(stage) << ": " << text);
        for (const auto& item : before.accountabilities) CHECK(text.find(item.statement) == std::string::npos);
        for (const auto& person : before.participants) CHECK(text.find(person.name) == std::string::npos);
        for (const auto& theme : before.themes) CHECK(text.find(theme.title) == std::string::npos);
        CHECK(text.find(before.goal.text) == std::string::npos);
        CHECK_FALSE(given.room.has("Entry"));
        given.room.key("Escape");
        CHECK_FALSE(given.desk.is_blanked);
        CHECK(given.desk.session() == before);
        CHECK(given.room.text().size() > 20);
        if (stage == Stage::capture) CHECK(given.desk.entry.text == "something half typed");
    }
}

TEST_CASE("Ctrl+D goes dark, to high contrast and light again, at the library as well") {
    GivenRoom given;
    given.room.key("Ctrl+D");
    CHECK(given.desk.settings.look == desk::Look::dark);
    given.room.key("S");
    CHECK(given.desk.settings.look == desk::Look::dark);
    given.room.key("Ctrl+D");
    CHECK(given.desk.settings.look == desk::Look::high_contrast);
    given.room.key("Ctrl+D");
    CHECK(given.desk.settings.look == desk::Look::light);
}

TEST_CASE("F2 turns to the board and back, at every stage, and what is half typed stays") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I ca");
    given.room.key("F2");
    CHECK(given.desk.showing == desk::Showing::board);
    CHECK(given.room.shows("Run sheet"));
    CHECK(given.room.shows("2 to go"));
    given.room.type("ll back");
    CHECK(given.desk.entry.text == "I call back");
    given.room.key("F2");
    CHECK(given.desk.showing == desk::Showing::audience);
    CHECK(given.desk.entry.text == "I call back");
}

TEST_CASE("a roster is pasted whole, its slips are shown before anybody is welcomed") {
    GivenRoom given(session_of({"Ana"}));
    given.room.key("Ctrl+R");
    given.room.paste("1. Bo Lind <bo@example.org>\n- Silva, Cem\n\nana\n");
    CHECK(given.room.shows("2 to welcome: Bo Lind, Cem Silva"));
    CHECK(given.room.shows("Here already or named twice: ana"));
    given.room.key("Ctrl+Return");
    CHECK(given.desk.panel == desk::Panel::none);
    REQUIRE(given.desk.session().participants.size() == 3);
    CHECK(given.desk.session().participants[2].name == "Cem Silva");
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session().participants.size() == 1);
}

TEST_CASE("words of another script are shown as they are written below the list, and cover nothing") {
    GivenRoom given(session_of({"Ana"}));
    const auto top_of_button = [&] {
        const auto& items = given.room.recorder().items();
        const auto button = std::ranges::find(items, std::string("Welcome them"), &Item::label);
        REQUIRE(button != items.end());
        return button->rect.min.y;
    };
    given.room.key("Ctrl+R");
    given.room.paste("Bo\nCem\n");
    const float beside_latin = top_of_button();
    given.room.key("Ctrl+A");
    given.room.paste("محمد\nفاطمة\n");
    CHECK(top_of_button() > beside_latin + 20);
}

TEST_CASE("two people of one name are welcomed where the facilitator says there are two") {
    GivenRoom given(session_of({"Ana"}));
    given.room.key("Ctrl+R");
    given.room.paste("Ana\nBo\n");
    given.room.click("Welcome all of them");
    CHECK(given.desk.session().participants.size() == 3);
}

TEST_CASE("a file is opened by its path; one that is no session is said and opens nothing") {
    GivenRoom given(session_of({"Ana"}));
    const auto path = given.desk.file();
    given.room.type("I call back\n");
    given.room.key("Ctrl+W");
    given.world.put("Notes.avow", "shopping: milk\n");
    given.room.key("Ctrl+O");
    CHECK(given.room.focused() == "Path");
    given.room.paste((given.world.folder() / "Notes.avow").string());
    given.room.key("Return");
    CHECK_FALSE(given.desk.is_open());
    CHECK(notice(given.desk).find("Notes.avow") != std::string::npos);
    if (given.desk.panel == desk::Panel::none) given.room.key("Ctrl+O");
    given.room.key("Ctrl+A");
    given.room.paste(path.string());
    given.room.key("Return");
    REQUIRE(given.desk.is_open());
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
}

TEST_CASE("while the session's folder is gone a copy is offered, and saved elsewhere with its history and all") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\n");
    CHECK_FALSE(given.room.shows("save a copy"));
    const auto away = given.world.folder().parent_path() / "pulled out";
    given.room.key("Ctrl+S");
    REQUIRE(keeps(given, [](const auto& keeping) { return keeping.file_current; }));
    std::filesystem::rename(given.world.folder(), away);
    given.room.type("I pick up\n");
    given.room.key("Ctrl+S");
    REQUIRE(keeps(given, [](const auto& keeping) { return !keeping.notice.empty(); }));
    given.room.frames(3);
    CHECK(given.room.shows("save a copy"));
    given.room.key("Ctrl+Shift+S");
    CHECK(given.room.focused() == "Path of the copy");
    CHECK(given.room.in_fields().find("2026-11-21, ") != std::string::npos); // a name that says when
    given.room.key("Ctrl+A");
    const auto copy = given.world.folder().parent_path() / "copy";
    given.room.paste(copy.string());
    given.room.key("Return");
    given.desk.errands.finish();
    given.room.frames(3);
    CHECK(given.room.shows("A copy as of now is kept as “copy.avow”"));
    const auto kept = storage::read_file(storage::real_disk(), copy.string() + ".avow");
    CHECK(kept.history.log() == given.desk.history().log());
    CHECK(said(kept.history.now()) == said(given.desk.session()));
    given.room.key("Ctrl+Shift+S"); // and never over anything
    given.room.key("Ctrl+A");
    given.room.paste(copy.string());
    given.room.key("Return");
    given.desk.errands.finish();
    given.room.frames(3);
    CHECK(notice(given.desk).find("something is there already") != std::string::npos);
    std::filesystem::rename(away, given.world.folder());
}

TEST_CASE("the library is walked with arrows, says what each session holds, and a damaged file hides none") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\n");
    given.room.key("Ctrl+W");
    given.world.put("Notes.avow", "shopping: milk\n");
    given.desk.look_at_library();
    given.room.frames(3);
    CHECK(given.room.shows("2 people, 1 statement"));
    CHECK(given.room.shows("damaged"));
    given.room.key("Down");
    CHECK(given.desk.library_row == 1);
    given.room.key("Down");
    CHECK(given.desk.library_row == 1);
    given.room.key("Up");
    CHECK(given.desk.library_row == 0);
    const auto& listed = given.desk.library();
    const auto sound =
        static_cast<std::size_t>(std::ranges::find(listed, std::string{}, &storage::Listed::damage) - listed.begin());
    while (given.desk.library_row < sound) given.room.key("Down");
    given.room.key("Return");
    REQUIRE(given.desk.is_open());
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
}

TEST_CASE("of a long library the rows in sight are drawn, and the session in hand is among them") {
    GivenRoom given(session_of({"Ana"}));
    given.room.key("Ctrl+W");
    for (int day = 100; day < 200; ++day) {
        auto session = session_of({"Ana"});
        session.id = {std::to_string(day)};
        session.team = "Team " + std::to_string(day);
        session.date = plus_days({2025, 1, 1}, day);
        given.world.put(session.id.text + ".avow", storage::image_of(History(session)));
    }
    given.desk.look_at_library();
    given.desk.library_row = 0;
    given.room.frames(3);
    CHECK(given.room.shows("Team 199"));
    CHECK_FALSE(given.room.shows("Team 105"));
    given.desk.library_row = 96;
    given.room.frames(3);
    CHECK(given.room.shows("Team 105"));
    CHECK_FALSE(given.room.shows("Team 199"));
}

TEST_CASE("a click takes a session in hand, a second opens it") {
    GivenRoom given(session_of({"Ana"}));
    given.room.key("Ctrl+W");
    auto second = session_of({"Bo"});
    second.id = {"second"};
    second.team = "South";
    given.desk.start(second);
    given.room.frames(3);
    given.room.key("Ctrl+W");
    REQUIRE(given.desk.library().size() == 2);
    const auto name = "Session " + given.desk.library()[1].path.stem().string();
    given.room.click(name);
    CHECK(given.desk.library_row == 1);
    CHECK_FALSE(given.desk.is_open());
    given.room.click(name);
    CHECK(given.desk.is_open());
}

TEST_CASE("a new session from the one in hand brings its people") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    given.room.type("I call back\n");
    given.room.key("Ctrl+W");
    given.room.key("L");
    REQUIRE(given.desk.is_open());
    CHECK(given.desk.session().participants.size() == 2);
    CHECK(given.desk.session().accountabilities.empty());
    CHECK(given.desk.session().stage == Stage::prepare);
}

TEST_CASE("when nothing changes by itself no picture is asked for; a clock asks each second, a notice until it goes") {
    GivenRoom given;
    CHECK(given.room.seconds_until_change() == std::nullopt);
    given.desk.look_at(History(sample_at(Stage::align)));
    given.room.frames(3);
    CHECK(given.room.seconds_until_change() == std::nullopt);
    given.desk.say(desk::Tone::done, "Taken");
    CHECK(given.room.seconds_until_change().has_value());
    given.room.wait_ms(6'100);
    CHECK(given.room.seconds_until_change() == std::nullopt);
    desk::go_to(given.desk, Stage::write);
    given.room.frames(15); // until what came has faded in
    const auto until = given.room.seconds_until_change();
    REQUIRE(until);
    CHECK(*until > 0);
    CHECK(*until <= 1);
}

TEST_CASE("the list of keys begins with those of the stage") {
    GivenRoom given(sample_at(Stage::themes));
    given.room.key("F1");
    const auto& lines = given.room.recorder().lines();
    const auto last = [&](std::string_view heading) {
        return std::ranges::find(lines.rbegin(), lines.rend(), heading, &Line::words);
    };
    REQUIRE(last("Themes") != lines.rend());
    REQUIRE(last("Session") != lines.rend());
    CHECK(last("Themes") > last("Session")); // drawn before it
}

TEST_CASE("with the room's window blank or at the test card the strip says what brings the page back") {
    GivenRoom given(sample_at(Stage::themes));
    given.desk.screens.is_apart = true;
    given.room.key("Ctrl+B");
    given.room.wait_ms(8'000); // whatever was told before is gone
    CHECK(given.room.shows("Ctrl+B shows the page again"));
    given.room.key("Ctrl+B");
    given.desk.screens.is_test_card = true;
    given.room.frames(2);
    CHECK(given.room.shows("Any key leaves it"));
}
