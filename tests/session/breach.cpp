#include "session/session.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <string>

using namespace avow;

namespace {

// The breach of the sample after a change behind the back of the edits.
std::string breach_after(const std::function<void(Session&)>& change) {
    Session session = sample_session();
    change(session);
    return breach_of(session).value_or("none");
}

} // namespace

TEST_CASE("a session made by edits has no breach, nor has a new one") {
    CHECK(breach_of(sample_session()) == std::nullopt);
    CHECK(breach_of(Session{}) == std::nullopt);
}

TEST_CASE("a name of nothing but spaces is none") {
    CHECK(breach_after([](Session& s) { s.participants[0].name = "  "; }).ends_with("is empty."));
    CHECK(breach_after([](Session& s) { s.accountabilities[0].statement = " "; }).ends_with("is empty."));
}

TEST_CASE("two things of one id are named both") {
    CHECK(breach_after([](Session& s) { s.participants[3].id = {"p01"}; }) ==
          "The id “p01” belongs to two: participant “Ana” and participant “Dora”.");
    CHECK(
        breach_after([](Session& s) { s.accountabilities[11].id = {"a10"}; }) ==
        "The id “a10” belongs to two: statement “two new articles a month from me” and statement “less coffee cups in "
        "the sink”.");
    CHECK(breach_after([](Session& s) { s.themes[1].id = {"t1"}; }) ==
          "The id “t1” belongs to two: theme “Coaching colleagues” and theme “Knowledge base”.");
    CHECK(breach_after([](Session& s) { s.expectations[1].id = {"e1"}; }) != "none");
    CHECK(breach_after([](Session& s) { s.asks[1].id = {"k1"}; }) != "none");
    CHECK(breach_after([](Session& s) { s.objections[1].id = {"o1"}; }) != "none");
    CHECK(breach_after([](Session& s) { s.parked.push_back(s.parked[0]); }) != "none");
}

TEST_CASE("an id has 1 to 64 printable characters") {
    CHECK(breach_after([](Session& s) { s.themes[0].id = {""}; }) != "none");
    CHECK(breach_after([](Session& s) { s.participants[0].id = {"a b"}; }) ==
          "The id “a b” of participant “Ana” is not 1 to 64 printable ASCII characters without a space.");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].id = {std::string(65, 'x')}; }) != "none");
    CHECK(breach_after([](Session& s) { s.id = {"\x1B"}; }) ==
          "The id “\uFFFD” of the session is not 1 to 64 printable ASCII characters without a space.");
}

TEST_CASE("what is referred to is in the session") {
    CHECK(breach_after([](Session& s) { s.accountabilities[11].owner = {"p99"}; }) ==
          "The statement “less coffee cups in the sink” belongs to participant “p99”, who is not in the session.");
    CHECK(breach_after([](Session& s) { s.accountabilities[11].theme = ThemeId{"t99"}; }) ==
          "The statement “less coffee cups in the sink” is in theme “t99”, which is not in the session.");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].second_theme = ThemeId{"t99"}; }) ==
          "The statement “I sit next to a new colleague for one hour a week” is in theme “t99”, which is not in the "
          "session.");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].second_theme = s.accountabilities[0].theme; }) ==
          "The statement “I sit next to a new colleague for one hour a week” has theme “t1” as its first and its "
          "second.");
    CHECK(breach_after([](Session& s) { s.accountabilities[11].shown_with = AccountabilityId{"a99"}; }) ==
          "The statement “less coffee cups in the sink” is shown with statement “a99”, which is not in the session.");
    CHECK(breach_after([](Session& s) { s.accountabilities[11].shown_with = s.accountabilities[11].id; }) ==
          "The statement “less coffee cups in the sink” is shown with itself.");
    CHECK(breach_after([](Session& s) {
              s.accountabilities[11].shown_with = s.accountabilities[0].id;
              s.accountabilities[0].shown_with = s.accountabilities[1].id;
          }).ends_with("which is itself shown with another."));
    CHECK(breach_after([](Session& s) { s.accountabilities[11].shown_with = s.accountabilities[0].id; }) == "none");
    CHECK(breach_after([](Session& s) { s.parked[0].owner = ParticipantId{"p99"}; }) ==
          "The parked item “A second screen for every desk” belongs to participant “p99”, who is not in the session.");
}

