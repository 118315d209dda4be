// What must hold of expectations, seal, sheets, asks, contracts and plans that somebody else wrote.
#include "session/session.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <string>

using namespace avow;

namespace {

// The sample with all of it, opened.
Session aligned() {
    auto session = sample_session();
    session.leader = ParticipantId{"p04"};
    session.expectations[0].guess = 9;
    session.seal = Seal{std::string(64, 'a'), std::string(32, '0'), {1'795'271'700'000}, Moment{1'795'271'800'000}};
    session.recall_sheets = {{{"s1"}, {{{"r1"}, "same day", ExpectationId{"e1"}, false, 2, 1}, {{"r2"}, "badges"}}},
                             {{"s2"}, {{{"r0"}, "notes", std::nullopt, true}}}};
    session.team_guess = 6;
    session.misalignments = {{{"m1"}, "quick or thorough"}};
    session.request = "an hour a week";
    session.asks[0].since = Date{2026, 11, 21};
    session.asks[0].answer = "gladly";
    session.asks[0].check_ins = {{{2026, 12, 4}, Outcome::kept, "why", "list"}};
    session.objections[0].who_answers = "Dora";
    session.objections[0].kind = AnswerKind::costs;
    session.objections[0].amount = "an hour";
    session.participants[0].assessments = {{"Talents", {"calm"}, {2026, 10, 1}, Date{2026, 10, 2}, "the list"}};
    session.participants[0].plan_work = "to lead";
    session.participants[0].plan_life = "the sea";
    session.accountabilities[0].contract =
        SuccessContract{"calls", "3", "9", {2026, 12, 4}, "more", {{{2026, 12, 1}, "4"}, {{2026, 12, 2}, "5"}}};
    session.accountabilities[0].helps = AccountabilityId{"a07"};
    session.accountabilities[0].answers = AskId{"k1"};
    return session;
}

std::string breach_after(const std::function<void(Session&)>& change) {
    auto session = aligned();
    change(session);
    return breach_of(session).value_or("none");
}

SuccessContract& contract_in(Session& session) { return *session.accountabilities[0].contract; }
Recall& recall_in(Session& session) { return session.recall_sheets[0].recalls[0]; }

} // namespace

TEST_CASE("what edits of Align, strengths and contracts make has no breach") {
    CHECK(breach_after([](Session&) {}) == "none");
}

TEST_CASE("leader and seal are of this session and whole") {
    CHECK(breach_after([](Session& s) { s.leader = ParticipantId{"p99"}; }) ==
          "The leader is participant “p99”, who is not in the session.");
    CHECK(breach_after([](Session& s) { s.seal->fingerprint[3] = 'A'; }) ==
          "The fingerprint of the seal is not 64 digits, 0 to 9 and a to f.");
    CHECK(breach_after([](Session& s) { s.seal->nonce += '0'; }) ==
          "The nonce of the seal is not 32 digits, 0 to 9 and a to f.");
    CHECK(breach_after([](Session& s) { s.seal->nonce.clear(); }) == "The seal is opened, and has no nonce.");
    CHECK(breach_after([](Session& s) { s.expectations.clear(); }) == "There is a seal, and no expectation under it.");
    CHECK(breach_after([](Session& s) { s.seal->sealed_at.unix_ms = std::int64_t{1} << 60; }) != "none");
    CHECK(breach_after([](Session& s) { s.seal->opened_at->unix_ms = std::int64_t{1} << 60; }) != "none");
    CHECK(breach_after([](Session& s) { s.expectations[0].guess = 61; }) ==
          "The guess at expectation “Every customer hears from us the same day” is 61; it is 0 to 60.");
    CHECK(breach_after([](Session& s) { s.expectations[0].guess = -1; }) != "none");
}

