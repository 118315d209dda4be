#include "report/review_charts.hpp"

#include "report/html.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "report/review_words.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace avow::report {

namespace {

using namespace insight;

// Of the drawing's own units, which a page scales to its width.
constexpr int width = 960;
constexpr int row_height = 30;
constexpr int labels_width = 360;
constexpr int right_edge = width - 30;
constexpr std::size_t label_characters = 46;
constexpr std::size_t most_rows = 40; // of the open things: the oldest

std::string text_at(int x, int y, std::string_view words, std::string_view what = "") {
    return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\"" +
           (what.empty() ? "" : " class=\"" + std::string(what) + "\"") + ">" + as_html(words) + "</text>\n";
}

std::string line(int x1, int y1, int x2, int y2, std::string_view what) {
    return "<line class=\"" + std::string(what) + "\" x1=\"" + std::to_string(x1) + "\" y1=\"" + std::to_string(y1) +
           "\" x2=\"" + std::to_string(x2) + "\" y2=\"" + std::to_string(y2) + "\"/>\n";
}

std::string disc(int x, int y, int radius, std::string_view what, std::string_view title) {
    return "<circle class=\"" + std::string(what) + "\" cx=\"" + std::to_string(x) + "\" cy=\"" + std::to_string(y) +
           "\" r=\"" + std::to_string(radius) + "\"><title>" + as_html(title) + "</title></circle>\n";
}

std::string drawing(int height, std::string_view title, const std::string& inside) {
    return "<svg role=\"img\" viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(height) +
           "\" aria-label=\"" + as_html(title) + "\">\n" + inside + "</svg>\n";
}

std::string shortened(std::string_view words) {
    if (count_characters(words) <= label_characters) return std::string(words);
    return first_characters(words, label_characters - 1) + "…";
}

// Where a day lies between the first of the picture and the last.
struct Days {
    Date first;
    Date last;

    int x_of(Date day) const {
        const double all = std::max(1, days_between(first, last));
        const double share = std::clamp(days_between(first, day) / all, 0.0, 1.0);
        return labels_width + static_cast<int>(std::lround(share * (right_edge - labels_width)));
    }
};

std::string theme_row(const Review& review, const Team& team, const ThemeThread& thread, int y) {
    std::string row = text_at(0, y + 5, shortened(thread.title));
    const int step = (right_edge - labels_width) / static_cast<int>(std::max<std::size_t>(1, team.sessions.size()));
    for (std::size_t column = 0; column < team.sessions.size(); ++column) {
        const auto in = std::ranges::find(thread.in, team.sessions[column], &Appearance::session);
        if (in == thread.in.end()) continue;
        const int x = labels_width + step * static_cast<int>(column) + step / 2;
        const auto day = iso(review.past.sessions[in->session].date) + ": ";
        if (in->items > 0) {
            const auto said = std::to_string(in->items) + " said by " + counted(in->people, "person", "people");
            row += disc(x, y, std::min(13, 4 + 2 * in->items), "said", day + said);
            row += text_at(x + 18, y + 5, std::to_string(in->items), "figure");
        } else {
            row += disc(x, y, 6, "carried", day + std::to_string(in->carried) + " carried");
            row += text_at(x + 18, y + 5, "carried", "figure");
        }
    }
    return row;
}

} // namespace

std::string theme_chart(const Review& review, std::size_t at) {
    const auto threads = themes_in(review, at);
    const auto& team = review.teams[at];
    if (threads.empty()) return "";
    std::string inside;
    const int step = (right_edge - labels_width) / static_cast<int>(team.sessions.size());
    if (step >= 60) // else the dates would lie over one another; each disc says its own
        for (std::size_t column = 0; column < team.sessions.size(); ++column)
            inside += text_at(labels_width + step * static_cast<int>(column) + step / 2 - 30, 16,
                              spoken_short(review.past.sessions[team.sessions[column]].date), "figure");
    int y = 44;
    for (const auto* thread : threads) {
        inside += line(labels_width, y, right_edge, y, "rule") + theme_row(review, team, *thread, y);
        y += row_height;
    }
    return drawing(y, "Themes from session to session", inside);
}

namespace {

std::string kept_row(std::string_view label, const KeptRate& rate, int y) {
    const auto x_of = [](double share) {
        return labels_width + static_cast<int>(std::lround(share * (right_edge - 200 - labels_width)));
    };
    const auto interval = wilson(rate);
    std::string row = text_at(0, y + 5, shortened(label)) + line(x_of(0), y, x_of(1), y, "rule");
    if (rate.answered > 0) {
        row += line(x_of(interval.low), y, x_of(interval.high), y, "interval");
        row += disc(x_of(static_cast<double>(rate.kept) / rate.answered), y, 6, "said", in_words(rate));
    }
    return row + text_at(right_edge - 180, y + 5, in_words(rate), "figure");
}

} // namespace

std::string kept_chart(const Review& review, std::size_t at) {
    if (review.kept[at].answered == 0) return "";
    int y = 20;
    std::string inside = kept_row("All of the team", review.kept[at], y);
    for (const auto* thread : themes_in(review, at)) {
        if (thread->kept.answered == 0) continue;
        y += row_height;
        inside += kept_row(thread->title, thread->kept, y);
    }
    return drawing(y + row_height, "Kept, with 95% intervals", inside);
}

std::string open_chart(const Told& told, std::size_t at) {
    const auto& review = told.review;
    auto lives = before_team(review, at);
    lives.resize(std::min(lives.size(), most_rows));
    if (lives.empty()) return "";
    const Days days{review.lives[lives.front()].said_on, review.today};
    std::string inside = text_at(0, 16, "an upright mark: due", "figure") +
                         text_at(labels_width, 16, iso(days.first), "figure") +
                         text_at(right_edge - 70, 16, "today", "figure");
    int y = 44;
    for (const auto life_at : lives) {
        const auto& life = review.lives[life_at];
        const auto label = told.has_words ? owner_of(review, life) + ": " + words_of(life.item)
                                          : (life.theme.empty() ? "A single voice" : life.theme);
        inside += text_at(0, y + 5, shortened(label)) + line(days.x_of(life.said_on), y, right_edge, y, "waits");
        if (life.item.due && *life.item.due <= days.last)
            inside += line(days.x_of(*life.item.due), y - 9, days.x_of(*life.item.due), y + 9, "due");
        for (const auto& check_in : life.item.check_ins) {
            const auto state = std::string(outcome_in_words(check_in.outcome));
            inside += disc(days.x_of(check_in.date), y, 6, "said", iso(check_in.date) + ": " + state);
            inside += text_at(days.x_of(check_in.date) - 18, y - 9, state, "small");
        }
        y += row_height + 6;
    }
    return drawing(y, "Since when the open things wait", inside);
}

} // namespace avow::report
