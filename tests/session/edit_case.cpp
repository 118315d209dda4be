// What each side asks of the other, reasons not to, and what the reader of the brief is asked for.
#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;

namespace {

const Ask late_mail{{"k9"}, AskKind::stop, AskFrom::leader, "late mail", Date{2026, 11, 21}, "", {}};
const CheckIn in_part{{2026, 12, 4}, Outcome::part, "twice", ""};
const std::string no_such_ask = "That is not asked in this session any more. Choose another.";

std::string why(void (*change)(Ask&)) {
    auto ask = late_mail;
    change(ask);
    return refusal(sample_session(), AskOther{ask});
}

} // namespace

TEST_CASE("AskOther says what one side asks of the other") {
    const auto session = sample_session();
    auto wanted = session;
    wanted.asks.push_back(late_mail);
    CHECK(apply(session, AskOther{late_mail}) == wanted);
    CHECK(sentence(session, AskOther{late_mail}) == "the leader asked to stop “late mail”");
    CHECK(sentence(session, AskOther{{{"k9"}, AskKind::keep_on, AskFrom::team, "the stand-up"}}) ==
          "the team asked to continue “the stand-up”");
    CHECK(refusal(wanted, AskOther{late_mail}) == "The id “k9” is in use already. Take another.");
    CHECK(why([](Ask& a) { a.text.clear(); }) == "The ask has no words yet. Type it first.");
    CHECK(why([](Ask& a) { a.kind = static_cast<AskKind>(3); }) ==
          "One side asks the other to stop, start or continue. Choose one of the three.");
    CHECK_FALSE(why([](Ask& a) { a.from = static_cast<AskFrom>(2); }).empty());
    CHECK_FALSE(why([](Ask& a) { a.since.reset(); }).empty());
    CHECK_FALSE(why([](Ask& a) { a.since->month = 13; }).empty());
    CHECK(why([](Ask& a) { a.answer = "gladly"; }) == "What came of it is noted once it is asked. Ask first.");
    CHECK_FALSE(why([](Ask& a) { a.check_ins = {in_part}; }).empty());
    auto full = session;
    while (full.asks.size() < 200)
        full.asks.push_back({{std::to_string(full.asks.size())}, AskKind::stop, AskFrom::team, "x"});
    CHECK(refusal(full, AskOther{late_mail}) == "A session holds 200 asks. Take one back first.");
}

TEST_CASE("an ask is answered, and what came of it is noted as of an accountability") {
    const auto session = apply(sample_session(), AskOther{late_mail});
    const AnswerAsk answer{{"k9"}, "not after six"};
    auto wanted = session;
    wanted.asks.back().answer = "not after six";
    const auto answered = apply(session, answer);
    CHECK(answered == wanted);
    CHECK(sentence(session, answer) == "answered “late mail”: “not after six”");
    CHECK(apply(answered, AnswerAsk{{"k9"}, ""}) == session);
    CHECK(sentence(answered, AnswerAsk{{"k9"}, ""}) == "cleared the answer to “late mail”");
    CHECK(refusal(answered, answer) == "The answer is that already.");
    CHECK(refusal(session, AnswerAsk{{"k8"}, "x"}) == no_such_ask);
    CHECK_FALSE(refusal(session, AnswerAsk{{"k9"}, too_long}).empty());

    wanted.asks.back().check_ins = {in_part};
    const auto checked = apply(answered, CheckAsk{{"k9"}, in_part});
    CHECK(checked == wanted);
    CHECK(sentence(answered, CheckAsk{{"k9"}, in_part}) == "checked in “late mail” as part");
    CHECK(refusal(checked, CheckAsk{{"k9"}, in_part}) == "That check-in is noted already.");
    CHECK(refusal(session, CheckAsk{{"k8"}, in_part}) == no_such_ask);
    CHECK_FALSE(refusal(session, CheckAsk{{"k9"}, {{2026, 13, 4}, Outcome::kept, "", ""}}).empty());
    CHECK_FALSE(refusal(session, CheckAsk{{"k9"}, {{2026, 12, 4}, static_cast<Outcome>(4), "", ""}}).empty());
}

