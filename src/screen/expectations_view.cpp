// What the leader expects, at Prepare: written and guessed here, then sealed. The desk alone shows it; once it is sealed, its
// fingerprint stands here as the room is shown it, and the words stand no more.
#include "desk/verbs.hpp"
#include "screen/form.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;

// The row after the last waits for the next one. Rows go by their place: so a new one keeps the keyboard, which then is in
// its guess.
struct Row {
    std::size_t place = 0;
    std::optional<Expectation> known;
};

void draw_words(Frame& frame, const Row& row, float width) {
    const auto name = fmt::format("Expectation {}", row.place + 1);
    const auto text = form_field(frame, "##words", row.known ? row.known->text : std::string{},
                                 {.width = width,
                                  .hint = row.place == 0 ? "Every message is answered on its day" : "The next one",
                                  .goes_on = true,
                                  .name = name});
    if (!text) return;
    const auto id = row.known ? std::optional(row.known->id) : std::nullopt;
    frame.wishes.add([id, words = clean_line(*text)](Desk& d) { desk::write_expectation(d, id, words); });
}

void draw_guess(Frame& frame, const Row& row, float width) {
    const auto guess = row.known && row.known->guess ? std::to_string(*row.known->guess) : std::string{};
    const auto name = fmt::format("Guess {}", row.place + 1);
    const auto text = form_field(frame, "##guess", guess, {.width = width, .goes_on = true, .name = name});
    if (!text) return;
    const auto id = row.known ? std::optional(row.known->id) : std::nullopt;
    frame.wishes.add([id, words = clean_line(*text)](Desk& d) { desk::guess_expectation(d, id, words); });
}

void draw_row(Frame& frame, const Row& row) {
    ImGui::PushID(static_cast<int>(row.place));
    const auto of_team = fmt::format("of {}", team_size(frame.desk.session()));
    const float gap = ImGui::GetStyle().ItemSpacing.x, guess = frame.text * 2.6f;
    const float after = frame.paint.width_of(of_team, frame.fine()) + gap;
    draw_words(frame, row, ImGui::GetContentRegionAvail().x - guess - after - gap);
    ImGui::SameLine(0, gap);
    draw_guess(frame, row, guess);
    ImGui::SameLine(0, gap);
    const auto at = ImGui::GetCursorScreenPos();
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    paint.words(at.x, at.y + (ImGui::GetFrameHeight() - frame.fine().line()) / 2, of_team, frame.fine());
    ImGui::NewLine();
    if (row.known) mirror_marks(frame, row.known->text, insight::MirrorText::expectation);
    ImGui::PopID();
}

void draw_seal_button(Frame& frame) {
    const auto refusal = desk::why_not_seal(frame.desk);
    ImGui::Spacing();
    ImGui::BeginDisabled(refusal.has_value());
    if (ImGui::Button("Seal them")) frame.wishes.add([](Desk& d) { desk::seal_expectations(d); });
    accessible_name("Seal the expectations");
    ImGui::EndDisabled();
    if (refusal) caption(frame, refusal->sentence);
}

void draw_open(Frame& frame) {
    const auto& session = frame.desk.session();
    caption(frame, "Sealed before the room speaks. Beside each, how many of the team will name it. An emptied one is "
                   "dropped");
    ImGui::Spacing();
    for (std::size_t i = 0; i < session.expectations.size(); ++i) draw_row(frame, {i, session.expectations[i]});
    if (session.expectations.size() < limit::expectations) draw_row(frame, {session.expectations.size(), {}});
    draw_seal_button(frame);
}

} // namespace

void expectations_view(Frame& frame) {
    const auto& session = frame.desk.session();
    ImGui::Spacing();
    heading(frame, fmt::format("What {} expects", name_of_leader(session)));
    if (!session.seal) return draw_open(frame);
    for (const auto& line : desk::seal_in_words(frame.desk)) caption(frame, line);
}

} // namespace avow::screen