TEST_CASE("seats are in order, unique, and 1 to 60") {
    CHECK(breach_after([](Session& s) { s.participants[3].seat = 3; }) ==
          "Seat 3 belongs to two: participant “Cem” and participant “Dora”.");
    CHECK(breach_after([](Session& s) { std::swap(s.participants[0], s.participants[1]); }) ==
          "The participants are not in the order of their seats: participant “Bob” in seat 2 comes before participant "
          "“Ana” in seat 1.");
    CHECK(breach_after([](Session& s) { s.participants[11].seat = 61; }) ==
          "The seat of participant “Lou” is 61; seats are 1 to 60.");
    CHECK(breach_after([](Session& s) { s.participants[0].seat = 0; }) != "none");
    CHECK(breach_after([](Session& s) { s.participants[11].seat = 60; }) == "none");
}

TEST_CASE("marks are unique") {
    CHECK(breach_after([](Session& s) { s.themes[2].mark = 0; }) ==
          "The mark A belongs to two: theme “Coaching colleagues” and theme “" + sample_session().themes[2].title +
              "”.");
    CHECK(breach_after([](Session& s) { s.themes[2].mark = -1; }) != "none");
    CHECK(breach_after([](Session& s) { s.themes[2].mark = 77; }) == "none");
}

TEST_CASE("every day is on the calendar") {
    CHECK(breach_after([](Session& s) {
              s.date = {2026, 2, 30};
          }) == "The date of the session, 2026-02-30, is no day of the calendar (years 1900 to 2999).");
    CHECK(breach_after([](Session& s) { s.next_date = Date{0, 1, 1}; }) != "none");
    CHECK(breach_after([](Session& s) { s.goal.by = Date{99999, 1, 1}; }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].due = Date{2026, 13, 1}; }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[3].wordings[0].date.day = 0; }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].check_ins[0].date.month = -1; }) != "none");
    CHECK(breach_after([](Session& s) { s.parked[0].since.day = 99; }) != "none");
    CHECK(breach_after([](Session& s) { s.stage_since.unix_ms = std::int64_t{1} << 60; }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].said_at.unix_ms = -(std::int64_t{1} << 60); }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].confirmed_at->unix_ms = std::int64_t{1} << 60; }) !=
          "none");
}

TEST_CASE("numbers and choices are in their ranges") {
    CHECK(breach_after([](Session& s) { s.stage = static_cast<Stage>(9); }) ==
          "The stage of the session is none of those there are (9).");
    CHECK(breach_after([](Session& s) { s.plan[0].stage = static_cast<Stage>(-1); }) != "none");
    CHECK(breach_after([](Session& s) { s.plan = {{Stage::goal, 7}, {Stage::goal, 7}}; }) == "Goal is planned twice.");
    CHECK(breach_after([](Session& s) {
              s.plan = {{Stage::open, 601}};
          }) == "Open is given 601 minutes; a stage holds 0 to 600.");
    CHECK(breach_after([](Session& s) { s.participants[0].attendance = static_cast<Attendance>(3); }) != "none");
    CHECK(breach_after([](Session& s) { s.participants[0].passes = -1; }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].placed = static_cast<Placed>(3); }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].confidence = 11; }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].check_ins[0].outcome = static_cast<Outcome>(4); }) !=
          "none");
    CHECK(breach_after([](Session& s) { s.asks[0].kind = static_cast<AskKind>(3); }) != "none");
    CHECK(breach_after([](Session& s) { s.asks[0].from = static_cast<AskFrom>(2); }) != "none");
}

