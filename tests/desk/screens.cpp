// Where the room looks: one window or two, by the name of a monitor, whatever is plugged in and pulled out.
#include "desk/commands.hpp"
#include "desk/given.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::desk;

namespace {

const Monitor laptop{"eDP-1", 1920, 1200, true};
const Monitor projector{"HDMI-1", 1280, 720, false};
const Monitor wall{"DP-2", 3840, 2160, false};

bool says(const Desk& desk, std::string_view words) {
    return desk.notice() && desk.notice()->sentence.find(words) != std::string::npos;
}

void press(Desk& desk, std::string_view id) { run(*command(id), desk); }

} // namespace

TEST_CASE("the room's window opens on the other monitor, never on the one with the desk, and closes again") {
    GivenPeople given({"Ana", "Bo"});
    see_monitors(given.desk, {laptop, projector});
    press(given.desk, "view.audience");
    CHECK(given.desk.screens.is_apart);
    CHECK(given.desk.screens.on == "HDMI-1");
    CHECK(says(given.desk, "“HDMI-1”, 1280 × 720"));
    press(given.desk, "view.audience");
    CHECK_FALSE(given.desk.screens.is_apart);
    CHECK(given.desk.screens.on.empty());
}

TEST_CASE("with one monitor the room's window is a plain one, and there is no next monitor") {
    GivenPeople given({"Ana", "Bo"});
    see_monitors(given.desk, {laptop});
    press(given.desk, "view.next_monitor");
    CHECK_FALSE(given.desk.screens.is_apart);
    CHECK(says(given.desk, "no other monitor"));
    press(given.desk, "view.audience");
    CHECK(given.desk.screens.is_apart);
    CHECK(given.desk.screens.on.empty());
    CHECK_FALSE(given.desk.settings.opens_audience);
}

TEST_CASE("the next monitor goes round those the desk is not on") {
    GivenPeople given({"Ana", "Bo"});
    see_monitors(given.desk, {projector, laptop, wall});
    std::string seen;
    for (int i = 0; i < 3; ++i) {
        press(given.desk, "view.next_monitor");
        seen += given.desk.screens.on + " ";
    }
    CHECK(seen == "HDMI-1 DP-2 HDMI-1 ");
    CHECK(given.desk.settings.audience_monitor == "HDMI-1");
}

TEST_CASE("pulling the plug brings the room's page home, the same plug brings it back, and no other does") {
    GivenPeople given({"Ana", "Bo"});
    see_monitors(given.desk, {laptop, projector});
    press(given.desk, "view.audience");
    const auto before = given.desk.session();
    see_monitors(given.desk, {laptop});
    CHECK_FALSE(given.desk.screens.is_apart);
    CHECK(says(given.desk, "“HDMI-1” is gone"));
    CHECK(given.desk.session() == before);
    see_monitors(given.desk, {laptop, wall});
    CHECK_FALSE(given.desk.screens.is_apart);
    see_monitors(given.desk, {laptop, wall, projector});
    CHECK(given.desk.screens.is_apart);
    CHECK(given.desk.screens.on == "HDMI-1");
    CHECK(says(given.desk, "is back"));
}

TEST_CASE("closed by hand, the room's window stays closed whatever is plugged in") {
    GivenPeople given({"Ana", "Bo"});
    see_monitors(given.desk, {laptop, projector});
    press(given.desk, "view.audience");
    close_audience(given.desk);
    see_monitors(given.desk, {laptop});
    see_monitors(given.desk, {laptop, projector});
    CHECK_FALSE(given.desk.screens.is_apart);
}

TEST_CASE("a session that opens takes the monitor of last time, if that is there and the desk is not on it") {
    for (const auto& [monitors, is_opened] : {std::pair{std::vector{laptop, projector}, true},
                                              {std::vector{laptop}, false},
                                              {std::vector{laptop, wall}, false},
                                              {std::vector{Monitor{"HDMI-1", 1280, 720, true}, wall}, false}}) {
        Given given;
        given.desk.settings.audience_monitor = "HDMI-1";
        given.desk.settings.opens_audience = true;
        see_monitors(given.desk, monitors);
        attend_screens(given.desk);
        CHECK_FALSE(given.desk.screens.is_apart); // the library is nobody's business
        given.desk.look_at(History(session_of({"Ana"})));
        attend_screens(given.desk);
        CHECK(given.desk.screens.is_apart == is_opened);
        if (is_opened) close_audience(given.desk);
        attend_screens(given.desk);
        CHECK_FALSE(given.desk.screens.is_apart); // once a session, not at every frame
    }
}

TEST_CASE("what was chosen is there again on the next day") {
    StillWorld world;
    {
        Desk desk(world.for_desk());
        recall_settings(desk);
        desk.look_at(History(session_of({"Ana"})));
        see_monitors(desk, {laptop, projector});
        press(desk, "view.audience");
        press(desk, "view.look");
        press(desk, "view.farthest_seat");
        press(desk, "view.larger_text");
        press(desk, "view.larger_text");
        press(desk, "view.full_screen");
        keep_settings(desk);
    }
    Desk next(world.for_desk());
    recall_settings(next);
    CHECK(next.settings.look == storage::Look::dark);
    CHECK(next.settings.farthest_seat == storage::FarthestSeat::eight);
    CHECK(next.settings.desk_text == 150);
    CHECK(next.settings.is_full_screen);
    CHECK(next.settings.audience_monitor == "HDMI-1");
    CHECK(next.settings.opens_audience);
    CHECK_FALSE(next.notice());
}

TEST_CASE("damaged settings are said and passed over, and written anew at the next change") {
    StillWorld world;
    const auto file = world.for_desk().storage.places.state / "settings.json";
    auto& disk = world.for_desk().storage.disk;
    storage::make_folders(disk, file.parent_path());
    storage::replace_file(disk, file, R"({"format": "avow-settings", "look": "pink"})");
    Desk desk(world.for_desk());
    recall_settings(desk);
    CHECK(says(desk, "settings.json"));
    CHECK(says(desk, "pink"));
    CHECK(desk.settings == storage::Settings{});
    next_look(desk);
    keep_settings(desk);
    desk.errands.finish();
    Desk next(world.for_desk());
    recall_settings(next);
    CHECK_FALSE(next.notice());
    CHECK(next.settings.look == storage::Look::dark);
}

TEST_CASE("a blank screen leaves the desk usable where the room has a window of its own") {
    GivenPeople given({"Ana", "Bo"});
    press(given.desk, "view.blank");
    CHECK(is_blank_here(given.desk));
    see_monitors(given.desk, {laptop, projector});
    press(given.desk, "view.audience");
    CHECK_FALSE(is_blank_here(given.desk));
    CHECK(given.desk.is_blanked); // Escape, meant for a field, does not show the room what was hidden
    if (const auto* leave = command("edit.leave"); leave->is_offered(given.desk)) run(*leave, given.desk);
    CHECK(given.desk.is_blanked);
}
