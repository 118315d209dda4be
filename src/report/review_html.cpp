// The page a manager opens in a browser: figures and charts first, the words below. It loads nothing, runs nothing, and its
// head forbids both, so that a page of a stranger's words is as harmless as paper.
#include "report/html.hpp"
#include "report/phrases.hpp"
#include "report/review.hpp"
#include "report/review_charts.hpp"
#include "report/review_words.hpp"

namespace avow::report {

namespace {

using namespace insight;

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>What came of what was said</title>
<style>
:root { color-scheme: light dark; --ink: light-dark(#1c1b1a, #f1efec); --soft: light-dark(#5e5a55, #b5b0a9);
  --rule: light-dark(#d9d5cf, #4a4743); --mark: light-dark(#1f5f8b, #86c5ee); --page: light-dark(#fcfbf9, #1d1c1b); }
body { font: 17px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 60rem; margin: 2rem auto;
  padding: 0 1.2rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.4rem; margin-top: 2.4rem; } h3 { font-size: 1.1rem; margin-bottom: .3rem; }
ul { padding-left: 1.2rem; } li { margin: .2rem 0; } del { color: var(--soft); } ins { font-weight: 600; text-decoration: none; }
.state, .figure { color: var(--soft); } svg { width: 100%; height: auto; margin: .4rem 0; }
svg text { font: 15px system-ui, sans-serif; fill: var(--ink); } svg .figure { fill: var(--soft); }
svg .small { font-size: 12px; fill: var(--soft); }
svg .rule { stroke: var(--rule); } svg .interval { stroke: var(--mark); stroke-width: 4; opacity: .5; }
svg .said { fill: var(--mark); } svg .carried { fill: var(--page); stroke: var(--mark); stroke-width: 2; }
svg .waits { stroke: var(--soft); stroke-width: 2; } svg .due { stroke: var(--ink); stroke-width: 3; }
@media print { body { max-width: none; margin: 0; } h2 { break-before: page; } h2:first-of-type { break-before: auto; } }
</style>
</head>
<body>
<main>
)";

// A piece of the page: words are escaped by being given as words.
std::string tagged(std::string_view tag, std::string_view words) {
    return "<" + std::string(tag) + ">" + as_html(words) + "</" + std::string(tag) + ">";
}

std::string section(std::string_view title, const std::string& inside) {
    return inside.empty() ? "" : tagged("h3", title) + "\n" + inside;
}

std::string listed(const std::vector<std::string>& rows) {
    if (rows.empty()) return "";
    std::string html = "<ul>\n";
    for (const auto& row : rows) html += "<li>" + row + "</li>\n";
    return html + "</ul>\n";
}

std::string state(std::string_view words) { return " <span class=\"state\">" + as_html(words) + "</span>"; }

std::string life_row(const Review& review, const Life& life) {
    auto row = tagged("b", owner_of(review, life) + ":") + " " + as_html(life.item.statement);
    if (words_of(life.item) != life.item.statement)
        row += " " + tagged("b", "Agreed:") + " " + as_html(words_of(life.item));
    return row + state(life_in_words(life));
}

std::string lives_in(const Told& told, const std::vector<std::size_t>& lives) {
    std::vector<std::string> rows;
    if (told.has_words)
        for (const auto life : lives) rows.push_back(life_row(told.review, told.review.lives[life]));
    return listed(rows);
}

std::string owed_in(const Told& told, std::size_t team) {
    std::vector<std::string> rows;
    if (!told.has_words) return "";
    for (const auto life : leaders_promises_in(told.review, team))
        rows.push_back(life_row(told.review, told.review.lives[life]));
    for (const auto* asked : help_in(told.review, team))
        rows.push_back(tagged("b", asked->of) + " was asked for help by " +
                       as_html(owner_of(told.review, told.review.lives[asked->life])) +
                       (asked->what.empty() ? "" : ": " + as_html(asked->what)) +
                       state(promised_in_words(told.review, *asked)));
    return listed(rows);
}

std::string recurring_in(const Review& review, std::size_t team) {
    std::vector<std::string> rows;
    for (const auto* thread : themes_in(review, team)) {
        if (!recurs(*thread)) continue;
        const auto sureness = sureness_in_words(*thread);
        rows.push_back(tagged("b", thread->title) +
                       state(running_in_words(*thread) + "; kept " + in_words(thread->kept) +
                             (sureness.empty() ? "" : "; " + sureness)));
    }
    return listed(rows);
}

std::string runs_in_html(const std::vector<Run>& runs) {
    std::string html;
    for (const auto& run : runs) {
        if (!html.empty()) html += ' ';
        html += run.kind == Run::Kind::same ? as_html(run.words)
                                            : tagged(run.kind == Run::Kind::gone ? "del" : "ins", run.words);
    }
    return html;
}

std::string rewordings_of_team(const Told& told, std::size_t team) {
    const auto all = rewordings_in(told.review, team);
    if (all.empty()) return "";
    if (!told.has_words) return tagged("p", rewordings_in_words(told.review, team) + ".") + "\n";
    std::vector<std::string> rows;
    for (const auto* one : all)
        rows.push_back(
            tagged("b", owner_of(told.review, told.review.lives[one->life]) + ":") + " " + runs_in_html(one->runs) +
            state(iso(one->latter.date) + (one->lost.empty() ? "" : "; fell out: " + lost_in_words(one->lost))));
    return listed(rows);
}

std::string changes_in(const Review& review, const Team& team) {
    std::vector<std::string> rows;
    for (std::size_t at = 1; at < team.sessions.size(); ++at) {
        const auto first = team.sessions[at - 1];
        const auto second = team.sessions[at];
        rows.push_back(
            tagged("b", iso(review.past.sessions[first].date) + " to " + iso(review.past.sessions[second].date) + ":") +
            " " + as_html(change_in_words(review, compared(review, first, second))));
    }
    return listed(rows);
}

std::string parked_of_team(const Told& told, std::size_t team) {
    std::vector<std::string> rows;
    if (told.has_words)
        for (const auto* one : parked_in(told.review, team))
            rows.push_back(as_html(one->item.text) + state((one->owner.empty() ? "nobody's" : one->owner) + ", for " +
                                                           counted(one->age_days, "day")));
    return listed(rows);
}

std::string unseen_of_team(const Review& review, std::size_t team) {
    std::vector<std::string> rows;
    for (const auto* one : unseen_in(review, team))
        rows.push_back(as_html(person_in(review, one->person)) + state("last on " + spoken_with_year(one->last_seen)));
    return listed(rows);
}

std::string alignment_of_team(const Told& told, std::size_t team) {
    const auto& all = told.review.alignment[team];
    std::vector<std::string> rows;
    for (const auto& line : alignment_in_words(all)) rows.push_back(as_html(line));
    if (told.has_words)
        for (const auto& thread : all.threads)
            rows.push_back(as_html(thread.text) + state(thread_in_words(all, thread)));
    return listed(rows);
}

std::string objections_of_team(const Told& told, std::size_t team) {
    const auto all = objections_in(told.review, team);
    std::vector<std::string> rows;
    if (!told.has_words && !all.empty()) rows.push_back(counted(all.size(), "objection"));
    if (told.has_words)
        for (const auto* one : all) rows.push_back(as_html(one->last.text) + state(raised_in_words(told.review, *one)));
    return listed(rows);
}

std::string luck_of_team(const Review& review, std::size_t team) {
    return review.luck[team] ? tagged("p", in_words(*review.luck[team])) + "\n" : std::string{};
}

std::string figures_of(const Told& told, std::size_t team) {
    const auto& review = told.review;
    const auto open = before_team(review, team);
    std::string text = span_in_words(review, review.teams[team]) + ". Kept: " + in_words(review.kept[team]) +
                       ". Open: " + std::to_string(open.size());
    if (!open.empty()) text += ", the oldest " + counted(review.lives[open.front()].age_days, "day");
    return text + ". Of who leads it, not kept: " + std::to_string(leaders_promises_in(review, team).size()) + ".";
}

std::string team_in_html(const Told& told, std::size_t at) {
    const auto& review = told.review;
    const auto& team = review.teams[at];
    std::string html = tagged("h2", team_name(team)) + "\n" + tagged("p", figures_of(told, at)) + "\n";
    html += section("Kept", kept_chart(review, at));
    html += section("Open, and since when", open_chart(told, at) + lives_in(told, before_team(review, at)));
    html += section("Not kept, and not carried on", lives_in(told, out_of_sight(review, at)));
    html += section("Owed to the team", owed_in(told, at));
    html += section("What is expected, and known", alignment_of_team(told, at));
    html += section("Objections that come again", objections_of_team(told, at));
    html += section("Plan or luck", luck_of_team(review, at));
    html += section("Themes", theme_chart(review, at) + recurring_in(review, at));
    html += section("How words moved", rewordings_of_team(told, at));
    html += section("From session to session", changes_in(review, team));
    html += section("Parked", parked_of_team(told, at));
    return html + section("Not seen since", unseen_of_team(review, at));
}

std::string files_in(const Told& told) {
    std::vector<std::string> rows;
    for (const auto& one : told.unread)
        rows.push_back(tagged("b", one.file) + " could not be read: " + as_html(one.why));
    for (const auto& sentence : told.review.past.left_out) rows.push_back(as_html(sentence));
    return rows.empty() ? "" : tagged("h2", "Files") + "\n" + listed(rows);
}

} // namespace

std::string review_html(const Told& told) {
    const auto& review = told.review;
    std::string html(head);
    html += tagged("h1", "What came of what was said") + "\n";
    html +=
        tagged("p", counted(review.past.sessions.size(), "session") + " of " + counted(review.teams.size(), "team") +
                        ", looked at on " + spoken_with_year(review.today) + "." +
                        (told.has_words || review.teams.empty() ? "" : " What people said stays with their team."));
    html += "\n";
    for (std::size_t team = 0; team < review.teams.size(); ++team) html += team_in_html(told, team);
    return html + files_in(told) + "</main>\n</body>\n</html>\n";
}

} // namespace avow::report
