// The opening view: the sessions there are, the newest first, and the ways to begin.
#include "desk/commands.hpp"
#include "desk/verbs.hpp"
#include "screen/frame.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace avow::screen {

namespace {

using desk::Desk;

std::string facts_of(const storage::Listed& listed) {
    if (!listed.damage.empty()) return listed.damage;
    auto facts = fmt::format("{}   {}, {}", spoken_with_year(listed.date), counted(listed.people, "person", "people"),
                             counted(listed.statements, "statement"));
    if (listed.is_conflict_copy) facts += ", a sync program's second copy";
    if (listed.is_orphan) facts += ", not saved yet: kept on this machine only";
    return facts;
}

void draw_row(Frame& frame, const storage::Listed& listed, Rect row, bool is_in_hand) {
    auto& paint = frame.paint;
    const float pad = frame.text;
    if (is_in_hand)
        paint.fill(row, paint.colours.selected, frame.text * .4f);
    else
        paint.rule(row.x + pad, row.bottom() - 1, row.width - 2 * pad, paint.colours.hairline, 1);
    auto title = frame.strong();
    title.em *= 1.15f;
    const std::string team = listed.team.empty() ? listed.path.stem().string() : listed.team;
    const auto stage = listed.damage.empty() ? std::string(title_of(listed.stage)) : std::string("damaged");
    const float stage_width = paint.width_of(stage, frame.quiet());
    paint.words_right(row.right() - pad, row.y + pad * .7f, stage, frame.quiet());
    const float room = row.width - 3 * pad - stage_width;
    const auto name = paint.fitted(team, title, room);
    paint.words(row.x + pad, row.y + pad * .6f, name, title);
    const float goal_x = row.x + pad * 2 + paint.width_of(name, title);
    if (!listed.goal.empty())
        paint.words(
            goal_x, row.y + pad * .7f,
            paint.fitted(listed.goal, frame.quiet(), std::max(0.f, row.right() - 2 * pad - stage_width - goal_x)),
            frame.quiet());
    paint.words(row.x + pad, row.y + pad * .6f + title.line(),
                paint.fitted(facts_of(listed), frame.fine(), row.width - 2 * pad), frame.fine());
}

void draw_session(Frame& frame, std::size_t i, Rect row) {
    const auto& listed = frame.desk.library()[i];
    const bool is_in_hand = i == frame.desk.library_row;
    ImGui::PushID(listed.path.string().c_str());
    if (spot("Session " + listed.path.stem().string(), row)) {
        const bool is_second = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) || is_in_hand;
        frame.wishes.add([i, is_second](Desk& d) {
            d.library_row = i;
            if (is_second) d.open(std::filesystem::path(d.library()[i].path));
        });
    }
    draw_row(frame, listed, row, is_in_hand);
    ImGui::PopID();
}

