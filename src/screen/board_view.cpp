// The facilitator's board: the run sheet, every card in its theme, what the room sees. Dense, at ordinary sizes; cards are
// moved by digits or by dragging.
#include "desk/verbs.hpp"
#include "insight/account.hpp"
#include "insight/agreement.hpp"
#include "insight/coverage.hpp"
#include "insight/time_taken.hpp"
#include "report/phrases.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"
#include "screen/surface.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;

const char* const card_payload = "avow card";
const char* const theme_payload = "avow theme";

void carry(const char* kind, const std::string& id) { ImGui::SetDragDropPayload(kind, id.data(), id.size()); }

std::optional<std::string> dropped(const char* kind) {
    const auto* payload = ImGui::AcceptDragDropPayload(kind);
    if (!payload) return std::nullopt;
    return std::string(static_cast<const char*>(payload->Data), static_cast<std::size_t>(payload->DataSize));
}

void draw_header(Frame& frame, Rect room) {
    const auto& session = frame.desk.session();
    auto& paint = frame.paint;
    const float y = room.y + (room.height - frame.strong().line()) / 2;
    const auto here = std::ranges::count(session.participants, Attendance::here, &Participant::attendance);
    const auto ends = "Ends " + frame.desk.wall_clock(frame.desk.ends_at()).substr(0, 5);
    float right = room.right();
    paint.words_right(right, y, ends, frame.strong());
    right -= paint.width_of(ends, frame.strong()) + frame.text * 2;
    const auto people = fmt::format("{} of {} here", here, session.participants.size());
    paint.words_right(right, y, people, frame.quiet());
    right -= paint.width_of(people, frame.quiet()) + frame.text * 2;
    const auto team = paint.fitted(session.team.empty() ? "A team without a name yet" : session.team, frame.strong(),
                                   (right - room.x) * .6f);
    paint.words(room.x, y, team, frame.strong());
    const float x = room.x + paint.width_of(team, frame.strong()) + frame.text * 1.5f;
    if (right - x < frame.text * 6) return; // large words have the team alone
    paint.words(x, y, paint.fitted(spoken_with_year(session.date), frame.quiet(), right - x), frame.quiet());
}

// In two columns, what was planned and what it took; over the plan it stands out.
void draw_minutes(Frame& frame, const Rect& row, float taken_width, const insight::StageTime& time,
                  const Setting& set) {
    const float right = row.right() - frame.text * .6f, y = row.y + frame.text * .25f;
    if (time.planned > 0) frame.paint.words_right(right - taken_width, y, std::to_string(time.planned), set);
    if (time.taken_ms == 0 || time.stage == Stage::prepare) return; // which is before the meeting
    const int taken = insight::minutes_taken(time);
    auto of_taken = set;
    if (taken > time.planned && time.planned > 0) of_taken = frame.strong();
    frame.paint.words_right(right, y, taken == 0 ? "<1" : std::to_string(taken), of_taken);
}

