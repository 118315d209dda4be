// More than one at a time: two programs, two computers, a sync program that replaces the file, a clock that jumps.
#include "at_work.hpp"
#include "storage/library.hpp"
#include "work.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <chrono>
#include <random>
#include <thread>

using namespace avow;
using namespace avow::torture;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

void add(std::vector<std::string>& all, const Worker& worker) {
    all.insert(all.end(), worker.acknowledged().begin(), worker.acknowledged().end());
}

} // namespace

TEST_CASE("two programs on one session, one after the other or at once: the union is found") {
    std::mt19937 dice(20261129);
    const storage::PassingFolder folder;
    const Site site{folder.path()};
    Toll toll;
    std::size_t kept_out = 0;
    for (int round = 0; round < rounds(3, 50); ++round) {
        CAPTURE(round);
        prepare(site);
        Worker first(site, Busy::capture, 2 * round);
        REQUIRE(first.wait_until_open());
        first.wait_for_kept(1 + dice() % 20);
        Worker second(site, Busy::capture, 2 * round + 1); // it may only read, as long as the first lives
        std::this_thread::sleep_for(std::chrono::milliseconds(dice() % 40));
        first.kill();
        second.kill();
        kept_out += second.acknowledged().empty() ? 1 : 0;
        std::vector<std::string> acknowledged;
        add(acknowledged, first);
        add(acknowledged, second);
        toll.look_at(site, acknowledged);
        REQUIRE(toll.lost == 0);
        REQUIRE(toll.destroyed == 0);
    }
    CHECK(kept_out > 0);
    toll.tell("two programs, one computer");
}

TEST_CASE("two computers write at once, and a sync program carries the file to and fro: the union is found") {
    std::mt19937 dice(20261129);
    const storage::PassingFolder folder;
    const Site ours{folder.path() / "ours", "studio-1"};
    const Site theirs{folder.path() / "theirs", "studio-2"};
    const auto carry = [](const Site& from, const Site& to) { // whoever comes last wins, as such programs have it
        storage::replace_file(storage::real_disk(), to.file(), storage::bytes_of(storage::real_disk(), from.file()));
    };
    const auto open_and_close = [](const Site& site) {
        auto opened = storage::SessionStore::open(site.surroundings(), site.file());
        opened.store->save_soon();
        opened.store->close();
    };
    Toll toll;
    for (int round = 0; round < rounds(3, 50); ++round) {
        CAPTURE(round);
        prepare(ours);
        prepare(theirs);
        carry(ours, theirs);
        Worker first(ours, Busy::capture, 2 * round);
        Worker second(theirs, Busy::undo, 2 * round + 1);
        REQUIRE(first.wait_until_open());
        REQUIRE(second.wait_until_open());
        for (int step = 0; step < 8; ++step) {
            std::this_thread::sleep_for(std::chrono::milliseconds(dice() % 20));
            dice() % 2 == 0 ? carry(ours, theirs) : carry(theirs, ours);
        }
        first.kill();
        second.kill();
        toll.look_at(ours, first.acknowledged());
        toll.look_at(theirs, second.acknowledged());
        open_and_close(ours);
        carry(ours, theirs);
        open_and_close(theirs);
        std::vector<std::string> acknowledged;
        add(acknowledged, first);
        add(acknowledged, second);
        const auto there = entries_of(storage::read_file(storage::real_disk(), theirs.file()).history);
        for (const std::string& id : acknowledged) toll.lost += there.contains(id) ? 0 : 1;
        REQUIRE(toll.lost == 0);
        REQUIRE(toll.destroyed == 0);
    }
    toll.tell("two computers and a sync program");
}

TEST_CASE("a sync program puts other copies over the file and leaves conflict copies: nothing is lost") {
    std::mt19937 dice(20261129);
    const storage::PassingFolder folder;
    const Site site{folder.path()};
    Toll toll;
    std::size_t replaced = 0;
    for (int round = 0; round < rounds(1, 50); ++round) {
        CAPTURE(round);
        prepare(site);
        const std::string first_state = storage::bytes_of(storage::real_disk(), site.file());
        Worker worker(site, Busy::undo, round);
        REQUIRE(worker.wait_until_open());
        // Their copy: the session as it was, with statements of theirs.
        storage::Reading theirs = storage::read_image(first_state);
        std::vector<std::string> acknowledged;
        for (int i = 0; i < 6; ++i) {
            worker.wait_for_kept(acknowledged.size() + 1 + dice() % 10);
            const std::string id = fmt::format("theirs{}-{}", round, i);
            const Step step{{id},
                            "theirs",
                            Moment{1},
                            {SayStatement{{id}, theirs.history.now().participants.front().id, "we " + id, Moment{1}}}};
            acknowledged.push_back(id);
            theirs.history.act(step);
            const std::string image = storage::image_of(theirs.history);
            if (i % 3 == 2) { // it keeps ours and puts theirs beside it
                storage::replace_file(storage::real_disk(),
                                      site.sessions() / fmt::format("x (conflicted copy {}).avow", i), image);
                acknowledged.pop_back(); // that is theirs to merge, by hand: the copy itself must stay whole
                theirs = storage::read_image(first_state);
                continue;
            }
            storage::replace_file(storage::real_disk(), site.file(), image);
            ++replaced;
            // Until ours has noticed: what lies in the file is in the file that comes after it.
            for (int tries = 0; tries < 500; ++tries) {
                const auto now = entries_of(storage::read_file(storage::real_disk(), site.file()).history);
                if (now.size() > theirs.history.log().size() && now.contains(id)) break;
                std::this_thread::sleep_for(10ms);
            }
        }
        worker.kill();
        add(acknowledged, worker);
        toll.look_at(site, acknowledged);
        REQUIRE(toll.lost == 0);
        REQUIRE(toll.destroyed == 0);
    }
    CHECK(replaced > 0);
    toll.tell("a sync program beside it");
}

TEST_CASE("a clock that jumps, forwards and back: everything is kept, in the order it was said") {
    using namespace avow::storage;
    using namespace avow::storage::at_work;
    std::mt19937 dice(20261129);
    Toll toll;
    for (int round = 0; round < rounds(20, 1'000); ++round) {
        OnFake on;
        Desk desk{storage::World(on.disk)};
        std::vector<std::string> said;
        for (int i = 0; i < 12; ++i) {
            constexpr std::int64_t hour = 3'600'000;
            const std::int64_t jumps[] = {
                0, hour, -hour, 24 * hour, -365 * 24 * hour, 400 * 24 * hour, -1'795'271'000'000};
            *desk.world.now_ms += jumps[dice() % std::size(jumps)];
            said.push_back(fmt::format("statement {}", i));
            const Keeping keeping = desk.say_it(said.back());
            REQUIRE(keeping.kept == said.size());
            REQUIRE_FALSE(keeping.read_only); // its own lock is never taken for another's
            desk.after(std::chrono::milliseconds(dice() % 15'000));
        }
        ++toll.blows;
        toll.acknowledged += said.size();
        desk.die(on.disk);
        std::vector<std::string> found;
        const Reading reading = as_read(on.disk);
        for (const Accountability& item : reading.history.now().accountabilities)
            if (item.statement.starts_with("statement ")) found.push_back(item.statement);
        REQUIRE(found == said);
    }
    toll.tell("a clock that jumps");
}
