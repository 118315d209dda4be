#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;

namespace {

const std::string unknown_person = "That person is not in this session. Choose somebody who is, or add them first.";
const std::string unknown_statement = "That statement is not in this session any more. Choose another.";

} // namespace

TEST_CASE("SayStatement keeps the words as they were said") {
    const Session session = sample_session();
    const SayStatement edit{{"a41"}, {"p01"}, "=I *call* them <b>back</b>", {1'795'272'962'000}};
    CHECK(sentence(session, edit) == "Ana said “=I *call* them <b>back</b>”");
    Session wanted = session;
    Accountability said;
    said.id = {"a41"};
    said.owner = {"p01"};
    said.statement = "=I *call* them <b>back</b>";
    said.said_at = {1'795'272'962'000};
    wanted.accountabilities.push_back(said);
    CHECK(apply(session, edit) == wanted);
}

TEST_CASE("SayStatement says why words can't be kept") {
    const Session session = sample_session();
    const auto why = [&](AccountabilityId id, ParticipantId owner, std::string words, Moment at = {}) {
        return refusal(session, SayStatement{std::move(id), std::move(owner), std::move(words), at});
    };
    CHECK(why({"a41"}, {"p01"}, "") == "The statement has no words yet. Type it first.");
    CHECK(why({"a41"}, {"p99"}, "I call") == unknown_person);
    CHECK(why({"a01"}, {"p01"}, "I call") == "The id “a01” is in use already. Take another.");
    CHECK(why({"a 1"}, {"p01"}, "I call").starts_with("“a 1” can't be an id."));
    CHECK(why({"a41"}, {"p01"}, "I call\nthem").starts_with("The statement begins or ends with a space"));
    CHECK(why({"a41"}, {"p01"}, "cafe\u0301").starts_with("The statement begins or ends with a space"));
    CHECK(why({"a41"}, {"p01"}, "I call", {std::int64_t{1} << 60}).starts_with("The time is outside"));
    CHECK(why({"a41"}, {"p01"}, std::string(4'312, 'x')) ==
          "That is 4,312 characters; a statement holds 4,000. Split it in two.");
}

TEST_CASE("a statement holds 4,000 characters of any script") {
    const Session session = sample_session();
    std::string words;
    for (int i = 0; i < 4'000; ++i) words += "字";
    CHECK(refusal(session, SayStatement{{"a41"}, {"p01"}, words, {}}).empty());
    CHECK(refusal(session, SayStatement{{"a41"}, {"p01"}, words + "字", {}}) ==
          "That is 4,001 characters; a statement holds 4,000. Split it in two.");
}

TEST_CASE("a session holds 5,000 statements") {
    Session session = sample_session();
    while (session.accountabilities.size() < limit::accountabilities) {
        Accountability said = session.accountabilities.front();
        said.id.text = "x" + std::to_string(session.accountabilities.size());
        session.accountabilities.push_back(said);
    }
    CHECK(breach_of(session) == std::nullopt);
    CHECK(refusal(session, SayStatement{{"new"}, {"p01"}, "I call", {}}) ==
          "This would be statement 5,001; a session holds 5,000. Take one back, or go on in a new session.");
}

TEST_CASE("who speaks is here") {
    for (const auto attendance : {Attendance::late, Attendance::absent}) {
        Session session = apply(sample_session(), NoteAttendance{{"p01"}, attendance});
        CHECK(find(apply(session, SayStatement{{"a41"}, {"p01"}, "I call", {}}), ParticipantId{"p01"})->attendance ==
              Attendance::here);
        CHECK(find(apply(session, CorrectOwner{{"a02"}, {"p01"}}), ParticipantId{"p01"})->attendance ==
              Attendance::here);
    }
}

TEST_CASE("long words are cut in a sentence at some sixty characters") {
    const Session session = sample_session();
    const std::string words = "When I promise a customer something I follow up myself, every time and everywhere";
    CHECK(sentence(session, SayStatement{{"a41"}, {"p01"}, words, {}}) ==
          "Ana said “When I promise a customer something I follow up myself, eve…”");
    CHECK(sentence(session, SayStatement{{"a41"}, {"p01"}, words.substr(0, 60), {}}) ==
          "Ana said “" + words.substr(0, 60) + "”");
}

TEST_CASE("TakeBackStatement removes the accountability and nothing else") {
    const Session session = sample_session();
    CHECK(sentence(session, TakeBackStatement{{"a12"}}) == "Lou took back “less coffee cups in the sink”");
    Session wanted = session;
    wanted.accountabilities.erase(wanted.accountabilities.begin() + 11);
    CHECK(apply(session, TakeBackStatement{{"a12"}}) == wanted);

    CHECK(refusal(session, TakeBackStatement{{"a99"}}) == unknown_statement);
}

TEST_CASE("CorrectOwner gives the words to who said them, who has yet to confirm them") {
    const Session session = sample_session();
    REQUIRE(session.accountabilities[11].confirmed_at);
    const CorrectOwner edit{{"a12"}, {"p02"}};
    CHECK(sentence(session, edit) == "corrected the owner of “less coffee cups in the sink” to Bob");
    Session wanted = session;
    wanted.accountabilities[11].owner = {"p02"};
    wanted.accountabilities[11].confirmed_at.reset();
    CHECK(apply(session, edit) == wanted);

    CHECK(refusal(session, CorrectOwner{{"a99"}, {"p02"}}) == unknown_statement);
    CHECK(refusal(session, CorrectOwner{{"a12"}, {"p99"}}) == unknown_person);
    CHECK(refusal(session, CorrectOwner{{"a12"}, {"p12"}}) == "That is Lou's already.");
}

TEST_CASE("PassTurn counts the turns somebody let go by") {
    const Session session = sample_session();
    CHECK(sentence(session, PassTurn{{"p01"}}) == "Ana passed");
    Session wanted = session;
    wanted.participants[0].passes = 2;
    CHECK(apply(apply(session, PassTurn{{"p01"}}), PassTurn{{"p01"}}) == wanted);
    CHECK(refusal(session, PassTurn{{"p99"}}) == unknown_person);
}
