// What a person is good at, what tests said of it, and their plans: a form over their page, which the room never sees.
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "insight/strengths.hpp"
#include "screen/form.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

namespace avow::screen {

namespace {

using desk::Desk;

bool take_back_button(const std::string& name) {
    const float size = ImGui::GetFrameHeight();
    const bool is_pressed = ImGui::Button("\xC3\x97", {size, size});
    accessible_name("Take back " + name);
    return is_pressed;
}

void draw_strengths(Frame& frame, const Participant& person) {
    heading(frame, "Good at");
    for (const auto& strength : person.strengths) {
        ImGui::PushID(strength.c_str());
        if (take_back_button(strength))
            frame.wishes.add([edit = TakeBackStrength{person.id, strength}](Desk& d) { d.act(edit); });
        ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        caption(frame, strength);
        ImGui::PopID();
    }
    if (const auto words =
            frame.fields.adding("##strength", {.hint = "A strength, in their words", .name = "Add a strength"}))
        frame.wishes.add([text = *words](Desk& d) { desk::note_strength(d, text); });
    if (const auto share = insight::strength_share(frame.desk.session()); share.of > 0)
        caption(frame, fmt::format("{} of {} accountabilities of this session use a strength", share.tied, share.of));
}

std::vector<std::string> out_of_list(std::string_view typed) {
    std::vector<std::string> strengths;
    while (!typed.empty()) {
        const auto comma = std::min(typed.find(','), typed.size());
        if (auto strength = clean_line(typed.substr(0, comma)); !strength.empty())
            strengths.push_back(std::move(strength));
        typed.remove_prefix(std::min(comma + 1, typed.size()));
    }
    return strengths;
}

// A result is open until somebody has talked it through and it was put to use.
void draw_assessment(Frame& frame, const Assessment& assessment) {
    ImGui::PushID(assessment.name.c_str());
    caption(frame, fmt::format("{}, {}: {}", assessment.name, spoken_with_year(assessment.taken),
                               counts(assessment) ? "counts" : "open until it is talked through and put to use"));
    const auto field = [&](const char* id, const std::string& label, const std::string& current, const char* hint,
                           auto change) {
        const auto text = form_field(frame, id, current, {.hint = hint, .goes_on = true, .name = label});
        if (text)
            frame.wishes.add([changed = assessment, change, words = clean_line(*text)](Desk& d) mutable {
                if (change(d, changed, words)) desk::note_assessment(d, changed);
            });
    };
    field("##said", assessment.name + ": what it said", with_commas(assessment.strengths), "What it said, with commas",
          [](Desk&, Assessment& a, const std::string& words) { return a.strengths = out_of_list(words), true; });
    field("##debriefed", assessment.name + ": talked through on",
          assessment.debriefed ? spoken_with_year(*assessment.debriefed) : std::string(), "Talked through on",
          [](Desk& d, Assessment& a, const std::string& words) {
              a.debriefed = date_in_words(words, d.today());
              if (!a.debriefed && !words.empty()) d.say(desk::Tone::refused, desk::no_day(words));
              return a.debriefed.has_value() || words.empty();
          });
    field("##use", assessment.name + ": first used", assessment.first_use, "Where it was first put to use",
          [](Desk&, Assessment& a, const std::string& words) { return a.first_use = words, true; });
    ImGui::PopID();
}

void draw_assessments(Frame& frame, const Participant& person) {
    heading(frame, "Assessments, private");
    for (const auto& assessment : person.assessments) draw_assessment(frame, assessment);
    if (const auto name =
            frame.fields.adding("##assessment", {.hint = "Its name and Return", .name = "Add an assessment"}))
        frame.wishes.add([words = clean_line(*name)](Desk& d) {
            desk::note_assessment(d, {words, {}, d.today(), std::nullopt, {}});
        });
}

void draw_plan(Frame& frame, const char* id, std::string_view label, PlanHalf half, const std::string& current) {
    caption(frame, label);
    if (const auto words = form_field(frame, id, current, {.hint = "", .goes_on = true, .name = label}))
        frame.wishes.add([half, text = *words](Desk& d) { desk::write_plan(d, half, text); });
}

} // namespace

void strengths_view(Frame& frame, Rect whole) {
    begin_panel(frame, "Strengths and plans", whole, 54, .86f);
    if (const auto* person = desk::person_of_page(frame.desk)) {
        if (frame.fields.is_news("strengths of", person->id.text) && !frame.is_still) ImGui::SetKeyboardFocusHere();
        ImGui::BeginChild("Of the person", {0, 0}, ImGuiChildFlags_NavFlattened);
        draw_strengths(frame, *person);
        ImGui::Spacing();
        draw_assessments(frame, *person);
        ImGui::Spacing();
        heading(frame, "Plans");
        draw_plan(frame, "##work", "At work", PlanHalf::work, person->plan_work);
        draw_plan(frame, "##life", "In life; private, and in no export", PlanHalf::life, person->plan_life);
        ImGui::EndChild();
    }
    end_panel();
}

} // namespace avow::screen
