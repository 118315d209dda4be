#include "storage/shelf.hpp"

#include "fake_disk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::storage;
namespace fs = std::filesystem;

TEST_CASE("snapshots: the last ten stay, and the first of each hour for thirty days") {
    FakeDisk disk;
    const fs::path folder = "/state/snapshots/small1";
    disk.put("/state/x", "");
    const std::int64_t start = 1'795'271'762'000;
    const std::int64_t minute = 60'000;
    for (int i = 0; i < 300; ++i) keep_snapshot(disk, folder, "image", Moment{start + i * minute});
    const std::size_t after_five_hours = disk.files_below(folder).size();
    CHECK(after_five_hours >= 15);
    CHECK(after_five_hours <= 17);
    keep_snapshot(disk, folder, "image", Moment{start + 31 * 24 * 60 * minute});
    CHECK(disk.files_below(folder).size() == 10);
}

TEST_CASE("journals that are done with go after thirty days or over fifty megabytes") {
    FakeDisk disk;
    disk.put("/state/done/a/old", "x");
    FileStatus status;
    disk.status("/state/done/a/old", status);
    const Moment then{status.modified_ns / 1'000'000};
    prune_done(disk, "/state/done/a", Moment{then.unix_ms + 29ll * 86'400'000});
    CHECK(disk.has("/state/done/a/old"));
    prune_done(disk, "/state/done/a", Moment{then.unix_ms + 31ll * 86'400'000});
    CHECK(!disk.has("/state/done/a/old"));
    disk.put("/state/done/a/one", std::string(30u << 20, 'x'));
    disk.put("/state/done/a/two", std::string(30u << 20, 'x'));
    prune_done(disk, "/state/done/a", then);
    CHECK(disk.files_below("/state/done/a") == std::vector<fs::path>{"/state/done/a/two"});
}

TEST_CASE("what is set aside twice in a moment is kept twice") {
    FakeDisk disk;
    disk.put("/state/x", "");
    const fs::path one = set_aside(disk, "/state/quarantine/a", "x.avow", "one", Moment{5});
    const fs::path two = set_aside(disk, "/state/quarantine/a", "x.avow", "two", Moment{5});
    CHECK(one != two);
    CHECK(disk.content(one) == "one");
    CHECK(disk.content(two) == "two");
}

TEST_CASE("temporary files of a crash are swept after an hour, nothing else is") {
    FakeDisk disk;
    disk.put("/desk/.avow-1.tmp", "x");
    disk.put("/desk/other.tmp", "x");
    FileStatus status;
    disk.status("/desk/other.tmp", status);
    sweep_leftovers(disk, "/desk", Moment{status.modified_ns / 1'000'000 + 60'000});
    CHECK(disk.has("/desk/.avow-1.tmp"));
    sweep_leftovers(disk, "/desk", Moment{status.modified_ns / 1'000'000 + 3'700'000});
    CHECK(disk.files_below("/desk") == std::vector<fs::path>{"/desk/other.tmp"});
}