void draw_run_sheet(Frame& frame, Rect room) {
    auto& paint = frame.paint;
    const auto& session = frame.desk.session();
    auto stages = desk::stages_of(session);
    const auto times = insight::time_taken(frame.desk.history(), frame.desk.now());
    for (const auto& time : times) // gone to outside the plan
        if (time.taken_ms > 0 && std::ranges::find(stages, time.stage) == stages.end()) stages.push_back(time.stage);
    std::ranges::sort(stages);
    const float taken_width = paint.width_of("taken", frame.fine()) + frame.text * .5f;
    float y = room.y;
    paint.words(room.x + frame.text * .6f, y, "Run sheet", frame.fine());
    paint.words_right(room.right() - frame.text * .6f, y, "taken", frame.fine());
    paint.words_right(room.right() - frame.text * .6f - taken_width, y, "plan", frame.fine());
    y += frame.text * 1.9f;
    for (const auto stage : stages) {
        const Rect row{room.x, y, room.width, frame.text * 1.9f};
        const bool is_here = stage == session.stage;
        if (is_here) paint.fill(row, paint.colours.selected, frame.text * .3f);
        const auto set = is_here ? frame.strong() : stage < session.stage ? frame.quiet() : frame.plain();
        paint.words(row.x + frame.text * .6f, y + frame.text * .25f, title_of(stage), set);
        const auto time = std::ranges::find(times, stage, &insight::StageTime::stage);
        if (time != times.end()) draw_minutes(frame, row, taken_width, *time, set);
        if (spot(std::string("Stage ") + std::string(title_of(stage)), row) && !is_here)
            frame.wishes.add([stage](Desk& d) { desk::go_to(d, stage); });
        y += row.height;
    }
    const Rect total{room.x, y + frame.text * .3f, room.width, frame.text * 1.9f};
    paint.rule(room.x, total.y, room.width, paint.colours.hairline, 1);
    paint.words(room.x + frame.text * .6f, total.y + frame.text * .25f, "In all", frame.quiet());
    draw_minutes(frame, total, taken_width, insight::in_all(times), frame.quiet());
    y = total.bottom() + frame.text * 1.2f;
    const bool is_account = session.stage == Stage::open;
    const auto to_go = is_account ? insight::yet_to_answer(session) : insight::to_go(session);
    if ((session.stage != Stage::capture && !is_account) || to_go.empty()) return;
    std::string names;
    for (const auto* person : to_go) names += (names.empty() ? "" : ", ") + insight::whole_name(session, *person);
    paint.words(room.x + frame.text * .6f, y, fmt::format("{} to go", to_go.size()), frame.fine());
    paint.words(room.x + frame.text * .6f, y + frame.text * 1.6f,
                paint.wrap(names, frame.plain(), room.width - frame.text, 8), frame.plain());
}

// Who says it, and what the facilitator should know of how it lies.
std::string small_line(const Desk& desk, const Accountability& item, const std::vector<const Accountability*>& voices) {
    const auto names = insight::speakers_of(desk.shown(), voices);
    const auto* also = item.second_theme ? find(desk.shown(), *item.second_theme) : nullptr;
    const auto twins = desk.offered_as_one(item);
    return (names.empty() ? "nobody" : names) + (also ? ", also in " + mark_letter(also->mark) : "") +
           (item.placed == Placed::hand ? ", placed by hand" : "") + (desk.is_guess(item) ? ", a guess" : "") +
           (twins.empty() ? "" : "; says nearly the same as " + insight::speakers_of(desk.shown(), twins));
}