TEST_CASE("no text is too long, broken, or holds a control character, wherever it stands") {
    const std::function<std::string&(Session&)> texts[] = {
        [](Session& s) -> std::string& { return s.team; },
        [](Session& s) -> std::string& { return s.goal.text; },
        [](Session& s) -> std::string& { return s.goal.from; },
        [](Session& s) -> std::string& { return s.goal.to; },
        [](Session& s) -> std::string& { return s.goal.why_us; },
        [](Session& s) -> std::string& { return s.goal.why_you; },
        [](Session& s) -> std::string& { return s.participants[5].name; },
        [](Session& s) -> std::string& { return s.participants[5].role; },
        [](Session& s) -> std::string& { return s.participants[7].strengths[0]; },
        [](Session& s) -> std::string& { return s.accountabilities[5].statement; },
        [](Session& s) -> std::string& { return s.accountabilities[5].evidence; },
        [](Session& s) -> std::string& { return s.accountabilities[5].measure; },
        [](Session& s) -> std::string& { return s.accountabilities[5].if_then; },
        [](Session& s) -> std::string& { return s.accountabilities[5].first_step; },
        [](Session& s) -> std::string& { return s.accountabilities[5].strength; },
        [](Session& s) -> std::string& { return s.accountabilities[5].help; },
        [](Session& s) -> std::string& { return s.accountabilities[3].wordings[0].text; },
        [](Session& s) -> std::string& { return s.accountabilities[3].wordings[0].proposed_by; },
        [](Session& s) -> std::string& { return s.accountabilities[3].wordings[0].why; },
        [](Session& s) -> std::string& { return s.accountabilities[0].check_ins[0].reason; },
        [](Session& s) -> std::string& { return s.accountabilities[0].check_ins[0].evidence; },
        [](Session& s) -> std::string& { return s.themes[2].title; },
        [](Session& s) -> std::string& { return s.themes[2].former_titles.emplace_back(); },
        [](Session& s) -> std::string& { return s.expectations[0].text; },
        [](Session& s) -> std::string& { return s.asks[0].text; },
        [](Session& s) -> std::string& { return s.objections[0].text; },
        [](Session& s) -> std::string& { return s.objections[0].answer; },
        [](Session& s) -> std::string& { return s.parked[0].text; },
        [](Session& s) -> std::string& { return s.agreements[0]; },
    };
    for (const auto& text_in : texts)
        for (const auto& bad :
             {std::string(4'001, 'x'), std::string("a\nb"), std::string("a\x1B"), std::string("\xFF")})
            CHECK(breach_after([&](Session& s) { text_in(s) = bad; }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[11].help = std::string(4'001, 'x'); }) ==
          "The help of statement “less coffee cups in the sink” has 4,001 characters; it holds 4,000.");
    CHECK(breach_after([](Session& s) { s.participants[0].name = "A\x1B"; }) ==
          "The name of participant “A\uFFFD” holds a control character or a line break.");
    CHECK(breach_after([](Session& s) { s.participants[0].name = std::string(201, 'x'); }) != "none");
    CHECK(breach_after([](Session& s) { s.accountabilities[0].statement.clear(); }) != "none");
    CHECK(breach_after([](Session& s) { s.participants[0].name.clear(); }) != "none");
    CHECK(breach_after([](Session& s) { s.themes[0].title.clear(); }) != "none");
}

TEST_CASE("a session holds so much and no more") {
    const auto fill = [](auto& items, std::size_t size) {
        while (items.size() < size) {
            items.push_back(items.back());
            items.back().id.text = "x" + std::to_string(items.size());
        }
    };
    CHECK(breach_after([&](Session& s) { fill(s.accountabilities, 5'000); }) == "none");
    CHECK(breach_after([&](Session& s) { fill(s.accountabilities, 5'001); }) ==
          "There are 5,001 statements; a session holds 5,000.");
    CHECK(breach_after([&](Session& s) { fill(s.participants, 61); }) ==
          "There are 61 participants; a session holds 60.");
    CHECK(breach_after([&](Session& s) { fill(s.themes, 201); }) == "There are 201 themes; a session holds 200.");
}
