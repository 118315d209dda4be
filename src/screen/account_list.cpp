// The board at Open: everybody's promises of last time in one list, with what came of each and why. The facilitator's own,
// so that reasons stand here and not on the page the room sees.
#include "insight/account.hpp"
#include "report/phrases.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"

#include <fmt/format.h>

namespace avow::screen {

namespace {

std::string answer_in_words(const Session& session, const Accountability& item) {
    if (item.check_ins.empty()) return "not answered yet";
    const auto& last = item.check_ins.back();
    auto words = std::string(report::outcome_in_words(last.outcome));
    if (!insight::is_answered(session, item)) words = "not answered yet; before: " + words;
    return last.reason.empty() ? words : words + ", " + last.reason;
}

void draw_promise(Frame& frame, const Accountability& item, float width) {
    auto& paint = frame.paint;
    const auto& session = frame.desk.session();
    const bool is_in_hand = frame.desk.place.focus == item.id;
    const float pad = frame.text * .6f, column = width * .36f;
    const auto words =
        paint.wrap(words_of(item), is_in_hand ? frame.strong() : frame.plain(), width - column - pad * 3);
    const bool is_answered = insight::is_answered(session, item);
    const auto& set = is_answered ? frame.plain() : frame.quiet();
    const auto answer = paint.wrap(answer_in_words(session, item), set, column - pad, 4);
    const float height = std::max(words.height, answer.height) + pad;
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::PushID(item.id.text.c_str());
    if (ImGui::InvisibleButton("##promise", {width, height}))
        frame.wishes.add([id = item.id](desk::Desk& d) { d.place.focus = id; });
    accessible_name("Promise of " + report::name_of(session, item.owner) + ": " + item.statement);
    ImGui::PopID();
    if (is_in_hand) paint.fill({at.x, at.y, width, height}, paint.colours.selected, frame.text * .3f);
    paint.words(at.x + pad, at.y + pad / 2, words, is_in_hand ? frame.strong() : frame.plain());
    paint.words(at.x + width - column, at.y + pad / 2, answer, set);
    ImGui::SetCursorScreenPos({at.x, at.y + height});
}

} // namespace

void account_list(Frame& frame, Rect room) {
    const auto& session = frame.desk.session();
    ImGui::SetCursorScreenPos({room.x, room.y});
    ImGui::BeginChild("Account", {room.width, room.height});
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    Frame inside{frame.desk, frame.wishes, paint, frame.fields, frame.type, frame.text, frame.is_still};
    const float width = ImGui::GetContentRegionAvail().x - frame.text;
    const auto in_hand = frame.desk.place.focus.value_or(AccountabilityId{});
    const bool is_focus_new = frame.fields.is_news("promise in hand", in_hand.text);
    for (const auto& person : session.participants) {
        const auto items = insight::account_of(session, person.id);
        if (items.empty()) continue;
        const auto at = ImGui::GetCursorScreenPos();
        paint.words(at.x, at.y, paint.fitted_name(person.name, frame.strong(), width), frame.strong());
        ImGui::SetCursorScreenPos({at.x, at.y + frame.strong().line()});
        for (const auto* item : items) {
            if (is_focus_new && item->id == in_hand) ImGui::SetScrollHereY(.4f);
            draw_promise(inside, *item, width);
        }
        ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y + frame.text * .8f});
    }
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
}

} // namespace avow::screen
