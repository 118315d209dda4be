// Open in the window: twelve people give their account by keyboard in six minutes; long words page and are never small.
#include "insight/account.hpp"

#include "screen/given_room.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

using namespace avow;
using namespace avow::screen;

namespace {

Session with_account(const std::vector<std::string>& names, int each, const std::string& words) {
    auto session = session_of(names);
    session.stage = Stage::open;
    session.date = {2026, 1, 2};
    for (const auto& person : session.participants)
        for (int i = 0; i < each; ++i) {
            Accountability item;
            item.id = {fmt::format("{}-{}", person.id.text, i)};
            item.owner = person.id;
            item.statement = fmt::format("{} {}", words, i + 1);
            item.evidence = "a list on the wall";
            item.lineage = Lineage{{"last"}, {2025, 12, 4}, 1, ""};
            session.carried.push_back(item);
        }
    return session;
}

const std::vector<std::string> twelve = {"Ana", "Bob",  "Cem", "Dora", "Emil", "Fay",
                                         "Gus", "Hila", "Ian", "Jana", "Kofi", "Lou"};

constexpr double seconds_a_key = 0.28; // a hand that looks up: a moderate typist takes .28 s a character
constexpr double seconds_to_speak = 7; // the owner says which of the four it is

} // namespace

TEST_CASE("twelve people give their account of three promises each in six minutes, by keyboard alone") {
    GivenRoom given(with_account(twelve, 3, "I do what I said"));
    int answers = 0;
    while (!insight::yet_to_answer(given.desk.session()).empty()) {
        REQUIRE(answers < 36);
        if (answers % 3 == 0) given.room.key("K");
        if (answers % 3 == 1) given.room.key("P"), given.room.type("no time\n");
        if (answers % 3 == 2) given.room.key("M"), given.room.type("\n");
        ++answers;
    }
    CHECK(answers == 36);
    CHECK(given.room.shows("Everybody has answered"));
    const auto& tally = given.room.tally();
    INFO(tally.keys << " keys and " << tally.characters << " characters");
    CHECK(tally.mouse == 0);
    CHECK(tally.keys + tally.characters - 12 * 7 <= 2 * 36); // but for the reasons, two keys a promise at most
    CHECK((tally.keys + tally.characters) * seconds_a_key + 36 * seconds_to_speak <= 6 * 60);
}

TEST_CASE("the page shows one person, their words, what they would show and the answer so far") {
    GivenRoom given(with_account({"Ana", "Bo"}, 2, "I call back"));
    CHECK(given.room.shows("“I call back 1”"));
    CHECK(given.room.shows("To be seen: a list on the wall"));
    CHECK(given.room.shows("Since 4 December"));
    CHECK(given.room.shows("1 to go: Bo"));
    given.room.key("K");
    CHECK(given.room.shows("✓ kept"));
    given.room.key("M");
    given.room.type("ill");
    CHECK(given.room.shows("– missed")); // as it is typed
    given.room.type("\n");
    CHECK(given.room.shows("“I call back 1”"));
    CHECK(given.room.shows("person 2 of 2"));
    CHECK(given.room.shows("Nobody else is to go"));
    given.room.key("Ctrl+Z");
    CHECK(given.room.shows("person 1 of 2"));
    CHECK(given.desk.place.focus == AccountabilityId{"p1-1"});
}

TEST_CASE("the scoreboard sets what was kept against what was hit, on a page of its own, once three people are in it") {
    auto session = with_account({"Ana", "Bo", "Cem"}, 2, "I call back");
    for (std::size_t i = 0; i < session.carried.size(); ++i)
        session.carried[i].contract =
            SuccessContract{"Calls", "3", "9", {2025, 12, 31}, {}, {{{2025, 12, 30}, i == 1 ? "9" : "4"}}};
    GivenRoom given(session);
    given.room.key("K");
    given.room.key("M"), given.room.type("\n");
    given.room.key("K");
    given.room.key("B");
    CHECK_FALSE(given.room.shows("of 2"));
    given.room.key("B");
    given.room.key("K"), given.room.key("K");
    given.room.key("B");
    CHECK(given.room.shows("1 of 2"));
    given.room.key("PageDown");
    for (const auto* words : {"Plan or luck", "Result hit", "Not kept", "unlucky, or the wrong promise",
                              "Of 5 promises that have an answer and a result"})
        CHECK(given.room.shows(words));
    CHECK(given.desk.slide().seats.size() == 3);
    CHECK(std::get<slide::Scoreboard>(given.desk.slide().content).luck == insight::LuckSquares{0, 4, 1, 0});
}

TEST_CASE("changed keeps both wordings on the page") {
    GivenRoom given(with_account({"Ana"}, 1, "I call back"));
    given.room.key("C");
    given.room.type(" before six\n");
    CHECK(given.room.shows("I call back 1 before six"));
    CHECK(given.room.shows("Said: “I call back 1”"));
    CHECK(given.room.shows("→ changed"));
}

TEST_CASE("the board lists everybody's promises with their answers and reasons") {
    GivenRoom given(with_account({"Ana", "Bo"}, 1, "I call back"));
    given.room.key("F2");
    CHECK(given.room.shows("not answered yet"));
    given.room.key("M");
    given.room.type("the line was down\n");
    CHECK(given.room.shows("missed, the line was down"));
    given.room.click("Promise of Bo: I call back 1");
    CHECK(given.desk.place.focus == AccountabilityId{"p2-0"});
}

TEST_CASE("promises of any length are read whole, page by page, and never below the reading floor") {
    std::string words;
    for (int i = 0; i < 160; ++i) words += fmt::format("word{} ", i);
    auto session = with_account({"Ana Maria Fernández de la Vega y Ruiz"}, 4, words);
    for (const auto size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{3840, 2160}}) {
        GivenRoom given(session);
        std::string read;
        for (int page = 0; page < 12; ++page) {
            given.desk.page = page;
            for (const auto& line : given.room.picture(size)) {
                CHECK(line.em >= size.y * share::small * .99f);
                CHECK(line.rect.bottom() <= size.y);
                CHECK(line.rect.right() <= size.x);
                read += line.text + " ";
            }
        }
        for (int i = 0; i < 160; ++i) CHECK(read.find(fmt::format("word{} ", i)) != std::string::npos);
    }
}
