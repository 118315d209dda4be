// The facilitator's timings, of records made by hand: every figure is known.
#include "desk/rehearsal_timings.hpp"

#include "session/edit.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::desk;

namespace {

constexpr Moment noon{1'000'000'000};

Moment after(int seconds) { return {noon.unix_ms + seconds * 1000}; }

// Four statements of three people; the third is silent.
struct GivenRecord {
    RehearsalRecord record;
    Session session;

    GivenRecord() {
        record.words.team = "Kiosk";
        record.words.people = {{"Ana", Manner::plain}, {"Bo", Manner::plain}, {"Hila", Manner::silent}};
        record.words.statements = {{0, "I open the till before the first guest comes", {}, {}},
                                   {1, "I fill the fridge each evening", {}, {}},
                                   {0, "I count the cups on Monday", {}, {}},
                                   {2, "I mend the awning this week", {}, {}}};
        record.ids = {{"a"}, {"b"}, {"h"}};
        record.sayings.resize(4);
        record.called.resize(3);
        record.capture_began = noon;
        session = session_for_rehearsal(record.words, record.ids, {2026, 11, 21}, noon);
    }
    void said(std::size_t statement, int ended_after) {
        record.sayings[statement].times = 1;
        record.sayings[statement].ended = after(ended_after);
    }
    void typed(const std::string& owner, const std::string& words, int at) {
        const auto number = std::to_string(session.accountabilities.size());
        session = apply(session, SayStatement{{"s" + number}, {owner}, words, after(at)});
    }
    RehearsalTimings timings() const { return timings_of(record, session, after(600)); }
};

bool tells(const RehearsalTimings& timings, std::string_view words) {
    return as_text(timings).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("how long from the last word to the card: the median, and the slowest by whom") {
    GivenRecord given;
    given.said(0, 10), given.said(1, 30), given.said(2, 50);
    given.typed("a", "I open the till before the first guest comes", 14);
    given.typed("b", "I fill the fridge each evening", 51);
    given.typed("a", "I count the cups on Monday", 49); // written along: before the last word
    const auto timings = given.timings();
    CHECK(timings.median_ms == 4'000);
    CHECK(timings.slowest == RehearsalTimings::Slowest{21'000, "Bo", "I fill the fridge each evening"});
    CHECK(tells(timings,
                "From the last word to the card: 4.0 seconds at the median, 21.0 seconds at the most, for Bo's"));
}

TEST_CASE("of an even number the median lies between the two in the middle") {
    GivenRecord given;
    given.said(0, 10), given.said(1, 30);
    given.typed("a", "I open the till before the first guest comes", 12);
    given.typed("b", "I fill the fridge each evening", 35);
    CHECK(given.timings().median_ms == 3'500);
}

TEST_CASE("word for word, nearly, and the share of the words that were kept") {
    GivenRecord given;
    given.said(0, 1), given.said(1, 1), given.said(2, 1);
    given.typed("a", "i open the till, before the first guest comes.", 2);
    given.typed("b", "fill the fridge", 3);
    given.typed("a", "I count the cups on Monday mornings", 4);
    const auto timings = given.timings();
    CHECK(timings.captured == 3);
    CHECK(timings.exact == 1);
    CHECK(timings.nearly == 1);
    CHECK(timings.share == Catch::Approx((1 + .5 + 1) / 3));
    CHECK(tells(timings, "Word for word: 1, nearly: 1. Of the words of what was captured you kept 83 in 100."));
}

TEST_CASE("what was missed is listed with who said it, and what nobody came to say") {
    GivenRecord given;
    given.said(0, 1), given.said(1, 1);
    given.typed("a", "I open the till before the first guest comes", 2);
    const auto timings = given.timings();
    CHECK(timings.said == 2);
    CHECK(timings.missed == std::vector<RehearsalTimings::Missed>{{"Bo", "I fill the fridge each evening", true},
                                                                  {"Ana", "I count the cups on Monday", false},
                                                                  {"Hila", "I mend the awning this week", false}});
    CHECK(tells(timings, "Captured: 1 of 4 statements; 2 of them were said."));
    CHECK(tells(timings, "Bo: “I fill the fridge each evening”\n"));
    CHECK(tells(timings, "Hila: “I mend the awning this week” (never got to say it)"));
    CHECK(tells(timings, "Not heard: Bo and Hila."));
}

TEST_CASE("a card counts once, one that holds nothing of it not at all, and a wrong name is told") {
    GivenRecord given;
    given.said(0, 1), given.said(1, 1);
    given.typed("a", "I fill the fridge each evening", 2); // Bo's
    given.typed("b", "I fill the fridge each evening", 3); // again
    given.typed("b", "something else entirely", 4);
    const auto timings = given.timings();
    CHECK(timings.captured == 1);
    CHECK(timings.added == 2);
    CHECK(timings.misplaced ==
          std::vector<RehearsalTimings::Misplaced>{{"I fill the fridge each evening", "Bo", "Ana"}});
    CHECK(tells(timings, "Bo said “I fill the fridge each evening”; it stands under Ana."));
}

TEST_CASE("of two who say much the same each has their own card") {
    GivenRecord given;
    given.record.words.statements[1].words = "I open the till before the last guest comes";
    given.said(0, 1), given.said(1, 1);
    given.typed("b", "I open the till before the guest comes", 2);
    given.typed("a", "I open the till before the guest comes", 3);
    CHECK(given.timings().misplaced.empty());
    CHECK(given.timings().captured == 2);
}

TEST_CASE("the second, shorter saying counts as said") {
    GivenRecord given;
    given.said(0, 1);
    given.record.sayings[0].times = 2;
    given.record.sayings[0].again = "I open the till";
    given.typed("a", "I open the till", 9);
    CHECK(given.timings().captured == 1);
    CHECK(given.timings().share == 1);
    CHECK(given.timings().exact == 0); // it is not all they said
}

TEST_CASE("stages as planned and as taken, keys, silence, objections, what is left") {
    GivenRecord given;
    given.record.taken_ms[static_cast<std::size_t>(Stage::goal)] = 65'400;
    given.record.taken_ms[static_cast<std::size_t>(Stage::capture)] = 480'000;
    given.record.other_keys = 3;
    given.record.objections = 2;
    given.record.called[2] = after(150);
    given.record.fastest = 4;
    given.record.paused_ms = 30'000;
    given.said(0, 1), given.said(1, 1);
    given.typed("a", "I open the till before the first guest comes", 2);
    given.typed("b", "I fill the fridge each evening", 3);
    given.session = apply(given.session, SetDueDate{{"s0"}, Date{2026, 12, 4}});
    const auto timings = given.timings();
    CHECK(timings.stages.front() == RehearsalTimings::AtStage{Stage::goal, 5, 65'400});
    CHECK(tells(timings, "Goal           5:00     1:05\n"));
    CHECK(tells(timings, "Capture       14:00     8:00\n"));
    CHECK(tells(timings, "Keys beside the words: 1.5 a statement."));
    CHECK(tells(timings, "Hila, who is silent, waited 2:30 minutes until you called by name."));
    CHECK(tells(timings, "Objections: 2 raised, 0 parked."));
    CHECK(tells(timings, "Without a date: 1."));
    CHECK(tells(timings, "Not read back and confirmed: 2."));
    CHECK(tells(timings, "at up to 4 times their pace"));
    CHECK(tells(timings, "Paused for 30.0 seconds"));
    CHECK(tells(timings, "A rehearsal: nobody said this"));
    given.record.called[2].reset();
    CHECK(tells(given.timings(), "Hila, who is silent, was never called by name."));
}

TEST_CASE("a rehearsal that ends before anybody spoke has timings too") {
    const GivenRecord given;
    const auto timings = given.timings();
    CHECK_FALSE(timings.median_ms);
    CHECK(timings.missed.size() == 4);
    CHECK(tells(timings, "Captured: 0 of 4 statements; 0 of them were said."));
}
