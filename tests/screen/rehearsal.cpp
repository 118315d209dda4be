// A whole rehearsal in the real window's views, by keyboard alone: she listens, types, passes, calls by name, parks, and has
// her timings at the end; and on the disk nothing is another.
#include "desk/rehearsal.hpp"

#include "desk/rehearsal_timings.hpp"
#include "screen/given_room.hpp"
#include "session/text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

using namespace avow;
using namespace avow::screen;

namespace {

// All files of a world and what they hold.
std::map<std::string, std::string> files_of(const StillWorld& world) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(world.folder().parent_path()))
        files[entry.path().string()] = entry.is_regular_file() ? words_of_file(entry.path()) : std::string("a folder");
    return files;
}

// Hands that know the words: of who has been heard to the end, the first statement that is not taken in yet.
class Facilitator {
public:
    Facilitator(Room& room, std::size_t misses) : room_(room), misses_(misses) {}

    void capture() {
        for (int turn = 0; turn < 4'000; ++turn) {
            if (is_advised("Everybody has said")) return;
            if (is_advised("Ctrl P parks")) {
                room_.key("Ctrl+P");
                room_.type("we talk about it\n");
            } else if (is_advised("says nothing")) {
                room_.type("hi ");
            } else if (is_advised("nothing more")) {
                room_.key("Tab");
            } else if (const auto statement = to_take()) {
                take(*statement);
            } else {
                room_.wait_ms(300);
            }
        }
        FAIL("they never come to an end");
    }

private:
    const desk::Rehearsal& rehearsal() const { return *room_.desk().rehearsal; }
    bool is_advised(std::string_view words) const {
        return rehearsal().advice().find(words) != std::string::npos && room_.shows(words);
    }
    std::optional<std::size_t> to_take() const {
        const auto& record = rehearsal().record();
        const auto taken = desk::taken_in(record, room_.session());
        for (std::size_t i = 0; i < record.sayings.size(); ++i)
            if (record.sayings[i].ended && i != misses_ &&
                std::ranges::find(taken, i, &desk::TakenIn::statement) == taken.end())
                return i;
        return std::nullopt;
    }
    void take(std::size_t statement) {
        const auto& said = rehearsal().record().words.statements[statement];
        const auto& name = rehearsal().record().words.people[said.person].name;
        if (speaker(room_.desk()) != name) room_.type(folded(name) + " ");
        room_.type(said.words + "\n");
    }

    Room& room_;
    std::size_t misses_;
};

