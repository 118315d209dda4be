// Before the room comes in: team and date, the goal with both reasons, the people, the minutes of the stages. At the
// right, what the room will see of it.
#include "desk/meant.hpp"
#include "desk/verbs.hpp"
#include "insight/run_sheet.hpp"
#include "screen/form.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"
#include "screen/surface.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;

template <class Change>
void goal_field(Frame& frame, const char* id, std::string_view label, const std::string& current, const char* hint,
                Change change) {
    caption(frame, label);
    if (const auto text = form_field(frame, id, current, {.hint = hint, .goes_on = true, .name = label}))
        frame.wishes.add([change, words = clean_line(*text)](Desk& d) {
            auto goal = d.session().goal;
            change(goal, words);
            d.act(StateGoal{goal});
        });
}

void day_field(Frame& frame, const char* id, std::string_view label, std::optional<Date> current, const char* hint,
               const std::function<void(Desk&, std::optional<Date>)>& change) {
    caption(frame, label);
    const auto text = form_field(frame, id, current ? spoken_with_year(*current) : std::string{},
                                 {.hint = hint, .goes_on = true, .name = label});
    if (!text) return;
    const auto day = date_in_words(*text, frame.desk.today());
    if (day || text->empty())
        frame.wishes.add([change, day](Desk& d) { change(d, day); });
    else
        frame.wishes.add([words = *text](Desk& d) { d.say(desk::Tone::refused, desk::no_day(words)); });
}

void draw_goal(Frame& frame) {
    const auto& session = frame.desk.session();
    heading(frame, "The session");
    caption(frame, "Team");
    if (frame.fields.is_news("form of", session.id.text) && session.team.empty() && !frame.is_still)
        ImGui::SetKeyboardFocusHere();
    if (const auto team = form_field(frame, "##team", session.team,
                                     {.hint = "Renewals, north team", .goes_on = true, .name = "Team"}))
        frame.wishes.add([words = clean_line(*team)](Desk& d) { d.act(NameTeam{words}); });
    day_field(frame, "##date", "Date", session.date, "today", [](Desk& d, std::optional<Date> day) {
        if (day) d.act(SetDate{*day});
    });
    ImGui::Spacing();
    heading(frame, "The goal");
    goal_field(frame, "##goal", "Goal", session.goal.text, "From 3 to 9 renewals a month by 31 March",
               [](Goal& g, const std::string& words) { g.text = words; });
    mirror_marks(frame, session.goal.text); // from what and to what are figures, nobody's need
    if (ImGui::BeginTable("From and to", 2, ImGuiTableFlags_SizingStretchSame | ImGuiTableFlags_NoPadOuterX)) {
        ImGui::TableNextColumn();
        goal_field(frame, "##from", "From what", session.goal.from, "3 renewals a month",
                   [](Goal& g, const std::string& words) { g.from = words; });
        ImGui::TableNextColumn();
        goal_field(frame, "##to", "To what", session.goal.to, "9 renewals a month",
                   [](Goal& g, const std::string& words) { g.to = words; });
        ImGui::EndTable();
    }
    day_field(frame, "##by", "By when", session.goal.by, "31 march", [](Desk& d, std::optional<Date> day) {
        auto goal = d.session().goal;
        goal.by = day;
        d.act(StateGoal{goal});
    });
    goal_field(frame, "##why us", "Why, for us", session.goal.why_us,
               "A goal works as well as one's own if the reason is given",
               [](Goal& g, const std::string& words) { g.why_us = words; });
    mirror_marks(frame, session.goal.why_us);
    goal_field(frame, "##why you", "Why, for you", session.goal.why_you, "What each of them has from it",
               [](Goal& g, const std::string& words) { g.why_you = words; });
    mirror_marks(frame, session.goal.why_you);
}

// Pressed in for the one who leads: told by its frame and its word, and for the others by a word that is faint.
bool leads_button(bool leads, ImVec2 size) {
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, leads ? 1.f : 0.f);
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(leads ? ImGuiCol_Text : ImGuiCol_TextDisabled));
    const bool is_pressed = ImGui::Button(leads ? "leads" : "lead", size);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return is_pressed;
}

