// What a person is good at, what a test said of it, and what they plan; on their page, and as a question when they speak.
#include "desk/verbs.hpp"
#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <utility>

namespace avow::desk {

const Participant* person_of_page(const Desk& desk) {
    return desk.one_on_one ? find(desk.session(), desk.one_on_one->person) : nullptr;
}

void note_strength(Desk& desk, std::string_view words) {
    if (const auto* person = person_of_page(desk)) desk.act(NoteStrength{person->id, clean_line(words)});
}

void note_assessment(Desk& desk, Assessment assessment) {
    if (const auto* person = person_of_page(desk)) desk.act(NoteAssessment{person->id, std::move(assessment)});
}

void write_plan(Desk& desk, PlanHalf half, std::string_view words) {
    if (const auto* person = person_of_page(desk)) desk.act(WritePlan{person->id, half, clean_line(words)});
}

std::string strength_prompt(const Desk& desk) {
    const auto* speaker = desk.place.speaker ? find(desk.session(), *desk.place.speaker) : nullptr;
    if (!speaker || !is_at(desk, Stage::capture)) return {};
    const auto strengths = with_commas(strengths_of(*speaker));
    if (strengths.empty()) return {};
    return fmt::format("Which of {}'s strengths does this use: {}?", insight::short_name(desk.session(), speaker->id),
                       strengths);
}

} // namespace avow::desk
