#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace avow;

namespace {

const std::string unknown_person = "That person is not in this session. Choose somebody who is, or add them first.";

Session row_of(int count) {
    Session session;
    for (int i = 1; i <= count; ++i)
        session = apply(std::move(session), WelcomeParticipant{{"p" + std::to_string(i)}, "N" + std::to_string(i), ""});
    return session;
}

// "N1 at 1, N2 at 2"
std::string seating(const Session& session) {
    std::string text;
    for (const auto& person : session.participants)
        text += (text.empty() ? "" : ", ") + person.name + " at " + std::to_string(person.seat);
    return text;
}

} // namespace

TEST_CASE("WelcomeParticipant takes the seat after the last") {
    const Session session = row_of(2);
    const WelcomeParticipant edit{{"p3"}, "Zoë", "lead"};
    CHECK(sentence(session, edit) == "welcomed Zoë");
    Session wanted = session;
    wanted.participants.push_back({{"p3"}, "Zoë", "lead", 3, Attendance::here, 0, {}});
    CHECK(apply(session, edit) == wanted);

    const Session with_gap = apply(row_of(3), RemoveParticipant{{"p2"}});
    CHECK(seating(apply(with_gap, WelcomeParticipant{{"p4"}, "Zoë", ""})) == "N1 at 1, N3 at 3, Zoë at 4");

    CHECK(refusal(session, WelcomeParticipant{{"p1"}, "Zoë", ""}) == "The id “p1” is in use already. Take another.");
    CHECK_FALSE(refusal(session, WelcomeParticipant{{""}, "Zoë", ""}).empty());
    CHECK(refusal(session, WelcomeParticipant{{"p3"}, "", ""}) == "The name has no words yet. Type it first.");
    CHECK(refusal(session, WelcomeParticipant{{"p3"}, std::string(200, 'x'), ""}).empty());
    CHECK(refusal(session, WelcomeParticipant{{"p3"}, too_long_a_name, ""}) ==
          "That is 201 characters; a name holds 200. Shorten it.");
    CHECK_FALSE(refusal(session, WelcomeParticipant{{"p3"}, "Zoë", "a\nb"}).empty());
}

TEST_CASE("two people of one name are both welcome, and told apart by their seats") {
    Session session = row_of(1);
    session = apply(session, WelcomeParticipant{{"x"}, "Ana", ""});
    session = apply(session, WelcomeParticipant{{"y"}, "ana", ""});
    CHECK(sentence(session, SayStatement{{"a"}, {"x"}, "I call", {0}}) == "Ana (seat 2) said “I call”");
    CHECK(sentence(session, SayStatement{{"a"}, {"y"}, "I call", {0}}) == "ana (seat 3) said “I call”");
    CHECK(sentence(session, SayStatement{{"a"}, {"p1"}, "I call", {0}}) == "N1 said “I call”");
}

TEST_CASE("a session holds sixty participants") {
    Session session = row_of(60);
    CHECK(breach_of(session) == std::nullopt);
    CHECK(refusal(session, WelcomeParticipant{{"p61"}, "Zoë", ""}) ==
          "Zoë would be participant 61; a session holds 60. Remove somebody who is not coming, or hold two sessions.");
    // Somebody left: the newcomer takes the gap, as there is no seat after the last.
    session = apply(session, RemoveParticipant{{"p7"}});
    session = apply(session, WelcomeParticipant{{"p61"}, "Zoë", ""});
    CHECK(session.participants[6] == Participant{{"p61"}, "Zoë", "", 7, Attendance::here, 0, {}});
    CHECK(breach_of(session) == std::nullopt);
}

TEST_CASE("RenameParticipant changes the name and nothing else") {
    const Session session = sample_session();
    CHECK(sentence(session, RenameParticipant{{"p01"}, "Anna"}) == "renamed Ana to Anna");
    Session wanted = session;
    wanted.participants[0].name = "Anna";
    CHECK(apply(session, RenameParticipant{{"p01"}, "Anna"}) == wanted);

    CHECK(refusal(session, RenameParticipant{{"p99"}, "Anna"}) == unknown_person);
    CHECK(refusal(session, RenameParticipant{{"p01"}, "Ana"}) == "The name is that already.");
    CHECK_FALSE(refusal(session, RenameParticipant{{"p01"}, ""}).empty());
    CHECK_FALSE(refusal(session, RenameParticipant{{"p01"}, "Anna "}).empty());
}

TEST_CASE("GiveRole gives and clears a role") {
    const Session session = sample_session();
    CHECK(sentence(session, GiveRole{{"p01"}, "lead"}) == "gave Ana the role “lead”");
    CHECK(sentence(session, GiveRole{{"p01"}, ""}) == "cleared the role of Ana");
    Session wanted = session;
    wanted.participants[0].role = "";
    CHECK(apply(session, GiveRole{{"p01"}, ""}) == wanted);

    CHECK(refusal(session, GiveRole{{"p99"}, "lead"}) == unknown_person);
    CHECK(refusal(session, GiveRole{{"p01"}, "agent"}) == "The role is that already.");
    CHECK(refusal(session, GiveRole{{"p01"}, too_long}) == "That is 4,001 characters; a role holds 4,000. Shorten it.");
}