TEST_CASE("sheets and recalls stand in the order of their ids, each of its own") {
    CHECK(breach_after([](Session& s) { std::swap(s.recall_sheets[0], s.recall_sheets[1]); }) ==
          "The sheet “s2” comes before the sheet “s1”, and not in the order of their ids.");
    CHECK(breach_after([](Session& s) { std::swap(s.recall_sheets[0].recalls[0], s.recall_sheets[0].recalls[1]); }) ==
          "The recall “badges” comes before the recall “same day”, and not in the order of their ids.");
    CHECK(breach_after([](Session& s) { s.recall_sheets[1].id = {"s1"}; }) != "none");
    CHECK(breach_after([](Session& s) { s.recall_sheets[1].recalls[0].id = {"r1"}; }) ==
          "The id “r1” belongs to two: recall “same day” and recall “notes”.");
    CHECK(breach_after([](Session& s) { s.recall_sheets[1].recalls[0].id = {""}; }) != "none");
    CHECK(breach_after([](Session& s) { recall_in(s).text.clear(); }) != "none");
}

TEST_CASE("a recall is decided in one way, after the opening, and judged of what it means") {
    CHECK(breach_after([](Session& s) { s.seal->opened_at.reset(); }) ==
          "The recall “same day” is matched, and the expectations are not open.");
    CHECK(breach_after([](Session& s) { s.seal.reset(); }) != "none");
    CHECK(breach_after([](Session& s) { recall_in(s).is_phantom = true; }) ==
          "The recall “same day” means an expectation, and is a phantom as well.");
    CHECK(breach_after([](Session& s) { recall_in(s).meant = ExpectationId{"e9"}; }) ==
          "The recall “same day” means expectation “e9”, which is not in the session.");
    CHECK(breach_after([](Session& s) { recall_in(s).meant.reset(); }) ==
          "The recall “same day” is judged, and means no expectation.");
    CHECK(breach_after([](Session& s) { recall_in(s).by_colleague = 3; }) ==
          "The recall “same day” is judged 3; it is 0 to 2.");
    CHECK(breach_after([](Session& s) { recall_in(s).by_leader = -1; }) != "none");
}

TEST_CASE("the team guesses no more than everybody naming everything") {
    CHECK(breach_after([](Session& s) { s.team_guess = 181; }) ==
          "The team guessed 181 namings; there can be 0 to 180.");
    CHECK(breach_after([](Session& s) { s.team_guess = 7; }) ==
          "none"); // more people may have been asked than handed in
    CHECK(breach_after([](Session& s) { s.team_guess = -1; }) != "none");
    CHECK(breach_after([](Session& s) { s.team_guess = 0; }) == "none");
}

TEST_CASE("a contract has figures, and readings one a day") {
    CHECK(breach_after([](Session& s) { contract_in(s).target = "many"; }) ==
          "The target of statement “I sit next to a new colleague for one hour a week”, “many”, is not one number.");
    CHECK(breach_after([](Session& s) { contract_in(s).baseline = ""; }) != "none");
    CHECK(breach_after([](Session& s) { contract_in(s).metric = ""; }) != "none");
    CHECK(breach_after([](Session& s) { contract_in(s).date.day = 0; }) != "none");
    CHECK(breach_after([](Session& s) { contract_in(s).readings[0].value = "few"; }) != "none");
    CHECK(breach_after([](Session& s) {
              contract_in(s).readings[0].date = {2026, 12, 2};
          }) == "The readings of statement “I sit next to a new colleague for one hour a week” are not one a day in "
                "the order of "
                "their days, from 2026-12-02 on.");
    CHECK(breach_after([](Session& s) {
              for (int i = 0; i < 200; ++i) contract_in(s).readings.push_back({plus_days({2027, 1, 1}, i), "4"});
          }) != "none");
}

TEST_CASE("a wish that is answered is somebody's") {
    CHECK(breach_after([](Session& s) {
              s.accountabilities[0].helps = AccountabilityId{"a99"};
          }).ends_with("helps with statement “a99”, which is not in the session."));
    CHECK(breach_after([](Session& s) {
              s.accountabilities[0].helps = AccountabilityId{"a01"};
          }).ends_with("helps with itself."));
    CHECK(breach_after([](Session& s) {
              s.accountabilities[0].answers = AskId{"k9"};
          }).ends_with("answers ask “k9”, which is not in the session."));
}

