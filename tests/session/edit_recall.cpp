// Sheets without a name, and what becomes of what is on them.
#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace avow;

namespace {

const Moment nine{1'795'271'762'000};

Session sealed_session() {
    const auto led = apply(sample_session(), NameLeader{ParticipantId{"p04"}});
    return apply(led, SealExpectations{std::string(64, 'a'), std::string(32, '0'), nine});
}

std::vector<RecallSheet> three_sheets() {
    return {{{"s1"}, {{{"r2"}, "answer the same day"}, {{"r5"}, "wear the badge"}}},
            {{"s4"}, {}},
            {{"s7"}, {{{"r1"}, "one owner for each case"}}}};
}

Session handed_in() { return apply(sealed_session(), HandInRecalls{three_sheets()}); }
Session opened() { return apply(handed_in(), OpenSeal{nine}); }
const MatchRecall same_day{{"r2"}, ExpectationId{"e1"}, false};

std::string why(const std::function<void(std::vector<RecallSheet>&)>& change) {
    auto sheets = three_sheets();
    change(sheets);
    return refusal(sealed_session(), HandInRecalls{sheets});
}

const std::string out_of_order =
    "Sheets and what is on them come in the order of their ids, each of its own. Hand them in again.";

} // namespace

TEST_CASE("HandInRecalls takes all sheets at once, the empty ones too") {
    auto wanted = sealed_session();
    wanted.recall_sheets = three_sheets();
    CHECK(handed_in() == wanted);
    CHECK(sentence(sealed_session(), HandInRecalls{three_sheets()}) == "handed in 3 sheets");
    REQUIRE(find(wanted, RecallId{"r1"}));
    CHECK(find(wanted, RecallId{"r1"})->text == "one owner for each case");
    CHECK(refusal(handed_in(), HandInRecalls{three_sheets()}) ==
          "3 sheets are handed in already. Take all back, then hand them in again with the others.");
    CHECK(refusal(apply(sealed_session(), OpenSeal{nine}), HandInRecalls{three_sheets()}) ==
          "The expectations are open, so nothing that is written now was recalled. Undo the opening first.");
}

TEST_CASE("sheets and recalls come by id, so that nothing tells in which order they were typed") {
    CHECK(why([](auto& s) { std::swap(s[0], s[1]); }) == out_of_order);
    CHECK(why([](auto& s) { std::swap(s[0].recalls[0], s[0].recalls[1]); }) == out_of_order);
    CHECK(why([](auto& s) { s[1].id = s[0].id; }) == out_of_order);
    CHECK(why([](auto& s) { s[2].recalls[0].id = {"r5"}; }) == out_of_order); // on two sheets
    CHECK(why([](auto&) {}).empty());
}

TEST_CASE("HandInRecalls refuses what can't be a sheet") {
    CHECK(why([](auto& s) { s.clear(); }) == "There is no sheet to hand in. Who named nothing hands in an empty one.");
    CHECK(why([](auto& s) { s[0].recalls[0].text.clear(); }) == "The recall has no words yet. Type it first.");
    CHECK_FALSE(why([](auto& s) { s[0].recalls[0].text = too_long; }).empty());
    CHECK_FALSE(why([](auto& s) { s[0].id = {""}; }).empty());
    CHECK_FALSE(why([](auto& s) { s[2].recalls[0].id = {"r 9"}; }).empty());
    const std::string decided =
        "What is handed in is not matched or judged yet. That comes when the expectations are open.";
    CHECK(why([](auto& s) { s[0].recalls[0].meant = ExpectationId{"e1"}; }) == decided);
    CHECK(why([](auto& s) { s[0].recalls[0].is_phantom = true; }) == decided);
    CHECK(why([](auto& s) { s[0].recalls[0].by_leader = 1; }) == decided);
    CHECK(why([](auto& s) { s[0].recalls[0].by_colleague = 0; }) == decided);
    CHECK_FALSE(why([](auto& s) {
                    for (int i = 0; i < 58; ++i) s.push_back({{"t" + std::to_string(100 + i)}, {}});
                }).empty());
    CHECK(why([](auto& s) {
              s[1].recalls.clear();
              for (int i = 0; i < 61; ++i) s[1].recalls.push_back({{"q" + std::to_string(100 + i)}, "x"});
          }) == "A sheet holds 60 lines, and there is one with 61. Leave out some.");
}

