#include "session/history.hpp"

#include "support/random_edits.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace avow;

namespace {

Step name_team(const std::string& team) { return {{"name-" + team}, "named the team " + team, {}, {NameTeam{team}}}; }

std::vector<std::string> labels(const std::vector<const Step*>& steps) {
    std::vector<std::string> texts;
    for (const auto* step : steps) texts.push_back(step->label);
    return texts;
}

std::string label(const Step* step) { return step ? step->label : "none"; }

} // namespace

TEST_CASE("a history begins with its origin and nothing to undo or redo") {
    Session origin;
    origin.team = "Origin";
    const History history(origin);
    CHECK(history.now() == origin);
    CHECK(history.origin() == origin);
    CHECK(history.log().empty());
    CHECK(history.past().empty());
    CHECK(history.undoable() == nullptr);
    CHECK(history.redoable() == nullptr);
}

TEST_CASE("a step of several edits is undone and redone as one") {
    History history;
    const Step step{
        {"s1"}, "welcomed 2 people", {}, {WelcomeParticipant{{"a"}, "Ana", ""}, WelcomeParticipant{{"b"}, "Bo", ""}}};
    CHECK(std::get<Step>(history.act(step)) == step);
    CHECK(history.now().participants.size() == 2);
    CHECK(std::get<Undo>(history.undo({"u1"}, {5})) == Undo{{"u1"}, {"s1"}, {5}});
    CHECK(history.now() == Session{});
    CHECK(label(history.redoable()) == "welcomed 2 people");
    CHECK(std::get<Redo>(history.redo({"r1"}, {6})) == Redo{{"r1"}, {"s1"}, {6}});
    CHECK(history.now().participants.size() == 2);
    CHECK(history.log().size() == 3);
}

TEST_CASE("redo brings back step after step, until a newer step is made") {
    History history;
    for (const auto* team : {"A", "B", "C"}) history.act(name_team(team));
    history.undo({"u1"}, {});
    history.undo({"u2"}, {});
    CHECK(history.now().team == "A");
    CHECK(label(history.redoable()) == "named the team B");
    history.redo({"r1"}, {});
    CHECK(label(history.redoable()) == "named the team C");
    history.act(name_team("D"));
    CHECK(history.redoable() == nullptr);
    CHECK(labels(history.past()) ==
          std::vector<std::string>{"named the team A", "named the team B", "named the team D"});
    history.undo({"u3"}, {});
    CHECK(label(history.redoable()) == "named the team D"); // C was given up when D was made
    CHECK(label(history.undoable()) == "named the team B");
}

TEST_CASE("a log that was kept undoes and redoes where it left off") {
    History history;
    for (const auto* team : {"A", "B", "C", "D"}) history.act(name_team(team));
    history.undo({"u1"}, {});
    history.undo({"u2"}, {});
    for (const bool with_snapshot : {false, true}) {
        History again(history.origin(), history.log(), with_snapshot ? std::optional(history.now()) : std::nullopt);
        CHECK(again.now().team == "B");
        CHECK(label(again.redoable()) == "named the team C");
        again.redo({"r1"}, {});
        CHECK(again.now().team == "C");
        again.undo({"u3"}, {});
        again.undo({"u4"}, {});
        again.undo({"u5"}, {});
        CHECK(again.now() == Session{});
        CHECK(again.undoable() == nullptr);
    }
}

TEST_CASE("a snapshot that came with the log is trusted") {
    Session snapshot;
    snapshot.team = "as it was stored";
    CHECK(History(Session{}, {name_team("A")}, snapshot).now() == snapshot);
}

TEST_CASE("undo goes back through hundreds of steps") {
    History history;
    for (int i = 0; i < 300; ++i) history.act(name_team(std::to_string(i)));
    for (int i = 299; i > 0; --i) {
        history.undo({"u" + std::to_string(i)}, {});
        REQUIRE(history.now().team == std::to_string(i - 1));
    }
}

