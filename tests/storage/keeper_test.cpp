#include "storage/keeper.hpp"

#include "fake_disk.hpp"
#include "given.hpp"
#include "storage/library.hpp"
#include "storage/record.hpp"
#include "storage/shelf.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <cerrno>

using namespace avow;
using namespace avow::storage;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

const fs::path file = "/home/x.avow";

// A facilitator at work: a history as the screen holds it, and the keeper that is given the same entries.
struct Desk {
    World world;
    std::unique_ptr<Keeper> keeper;
    History history;
    Steady now = std::chrono::steady_clock::now();

    explicit Desk(World on) : world(std::move(on)), keeper(Keeper::open(world.surroundings(), file)), history(keeper->history()) {}
    Desk(World on, History start) : world(std::move(on)), keeper(Keeper::create(world.surroundings(), file, start)), history(std::move(start)) {}

    Keeping turn(Given given = {}) {
        keeper->turn(std::move(given), now);
        if (keeper->take_has_merged()) { history = keeper->history(); }
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

std::string all(const std::vector<std::string>& remarks) {
    std::string words;
    for (const std::string& remark : remarks) { words += remark + "\n"; }
    return words;
}

Reading as_read(FakeDisk& disk) { return read_session(disk, file, Places{"/state"}); }

struct OnFake {
    FakeDisk disk;
    OnFake() { disk.put(file, image_of(History(small_session()))); }
};

} // namespace

TEST_CASE("an edit is kept in the journal at once and in the file two quiet seconds later") {
    OnFake on;
    Desk desk{World(on.disk)};
    Keeping keeping = desk.say_it("I sweep");
    CHECK(keeping.kept == 1);
    CHECK(keeping.kept_at.has_value());
    CHECK(!keeping.file_current);
    CHECK(keeping.notice.empty());
    CHECK(!has_said(read_file(on.disk, file).history.now(), "I sweep"));
    CHECK(has_said(as_read(on.disk).history.now(), "I sweep"));
    CHECK(!desk.after(1'900ms).file_current);
    CHECK(desk.after(200ms).file_current);
    CHECK(read_file(on.disk, file).history.log() == desk.history.log());
}

TEST_CASE("somebody who never pauses has the file saved every half minute; a stage change and a wish save at once") {
    OnFake on;
    Desk desk{World(on.disk)};
    for (int i = 0; i < 29; ++i) {
        desk.say_it("statement " + std::to_string(i));
        CHECK(!desk.after(1'000ms).file_current);
    }
    desk.say_it("the thirtieth");
    CHECK(desk.after(1'000ms).file_current);
    desk.say_it("then");
    CHECK(desk.save().file_current);
    Given given;
    given.entries.push_back(desk.history.act(Step{{"go"}, "went on", Moment{1}, {GoToStage{Stage::themes, Moment{1}}}}));
    CHECK(desk.turn(std::move(given)).file_current);
}

TEST_CASE("undo and redo survive a restart") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("I sweep");
    Given given;
    given.entries.push_back(desk.history.undo({"u1"}, Moment{1}));
    desk.turn(std::move(given));
    desk.die(on.disk);
    Desk again{World(on.disk)};
    CHECK(again.history.log() == desk.history.log());
    REQUIRE(again.history.redoable() != nullptr);
    CHECK_THAT(again.history.redoable()->label, ContainsSubstring("I sweep"));
}

TEST_CASE("after a kill everything acknowledged is brought back without asking, and said") {
    OnFake on;
    Desk desk{World(on.disk)};
    for (int i = 0; i < 12; ++i) { desk.say_it("statement " + std::to_string(i)); }
    desk.type("I half type th");
    desk.after(300ms);
    desk.die(on.disk);

    Desk again{World(on.disk)};
    CHECK(again.history.now() == desk.history.now());
    CHECK(again.keeper->found_draft() == Draft{{"p1"}, "I half type th"});
    CHECK_THAT(all(again.keeper->take_remarks()), ContainsSubstring("12 statements from ") && ContainsSubstring(" brought back"));
    again.turn();
    again.after(2'100ms);
    CHECK(read_file(on.disk, file).history.log() == desk.history.log());
    const auto journals = journals_of(on.disk, Places{"/state"}, {"small1"}, file);
    REQUIRE(journals.size() == 1); // the old one is put away
    CHECK(journals[0].is_live);
    CHECK(on.disk.files_below("/state/done/small1").size() == 1);
    CHECK(on.disk.files_below("/state/quarantine").empty());
}

TEST_CASE("a draft that became a statement is not brought back") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.type("I sweep");
    desk.after(300ms);
    desk.say_it("I sweep");
    desk.die(on.disk);
    CHECK(Desk{World(on.disk)}.keeper->found_draft() == std::nullopt);
}

TEST_CASE("typing is written four times a second at most and safe within a second") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.turn();
    on.disk.fail({0, 0, false, "write", "/state/journal"});
    for (int i = 0; i < 100; ++i) { // two seconds of typing, a key every 20 ms
        desk.type(std::string(static_cast<std::size_t>(i + 1), 'x'));
        desk.after(20ms);
        bool is_a_second_safe = i < 50;
        for (const auto& state : on.disk.crash_states()) {
            for (const auto& [path, bytes] : state) {
                if (!path.string().starts_with("/state/journal") || path.extension() != ".avow") { continue; }
                const auto draft = read_image(bytes).draft;
                is_a_second_safe = is_a_second_safe || (draft && draft->text.size() + 50 >= static_cast<std::size_t>(i + 1));
            }
        }
        CHECK(is_a_second_safe);
    }
    CAPTURE(on.disk.trace());
    CHECK(on.disk.calls() <= 9);
}

TEST_CASE("closing saves, puts the journal away and lets go of the locks") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("I sweep");
    desk.close();
    CHECK(desk.keeper->keeping().file_current);
    CHECK(read_file(on.disk, file).history.log() == desk.history.log());
    CHECK(on.disk.files_below("/state/journal").empty());
    CHECK(on.disk.files_below("/state/done/small1").size() == 1);
    CHECK(on.disk.files_below("/home") == std::vector<fs::path>{file});
    CHECK(!on.disk.files_below("/state/snapshots/small1").empty());
}

TEST_CASE("a session that was only looked at leaves no journal behind and its file as it was") {
    OnFake on;
    const std::string before = on.disk.content(file);
    Desk desk{World(on.disk)};
    desk.turn();
    desk.after(60'000ms);
    desk.close();
    CHECK(on.disk.content(file) == before);
    CHECK(on.disk.files_below("/state/journal").empty());
    CHECK(on.disk.files_below("/state/done").empty());
}

TEST_CASE("a new session comes to be on the disk, and one whose file never did is found by its journal") {
    FakeDisk disk;
    disk.put("/home/other.avow", "");
    {
        Desk desk{World(disk), History(small_session())};
        desk.say_it("I sweep");
        CHECK(!disk.has(file));
        desk.die(disk);
    }
    const auto orphans = journals_without_file(disk, Places{"/state"});
    REQUIRE(orphans.size() == 1);
    CHECK(orphans[0].path == file);
    CHECK(orphans[0].statements == 2);
    CHECK(orphans[0].is_orphan);
    Desk again{World(disk)};
    CHECK(has_said(again.history.now(), "I sweep"));
    again.turn();
    again.after(2'100ms);
    CHECK(has_said(read_file(disk, file).history.now(), "I sweep"));
    CHECK(journals_without_file(disk, Places{"/state"}).empty());
    CHECK_THROWS_AS(Keeper::create(World(disk).surroundings(), file, History(small_session())), DiskError);
}

TEST_CASE("a file changed underneath is merged by id, neither side is lost, and the screen is told") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("ours before");
    desk.after(2'100ms);
    Reading theirs = read_file(on.disk, file);
    theirs.history.act(say(theirs.history, "theirs"));
    desk.say_it("ours after");
    write_session(on.disk, file, theirs.history);
    desk.after(2'100ms);
    for (const char* words : {"ours before", "theirs", "ours after"}) {
        CHECK(has_said(desk.history.now(), words));
        CHECK(has_said(read_file(on.disk, file).history.now(), words));
        CHECK(has_said(as_read(on.disk).history.now(), words));
    }
    CHECK_THAT(all(desk.keeper->take_remarks()), ContainsSubstring("changed by somebody else"));
    desk.say_it("and on");
    desk.die(on.disk);
    CHECK(Desk{World(on.disk)}.history.now() == desk.history.now());
}

TEST_CASE("a file replaced by rubbish, another session or a newer version is never written over unkept") {
    const std::string other = image_of(full_history());
    std::string newer = image_of(History(small_session()));
    const std::size_t line_end = newer.find('\n');
    newer = framed(R"({"format":"avow-session","version":3,"min_reader":2,"min_writer":2,"session":"small1"})") + newer.substr(line_end + 1);
    for (const std::string& found : {std::string("rubbish"), other, newer}) {
        OnFake on;
        Desk desk{World(on.disk)};
        desk.say_it("ours");
        on.disk.put(file, found);
        desk.after(2'100ms);
        desk.after(100ms);
        const bool is_rubbish = found == "rubbish";
        CHECK(has_said(read_file(on.disk, desk.keeper->path()).history.now(), "ours"));
        CHECK((desk.keeper->path() == file) == is_rubbish);
        if (is_rubbish) {
            const auto kept = on.disk.files_below("/state/quarantine/small1");
            REQUIRE(kept.size() == 1);
            CHECK(on.disk.content(kept[0]) == found);
        } else {
            CHECK(on.disk.content(file) == found);
        }
        CHECK(!desk.keeper->take_remarks().empty());
    }
}

TEST_CASE("a file that was only touched, or replaced by the same bytes, is saved without a word") {
    OnFake on;
    Desk desk{World(on.disk)};
    on.disk.put(file, on.disk.content(file));
    desk.say_it("ours");
    CHECK(desk.after(2'100ms).file_current);
    CHECK(desk.keeper->take_remarks().empty());
}

TEST_CASE("what a damaged file held is set aside before the first save, and named") {
    OnFake on;
    std::string damaged = on.disk.content(file);
    damaged[damaged.size() - 40] ^= 1;
    on.disk.put(file, damaged);
    Desk desk{World(on.disk)};
    CHECK_THAT(all(desk.keeper->take_remarks()), ContainsSubstring("damaged"));
    desk.say_it("ours");
    desk.after(2'100ms);
    const auto kept = on.disk.files_below("/state/quarantine/small1");
    REQUIRE(kept.size() == 1);
    CHECK(on.disk.content(kept[0]) == damaged);
    CHECK(read_file(on.disk, file).remarks.empty());
}

TEST_CASE("a journal that can't be read is set aside and named, never deleted") {
    OnFake on;
    on.disk.put("/state/journal/small1/old-1.avow", "rubbish");
    Desk desk{World(on.disk)};
    desk.turn();
    CHECK(on.disk.content("/state/quarantine/small1/old-1.avow") == "rubbish");
    CHECK_THAT(all(desk.keeper->take_remarks()), ContainsSubstring("old-1.avow"));
    CHECK(desk.history.now() == small_session());
}

TEST_CASE("the second to open a session reads only, is told who has it since when, and may take over without a loss") {
    OnFake on;
    Desk first{World(on.disk)};
    first.say_it("the first says");
    Desk second(World(on.disk, "/state", "studio-2", 200));
    Keeping keeping = second.turn();
    CHECK(keeping.read_only);
    CHECK_THAT(keeping.holder, ContainsSubstring("ana on studio-2, since "));
    CHECK(has_said(second.history.now(), "the first says"));

    first.say_it("the first says more");
    Given take_over;
    take_over.take_over = true;
    keeping = second.turn(std::move(take_over));
    CHECK(!keeping.read_only);
    CHECK(has_said(second.history.now(), "the first says more"));
    second.say_it("the second says");

    keeping = first.say_it("too late, but said"); // before it noticed
    keeping = first.after(10'100ms);
    CHECK(keeping.read_only);
    CHECK_THAT(keeping.holder, ContainsSubstring("studio-2"));
    keeping = first.say_it("even later");
    CHECK(keeping.kept == 4);
    CHECK(keeping.read_only);

    second.after(10'100ms); // looks for what was let go
    for (const char* words : {"the first says", "the first says more", "the second says", "too late, but said", "even later"}) {
        CAPTURE(words);
        CHECK(has_said(second.history.now(), words));
    }
    first.close();
    second.close();
    CHECK(has_said(read_file(on.disk, file).history.now(), "even later"));
    CHECK(on.disk.files_below("/home") == std::vector<fs::path>{file});
}

TEST_CASE("a lock of another computer holds while it beats and is stale after a minute; of a dead process, at once") {
    OnFake on;
    Desk other(World(on.disk, "/state-of-other", "laptop-7", 5));
    World ours(on.disk);
    CHECK(Desk(ours).turn().read_only);
    *ours.now_ms += 30'000;
    CHECK(Desk(ours).turn().read_only);
    *ours.now_ms += 31'000;
    CHECK(!Desk(ours).turn().read_only);

    OnFake second;
    Desk dead(World(second.disk, "/state-of-other", "studio-2", 5));
    World here(second.disk);
    here.machine.is_running = [](int process) { return process != 5; };
    CHECK(!Desk(here).turn().read_only);
}

TEST_CASE("two computers that both write, their locks blind to each other, lose nothing") {
    OnFake on;
    Desk one(World(on.disk, "/state-a", "a", 1));
    on.disk.remove("/home/.~lock.x.avow#"); // a sync program that does not carry hidden files
    Desk two(World(on.disk, "/state-b", "b", 2));
    on.disk.remove("/home/.~lock.x.avow#");
    for (int i = 0; i < 20; ++i) {
        one.say_it("one " + std::to_string(i));
        two.say_it("two " + std::to_string(i));
        if (i % 3 == 0) { one.after(2'100ms), on.disk.remove("/home/.~lock.x.avow#"); }
        if (i % 4 == 0) { two.after(2'100ms), on.disk.remove("/home/.~lock.x.avow#"); }
    }
    one.close();
    two.close();
    for (const char* state : {"/state-a", "/state-b", "/state-a"}) { // what either journal still holds comes in on opening
        Desk again(World(on.disk, state, "a", 3));
        again.turn();
        again.after(2'100ms);
        again.close();
    }
    const Session found = read_file(on.disk, file).history.now();
    for (int i = 0; i < 20; ++i) {
        CAPTURE(i);
        CHECK(has_said(found, "one " + std::to_string(i)));
        CHECK(has_said(found, "two " + std::to_string(i)));
    }
}

TEST_CASE("a full disk loses nothing: the words stay, the notice counts them, a retry keeps them") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("before");
    desk.after(2'100ms);
    on.disk.set_room(0);
    Keeping keeping = desk.say_it("one");
    keeping = desk.say_it("two");
    CHECK(keeping.kept == 1);
    CHECK_THAT(keeping.notice, ContainsSubstring("2 changes are in memory only") && ContainsSubstring("the disk is full"));
    keeping = desk.after(2'100ms);
    CHECK_THAT(keeping.notice, ContainsSubstring("x.avow"));
    CHECK(read_file(on.disk, file).remarks.empty());
    on.disk.set_room(UINT64_MAX);
    Given retry;
    retry.retry = true;
    keeping = desk.turn(std::move(retry));
    CHECK(keeping.kept == 3);
    CHECK(keeping.file_current);
    CHECK(keeping.notice.empty());
    CHECK(read_file(on.disk, file).history.log() == desk.history.log());
}

TEST_CASE("a folder that can't be written says which permission, keeps what is done in the journal, and needs no answer") {
    OnFake on;
    on.disk.make_unwritable("/home", EACCES);
    Desk desk{World(on.disk)};
    Keeping keeping = desk.turn();
    CHECK(!keeping.read_only);
    CHECK_THAT(keeping.notice, ContainsSubstring("\"/home\"") && ContainsSubstring("permission"));
    keeping = desk.say_it("ours");
    CHECK(keeping.kept == 1);
    CHECK(!keeping.file_current);
    desk.after(2'100ms);
    desk.close();
    CHECK(on.disk.files_below("/state/journal").size() == 1); // not put away: the file lacks it
    on.disk.make_writable("/home");
    Desk again{World(on.disk)};
    CHECK(has_said(again.history.now(), "ours"));
}

TEST_CASE("a write-protected file is not replaced") {
    OnFake on;
    const std::string before = on.disk.content(file);
    on.disk.set_mode_of(file, 0400);
    Desk desk{World(on.disk)};
    CHECK_THAT(desk.turn().notice, ContainsSubstring("permission"));
    desk.say_it("ours");
    desk.after(5'000ms);
    CHECK(on.disk.content(file) == before);
}

TEST_CASE("a folder that vanishes takes nothing along: the notice stays until the folder is back") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("before");
    desk.after(2'100ms);
    on.disk.remove_folder("/home");
    Keeping keeping = desk.say_it("after");
    CHECK(keeping.kept == 2);
    keeping = desk.after(2'100ms);
    CHECK_THAT(keeping.notice, ContainsSubstring("not there"));
    CHECK(!on.disk.has("/home"));
    on.disk.put("/home/other", "");
    keeping = desk.after(2'100ms);
    CHECK(keeping.notice.empty());
    CHECK(has_said(read_file(on.disk, file).history.now(), "after"));
    CHECK(has_said(read_file(on.disk, file).history.now(), "before"));
}

TEST_CASE("a rename that is refused is tried for a minute, then the session is saved beside under another name") {
    OnFake on;
    Desk desk{World(on.disk)};
    on.disk.fail({1, EACCES, true, "rename", "/home/x.avow"});
    desk.say_it("ours");
    Keeping keeping = desk.after(2'100ms);
    CHECK_THAT(keeping.notice, ContainsSubstring("tried again"));
    CHECK(on.disk.files_below("/home").size() == 2); // with the visible lock
    for (int i = 0; i < 31; ++i) { keeping = desk.after(2'100ms); }
    CHECK(!keeping.notice.empty());
    CHECK_THAT(all(desk.keeper->take_remarks()), ContainsSubstring("saved beside it as \"x (from studio-2, "));
    const auto files = on.disk.files_below("/home");
    const auto beside = std::find_if(files.begin(), files.end(), [](const fs::path& p) { return p.string().find("(from") != std::string::npos; });
    REQUIRE(beside != files.end());
    CHECK(has_said(read_file(on.disk, *beside).history.now(), "ours"));
    on.disk.heal();
    CHECK(desk.after(2'100ms).notice.empty());
}

TEST_CASE("whatever call of the disk fails, once or for ever, nothing acknowledged is lost and nothing said is dropped") {
    std::size_t tried = 0;
    for (const int code : {ENOSPC, EIO, EINTR, 0}) {
        for (const bool is_for_ever : {false, true}) {
            for (std::size_t at = 1; at < 400; ++at, ++tried) {
                OnFake on;
                std::uint64_t kept = 0;
                std::vector<std::string> said;
                std::unique_ptr<Desk> desk;
                CAPTURE(code, is_for_ever, at);
                on.disk.fail({at, code, is_for_ever, "", ""});
                try {
                    desk = std::make_unique<Desk>(World(on.disk));
                } catch (const DiskError&) { // opening was refused, which changes nothing
                    on.disk.heal();
                    REQUIRE(read_file(on.disk, file).history.now() == small_session());
                    continue;
                }
                for (int i = 0; i < 3; ++i) {
                    said.push_back("statement " + std::to_string(i));
                    kept = desk->say_it(said.back()).kept;
                    desk->type("draft " + std::to_string(i));
                    desk->after(1'100ms);
                }
                kept = desk->after(2'500ms).kept;
                const bool was_reached = on.disk.calls() >= at;
                const bool is_silent = kept < said.size() && desk->keeper->keeping().notice.empty();
                REQUIRE(!is_silent);
                on.disk.heal();

                // The process dies here: what was acknowledged is there.
                const Session found = as_read(on.disk).history.now();
                for (std::size_t i = 0; i < kept; ++i) { REQUIRE(has_said(found, said[i])); }

                // Or it goes on, with the disk well again: all is there.
                desk->after(2'100ms);
                desk->after(2'100ms);
                desk->close();
                const Session closed = as_read(on.disk).history.now();
                for (const std::string& words : said) { REQUIRE(has_said(closed, words)); }
                if (!was_reached) { break; }
            }
        }
    }
    WARN("fail at the n-th call: " << tried << " runs");
}

TEST_CASE("whenever the power goes, what was acknowledged is found") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.turn();
    std::size_t states = 0;
    std::ptrdiff_t lost = 0;
    std::vector<std::string> acknowledged;
    const auto look = [&] {
        for (const auto& state : on.disk.crash_states()) {
            ++states;
            FakeDisk after;
            for (const auto& [path, bytes] : state) { after.put(path, bytes); }
            const Session found = read_session(after, file, Places{"/state"}).history.now();
            lost += std::count_if(acknowledged.begin(), acknowledged.end(), [&](const std::string& words) { return !has_said(found, words); });
        }
    };
    on.disk.after_each_call = look;
    for (int i = 0; i < 4; ++i) {
        const std::string words = "statement " + std::to_string(i);
        const std::uint64_t kept = desk.say_it(words).kept;
        REQUIRE(kept == static_cast<std::uint64_t>(i + 1));
        acknowledged.push_back(words);
        if (i % 2 == 1) { desk.after(2'100ms); }
    }
    desk.close();
    on.disk.after_each_call = nullptr;
    WARN("power cuts: " << states << " states");
    CHECK(states > 200);
    CHECK(lost == 0);
}

TEST_CASE("snapshots: the last ten stay, and the first of each hour for thirty days") {
    FakeDisk disk;
    const fs::path folder = "/state/snapshots/small1";
    disk.put("/state/x", "");
    const std::int64_t start = 1'795'271'762'000;
    const std::int64_t minute = 60'000;
    for (int i = 0; i < 300; ++i) { keep_snapshot(disk, folder, "image", Moment{start + i * minute}); }
    const std::size_t after_five_hours = disk.files_below(folder).size();
    CHECK(after_five_hours >= 15);
    CHECK(after_five_hours <= 17);
    keep_snapshot(disk, folder, "image", Moment{start + 31 * 24 * 60 * minute});
    CHECK(disk.files_below(folder).size() == 10);
}

TEST_CASE("journals that are done with go after thirty days or over fifty megabytes") {
    FakeDisk disk;
    disk.put("/state/done/a/old", "x");
    FileStatus status;
    disk.status("/state/done/a/old", status);
    const Moment then{status.modified_ns / 1'000'000};
    prune_done(disk, "/state/done/a", Moment{then.unix_ms + 29ll * 86'400'000});
    CHECK(disk.has("/state/done/a/old"));
    prune_done(disk, "/state/done/a", Moment{then.unix_ms + 31ll * 86'400'000});
    CHECK(!disk.has("/state/done/a/old"));
    disk.put("/state/done/a/one", std::string(30u << 20, 'x'));
    disk.put("/state/done/a/two", std::string(30u << 20, 'x'));
    prune_done(disk, "/state/done/a", then);
    CHECK(disk.files_below("/state/done/a") == std::vector<fs::path>{"/state/done/a/two"});
}
