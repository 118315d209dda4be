// A session kept while the disk does its worst.
#include "at_work.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <cerrno>

using namespace avow;
using namespace avow::storage;
using namespace avow::storage::at_work;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a full disk loses nothing: the words stay, the notice counts them, a retry keeps them") {
    OnFake on;
    Desk desk{World(on.disk)};
    desk.say_it("before");
    desk.after(2'100ms);
    on.disk.set_room(0);
    Keeping keeping = desk.say_it("one");
    keeping = desk.say_it("two");
    CHECK(keeping.kept == 1);
    CHECK_THAT(keeping.notice,
               ContainsSubstring("2 changes are in memory only") && ContainsSubstring("the disk is full"));
    keeping = desk.after(2'100ms);
    CHECK_THAT(keeping.notice, ContainsSubstring("x.avow") && !ContainsSubstring("is kept on this computer"));
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

TEST_CASE(
    "a folder that can't be written says which permission, keeps what is done in the journal, and needs no answer") {
    OnFake on;
    on.disk.make_unwritable("/desk", EACCES);
    Desk desk{World(on.disk)};
    Keeping keeping = desk.turn();
    CHECK(!keeping.read_only);
    CHECK_THAT(keeping.notice, ContainsSubstring(quoted("/desk")) && ContainsSubstring("permission"));
    keeping = desk.say_it("ours");
    CHECK(keeping.kept == 1);
    CHECK(!keeping.file_current);
    desk.after(2'100ms);
    desk.close();
    CHECK(on.disk.files_below("/state/journal").size() == 1); // not put away: the file lacks it
    on.disk.make_writable("/desk");
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
    on.disk.remove_folder("/desk");
    Keeping keeping = desk.say_it("after");
    CHECK(keeping.kept == 2);
    keeping = desk.after(2'100ms);
    CHECK_THAT(keeping.notice, ContainsSubstring("not there"));
    CHECK(desk.keeper->take_remarks().empty()); // nothing was written again yet
    CHECK(!on.disk.has("/desk"));
    on.disk.put("/desk/other", "");
    keeping = desk.after(2'100ms);
    CHECK(keeping.notice.empty());
    const auto shown = std::filesystem::path("/desk/x.avow").make_preferred().string();
    CHECK(all(desk.keeper->take_remarks()) == "\"" + shown + "\" was gone; it was written again\n");
    CHECK(has_said(read_file(on.disk, file).history.now(), "after"));
    CHECK(has_said(read_file(on.disk, file).history.now(), "before"));
}

TEST_CASE("a rename that is refused is tried for a minute, then the session is saved beside under another name") {
    OnFake on;
    Desk desk{World(on.disk)};
    on.disk.fail({1, EACCES, true, "rename", "/desk/x.avow"});
    desk.say_it("ours");
    Keeping keeping = desk.after(2'100ms);
    CHECK_THAT(keeping.notice, ContainsSubstring("tried again"));
    CHECK(on.disk.files_below("/desk").size() == 2); // with the visible lock
    for (int i = 0; i < 31; ++i) keeping = desk.after(2'100ms);
    CHECK(!keeping.notice.empty());
    CHECK_THAT(all(desk.keeper->take_remarks()), ContainsSubstring("saved beside it as \"x (from studio-2, "));
    const auto files = on.disk.files_below("/desk");
    const auto beside = std::find_if(files.begin(), files.end(),
                                     [](const fs::path& p) { return p.string().find("(from") != std::string::npos; });
    REQUIRE(beside != files.end());
    CHECK(has_said(read_file(on.disk, *beside).history.now(), "ours"));
    on.disk.heal();
    CHECK(desk.after(2'100ms).notice.empty());
}

TEST_CASE(
    "whatever call of the disk fails, once or for ever, nothing acknowledged is lost and nothing said is dropped") {
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
                for (std::size_t i = 0; i < kept; ++i) REQUIRE(has_said(found, said[i]));

                // Or it goes on, with the disk well again: all is there.
                desk->after(2'100ms);
                desk->after(2'100ms);
                desk->close();
                const Session closed = as_read(on.disk).history.now();
                for (const std::string& words : said) REQUIRE(has_said(closed, words));
                if (!was_reached) break;
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
            for (const auto& [path, bytes] : state) after.put(path, bytes);
            const Session found = read_session(after, file, Places{"/state"}).history.now();
            lost += std::count_if(acknowledged.begin(), acknowledged.end(),
                                  [&](const std::string& words) { return !has_said(found, words); });
        }
    };
    on.disk.after_each_call = look;
    for (int i = 0; i < 4; ++i) {
        const std::string words = "statement " + std::to_string(i);
        const std::uint64_t kept = desk.say_it(words).kept;
        REQUIRE(kept == static_cast<std::uint64_t>(i + 1));
        acknowledged.push_back(words);
        if (i % 2 == 1) desk.after(2'100ms);
    }
    desk.close();
    on.disk.after_each_call = nullptr;
    WARN("power cuts: " << states << " states");
    CHECK(states > 200);
    CHECK(lost == 0);
}