TEST_CASE("TakeBackRecalls takes all sheets away, as long as they can be handed in again") {
    CHECK(apply(handed_in(), TakeBackRecalls{}) == sealed_session());
    CHECK(sentence(handed_in(), TakeBackRecalls{}) == "took back 3 sheets");
    CHECK(refusal(sealed_session(), TakeBackRecalls{}) == "No sheets are handed in.");
    CHECK_FALSE(refusal(opened(), TakeBackRecalls{}).empty());
}

TEST_CASE("MatchRecall says what was meant, that it never was, or neither") {
    const auto session = opened();
    auto wanted = session;
    wanted.recall_sheets[0].recalls[0].meant = ExpectationId{"e1"};
    const auto matched = apply(session, same_day);
    CHECK(matched == wanted);
    CHECK(sentence(session, same_day) ==
          "matched “answer the same day” with “Every customer hears from us the same day”");
    const MatchRecall badge{{"r5"}, std::nullopt, true};
    CHECK(sentence(session, badge) == "found a phantom: “wear the badge”");
    CHECK(find(apply(session, badge), RecallId{"r5"})->is_phantom);
    CHECK(apply(matched, MatchRecall{{"r2"}, std::nullopt, false}) == session);
    CHECK(sentence(matched, MatchRecall{{"r2"}, std::nullopt, false}) == "left open what “answer the same day” means");

    CHECK(refusal(matched, same_day) == "The match is that already.");
    CHECK(refusal(session, MatchRecall{{"r2"}, std::nullopt, false}) == "The match is that already.");
    CHECK(refusal(handed_in(), same_day) == "The expectations are not open yet. Open them first.");
    CHECK(refusal(session, MatchRecall{{"r2"}, ExpectationId{"e1"}, true}) ==
          "Either it means an expectation or the leader never meant it. Choose one of the two.");
    CHECK_FALSE(refusal(session, MatchRecall{{"r2"}, ExpectationId{"e9"}, false}).empty());
    CHECK_FALSE(refusal(session, MatchRecall{{"r9"}, ExpectationId{"e1"}, false}).empty());
}

TEST_CASE("JudgeRecall says how well what was meant is understood, once by each of the two") {
    const auto matched = apply(opened(), same_day);
    const JudgeRecall by_leader{{"r2"}, Judge::leader, 2}, by_colleague{{"r2"}, Judge::colleague, 0};
    auto wanted = matched;
    wanted.recall_sheets[0].recalls[0].by_leader = 2;
    wanted.recall_sheets[0].recalls[0].by_colleague = 0;
    const auto judged = apply(apply(matched, by_leader), by_colleague);
    CHECK(judged == wanted);
    CHECK(sentence(matched, by_leader) == "the leader judged how well “answer the same day” is understood: 2 of 2");
    CHECK(sentence(matched, JudgeRecall{{"r2"}, Judge::colleague, {}}) ==
          "a colleague took back how well “answer the same day” is understood");
    CHECK_FALSE(apply(judged, JudgeRecall{{"r2"}, Judge::leader, {}}).recall_sheets[0].recalls[0].by_leader);

    CHECK(refusal(judged, by_leader) == "The judgement is that already.");
    CHECK(refusal(matched, JudgeRecall{{"r2"}, Judge::leader, 3}) ==
          "3 is no judgement. Choose 0 (not understood), 1 (in part) or 2 (wholly).");
    CHECK_FALSE(refusal(matched, JudgeRecall{{"r2"}, Judge::leader, -1}).empty());
    CHECK_FALSE(refusal(matched, JudgeRecall{{"r2"}, static_cast<Judge>(2), 1}).empty());
    CHECK(refusal(opened(), by_leader) ==
          "It is matched with no expectation, so there is nothing to judge. Match it first.");
}

TEST_CASE("what was judged of one match does not hold of another") {
    const auto matched = apply(opened(), same_day);
    const auto judged =
        apply(apply(matched, JudgeRecall{{"r2"}, Judge::leader, 2}), JudgeRecall{{"r2"}, Judge::colleague, 1});
    for (const auto& other : {MatchRecall{{"r2"}, std::nullopt, false}, MatchRecall{{"r2"}, std::nullopt, true},
                              MatchRecall{{"r2"}, ExpectationId{"e2"}, false}}) {
        const auto after = apply(judged, other);
        const auto* recall = find(after, RecallId{"r2"});
        CHECK_FALSE(recall->by_leader);
        CHECK_FALSE(recall->by_colleague);
        CHECK_FALSE(breach_of(after));
    }
}
