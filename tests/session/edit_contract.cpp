// What a promise is tested by, what is read of it, and whose wish it answers.
#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;

namespace {

const AccountabilityId cups{"a12"}; // "less coffee cups in the sink"
const SuccessContract fewer_cups{"cups in the sink", "9", "2 at most", {2026, 12, 19}, "a dishwasher", {}};

Session with_contract() { return apply(sample_session(), SetContract{cups, fewer_cups}); }
Accountability& cups_in(Session& session) { return session.accountabilities[11]; }

std::string why(void (*change)(SuccessContract&)) {
    auto contract = fewer_cups;
    change(contract);
    return refusal(sample_session(), SetContract{cups, contract});
}

} // namespace

TEST_CASE("SetContract says what is measured, from where to where, and by when") {
    const auto session = sample_session();
    auto wanted = session;
    cups_in(wanted).contract = fewer_cups;
    cups_in(wanted).confirmed_at.reset(); // what was read aloud is something else now
    CHECK(apply(session, SetContract{cups, fewer_cups}) == wanted);
    CHECK(sentence(session, SetContract{cups, fewer_cups}) ==
          "set the contract of “less coffee cups in the sink”: “cups in the sink” from 9 to 2 at most");
    CHECK(refusal(wanted, SetContract{cups, fewer_cups}) == "The contract is that already.");
    CHECK(refusal(session, SetContract{cups, std::nullopt}) == "There is no contract to clear.");
    CHECK_FALSE(find(apply(wanted, SetContract{cups, std::nullopt}), cups)->contract);
    CHECK(sentence(wanted, SetContract{cups, std::nullopt}) ==
          "cleared the contract of “less coffee cups in the sink”");
    CHECK_FALSE(refusal(session, SetContract{{"a99"}, fewer_cups}).empty());
}

TEST_CASE("a contract that could not be tested is refused") {
    CHECK(why([](SuccessContract& c) { c.metric.clear(); }) == "The metric has no words yet. Type it first.");
    CHECK(why([](SuccessContract& c) { c.target = "hardly any"; }) ==
          "The target “hardly any” is not one number. Write it as 9, 80 %, 1,200 calls or -3.5.");
    CHECK(why([](SuccessContract& c) { c.baseline = "9 of 12"; }) ==
          "The baseline “9 of 12” is not one number. Write it as 9, 80 %, 1,200 calls or -3.5.");
    CHECK_FALSE(why([](SuccessContract& c) { c.baseline.clear(); }).empty());
    CHECK_FALSE(why([](SuccessContract& c) { c.date.day = 32; }).empty());
    CHECK_FALSE(why([](SuccessContract& c) { c.next_step = too_long; }).empty());
    CHECK(why([](SuccessContract& c) { c.next_step.clear(); }).empty());
    CHECK(why([](SuccessContract& c) {
              c.readings = {{{2026, 12, 1}, "4"}};
          }) == "Readings are noted one by one, once the contract stands.");
}

TEST_CASE("other words of a contract leave its readings") {
    auto session = apply(with_contract(), NoteReading{cups, {{2026, 12, 1}, "4 cups"}});
    auto reworded = fewer_cups;
    reworded.next_step = "two dishwashers";
    session = apply(session, SetContract{cups, reworded});
    reworded.readings = {{{2026, 12, 1}, "4 cups"}};
    CHECK(find(session, cups)->contract == reworded);
    reworded.readings.clear();
    CHECK(refusal(session, SetContract{cups, reworded}) == "The contract is that already.");
}

