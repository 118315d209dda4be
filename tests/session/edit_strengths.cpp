// What a person is good at, what a test said of it, and what they plan.
#include "ask.hpp"
#include "support/sample.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;

namespace {

const ParticipantId hila{"p08"};
const Assessment talents{"Talents", {"order", "Calm"}, {2026, 10, 1}, std::nullopt, ""};

Participant& hila_in(Session& session) { return session.participants[7]; }

std::string why(void (*change)(Assessment&)) {
    auto assessment = talents;
    change(assessment);
    return refusal(sample_session(), NoteAssessment{hila, assessment});
}

} // namespace

TEST_CASE("TakeBackStrength takes back what was noted") {
    const auto session = sample_session();
    const auto strength = session.participants[7].strengths.at(0);
    auto wanted = session;
    hila_in(wanted).strengths.clear();
    CHECK(apply(session, TakeBackStrength{hila, strength}) == wanted);
    CHECK(sentence(session, TakeBackStrength{hila, strength}) == "took back a strength of Hila: “" + strength + "”");
    CHECK(refusal(session, TakeBackStrength{hila, "juggling"}) == "Hila has no such strength noted. Choose another.");
    CHECK_FALSE(refusal(session, TakeBackStrength{{"p99"}, strength}).empty());
}

TEST_CASE("NoteAssessment adds a test, or takes the place of the one of its name") {
    const auto session = sample_session();
    auto wanted = session;
    hila_in(wanted).assessments = {talents};
    const auto noted = apply(session, NoteAssessment{hila, talents});
    CHECK(noted == wanted);
    auto debriefed = talents;
    debriefed.name = "TALENTS";
    debriefed.debriefed = Date{2026, 10, 9};
    hila_in(wanted).assessments = {debriefed};
    CHECK(apply(noted, NoteAssessment{hila, debriefed}) == wanted);

    CHECK(refusal(noted, NoteAssessment{hila, talents}) == "The assessment is that already.");
    CHECK_FALSE(refusal(session, NoteAssessment{{"p99"}, talents}).empty());
    CHECK_FALSE(why([](Assessment& a) { a.name.clear(); }).empty());
    CHECK_FALSE(why([](Assessment& a) { a.strengths.emplace_back(); }).empty());
    CHECK_FALSE(why([](Assessment& a) { a.taken.day = 0; }).empty());
    CHECK_FALSE(why([](Assessment& a) { a.debriefed = Date{2026, 2, 30}; }).empty());
    CHECK_FALSE(why([](Assessment& a) { a.first_use = too_long; }).empty());
    auto full = session;
    for (int i = 0; i < 20; ++i) hila_in(full).assessments.push_back({"T" + std::to_string(i), {}, {2026, 10, 1}});
    CHECK(refusal(full, NoteAssessment{hila, talents}) ==
          "Hila has 20 assessments; no more are kept. Take one back first.");
    CHECK(refusal(full, NoteAssessment{hila, {"T3", {"calm"}, {2026, 10, 1}}}).empty());

    CHECK(apply(noted, TakeBackAssessment{hila, "talents"}) == session);
    CHECK_FALSE(refusal(session, TakeBackAssessment{hila, "Talents"}).empty());
    CHECK_FALSE(refusal(session, TakeBackAssessment{{"p99"}, "Talents"}).empty());
}

TEST_CASE("a test counts only after a debrief and a first use") {
    Participant person{{"p1"}, "Ana"};
    person.strengths = {"calm", "clear"};
    person.assessments = {talents, {"Colours", {"red"}, {2026, 10, 1}}};
    CHECK(strengths_of(person) == std::vector<std::string>{"calm", "clear"});
    person.assessments[0].debriefed = Date{2026, 10, 9};
    CHECK_FALSE(counts(person.assessments[0]));
    CHECK(strengths_of(person) == std::vector<std::string>{"calm", "clear"});
    person.assessments[0].first_use = "the hand-over";
    CHECK(counts(person.assessments[0]));
    CHECK(strengths_of(person) == std::vector<std::string>{"calm", "clear", "order"}); // "Calm" is there already
    person.assessments[0].debriefed.reset();
    CHECK_FALSE(counts(person.assessments[0]));
}

TEST_CASE("WritePlan writes one half of a plan, for work or for life") {
    const auto session = sample_session();
    auto wanted = session;
    hila_in(wanted).plan_work = "lead the desk";
    const WritePlan work{hila, PlanHalf::work, "lead the desk"};
    const auto written = apply(session, work);
    CHECK(written == wanted);
    CHECK(sentence(session, work) == "wrote the plan of Hila for work: “lead the desk”");
    CHECK(refusal(written, work) == "The plan is that already.");
    CHECK(refusal(written, WritePlan{hila, PlanHalf::life, "lead the desk"}).empty());
    CHECK(apply(written, WritePlan{hila, PlanHalf::work, ""}) == session);
    CHECK(sentence(written, WritePlan{hila, PlanHalf::work, ""}) == "cleared the plan of Hila for work");
    hila_in(wanted).plan_life = "move to the sea";
    CHECK(apply(written, WritePlan{hila, PlanHalf::life, "move to the sea"}) == wanted);
    CHECK_FALSE(refusal(session, WritePlan{{"p99"}, PlanHalf::work, "x"}).empty());
    CHECK_FALSE(refusal(session, WritePlan{hila, static_cast<PlanHalf>(2), "x"}).empty());
    CHECK_FALSE(refusal(session, WritePlan{hila, PlanHalf::life, too_long}).empty());
}

TEST_CASE("no sentence holds a plan for life or what a test said") {
    const auto session = apply(sample_session(), NoteAssessment{hila, talents});
    CHECK(sentence(session, WritePlan{hila, PlanHalf::life, "secret"}) == "wrote the plan of Hila for life");
    CHECK(sentence(session, NoteAssessment{hila, {"secret", {"secret"}, {2026, 10, 1}, {}, "secret"}}) ==
          "noted an assessment of Hila");
    CHECK(sentence(session, TakeBackAssessment{hila, "Talents"}) == "took back an assessment of Hila");
}