// One statement of forty was missed, and the clock was never waited for.
void check_timings(const desk::RehearsalTimings& timings) {
    CHECK(timings.captured == 39);
    CHECK(timings.exact == 39);
    CHECK(timings.said == 40);
    REQUIRE(timings.missed.size() == 1);
    CHECK(timings.missed[0].words == "breakfast is on the trolley at half past five, warm");
    CHECK(timings.unheard.empty());
    CHECK(timings.misplaced.empty());
    CHECK(timings.without_date == 38);
    CHECK(timings.stages[0].taken_ms >= 60'000);
    CHECK(timings.stages[0].taken_ms < 62'000);
    CHECK(timings.other_keys >= 1);
    CHECK(timings.other_keys < 2);
    CHECK(timings.silent[0].was_called);
    CHECK(*timings.median_ms < 5'000);
}

} // namespace

TEST_CASE("a whole rehearsal by keyboard ends with the timings, and leaves the disk as it was") {
    constexpr std::size_t missed = 6; // “breakfast is on the trolley”
    StillWorld world(AVOW_SOURCE_DIR "/assets/lexicon");
    Room room(world);
    const auto before = files_of(world);
    room.key("R");
    REQUIRE(room.desk().rehearsal);
    CHECK(room.session().stage == Stage::goal);
    CHECK(room.shows("pace 1×"));
    CHECK(room.shows("Nine of ten guests"));
    CHECK(room.shows("Read the goal aloud"));
    CHECK(room.shows("rehearsal, kept nowhere"));
    room.wait_ms(60'000);
    room.key("Ctrl+F9");
    room.key("Ctrl+F9");
    CHECK(room.shows("pace 4×"));
    room.key("Ctrl+S");
    CHECK(room.shows("A rehearsal is not kept."));

    room.key("Ctrl+PageDown");
    REQUIRE(room.session().stage == Stage::capture);
    Facilitator(room, missed).capture();
    CHECK(room.session().accountabilities.size() == 39);
    CHECK(room.session().parked.size() == 2);
    CHECK(room.shows("39 of 40 taken in"));

    room.key("Ctrl+PageDown");
    REQUIRE(room.desk().proposed());
    CHECK(room.shows("Read the themes aloud"));
    room.key("A");
    room.wait_ms(6'000);
    CHECK_FALSE(room.desk().rehearsal->heard().empty());
    room.key("F2");
    CHECK(room.shows("pace 4×")); // on the board too
    room.key("F2");
    room.key("Ctrl+E");
    CHECK(room.shows("A rehearsal is not kept."));

    room.key("Ctrl+PageDown");
    REQUIRE(room.session().stage == Stage::commit);
    CHECK(room.shows("Ask Ana"));
    room.key("D");
    room.wait_ms(3'000);
    CHECK(room.shows("“Friday.”"));
    room.type("friday\n");
    room.key("Return");
    room.key("Ctrl+PageDown");
    CHECK(room.session().stage == Stage::close);
    room.key("Ctrl+S");
    room.key("Ctrl+Shift+C");
    CHECK(room.shows("A rehearsal is not kept."));
    room.key("F12");

    CHECK_FALSE(room.desk().is_open());
    REQUIRE(room.desk().timings);
    check_timings(*room.desk().timings);
    CHECK(room.shows("Rehearsal: your timings"));
    CHECK(room.shows("Captured: 39 of 40 statements"));
    CHECK(room.shows("Cem: “breakfast is on the trolley"));
    room.key("Ctrl+C");
    CHECK(std::string_view(ImGui::GetClipboardText()) == desk::as_text(*room.desk().timings));
    room.key("Escape");
    CHECK_FALSE(room.desk().timings);
    CHECK(room.shows("No session yet"));
    CHECK(files_of(world) == before);
    CHECK(room.tally().mouse == 0);
}

TEST_CASE("quitting in the middle of it leaves nothing behind either") {
    StillWorld world(AVOW_SOURCE_DIR "/assets/lexicon");
    const auto before = files_of(world);
    {
        Room room(world);
        room.key("R");
        room.key("Ctrl+PageDown");
        room.wait_ms(6'000);
        room.type("I check every sleeping car for working lights before we leave\n");
        room.type("half typed");
        room.key("Ctrl+S");
        room.key("Ctrl+Q");
        CHECK(room.desk().wants_to_quit);
    }
    CHECK(files_of(world) == before);
}

TEST_CASE("the room reads Rehearsal at every stage, at every last row, and never in a session that is real") {
    StillWorld world(AVOW_SOURCE_DIR "/assets/lexicon");
    Room room(world);
    room.key("R");
    const auto is_told = [&] {
        for (const auto& one : room.picture({1280, 720}))
            if (one.text == "Rehearsal") return one.em >= 720 * .027f;
        return false;
    };
    for (const auto stage : all_stages) {
        desk::go_to(room.desk(), stage);
        INFO(title_of(stage));
        CHECK(is_told());
    }
    desk::start_rehearsal(room.desk());
    desk::end_rehearsal(room.desk());
    room.key("Escape");
    room.key("N");
    CHECK_FALSE(is_told());
}

TEST_CASE(
    "the window sleeps until the next word, and while the silent one has the turn until the clock's next second") {
    StillWorld world(AVOW_SOURCE_DIR "/assets/lexicon");
    world.rehearse_with(
        "Team: T\nGoal: G\nPerson: Hila\nManner: silent\nSays: I mend it\nPerson: Bo\nSays: I fill it\n");
    Room room(world);
    room.key("R");
    room.key("Ctrl+PageDown");
    room.wait_ms(30'000);
    REQUIRE(room.seconds_until_change());
    CHECK(*room.seconds_until_change() > 0);
    CHECK_FALSE(room.desk().rehearsal->seconds_until_change());
    room.type("hi ");
    for (int ms = 0; ms < 5'000 && room.desk().rehearsal->heard().empty(); ms += 100) room.wait_ms(100);
    REQUIRE_FALSE(room.desk().rehearsal->heard().empty());
    CHECK(*room.seconds_until_change() <= .4);
    CHECK(*room.seconds_until_change() >= .01);
}