// Only the rows in sight are drawn, for there may be thousands.
void draw_list(Frame& frame, Rect room) {
    const auto sessions = frame.desk.library().size();
    const float height = frame.text * 3.6f;
    ImGui::SetCursorScreenPos({room.x, room.y});
    ImGui::BeginChild("Sessions", {room.width, room.height});
    Painter inside(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    Frame list{frame.desk, frame.wishes, inside, frame.fields, frame.type, frame.text, frame.is_still};
    const auto at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const auto top_of = [&](std::size_t row) { return at.y + static_cast<float>(row) * height; };
    if (sessions > 0)
        ImGui::SetScrollFromPosY(top_of(frame.desk.library_row) + height / 2 - ImGui::GetWindowPos().y, .5f);
    const auto first = static_cast<std::size_t>(std::max(0.f, ImGui::GetScrollY() / height));
    for (auto i = first; i < sessions && top_of(i) < room.bottom(); ++i)
        draw_session(list, i, {at.x, top_of(i), width, height});
    ImGui::SetCursorScreenPos({at.x, top_of(sessions)});
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
}

std::string reading_line(const Desk& desk) {
    const auto progress = desk.listing();
    return progress.all > 0 ? storage::sentence_of(progress) : "Reading the sessions";
}

// Instead of a list that is empty.
void draw_no_session(Frame& frame, Rect room) {
    auto words = frame.plain();
    words.em *= 1.2f;
    const auto text = frame.desk.is_listing()
                          ? reading_line(frame.desk)
                          : "No session yet. N begins one; S opens a filled sample workshop to look at, R "
                            "rehearses one with simulated people.";
    frame.paint.words(room.x + frame.text, room.y, frame.paint.wrap(text, words, room.width), words);
}

void draw_sessions(Frame& frame, Rect room) {
    if (frame.desk.library().empty()) return draw_no_session(frame, room);
    if (frame.desk.listing().all > 0) {
        const float line = frame.text * 2;
        frame.paint.words(room.x + frame.text, room.y, reading_line(frame.desk), frame.quiet());
        room = {room.x, room.y + line, room.width, room.height - line};
    }
    draw_list(frame, room);
}

void draw_ways_to_begin(Frame& frame, Rect room) {
    constexpr std::array ways = {"session.new",    "session.new_from_last", "session.account", "library.open",
                                 "library.people", "library.review",        "library.find",    "session.open",
                                 "session.demo",   "session.rehearse"};
    // Where there is not room for a line of help under each, F1 has it.
    const float with_help = frame.strong().line() + frame.fine().line() * 2 + frame.text * 1.2f;
    const bool has_help = with_help * static_cast<float>(ways.size()) <= room.height;
    float y = room.y;
    for (const char* id : ways) {
        const auto* row = desk::command(id);
        const bool is_possible = !row->why_not(frame.desk);
        const Rect place{room.x, y, room.width, has_help ? frame.text * 3.5f : frame.strong().line()};
        if (is_possible && spot(fmt::format("{}, {}", row->words, desk::written(row->keys.front())), place))
            frame.wishes.add([row](Desk& d) { desk::run(*row, d); });
        auto words = frame.strong();
        if (!is_possible) words.colour = frame.paint.colours.quiet, words.weight = Weight::regular;
        frame.paint.words(room.x, y, row->words, words);
        const auto keys = desk::written(row->keys.front());
        frame.paint.keycap(room.right() - frame.paint.width_of(keys, frame.fine()) - frame.text, y + frame.text * .1f,
                           keys, frame.text * .87f);
        y += words.line();
        if (has_help) {
            const auto help = frame.paint.wrap(row->help, frame.fine(), room.width, 2);
            frame.paint.words(room.x, y, help, frame.fine());
            y += help.height;
        }
        y += frame.text * (has_help ? 1.2f : .9f);
    }
}

} // namespace

void library_view(Frame& frame, Rect area) {
    auto& paint = frame.paint;
    const float margin = std::max(frame.text * 2, area.width * .05f);
    auto heading = frame.strong();
    heading.em = frame.text * 2.6f;
    heading.weight = Weight::bold;
    float y = area.y + frame.text * 2.5f;
    paint.words(area.x + margin, y, "Avow", heading);
    const float after = area.x + margin + paint.width_of("Avow", heading) + frame.text * 1.4f;
    paint.words(after, y + heading.line() * .5f - frame.text * .4f,
                paint.fitted("What people said they would be accountable for, in their own words", frame.quiet(),
                             area.right() - margin - after),
                frame.quiet());
    y += heading.line() + frame.text * 1.5f;
    paint.rule(area.x + margin, y, area.width - 2 * margin, paint.colours.hairline, 1);
    y += frame.text * 1.5f;
    // Large text has no room for two columns: Ctrl+K and F1 know the ways to begin.
    const bool has_ways = area.width >= frame.text * 60;
    const float side = has_ways ? std::min(frame.text * 22, area.width * .3f) : 0;
    const Rect list{area.x + margin - frame.text, y,
                    area.width - 2 * margin + (has_ways ? -side - frame.text * 2 : frame.text * 2),
                    area.bottom() - y - frame.text};
    draw_sessions(frame, list);
    if (!has_ways) return;
    draw_ways_to_begin(frame, {area.right() - margin - side, y, side, area.bottom() - y});
}

} // namespace avow::screen
