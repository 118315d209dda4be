#include "session/history.hpp"
#include "support/random_edits.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace avow;

namespace {

Step say(const std::string& id, const std::string& words) {
    return {{id}, "said " + words, {}, {SayStatement{{"a-" + id}, {"p01"}, words, {}}}};
}

std::set<std::string> steps_in(const History& history) {
    std::set<std::string> ids;
    for (const auto& entry : history.log())
        if (const auto* step = std::get_if<Step>(&entry)) ids.insert(step->id.text);
    return ids;
}

// Those not undone, whether or not they could be applied.
std::set<std::string> holding_in(const History& history) {
    std::set<std::string> ids;
    for (const auto& entry : history.log())
        if (const auto* step = std::get_if<Step>(&entry))
            ids.insert(step->id.text);
        else if (const auto* undo = std::get_if<Undo>(&entry))
            ids.erase(undo->step.text);
        else if (const auto* redo = std::get_if<Redo>(&entry))
            ids.insert(redo->step.text);
    return ids;
}

bool was_said(const History& history, const std::string& step) {
    return find(history.now(), AccountabilityId{"a-" + step}) != nullptr;
}

} // namespace

TEST_CASE("two logs in one keep what either side said") {
    History theirs(sample_session());
    theirs.act(say("x", "common"));
    History ours = theirs;
    theirs.act(say("t", "theirs"));
    ours.act(say("o", "ours"));
    const History both = merged(theirs, ours);
    CHECK(steps_in(both) == std::set<std::string>{"x", "t", "o"});
    REQUIRE(both.log().size() == 3);
    CHECK(id_of(both.log()[1]) == StepId{"t"});
    CHECK(was_said(both, "x"));
    CHECK(was_said(both, "t"));
    CHECK(was_said(both, "o"));
    CHECK(both.passed_over().empty());
    CHECK(both.origin() == theirs.origin());
}

TEST_CASE("a log merged with itself or with its own beginning is that log") {
    const History history = sample_history();
    const History beginning(history.origin(), {history.log().begin(), history.log().begin() + 40});
    CHECK(merged(history, history).log() == history.log());
    CHECK(merged(history, beginning).log() == history.log());
    CHECK(merged(beginning, history).log() == history.log());
    CHECK(merged(beginning, history).now() == history.now());
}

TEST_CASE("what either side undid stays undone") {
    History base(sample_session());
    base.act(say("x", "common"));
    History undone = base;
    undone.undo({"u"}, {});
    History went_on = base;
    went_on.act(say("y", "more"));
    History redone = base;
    redone.undo({"u-other"}, {});
    redone.redo({"r-other"}, {});
    for (const auto& other : {base, went_on, redone}) {
        CHECK_FALSE(was_said(merged(undone, other), "x"));
        CHECK_FALSE(was_said(merged(other, undone), "x"));
    }
    CHECK(was_said(merged(undone, went_on), "y"));
}

TEST_CASE("a step redone by who knew that it was undone holds") {
    History old(sample_session());
    old.act(say("x", "common"));
    old.undo({"u"}, {});
    History redone = old;
    redone.redo({"r"}, {});
    CHECK(was_said(merged(old, redone), "x"));
    CHECK(was_said(merged(redone, old), "x"));
}

TEST_CASE("a step that is refused after the other side's is passed over and named, and nothing else is lost") {
    History theirs(sample_session());
    History ours = theirs;
    theirs.act({{"t"}, "made the theme Pets", {}, {MakeTheme{{"t-pets"}, "Pets", true}}});
    ours.act({{"o"}, "made the theme pets", {}, {MakeTheme{{"o-pets"}, "pets", true}}});
    ours.act(say("y", "ours"));
    const History both = merged(theirs, ours);
    CHECK(both.passed_over() == std::vector<std::string>{"made the theme pets"});
    CHECK(was_said(both, "y"));
    CHECK(find(both.now(), ThemeId{"t-pets"}));
}

TEST_CASE("by dice: merging keeps every step, undoes what is undone, is the same both ways and settles") {
    Dice dice(41);
    int ids = 0;
    const auto go_on = [&](History history, int count) {
        for (int i = 0; i < count; ++i) {
            const StepId id{"e" + std::to_string(++ids)};
            const auto what = dice.below(10);
            if (what < 3 && history.undoable())
                history.undo(id, {});
            else if (what < 5 && history.redoable())
                history.redo(id, {});
            else if (const Edit edit = random_edit(dice, history.now()); !why_not(history.now(), edit))
                history.act({id, id.text, {}, {edit}});
        }
        return history;
    };
    for (int round = 0; round < 300; ++round) {
        const History base = go_on(History(sample_session()), 12);
        const History theirs = go_on(base, 12);
        const History ours = go_on(base, 12);
        const History both = merged(theirs, ours);
        const History other_way = merged(ours, theirs);

        auto all = steps_in(theirs);
        all.merge(steps_in(ours));
        REQUIRE(steps_in(both) == all);
        REQUIRE(steps_in(other_way) == all);

        const auto here = holding_in(theirs);
        const auto there = holding_in(ours);
        std::set<std::string> wanted;
        for (const auto& id : all) {
            const bool undone_here = steps_in(theirs).contains(id) && !here.contains(id);
            const bool undone_there = steps_in(ours).contains(id) && !there.contains(id);
            const bool was_undone = steps_in(base).contains(id) && !holding_in(base).contains(id);
            // Undone before they parted and redone on one side: that side knew.
            if (was_undone ? here.contains(id) || there.contains(id) : !undone_here && !undone_there) wanted.insert(id);
        }
        // A step undone before they parted can be redone and undone again by one side while the other redoes it.
        for (const auto& id : holding_in(both)) REQUIRE(wanted.contains(id));
        REQUIRE(holding_in(both) == holding_in(other_way));
        for (const auto& id : wanted)
            if (!(steps_in(base).contains(id) && !holding_in(base).contains(id)))
                REQUIRE(holding_in(both).contains(id));

        REQUIRE(breach_of(both.now()) == std::nullopt);
        REQUIRE(History(both.origin(), both.log()).now() == both.now());
        REQUIRE(holding_in(merged(both, ours)) == holding_in(both));
        REQUIRE(holding_in(merged(both, theirs)) == holding_in(both));
        REQUIRE(merged(both, both).log() == both.log());
    }
}
