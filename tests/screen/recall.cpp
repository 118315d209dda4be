// What they think is wanted, and what was: sealed at Prepare, recalled on papers without a name, opened, matched, judged and
// counted; by keyboard alone, and with nothing before the room that it must not see yet.
#include "screen/given_room.hpp"
#include "storage/half_papers.hpp"
#include "storage/seal.hpp"
#include "support/aligned.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::screen;
using desk::Purpose;

namespace {

// Ines leads, three others write; two expectations are sealed.
Session sealed_session() {
    auto session = session_of({"Ines Ortega", "Ana", "Bo", "Cem"});
    session.stage = Stage::align;
    session.leader = session.participants.front().id;
    session.expectations = {{{"e1"}, "Every message is answered on its day", 3},
                            {{"e2"}, "The board is tidy on Friday", 1}};
    session.seal = storage::sealed(session, storage::new_nonce(), Moment{1'000});
    return session;
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string papers_on_disk(const desk::Desk& desk) {
    desk.errands.finish();
    const auto file = storage::half_papers_file(desk.world().storage.places, desk.session().id);
    auto& disk = desk.world().storage.disk;
    return storage::is_there(disk, file) ? words_of_file(file) : std::string{};
}

void enter_three_papers(GivenRoom& given) {
    given.room.key("4");
    given.room.key("R");
    given.room.type("answer messages the same day\nno late lunches\n\n");
    given.room.type("keep the board tidy\n\n");
    given.room.type("\n");
}

} // namespace

TEST_CASE("papers are entered line by line; the room sees how many are in and the fingerprint, and not one word",
          "[privacy]") {
    GivenRoom given(sealed_session());
    given.room.key("4");
    CHECK(has(words_on(given), "0 of 3 papers are in"));
    CHECK(has(words_on(given), storage::short_fingerprint(*given.desk.session().seal)));
    given.room.key("R");
    given.room.type("answer messages the same day\n");
    given.room.type("no late lun");
    CHECK_FALSE(has(given.room.text(), "late lun")); // the strip stands before the room
    CHECK_FALSE(has(given.room.in_fields(), "late lun"));
    CHECK_FALSE(has(given.room.text(), "answer messages"));
    given.desk.screens.is_apart = true;
    given.room.frames(3);
    CHECK(given.room.recorder().items().size() > 0);
    CHECK_FALSE(desk::asks_for_secret(given.desk));
    given.desk.screens.is_apart = false;
    given.room.type("ches\n\n");
    const auto page = words_on(given);
    INFO(page);
    CHECK(has(page, "1 of 3 papers is in"));
    CHECK_FALSE(has(page, "lunches"));
    CHECK_FALSE(has(page, "Every message"));
    CHECK(given.desk.entry.purpose == Purpose::recall);
    CHECK(given.desk.session().recall_sheets.empty());
    CHECK(given.room.tally().mouse == 0);
}

TEST_CASE("a line is taken back into the field, and before the first the paper before comes into hand") {
    GivenRoom given(sealed_session());
    given.room.key("4");
    given.room.key("R");
    given.room.type("answer messages\nno lunhces\n");
    given.room.key("Backspace");
    CHECK(given.desk.entry.text == "no lunhces");
    given.room.key("Ctrl+A");
    given.room.type("no lunches\n\n");
    REQUIRE(given.desk.aligning.papers_in() == 1);
    given.room.key("Backspace");
    CHECK(given.desk.aligning.papers_in() == 0);
    given.room.key("Backspace");
    CHECK(given.desk.entry.text == "no lunches");
}

TEST_CASE("after the last paper the field closes, and all are handed in at once, by ids that tell no order") {
    GivenRoom given(sealed_session());
    enter_three_papers(given);
    CHECK(given.desk.entry.purpose == Purpose::nothing);
    CHECK(given.room.shows("3 papers are in"));
    CHECK(given.desk.session().recall_sheets.empty());
    given.room.key("H");
    const auto& sheets = given.desk.session().recall_sheets;
    REQUIRE(sheets.size() == 3);
    CHECK(std::ranges::is_sorted(sheets, {}, &RecallSheet::id));
    CHECK(std::ranges::count_if(sheets, [](const auto& one) { return one.recalls.empty(); }) == 1);
    CHECK(given.room.shows("3 papers handed in"));
    CHECK(papers_on_disk(given.desk).empty());
    given.room.key("R");
    CHECK(given.desk.entry.purpose == Purpose::nothing);
    given.room.key("Delete");
    CHECK(given.desk.session().recall_sheets.empty());
    CHECK(given.desk.aligning.papers_in() == 3);
    given.room.key("H");
    CHECK(given.desk.session().recall_sheets.size() == 3);
    given.room.key("Ctrl+Z");
    CHECK(given.desk.session().recall_sheets.empty());
    CHECK(given.desk.aligning.papers_in() == 3); // nobody types them again
    given.room.key("Ctrl+Y");
    CHECK(given.desk.session().recall_sheets.size() == 3);
    CHECK(papers_on_disk(given.desk).empty());
}

TEST_CASE(
    "papers that were not handed in come back after the program ended, and no journal and no file has their order") {
    GivenRoom given(sealed_session());
    given.room.key("4");
    given.room.key("R");
    given.room.type("zebra\nyak\n\nxerus\n\nwombat\n");
    const auto kept = papers_on_disk(given.desk);
    for (const auto* word : {"zebra", "yak", "xerus", "wombat"}) CHECK(has(kept, word));
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < kept.size(); at = kept.find('\n', at) + 1) lines.push_back(kept.substr(at, 32));
    CHECK(std::ranges::is_sorted(lines));
    const auto file = given.desk.file();
    given.desk.close();
    CHECK_FALSE(has(words_of_file(file), "zebra"));
    REQUIRE(given.desk.open(file));
    given.room.frames(4);
    CHECK(given.desk.aligning.papers_in() == 2);
    given.room.key("4");
    given.room.key("R");
    given.room.key("Backspace");
    CHECK(given.desk.entry.text == "wombat");
    given.room.type("\n\n");
    given.room.key("H");
    CHECK(given.desk.session().recall_sheets.size() == 3);
}

TEST_CASE("the team guesses how often it will have named them, within what can come true") {
    GivenRoom given(sealed_session());
    given.room.key("4");
    given.room.key("G");
    CHECK(given.room.shows("of 6 at the most"));
    given.room.type("9\n");
    CHECK_FALSE(given.desk.session().team_guess);
    given.room.key("Escape");
    given.room.key("G");
    given.room.type("4\n");
    CHECK(given.desk.session().team_guess == 4);
}

TEST_CASE("the seal is opened by asking once; then its words stand there, and whether it holds") {
    GivenRoom given(sealed_session());
    enter_three_papers(given);
    given.room.key("5");
    given.room.key("O");
    CHECK(has(notice(given.desk), "not handed in yet"));
    given.room.key("4");
    given.room.key("H");
    given.room.key("5");
    CHECK_FALSE(has(words_on(given), "Every message"));
    given.room.key("O");
    CHECK_FALSE(is_opened(given.desk.session()));
    CHECK(has(notice(given.desk), "O again"));
    given.room.key("O");
    REQUIRE(is_opened(given.desk.session()));
    const auto page = words_on(given);
    INFO(page);
    CHECK(has(page, "Every message is answered on its day"));
    CHECK(has(page, storage::short_fingerprint(*given.desk.session().seal) + " holds"));
    given.room.key("Ctrl+Z");
    CHECK_FALSE(has(words_on(given), "Every message"));
}

TEST_CASE("what was changed since the sealing is said when it is opened") {
    auto session = sealed_session();
    session.expectations[0].text = "Every message is answered at once";
    GivenRoom given(session);
    given.room.key("5");
    given.room.key("O");
    given.room.key("O");
    CHECK(has(words_on(given), "does not hold"));
}

TEST_CASE("each recall is matched and judged by one key each, and the counts stand at the end") {
    GivenRoom given(sealed_session());
    enter_three_papers(given);
    given.room.key("H");
    given.room.key("5");
    given.room.key("O");
    given.room.key("O");
    given.room.key("Return");
    for (int i = 0; i < 3; ++i) {
        const auto* recall = desk::recall_in_hand(given.desk);
        REQUIRE(recall);
        const auto words = recall->text;
        INFO(words);
        CHECK(has(words_on(given), words));
        if (words == "answer messages the same day") {
            CHECK(given.desk.expectation_meant_by(words) == ExpectationId{"e1"});
            CHECK(has(words_on(given), "Seems to mean 1"));
            given.room.key("Return");
            given.room.key("2");
            given.room.key("2");
        } else if (words == "keep the board tidy") {
            given.room.key("2");
            given.room.key("1");
            CHECK(has(words_on(given), "The leader: 1, in part"));
            given.room.key("Backspace");
            given.room.key("2");
            given.room.key("1");
        } else {
            given.room.key("0");
        }
    }
    const auto page = words_on(given);
    INFO(page);
    CHECK(has(page, "2 of 6 in all"));
    CHECK(has(page, "The leader guessed 4"));
    CHECK(has(page, "1 understood"));
    CHECK(has(page, "no late lunches"));
    for (const auto& person : given.desk.session().participants) CHECK_FALSE(has(page, person.name));
    CHECK(given.room.tally().mouse == 0);
}

TEST_CASE("beyond nine expectations a number is typed, and one that is none is refused in words") {
    GivenRoom given(aligned(session_of({"Ines", "Ana", "Bo"}), {.expectations = 12, .papers = 2, .is_matched = false}));
    given.room.key("5");
    given.room.key("Down");
    given.room.key("M");
    given.room.type("13\n");
    CHECK(has(notice(given.desk), "There are 12 expectations"));
    given.room.key("Ctrl+A");
    given.room.type("12\n");
    CHECK(desk::recall_in_hand(given.desk)->meant == given.desk.session().expectations[11].id);
}
