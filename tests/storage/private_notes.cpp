// A coach's points: carried until ticked, for this user alone, and never lost to a line that is not ours.
#include "storage/private_notes.hpp"

#include "fake_disk.hpp"
#include "storage/json.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::storage;

namespace {

const Places places{"/state"};
const std::vector<PrivateNote> two = {{{2026, 11, 21}, std::nullopt, "ask about the move"},
                                      {{2026, 11, 28}, Date{2026, 12, 4}, "the list, “again”"}};

} // namespace

TEST_CASE("points are kept as they were noted, and found by the name however it is written") {
    FakeDisk disk;
    CHECK(private_notes(disk, places, "Ana Silva").empty());
    keep_private_notes(disk, places, "Ana Silva", two);
    CHECK(private_notes(disk, places, "ANA SILVÁ") == two);
    CHECK(private_notes(disk, places, "Ana").empty());
}

TEST_CASE("points lie in a folder and a file that only their writer may read") {
    FakeDisk disk;
    keep_private_notes(disk, places, "Ana", two);
    const auto file = private_notes_file(places, "Ana");
    CHECK(status_of(disk, file)->mode == 0600);
    CHECK(status_of(disk, file.parent_path())->mode == 0700);
}

TEST_CASE("a name is never a way out of the folder, and a long one is still a file") {
    for (const auto& name : {std::string("../../etc/passwd"), std::string("."), std::string(400, 'x')}) {
        const auto file = private_notes_file(places, name);
        CHECK(file.parent_path() == places.state / "notes");
        CHECK(file.filename().string().size() < 255);
    }
    CHECK(private_notes_file(places, std::string(400, 'x')) != private_notes_file(places, std::string(401, 'x')));
}

TEST_CASE("a line that is no note is named, and nothing is written over it") {
    FakeDisk disk;
    keep_private_notes(disk, places, "Ana", two);
    const auto file = private_notes_file(places, "Ana");
    replace_file(disk, file, "2026-11-21 ---------- fine\nsomething else\n");
    CHECK_THROWS_AS(private_notes(disk, places, "Ana"), FormatError);
}
