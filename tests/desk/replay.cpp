// The meeting again: as the log has it at every entry, at the pace that was asked for, and nothing written by it.
#include "desk/replay.hpp"

#include "desk/commands.hpp"
#include "desk/given.hpp"
#include "support/random_edits.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

using namespace avow;
using namespace avow::desk;

namespace {

constexpr std::int64_t second = 1'000;

Session as_it_stood(const History& history, std::size_t entries) {
    const auto& log = history.log();
    return History(history.origin(), {log.begin(), log.begin() + static_cast<std::ptrdiff_t>(entries)}).now();
}

// Ana speaks ten seconds after the first second of the minute, Bo a minute later; then Bo's words are taken back.
History two_voices() {
    const auto session = session_of({"Ana", "Bo"});
    const auto says = [](const char* id, const char* who, const char* words, std::int64_t at) {
        return Entry{Step{{id}, std::string(who) + " said", {at}, {SayStatement{{id}, {who}, words, {at}}}}};
    };
    return History(session, {says("a", "p1", "I call back", 100 * second), says("b", "p2", "I pick up", 160 * second),
                             Entry{Undo{{"c"}, {"b"}, {170 * second}}}});
}

std::map<std::string, std::string> bytes_under(const std::filesystem::path& folder) {
    std::map<std::string, std::string> bytes;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        std::ifstream in(file.path(), std::ios::binary);
        bytes[file.path().string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return bytes;
}

// Once the writer's thread is done with what came before.
std::map<std::string, std::string> settled_bytes_under(const std::filesystem::path& folder) {
    auto bytes = bytes_under(folder);
    for (int tries = 0; tries < 50; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        auto later = bytes_under(folder);
        if (later == bytes) break;
        bytes = std::move(later);
    }
    return bytes;
}

} // namespace

TEST_CASE("at every entry the replay shows the session as the log had made it, forwards, backwards and by leaps") {
    auto history = sample_history();
    const auto newest = history.log().size();
    history.undo({"u1"}, {});
    history.undo({"u2"}, {});
    history.redo({"r1"}, {});
    history.undo_since(newest / 2, [n = 0]() mutable { return StepId{"many" + std::to_string(n++)}; }, {});
    Replay replay(history, {});
    const std::size_t count = replay.entry_count();
    REQUIRE(count > 60);
    for (std::size_t i = 0; i <= count; ++i) {
        REQUIRE(replay.entries_passed() == i);
        REQUIRE(replay.session() == as_it_stood(history, i));
        replay.step(1);
    }
    CHECK(replay.is_over());
    CHECK(replay.session() == history.now());
    for (std::size_t i = 0; i < 40; ++i) {
        const std::size_t leap = i * 7919 % (count + 1);
        replay.go_to_entry(leap);
        REQUIRE(replay.session() == as_it_stood(history, leap));
        if (leap == 0) continue;
        replay.step(-1);
        REQUIRE(replay.session() == as_it_stood(history, leap - 1));
    }
}

TEST_CASE("twenty seconds of the meeting pass in one, and a statement comes in the second it was said") {
    const auto history = two_voices();
    Replay replay(history, {0});
    CHECK(replay.moment() == Moment{99 * second});
    CHECK(replay.speed() == 20);
    replay.attend({40});
    CHECK(replay.session().accountabilities.empty());
    replay.attend({50}); // 99 and 20 times .05
    CHECK(replay.session().accountabilities.size() == 1);
    CHECK(replay.last_in_words() == "p1 said");
    replay.attend({3'040}); // three seconds on: minute 1 has nearly passed
    CHECK(replay.session().accountabilities.size() == 1);
    replay.attend({3'060});
    CHECK(replay.session().accountabilities.size() == 2);
    replay.attend({3'600});
    CHECK(replay.session().accountabilities.size() == 1); // said, then taken back
    CHECK(replay.last_in_words() == "Taken back: p2 said");
    CHECK(replay.is_over());
    CHECK(replay.moment() == Moment{170 * second});
    CHECK_FALSE(replay.seconds_until_change());
}

TEST_CASE("while it is paused no time passes, and the time it stood still is not made up for") {
    Replay replay(two_voices(), {0});
    replay.attend({20});
    replay.pause_or_go_on();
    const auto stood = replay.moment();
    CHECK_FALSE(replay.seconds_until_change());
    replay.attend({60 * second});
    CHECK(replay.moment() == stood);
    replay.pause_or_go_on();
    replay.attend({60 * second + 10});
    CHECK(replay.moment().unix_ms == stood.unix_ms + 200);
}

TEST_CASE("silence longer than one waits for is skipped, and told") {
    auto session = session_of({"Ana"});
    const auto says = [](const char* id, std::int64_t at) {
        return Entry{Step{{id}, "Ana said", {at}, {SayStatement{{id}, {"p1"}, "I call back", {at}}}}};
    };
    Replay replay(History(session, {says("a", 10 * second), says("b", 1'000 * second)}), {0});
    std::int64_t real = 0;
    for (; replay.skipped_ms() == 0 && real < 60 * second; real += 100) replay.attend({real});
    CHECK(real < 3 * second); // it was read, and not sat through
    CHECK(replay.skipped_ms() > 900 * second);
    CHECK(replay.session().accountabilities.size() == 1);
    for (; !replay.is_over() && real < 60 * second; real += 100) replay.attend({real});
    CHECK(real < 5 * second);
    CHECK(replay.session().accountabilities.size() == 2);
}

TEST_CASE("its speed goes from the pace of the meeting to sixty times that, and no further") {
    Replay replay(two_voices(), {0});
    replay.change_speed(1);
    CHECK(replay.speed() == 60);
    replay.change_speed(1);
    CHECK(replay.speed() == 60);
    for (int i = 0; i < 5; ++i) replay.change_speed(-1);
    CHECK(replay.speed() == 1);
    replay.attend({500});
    CHECK(replay.moment() == Moment{99 * second + 500});
}

TEST_CASE("whoever spoke has the turn on the replayed page") {
    Replay replay(two_voices(), {0});
    const auto before = replay.slide();
    const auto* round = std::get_if<slide::Round>(&before.content);
    REQUIRE(round);
    CHECK(round->speaker == "Ana");
    replay.step(1);
    const auto after = replay.slide();
    round = std::get_if<slide::Round>(&after.content);
    REQUIRE(round);
    CHECK(round->speaker == "Bo");
}

TEST_CASE("nothing is written while a meeting is replayed, whatever command is tried, and nothing open is lost") {
    Given given;
    auto session = session_of({"Ana", "Bo"});
    session.id = {"given"};
    given.desk.start(std::move(session));
    type_and_return(given.desk, "I call back");
    type_and_return(given.desk, "I pick up");
    type_slowly(given.desk, "I half");
    given.desk.save_now();
    given.desk.close(); // kept whole, so that the writer has nothing left to do
    REQUIRE(given.desk.open(given.desk.library().front().path));
    REQUIRE(given.desk.entry.text == "I half");
    const auto history = given.desk.history().log();
    const auto stood = given.desk.session();
    begin_replay(given.desk);
    REQUIRE(given.desk.replay);
    const auto before = settled_bytes_under(given.world.folder().parent_path());
    const bool is_kept_in_file = !before.empty();
    REQUIRE(is_kept_in_file);
    for (const auto& row : commands()) {
        const bool leaves = row.id == "replay.leave" || row.id == "app.quit" || row.menu == "View";
        if (leaves || !row.is_offered(given.desk)) continue;
        if (const auto refusal = row.why_not(given.desk))
            CHECK(refusal->sentence.find("Esc leaves the replay") != std::string::npos);
        else
            run(row, given.desk);
        given.world.pass_ms(700);
        given.desk.attend();
        REQUIRE(given.desk.replay);
    }
    go_to(given.desk, Stage::goal); // the verbs themselves, as a click or a dropped card would call them
    say_statement(given.desk, "I say what was never said");
    given.desk.undo();
    given.desk.redo();
    add_minutes(given.desk, 1);
    CHECK(sentence(given.desk) == changes_nothing);
    go_back_to(given.desk, 0, true);
    CHECK(sentence(given.desk) == changes_nothing);
    CHECK(given.desk.history().log() == history);
    const auto after = bytes_under(given.world.folder().parent_path());
    for (const auto& [name, bytes] : after) {
        INFO(name);
        CHECK(before.contains(name));
        CHECK((!before.contains(name) || before.at(name) == bytes));
    }
    CHECK(after.size() == before.size());
    leave_replay(given.desk);
    CHECK(given.desk.session() == stood);
    CHECK(given.desk.entry.text == "I half");
    type_and_return(given.desk, "I half and more");
    CHECK(given.desk.session().accountabilities.size() == 3);
}

TEST_CASE("a session in which nothing was done is not replayed") {
    GivenPeople given({"Ana"});
    begin_replay(given.desk);
    CHECK_FALSE(given.desk.replay);
    CHECK(sentence(given.desk) == "Nothing has been done yet that could be replayed");
}
