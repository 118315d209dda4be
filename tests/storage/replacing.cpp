// The session file on a disk: what is no file, links and modes, and a replacement that is cut short at any call.
#include "fake_disk.hpp"
#include "given.hpp"
#include "storage/session_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#ifndef _WIN32
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace avow;
using namespace avow::storage;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

const Places nowhere{};

} // namespace

#ifndef _WIN32 // pipes, links and modes as POSIX has them; of Windows: disk_windows.cpp

TEST_CASE("a folder, a pipe, a device and links that lead nowhere are refused and nothing waits") {
    const PassingFolder folder;
    Disk& disk = real_disk();
    fs::create_directory(folder.path() / "f.avow");
    CHECK_THROWS_AS(read_session(disk, folder.path() / "f.avow", nowhere), FormatError);
    REQUIRE(::mkfifo((folder.path() / "p.avow").c_str(), 0600) == 0);
    CHECK_THROWS_AS(read_session(disk, folder.path() / "p.avow", nowhere), FormatError);
    CHECK_THROWS_AS(read_session(disk, "/dev/zero", nowhere), FormatError);
    fs::create_symlink("nobody.avow", folder.path() / "d.avow");
    CHECK_THROWS_WITH(read_session(disk, folder.path() / "d.avow", nowhere), ContainsSubstring("leads nowhere"));
    fs::create_symlink("b.avow", folder.path() / "a.avow");
    fs::create_symlink("a.avow", folder.path() / "b.avow");
    CHECK_THROWS_WITH(read_session(disk, folder.path() / "a.avow", nowhere), ContainsSubstring("circle"));
    CHECK_THROWS_AS(read_session(disk, folder.path() / "none.avow", nowhere), DiskError);
    CHECK_THROWS_AS(write_session(disk, folder.path() / "d.avow", History(small_session())), DiskError);
    CHECK_THROWS_AS(write_session(disk, folder.path() / "f.avow", History(small_session())), DiskError);
}

TEST_CASE("a link is followed once and stays a link; the mode of what was there is kept; a new file is private",
          "[privacy]") {
    const PassingFolder folder;
    const fs::path real = folder.path() / "real.avow";
    const mode_t before = ::umask(0);
    write_session(real_disk(), real, History(small_session()));
    ::umask(before);
    CHECK((fs::status(real).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
    fs::permissions(real, fs::perms::group_read, fs::perm_options::add);
    fs::create_symlink("real.avow", folder.path() / "link.avow");
    write_session(real_disk(), folder.path() / "link.avow", full_history());
    CHECK(fs::is_symlink(folder.path() / "link.avow"));
    CHECK(read_session(real_disk(), real, nowhere).history.now() == full_history().now());
    CHECK((fs::status(real).permissions() & fs::perms::group_read) == fs::perms::group_read);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 2);
}

#endif

TEST_CASE("whatever call fails while a file is replaced, the old one or the new one is whole, and no other is left") {
    const std::string old_image = image_of(History(small_session()));
    const std::string new_image = image_of(full_history());
    std::size_t tried = 0;
    for (const int code : {ENOSPC, EIO, EINTR, 0}) {
        for (const bool is_for_ever : {false, true}) {
            for (std::size_t at = 1; at < 40; ++at) {
                FakeDisk disk;
                disk.put("/desk/x.avow", old_image);
                disk.fail({at, code, is_for_ever, "", ""});
                bool is_refused = false;
                try {
                    write_session(disk, "/desk/x.avow", full_history());
                } catch (const DiskError& e) {
                    is_refused = true;
                    CHECK_THAT(e.what(), ContainsSubstring("x.avow"));
                }
                const bool was_reached = disk.calls() >= at;
                disk.heal();
                CAPTURE(code, is_for_ever, at);
                const std::string left = disk.content("/desk/x.avow");
                const bool is_whole = left == (is_refused ? old_image : new_image) || left == new_image;
                REQUIRE(is_whole);
                if (!(is_for_ever && is_refused)) REQUIRE(disk.files_below("/desk").size() == 1);
                ++tried;
                if (!was_reached) break;
            }
        }
    }
    CHECK(tried > 40);
}

TEST_CASE("whenever the power goes while a file is replaced, the old one or the new one is found whole") {
    const std::string old_image = image_of(History(small_session()));
    const std::string new_image = image_of(full_history());
    FakeDisk disk;
    disk.put("/desk/x.avow", old_image);
    std::size_t states = 0;
    disk.after_each_call = [&] {
        for (const auto& state : disk.crash_states()) {
            ++states;
            const auto found = state.find("/desk/x.avow");
            REQUIRE(found != state.end());
            const bool is_whole = found->second == old_image || found->second == new_image;
            REQUIRE(is_whole);
        }
    };
    write_session(disk, "/desk/x.avow", full_history());
    disk.after_each_call = nullptr;
    for (const auto& state : disk.crash_states()) {
        CHECK(state.at("/desk/x.avow") == new_image);
    } // acknowledged is there
    CHECK(states >= 32);
}