TEST_CASE("choices, days and names of asks, objections and assessments are what they can be") {
    CHECK(breach_after([](Session& s) { s.asks[0].since->month = 13; }) != "none");
    CHECK(breach_after([](Session& s) { s.asks[0].check_ins[0].outcome = static_cast<Outcome>(4); }) != "none");
    CHECK(breach_after([](Session& s) { s.asks[0].check_ins[0].date.day = 0; }) != "none");
    CHECK(breach_after([](Session& s) { s.objections[0].kind = static_cast<AnswerKind>(5); }) != "none");
    CHECK(breach_after([](Session& s) { s.participants[0].assessments[0].taken.day = 0; }) != "none");
    CHECK(breach_after([](Session& s) { s.participants[0].assessments[0].debriefed->day = 0; }) != "none");
    CHECK(breach_after([](Session& s) {
              s.participants[0].assessments.push_back({"TALENTS", {}, {2026, 10, 1}});
          }) == "The participant “Ana” has two assessments of one name, “TALENTS”.");
    CHECK(breach_after([](Session& s) { s.misalignments.push_back(s.misalignments[0]); }) != "none");
}

TEST_CASE("no text of Align, a plan or a contract is too long, broken, or holds a control character") {
    const std::function<std::string&(Session&)> texts[] = {
        [](Session& s) -> std::string& { return recall_in(s).text; },
        [](Session& s) -> std::string& { return s.misalignments[0].text; },
        [](Session& s) -> std::string& { return s.request; },
        [](Session& s) -> std::string& { return s.asks[0].answer; },
        [](Session& s) -> std::string& { return s.asks[0].check_ins[0].reason; },
        [](Session& s) -> std::string& { return s.objections[0].who_answers; },
        [](Session& s) -> std::string& { return s.objections[0].amount; },
        [](Session& s) -> std::string& { return s.participants[0].assessments[0].name; },
        [](Session& s) -> std::string& { return s.participants[0].assessments[0].strengths[0]; },
        [](Session& s) -> std::string& { return s.participants[0].assessments[0].first_use; },
        [](Session& s) -> std::string& { return s.participants[0].plan_work; },
        [](Session& s) -> std::string& { return s.participants[0].plan_life; },
        [](Session& s) -> std::string& { return contract_in(s).metric; },
        [](Session& s) -> std::string& { return contract_in(s).baseline; },
        [](Session& s) -> std::string& { return contract_in(s).next_step; },
        [](Session& s) -> std::string& { return contract_in(s).readings[0].value; },
    };
    for (const auto& text_in : texts)
        for (const auto& bad :
             {std::string(4'001, '1'), std::string("1\nb"), std::string("1\x1B"), std::string("1\xFF")})
            CHECK(breach_after([&](Session& s) { text_in(s) = bad; }) != "none");
}

TEST_CASE("of everything at Align a session holds so much and no more") {
    const auto fill = [](auto& items, std::size_t size) {
        while (items.size() < size) {
            items.push_back(items.back());
            items.back().id.text = "x" + std::to_string(1'000 + items.size());
        }
    };
    CHECK(breach_after([&](Session& s) { fill(s.expectations, 60); }) == "none");
    CHECK(breach_after([&](Session& s) { fill(s.expectations, 61); }) ==
          "There are 61 expectations; a session holds 60.");
    CHECK(breach_after([&](Session& s) { fill(s.asks, 201); }) == "There are 201 asks; a session holds 200.");
    CHECK(breach_after([&](Session& s) { fill(s.objections, 201); }) ==
          "There are 201 objections; a session holds 200.");
    CHECK(breach_after([&](Session& s) { fill(s.misalignments, 201); }) ==
          "There are 201 misalignments; a session holds 200.");
    CHECK(breach_after([&](Session& s) {
              s.recall_sheets.push_back({{"t"}, {}});
              fill(s.recall_sheets, 61);
          }) == "There are 61 sheets; a session holds 60.");
    CHECK(breach_after([&](Session& s) { fill(s.recall_sheets[1].recalls, 61); }) ==
          "The sheet “s2” has 61 lines; it holds 60.");
    CHECK(breach_after([&](Session& s) {
              for (int i = 0; i < 20; ++i)
                  s.participants[0].assessments.push_back({"T" + std::to_string(i), {}, {2026, 10, 1}});
          }) == "The participant “Ana” has 21 assessments; a person has 20.");
}
