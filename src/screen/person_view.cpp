// A person's page between sessions, for whoever sits with them: three lines, each promise as it was said with what came of
// it, and beside them what is owed, what was in the way and what the coach has noted. The room never sees it.
#include "desk/verbs.hpp"
#include "report/agenda.hpp"
#include "report/phrases.hpp"
#include "screen/column.hpp"
#include "screen/frame.hpp"
#include "screen/imgui_hooks.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;
using insight::AgendaItem;

std::string answer_now(const AgendaItem& item, Date today) {
    const auto* last = insight::last_answer(item);
    if (!last) return "not answered yet";
    const auto words = std::string(report::outcome_in_words(last->outcome));
    return last->date >= today ? words : fmt::format("{} on {}", words, spoken(last->date));
}

void note(Frame& frame, Column& column, std::string_view label, std::string_view words) {
    if (words.empty()) return;
    column.words(fmt::format("{}: {}", label, words), frame.plain(), frame.text * .9f);
}

// All that belongs to the promise in hand: how it was worded, what is to be seen, what was answered, what to ask.
void draw_whole(Frame& frame, Column& column, const AgendaItem& item) {
    const float indent = frame.text * .9f;
    for (const auto& wording : item.wordings) {
        column.words(fmt::format("{}: “{}”", report::how_worded(item, wording), wording.text), frame.plain(), indent);
        if (!wording.why.empty()) column.words(wording.why, frame.quiet(), indent);
    }
    note(frame, column, "To be seen", item.evidence);
    note(frame, column, "Measure", item.measure);
    note(frame, column, "If-then", item.if_then);
    note(frame, column, "First small step", item.first_step);
    note(frame, column, "Help asked", item.help);
    for (const auto& answer : item.answers) column.words(report::answer_in_words(answer), frame.plain(), indent);
    if (!item.wordings.empty() && !item.wordings.back().is_agreed)
        column.words("E and Return: the owner says yes to it", frame.fine(), indent);
    if (item.is_lent) column.words("Lent: colleagues may read how it is done", frame.quiet(), indent);
    if (item.questions.empty()) return;
    column.space(.3f);
    auto asking = frame.strong();
    asking.colour = frame.paint.colours.accent_words;
    for (const auto& question : item.questions) column.words(question, asking, indent);
}

// The words that hold and, where others hold now, what was said; at the right what came of it.
void draw_promise(Frame& frame, Column& column, const AgendaItem& item, bool is_in_hand) {
    const float top = column.y, right = frame.text * 9, pad = frame.text * .6f;
    const float left = column.x, whole = column.width;
    auto& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    const auto today = frame.desk.one_on_one->agenda.today;
    const auto* last = insight::last_answer(item);
    const bool is_new = last && last->date >= today;
    column.x += pad, column.y += pad * .7f, column.width -= right + pad * 2;
    const float words_y = column.y;
    column.words("“" + item.statement + "”", is_in_hand ? frame.strong() : frame.plain());
    if (!is_in_hand && !item.wordings.empty() && item.wordings.back().is_agreed)
        column.words(fmt::format("Agreed: “{}”", item.wordings.back().text), frame.plain(), frame.text * .9f);
    column.words(report::life_in_words(item), frame.fine(), frame.text * .9f);
    if (is_in_hand) draw_whole(frame, column, item);
    const auto set = is_new ? frame.strong() : frame.quiet();
    const auto answer = column.paint().wrap(answer_now(item, today), set, right - pad);
    column.paint().words(left + whole - right, words_y, answer, set);
    column.y = std::max(column.y, words_y + answer.height) + pad * .7f;
    column.x = left, column.width = whole;
    const Rect rect{left, top, whole, column.y - top};
    list.ChannelsSetCurrent(0);
    if (is_in_hand)
        column.paint().fill(rect, frame.paint.colours.selected, frame.text * .4f);
    else
        column.paint().rule(left + pad, rect.bottom() - 1, whole - pad * 2, frame.paint.colours.hairline, 1);
    list.ChannelsMerge();
    ImGui::PushID(item.id.text.c_str());
    // The same words may have been promised twice.
    if (spot(fmt::format("Promise: {} ({})", item.statement, report::life_in_words(item)), rect))
        frame.wishes.add([id = item.id](Desk& d) { desk::take_promise(d, id); });
    ImGui::PopID();
}

std::string how_many_open(const desk::OneOnOne& page) {
    const auto open = page.agenda.open.size(), shown = page.order.size();
    if (shown == 0) return "nothing";
    return open == shown ? counted(open, "promise") : fmt::format("{} of {} still open", open, shown);
}

