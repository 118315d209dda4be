// The leader's expectations: written, sealed, opened, and what the team guesses meanwhile.
#include "ask.hpp"
#include "session/history.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;

namespace {

const ParticipantId dora{"p04"};
const Moment nine{1'795'271'762'000};
const SealExpectations seal{std::string(64, 'a'), std::string(32, '0'), nine};

// The sample with Dora as its leader: three expectations, twelve people, Lou of them late until she spoke.
Session led() { return apply(sample_session(), NameLeader{dora}); }
Session sealed_session() { return apply(led(), seal); }
Session opened_session() { return apply(sealed_session(), OpenSeal{nine}); }

std::vector<RecallSheet> two_sheets() { return {{{"s1"}, {}}, {{"s2"}, {}}}; }

const std::string stays =
    "The expectations are sealed, so they stay as they are. Undo the seal, or change them in the next session.";

} // namespace

TEST_CASE("NameLeader says whose expectations are tested") {
    const auto session = sample_session();
    CHECK(sentence(session, NameLeader{dora}) == "named Dora as the leader");
    auto wanted = session;
    wanted.leader = dora;
    CHECK(apply(session, NameLeader{dora}) == wanted);
    CHECK(apply(wanted, NameLeader{}) == session);
    CHECK(sentence(wanted, NameLeader{}) == "cleared the leader");
    CHECK(refusal(wanted, NameLeader{dora}) == "The leader is that already.");
    CHECK(refusal(session, NameLeader{}) == "There is no leader to clear.");
    CHECK_FALSE(refusal(session, NameLeader{ParticipantId{"p99"}}).empty());
}

TEST_CASE("a leader who is removed leads no more") {
    auto session = session_of({"Ana", "Bo"});
    session.leader = ParticipantId{"p2"};
    CHECK(apply(session, RemoveParticipant{{"p1"}}).leader == ParticipantId{"p2"});
    CHECK_FALSE(apply(session, RemoveParticipant{{"p2"}}).leader);
}

TEST_CASE("ExpectThat writes one, and other words or another guess under its id") {
    const auto session = led();
    const Expectation fourth{{"e4"}, "The phone is answered at lunch", 7};
    auto wanted = session;
    wanted.expectations.push_back(fourth);
    CHECK(apply(session, ExpectThat{fourth}) == wanted);
    wanted.expectations.back() = {{"e4"}, "The phone is answered", std::nullopt};
    CHECK(apply(apply(session, ExpectThat{fourth}), ExpectThat{wanted.expectations.back()}) == wanted);

    CHECK(refusal(session, ExpectThat{session.expectations[0]}) == "The expectation is that already.");
    CHECK(refusal(session, ExpectThat{{{"e4"}, ""}}) == "The expectation has no words yet. Type it first.");
    CHECK(refusal(session, ExpectThat{{{"e4"}, "x", 61}}) == "61 people can't name it. Guess 0 to 60, or nothing.");
    CHECK_FALSE(refusal(session, ExpectThat{{{"e4"}, "x", -1}}).empty());
    CHECK(refusal(session, ExpectThat{{{"e4"}, "x", 0}}).empty());
    CHECK_FALSE(refusal(session, ExpectThat{{{"e 4"}, "x"}}).empty());
    CHECK_FALSE(refusal(session, ExpectThat{{{"e4"}, too_long}}).empty());
    auto full = session;
    while (full.expectations.size() < 60)
        full.expectations.push_back({{std::to_string(full.expectations.size())}, "x"});
    CHECK(refusal(full, ExpectThat{fourth}) == "A session holds 60 expectations. Drop one first.");
    CHECK(refusal(full, ExpectThat{{{"e1"}, "other words"}}).empty());
}

TEST_CASE("DropExpectation takes it away, and a guess that can't come true any more with it") {
    auto session = led();
    session.team_guess = 33; // three, by eleven
    const auto dropped = apply(session, DropExpectation{{"e2"}});
    CHECK(dropped.expectations.size() == 2);
    CHECK_FALSE(find(dropped, ExpectationId{"e2"}));
    CHECK_FALSE(dropped.team_guess);
    session.team_guess = 22;
    CHECK(apply(session, DropExpectation{{"e2"}}).team_guess == 22);
    CHECK_FALSE(refusal(session, DropExpectation{{"e9"}}).empty());
}

TEST_CASE("no sentence about expectations holds their words or guesses") {
    const auto session = led();
    const Expectation secret{{"e4"}, "secret words", 7}, reworded{{"e1"}, "secret words", 7};
    CHECK(sentence(session, ExpectThat{secret}) == "wrote an expectation of the leader");
    CHECK(sentence(session, ExpectThat{reworded}) == "changed an expectation of the leader");
    CHECK(sentence(session, DropExpectation{{"e1"}}) == "dropped an expectation of the leader");
    CHECK(sentence(session, seal) == "sealed 3 expectations");
    CHECK(sentence(sealed_session(), OpenSeal{nine}) == "opened the leader's expectations");
    // Asked before they are open, a match tells no words either.
    CHECK(sentence(sealed_session(), MatchRecall{{"r1"}, ExpectationId{"e1"}, false}) ==
          "matched a recall with an expectation");
}

