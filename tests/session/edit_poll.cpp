// What the room answers when it is asked: kept whole as one step, corrected by another.
#include "ask.hpp"
#include "session/history.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;

namespace {

Poll fingers_of(const Session& session) {
    Poll poll{{"q1"}, PollKind::fingers, "Is the goal clear?", std::nullopt, Moment{1'795'271'762'000}};
    poll.heads = static_cast<int>(session.participants.size());
    for (const auto& person : session.participants) poll.answers.push_back({person.id, 4});
    return poll;
}

Poll votes() {
    Poll poll{{"q2"}, PollKind::votes, "Which first?", std::nullopt, Moment{1'795'271'762'000}, 12, 2};
    poll.counts = {{"Quick answers", ThemeId{"t1"}, 14}, {"Boards", std::nullopt, 10}};
    return poll;
}

std::string breach_with(Poll poll) {
    auto session = sample_session();
    session.polls = {std::move(poll)};
    return breach_of(session).value_or("");
}

} // namespace

TEST_CASE("AskRoom keeps all that was answered as one step, which can be undone") {
    const auto session = sample_session();
    const auto poll = fingers_of(session);
    CHECK(sentence(session, AskRoom{poll}) == "asked the room “Is the goal clear?”: 12 of 12 answered");
    CHECK(sentence(session, AskRoom{votes()}) == "asked the room “Which first?”: 24 votes");
    auto wanted = session;
    wanted.polls = {poll};
    History history(session);
    history.act({{"s1"}, "asked", poll.asked_at, {AskRoom{poll}}});
    CHECK(history.now() == wanted);
    CHECK_FALSE(breach_of(history.now()));
    history.undo({"u1"}, poll.asked_at);
    CHECK(history.now() == session);
}

TEST_CASE("AskRoom refuses what cannot have been answered") {
    const auto session = sample_session();
    const auto why = [&](auto change, Poll poll) {
        change(poll);
        return refusal(session, AskRoom{poll});
    };
    const auto fingers = fingers_of(session);
    CHECK(why([](Poll& p) { p.answers[3].value = 6; }, fingers) ==
          "6 is no answer here: a show of fingers goes from 0 to 5. Choose one of these.");
    CHECK(why([](Poll& p) { p.kind = PollKind::confidence, p.answers[0].value = 0; }, fingers) ==
          "0 is no answer here: confidence goes from 1 to 10. Choose one of these.");
    CHECK(why([](Poll& p) { p.answers.clear(); }, fingers) ==
          "Nobody has answered, so there is nothing to keep. Ask again.");
    CHECK(why([](Poll& p) { p.answers[1].who = p.answers[0].who; }, fingers) ==
          "Somebody has two answers. Each person gives one: ask again.");
    CHECK(why([](Poll& p) { p.heads = 11; }, fingers) == "There are 12 answers, and 11 people were asked. Ask again.");
    CHECK(why([](Poll& p) { p.heads = 0; }, fingers) ==
          "Nobody is here to be asked. Add people at Prepare, or note who has come.");
    CHECK(why([](Poll& p) { p.question.clear(); }, fingers) == "The question has no words yet. Type it first.");
    CHECK(why([](Poll& p) { p.about = AccountabilityId{"a99"}; }, fingers) ==
          "That statement is not in this session any more. Choose another.");
    CHECK(why([](Poll& p) { ++p.counts[0].count; }, votes()) ==
          "That is 25 votes; 12 people with 2 each have 24. Count again, or give each more.");
    CHECK(why([](Poll& p) { p.counts[0].count = -1; }, votes()) == "-1 is no count. Count again, from 0.");
    CHECK(why([](Poll& p) { p.counts.clear(); }, votes()) == "There is nothing to choose from. Make themes first.");
    CHECK(why([](Poll& p) { p.kind = PollKind::hands, p.budget = 0; }, votes()) ==
          "That is 24 hands, and 12 people are here. Count again.");
    CHECK(refusal(apply(session, AskRoom{fingers}), AskRoom{fingers}) ==
          "The id “q1” is in use already. Take another.");
}