void draw_promises(Frame& frame, Rect room) {
    const auto& page = *frame.desk.one_on_one;
    Column column(frame, "Promises", room);
    const bool is_focus_new = frame.fields.is_news("promise on the page", page.person.text + " " + page.item.text);
    const float indent = frame.text * .6f; // of the promises: their ground reaches beyond their words
    column.heading("What is open", how_many_open(page), indent);
    for (const auto& id : page.order) {
        const float top = column.y;
        const auto* item = desk::item_of(page, id);
        if (item) draw_promise(frame, column, *item, id == page.item);
        if (is_focus_new && id == page.item) {
            ImGui::SetScrollFromPosY(column.y - ImGui::GetWindowPos().y, 1);
            if (top - ImGui::GetWindowPos().y < 0) ImGui::SetScrollFromPosY(top - ImGui::GetWindowPos().y, 0);
        }
    }
    column.space(1);
    bool has_heading = false;
    for (const auto& item : page.agenda.closed) {
        if (std::ranges::find(page.order, item.id) != page.order.end()) continue;
        if (!std::exchange(has_heading, true)) column.heading("Kept", "", indent);
        column.words(fmt::format("“{}”", item.statement), frame.plain(), indent);
        if (!item.wordings.empty() && item.wordings.back().is_agreed)
            column.words(fmt::format("Agreed: “{}”", item.wordings.back().text), frame.plain(),
                         indent + frame.text * .9f);
        column.words(report::life_in_words(item) + "; " + answer_now(item, page.agenda.today), frame.fine(),
                     indent + frame.text * .9f);
        column.space(.5f);
    }
}

void draw_points(Frame& frame, Column& column) {
    const auto& page = *frame.desk.one_on_one;
    column.heading("To talk about", "your own points; nobody else reads them");
    if (!page.trouble_with_points.empty()) return column.words(page.trouble_with_points, frame.quiet());
    const auto places = desk::points_in_sight(page, page.agenda.today);
    if (places.empty()) column.words("T notes one. It is carried until it is ticked.", frame.quiet());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& point = page.points[places[i]];
        const auto key = i < 9 ? std::to_string(i + 1) : std::string{};
        const float top = column.y, indent = frame.text * 2.2f;
        if (point.ticked_on)
            column.paint().words(column.x + frame.text * .3f, top, "✓", frame.strong());
        else if (!key.empty())
            column.paint().keycap(column.x, top + frame.text * .1f, key, frame.text * .87f);
        column.words(point.words, point.ticked_on ? frame.quiet() : frame.plain(), indent);
        if (point.since != page.agenda.today) column.words("since " + spoken(point.since), frame.fine(), indent);
        ImGui::PushID(static_cast<int>(i));
        if (spot("Point: " + point.words, {column.x, top, column.width, column.y - top}))
            frame.wishes.add([i](Desk& d) { desk::tick_point(d, i); });
        ImGui::PopID();
        column.space(.3f);
    }
}

// What the printed page says beyond the promises, in its words.
void draw_beside(Frame& frame, Rect room) {
    Column column(frame, "Beside", room);
    draw_points(frame, column);
    for (const auto& section : report::agenda_beside(frame.desk.one_on_one->agenda)) {
        column.space(1);
        column.words(section.heading, frame.strong());
        column.space(.2f);
        for (const auto& line : section.lines) {
            column.words(line, frame.plain());
            column.space(.3f);
        }
    }
}

} // namespace

void person_view(Frame& frame, Rect area) {
    auto& paint = frame.paint;
    const auto& page = *frame.desk.one_on_one;
    const auto& agenda = page.agenda;
    const auto& people = frame.desk.session().participants;
    const bool is_large = area.width < frame.text * 50; // large text: the promises come first, then what is beside them
    const float margin = std::max(frame.text * 2, area.width * .03f);
    auto heading = frame.strong();
    heading.em = frame.text * (is_large ? 1.3f : 2.2f);
    heading.weight = Weight::bold;
    const float x = area.x + margin, width = area.width - 2 * margin;
    float y = area.y + frame.text * (is_large ? .5f : 1.2f);
    const auto at = std::ranges::find(people, page.person, &Participant::id) - people.begin() + 1;
    const auto place = fmt::format("{} of {} people", at, people.size());
    paint.words_right(x + width, y + heading.line() * .4f, place, frame.quiet());
    paint.words(x, y,
                paint.fitted_name(agenda.person, heading, width - paint.width_of(place, frame.quiet()) - frame.text),
                heading);
    y += heading.line();
    if (is_large) {
        const float below = y + (area.bottom() - y) * .6f;
        draw_promises(frame, {x - frame.text * .6f, y, width, below - y - frame.text * .5f});
        paint.rule(x, below, width, paint.colours.hairline, 1);
        return draw_beside(frame, {x, below + frame.text * .5f, width, area.bottom() - below - frame.text * .5f});
    }
    const auto under = fmt::format("{}   One-on-one on {}, from {}", agenda.team, spoken_with_year(agenda.today),
                                   counted(agenda.sessions, "session"));
    paint.words(x, y, paint.fitted(under, frame.quiet(), width), frame.quiet());
    y += frame.quiet().line() + frame.text * .5f;
    for (const auto& line : report::agenda_in_three_lines(agenda)) {
        const auto lines = paint.wrap(line, frame.plain(), width, 2);
        paint.words(x, y, lines, frame.plain());
        y += lines.height;
    }
    y += frame.text * .8f;
    paint.rule(x, y, width, paint.colours.hairline, 1);
    y += frame.text * .8f;
    const float side = std::clamp(width * .34f, frame.text * 14, frame.text * 34), gap = frame.text * 2;
    draw_promises(frame, {x - frame.text * .6f, y, width - side - gap, area.bottom() - y});
    draw_beside(frame, {x + width - side, y, side, area.bottom() - y});
}

} // namespace avow::screen
