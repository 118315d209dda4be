// Many undos and redos at once are what so many of them one after the other are.
#include "session/history.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;

namespace {

struct Ids {
    int count = 0;
    StepId operator()() { return {"many " + std::to_string(count++)}; }
};

constexpr Moment later{9'999'999'999'999};

} // namespace

TEST_CASE("undoing back to an entry is undoing step by step, and redoing up to it brings every step back") {
    const History whole = sample_history();
    for (std::size_t entry = 0; entry < whole.log().size(); entry += 7) {
        History at_once = whole, one_by_one = whole;
        Ids ids, other_ids;
        const auto steps = at_once.undoable_since(entry);
        for (std::size_t i = 0; i < steps.size(); ++i) one_by_one.undo(other_ids(), later);
        const auto added = at_once.undo_since(
            entry, [&] { return ids(); }, later);
        REQUIRE(added.size() == steps.size());
        REQUIRE(at_once.log() == one_by_one.log());
        REQUIRE(at_once.now() == one_by_one.now());
        REQUIRE(at_once.undoable_since(entry).empty());
        if (added.empty()) continue;
        const auto newest = std::get<Undo>(added.front()).step;
        REQUIRE(at_once.redoable_until(newest).size() == added.size());
        at_once.redo_until(
            newest, [&] { return ids(); }, later);
        REQUIRE(at_once.now() == whole.now());
    }
}

TEST_CASE("redo does not reach what was undone before something newer was done") {
    History history(session_of({"Ana"}));
    Ids ids;
    const auto name = [&](const char* team) {
        const StepId id = ids();
        history.act({id, team, later, {NameTeam{team}}});
        return id;
    };
    name("one");
    const auto two = name("two");
    history.undo_since(
        1, [&] { return ids(); }, later);
    CHECK(history.redoable_until(two).size() == 1);
    name("three");
    CHECK(history.redoable_until(two).empty());
    CHECK(history
              .redo_until(
                  two, [&] { return ids(); }, later)
              .empty());
    CHECK(history.now().team == "three");
}
