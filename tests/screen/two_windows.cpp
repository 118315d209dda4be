// The room has a window of its own: what the facilitator sees of it is the page itself, small, and nothing private is on it.
#include "screen/given_room.hpp"
#include "screen/look.hpp"
#include "support/aligned.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

using namespace avow;
using namespace avow::screen;

namespace {

using Lines = std::vector<std::string>;

// The room's window, of this size.
void open_for_room(GivenRoom& given, int width, int height) {
    given.desk.screens.is_apart = true;
    given.desk.screens.picture_width = width;
    given.desk.screens.picture_height = height;
}

Lines lines_for_room(GivenRoom& given) {
    Lines lines;
    const ImVec2 size{static_cast<float>(given.desk.screens.picture_width),
                      static_cast<float>(given.desk.screens.picture_height)};
    for (const auto& words : given.room.picture(size)) lines.push_back(words.text);
    given.room.frames(4); // the desk again, with the keyboard in its field: here both share one context
    return lines;
}

Lines lines_on_desk(GivenRoom& given) {
    given.room.frames(3);
    Lines lines;
    for (const auto& line : given.room.recorder().lines()) lines.push_back(line.words);
    return lines;
}

bool has_run(const Lines& all, const Lines& run) { return !std::ranges::search(all, run).empty(); }

std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

const std::string marked = "MARKEDPRIVATE";

Session marked_session(Stage stage) { return with_private_words(sample_at(stage), marked); }

// Purposes of the entry field whose words are not said to the room while they are typed.
constexpr std::array private_purposes = {
    desk::Purpose::kept,       desk::Purpose::part,           desk::Purpose::missed,    desk::Purpose::point,
    desk::Purpose::passphrase, desk::Purpose::new_passphrase, desk::Purpose::proposal,  desk::Purpose::strength,
    desk::Purpose::said_by,    desk::Purpose::recall,         desk::Purpose::match_with};

} // namespace

TEST_CASE("the miniature breaks its lines and turns its pages where the room's window does, at every stage and size") {
    for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}, {3840, 2160}, {1024, 768}})
        for (const auto stage : all_stages)
            for (const auto showing : {desk::Showing::audience, desk::Showing::board}) {
                GivenRoom given(sample_at(stage));
                given.desk.showing = showing;
                open_for_room(given, width, height);
                const auto lines = lines_for_room(given);
                const auto desk = lines_on_desk(given);
                INFO(fmt::format("{} at {}x{}, showing {}", title_of(stage), width, height, int(showing)));
                INFO(joined(lines) << "---\n" << joined(desk));
                REQUIRE_FALSE(lines.empty());
                CHECK(has_run(desk, lines));
            }
}

TEST_CASE("what stands on the miniature can be clicked there") {
    GivenRoom given(sample_at(Stage::themes));
    given.desk.showing = desk::Showing::audience;
    open_for_room(given, 1920, 1080);
    given.room.frames(3);
    given.room.click("Theme B");
    CHECK(given.desk.place.is_open);
}

TEST_CASE("nothing private is on the room's page, at any stage, whatever is half typed", "[privacy]") {
    for (const auto stage : all_stages) {
        GivenRoom given(marked_session(stage));
        auto& desk = given.desk;
        desk.showing = desk::Showing::audience;
        if (!desk.session().carried.empty()) desk.place.focus = desk.session().carried.front().id;
        for (int focus = 0; focus < 3; ++focus) {
            if (stage == Stage::commit || stage == Stage::themes)
                desk.place.focus = desk.session().accountabilities.at(static_cast<std::size_t>(focus) * 7).id;
            for (const auto purpose : private_purposes) {
                desk.entry = {purpose, marked + " half typed", false, desk.entry.generation + 1};
                const auto text = joined(lines_for_room(given));
                INFO(title_of(stage) << ", asked " << int(purpose) << ":\n" << text);
                CHECK_FALSE(text.empty());
                CHECK(text.find(marked) == std::string::npos);
            }
        }
    }
}

