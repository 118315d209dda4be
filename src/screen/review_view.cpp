// The folder reviewed, as a page to read: the team and its sections at the left, what the section holds at the right. The
// facilitator's own: it shows what people said.
#include "desk/reviewing.hpp"
#include "report/review_words.hpp"
#include "screen/frame.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;
using desk::Reviewing;
using desk::ReviewSection;

void draw_waiting(Frame& frame, const Reviewing& reviewing, Rect room) {
    const auto [read, of] = reviewing.progress();
    auto words = frame.plain();
    words.em *= 1.2f;
    const auto text = !reviewing.trouble().empty() ? reviewing.trouble()
                                                   : fmt::format("Reading {} of {} sessions. Esc goes back.", read, of);
    frame.paint.words(room.x, room.y, frame.paint.wrap(text, words, room.width), words);
    if (of == 0 || !reviewing.trouble().empty()) return;
    const float y = room.y + words.line() * 1.4f, width = std::min(room.width, frame.text * 30);
    frame.paint.fill({room.x, y, width, frame.text * .3f}, frame.paint.colours.hairline);
    frame.paint.fill({room.x, y, width * static_cast<float>(read) / static_cast<float>(of), frame.text * .3f},
                     frame.paint.colours.accent);
}

// Answers where it ends.
float draw_heading(Frame& frame, Rect room) {
    auto& paint = frame.paint;
    auto heading = frame.strong();
    heading.em = frame.text * 2;
    heading.weight = Weight::bold;
    const auto* page = frame.desk.reviewing->page();
    if (!page || page->review.teams.empty()) {
        paint.words(room.x, room.y, "What came of what was said", heading);
        return room.y + heading.line();
    }
    const auto& teams = page->review.teams;
    const auto at = frame.desk.reviewing->team;
    float right = room.right();
    if (teams.size() > 1) {
        const auto which = fmt::format("team {} of {}   ← →", at + 1, teams.size());
        paint.words_right(right, room.y + heading.line() * .5f - frame.text * .4f, which, frame.quiet());
        right -= paint.width_of(which, frame.quiet()) + frame.text * 2;
    }
    const auto team = paint.fitted(report::team_name(teams[at]), heading, (right - room.x) * .7f);
    paint.words(room.x, room.y, team, heading);
    const float x = room.x + paint.width_of(team, heading) + frame.text * 1.4f;
    const auto span = report::span_in_words(page->review, teams[at]);
    paint.words(x, room.y + heading.line() * .5f - frame.text * .4f,
                paint.fitted(span, frame.quiet(), std::max(0.f, right - x)), frame.quiet());
    return room.y + heading.line();
}

// What has dropped out of sight is told below what is open, and not counted as open.
std::size_t count_of(const Reviewing& reviewing, ReviewSection section) {
    const auto rows = desk::rows_of(*reviewing.page(), reviewing.team, section);
    return rows.size() -
           static_cast<std::size_t>(std::ranges::count(rows, desk::ReviewRow::Kind::lost_life, &desk::ReviewRow::kind));
}

void draw_sections(Frame& frame, Rect room) {
    auto& paint = frame.paint;
    const auto& reviewing = *frame.desk.reviewing;
    float y = room.y;
    for (std::size_t at = 0; at < desk::review_sections; ++at) {
        const auto section = static_cast<ReviewSection>(at);
        const Rect row{room.x, y, room.width, frame.text * 2};
        const bool is_here = section == reviewing.section;
        if (is_here) paint.fill(row, paint.colours.selected, frame.text * .3f);
        const auto set = is_here ? frame.strong() : frame.plain();
        const float x = row.x + frame.text * .6f, top = y + frame.text * .3f;
        paint.words(x, top, std::to_string(at + 1), frame.quiet());
        paint.words(x + frame.text * 1.4f, top, paint.fitted(desk::title_of(section), set, room.width - frame.text * 4),
                    set);
        const bool has_count = section != ReviewSection::overview && section != ReviewSection::kept;
        if (has_count)
            paint.words_right(row.right() - frame.text * .6f, top, std::to_string(count_of(reviewing, section)),
                              frame.quiet());
        if (spot("Section " + std::string(desk::title_of(section)), row))
            frame.wishes.add([at](Desk& d) { desk::show_review_section(d, at); });
        y += row.height;
    }
}

// What lay in the folder and is told nowhere else.
void draw_files(Frame& frame, Rect room) {
    const auto& page = *frame.desk.reviewing->page();
    auto set = frame.fine();
    set.colour = frame.paint.colours.trouble;
    float y = room.y;
    const auto add = [&](const std::string& sentence) {
        const auto words = frame.paint.wrap(sentence, set, room.width, 6);
        if (y + words.height > room.bottom()) return;
        frame.paint.words(room.x, y, words, set);
        y += words.height + frame.text * .5f;
    };
    for (const auto& one : page.unread) add(one.file + " could not be read: " + one.why);
    for (const auto& sentence : page.review.past.left_out) add(sentence);
    for (const auto& remark : page.remarks) add(remark);
}

} // namespace

void review_view(Frame& frame, Rect area) {
    const auto* reviewing = frame.desk.reviewing.get();
    if (!reviewing) return;
    const float margin = std::max(frame.text * 2, area.width * .05f);
    const Rect room{area.x + margin, area.y + frame.text * 1.8f, area.width - 2 * margin, area.height};
    float y = draw_heading(frame, room) + frame.text;
    frame.paint.rule(room.x, y, room.width, frame.paint.colours.hairline, 1);
    y += frame.text;
    const auto* page = reviewing->page();
    if (!page) return draw_waiting(frame, *reviewing, {room.x, y, room.width, area.bottom() - y});
    if (page->review.teams.empty()) {
        frame.paint.words(room.x, y, "None of the sessions here can be read.", frame.plain());
        return draw_files(frame, {room.x, y + frame.text * 2, room.width, area.bottom() - y - frame.text * 2});
    }
    if (area.width < frame.text * 50) { // large text: the section that is shown, and nothing beside it
        const auto at = static_cast<std::size_t>(reviewing->section);
        frame.paint.words(room.x, y, fmt::format("{} {}", at + 1, desk::title_of(reviewing->section)), frame.strong());
        y += frame.text * 2;
        return review_rows(frame, {room.x, y, room.width, area.bottom() - y});
    }
    const float side = std::min(frame.text * 17, room.width * .28f);
    draw_sections(frame, {room.x - frame.text * .6f, y, side, area.bottom() - y});
    const float below = y + frame.text * 2 * (desk::review_sections + 1);
    draw_files(frame, {room.x, below, side - frame.text, area.bottom() - below});
    review_rows(frame, {room.x + side + frame.text, y, room.width - side - frame.text, area.bottom() - y});
}

} // namespace avow::screen
