// What a machine remembers: whole, or not at all.
#include "storage/settings.hpp"

#include "storage/given.hpp"
#include "storage/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::storage;

namespace {

// A state folder of its own, with these bytes for settings.
struct GivenSettings {
    PassingFolder folder;
    Places places{folder.path() / "state"};
    Disk& disk = real_disk();

    GivenSettings() { make_folders(disk, places.state); }
    explicit GivenSettings(const std::string& bytes) : GivenSettings() {
        replace_file(disk, places.state / "settings.json", bytes);
    }
};

} // namespace

TEST_CASE("settings come back as they were written, and as the usual ones where none were") {
    GivenSettings given;
    CHECK(read_settings(given.disk, given.places) == Settings{});
    Settings settings;
    settings.look = Look::high_contrast;
    settings.farthest_seat = FarthestSeat::eight;
    settings.desk_text = 250;
    settings.window = WindowPlace{-1280, 20, 1200, 700};
    settings.is_full_screen = true;
    settings.audience_monitor = "HDMI \"left\" № 2";
    settings.opens_audience = true;
    write_settings(given.disk, given.places, settings);
    CHECK(read_settings(given.disk, given.places) == settings);
}

TEST_CASE("settings that a newer Avow wrote more into are read as far as they are known") {
    GivenSettings given(R"({"format": "avow-settings", "look": "dark", "lamp": {"is": "on"}})");
    CHECK(read_settings(given.disk, given.places).look == Look::dark);
}

TEST_CASE("a machine without a state folder remembers nothing, and that is no trouble") {
    GivenSettings given;
    CHECK_NOTHROW(write_settings(given.disk, Places{}, Settings{}));
    CHECK(read_settings(given.disk, Places{}) == Settings{});
}

TEST_CASE("damaged settings are refused with the file's name and the reason") {
    for (const auto* bytes :
         {"", "{", "[]", "{}", R"({"format": "avow-joins"})", R"({"format": "avow-settings", "look": "pink"})",
          R"({"format": "avow-settings", "look": 3})", R"({"format": "avow-settings", "farthest_seat": "5"})",
          R"({"format": "avow-settings", "desk_text": 401})", R"({"format": "avow-settings", "desk_text": 10})",
          R"({"format": "avow-settings", "window_x": 99999999999})", R"({"format": "avow-settings", "window_x": 1.5})",
          R"({"format": "avow-settings", "opens_audience": "yes"})", "\xFF\xFE\x01"}) {
        INFO(bytes);
        GivenSettings given{std::string(bytes)};
        try {
            (void)read_settings(given.disk, given.places);
            FAIL("they were read");
        } catch (const FormatError& trouble) {
            CHECK(std::string(trouble.what()).find("settings.json") != std::string::npos);
        }
    }
    GivenSettings too_large(std::string(70'000, ' '));
    CHECK_THROWS_AS(read_settings(too_large.disk, too_large.places), FormatError);
}