// One card. Its height is what its words need.
void draw_card(Frame& frame, const Accountability& item, const std::vector<const Accountability*>& voices,
               float width) {
    auto& paint = frame.paint;
    const float pad = frame.text * .7f;
    const auto words = paint.wrap(words_of(item), frame.plain(), width - 2 * pad, 6);
    const auto by = paint.wrap(small_line(frame.desk, item, voices), frame.fine(), width - 2 * pad, 3);
    const float height = words.height + by.height + 1.6f * pad;
    const auto at = ImGui::GetCursorScreenPos();
    const Rect rect{at.x, at.y, width, height};
    ImGui::PushID(item.id.text.c_str());
    if (ImGui::InvisibleButton("##card", {width, height}))
        frame.wishes.add([id = item.id](Desk& d) { d.place.focus = id; });
    accessible_name("Card " + item.statement);
    if (ImGui::BeginDragDropSource()) {
        carry(card_payload, item.id.text);
        ImGui::TextUnformatted(first_characters(item.statement, 60).c_str());
        ImGui::EndDragDropSource();
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({at.x, at.y + height + frame.text * .5f});
    if (!ImGui::IsRectVisible({rect.x, rect.y}, {rect.right(), rect.bottom()})) return;
    paint.card(rect, frame.text * .4f);
    if (frame.desk.place.focus == item.id)
        paint.frame(rect.inset(-frame.text * .12f), paint.colours.accent, std::max(1.5f, frame.text * .13f),
                    frame.text * .45f);
    paint.words(rect.x + pad, rect.y + pad * .8f, words, frame.plain());
    paint.words(rect.x + pad, rect.y + pad * .8f + words.height, by, frame.fine());
}

void draw_column(Frame& frame, const Theme* theme, std::size_t tile, Rect room, bool is_focus_new) {
    const auto items = desk::items_of_tile(frame.desk.shown(), tile);
    const auto count = insight::count_of(items);
    ImGui::SetCursorScreenPos({room.x, room.y});
    ImGui::PushID(theme ? theme->id.text.c_str() : "single voices");
    ImGui::BeginChild("##column", {room.width, room.height});
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    Frame inside{frame.desk, frame.wishes, paint, frame.fields, frame.type, frame.text, frame.is_still};
    const auto at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - frame.text * .3f;
    float height = frame.strong().line();
    if (theme)
        height = draw_theme_title(paint, {theme->mark, theme->title}, frame.strong(), at.x, at.y, width, 3,
                                  frame.desk.session().stage == Stage::themes ? desk::keys_of_theme(theme->mark) : "");
    else
        paint.words(at.x, at.y, "Single voices", frame.strong());
    paint.words(at.x, at.y + height, report::counted(count), frame.fine());
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("##heading", {width, height + frame.fine().line()});
    accessible_name(theme ? "Column " + theme->title : std::string("Column of single voices"));
    if (theme && ImGui::BeginDragDropSource()) {
        carry(theme_payload, theme->id.text);
        ImGui::TextUnformatted(theme->title.c_str());
        ImGui::EndDragDropSource();
    }
    ImGui::SetCursorScreenPos({at.x + 1, at.y + height + frame.fine().line() + frame.text * .6f});
    const float x = ImGui::GetCursorScreenPos().x;
    for (const auto* item : insight::cards_of(items)) {
        ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y});
        const bool is_in_hand = frame.desk.place.focus == item->id;
        if (is_in_hand && is_focus_new) ImGui::SetScrollHereY(.4f);
        draw_card(inside, *item, insight::voices_of(*item, items), width - 2);
    }
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
    accessible_name(theme ? "Cards of " + theme->title : std::string("Cards of single voices"));
    if (ImGui::BeginDragDropTarget()) {
        const auto into = theme ? std::optional(theme->id) : std::nullopt;
        if (const auto id = dropped(card_payload))
            frame.wishes.add([id = AccountabilityId{*id}, into](Desk& d) { desk::drop_card(d, id, into); });
        if (const auto id = theme ? dropped(theme_payload) : std::nullopt; id && theme->id.text != *id)
            frame.wishes.add([from = ThemeId{*id}, to = theme->id](Desk& d) { desk::merge_themes(d, from, to); });
        ImGui::EndDragDropTarget();
    }
    ImGui::PopID();
}

void draw_columns(Frame& frame, Rect room) {
    const auto themes = slide::themes_on_the_wall(frame.desk.shown());
    const std::size_t count = themes.size() + 1;
    const float gap = frame.text * .8f, least = frame.text * 11.5f;
    const float width = std::max(least, std::min(frame.text * 24, (room.width - gap * static_cast<float>(count - 1)) /
                                                                      static_cast<float>(count)));
    ImGui::SetCursorScreenPos({room.x, room.y});
    ImGui::BeginChild("Board", {room.width, room.height}, ImGuiChildFlags_None, ImGuiWindowFlags_HorizontalScrollbar);
    const auto at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetContentRegionAvail().y;
    const auto* in_hand = desk::card_in_hand(frame.desk);
    const bool is_focus_new = frame.fields.is_news(
        "card in hand", in_hand ? in_hand->id.text + in_hand->theme.value_or(ThemeId{}).text : std::string{});
    for (std::size_t column = 0; column < count; ++column) {
        const auto tile = desk::tile_in_column(column, count);
        const auto* theme = tile < themes.size() ? themes[tile] : nullptr;
        const float x = at.x + static_cast<float>(column) * (width + gap);
        const bool holds_it = in_hand && is_focus_new && (theme ? in_hand->theme == theme->id : !in_hand->theme);
        if (holds_it) ImGui::SetScrollFromPosX(x + width / 2 - ImGui::GetWindowPos().x, .5f);
        draw_column(frame, theme, tile, {x, at.y, width, height}, is_focus_new);
    }
    ImGui::EndChild();
}

std::string offer_of_card_in_hand(const Desk& desk) {
    const auto* card = desk.place.focus ? find(desk.shown(), *desk.place.focus) : nullptr;
    const auto twins = card ? desk.offered_as_one(*card) : std::vector<const Accountability*>{};
    if (twins.empty()) return {};
    return fmt::format("{}: “{}” D shows {} as one card.", insight::speakers_of(desk.shown(), {twins.front()}),
                       words_of(*twins.front()), twins.size() == 1 ? "both" : fmt::format("all {}", twins.size() + 1));
}