void draw_person(Frame& frame, const Participant& person) {
    ImGui::PushID(person.id.text.c_str());
    const float button = ImGui::GetFrameHeight(), gap = ImGui::GetStyle().ItemSpacing.x;
    const bool leads = frame.desk.session().leader == person.id;
    const float leads_width = ImGui::CalcTextSize("leads").x + ImGui::GetStyle().FramePadding.x * 2;
    const float width = ImGui::GetContentRegionAvail().x - leads_width - 3 * button - 4 * gap * .5f - frame.text * 2;
    const auto at = ImGui::GetCursorScreenPos();
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    paint.words_right(at.x + frame.text * 1.4f, at.y + (button - frame.fine().line()) / 2, std::to_string(person.seat),
                      frame.fine());
    ImGui::SetCursorScreenPos({at.x + frame.text * 2, at.y});
    if (const auto name =
            form_field(frame, "##name", person.name, {.width = width, .name = "Name " + std::to_string(person.seat)}))
        frame.wishes.add([id = person.id, words = clean_line(*name)](Desk& d) { d.act(RenameParticipant{id, words}); });
    const auto button_for = [&](const char* sign, const std::string& name, const Edit& edit) {
        ImGui::SameLine(0, gap * .5f);
        const auto refusal = avow::why_not(frame.desk.session(), edit);
        ImGui::BeginDisabled(refusal.has_value());
        if (ImGui::Button(sign, {button, button})) frame.wishes.add([edit](Desk& d) { d.act(edit); });
        accessible_name(name + " " + person.name);
        ImGui::EndDisabled();
        if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled | ImGuiHoveredFlags_DelayNormal))
            ImGui::SetTooltip("%s", refusal ? refusal->sentence.c_str() : name.c_str());
    };
    ImGui::SameLine(0, gap * .5f);
    if (leads_button(leads, {leads_width, button}))
        frame.wishes.add([id = person.id](Desk& d) { desk::name_leader(d, id); });
    accessible_name((leads ? "Leads: " : "Make the leader: ") + person.name);
    button_for("\xE2\x86\x91", "Seat before", SeatParticipant{person.id, person.seat - 1});
    button_for("\xE2\x86\x93", "Seat after", SeatParticipant{person.id, person.seat + 1});
    button_for("\xC3\x97", "Remove", RemoveParticipant{person.id});
    ImGui::PopID();
}

void draw_people(Frame& frame) {
    const auto& people = frame.desk.session().participants;
    heading(frame, people.empty() ? std::string("The people") : fmt::format("The people, {}", people.size()));
    std::optional<std::string> pasted;
    const bool is_roster_open = frame.desk.panel == desk::Panel::roster;
    if (frame.fields.is_news("roster panel", is_roster_open ? "open" : "") && !is_roster_open)
        ImGui::SetKeyboardFocusHere(); // back where the paste was begun
    if (const auto text = brought_back(frame, "Add a person")) frame.fields.begin_adding(*text);
    if (const auto name = frame.fields.adding(
            "##add", {.hint = "A name and Return; or paste the whole roster", .name = "Add a person"}, &pasted))
        frame.wishes.add([text = *name](Desk& d) {
            const auto found = desk::preview_of_roster(d.session(), text);
            if (found.duplicates.empty()) return desk::welcome_all(d, found.names);
            d.roster_text = text;
            d.panel = desk::Panel::roster;
        });
    if (pasted)
        frame.wishes.add([text = *pasted](Desk& d) {
            d.roster_text = text;
            d.panel = desk::Panel::roster;
        });
    ImGui::BeginChild("People", {0, 0}, ImGuiChildFlags_NavFlattened);
    for (const auto& person : people) draw_person(frame, person);
    ImGui::EndChild();
}

