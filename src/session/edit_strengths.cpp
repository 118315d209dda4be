// What a person is good at and wants: strengths, tests of them, and plans for work and life. What a test said and what
// somebody plans for their life is private, and the history may be on the projector: it is in no sentence.
#include "session/edit_each.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::each {

namespace {

constexpr Field assessment_name = {"name of the assessment", "a name holds", limit::name_characters};
constexpr Field strength_words = {"strength", "a strength holds"};
constexpr Field first_use_words = {"first use", "a first use holds"};
constexpr Field plan_words = {"plan", "a plan holds"};

const Assessment* assessment_named(const Participant& person, std::string_view name) {
    const auto found = std::ranges::find_if(person.assessments,
                                            [&](const Assessment& one) { return same_but_for_case(one.name, name); });
    return found == person.assessments.end() ? nullptr : &*found;
}

const std::string& plan_of(const Participant& person, PlanHalf half) {
    return half == PlanHalf::work ? person.plan_work : person.plan_life;
}

std::optional<Refusal> unfit(const Assessment& assessment) {
    if (auto refusal = missing_or_unfit_words(assessment_name, assessment.name)) return refusal;
    for (const auto& strength : assessment.strengths)
        if (auto refusal = missing_or_unfit_words(strength_words, strength)) return refusal;
    if (!is_valid(assessment.taken)) return invalid_date("day it was taken");
    if (assessment.debriefed && !is_valid(*assessment.debriefed)) return invalid_date("day of the debrief");
    return unfit_words(first_use_words, assessment.first_use);
}

} // namespace

// --- TakeBackStrength --------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const TakeBackStrength& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (std::ranges::count(person->strengths, edit.strength) == 0)
        return Refusal{fmt::format("{} has no such strength noted. Choose another.", name_in(session, edit.id))};
    return std::nullopt;
}

void apply(Session& session, const TakeBackStrength& edit) {
    std::erase(the(session, edit.id).strengths, edit.strength);
}

std::string sentence(const Session& before, const TakeBackStrength& edit) {
    return fmt::format("took back a strength of {}: {}", name_in(before, edit.id), quoted(edit.strength));
}

// --- NoteAssessment ----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NoteAssessment& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (auto refusal = unfit(edit.assessment)) return refusal;
    if (const auto* known = assessment_named(*person, edit.assessment.name))
        return *known == edit.assessment ? std::optional(unchanged("assessment")) : std::nullopt;
    if (person->assessments.size() >= limit::assessments)
        return Refusal{fmt::format("{} has {} assessments; no more are kept. Take one back first.",
                                   name_in(session, edit.id), limit::assessments)};
    return std::nullopt;
}

void apply(Session& session, const NoteAssessment& edit) {
    auto& person = the(session, edit.id);
    if (const auto* known = assessment_named(person, edit.assessment.name))
        person.assessments[static_cast<std::size_t>(known - person.assessments.data())] = edit.assessment;
    else
        person.assessments.push_back(edit.assessment);
}

std::string sentence(const Session& before, const NoteAssessment& edit) {
    return "noted an assessment of " + name_in(before, edit.id);
}

// --- TakeBackAssessment ------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const TakeBackAssessment& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (!assessment_named(*person, edit.name))
        return Refusal{fmt::format("{} has no such assessment noted. Choose another.", name_in(session, edit.id))};
    return std::nullopt;
}

void apply(Session& session, const TakeBackAssessment& edit) {
    std::erase_if(the(session, edit.id).assessments,
                  [&](const Assessment& one) { return same_but_for_case(one.name, edit.name); });
}

std::string sentence(const Session& before, const TakeBackAssessment& edit) {
    return "took back an assessment of " + name_in(before, edit.id);
}

// --- WritePlan ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const WritePlan& edit) {
    const auto* person = find(session, edit.id);
    if (!person) return unknown_participant();
    if (edit.half < PlanHalf::work || edit.half > PlanHalf::life)
        return Refusal{"A plan is for work or for life. Choose one of the two."};
    if (auto refusal = unfit_words(plan_words, edit.text)) return refusal;
    if (plan_of(*person, edit.half) == edit.text) return unchanged("plan");
    return std::nullopt;
}

void apply(Session& session, const WritePlan& edit) {
    auto& person = the(session, edit.id);
    (edit.half == PlanHalf::work ? person.plan_work : person.plan_life) = edit.text;
}

std::string sentence(const Session& before, const WritePlan& edit) {
    const auto what = fmt::format("{} the plan of {} for {}", edit.text.empty() ? "cleared" : "wrote",
                                  name_in(before, edit.id), edit.half == PlanHalf::work ? "work" : "life");
    return edit.half == PlanHalf::life || edit.text.empty() ? what : what + ": " + quoted(edit.text);
}

} // namespace avow::each
