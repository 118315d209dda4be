// The store on its thread, most of it on the real disk.
#include "storage/session_store.hpp"

#include "fake_disk.hpp"
#include "given.hpp"
#include "storage/journal.hpp"
#include "storage/library.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#ifndef _WIN32
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <random>
#include <thread>

using namespace avow;
using namespace avow::storage;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

struct OnDisk {
    PassingFolder folder;
    fs::path file = folder.path() / "x.avow";
    World world{real_disk(), folder.path() / "state"};
    OnDisk() {
        world.machine = this_machine();
        write_session(real_disk(), file, History(small_session()));
    }
    Reading as_read() const { return read_session(real_disk(), file, world.places); }
};

// Waits until what is asked holds, five seconds at most.
template <class Asked>
bool soon(Asked&& asked) {
    for (int i = 0; i < 500; ++i) {
        if (asked()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

} // namespace

TEST_CASE("what is appended is kept, saved and found again") {
    const OnDisk on;
    History history;
    {
        auto opened = SessionStore::open(on.world.surroundings(), on.file);
        history = std::move(opened.history);
        for (int i = 0; i < 10; ++i) opened.store->append(history.act(say(history, "statement " + std::to_string(i))));
        CHECK(opened.store->keeping().acted == 10);
        const Keeping keeping = opened.store->settle(5'000);
        CHECK(keeping.kept == 10);
        CHECK(keeping.unkept == 0);
        CHECK(keeping.kept_at.has_value());
        CHECK(on.as_read().history.now() == history.now());
        opened.store->save_soon();
        CHECK(soon([&] { return opened.store->keeping().file_current; }));
        CHECK(read_file(real_disk(), on.file).history.log() == history.log());
    }
    CHECK(journals_of(real_disk(), on.world.places, {"small1"}, on.file).empty());
}

TEST_CASE("the screen is woken when something it shows has changed") {
    const OnDisk on;
    std::atomic<int> woken = 0;
    Surroundings around = on.world.surroundings();
    around.wake = [&] { ++woken; };
    auto opened = SessionStore::open(around, on.file);
    opened.store->append(opened.history.act(say(opened.history, "I sweep")));
    CHECK(soon([&] { return woken > 0; }));
    opened.store->close();
}

TEST_CASE("a session in memory only promises nothing and touches no disk") {
    auto opened = SessionStore::in_memory(full_history());
    opened.store->append(opened.history.act(say(opened.history, "I sweep")));
    const Keeping keeping = opened.store->settle(10);
    CHECK(keeping.in_memory);
    CHECK(keeping.acted == 1);
    CHECK(keeping.unkept == 0);
    CHECK(keeping.kept == 0);
    CHECK(opened.store->path().empty());
    opened.store->close();
}

TEST_CASE("the screen never waits for a slow disk") {
    FakeDisk disk;
    disk.put("/desk/x.avow", image_of(History(small_session())));
    const World world(disk);
    auto opened = SessionStore::open(world.surroundings(), "/desk/x.avow");
    disk.be_slow_to_sync(200ms);
    auto slowest = 0us;
    for (int i = 0; i < 40; ++i) {
        const Entry entry = opened.history.act(say(opened.history, "statement " + std::to_string(i)));
        const auto start = std::chrono::steady_clock::now();
        opened.store->append(entry);
        opened.store->keep_draft({{"p1"}, "half typed"});
        static_cast<void>(opened.store->keeping());
        static_cast<void>(opened.store->take_merged());
        slowest = std::max(
            slowest, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start));
        std::this_thread::sleep_for(10ms);
    }
    WARN("the slowest append beside a sync of 200 ms: " << slowest.count() << " us");
    CHECK(slowest < 5ms);
    CHECK(opened.store->settle(5'000).kept == 40);
    disk.be_slow_to_sync(0ms);
}

TEST_CASE("what is said while the writer merges is in the merged history too") {
    const OnDisk on;
    auto opened = SessionStore::open(on.world.surroundings(), on.file);
    History history = std::move(opened.history);
    for (int round = 0; round < 20; ++round) {
        Reading theirs = read_file(real_disk(), on.file);
        theirs.history.act(say(theirs.history, "theirs " + std::to_string(round)));
        write_session(real_disk(), on.file, theirs.history);
        opened.store->append(history.act(say(history, "ours " + std::to_string(round))));
        opened.store->save_soon();
        opened.store->append(history.act(say(history, "ours too " + std::to_string(round))));
        if (auto merged = opened.store->take_merged()) history = std::move(*merged);
    }
    opened.store->settle(5'000);
    opened.store->save_soon();
    CHECK(soon([&] { return opened.store->keeping().file_current; }));
    if (auto merged = opened.store->take_merged()) history = std::move(*merged);
    opened.store->close();
    const Session found = read_file(real_disk(), on.file).history.now();
    for (int round = 0; round < 20; ++round) {
        CAPTURE(round);
        for (const Session& session : {found, history.now()}) {
            CHECK(has_said(session, "ours " + std::to_string(round)));
            CHECK(has_said(session, "ours too " + std::to_string(round)));
        }
    }
    CHECK(has_said(found, "theirs 0"));
}

#ifndef _WIN32 // modes and other users as POSIX has them

TEST_CASE("everything of ours is for its user alone, whatever the umask", "[privacy]") {
    const mode_t before = ::umask(0);
    const OnDisk on;
    {
        auto opened = SessionStore::open(on.world.surroundings(), on.file);
        opened.store->append(opened.history.act(say(opened.history, "I sweep")));
        opened.store->settle(5'000);
        opened.store->save_soon();
        CHECK(soon([&] { return opened.store->keeping().file_current; }));
        for (const auto& entry : fs::recursive_directory_iterator(on.folder.path())) {
            CAPTURE(entry.path());
            const auto mode = static_cast<unsigned>(entry.status().permissions());
            CHECK(mode == (entry.is_directory() ? 0700u : 0600u));
        }
        opened.store->close();
    }
    ::umask(before);
    for (const auto& entry : fs::recursive_directory_iterator(on.folder.path()))
        CHECK((static_cast<unsigned>(entry.status().permissions()) & 077u) == 0);
}

TEST_CASE("a folder that only others may write: said which permission, and nothing is lost") {
    if (::geteuid() != 0) SKIP("only root can become somebody else here");
    const PassingFolder folder;
    const fs::path theirs = folder.path() / "theirs";
    const fs::path state = folder.path() / "state";
    fs::create_directory(theirs);
    fs::create_directory(state);
    write_session(real_disk(), theirs / "x.avow", History(small_session()));
    fs::permissions(folder.path(), fs::perms::others_exec | fs::perms::others_read, fs::perm_options::add);
    fs::permissions(theirs, fs::perms::others_exec | fs::perms::others_read, fs::perm_options::add);
    fs::permissions(theirs / "x.avow", fs::perms::others_read, fs::perm_options::add);
    REQUIRE(::chown(state.c_str(), 65'534, 65'534) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgid(65'534) != 0 || ::setuid(65'534) != 0) ::_exit(9);
        int result = 1;
        try {
            const World world(real_disk(), state);
            auto opened = SessionStore::open(world.surroundings(), theirs / "x.avow");
            opened.store->append(opened.history.act(say(opened.history, "I sweep")));
            const Keeping keeping = opened.store->settle(5'000);
            const bool is_said = keeping.notice.find("permission") != std::string::npos && keeping.kept == 1;
            opened.store->close();
            const Reading again = read_session(real_disk(), theirs / "x.avow", world.places);
            result = is_said && has_said(again.history.now(), "I sweep") ? 0 : 2;
        } catch (const std::exception&) {
            result = 3;
        }
        ::_exit(result);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

#endif
