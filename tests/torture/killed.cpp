// kill -9 at random points of everything a facilitator does.
#include "given.hpp"
#include "work.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <random>
#include <thread>

using namespace avow;
using namespace avow::torture;

TEST_CASE("killed at any instant of any work, nothing acknowledged is lost and every file is whole") {
    const int kills_each = rounds(8, 334); // of six kinds of work: 2,004 in full
    std::mt19937 dice(20261129);
    const storage::PassingFolder folder;
    for (const Busy busy : all_busy) {
        if (busy == Busy::first_save) continue; // its file has no name yet: power_cuts.cpp has it
        const Site site{folder.path()};
        Toll toll;
        std::vector<std::string> acknowledged; // since the session was prepared: each round goes on where the last died
        for (int round = 0; round < kills_each; ++round) {
            if (round % 8 == 0) {
                prepare(site);
                acknowledged.clear();
            }
            CAPTURE(name_of(busy), round);
            Worker worker(site, busy, round);
            // One in eight is killed while it opens, the rest at work. A compaction or an export takes a while to come about.
            if (dice() % 8 != 0) REQUIRE(worker.wait_until_open());
            if (round % 2 == 1) worker.wait_for_kept(1); // however slow the machine is, something is at stake
            const bool is_slow = busy == Busy::compaction || busy == Busy::exporting;
            const unsigned longest_us = is_slow ? 400'000 : 60'000;
            std::this_thread::sleep_for(std::chrono::microseconds(dice() % longest_us));
            worker.kill();
            CAPTURE(worker.trouble());
            REQUIRE(worker.was_killed());
            acknowledged.insert(acknowledged.end(), worker.acknowledged().begin(), worker.acknowledged().end());
            toll.look_at(site, acknowledged);
            REQUIRE(toll.lost == 0);
            REQUIRE(toll.destroyed == 0);
        }
        CHECK(toll.acknowledged > 0);
        auto opened = storage::SessionStore::open(site.surroundings(), site.file());
        CHECK_FALSE(opened.store->keeping().read_only); // no lock of the dead is left
        opened.store->close();
        toll.tell(std::string("kill -9 during ") + name_of(busy));
    }
}
