// The rows of a review's section: words as they were said, a rate with its interval, a theme from session to session, words
// that went and came.
#include "desk/reviewing.hpp"
#include "insight/settled.hpp"
#include "report/phrases.hpp"
#include "report/review_words.hpp"
#include "screen/frame.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>

namespace avow::screen {

namespace {

using namespace insight;
using desk::Desk;
using desk::FolderReview;
using desk::ReviewRow;
using desk::ReviewSection;
using Kind = ReviewRow::Kind;

// A column that words are set in from above, one under the other.
struct Column {
    Frame& frame;
    float x = 0, y = 0, width = 0;
    bool is_drawn = false; // else only measured

    void words(std::string_view text, const Setting& set) {
        if (text.empty()) return;
        const auto wrapped = frame.paint.wrap(text, set, width);
        if (is_drawn) frame.paint.words(x, y, wrapped, set);
        y += wrapped.height;
    }
};

std::string facts_of(const Review& review, const Life& life) {
    return fmt::format("{}   said on {}   {}{}", report::owner_of(review, life), spoken_with_year(life.said_on),
                       report::life_in_words(life), life.theme.empty() ? "" : "   " + life.theme);
}

void set_life(Column& column, const Review& review, std::size_t at) {
    const auto& life = review.lives[at];
    column.words(life.item.statement, column.frame.plain());
    if (words_of(life.item) != life.item.statement)
        column.words("Agreed: " + words_of(life.item), column.frame.plain());
    column.words(facts_of(review, life), column.frame.fine());
    if (!life.item.check_ins.empty() && !life.item.check_ins.back().reason.empty())
        column.words("Why: " + life.item.check_ins.back().reason, column.frame.fine());
}

// The share as a dot, and what so few answers leave open as a bar with a whisker at each end; the same in words beside it.
void set_rate(Column& column, std::string_view label, const KeptRate& rate) {
    auto& frame = column.frame;
    const float label_width = std::min(column.width * .34f, frame.text * 18);
    const float words_width = frame.text * 9.5f, y = column.y + frame.plain().line() / 2;
    const float left = column.x + label_width, room = column.width - label_width - words_width - frame.text;
    if (column.is_drawn) {
        auto& paint = frame.paint;
        paint.words(column.x, column.y, paint.fitted(label, frame.plain(), label_width - frame.text), frame.plain());
        paint.rule(left, y, room, paint.colours.hairline, 1);
        if (rate.answered > 0) {
            const auto interval = wilson(rate);
            const float low = left + room * static_cast<float>(interval.low);
            const float high = left + room * static_cast<float>(interval.high);
            const float thick = std::max(2.f, frame.text * .22f), end = frame.text * .42f;
            paint.fill({low, y - thick / 2, high - low, thick}, paint.colours.accent);
            for (const float x : {low, high})
                paint.fill({x - thick / 4, y - end, thick / 2, 2 * end}, paint.colours.accent);
            paint.dot({left + room * static_cast<float>(rate.kept) / static_cast<float>(rate.answered), y},
                      frame.text * .38f, paint.colours.ink);
        }
        paint.words_right(column.x + column.width, column.y, in_words(rate), frame.quiet());
    }
    column.y += frame.plain().line();
}

// A dot a session, as large as what was said; a ring where something was only carried.
void set_trend(Column& column, const Review& review, const ThemeThread& thread) {
    auto& frame = column.frame;
    const auto& sessions = review.teams[thread.team].sessions;
    const float step = std::min(frame.text * 3, column.width / static_cast<float>(sessions.size()));
    const float y = column.y + frame.text * .8f;
    if (column.is_drawn) {
        frame.paint.rule(column.x, y, step * static_cast<float>(sessions.size()), frame.paint.colours.hairline, 1);
        for (std::size_t at = 0; at < sessions.size(); ++at) {
            const auto in = std::ranges::find(thread.in, sessions[at], &Appearance::session);
            if (in == thread.in.end()) continue;
            const float x = column.x + step * (static_cast<float>(at) + .5f);
            const float radius = std::min(frame.text * .7f, frame.text * (.25f + .07f * static_cast<float>(in->items)));
            frame.paint.dot({x, y}, radius, frame.paint.colours.accent);
            if (in->items == 0) frame.paint.dot({x, y}, radius * .6f, frame.paint.colours.paper);
        }
    }
    column.y += frame.text * 1.8f;
}

// The newest few; the dots beside it tell of all.
std::string appearances_in_words(const Review& review, const ThemeThread& thread) {
    constexpr std::size_t most_told = 6;
    std::string words;
    for (const auto& in : std::span(thread.in).last(std::min(thread.in.size(), most_told)))
        words += (words.empty() ? "" : "   ") + iso(review.past.sessions[in.session].date) + ": " +
                 (in.items > 0 ? std::to_string(in.items) + " said by " + counted(in.people, "person", "people")
                               : std::to_string(in.carried) + " carried");
    return words;
}

void set_theme(Column& column, const Review& review, const ThemeThread& thread, bool is_in_hand) {
    auto& frame = column.frame;
    column.words(thread.title, frame.strong());
    std::string facts = report::running_in_words(thread) + "   kept " + in_words(thread.kept);
    if (const auto sureness = report::sureness_in_words(thread); !sureness.empty()) facts += "   " + sureness;
    column.words(facts, frame.fine());
    for (const auto& title : thread.former_titles) column.words("before: " + title, frame.fine());
    set_trend(column, review, thread);
    column.words(appearances_in_words(review, thread), frame.fine());
    if (!is_in_hand || sureness_of(thread) != Sureness::likely) return;
    const auto joints = confirming(thread, review.teams[thread.team].name);
    for (const auto& join : joints)
        column.words(fmt::format("Is “{}” the same as “{}”?", join.other.name, join.one.name), frame.plain());
    column.words(joints.size() == 1 ? "Y: the same. N: another." : "Y: all the same. N: the last is another.",
                 frame.strong());
}

// Word by word, as they come: what went is struck through and quiet, what came is strong.
void set_runs(Column& column, const std::vector<Run>& runs) {
    auto& frame = column.frame;
    float x = column.x;
    const float space = frame.paint.width_of(" ", frame.plain());
    for (const auto& run : runs) {
        const auto set = run.kind == Run::Kind::same   ? frame.plain()
                         : run.kind == Run::Kind::gone ? frame.quiet()
                                                       : frame.strong();
        for (std::string_view rest = run.words; !rest.empty();) {
            const auto word = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            const auto lines =
                frame.paint.wrap(word, set, column.width).lines; // more than one for a word wider than all
            for (const auto& line : lines) {
                const float width = frame.paint.width_of(line, set);
                if (x > column.x && x + width > column.x + column.width) x = column.x, column.y += set.line();
                if (column.is_drawn) {
                    frame.paint.words(x, column.y, line, set);
                    if (run.kind == Run::Kind::gone)
                        frame.paint.rule(x, column.y + set.line() * .52f, width, set.colour,
                                         std::max(1.f, frame.text * .08f));
                }
                x += width + space;
            }
        }
    }
    column.y += frame.plain().line();
}

void set_rewording(Column& column, const Review& review, const Rewording& one) {
    set_runs(column, one.runs);
    auto facts = report::owner_of(review, review.lives[one.life]) + "   agreed on " + spoken_with_year(one.latter.date);
    if (!one.lost.empty()) facts += "   fell out: " + report::lost_in_words(one.lost);
    column.words(facts, column.frame.fine());
    if (!one.latter.why.empty()) column.words("Why: " + one.latter.why, column.frame.fine());
}

void set_help(Column& column, const Review& review, const HelpAsked& asked) {
    column.words(asked.what.empty() ? asked.of : asked.of + ": " + asked.what, column.frame.plain());
    const auto& life = review.lives[asked.life];
    column.words("help asked for by " + report::owner_of(review, life) + ", for: " + words_of(life.item),
                 column.frame.fine());
}

void set_parked(Column& column, const ParkedLife& parked) {
    column.words(parked.item.text, column.frame.plain());
    column.words(fmt::format("parked, {}   for {}{}", parked.owner.empty() ? "nobody's" : parked.owner,
                             counted(parked.age_days, "day"),
                             parked.is_before_team ? "" : "   not in the newest session"),
                 column.frame.fine());
}

void set_unseen(Column& column, const Review& review, const Unseen& one) {
    column.words(report::person_in(review, one.person), column.frame.plain());
    column.words(
        fmt::format("last on {}   {} since", spoken_with_year(one.last_seen), counted(one.sessions_since, "session")),
        column.frame.fine());
}

void set_change(Column& column, const Review& review, std::size_t first, std::size_t second) {
    const auto& sessions = review.past.sessions;
    const auto both = compared(review, first, second);
    column.words(spoken_with_year(sessions[first].date) + " to " + spoken_with_year(sessions[second].date),
                 column.frame.strong());
    column.words(report::change_in_words(review, both), column.frame.plain());
    column.words("Of what was said in the first, kept: " + in_words(both.answered), column.frame.fine());
}

void set_row(Column&, const FolderReview&, const ReviewRow&, bool is_in_hand);

// A section on the overview: its question answered in a line, and the first it holds.
void set_section(Column& column, const FolderReview& page, std::size_t team, ReviewSection section) {
    constexpr std::size_t shown_of_section = 2;
    auto& frame = column.frame;
    column.words(desk::title_of(section), frame.strong());
    if (section == ReviewSection::kept) return set_rate(column, "All of the team", page.review.kept[team]);
    column.words(desk::answer_in_words(page, team, section), frame.plain());
    if (section != ReviewSection::open && section != ReviewSection::unseen && section != ReviewSection::wording) return;
    const auto rows = desk::rows_of(page, team, section);
    Column inside{frame, column.x + frame.text * 1.2f, column.y + frame.text * .3f, column.width - frame.text * 1.2f,
                  column.is_drawn};
    for (std::size_t at = 0; at < std::min(rows.size(), shown_of_section); ++at) {
        if (rows[at].kind == Kind::lost_life) break;
        set_row(inside, page, rows[at], false);
        inside.y += frame.text * .2f;
    }
    column.y = rows.empty() ? column.y : inside.y;
}

void set_row(Column& column, const FolderReview& page, const ReviewRow& row, bool is_in_hand) {
    const auto& review = page.review;
    switch (row.kind) {
    case Kind::section: break; // set_section knows the team
    case Kind::life:
    case Kind::lost_life: return set_life(column, review, row.at);
    case Kind::person: return set_unseen(column, review, review.unseen[row.at]);
    case Kind::rate_of_team: return set_rate(column, "All of the team", review.kept[row.at]);
    case Kind::rate_of_theme: return set_rate(column, review.themes[row.at].title, review.themes[row.at].kept);
    case Kind::theme: return set_theme(column, review, review.themes[row.at], is_in_hand);
    case Kind::rewording: return set_rewording(column, review, review.rewordings[row.at]);
    case Kind::help: return set_help(column, review, review.help_asked[row.at]);
    case Kind::parked: return set_parked(column, review.parked[row.at]);
    case Kind::change: return set_change(column, review, row.at, row.second);
    }
}

void set_any(Column& column, const desk::Reviewing& reviewing, const ReviewRow& row, bool is_in_hand) {
    if (row.kind == Kind::section)
        set_section(column, *reviewing.page(), reviewing.team, static_cast<ReviewSection>(row.at));
    else
        set_row(column, *reviewing.page(), row, is_in_hand);
}

// Measured, then drawn where it can be seen.
void draw_row(Frame& frame, std::size_t at, const ReviewRow& row, float width, bool is_new_in_hand) {
    const auto& reviewing = *frame.desk.reviewing;
    const bool is_in_hand = at == reviewing.row;
    const float pad = frame.text * .6f;
    const auto top = ImGui::GetCursorScreenPos();
    Column column{frame, top.x + pad, top.y + pad * .7f, width - 2 * pad, false};
    set_any(column, reviewing, row, is_in_hand);
    const Rect rect{top.x, top.y, width, column.y - top.y + pad * .7f};
    if (is_in_hand && is_new_in_hand) ImGui::SetScrollFromPosY(top.y + rect.height / 2 - ImGui::GetWindowPos().y, .5f);
    if (ImGui::IsRectVisible({rect.x, rect.y}, {rect.right(), rect.bottom()})) {
        if (is_in_hand) frame.paint.fill(rect, frame.paint.colours.selected, frame.text * .3f);
        column.y = top.y + pad * .7f;
        column.is_drawn = true;
        set_any(column, reviewing, row, is_in_hand);
    }
    if (spot(fmt::format("Review row {}", at + 1), rect))
        frame.wishes.add([at, is_in_hand](Desk& d) {
            d.reviewing->row = at;
            if (is_in_hand) desk::open_review_row(d);
        });
    ImGui::SetCursorScreenPos({top.x, rect.bottom() + frame.text * .3f});
}

// Rows are set anew in every frame; of a folder of years only those near the one in hand are, the arrows bring the others.
constexpr std::size_t rows_beside = 60;

void draw_more(Frame& frame, std::size_t count, std::string_view where) {
    const auto at = ImGui::GetCursorScreenPos();
    frame.paint.words(at.x + frame.text * .6f, at.y, fmt::format("{} more {}", count, where), frame.quiet());
    ImGui::SetCursorScreenPos({at.x, at.y + frame.quiet().line()});
}

void draw_label(Frame& frame, std::string_view words) {
    const auto at = ImGui::GetCursorScreenPos();
    frame.paint.words(at.x + frame.text * .6f, at.y + frame.text * .8f, words, frame.strong());
    ImGui::SetCursorScreenPos({at.x, at.y + frame.text * 2.6f});
}

} // namespace

void review_rows(Frame& frame, Rect room) {
    const auto& reviewing = *frame.desk.reviewing;
    const auto& page = *reviewing.page();
    const bool is_overview = reviewing.section == ReviewSection::overview;
    const float x = room.x + frame.text * .6f;
    if (!is_overview) {
        auto set = frame.strong();
        set.em *= 1.25f;
        frame.paint.words(x, room.y, desk::title_of(reviewing.section), set);
        const auto answer = frame.paint.wrap(desk::answer_in_words(page, reviewing.team, reviewing.section),
                                             frame.plain(), room.width - frame.text, 3);
        frame.paint.words(x, room.y + set.line(), answer, frame.plain());
        const float taken = set.line() + answer.height + frame.text * .8f;
        room = {room.x, room.y + taken, room.width, room.height - taken};
    }
    ImGui::SetCursorScreenPos({room.x, room.y});
    ImGui::BeginChild("Review rows", {room.width, room.height});
    Painter paint(ImGui::GetWindowDrawList(), frame.paint.colours, frame.type);
    Frame inside{frame.desk, frame.wishes, paint, frame.fields, frame.type, frame.text, frame.is_still};
    const float width = ImGui::GetContentRegionAvail().x - frame.text;
    const bool is_new_in_hand =
        frame.fields.is_news("review row in hand", fmt::format("{} {} {}", reviewing.team,
                                                               static_cast<int>(reviewing.section), reviewing.row));
    const auto rows = reviewing.rows();
    const auto first = reviewing.row - std::min(reviewing.row, rows_beside);
    const auto last = std::min(rows.size(), reviewing.row + rows_beside);
    if (first > 0) draw_more(inside, first, "above");
    for (auto at = first; at < last; ++at) {
        if (rows[at].kind == Kind::lost_life && (at == first || rows[at - 1].kind != Kind::lost_life))
            draw_label(inside, "Not kept, and not carried on");
        draw_row(inside, at, rows[at], width, is_new_in_hand);
    }
    if (last < rows.size()) draw_more(inside, rows.size() - last, "below");
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
}

} // namespace avow::screen