TEST_CASE("SealExpectations closes them until undo: nothing is added, changed or dropped") {
    const auto session = led();
    auto wanted = session;
    wanted.seal = Seal{seal.fingerprint, seal.nonce, nine, std::nullopt};
    const auto sealed = apply(session, seal);
    CHECK(sealed == wanted);
    CHECK(is_sealed(sealed));
    CHECK_FALSE(is_opened(sealed));
    CHECK(refusal(sealed, ExpectThat{{{"e4"}, "one more"}}) == stays);
    CHECK(refusal(sealed, ExpectThat{{{"e1"}, "other words"}}) == stays);
    CHECK(refusal(sealed, DropExpectation{{"e1"}}) == stays);
    CHECK(refusal(opened_session(), ExpectThat{{{"e4"}, "one more"}}) == stays);
    CHECK(refusal(sealed, seal) == "The expectations are sealed already.");

    History history(session);
    history.act({{"s1"}, "sealed", nine, {seal}});
    history.undo({"u1"}, nine);
    CHECK(refusal(history.now(), ExpectThat{{{"e4"}, "one more"}}).empty());
}

TEST_CASE("sealing needs a leader, an expectation, and a seal that is one") {
    const auto session = led();
    CHECK(refusal(sample_session(), seal) == "Nobody is named as the leader. Say first whose expectations these are.");
    auto empty = session;
    empty.expectations.clear();
    CHECK(refusal(empty, seal) == "There are no expectations to seal. Write the first one.");
    for (const auto& print : {std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'), std::string(64, 'g')})
        CHECK_FALSE(refusal(session, SealExpectations{print, seal.nonce, nine}).empty());
    CHECK_FALSE(refusal(session, SealExpectations{seal.fingerprint, std::string(31, '0'), nine}).empty());
    CHECK_FALSE(refusal(session, SealExpectations{seal.fingerprint, seal.nonce, {std::int64_t{1} << 60}}).empty());
}

TEST_CASE("OpenSeal opens what is sealed, once") {
    auto wanted = sealed_session();
    wanted.seal->opened_at = nine;
    CHECK(opened_session() == wanted);
    CHECK(is_opened(wanted));
    CHECK_FALSE(is_sealed(wanted));
    CHECK(refusal(led(), OpenSeal{nine}) == "Nothing is sealed. Seal the expectations first.");
    CHECK(refusal(wanted, OpenSeal{nine}) == "The expectations are open already.");
    auto copy = sealed_session();
    copy.seal->nonce.clear();
    copy.expectations.clear();
    CHECK_FALSE(breach_of(copy));
    CHECK(refusal(copy, OpenSeal{nine}) ==
          "This is a copy without what was sealed. Open the expectations in the session it was made from.");
}

TEST_CASE("GuessByTeam comes before the opening, and goes as far as everybody naming everything") {
    auto session = sealed_session();
    CHECK(most_namings(session) == 33); // three expectations by eleven who do not lead
    CHECK(refusal(session, GuessByTeam{34}) ==
          "34 namings can't come true: all of the team naming everything makes 33. Guess 0 to 33.");
    CHECK_FALSE(refusal(session, GuessByTeam{-1}).empty());
    CHECK(refusal(session, GuessByTeam{0}).empty());
    CHECK(sentence(session, GuessByTeam{1}) == "the team guessed 1 naming in all");
    const auto guessed = apply(session, GuessByTeam{33});
    CHECK(guessed.team_guess == 33);
    CHECK(refusal(guessed, GuessByTeam{33}) == "The guess is that already.");
    CHECK_FALSE(apply(guessed, GuessByTeam{}).team_guess);
    CHECK(refusal(session, GuessByTeam{}) == "There is no guess to clear.");
    CHECK_FALSE(refusal(opened_session(), GuessByTeam{3}).empty());

    session.participants[0].attendance = Attendance::absent;
    CHECK(most_namings(session) == 30);
    const auto handed_in = apply(guessed, HandInRecalls{two_sheets()});
    CHECK(most_namings(handed_in) == 6);
    CHECK(handed_in.team_guess == 33); // made before, of all who were to write
    CHECK(refusal(handed_in, GuessByTeam{6}).empty());
    CHECK_FALSE(refusal(handed_in, GuessByTeam{7}).empty());
}

TEST_CASE("NameMisalignment says where the sides may pull apart, and can be taken back") {
    const auto session = led();
    const Misalignment one{{"m1"}, "quick or thorough"};
    const auto named = apply(session, NameMisalignment{one});
    CHECK(named.misalignments == std::vector{one});
    CHECK(sentence(session, NameMisalignment{one}) == "named where the sides may pull apart: “quick or thorough”");
    CHECK(refusal(named, NameMisalignment{one}) == "The id “m1” is in use already. Take another.");
    CHECK_FALSE(refusal(session, NameMisalignment{{{"m1"}, ""}}).empty());
    CHECK(apply(named, TakeBackMisalignment{{"m1"}}) == session);
    CHECK(sentence(named, TakeBackMisalignment{{"m1"}}) == "took back the misalignment “quick or thorough”");
    CHECK_FALSE(refusal(session, TakeBackMisalignment{{"m1"}}).empty());
    auto full = session;
    while (full.misalignments.size() < 200)
        full.misalignments.push_back({{std::to_string(full.misalignments.size())}, "x"});
    CHECK(refusal(full, NameMisalignment{one}) == "A session holds 200 misalignments. Take one back first.");
}

TEST_CASE("two who seal at the same time: the second seal is passed over, and the first holds what it sealed") {
    History theirs(led());
    History ours = theirs;
    theirs.act({{"t"}, "sealed", nine, {seal}});
    ours.act({{"o1"}, "wrote", nine, {ExpectThat{{{"e4"}, "one more"}}}});
    ours.act({{"o2"}, "sealed too", nine, {SealExpectations{std::string(64, 'b'), seal.nonce, nine}}});
    const auto both = merged(theirs, ours);
    CHECK(both.now() == theirs.now());
    CHECK(both.passed_over() == std::vector<std::string>{"wrote", "sealed too"});
}