TEST_CASE("entries known by their ids are taken once") {
    History history;
    history.act(name_team("A"));
    history.act({{"name-A"}, "another step of the same id", {}, {NameTeam{"B"}}});
    CHECK(history.now().team == "A");
    CHECK(history.log().size() == 1);
    history.act(name_team("B"));
    history.undo({"u"}, {});
    history.undo({"u"}, {});
    CHECK(history.now().team == "A");
    history.redo({"r"}, {});
    history.redo({"r"}, {});
    CHECK(history.now().team == "B");
    auto log = history.log();
    log.insert(log.end(), history.log().begin(), history.log().end());
    const History doubled(Session{}, log);
    CHECK(doubled.log() == history.log());
    CHECK(doubled.now() == history.now());
}

TEST_CASE("an undo or redo of what is unknown, or of what is so already, does no harm") {
    const History history(Session{},
                          {Undo{{"u1"}, {"later"}, {}}, name_team("A"), Undo{{"u2"}, {"nobody"}, {}},
                           Redo{{"r1"}, {"nobody"}, {}}, Redo{{"r2"}, {"name-A"}, {}}, Undo{{"u3"}, {"u2"}, {}},
                           Undo{{"u4"}, {"name-A"}, {}}, Undo{{"u5"}, {"name-A"}, {}}, Redo{{"r3"}, {"name-A"}, {}}});
    CHECK(history.now().team == "A");
    CHECK(history.log().size() == 9);
    CHECK(history.passed_over().empty());
}

TEST_CASE("a step that is refused where it stands is passed over whole, and named") {
    const Step two_things{
        {"s2"}, "made two themes", {}, {MakeTheme{{"t2"}, "Quotes", false}, MakeTheme{{"t3"}, "pricing", false}}};
    const std::vector<Entry> log = {Step{{"s1"}, "made the theme Pricing", {}, {MakeTheme{{"t1"}, "Pricing", false}}},
                                    two_things, name_team("A")};
    History history(Session{}, log);
    CHECK(history.now().themes == std::vector<Theme>{{{"t1"}, "Pricing", false, 0, {}}});
    CHECK(history.now().team == "A");
    CHECK(history.passed_over() == std::vector<std::string>{"made two themes"});
    CHECK(labels(history.past()) == std::vector<std::string>{"made the theme Pricing", "named the team A"});

    // When what stood in its way is undone, it holds.
    history.undo({"u1"}, {});
    history.undo({"u2"}, {});
    CHECK(history.passed_over().empty());
    CHECK(history.now().themes.size() == 2);
    CHECK(history.now().themes[1].title == "pricing");
    history.redo({"r1"}, {});
    CHECK(history.now() == History(Session{}, history.log()).now());
}

TEST_CASE("however many steps are refused halfway, the fold is the one of the others") {
    Dice dice(21);
    for (int round = 0; round < 60; ++round) {
        std::vector<Entry> log;
        Session wanted = sample_session();
        for (int i = 0; i < 80; ++i) {
            Step step{{"s" + std::to_string(i)}, "step", {}, {}};
            for (std::size_t edits = 1 + dice.below(4); edits > 0; --edits)
                step.edits.push_back(random_edit(dice, wanted));
            Session after = wanted;
            bool holds = true;
            for (const auto& edit : step.edits) holds = holds && !carry_out(after, edit);
            if (holds) wanted = after;
            log.push_back(step);
        }
        const History history(sample_session(), log);
        REQUIRE(history.now() == wanted);
        REQUIRE(history.past().size() + history.passed_over().size() == 80);
    }
}

// The plain model: all that was done, in order, each done or undone; going to a stage is never undone.
class Plain {
public:
    explicit Plain(Session origin) : origin_(std::move(origin)), now_(origin_) {}

    const Session& now() const { return now_; }
    std::string undoable() const { return label_at(last_done()); }
    std::string redoable() const { return label_at(next_undone()); }

    void act(const std::string& label, const Edit& edit) {
        const bool is_stage = std::holds_alternative<GoToStage>(edit);
        if (!is_stage) std::erase_if(things_, [](const Thing& thing) { return !thing.is_done; });
        things_.push_back({label, edit, is_stage, true});
        now_ = avow::apply(std::move(now_), edit);
    }
    void undo() { turn(last_done(), false); }
    void redo() { turn(next_undone(), true); }

private:
    struct Thing {
        std::string label;
        Edit edit;
        bool is_stage;
        bool is_done;
    };