TEST_CASE("NoteReading keeps one reading a day, in the order of the days") {
    const auto session = with_contract();
    CHECK(sentence(session, NoteReading{cups, {{2026, 12, 1}, "4"}}) ==
          "read 4 on Tuesday 1 December 2026 for “less coffee cups in the sink”");
    auto read = apply(session, NoteReading{cups, {{2026, 12, 9}, "3"}});
    read = apply(read, NoteReading{cups, {{2026, 12, 1}, "4"}});
    CHECK(refusal(read, NoteReading{cups, {{2026, 12, 1}, "4"}}) == "The reading is that already.");
    read = apply(read, NoteReading{cups, {{2026, 12, 1}, "5 cups"}});
    CHECK(find(read, cups)->contract->readings ==
          std::vector<MetricReading>{{{2026, 12, 1}, "5 cups"}, {{2026, 12, 9}, "3"}});

    CHECK(refusal(sample_session(), NoteReading{cups, {{2026, 12, 1}, "4"}}) ==
          "There is no contract to read anything of. Set one first.");
    CHECK_FALSE(refusal(session, NoteReading{cups, {{2026, 12, 1}, "few"}}).empty());
    CHECK_FALSE(refusal(session, NoteReading{cups, {{2026, 12, 0}, "4"}}).empty());
    CHECK_FALSE(refusal(session, NoteReading{{"a99"}, {{2026, 12, 1}, "4"}}).empty());
    auto full = session;
    for (int i = 0; i < 200; ++i) cups_in(full).contract->readings.push_back({plus_days({2026, 1, 1}, i), "4"});
    CHECK_FALSE(refusal(full, NoteReading{cups, {{2026, 12, 1}, "4"}}).empty());
    CHECK(refusal(full, NoteReading{cups, {{2026, 1, 1}, "5"}}).empty());
}

TEST_CASE("AnswerHelp says whose wish a promise answers") {
    const auto session = sample_session();
    const AnswerHelp both{cups, AccountabilityId{"a07"}, AskId{"k1"}};
    auto wanted = session;
    cups_in(wanted).helps = AccountabilityId{"a07"};
    cups_in(wanted).answers = AskId{"k1"};
    const auto answered = apply(session, both);
    CHECK(answered == wanted);
    CHECK(sentence(session, both) ==
          "with “less coffee cups in the sink” answered the help asked for in “I chase second "
          "level when a ticket gets stuck”");
    CHECK(sentence(session, AnswerHelp{cups, {}, AskId{"k1"}}) ==
          "with “less coffee cups in the sink” answered the ask “Changing the phone rota on the day”");
    CHECK(apply(answered, AnswerHelp{cups, {}, {}}) == session);
    CHECK(sentence(answered, AnswerHelp{cups, {}, {}}) == "“less coffee cups in the sink” answers no wish any more");
    CHECK(refusal(answered, both) == "The wish it answers is that already.");
    CHECK(refusal(session, AnswerHelp{cups, {}, {}}) == "It answers no wish that could be cleared.");
    CHECK(refusal(session, AnswerHelp{cups, cups, {}}) ==
          "A statement can't answer its own request for help. Choose another.");
    CHECK_FALSE(refusal(session, AnswerHelp{cups, AccountabilityId{"a99"}, {}}).empty());
    CHECK_FALSE(refusal(session, AnswerHelp{cups, {}, AskId{"k9"}}).empty());
    CHECK_FALSE(refusal(session, AnswerHelp{{"a99"}, {}, AskId{"k1"}}).empty());
}

TEST_CASE("a statement that is taken back is helped by nobody any more") {
    const auto helped = apply(sample_session(), AnswerHelp{cups, AccountabilityId{"a07"}, AskId{"k1"}});
    const auto left = apply(helped, TakeBackStatement{{"a07"}});
    CHECK_FALSE(find(left, cups)->helps);
    CHECK(find(left, cups)->answers == AskId{"k1"});
    CHECK_FALSE(breach_of(left));
}

TEST_CASE("what is carried over leaves behind a wish that is not in the session") {
    Accountability item{{"old"}, {"p01"}, "said before"};
    item.lineage = Lineage{{"s0"}, {2026, 10, 1}, 1, ""};
    item.helps = AccountabilityId{"gone"};
    item.answers = AskId{"k1"};
    const auto carried = apply(sample_session(), CarryOver{item});
    CHECK_FALSE(carried.carried[0].helps);
    CHECK(carried.carried[0].answers == AskId{"k1"});
    auto alone = sample_session();
    alone.asks.clear();
    CHECK_FALSE(apply(alone, CarryOver{item}).carried[0].answers);
}
