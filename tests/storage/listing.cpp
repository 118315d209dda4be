// A folder listed with the help of what is remembered: always what is listed without it.
#include "storage/listing.hpp"

#include "given.hpp"
#include "storage/database.hpp"
#include "storage/session_file.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace avow;
using namespace avow::storage;

namespace fs = std::filesystem;

namespace {

std::string image(const std::string& team, std::size_t statements = 1) {
    auto session = session_of({"Ana", "Bo"});
    session.id = {team};
    std::ranges::replace(session.id.text, ' ', '-');
    session.team = team;
    session.date = plus_days({2026, 1, 1}, static_cast<int>(team.size() % 7));
    History history(session);
    for (std::size_t one = 0; one < statements; ++one)
        history.act({{"s" + std::to_string(one)},
                     "said",
                     Moment{1'600'000'000'000},
                     {SayStatement{{"a" + std::to_string(one)}, {"p1"}, "I call back", {1'600'000'000'000}}}});
    return image_of(history);
}

// Real files, and a cache beside their folder. Their times lie well past, an hour apart from change to change.
class Folder {
public:
    Folder() { fs::create_directories(path()); }
    fs::path path() const { return root_.path() / "sessions"; }
    Places places() const { return {root_.path() / "state", root_.path() / "cache"}; }
    void put(const std::string& name, const std::string& bytes) {
        std::ofstream(path() / name, std::ios::binary) << bytes;
        fs::last_write_time(path() / name, fs::file_time_type::clock::now() - std::chrono::hours(1000 - ++changes_));
    }
    std::vector<Listed> listed() const { return list_sessions(real_disk(), places(), path(), {}); }
    std::vector<Listed> read() const { return list_sessions(real_disk(), path()); }
    fs::path remembered() const { return fs::directory_iterator(root_.path() / "cache")->path(); }

private:
    PassingFolder root_;
    int changes_ = 0;
};

// Of a file that keeps its size, time and inode, only what is remembered can still be known.
void spoil_unseen(const fs::path& path) {
    const auto time = fs::last_write_time(path);
    std::fstream(path, std::ios::binary | std::ios::in | std::ios::out) << std::string(fs::file_size(path), '?');
    fs::last_write_time(path, time);
}

} // namespace

TEST_CASE("what was listed is not read again, and what changed is") {
    Folder folder;
    for (const char* team : {"North", "South", "East"}) folder.put(std::string(team) + ".avow", image(team));
    const auto first = folder.listed();
    REQUIRE(first == folder.read());
    spoil_unseen(folder.path() / "North.avow");
    CHECK(folder.listed() == first);
    folder.put("South.avow", image("Southern"));
    const auto second = folder.listed();
    CHECK(std::ranges::count(second, std::string("Southern"), &Listed::team) == 1);
    CHECK(std::ranges::count(second, std::string("North"), &Listed::team) == 1);
    fs::remove(folder.path() / "East.avow");
    CHECK(folder.listed().size() == 2);
}

TEST_CASE("a listing with memory is the listing without it, whatever happens to the folder") {
    Folder folder;
    std::mt19937 any(2026);
    const auto name = [&] {
        constexpr std::array endings = {".avow", "-STUDIO2.avow", " (Ana's conflicted copy 2026-11-21).avow", ".txt"};
        return "s" + std::to_string(any() % 40) + (any() % 3 ? ".avow" : endings[any() % endings.size()]);
    };
    for (int round = 0; round < 60; ++round) {
        for (auto changes = any() % 12; changes > 0; --changes) {
            const auto whole = image("Team " + std::to_string(any() % 100), any() % 3);
            const auto path = folder.path() / name();
            switch (any() % 6) {
            case 0: folder.put(name(), "rubbish"); break;
            case 1: folder.put(name(), whole.substr(0, any() % whole.size())); break;
            case 2: fs::remove(path); break;
            case 3:
                if (fs::exists(path)) fs::rename(path, folder.path() / name());
                break;
            default: folder.put(name(), whole);
            }
        }
        if (round == 20) fs::create_directory(folder.path() / "folder.avow");
        REQUIRE(folder.listed() == folder.read());
    }
}

TEST_CASE("a file that was changed a moment ago is read again, for its time may be that of the next change too") {
    Folder folder;
    folder.put("x.avow", image("North"));
    const auto now = fs::file_time_type::clock::now();
    fs::last_write_time(folder.path() / "x.avow", now);
    REQUIRE(folder.listed().front().team == "North");
    std::fstream(folder.path() / "x.avow", std::ios::binary | std::ios::in | std::ios::out) << image("South");
    fs::last_write_time(folder.path() / "x.avow", now);
    CHECK(folder.listed().front().team == "South");
}

TEST_CASE("what is remembered may be torn, foreign, altered or impossible to keep") {
    Folder folder;
    for (int one = 0; one < 200; ++one) folder.put(std::to_string(one) + ".avow", image("Team " + std::to_string(one)));
    const auto all = folder.read();
    REQUIRE(folder.listed() == all);
    SECTION("torn") {
        fs::resize_file(folder.remembered(), fs::file_size(folder.remembered()) / 2);
        CHECK(folder.listed() == all);
    }
    SECTION("foreign") {
        std::ofstream(folder.remembered(), std::ios::binary) << "not a database at all";
        CHECK(folder.listed() == all);
        spoil_unseen(folder.path() / "7.avow");
        CHECK(folder.listed() == all); // it was begun anew
    }
    SECTION("of another version") {
        Database(folder.remembered()).run("PRAGMA user_version=99");
        CHECK(folder.listed() == all);
    }
    SECTION("altered") {
        Database(folder.remembered()).run("UPDATE listed SET team='Nobody' WHERE name='7.avow'");
        CHECK(folder.listed() == all);
    }
    SECTION("in a cache that is no folder") {
        fs::remove_all(folder.places().cache);
        std::ofstream(folder.places().cache) << "in the way";
        CHECK(folder.listed() == all);
    }
}

TEST_CASE("a listing tells how far it is, and is given up when nobody waits") {
    Folder folder;
    for (int one = 0; one < 300; ++one) folder.put(std::to_string(one) + ".avow", image("Team " + std::to_string(one)));
    std::vector<std::size_t> known;
    const auto some = list_sessions(real_disk(), folder.places(), folder.path(),
                                    [&](Progress progress, const std::vector<Listed>& so_far) {
                                        CHECK(progress.all == 300);
                                        CHECK(progress.known == so_far.size());
                                        known.push_back(progress.known);
                                        return progress.known < 200;
                                    });
    CHECK(known == std::vector<std::size_t>{0, 128, 256});
    CHECK(some.size() == 256);
    CHECK(folder.listed() == folder.read());
}
