#include "storage/library.hpp"

#include "fake_disk.hpp"
#include "given.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <chrono>

using namespace avow;
using namespace avow::storage;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a folder of sessions is listed newest first, and a damaged one hides nothing") {
    FakeDisk disk;
    disk.put("/desk/old.avow", image_of(History(small_session())));
    disk.put("/desk/damaged.avow", "rubbish");
    disk.put("/desk/empty.avow", "");
    disk.put("/desk/notes.txt", "notes");
    disk.put("/desk/.avow-journal-1.avow", image_of(History(small_session())));
    disk.put("/desk/new.avow", image_of(full_history()));
    const auto all = list_sessions(disk, "/desk");
    REQUIRE(all.size() == 4);
    CHECK(all[0].path == "/desk/new.avow");
    CHECK(all[0].team == "New name");
    CHECK(all[0].statements == full_history().now().accountabilities.size());
    CHECK(all[0].people == 3);
    CHECK(all[0].stage == Stage::commit);
    CHECK(all[0].date == Date{2026, 11, 22});
    CHECK(all[0].goal == "From 3 to 9");
    CHECK(all[0].damage.empty());
    CHECK_THAT(all[1].damage, ContainsSubstring("is empty"));
    CHECK_THAT(all[2].damage, ContainsSubstring(quoted("/desk/damaged.avow") + " is not an Avow session"));
    CHECK(all[3].path == "/desk/old.avow");
    CHECK(list_sessions(disk, "/nowhere").empty());
}

TEST_CASE("a session whose snapshot is damaged is listed by what its log holds") {
    FakeDisk disk;
    std::string image = image_of(full_history());
    image[image.find('\n') + 60] ^= 1;
    disk.put("/desk/x.avow", image);
    const auto all = list_sessions(disk, "/desk");
    REQUIRE(all.size() == 1);
    CHECK(all[0].damage.empty());
    CHECK(all[0].team == "New name");
}

TEST_CASE("second copies of sync programs are known by their names") {
    const std::vector<std::string> names = {"team.avow", "Q3-KICKOFF.avow", "team-STUDIO2.avow"};
    CHECK(is_conflict_name("team (Ana's conflicted copy 2026-11-21).avow", names));
    CHECK(is_conflict_name("team.sync-conflict-20261121-145602-ABC.avow", names));
    CHECK(is_conflict_name("team-STUDIO2.avow", names));
    CHECK(!is_conflict_name("Q3-KICKOFF.avow", names));
    CHECK(!is_conflict_name("team.avow", names));
    CHECK(!is_conflict_name("team-2.avow", names));
}

TEST_CASE("hundreds of sessions are listed in a moment") {
    const PassingFolder folder;
    const std::string image = image_of(sample_history());
    for (int i = 0; i < 300; ++i) write_real(folder.path() / (std::to_string(i) + ".avow"), image);
    const auto start = std::chrono::steady_clock::now();
    CHECK(list_sessions(real_disk(), folder.path()).size() == 300);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    WARN("300 sessions of 40 statements listed in " << took.count() << " ms");
}