TEST_CASE("what is sealed, and what papers say before the seal is opened, is on no step of Align", "[privacy]") {
    auto session =
        aligned(sample_at(Stage::align),
                {.is_opened = false, .words = [](std::size_t i) { return fmt::format("{} {}", marked, i); }});
    session.asks.clear(), session.objections.clear(), session.misalignments.clear();
    GivenRoom given(session);
    auto& desk = given.desk;
    desk.aligning.papers.sheets = session.recall_sheets;
    for (int step = 0; step <= static_cast<int>(slide::AlignStep::objections); ++step) {
        desk::go_to_step(desk, static_cast<slide::AlignStep>(step));
        for (const bool is_apart : {false, true}) {
            desk.screens.is_apart = false;
            if (is_apart) open_for_room(given, 1280, 720);
            desk.entry = {desk::Purpose::recall, marked + " half typed", false, desk.entry.generation + 1};
            const auto text = joined(lines_for_room(given));
            INFO("step " << step + 1 << ":\n" << text);
            CHECK_FALSE(text.empty());
            CHECK(text.find(marked) == std::string::npos);
            if (!is_apart) CHECK(given.room.text().find(marked) == std::string::npos); // the strip is before the room
        }
        desk.entry = {};
    }
}

TEST_CASE("on a person's page nothing of it reaches the room's window", "[privacy]") {
    GivenRoom given(marked_session(Stage::commit));
    open_for_room(given, 1280, 720);
    given.room.key("F7");
    REQUIRE(given.desk.one_on_one);
    given.desk.ask_for(desk::Purpose::point, marked + " point");
    given.desk.one_on_one->points.push_back({});
    given.desk.one_on_one->points.back().words = marked + " noted";
    given.room.frames(3);
    CHECK(given.room.shows(marked)); // the page is read by the facilitator
    CHECK(joined(lines_for_room(given)).find(marked) == std::string::npos);
}

TEST_CASE("blanked, the room's window has not one word, and the desk goes on and says so", "[privacy]") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    open_for_room(given, 1280, 720);
    given.room.key("Ctrl+B");
    CHECK(lines_for_room(given).empty());
    CHECK(given.room.shows("blank"));
    given.room.type("I call back\n");
    given.room.key("Escape");
    CHECK(said(given.desk.session()) == Said{{"Ana", "I call back"}});
    CHECK(given.desk.is_blanked);
    given.room.key("Ctrl+B");
    CHECK(joined(lines_for_room(given)).find("I call back") != std::string::npos);
}

TEST_CASE("the clock of the room's window goes on while the desk shows something else") {
    GivenRoom given(sample_at(Stage::capture));
    given.desk.showing = desk::Showing::board;
    given.room.frames(3);
    given.room.wait_ms(10'000); // until what was said is gone
    REQUIRE(given.room.seconds_until_change().value_or(99) > 1);
    open_for_room(given, 1280, 720);
    CHECK(given.room.seconds_until_change().value_or(99) <= 1);
}

TEST_CASE("the test card names the picture, shows three sizes of type, and any key leaves it and does nothing else") {
    GivenRoom given(session_of({"Ana", "Bo"}));
    const auto before = given.desk.session();
    given.room.key("Ctrl+K");
    given.room.type("test card\n");
    REQUIRE(given.desk.screens.is_test_card);
    std::vector<float> ems;
    for (const auto& words : given.room.picture({1920, 1080}))
        if (words.text.find("picture heights away") != std::string::npos) ems.push_back(words.em / 1080);
    REQUIRE(ems.size() == 3);
    CHECK(std::abs(ems[0] - .027f) < .0005f);
    CHECK(std::abs(ems[1] - .040f) < .0005f);
    CHECK(std::abs(ems[2] - .053f) < .0005f);
    given.room.key("Ctrl+D"); // is tried out on it
    CHECK(given.desk.screens.is_test_card);
    CHECK(given.desk.settings.look == desk::Look::dark);
    given.room.key("X");
    CHECK_FALSE(given.desk.screens.is_test_card);
    CHECK(given.desk.session() == before);
    CHECK(given.desk.entry.text.empty());
}

TEST_CASE("without a session the room's window is an empty page") {
    GivenRoom given;
    open_for_room(given, 1280, 720);
    CHECK(lines_for_room(given).empty());
}
