#include "session/session.hpp"

#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;

namespace {

std::string who(const Session& session, std::string_view name) {
    const auto* person = participant_named(session, name);
    return person ? person->name : "nobody";
}

} // namespace

TEST_CASE("a stage is named whole or by a unique beginning, case aside") {
    for (const Stage stage : all_stages) {
        CHECK(stage_named(name_of(stage)) == stage);
        CHECK(stage_named(title_of(stage)) == stage);
    }
    CHECK(stage_named("CAP") == Stage::capture);
    CHECK(stage_named("co") == Stage::commit);
    CHECK(stage_named("cl") == Stage::close);
    CHECK(stage_named("t") == Stage::themes);
    CHECK(stage_named("c") == std::nullopt);
    CHECK(stage_named("") == std::nullopt);
    CHECK(stage_named("captured") == std::nullopt);
}

TEST_CASE("the usual plan fills 45 minutes, stage by stage in order") {
    int minutes = 0;
    Stage last = Stage::prepare;
    for (const auto& planned : usual_plan()) {
        CHECK(last < planned.stage);
        last = planned.stage;
        minutes += planned.minutes;
    }
    CHECK(minutes == 45);
    Session session;
    session.plan = usual_plan();
    CHECK(breach_of(session) == std::nullopt);
    session.plan = {{Stage::capture, 14}};
    CHECK(minutes_of(session, Stage::capture) == 14);
    CHECK(minutes_of(session, Stage::prepare) == 0);
}

TEST_CASE("things are found by their ids") {
    const Session session = sample_session();
    REQUIRE(find(session, ParticipantId{"p04"}));
    CHECK(find(session, ParticipantId{"p04"})->name == "Dora");
    REQUIRE(find(session, AccountabilityId{"a12"}));
    CHECK(find(session, AccountabilityId{"a12"})->statement == "less coffee cups in the sink");
    REQUIRE(find(session, ThemeId{"t1"}));
    CHECK(find(session, ThemeId{"t1"})->title == "Coaching colleagues");
    CHECK(find(session, ParticipantId{"p99"}) == nullptr);
    CHECK(find(session, AccountabilityId{""}) == nullptr);
    CHECK(find(session, ThemeId{"T1"}) == nullptr);
}

TEST_CASE("a participant is meant by the whole name, a word of it, or a unique beginning") {
    const Session session = session_of({"Ana Nowak", "Anabel Stone", "José Łoś", "Jo Ann Smith-Jones"});
    CHECK(who(session, "Ana Nowak") == "Ana Nowak");
    CHECK(who(session, " ana nowak ") == "Ana Nowak");
    CHECK(who(session, "ana") == "Ana Nowak");
    CHECK(who(session, "anab") == "Anabel Stone");
    CHECK(who(session, "an") == "nobody");
    CHECK(who(session, "now") == "Ana Nowak");
    CHECK(who(session, "jose") == "José Łoś");
    CHECK(who(session, "los") == "José Łoś");
    CHECK(who(session, "jones") == "Jo Ann Smith-Jones");
    CHECK(who(session, "jo ann") == "Jo Ann Smith-Jones");
    CHECK(who(session, "") == "nobody");
    CHECK(who(session, "zoe") == "nobody");
    CHECK(who(session, "owak") == "nobody");
}

TEST_CASE("of two people of one name neither is meant, and accents decide when they can") {
    CHECK(who(session_of({"Ana", "Ana"}), "Ana") == "nobody");
    CHECK(who(session_of({"Ana", "Ana Nowak"}), "Ana") == "Ana");
    const Session session = session_of({"José", "Jose"});
    CHECK(who(session, "josé") == "José");
    CHECK(who(session, "Jose") == "Jose");
    CHECK(who(session, "jos") == "nobody");
}

TEST_CASE("what holds is the newest agreed wording, else the statement") {
    Accountability accountability;
    accountability.statement = "I call them back";
    CHECK(words_of(accountability) == "I call them back");
    accountability.wordings = {{"proposed", {2026, 11, 21}, "coach", false, ""}};
    CHECK(words_of(accountability) == "I call them back");
    accountability.wordings = {{"first", {2026, 11, 21}, "p1", true, ""},
                               {"second", {2026, 11, 22}, "p1", true, ""},
                               {"proposed", {2026, 11, 23}, "coach", false, ""}};
    CHECK(words_of(accountability) == "second");
}

TEST_CASE("marks are letters, and go on after Z") {
    CHECK(mark_letter(0) == "A");
    CHECK(mark_letter(25) == "Z");
    CHECK(mark_letter(26) == "AA");
    CHECK(mark_letter(27) == "AB");
    CHECK(mark_letter(51) == "AZ");
    CHECK(mark_letter(52) == "BA");
    CHECK(mark_letter(701) == "ZZ");
    CHECK(mark_letter(702) == "AAA");
}

TEST_CASE("a goal is one line: its text, else the parts that are there") {
    Goal goal;
    CHECK(goal_line(goal).empty());
    goal.by = Date{2027, 3, 31};
    CHECK(goal_line(goal) == "By 31 March");
    goal.to = "9";
    CHECK(goal_line(goal) == "To 9 by 31 March");
    goal.from = "3";
    CHECK(goal_line(goal) == "From 3 to 9 by 31 March");
    goal.text = "Nine of ten";
    CHECK(goal_line(goal) == "Nine of ten");
}

TEST_CASE("an id is 1 to 64 printable characters without a space") {
    CHECK(is_id("a"));
    CHECK(is_id("x-9_!~"));
    CHECK(is_id(std::string(64, 'x')));
    CHECK_FALSE(is_id(""));
    CHECK_FALSE(is_id(std::string(65, 'x')));
    CHECK_FALSE(is_id("a b"));
    CHECK_FALSE(is_id("é"));
    CHECK_FALSE(is_id("a\x1B"));
}