    std::size_t last_done() const {
        for (std::size_t i = things_.size(); i > 0; --i)
            if (things_[i - 1].is_done && !things_[i - 1].is_stage) return i - 1;
        return things_.size();
    }
    std::size_t next_undone() const {
        for (std::size_t i = 0; i < things_.size(); ++i)
            if (!things_[i].is_done) return i;
        return things_.size();
    }
    std::string label_at(std::size_t i) const { return i < things_.size() ? things_[i].label : "none"; }
    void turn(std::size_t at, bool is_done) {
        things_[at].is_done = is_done;
        now_ = origin_;
        for (const auto& thing : things_)
            if (thing.is_done) now_ = avow::apply(std::move(now_), thing.edit);
    }

    Session origin_, now_;
    std::vector<Thing> things_;
};

TEST_CASE("steps, undo and redo by dice do what a plain list of what was done does") {
    for (const std::uint64_t seed : {31u, 32u, 33u}) {
        Dice dice(seed);
        const Session origin = seed == 31 ? Session{} : sample_session();
        History history(origin);
        Plain plain(origin);
        int ids = 0;
        const auto id = [&] { return StepId{"e" + std::to_string(++ids)}; };
        for (int i = 0; i < 2'000; ++i) {
            const auto what = dice.below(10);
            if (what < 2 && history.undoable()) {
                history.undo(id(), {i});
                plain.undo();
            } else if (what < 4 && history.redoable()) {
                history.redo(id(), {i});
                plain.redo();
            } else if (const Edit edit = random_edit(dice, history.now()); !why_not(history.now(), edit)) {
                const StepId step = id();
                history.act({step, step.text, {i}, {edit}});
                plain.act(step.text, edit);
            }
            REQUIRE(history.now() == plain.now());
            REQUIRE(label(history.undoable()) == plain.undoable());
            REQUIRE(label(history.redoable()) == plain.redoable());
            if (i % 400 == 399) {
                const History again(origin, history.log());
                REQUIRE(again.now() == history.now());
                REQUIRE(labels(again.past()) == labels(history.past()));
                REQUIRE(label(again.redoable()) == label(history.redoable()));
                if (dice.one_in(2)) history = again; // as after a restart
            }
        }
        CHECK(history.passed_over().empty());
    }
}

TEST_CASE(
    "undo takes back what was done and leaves the room at the stage it went to since; redo brings it back there") {
    History history;
    history.act({{"e1"}, "named the team A", {1}, {NameTeam{"A"}}});
    history.act({{"e2"}, "named the team B", {2}, {NameTeam{"B"}}});
    history.act({{"e3"}, "went to Themes", {3}, {GoToStage{Stage::themes, {3}}}});
    const auto there = history.now();
    history.undo({"u1"}, {4});
    CHECK(history.now().team == "A");
    CHECK(history.now().stage == Stage::themes);
    history.act({{"e4"}, "went to Commit", {5}, {GoToStage{Stage::commit, {5}}}});
    CHECK(label(history.redoable()) == "named the team B"); // going on gives nothing up
    history.redo({"r1"}, {6});
    CHECK(history.now().team == "B");
    CHECK(history.now().stage == Stage::commit);
    history.undo({"u2"}, {7});
    history.undo({"u3"}, {8});
    CHECK(history.undoable() == nullptr);
    CHECK(history.now().stage == Stage::commit);
    const History again(history.origin(), history.log());
    CHECK(again.now() == history.now());
    CHECK(again.redoable()->label == "named the team A");
    CHECK(there.team == "B");
}

TEST_CASE("a log in which going to a stage was undone means what it meant") {
    const Step team{{"e1"}, "named the team A", {1}, {NameTeam{"A"}}};
    const Step stage{{"e2"}, "went to Themes", {2}, {GoToStage{Stage::themes, {2}}}};
    const History history({}, {team, stage, Undo{{"u1"}, {"e2"}, {3}}});
    CHECK(history.now().team == "A");
    CHECK(history.now().stage == Stage::prepare);
    CHECK(label(history.undoable()) == "named the team A");
    const History again({}, {team, stage, Undo{{"u1"}, {"e2"}, {3}}, Redo{{"r1"}, {"e2"}, {4}}});
    CHECK(again.now().stage == Stage::themes);
}
