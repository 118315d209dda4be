// A session kept, found again, shared and taken over.
#include "at_work.hpp"
#include "storage/library.hpp"
#include "storage/record.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <cerrno>

using namespace avow;
using namespace avow::storage;
using namespace avow::storage::at_work;
using Catch::Matchers::ContainsSubstring;

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
    given.entries.push_back(
        desk.history.act(Step{{"go"}, "went on", Moment{1}, {GoToStage{Stage::themes, Moment{1}}}}));
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
    for (int i = 0; i < 12; ++i) desk.say_it("statement " + std::to_string(i));
    desk.type("I half type th");
    desk.after(300ms);
    desk.die(on.disk);

    Desk again{World(on.disk)};
    CHECK(again.history.now() == desk.history.now());
    CHECK(again.keeper->found_draft() == Draft{{"p1"}, "I half type th"});
    CHECK_THAT(all(again.keeper->take_remarks()),
               ContainsSubstring("12 statements from ") && ContainsSubstring(" brought back"));
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
                if (!path.generic_string().starts_with("/state/journal") || path.extension() != ".avow") continue;
                const auto draft = read_image(bytes).draft;
                is_a_second_safe =
                    is_a_second_safe || (draft && draft->text.size() + 50 >= static_cast<std::size_t>(i + 1));
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
    CHECK(on.disk.files_below("/desk") == std::vector<fs::path>{file});
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
    disk.put("/desk/other.avow", "");
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

TEST_CASE(
    "what another program puts there while the file is being saved, after the last look at it, is merged as well") {
    OnFake on;
    Desk desk{World(on.disk)};
    Reading theirs = read_file(on.disk, file);
    theirs.history.act(say(theirs.history, "theirs, at the last moment"));
    desk.say_it("ours");
    on.disk.before_exchange = [&] { on.disk.put(file, image_of(theirs.history)); };
    desk.after(2'100ms);
    CHECK(on.disk.content(file) == image_of(theirs.history)); // put back as it was
    desk.after(2'100ms);
    for (const char* words : {"theirs, at the last moment", "ours"})
        CHECK(has_said(read_file(on.disk, file).history.now(), words));
    CHECK(on.disk.files_below("/desk").size() == 2); // with the visible lock
}

TEST_CASE("where a disk can't make two files change places, or takes it for a rename, the file is saved all the same") {
    OnFake on;
    on.disk.exchanging = GENERATE(FakeDisk::Exchanging::refused, FakeDisk::Exchanging::as_rename);
    Desk desk{World(on.disk)};
    desk.say_it("ours");
    CHECK(desk.after(2'100ms).notice.empty());
    CHECK(has_said(read_file(on.disk, file).history.now(), "ours"));
    CHECK(on.disk.files_below("/desk").size() == 2);
}

TEST_CASE("a file replaced by rubbish, another session or a newer version is never written over unkept") {
    const std::string other = image_of(full_history());
    std::string newer = image_of(History(small_session()));
    const std::size_t line_end = newer.find('\n');
    newer = framed(R"({"format":"avow-session","version":3,"min_reader":2,"min_writer":2,"session":"small1"})") +
            newer.substr(line_end + 1);
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
    for (const char* words :
         {"the first says", "the first says more", "the second says", "too late, but said", "even later"}) {
        CAPTURE(words);
        CHECK(has_said(second.history.now(), words));
    }
    first.close();
    second.close();
    CHECK(has_said(read_file(on.disk, file).history.now(), "even later"));
    CHECK(on.disk.files_below("/desk") == std::vector<fs::path>{file});
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

TEST_CASE("a laptop whose lid was closed while another computer went on gives way when it wakes, and loses nothing") {
    OnFake on;
    Desk asleep(World(on.disk, "/state-a", "a", 1));
    asleep.say_it("before the lid was closed"); // kept here, and not yet in the file
    World elsewhere(on.disk, "/state-b", "b", 2);
    *elsewhere.now_ms += 600'000;
    Desk other(elsewhere);
    REQUIRE_FALSE(other.turn().read_only);
    other.say_it("said meanwhile");
    other.after(2'100ms);

    *asleep.world.now_ms += 700'000; // it wakes: the clock on the wall has gone on, the other has stood still
    CHECK(asleep.say_it("typed as it woke").kept == 2);
    const Keeping keeping = asleep.after(10'100ms);
    CHECK(keeping.read_only);
    CHECK_THAT(keeping.holder, ContainsSubstring("on b"));
    CHECK(has_said(read_file(on.disk, file).history.now(), "said meanwhile"));
    asleep.close();
    other.close();
    Desk again(World(on.disk, "/state-a", "a", 3));
    again.turn();
    again.after(2'100ms);
    again.close();
    for (const char* words : {"before the lid was closed", "said meanwhile", "typed as it woke"}) {
        CAPTURE(words);
        CHECK(has_said(read_file(on.disk, file).history.now(), words));
    }
}

TEST_CASE("two computers that both write, their locks blind to each other, lose nothing") {
    OnFake on;
    Desk one(World(on.disk, "/state-a", "a", 1));
    on.disk.remove("/desk/.~lock.x.avow#"); // a sync program that does not carry hidden files
    Desk two(World(on.disk, "/state-b", "b", 2));
    on.disk.remove("/desk/.~lock.x.avow#");
    for (int i = 0; i < 20; ++i) {
        one.say_it("one " + std::to_string(i));
        two.say_it("two " + std::to_string(i));
        if (i % 3 == 0) one.after(2'100ms), on.disk.remove("/desk/.~lock.x.avow#");
        if (i % 4 == 0) two.after(2'100ms), on.disk.remove("/desk/.~lock.x.avow#");
    }
    one.close();
    two.close();
    for (const char* state :
         {"/state-a", "/state-b", "/state-a"}) { // what either journal still holds comes in on opening
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

TEST_CASE("a file cut off in its first lines is answered with the copy that was kept on this computer") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("I sweep");
    desk.close();
    on.disk.put(file, on.disk.content(file).substr(0, 200));
    CHECK_THROWS_AS(read_file(on.disk, file), FormatError);
    const Reading reading = as_read(on.disk);
    CHECK(has_said(reading.history.now(), "I sweep"));
    CHECK_THAT(all(reading.remarks), ContainsSubstring("kept on this computer"));
    Desk again{World(on.disk)};
    CHECK(has_said(again.history.now(), "I sweep"));
    again.turn();
    again.after(2'100ms);
    CHECK(has_said(read_file(on.disk, file).history.now(), "I sweep"));
    CHECK(on.disk.files_below("/state/quarantine/small1").size() == 1);
}

TEST_CASE("a file that a newer Avow has written meanwhile is refused and stays, whatever copies of it are kept here") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("I sweep");
    desk.close();
    const std::string ours = on.disk.content(file);
    const std::string newer =
        framed(R"({"format":"avow-session","version":3,"min_reader":2,"min_writer":2,"session":"small1"})") +
        ours.substr(ours.find('\n') + 1);
    on.disk.put(file, newer);
    CHECK_THROWS_WITH(as_read(on.disk), ContainsSubstring("made by a newer Avow (version 3)"));
    CHECK_THROWS_WITH(Desk(World(on.disk)), ContainsSubstring("made by a newer Avow (version 3)"));
    CHECK(on.disk.content(file) == newer);
    on.disk.put(file, ours);
    CHECK(has_said(Desk(World(on.disk)).history.now(), "I sweep")); // nobody is left holding it
}
