// The library of a folder too large to be read at once: the desk waits for nobody.
#include "desk/commands.hpp"
#include "desk/given.hpp"
#include "storage/session_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

using namespace avow;
using namespace avow::desk;

namespace fs = std::filesystem;

namespace {

constexpr int many = 500;

std::string session_on(Date date, const std::string& id) {
    auto session = session_of({"Ana"});
    session.id = {id};
    session.team = "Team " + id;
    session.date = date;
    return storage::image_of(History(session));
}

void fill(const StillWorld& world) {
    for (int day = 0; day < many; ++day)
        world.put(std::to_string(day) + ".avow", session_on(plus_days({2025, 1, 1}, day), std::to_string(day)));
}

// A disk that takes long to open a file.
class SlowDisk : public storage::Disk {
public:
    using Path = fs::path;
    int open(const Path& path, storage::OpenFor how, File& opened) override {
        if (path.extension() == ".avow") std::this_thread::sleep_for(std::chrono::milliseconds(8));
        return disk_.open(path, how, opened);
    }
    int read(File file, char* into, std::size_t room, std::size_t& got) override {
        return disk_.read(file, into, room, got);
    }
    int write(File file, std::string_view bytes, std::size_t& written) override {
        return disk_.write(file, bytes, written);
    }
    int sync_data(File file) override { return disk_.sync_data(file); }
    int sync(File file) override { return disk_.sync(file); }
    int truncate(File file, std::uint64_t bytes) override { return disk_.truncate(file, bytes); }
    int set_mode(File file, unsigned mode) override { return disk_.set_mode(file, mode); }
    int lock(File file) override { return disk_.lock(file); }
    void close(File file) override { disk_.close(file); }
    int status(File file, storage::FileStatus& status) override { return disk_.status(file, status); }
    int status(const Path& path, storage::FileStatus& status) override { return disk_.status(path, status); }
    int link_status(const Path& path, storage::FileStatus& status) override { return disk_.link_status(path, status); }
    int real_path(const Path& path, Path& real) override { return disk_.real_path(path, real); }
    int rename(const Path& from, const Path& to) override { return disk_.rename(from, to); }
    int exchange(const Path& one, const Path& other) override { return disk_.exchange(one, other); }
    int remove(const Path& path) override { return disk_.remove(path); }
    int make_folder(const Path& path) override { return disk_.make_folder(path); }
    int list(const Path& folder, std::vector<std::string>& names) override { return disk_.list(folder, names); }
    int sync_folder(const Path& folder) override { return disk_.sync_folder(folder); }

private:
    storage::Disk& disk_ = storage::real_disk();
};

bool attend_until(Desk& desk, const std::function<bool()>& is_so) {
    for (int tries = 0; !is_so() && tries < 20'000; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        desk.attend();
    }
    return is_so();
}

} // namespace

TEST_CASE("a large library is read while the desk can be used, and is then whole, the newest in hand") {
    const StillWorld world;
    fill(world);
    Desk desk(world.for_desk());
    CHECK(desk.is_listing());
    CHECK(desk.library().empty());
    CHECK(command("library.open")->why_not(desk)->sentence == "The sessions are still being read");
    REQUIRE(attend_until(desk, [&] { return !desk.is_listing(); }));
    CHECK(desk.library() == storage::list_sessions(storage::real_disk(), world.folder()));
    CHECK(desk.library_row == 0);
    CHECK(desk.listing() == storage::Progress{});
}

TEST_CASE("what is known of a large library is shown while the rest is read") {
    const StillWorld world;
    fill(world);
    SlowDisk disk;
    const auto fast = world.for_desk();
    const auto& around = fast.storage;
    Desk desk(World{{disk, around.places, around.machine, around.clock, around.new_id, around.wake},
                    fast.sessions_folder,
                    fast.minutes_east,
                    fast.make_demo,
                    fast.knowledge});
    REQUIRE(attend_until(desk, [&] { return !desk.library().empty(); }));
    REQUIRE(desk.is_listing());
    const auto known = desk.library().size();
    CHECK(known < many);
    CHECK(desk.listing() == storage::Progress{known, many});
    CHECK(desk.library().front().date > desk.library().back().date);
    desk.library_row = 3;
    const auto in_hand = desk.library()[3].path;
    REQUIRE(attend_until(desk, [&] { return !desk.is_listing(); }));
    CHECK(desk.library().size() == many);
    CHECK(desk.library()[desk.library_row].path == in_hand);
}

TEST_CASE("a session is opened while a large library is read; closed, it is in hand") {
    const StillWorld world;
    fill(world);
    Desk desk(world.for_desk());
    REQUIRE(desk.open(world.folder() / "77.avow"));
    desk.attend();
    CHECK_FALSE(desk.is_listing());
    desk.close();
    REQUIRE(attend_until(desk, [&] { return !desk.is_listing(); }));
    CHECK(desk.library().size() == many);
    CHECK(desk.library()[desk.library_row].path == world.folder() / "77.avow");
}

TEST_CASE("a large library stays as it was until it has been read again") {
    const StillWorld world;
    fill(world);
    Desk desk(world.for_desk());
    REQUIRE(attend_until(desk, [&] { return !desk.is_listing(); }));
    world.put("new.avow", session_on({2026, 11, 20}, "new"));
    REQUIRE(attend_until(desk, [&] { return desk.is_listing(); }));
    CHECK(desk.library().size() == many);
    REQUIRE(attend_until(desk, [&] { return !desk.is_listing(); }));
    CHECK(desk.library().size() == many + 1);
    CHECK(desk.library()[0].team == "Team new");
    CHECK(desk.library_row == 1);
}

TEST_CASE("a session that has just been closed is in hand") {
    Given given;
    given.world.put("old.avow", session_on({2026, 11, 1}, "old"));
    given.world.put("new.avow", session_on({2026, 11, 2}, "new"));
    REQUIRE(given.desk.open(given.world.folder() / "old.avow"));
    given.desk.close();
    CHECK(given.desk.library()[given.desk.library_row].team == "Team old");
}