TEST_CASE("an ask that is taken back is answered by nobody any more") {
    const auto session = apply(sample_session(), AskOther{late_mail});
    auto answered = apply(session, AnswerHelp{{"a12"}, std::nullopt, AskId{"k9"}});
    Accountability carried{{"old"}, {"p01"}, "said before"};
    carried.lineage = Lineage{{"s0"}, {2026, 10, 1}, 1, ""};
    carried.answers = AskId{"k9"};
    answered = apply(answered, CarryOver{carried});
    REQUIRE(answered.carried[0].answers == AskId{"k9"});
    const auto left = apply(answered, TakeBackAsk{{"k9"}});
    CHECK_FALSE(find(left, AccountabilityId{"a12"})->answers);
    CHECK_FALSE(left.carried[0].answers);
    CHECK(left.asks == sample_session().asks);
    CHECK_FALSE(breach_of(left));
    CHECK(sentence(answered, TakeBackAsk{{"k9"}}) == "took back the ask “late mail”");
    CHECK(refusal(left, TakeBackAsk{{"k9"}}) == no_such_ask);
}

TEST_CASE("an objection is raised, answered with what the answer is worth, and taken back") {
    const auto session = sample_session();
    const RaiseObjection raise{{"o9"}, "It takes an hour a day"};
    auto wanted = session;
    wanted.objections.push_back({{"o9"}, "It takes an hour a day"});
    const auto raised = apply(session, raise);
    CHECK(raised == wanted);
    CHECK(sentence(session, raise) == "raised the objection “It takes an hour a day”");
    CHECK(refusal(raised, raise) == "The id “o9” is in use already. Take another.");
    CHECK_FALSE(refusal(session, RaiseObjection{{"o9"}, ""}).empty());

    const AnswerObjection answer{
        {"o9"}, "Dora", "It saves two of searching", AnswerKind::saves_time, "10 hours a week"};
    wanted.objections.back() = {{"o9"}, "It takes an hour a day", "It saves two of searching",
                                "Dora", AnswerKind::saves_time,   "10 hours a week"};
    const auto answered = apply(raised, answer);
    CHECK(answered == wanted);
    CHECK(sentence(raised, answer) == "answered “It takes an hour a day”: “It saves two of searching”");
    CHECK(sentence(raised, AnswerObjection{{"o9"}, "Dora", "", AnswerKind::none, ""}) ==
          "noted who answers “It takes an hour a day”, or what the answer is worth");
    CHECK(apply(answered, AnswerObjection{{"o9"}, "", "", AnswerKind::none, ""}) == raised);
    CHECK(sentence(answered, AnswerObjection{{"o9"}, "", "", AnswerKind::none, ""}) ==
          "cleared the answer to “It takes an hour a day”");
    CHECK(refusal(answered, answer) == "The answer is that already.");
    CHECK_FALSE(refusal(raised, AnswerObjection{{"o8"}, "", "x", AnswerKind::none, ""}).empty());
    CHECK_FALSE(refusal(raised, AnswerObjection{{"o9"}, too_long_a_name, "x", AnswerKind::none, ""}).empty());
    CHECK_FALSE(refusal(raised, AnswerObjection{{"o9"}, "", "x", static_cast<AnswerKind>(5), ""}).empty());
    CHECK_FALSE(refusal(raised, AnswerObjection{{"o9"}, "", "x", AnswerKind::costs, too_long}).empty());

    CHECK(apply(answered, TakeBackObjection{{"o9"}}) == session);
    CHECK(sentence(answered, TakeBackObjection{{"o9"}}) == "took back the objection “It takes an hour a day”");
    CHECK_FALSE(refusal(session, TakeBackObjection{{"o9"}}).empty());
    auto full = session;
    while (full.objections.size() < 200) full.objections.push_back({{std::to_string(full.objections.size())}, "x"});
    CHECK(refusal(full, raise) == "A session holds 200 objections. Take one back first.");
}

TEST_CASE("StateRequest says what the reader of the brief is asked for") {
    const auto session = sample_session();
    const StateRequest request{"One call-free hour on Mondays"};
    auto wanted = session;
    wanted.request = request.text;
    CHECK(apply(session, request) == wanted);
    CHECK(sentence(session, request) == "asked the reader for “One call-free hour on Mondays”");
    CHECK(apply(wanted, StateRequest{""}) == session);
    CHECK(sentence(wanted, StateRequest{""}) == "cleared what the reader is asked for");
    CHECK(refusal(wanted, request) == "The request is that already.");
    CHECK_FALSE(refusal(session, StateRequest{too_long}).empty());
}
