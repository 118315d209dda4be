// One person's part, and the session cut down to it.
#include "report/part.hpp"
#include "report/summary.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::report;

TEST_CASE("a summary has the person's words exactly, what was agreed, and asks only for what is missing") {
    const auto session = examples::workshop();
    CHECK(summary_for(session, session.participants[0]) ==
          "Ana\n"
          "Field team, Saturday 21 November 2026\n"
          "Goal: No visit twice\n"
          "\n"
          "1. “I call ahead, always”\n"
          "   Theme: A · Before we go (2 items from 2 people)\n"
          "   Agreed on Sunday 22 November 2026: “I call the day before”, proposed by Bo (seat 2), because it can be "
          "seen\n"
          "   Proposed, not agreed, on Monday 23 November 2026: “I call at nine”, proposed by coach\n"
          "   By: Friday 4 December 2026\n"
          "   To show: the call list\n"
          "   Ask: what help would you need, and of whom?\n"
          "   Ask: does the proposed wording say what you mean?\n"
          "\n"
          "Parked since Thursday 1 October 2026: a second van\n");
}

TEST_CASE("somebody who said nothing is asked, not passed over") {
    const auto session = examples::workshop();
    CHECK(summary_for(session, session.participants[3]) == "Lee\n"
                                                           "Field team, Saturday 21 November 2026\n"
                                                           "Goal: No visit twice\n"
                                                           "\n"
                                                           "Nothing was said yet.\n"
                                                           "   Ask: what would you like to be accountable for?\n");
}

TEST_CASE("confidence changes no byte of a summary or of the words of a session") {
    auto session = examples::workshop();
    const auto summary = summary_for(session, session.participants[0]);
    const auto words = in_words(session);
    session.accountabilities.front().confidence = 1;
    CHECK(summary_for(session, session.participants[0]) == summary);
    CHECK(in_words(session) == words);
}

TEST_CASE("a control character in words stays out of a summary") {
    auto session = examples::workshop();
    session.participants[0].name = "A\x1b[31mna";
    session.accountabilities[0].evidence = "a\nb";
    const auto summary = summary_for(session, session.participants[0]) + in_words(session);
    CHECK(summary.find('\x1b') == std::string::npos);
    CHECK(summary.find("a\uFFFDb") != std::string::npos);
}

TEST_CASE("a session cut to a person is a session, with that person's things alone") {
    const auto cut = cut_to({ParticipantId{"p1"}, std::nullopt}, examples::workshop());
    CHECK_FALSE(breach_of(cut));
    CHECK(cut.participants.size() == 1);
    CHECK(cut.accountabilities.size() == 1);
    CHECK(cut.accountabilities[0].wordings[0].proposed_by == "Bo");
    CHECK(cut.themes.size() == 2); // the second theme too
    CHECK(cut.parked.size() == 1);
}

TEST_CASE("a session cut to a theme is a session, with that theme's things alone") {
    const auto cut = cut_to({std::nullopt, ThemeId{"t2"}}, examples::workshop());
    CHECK_FALSE(breach_of(cut));
    CHECK(cut.accountabilities.size() == 2);
    CHECK(cut.participants.size() == 2);
    CHECK(cut.parked.empty());
}

TEST_CASE("cut to nothing in particular, a session is what it was") {
    CHECK(cut_to({}, examples::workshop()) == examples::workshop());
}

TEST_CASE(
    "the minutes of each stage are told as planned and as taken, to the last thing done, and nothing of a quick one") {
    constexpr std::int64_t minute = 60'000;
    Session origin;
    origin.plan = {{Stage::goal, 7}, {Stage::capture, 20}};
    const auto gone = [](const char* id, Stage stage, std::int64_t at) {
        return Entry{Step{{id}, "went on", {at * minute}, {GoToStage{stage, {at * minute}}}}};
    };
    const History history(origin,
                          {gone("1", Stage::goal, 10), gone("2", Stage::capture, 21), gone("3", Stage::themes, 40)});
    CHECK(times_in_words(history) == "\nMinutes\n"
                                     "  Goal: 7 planned, 11 taken\n"
                                     "  Capture: 20 planned, 19 taken\n"
                                     "  In all: 27 planned, 30 taken\n");
    CHECK(times_in_words(History(origin, {gone("1", Stage::goal, 10)})).empty());
    CHECK(times_in_words(History(origin)).empty());
}
