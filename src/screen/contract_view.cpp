// The success contract of the card in hand: five fields, and below them what has been measured so far.
#include "desk/verbs.hpp"
#include "report/phrases.hpp"
#include "screen/form.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"

#include <fmt/format.h>

namespace avow::screen {

namespace {

using desk::Desk;
using desk::HalfContract;

void part(Frame& frame, const char* id, std::string_view label, std::string HalfContract::*words, const char* hint) {
    caption(frame, label);
    const auto text =
        form_field(frame, id, frame.desk.contract_typed.*words, {.hint = hint, .goes_on = true, .name = label});
    if (text) frame.wishes.add([words, typed = *text](Desk& d) { d.contract_typed.*words = typed; });
}

void draw_readings(Frame& frame, const SuccessContract& contract) {
    const auto state = report::state_in_words(state_of(contract, frame.desk.today()));
    heading(frame, fmt::format("Measured so far: {}", state));
    for (const auto& reading : contract.readings)
        caption(frame, fmt::format("{} on {}", reading.value, spoken_with_year(reading.date)));
    const bool is_new = frame.fields.is_news("contract of", contract.metric + contract.target);
    if ((ImGui::IsWindowAppearing() || is_new) && !frame.is_still) ImGui::SetKeyboardFocusHere();
    if (const auto value =
            frame.fields.adding("##reading", {.hint = "A figure as of today, and Return", .name = "Measured today"}))
        frame.wishes.add([words = *value](Desk& d) { desk::note_reading(d, words); });
}

} // namespace

void contract_view(Frame& frame, Rect whole) {
    const auto* card = find(frame.desk.session(), frame.desk.contract_typed.item);
    begin_panel(frame, "Success contract", whole, 46, card && card->contract ? .8f : .66f);
    if (card) caption(frame, "“" + words_of(*card) + "”");
    if (ImGui::IsWindowAppearing() && !frame.is_still && !(card && card->contract)) ImGui::SetKeyboardFocusHere();
    part(frame, "##metric", "What is measured", &HalfContract::metric, "Renewals a month");
    part(frame, "##baseline", "From", &HalfContract::baseline, "3");
    part(frame, "##target", "To", &HalfContract::target, "9");
    part(frame, "##date", "By", &HalfContract::date, "31 march");
    part(frame, "##next", "If it is met, the next step", &HalfContract::next_step, "I train the new colleague");
    ImGui::Spacing();
    if (ImGui::Button("Set it   Ctrl Return") || ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter))
        frame.wishes.add([](Desk& d) { desk::set_contract(d); });
    accessible_name("Set the contract");
    if (card && card->contract) {
        ImGui::SameLine();
        if (ImGui::Button("Clear it")) frame.wishes.add([](Desk& d) { desk::clear_contract(d); });
        accessible_name("Clear the contract");
        ImGui::Spacing();
        draw_readings(frame, *card->contract);
    }
    end_panel();
}

} // namespace avow::screen