TEST_CASE("SeatParticipant moves somebody in the row, and the others close up") {
    const Session session = row_of(4);
    CHECK(sentence(session, SeatParticipant{{"p1"}, 3}) == "moved N1 to seat 3");
    CHECK(seating(apply(session, SeatParticipant{{"p1"}, 3})) == "N2 at 1, N3 at 2, N1 at 3, N4 at 4");
    CHECK(seating(apply(session, SeatParticipant{{"p1"}, 4})) == "N2 at 1, N3 at 2, N4 at 3, N1 at 4");
    CHECK(seating(apply(session, SeatParticipant{{"p4"}, 1})) == "N4 at 1, N1 at 2, N2 at 3, N3 at 4");
    CHECK(seating(apply(session, SeatParticipant{{"p3"}, 2})) == "N1 at 1, N3 at 2, N2 at 3, N4 at 4");
    const Session with_gap = apply(session, RemoveParticipant{{"p2"}});
    CHECK(seating(apply(with_gap, SeatParticipant{{"p1"}, 4})) == "N3 at 1, N4 at 2, N1 at 3");

    CHECK(refusal(session, SeatParticipant{{"p99"}, 1}) == unknown_person);
    CHECK(refusal(session, SeatParticipant{{"p1"}, 0}) == "There is no seat 0. Choose one from 1 to 4.");
    CHECK(refusal(session, SeatParticipant{{"p1"}, 5}) == "There is no seat 5. Choose one from 1 to 4.");
    CHECK(refusal(session, SeatParticipant{{"p1"}, 1}) == "N1 has that seat already.");
    CHECK(refusal(Session{}, SeatParticipant{{"p1"}, 1}) == unknown_person);
}

TEST_CASE("NoteStrength adds a strength once") {
    const Session session = sample_session();
    CHECK(sentence(session, NoteStrength{{"p01"}, "listens"}) == "noted a strength of Ana: “listens”");
    Session wanted = session;
    wanted.participants[0].strengths = {"listens"};
    const Session noted = apply(session, NoteStrength{{"p01"}, "listens"});
    CHECK(noted == wanted);

    CHECK(refusal(noted, NoteStrength{{"p01"}, "Listens"}) == "“listens” is a strength of Ana already.");
    CHECK(refusal(session, NoteStrength{{"p99"}, "listens"}) == unknown_person);
    CHECK(refusal(session, NoteStrength{{"p01"}, ""}) == "The strength has no words yet. Type it first.");
}

TEST_CASE("RemoveParticipant removes who said nothing, and leaves no reference behind") {
    Session session = apply(sample_session(), WelcomeParticipant{{"p13"}, "Mia", ""});
    session = apply(session, ParkItem{{{"k03"}, "Plants", ParticipantId{"p13"}, session.date}});
    session = apply(session, AgreeWording{{"a20"}, {"search first", session.date, "p13", true, ""}});
    CHECK(sentence(session, RemoveParticipant{{"p13"}}) == "removed Mia");
    Session wanted = session;
    wanted.participants.pop_back();
    wanted.parked.back().owner.reset();
    wanted.accountabilities[19].wordings.back().proposed_by = "Mia";
    CHECK(apply(session, RemoveParticipant{{"p13"}}) == wanted);

    CHECK(refusal(session, RemoveParticipant{{"p99"}}) == unknown_person);
    CHECK(refusal(session, RemoveParticipant{{"p01"}}) ==
          "Ana has said 4 statements. Correct the owner or take them back first, or note Ana as absent.");
    session = apply(session, SayStatement{{"a99"}, {"p13"}, "I listen", {0}});
    CHECK(refusal(session, RemoveParticipant{{"p13"}}) ==
          "Mia has said 1 statement. Correct the owner or take it back first, or note Mia as absent.");
}

TEST_CASE("NoteAttendance notes who is here, late or absent") {
    const Session session = sample_session();
    CHECK(sentence(session, NoteAttendance{{"p01"}, Attendance::late}) == "noted Ana as late");
    Session wanted = session;
    wanted.participants[0].attendance = Attendance::absent;
    CHECK(apply(session, NoteAttendance{{"p01"}, Attendance::absent}) == wanted);

    CHECK(refusal(session, NoteAttendance{{"p99"}, Attendance::late}) == unknown_person);
    CHECK(refusal(session, NoteAttendance{{"p01"}, Attendance::here}) == "Ana is noted as here already.");
    CHECK_FALSE(refusal(session, NoteAttendance{{"p01"}, static_cast<Attendance>(3)}).empty());
}
