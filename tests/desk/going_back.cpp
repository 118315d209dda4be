// What was done, in rows, and going back to one of them.
#include "desk/given.hpp"
#include "desk/history_rows.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <filesystem>
#include <thread>

using namespace avow;
using namespace avow::desk;
using What = HistoryRow::What;

namespace {

std::string clock_of(Moment at) { return std::to_string(at.unix_ms / 60'000); }

// Three statements at Capture, then the room at Themes, then the board at Commit: in a file of its own.
struct GivenMeeting : Given {
    GivenMeeting() {
        auto session = session_of({"Ana", "Bo", "Cem"});
        session.id = {"given"};
        desk.start(std::move(session));
        for (const auto* words : {"I call back", "I pick up", "I write it down"}) {
            type_and_return(desk, words);
            world.pass_ms(60'000);
        }
    }
    std::size_t entry_of(const std::string& label) const {
        const auto& log = desk.history().log();
        for (std::size_t i = 0; i < log.size(); ++i)
            if (const auto* step = std::get_if<Step>(&log[i]); step && step->label == label) return i;
        throw std::logic_error("no step “" + label + "”");
    }
};

std::vector<std::string> words_of_rows(const std::vector<HistoryRow>& rows) {
    std::vector<std::string> words;
    for (const auto& row : rows) words.push_back(row.words);
    return words;
}

} // namespace

TEST_CASE("what was done stands in its own words, the newest first, under the stage the room was at") {
    GivenMeeting given;
    go_to(given.desk, Stage::goal);
    given.desk.undo();
    const auto rows = history_rows(given.desk.history(), clock_of);
    CHECK(words_of_rows(rows) == std::vector<std::string>{"Goal", "went to Goal", "Capture",
                                                          "Cem said “I write it down”", "Bo said “I pick up”",
                                                          "Ana said “I call back”"});
    CHECK(rows[1].what == What::holds);
    CHECK(rows[3].what == What::undone);
    CHECK(rows[4].what == What::holds);
}

TEST_CASE("rows are found by all the words typed, whatever their case, with the heading they stand under") {
    GivenMeeting given;
    go_to(given.desk, Stage::goal);
    const auto rows = history_rows(given.desk.history(), clock_of);
    CHECK(words_of_rows(rows_with(rows, "PICK bo")) == std::vector<std::string>{"Capture", "Bo said “I pick up”"});
    CHECK(rows_with(rows, "pick goal").empty());
    CHECK(rows_with(rows, "").size() == rows.size());
}

TEST_CASE("going back to an entry undoes what came after it, and Ctrl+Y brings it back step by step") {
    GivenMeeting given;
    go_to(given.desk, Stage::goal);
    const auto whole = given.desk.session();
    const auto log = given.desk.history().log().size();
    go_back_to(given.desk, given.entry_of("Ana said “I call back”"), false);
    CHECK(said(given.desk) == Said{{"Ana", "I call back"}});
    CHECK(given.desk.session().stage == Stage::goal); // the room stays where it is
    CHECK(sentence(given.desk).ends_with("2 steps undone. Ctrl+Y brings them back one by one, Ctrl+H all at once"));
    CHECK(given.desk.history().log().size() == log + 2); // nothing is forgotten
    given.desk.redo();
    given.desk.redo();
    CHECK(given.desk.session() == whole);
}

TEST_CASE("going to just before an entry takes it back too, and going to what was undone goes forward again") {
    GivenMeeting given;
    const auto whole = given.desk.session();
    go_back_to(given.desk, given.entry_of("Bo said “I pick up”"), true);
    CHECK(said(given.desk) == Said{{"Ana", "I call back"}});
    CHECK(speaker(given.desk) == "Bo"); // who says it again
    go_back_to(given.desk, given.entry_of("Cem said “I write it down”"), false);
    CHECK(given.desk.session() == whole);
    CHECK(sentence(given.desk).starts_with("Forward to "));
    CHECK(sentence(given.desk).ends_with("2 steps done again. Ctrl+Z takes back"));
}

TEST_CASE("going back holds after a restart") {
    GivenMeeting given;
    go_back_to(given.desk, given.entry_of("Ana said “I call back”"), false);
    given.desk.close();
    REQUIRE(given.desk.open(given.desk.library().front().path));
    CHECK(said(given.desk) == Said{{"Ana", "I call back"}});
    given.desk.redo();
    CHECK(said(given.desk).size() == 2);
}

TEST_CASE("what redo does not reach any more, what is newest, and what another holds is refused in words") {
    GivenMeeting given;
    go_back_to(given.desk, given.entry_of("Cem said “I write it down”"), false);
    CHECK(sentence(given.desk).starts_with("Nothing was done since"));
    given.desk.undo();
    type_and_return(given.desk, "I do another thing");
    go_back_to(given.desk, given.entry_of("Cem said “I write it down”"), false);
    CHECK(sentence(given.desk) == "Other things were done since that was taken back, so redo does not reach it");
    CHECK(said(given.desk).size() == 3);

    given.desk.save_now();
    while (!std::filesystem::exists(given.desk.file())) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    Desk second(given.world.for_desk());
    REQUIRE(second.open(given.desk.file()));
    REQUIRE(second.keeping().read_only);
    go_back_to(second, 0, true);
    CHECK(sentence(second).find("holds this session, so nothing can be undone here") != std::string::npos);
    CHECK(said(second).size() == 3);
}

TEST_CASE("rows of two thousand steps are made once, and going back over all of them takes no time to notice") {
    std::vector<Entry> log;
    for (int i = 0; i < 2'000; ++i) {
        const std::string id = std::to_string(i);
        log.emplace_back(
            Step{{id}, "Ana said " + id, {i * 1'000}, {SayStatement{{id}, {"p1"}, "I do " + id, {i * 1'000}}}});
        if (i == 1'990)
            log.emplace_back(Step{{"goal"}, "went to Goal", {i * 1'000}, {GoToStage{Stage::goal, {i * 1'000}}}});
    }
    Given given;
    given.desk.look_at(History(session_of({"Ana"}), log));
    auto& list = given.desk.history_list();
    list.look(given.desk.history(), "", clock_of);
    const auto* first = list.rows().data();
    list.look(given.desk.history(), "", clock_of);
    CHECK(list.rows().data() == first);
    CHECK(list.steps().size() == 2'001);
    const auto start = std::chrono::steady_clock::now();
    go_back_to(given.desk, 0, false);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    CHECK(given.desk.session().accountabilities.size() == 1);
}
