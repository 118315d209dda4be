// A facilitator at work on a disk of the test's own, a turn at a time.
#pragma once

#include "fake_disk.hpp"
#include "given.hpp"
#include "storage/keeper.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace avow::storage::at_work {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

inline const fs::path file = "/desk/x.avow";

// A facilitator at work: a history as the screen holds it, and the keeper that is given the same entries.
struct Desk {
    World world;
    std::unique_ptr<Keeper> keeper;
    History history;
    Steady now = std::chrono::steady_clock::now();

    explicit Desk(World on)
        : world(std::move(on)), keeper(Keeper::open(world.surroundings(), file)), history(keeper->history()) {}
    Desk(World on, History start)
        : world(std::move(on)), keeper(Keeper::create(world.surroundings(), file, start)), history(std::move(start)) {}

    Keeping turn(Given given = {}) {
        keeper->turn(std::move(given), now);
        if (keeper->take_has_merged()) history = keeper->history();
        return keeper->keeping();
    }
    Keeping say_it(const std::string& words) {
        const Entry entry = history.act(say(history, words));
        Given given;
        given.entries.push_back(entry);
        return turn(std::move(given));
    }
    Keeping after(std::chrono::milliseconds passed) {
        now += passed;
        *world.now_ms += passed.count();
        return turn();
    }
    Keeping type(const std::string& text) {
        Given given;
        given.draft = Draft{{"p1"}, text};
        return turn(std::move(given));
    }
    Keeping save() {
        Given given;
        given.save = true;
        return turn(std::move(given));
    }
    void close() { keeper->close({}, now); }
    void die(FakeDisk& disk) { disk.kill(keeper); }
};

inline std::string all(const std::vector<std::string>& remarks) {
    std::string words;
    for (const std::string& remark : remarks) words += remark + "\n";
    return words;
}

inline Reading as_read(FakeDisk& disk) { return read_session(disk, file, Places{"/state"}); }

struct OnFake {
    FakeDisk disk;
    OnFake() { disk.put(file, image_of(History(small_session()))); }
};

} // namespace avow::storage::at_work
