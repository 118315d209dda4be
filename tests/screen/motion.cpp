// What moves shows what changed, is over in a fifth of a second, and can be switched off; where things lie never waits for it.
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstring>
#include <vector>

using namespace avow;
using namespace avow::screen;

namespace {

constexpr int frames_of_a_fifth = 12;

// All that is painted, corner by corner.
std::vector<ImDrawVert> painted() {
    std::vector<ImDrawVert> all;
    for (const auto* list : ImGui::GetDrawData()->CmdLists)
        all.insert(all.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
    return all;
}

bool is_same(const std::vector<ImDrawVert>& a, const std::vector<ImDrawVert>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(ImDrawVert)) == 0;
}

// Of two rooms: where a letter lies in the atlas depends on what each has drawn before, the writer's news among it.
bool is_same_but_for_atlas(const std::vector<ImDrawVert>& a, const std::vector<ImDrawVert>& b) {
    return std::ranges::equal(a, b, [](const ImDrawVert& one, const ImDrawVert& other) {
        return one.pos.x == other.pos.x && one.pos.y == other.pos.y && one.col == other.col;
    });
}

int faint_of(const std::vector<ImDrawVert>& all) {
    int count = 0;
    for (const auto& vertex : all) {
        const auto alpha = vertex.col >> IM_COL32_A_SHIFT & 255;
        count += alpha > 0 && alpha < 255;
    }
    return count;
}

void take_down(GivenRoom& given, const std::string& words) { given.room.type(words + "\n"); }

// Until all is kept, and what moved lies still: "not yet kept" does not become "kept" any more.
void come_to_rest(GivenRoom& given) {
    while (given.desk.keeping().unkept > 0) given.room.frames(1);
    given.room.frames(2 * frames_of_a_fifth);
}

// Somebody has said something, and the page is at rest.
void have_said(GivenRoom& given, const std::string& words) {
    take_down(given, words);
    come_to_rest(given);
}

bool is_moving(const GivenRoom& given) { return given.room.seconds_until_change() == 0.; }

} // namespace

TEST_CASE(
    "a statement that was taken down moves in, for a fifth of a second and no longer, and then nothing is drawn") {
    GivenRoom given(sample_at(Stage::capture));
    given.room.frames(2 * frames_of_a_fifth);
    REQUIRE_FALSE(is_moving(given));
    take_down(given, "I ring the three oldest cases");
    CHECK(is_moving(given));
    const auto on_the_way = painted();
    given.room.frames(frames_of_a_fifth);
    CHECK_FALSE(is_moving(given));
    CHECK_FALSE(is_same(on_the_way, painted()));
    come_to_rest(given);
    const auto at_rest = painted();
    given.room.frames(3);
    CHECK(is_same(at_rest, painted()));
}

TEST_CASE("with motion off all is where it lies at once, and a page at rest is the same with it and without") {
    std::vector<ImDrawVert> pages[2];
    for (const bool is_off : {false, true}) {
        GivenRoom given(sample_at(Stage::capture));
        if (is_off) desk::toggle_motion(given.desk);
        given.desk.hush();
        have_said(given, "I ring the oldest case first");
        take_down(given, "and the next one after it");
        CHECK(is_moving(given) != is_off);
        come_to_rest(given);
        given.desk.hush();
        given.room.frames(2);
        pages[is_off] = painted();
    }
    CHECK(is_same_but_for_atlas(pages[0], pages[1]));
}

TEST_CASE("words that move lie at once where they will be, and what is typed never moves") {
    GivenRoom given(sample_at(Stage::capture));
    have_said(given, "first");
    take_down(given, "I ring the three oldest cases");
    while (given.desk.keeping().unkept > 0) given.room.frames(1);
    given.room.frames(1);
    const auto now = given.room.text();
    given.room.frames(2 * frames_of_a_fifth);
    CHECK(given.room.text() == now);
    given.room.type("half a sen");
    CHECK_FALSE(is_moving(given));
}

TEST_CASE("another stage fades in whole, faint at first, and what was there is gone") {
    GivenRoom given(sample_at(Stage::goal));
    given.room.frames(2 * frames_of_a_fifth);
    const int at_rest = faint_of(painted());
    given.room.key("Ctrl+PageDown");
    CHECK(is_moving(given));
    CHECK(faint_of(painted()) > 4 * at_rest + 100);
    given.room.frames(2 * frames_of_a_fifth);
    CHECK_FALSE(is_moving(given));
}

TEST_CASE("motion is switched by its command, and remembered by this machine") {
    StillWorld world;
    {
        Room room(world);
        room.key("Ctrl+K");
        room.type("motion\n");
        CHECK(room.desk().settings.without_motion);
        desk::keep_settings(room.desk());
    }
    Room again(world);
    desk::recall_settings(again.desk());
    CHECK(again.desk().settings.without_motion);
}