void draw_minutes(Frame& frame) {
    const auto& session = frame.desk.session();
    heading(frame, "The minutes");
    int total = 0;
    const float button = ImGui::GetFrameHeight();
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    for (const auto stage : all_stages) {
        if (stage == Stage::prepare) continue;
        const int minutes = minutes_of(session, stage);
        total += minutes;
        ImGui::PushID(static_cast<int>(stage));
        const auto at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        const auto set = minutes > 0 ? frame.plain() : frame.quiet();
        paint.words(at.x, at.y + (button - set.line()) / 2, title_of(stage), set);
        const auto step_button = [&](float x, const char* sign, const char* name, int by) {
            ImGui::SetCursorScreenPos({x, at.y});
            ImGui::BeginDisabled(minutes + by < 0);
            if (ImGui::Button(sign, {button, button}))
                frame.wishes.add([stage, minutes, by](Desk& d) { d.act(PlanStage{stage, minutes + by}); });
            accessible_name(std::string(name) + " " + std::string(title_of(stage)));
            ImGui::EndDisabled();
        };
        step_button(at.x + width - 2 * button - frame.text * 2.4f, "\xE2\x88\x92", "Less", -1);
        paint.words(at.x + width - button - frame.text * 1.2f - paint.width_of(std::to_string(minutes), set) / 2,
                    at.y + (button - set.line()) / 2, std::to_string(minutes), set);
        step_button(at.x + width - button, "+", "More", 1);
        ImGui::PopID();
    }
    caption(frame, fmt::format("{} minutes in all", total));
}

void draw_preview_and_minutes(Frame& frame) {
    const auto room = ImGui::GetContentRegionAvail();
    const auto at = ImGui::GetCursorScreenPos();
    // With a window of its own the room sees the welcome already; else the goal is what it will see first.
    const bool is_seen = frame.desk.screens.is_apart;
    const auto title = is_seen ? words_for_what_room_sees(frame.desk) : std::string("The room will see");
    heading(frame, frame.paint.fitted(title, frame.strong(), room.x));
    const auto mini =
        fitted_miniature(frame.desk, {at.x, ImGui::GetCursorScreenPos().y, room.x, ImGui::GetIO().DisplaySize.y});
    Painter small(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    Frame within{frame.desk, frame.wishes, small, frame.fields, frame.type, frame.text, frame.is_still};
    if (is_seen)
        draw_what_room_sees(within, mini);
    else
        draw_miniature(within, slide::slide_of(frame.desk.session(), Stage::goal, frame.desk.place), mini, 0);
    ImGui::Dummy({1, mini.height + frame.text});
    draw_minutes(frame);
}

} // namespace

void prepare_view(Frame& frame, Rect area) {
    const float pad = frame.text * 2, gap = frame.text * 2.5f;
    const float right = std::clamp(area.width * .27f, frame.text * 15, frame.text * 30);
    const float column = (area.width - 2 * pad - right - 2 * gap) / 2;
    const float height = area.height - 2 * pad;
    const auto child = [&](const char* name, float x, float width, auto draw) {
        ImGui::SetCursorScreenPos({x, area.y + pad});
        ImGui::BeginChild(name, {width, height}, ImGuiChildFlags_NavFlattened);
        draw(frame);
        ImGui::EndChild();
    };
    if (column < frame.text * 14) { // large text: one below the other
        child("Form", area.x + pad, area.width - 2 * pad, [](Frame& inside) {
            draw_goal(inside);
            draw_people(inside);
            expectations_view(inside);
            draw_preview_and_minutes(inside);
        });
    } else {
        child("Session and goal", area.x + pad, column, [](Frame& inside) {
            draw_goal(inside);
            expectations_view(inside);
        });
        child("Roster", area.x + pad + column + gap, column, draw_people);
        child("Minutes", area.right() - pad - right, right, draw_preview_and_minutes);
    }
    const auto typing = frame.fields.typing().value_or(Fields::Typing{});
    if (frame.fields.is_news("half typed", typing.name + typing.text))
        frame.wishes.add([typing](Desk& d) { d.type_in_form(typing.name, typing.text); });
}

} // namespace avow::screen
