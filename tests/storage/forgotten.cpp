// What a team asked to be forgotten is kept by team and day, whatever else stands in the note.
#include "storage/forgotten.hpp"

#include "fake_disk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace avow::storage {

TEST_CASE("what a team forgets is its own, by its name in any case, and the newest day counts") {
    FakeDisk disk;
    const Places places{"/state"};
    CHECK_FALSE(forgotten_until(disk, places, "North"));
    forget_until(disk, places, "North", {2026, 10, 1});
    forget_until(disk, places, "Süd & Söhne", {2026, 9, 1});
    forget_until(disk, places, "NORTH", {2026, 11, 2});
    CHECK(forgotten_until(disk, places, "north") == Date{2026, 11, 2});
    CHECK(forgotten_until(disk, places, "Süd & Söhne") == Date{2026, 9, 1});
    CHECK_FALSE(forgotten_until(disk, places, "East"));
}

TEST_CASE("a note somebody else wrote into is read as far as it goes") {
    FakeDisk disk;
    const Places places{"/state"};
    forget_until(disk, places, "North", {2026, 10, 1});
    replace_file(disk, places.state / "forgotten", "nonsense\n2026-99-99 East\n\n2026-10-01 north\n2026-10-02");
    CHECK(forgotten_until(disk, places, "North") == Date{2026, 10, 1});
    CHECK_FALSE(forgotten_until(disk, places, "East"));
}

TEST_CASE("without a state folder nothing is forgotten, and nothing breaks") {
    FakeDisk disk;
    CHECK_FALSE(forgotten_until(disk, Places{}, "North"));
}

} // namespace avow::storage
