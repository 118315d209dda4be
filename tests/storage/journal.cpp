#include "storage/journal.hpp"

#include "fake_disk.hpp"
#include "given.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cerrno>

using namespace avow;
using namespace avow::storage;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

const std::vector<fs::path> homes = {"/state/journal/small1", "/desk"};

struct Begun {
    FakeDisk disk;
    History history{small_session()};
    Journal journal{disk, "one"};

    Begun() {
        disk.put("/desk/x.avow", "");
        REQUIRE(journal.begin(journal_image(history, {}, "/desk/x.avow"), homes));
    }
    std::string next_line(const std::string& words) {
        const Entry& entry = history.act(say(history, words));
        return entry_line(entry, history.log().size());
    }
};

} // namespace

TEST_CASE("a journal alone is a whole session, and names the file it belongs to") {
    Begun begun;
    REQUIRE(begun.journal.write(begun.next_line("I sweep") + draft_line({{"p1"}, "I also wa"})));
    REQUIRE(begun.journal.sync());
    const Reading reading = read_file(begun.disk, begun.journal.path());
    CHECK(reading.history.now() == begun.history.now());
    CHECK(reading.history.log() == begun.history.log());
    CHECK(reading.draft == Draft{{"p1"}, "I also wa"});
    const Draft both{{}, "the log", "evidence", {"a1"}, {Draft{{"p1"}, "I also wa"}}};
    REQUIRE(begun.journal.write(draft_line(both)));
    CHECK(read_journal(begun.disk, begun.journal.path()).draft == both);
    CHECK(reading.session_file == "/desk/x.avow");
    CHECK(begun.disk.mode_of(begun.journal.path()) == 0600);
}