// Below a heading, where there is something to say; returns where the next thing goes.
float draw_paragraph(Frame& frame, Rect room, const char* heading, const std::string& text) {
    if (text.empty()) return room.y;
    auto& paint = frame.paint;
    paint.words(room.x, room.y, heading, frame.fine());
    const auto words = paint.wrap(text, frame.plain(), room.width, 12);
    paint.words(room.x, room.y + frame.text * 1.9f, words, frame.plain());
    return room.y + frame.text * 3.5f + words.height;
}

// What the room answered when it was asked, the newest first, as far as there is room.
float draw_answered(Frame& frame, Rect room) {
    auto& paint = frame.paint;
    const auto& polls = frame.desk.session().polls;
    if (polls.empty()) return room.y;
    paint.words(room.x, room.y, "The room answered", frame.fine());
    float y = room.y + frame.text * 1.9f;
    for (auto poll = polls.rbegin(); poll != polls.rend(); ++poll) {
        const auto words = paint.wrap(fmt::format("{} {}", poll->question, insight::in_words(*poll).front()),
                                      frame.plain(), room.width, 3);
        if (y + words.height > room.bottom()) break;
        paint.words(room.x, y, words, frame.plain());
        y += words.height + frame.text * .5f;
    }
    return y + frame.text;
}

void draw_side(Frame& frame, Rect room) {
    auto& paint = frame.paint;
    float y = room.y;
    const auto label = paint.wrap(words_for_what_room_sees(frame.desk), frame.fine(), room.width, 2);
    paint.words(room.x, y, label, frame.fine());
    y += label.height + frame.text * .7f;
    const auto mini = fitted_miniature(frame.desk, {room.x, y, room.width, room.height});
    draw_what_room_sees(frame, mini);
    y = mini.bottom() + frame.text * 1.6f;
    y = draw_paragraph(frame, {room.x, y, room.width, 0}, "Says nearly the same", offer_of_card_in_hand(frame.desk));
    y = draw_paragraph(frame, {room.x, y, room.width, 0}, "Why here", frame.desk.why_in_words());
    y = draw_answered(frame, {room.x, y, room.width, room.bottom() - y});
    if (!frame.desk.proposed()) return;
    paint.words(room.x, y, "Proposed, and why", frame.fine());
    y += frame.text * 1.9f;
    for (const auto& reason : frame.desk.proposed()->reasons) {
        const auto words = paint.wrap(reason.words, frame.plain(), room.width, 3);
        if (y + words.height > room.bottom()) break;
        paint.words(room.x, y, words, frame.plain());
        y += words.height + frame.text * .5f;
    }
}

} // namespace

void board_view(Frame& frame, Rect area) {
    auto& paint = frame.paint;
    const float pad = frame.text * 1.1f, header = frame.text * 2.6f;
    draw_header(frame, {area.x + pad, area.y, area.width - 2 * pad, header});
    paint.rule(area.x, area.y + header, area.width, paint.colours.hairline, 1);
    // The cards have what room there is: with large text first the run sheet gives way, then what the room sees.
    const float ems = area.width / frame.text;
    const bool has_run_sheet = ems >= 70, has_side = ems >= 45;
    const float left = has_run_sheet ? std::min(frame.text * 13, area.width * .16f) : 0,
                right = has_side ? std::min(frame.text * 21, area.width * .24f) + pad * 2 : 0;
    const float top = area.y + header + pad, height = area.bottom() - top - pad * .5f;
    if (has_run_sheet) {
        draw_run_sheet(frame, {area.x + pad, top, left - pad, height});
        paint.fill({area.x + left + pad * .5f, area.y + header, 1, area.height - header}, paint.colours.hairline);
    }
    const float begin = area.x + left + pad * (has_run_sheet ? 1.5f : 1), end = area.right() - right - pad * .5f;
    const Rect middle{begin, top, end - begin, height};
    const auto& session = frame.desk.session();
    session.stage == Stage::open && !session.carried.empty() ? account_list(frame, middle)
                                                             : draw_columns(frame, middle);
    if (!has_side) return;
    paint.fill({area.right() - right, area.y + header, 1, area.height - header}, paint.colours.hairline);
    draw_side(frame, {area.right() - right + pad, top, right - pad * 2, height});
}

} // namespace avow::screen
