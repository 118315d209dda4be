// What each section of a review holds, and the line that answers its question.
#include "desk/reviewing.hpp"
#include "report/phrases.hpp"
#include "report/review_words.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

using namespace insight;
using Rows = std::vector<ReviewRow>;
using Kind = ReviewRow::Kind;

void add(Rows& rows, Kind kind, const std::vector<std::size_t>& places) {
    for (const auto at : places) rows.push_back({kind, at, 0});
}

// Those of a list of the review that `found` points at.
template <class Thing>
void add(Rows& rows, Kind kind, const std::vector<Thing>& all, const std::vector<const Thing*>& found) {
    for (const auto* one : found) rows.push_back({kind, static_cast<std::size_t>(one - all.data()), 0});
}

Rows theme_rows(const Review& review, std::size_t team) {
    auto found = report::themes_in(review, team);
    std::erase_if(found, [](const auto* thread) { return !recurs(*thread); });
    Rows rows;
    add(rows, Kind::theme, review.themes, found);
    return rows;
}

Rows rate_rows(const Review& review, std::size_t team) {
    auto found = report::themes_in(review, team);
    std::erase_if(found, [](const auto* thread) { return thread->kept.answered == 0; });
    Rows rows{{Kind::rate_of_team, team, 0}};
    add(rows, Kind::rate_of_theme, review.themes, found);
    return rows;
}

Rows owed_rows(const Review& review, std::size_t team) {
    Rows rows;
    add(rows, Kind::life, report::leaders_promises_in(review, team));
    add(rows, Kind::help, review.help_asked, report::help_in(review, team));
    add(rows, Kind::parked, review.parked, report::parked_in(review, team));
    return rows;
}

Rows session_rows(const Team& team) { // the newest first: that is the one that is asked about
    Rows rows;
    for (std::size_t at = team.sessions.size(); at-- > 1;)
        rows.push_back({Kind::change, team.sessions[at - 1], team.sessions[at]});
    return rows;
}

std::string open_in_words(const Review& review, std::size_t team) {
    const auto open = before_team(review, team), lost = out_of_sight(review, team);
    std::string words = "Nothing is open";
    if (!open.empty()) {
        const auto& oldest = review.lives[open.front()];
        words = fmt::format("{} open; the oldest since {}, {}", open.size(), spoken_with_year(oldest.said_on),
                            counted(oldest.age_days, "day"));
    }
    if (!lost.empty()) words += fmt::format("; {} not kept and not carried on", lost.size());
    return words;
}

std::string themes_in_words(const Review& review, std::size_t team) {
    const auto rows = theme_rows(review, team);
    if (rows.empty()) return "No theme has come again yet";
    const auto likely = std::ranges::count_if(
        rows, [&](const auto& row) { return sureness_of(review.themes[row.at]) == Sureness::likely; });
    return counted(rows.size(), "theme comes again", "themes come again") +
           (likely > 0 ? fmt::format("; {} likely, matched by words and not confirmed", likely) : "");
}

std::string wording_in_words(const Review& review, std::size_t team) {
    if (report::rewordings_in(review, team).empty()) return "Nothing was agreed in other words";
    return report::rewordings_in_words(review, team);
}

std::string owed_in_words(const Review& review, std::size_t team) {
    const auto promises = report::leaders_promises_in(review, team).size();
    const auto help = report::help_in(review, team).size(), parked = report::parked_in(review, team).size();
    if (promises + help + parked == 0) return "Nothing is owed to the team";
    return counted(promises, "promise") + " of who leads it, not kept; " +
           counted(help, "person was", "times somebody was") + " asked for help by name; " + counted(parked, "item") +
           " parked";
}

std::string sessions_in_words(const Review& review, const Team& team) {
    if (team.sessions.size() < 2) return "There is one session, and nothing to set beside it";
    const auto first = team.sessions[team.sessions.size() - 2], second = team.sessions.back();
    return fmt::format("Newest: {} to {}. {}", iso(review.past.sessions[first].date),
                       iso(review.past.sessions[second].date),
                       report::change_in_words(review, compared(review, first, second)));
}

} // namespace

std::string_view title_of(ReviewSection section) {
    switch (section) {
    case ReviewSection::overview: return "Overview";
    case ReviewSection::open: return "Open";
    case ReviewSection::unseen: return "Not seen since";
    case ReviewSection::kept: return "Kept";
    case ReviewSection::themes: return "Themes that come again";
    case ReviewSection::wording: return "How words moved";
    case ReviewSection::owed: return "Owed";
    case ReviewSection::sessions: return "Session to session";
    }
    return "";
}

std::vector<ReviewRow> rows_of(const FolderReview& page, std::size_t team, ReviewSection section) {
    const auto& review = page.review;
    Rows rows;
    switch (section) {
    case ReviewSection::overview:
        for (std::size_t at = 1; at < review_sections; ++at) rows.push_back({Kind::section, at, 0});
        break;
    case ReviewSection::open:
        add(rows, Kind::life, before_team(review, team));
        add(rows, Kind::lost_life, out_of_sight(review, team));
        break;
    case ReviewSection::unseen: add(rows, Kind::person, review.unseen, report::unseen_in(review, team)); break;
    case ReviewSection::kept: return rate_rows(review, team);
    case ReviewSection::themes: return theme_rows(review, team);
    case ReviewSection::wording:
        add(rows, Kind::rewording, review.rewordings, report::rewordings_in(review, team));
        std::ranges::stable_sort(rows, std::greater{},
                                 [&](const ReviewRow& row) { return review.rewordings[row.at].latter.date; });
        break;
    case ReviewSection::owed: return owed_rows(review, team);
    case ReviewSection::sessions: return session_rows(review.teams[team]);
    }
    return rows;
}

std::string answer_in_words(const FolderReview& page, std::size_t team, ReviewSection section) {
    const auto& review = page.review;
    switch (section) {
    case ReviewSection::overview: return report::span_in_words(review, review.teams[team]);
    case ReviewSection::open: return open_in_words(review, team);
    case ReviewSection::unseen: {
        const auto count = report::unseen_in(review, team).size();
        return count == 0 ? "Everybody was in the newest session"
                          : counted(count, "person was", "people were") + " not in the newest session";
    }
    case ReviewSection::kept: return in_words(review.kept[team]);
    case ReviewSection::themes: return themes_in_words(review, team);
    case ReviewSection::wording: return wording_in_words(review, team);
    case ReviewSection::owed: return owed_in_words(review, team);
    case ReviewSection::sessions: return sessions_in_words(review, review.teams[team]);
    }
    return "";
}

} // namespace avow::desk