TEST_CASE("cut at any byte, or with rubbish behind the cut, a journal gives every entry before it") {
    Begun begun;
    std::vector<std::size_t> ends = {begun.disk.content(begun.journal.path()).size()};
    std::vector<Session> values = {begun.history.now()};
    for (int i = 0; i < 8; ++i) {
        REQUIRE(begun.journal.write(begun.next_line("statement " + std::to_string(i))));
        ends.push_back(begun.disk.content(begun.journal.path()).size());
        values.push_back(begun.history.now());
    }
    const std::string image = begun.disk.content(begun.journal.path());
    std::size_t states = 0;
    for (std::size_t cut = ends[0]; cut < image.size(); ++cut) {
        std::size_t whole = 0;
        while (whole + 1 < ends.size() && ends[whole + 1] <= cut + 1) {
            ++whole;
        } // the newline alone may be gone
        const std::string left = image.substr(0, cut);
        const std::string rest(image.size() - cut, '\0');
        for (const std::string& tail : {std::string(), rest, std::string("garbage\xFF{}"), std::string("\n\n\n")}) {
            const bool has_newline_again = tail.starts_with('\n');
            const std::size_t expected = tail.empty() || has_newline_again || ends[whole] <= cut ? whole : whole - 1;
            CAPTURE(cut, whole, tail.size());
            REQUIRE(read_image(left + tail).history.now() == values[expected]);
            ++states;
        }
    }
    CHECK(states > 5'000);
}

TEST_CASE("a write that is refused leaves whole lines, and the same may be written again") {
    Begun begun;
    REQUIRE(begun.journal.write(begun.next_line("first")));
    const std::string before = begun.disk.content(begun.journal.path());
    const std::string line = begun.next_line("second");
    begun.disk.set_room(begun.disk.content(begun.journal.path()).size() + 20);
    CHECK(!begun.journal.write(line));
    CHECK(begun.journal.can_write());
    CHECK(begun.disk.content(begun.journal.path()) == before);
    CHECK_THAT(begun.journal.trouble(), ContainsSubstring("the disk is full"));
    begun.disk.set_room(UINT64_MAX);
    REQUIRE(begun.journal.write(line));
    CHECK(read_file(begun.disk, begun.journal.path()).history.now() == begun.history.now());
}

TEST_CASE("after a refused sync the same file is never synced again; a new one takes everything") {
    Begun begun;
    const fs::path first = begun.journal.path();
    REQUIRE(begun.journal.write(begun.next_line("first")));
    begun.disk.fail({1, EIO, false, "sync", ""});
    CHECK(!begun.journal.sync());
    begun.disk.heal();
    CHECK(!begun.journal.can_write());
    CHECK(!begun.journal.sync());
    CHECK(begun.disk.calls() == 0); // nothing was asked of the disk
    REQUIRE(begun.journal.begin(journal_image(begun.history, {}, "/desk/x.avow"), homes));
    CHECK(begun.journal.path() != first);
    CHECK(!begun.disk.has(first));
    CHECK(read_file(begun.disk, begun.journal.path()).history.now() == begun.history.now());
}

TEST_CASE("when the state folder takes nothing, the journal lies beside the session, hidden") {
    FakeDisk disk;
    disk.put("/desk/x.avow", "");
    disk.put("/state/journal/small1/other", "");
    disk.make_unwritable("/state/journal/small1", ENOSPC);
    Journal journal(disk, "one");
    const History history(small_session());
    REQUIRE(journal.begin(journal_image(history, {}, "/desk/x.avow"), homes));
    CHECK(journal.path().parent_path() == "/desk");
    CHECK(journal.path().filename().string().starts_with(".avow-journal-"));
    const auto found = journals_of(disk, Places{"/state"}, {"small1"}, "/desk/x.avow");
    REQUIRE(found.size() == 1);
    CHECK(found[0].is_live);
    disk.make_unwritable("/desk", ENOSPC);
    CHECK(!journal.begin(journal_image(history, {}, "/desk/x.avow"), homes));
    CHECK_THAT(journal.trouble(), ContainsSubstring("the disk is full"));
    CHECK(journal.can_write()); // the one it has is as it was
}

TEST_CASE("whatever call fails, a journal holds all that was synced, and says what it could not") {
    std::size_t tried = 0;
    for (const int code : {ENOSPC, EIO, EINTR, 0}) {
        for (const bool is_for_ever : {false, true}) {
            for (std::size_t at = 1; at < 200; ++at, ++tried) {
                Begun begun;
                begun.disk.fail({at, code, is_for_ever, "", ""});
                Session synced = begun.history.now();
                for (int i = 0; i < 4; ++i) {
                    const std::string line = begun.next_line("statement " + std::to_string(i));
                    bool is_kept = begun.journal.can_write() && begun.journal.write(line) && begun.journal.sync();
                    is_kept = is_kept || begun.journal.begin(journal_image(begun.history, {}, "/desk/x.avow"), homes);
                    CAPTURE(code, is_for_ever, at, i);
                    if (!is_kept) {
                        REQUIRE(!begun.journal.trouble().empty());
                        break; // a keeper would hold it in memory and ask again
                    }
                    synced = begun.history.now();
                }
                const bool was_reached = begun.disk.calls() >= at;
                begun.disk.heal();
                Session best;
                for (const FoundJournal& found :
                     journals_of(begun.disk, Places{"/state"}, {"small1"}, "/desk/x.avow")) {
                    const Session held = read_file(begun.disk, found.path).history.now();
                    if (held.accountabilities.size() > best.accountabilities.size()) best = held;
                }
                for (const Accountability& said : synced.accountabilities) REQUIRE(has_said(best, said.statement));
                if (!was_reached) break;
            }
        }
    }
    CHECK(tried > 60);
}

TEST_CASE("journals of another file are left alone unless that file is gone") {
    Begun begun;
    begun.disk.put("/desk/copy.avow", "");
    const Places places{"/state"};
    CHECK(journals_of(begun.disk, places, {"small1"}, "/desk/copy.avow").empty());
    begun.disk.remove("/desk/x.avow");
    CHECK(journals_of(begun.disk, places, {"small1"}, "/desk/copy.avow").size() == 1);
    CHECK(journals_for(begun.disk, places, "/desk/x.avow").size() == 1);
}
