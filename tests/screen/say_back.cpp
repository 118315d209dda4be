// The goal is said back: it leaves the page for a minute, and what the room could say is counted.
#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::screen;

namespace {

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

} // namespace

TEST_CASE("said back, the goal is hidden for a minute, three counts are typed, and the page tells them") {
    auto session = session_of({"Ana", "Bo", "Cem", "Daria"});
    session.stage = Stage::goal;
    session.goal.text = "Nine renewals a month by March";
    GivenRoom given(session);
    CHECK(has(words_on(given), "Nine renewals"));
    given.room.key("Ctrl+6");
    auto page = words_on(given);
    INFO(page);
    CHECK_FALSE(has(page, "renewals"));
    CHECK(has(page, "1:00"));
    CHECK(has(page, "metric"));
    given.room.wait_ms(15'000);
    CHECK(has(words_on(given), "0:45"));
    given.room.wait_ms(50'000);
    CHECK(has(words_on(given), "0:05")); // over; it waits for whoever counts
    for (const auto* key : {"2", "Return", "3", "Return", "4", "Return"}) given.room.key(key);
    REQUIRE(given.desk.session().polls.size() == 1);
    CHECK(given.desk.session().polls[0].kind == PollKind::say_back);
    page = words_on(given);
    CHECK(has(page, "3 said the number"));
    CHECK(has(page, "Nine renewals"));
    given.room.key("Return");
    CHECK_FALSE(desk::is_polling(given.desk));
}
