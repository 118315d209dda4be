// A disk that refuses: each of the first calls of each kind, once and for ever, in each way a disk refuses.
#include "at_work.hpp"
#include "work.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <iostream>

using namespace avow;
using namespace avow::storage;
using namespace avow::storage::at_work;

namespace {

struct Refusing {
    const char* how;
    int code;
    bool is_torn = false;
    bool is_of_writes = false; // means nothing to other calls
};
constexpr Refusing ways[] = {{"full", ENOSPC},          {"error", EIO},
                             {"read-only", EROFS},      {"interrupted", EINTR},
                             {"short", 0, false, true}, {"torn", EIO, true, true}};
constexpr const char* calls[] = {"write",  "sync",         "sync folder",  "rename",      "truncate",
                                 "create", "open to read", "open to lock", "make folder", "remove"};

// A meeting that never pauses: statements, undo, half-typed words, saves, signs of life.
struct Meeting {
    Desk desk;
    std::vector<std::string> given; // ids of entries, in their order
    Keeping keeping;
    int minute = 0;

    explicit Meeting(FakeDisk& disk) : desk(World(disk)) {}

    void act(const Entry& entry) {
        given.push_back(id_of(entry).text);
        Given with;
        with.entries.push_back(entry);
        keeping = desk.turn(std::move(with));
    }
    void go_on() {
        ++minute;
        act(desk.history.act(say(desk.history, "minute " + std::to_string(minute))));
        if (minute % 3 == 0) act(desk.history.undo({"u" + std::to_string(minute)}, Moment{1}));
        desk.type("half typed");
        desk.after(2'100ms);            // the file is saved
        keeping = desk.after(11'000ms); // the lock gives a sign of life
    }
};

std::size_t missing(const History& history, const std::vector<std::string>& ids, std::size_t first) {
    const auto there = torture::entries_of(history);
    return static_cast<std::size_t>(std::count_if(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(first),
                                                  [&](const std::string& id) { return !there.contains(id); }));
}

bool is_whole(FakeDisk& disk) {
    try {
        return read_file(disk, file).remarks.empty();
    } catch (const std::runtime_error&) {
        return false;
    }
}

} // namespace

TEST_CASE("whatever call of the disk refuses, and however, nothing kept is lost and nothing said is dropped") {
    const std::size_t first_calls = 300;
    const std::size_t stride = static_cast<std::size_t>(torture::rounds(101, 1));
    for (const Refusing& way : ways) {
        torture::Toll toll;
        std::size_t refused_to_open = 0;
        for (const char* call : calls) {
            if (way.is_of_writes && std::string(call) != "write") continue;
            for (const bool is_for_ever : {false, true}) {
                for (std::size_t at = 1; at <= first_calls; at += stride) {
                    CAPTURE(way.how, call, is_for_ever, at);
                    OnFake on;
                    on.disk.fail({at, way.code, is_for_ever, call, "", way.is_torn});
                    std::unique_ptr<Meeting> meeting;
                    try {
                        meeting = std::make_unique<Meeting>(on.disk);
                    } catch (const DiskError&) { // said, and nothing has changed
                        on.disk.heal();
                        REQUIRE(read_file(on.disk, file).history.now() == small_session());
                        ++refused_to_open;
                        continue;
                    }
                    const int quiet_after = 160; // minutes without such a call: there will be none
                    while (on.disk.calls() < at && meeting->minute < quiet_after) meeting->go_on();
                    if (on.disk.calls() < at) break;
                    for (int i = 0; i < 2; ++i) meeting->go_on();
                    const std::size_t kept = meeting->keeping.kept;
                    REQUIRE_FALSE((kept < meeting->given.size() && meeting->keeping.notice.empty()));
                    on.disk.heal();
                    ++toll.blows;
                    toll.acknowledged += kept;
                    toll.destroyed += is_whole(on.disk) ? 0 : 1;
                    // The process dies here ...
                    toll.lost += missing(as_read(on.disk).history, meeting->given, kept);
                    // ... or goes on, with the disk well again: then all is there.
                    meeting->desk.after(2'100ms);
                    meeting->desk.after(2'100ms);
                    meeting->desk.close();
                    toll.lost += missing(as_read(on.disk).history, meeting->given, meeting->given.size());
                    toll.destroyed += is_whole(on.disk) ? 0 : 1;
                    REQUIRE(toll.lost == 0);
                    REQUIRE(toll.destroyed == 0);
                }
            }
        }
        CHECK(toll.blows > 0);
        toll.tell(fmt::format("a disk that refuses: {}", way.how));
    }
}
