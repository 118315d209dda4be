// The case for working this way, on a page over the page: for whom it is, what it asks of them, and how it reads.
#include "desk/verbs.hpp"
#include "report/brief.hpp"
#include "screen/column.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace avow::screen {

namespace {

using desk::Desk;
using report::Audience;

constexpr std::array readers = {std::pair{Audience::leader, "A leader further up"},
                                std::pair{Audience::manager, "A manager"}, std::pair{Audience::team, "The team"}};

constexpr ImGuiKeyChord write_chord = ImGuiMod_Ctrl | ImGuiKey_E;
constexpr std::string_view request_name = "What it asks";

// What stands there is asked, however the field is left: by Return, to be written with the rest, or with the panel.
void draw_request(Frame& frame) {
    const auto typing = frame.fields.typing();
    const bool is_half_typed = typing && typing->name == request_name;
    auto request = frame.fields.text("##request", frame.desk.session().request,
                                     {.hint = "What do you ask of whoever reads this?", .name = request_name});
    if (is_half_typed && (ImGui::IsKeyPressed(ImGuiKey_Escape) || ImGui::IsKeyChordPressed(write_chord)))
        request = typing->text;
    if (request) frame.wishes.add([words = *request](Desk& d) { desk::ask_of_reader(d, words); });
}

// Ctrl and 1, 2, 3, or the buttons.
void choose_reader(Frame& frame) {
    for (std::size_t i = 0; i < readers.size(); ++i) {
        const auto [reader, words] = readers[i];
        const bool is_it = frame.desk.brief_for == reader;
        const auto chord = ImGuiMod_Ctrl | static_cast<ImGuiKey>(ImGuiKey_1 + static_cast<int>(i));
        if (i > 0) ImGui::SameLine();
        if (is_it) ImGui::PushStyleColor(ImGuiCol_Button, frame.paint.colours.selected);
        const bool is_pressed = ImGui::Button(fmt::format("{}   Ctrl {}", words, i + 1).c_str());
        accessible_name(fmt::format("{}{}", words, is_it ? ", chosen" : ""));
        if (is_it) ImGui::PopStyleColor();
        if (is_pressed || ImGui::IsKeyChordPressed(chord))
            frame.wishes.add([reader = reader](Desk& d) { d.brief_for = reader; });
    }
}

void draw_note(const Frame& frame, Column& column, const report::Note& note, float indent) {
    column.words(fmt::format("{}: {}", note.label, note.words), frame.plain(), indent);
    column.words(note.aside, frame.fine(), indent);
}

void draw_section(const Frame& frame, Column& column, const report::Section& section) {
    column.space(.9f);
    column.heading(section.heading, section.aside);
    for (const auto& entry : section.entries) {
        column.words(entry.words, frame.plain());
        for (const auto& note : entry.notes) draw_note(frame, column, note, frame.text * 1.2f);
        column.space(.3f);
    }
    for (const auto& line : section.lines) column.words(line, frame.plain());
}

void draw_brief(Frame& frame, Rect room) {
    Column column(frame, "Brief", room);
    if (frame.fields.is_news("reader of the case", std::to_string(static_cast<int>(frame.desk.brief_for))))
        ImGui::SetScrollY(0);
    const float line = frame.plain().line();
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) ImGui::SetScrollY(ImGui::GetScrollY() + room.height - line);
    if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) ImGui::SetScrollY(ImGui::GetScrollY() - room.height + line);
    const auto& brief = frame.desk.brief();
    column.words(brief.title, frame.strong());
    column.words(brief.under, frame.fine());
    column.space(.6f);
    column.words(brief.goal, frame.strong());
    for (const auto& note : brief.goal_notes) draw_note(frame, column, note, 0);
    for (const auto& section : brief.sections) draw_section(frame, column, section);
    column.space(.9f);
    column.words(brief.closing, frame.plain());
}

} // namespace

void brief_view(Frame& frame, Rect whole) {
    begin_panel(frame, "The case for it", whole, 64, .86f);
    if (ImGui::IsWindowAppearing() && !frame.is_still) ImGui::SetKeyboardFocusHere();
    draw_request(frame);
    choose_reader(frame);
    ImGui::SameLine();
    if (ImGui::Button("Write it   Ctrl E") || ImGui::IsKeyChordPressed(write_chord))
        frame.wishes.add([](Desk& d) { desk::write_brief(d); });
    accessible_name("Write it as PDF, HTML and Markdown");
    ImGui::Spacing();
    const auto at = ImGui::GetCursorScreenPos();
    const auto room = ImGui::GetContentRegionAvail();
    draw_brief(frame, {at.x, at.y, room.x, room.y});
    end_panel();
}

} // namespace avow::screen