TEST_CASE("what could be said back is counted by its three parts, each from nobody to everybody") {
    const auto session = sample_session();
    Poll poll{{"q3"}, PollKind::say_back, "Who can say the goal back?", std::nullopt, Moment{1'795'271'762'000}, 12};
    poll.counts = {{"metric", std::nullopt, 12}, {"number", std::nullopt, 12}, {"date", std::nullopt, 0}};
    const auto why = [&](auto change) {
        auto changed = poll;
        change(changed);
        return refusal(session, AskRoom{changed});
    };
    CHECK(apply(session, AskRoom{poll}).polls == std::vector{poll});
    CHECK(sentence(session, AskRoom{poll}) ==
          "asked the room “Who can say the goal back?”: 12 said the metric, 12 said the number, 0 said the date");
    CHECK(noun_of(PollKind::say_back) == "say-it-back");
    CHECK_FALSE(is_by_person(PollKind::say_back));
    CHECK(most_of(poll) == 36);
    CHECK(why([](Poll& p) { p.counts[1].count = 13; }) ==
          "That is 13 who said the number, and 12 people are here. Count again.");
    const std::string others =
        "Of a goal the metric, the number and the date are said back, in this order. Count these.";
    CHECK(why([](Poll& p) { p.counts.pop_back(); }) == others);
    CHECK(why([](Poll& p) { std::swap(p.counts[0], p.counts[1]); }) == others);
    CHECK(why([](Poll& p) { p.counts[2].choice = "day"; }) == others);
    CHECK(why([](Poll& p) { p.budget = 1; }) == "Only votes come in a number for each. Leave it at 0.");
    CHECK(why([](Poll& p) {
              p.answers = {{ParticipantId{"p01"}, 1}};
          }) == "Votes, hands and what is said back are counted, not noted by person.");
    CHECK(
        why([](Poll& p) { p.kind = static_cast<PollKind>(5); }) ==
        "The room can be asked for fingers, confidence, votes, hands or to say the goal back. Choose one of the five.");
    const auto asked = apply(session, AskRoom{poll});
    CHECK(refusal(asked, CorrectAnswer{{"q3"}, {"p01"}, 1}) ==
          "Votes, hands and what is said back are counted, not noted by person. Ask again.");
    CHECK(breach_with(poll).empty());
    auto off = poll;
    off.counts[0].count = 13;
    CHECK(breach_with(off) == "The question “Who can say the goal back?” has a count of 13; it is 0 to 12.");
    off = poll, std::swap(off.counts[0], off.counts[1]);
    CHECK(breach_with(off) ==
          "The question “Who can say the goal back?” counts something else than metric, number and date.");
}

TEST_CASE("CorrectAnswer changes one answer, and says nowhere whose or what") {
    const auto asked = apply(sample_session(), AskRoom{fingers_of(sample_session())});
    const CorrectAnswer correction{{"q1"}, {"p03"}, 1};
    CHECK(sentence(asked, correction) == "corrected an answer to “Is the goal clear?”");
    auto wanted = asked;
    wanted.polls[0].answers[2].value = 1;
    CHECK(apply(asked, correction) == wanted);
    CHECK(apply(asked, CorrectAnswer{{"q1"}, {"p03"}, std::nullopt}).polls[0].answers.size() == 11);
    CHECK(refusal(asked, CorrectAnswer{{"q1"}, {"p03"}, 4}) == "The answer is that already.");
    CHECK(refusal(asked, CorrectAnswer{{"q9"}, {"p03"}, 4}) == "That was never asked here, or is undone. Ask again.");
    CHECK(refusal(asked, CorrectAnswer{{"q1"}, {"p03"}, 9}) ==
          "9 is no answer here: a show of fingers goes from 0 to 5. Choose one of these.");
}

TEST_CASE("somebody who came late can be heard afterwards") {
    auto poll = fingers_of(sample_session());
    poll.answers.pop_back(), --poll.heads;
    const auto asked = apply(sample_session(), AskRoom{poll});
    const auto heard = apply(asked, CorrectAnswer{{"q1"}, {"p12"}, 5});
    CHECK(heard.polls[0].answers.size() == 12);
    CHECK(heard.polls[0].heads == 12);
    CHECK_FALSE(breach_of(heard));
}

TEST_CASE("what was counted stays counted when a person or a statement goes") {
    auto session = sample_session();
    session.participants.push_back({{"p13"}, "Visitor", "", 13});
    auto poll = fingers_of(session);
    poll.about = session.accountabilities.front().id;
    auto left = apply(session, AskRoom{poll});
    left = apply(left, RemoveParticipant{{"p13"}});
    left = apply(left, TakeBackStatement{*poll.about});
    CHECK(left.polls[0].answers.size() == 13);
    CHECK_FALSE(left.polls[0].answers.back().who);
    CHECK_FALSE(left.polls[0].about);
    CHECK_FALSE(breach_of(left));
}

TEST_CASE("each is given the square root of the themes to vote with") {
    CHECK(suggested_budget(0) == 1);
    CHECK(suggested_budget(3) == 2);
    CHECK(suggested_budget(7) == 3);
    CHECK(suggested_budget(12) == 3);
    CHECK(suggested_budget(13) == 4);
}

TEST_CASE("a poll that somebody else wrote must hold together") {
    const auto good = fingers_of(sample_session());
    CHECK(breach_with(good).empty());
    CHECK(breach_with(votes()).empty());
    auto poll = good;
    poll.answers[0].value = 7;
    CHECK(breach_with(poll) == "The question “Is the goal clear?” has the answer 7; fingers go from 0 to 5.");
    poll = good, poll.answers[0].who = ParticipantId{"p99"};
    CHECK(breach_with(poll) ==
          "The question “Is the goal clear?” was answered by participant “p99”, who is not in the session.");
    poll = good, poll.answers[0].who = poll.answers[1].who;
    CHECK(breach_with(poll) == "The question “Is the goal clear?” was answered twice by participant “p02”.");
    poll = votes(), poll.counts[0].count = 15;
    CHECK(breach_with(poll) == "The question “Which first?” has 25 votes; there can be 24.");
}
