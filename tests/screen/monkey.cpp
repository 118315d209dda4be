// Anybody at the keyboard: whatever is pressed, in whatever order, the window stands, the session is whole and stays open.
#include "desk/commands.hpp"
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace avow;
using namespace avow::screen;

namespace {

// Every key of the command table but those that end the session, and some more that keyboards have.
std::vector<std::string> keys() {
    std::vector<std::string> keys = {"Space", "Home", "End", "Delete", "Ctrl+A", "Ctrl+V", "Z", "Q", "F12"};
    for (const auto& row : desk::commands())
        for (const auto key : row.keys)
            if (key != "Ctrl+W" && key != "Ctrl+Q") keys.emplace_back(key);
    return keys;
}

} // namespace

TEST_CASE("whatever keys are pressed, the session stays open and whole, and can be taken back to its beginning") {
    const auto all = keys();
    for (const unsigned seed : {1u, 2u, 3u}) {
        GivenRoom given(seed == 1 ? session_of({}) : sample_at(Stage::capture));
        std::minstd_rand chance(seed);
        std::string last;
        for (int i = 0; i < 250; ++i) {
            INFO("seed " << seed << ", key " << i << ", after " << last);
            last = all[chance() % all.size()];
            REQUIRE_NOTHROW(given.room.key(last));
            if (chance() % 4 == 0) given.room.type("an I do it ");
            REQUIRE(breach_of(given.desk.session()) == std::nullopt);
        }
        // Ctrl+N, S and the like act in the library alone, so the session is the one that was begun.
        CHECK(given.desk.is_open());
        CHECK(given.desk.session().id == SessionId{"given"});
        desk::leave_replay(given.desk);
        if (given.desk.one_on_one) desk::leave_one_on_one(given.desk); // there undo goes no further back than the page
        given.desk.drop_proposal();
        for (int i = 0; i < 10'000 && given.desk.history().undoable(); ++i) given.desk.undo();
        auto origin = given.desk.history().origin(); // but for where the room has gone
        origin.stage = given.desk.session().stage;
        origin.stage_since = given.desk.session().stage_since;
        CHECK(given.desk.session() == origin);
    }
}
