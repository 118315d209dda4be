// The review's keys: walking it, opening what it tells of, correcting a match, writing it down.
#include "desk/desk.hpp"
#include "desk/reviewing.hpp"
#include "insight/settled.hpp"
#include "report/review_words.hpp"
#include "storage/joins_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

constexpr int unseen_wait_ms = 200; // what is read within this shows no progress
using Kind = ReviewRow::Kind;

std::optional<ReviewRow> row_in_hand(const Reviewing& reviewing) {
    const auto rows = reviewing.rows();
    return reviewing.row < rows.size() ? std::optional(rows[reviewing.row]) : std::nullopt;
}

// Where a row's words stand: a session, and a card in it where there is one.
struct Spot {
    std::size_t session = 0;
    AccountabilityId card;
};

Spot spot_of_life(const insight::Review& review, std::size_t at) {
    return {review.lives[at].sessions.back(), review.lives[at].item.id};
}

std::optional<Spot> spot_of(const insight::Review& review, const ReviewRow& row) {
    switch (row.kind) {
    case Kind::life:
    case Kind::lost_life: return spot_of_life(review, row.at);
    case Kind::rewording: return spot_of_life(review, review.rewordings[row.at].life);
    case Kind::help: return spot_of_life(review, review.help_asked[row.at].life);
    case Kind::person: return Spot{review.people[review.unseen[row.at].person].in.back().session, {}};
    case Kind::theme:
    case Kind::rate_of_theme: return Spot{review.themes[row.at].in.back().session, {}};
    case Kind::parked: return Spot{review.teams[review.parked[row.at].team].sessions.back(), {}};
    case Kind::rate_of_team: return Spot{review.teams[row.at].sessions.back(), {}};
    case Kind::change: return Spot{row.second, {}};
    case Kind::section: return std::nullopt;
    }
    return std::nullopt;
}

void open_spot(Desk& desk, const FolderReview& page, const Spot& spot) {
    const auto file = page.files.find(page.review.past.sessions[spot.session].id);
    if (file == page.files.end()) return;
    const auto path = file->second; // its own: the page goes with the session that opens
    const auto card = spot.card;
    if (!desk.open(path)) return;
    desk.reviewing.reset();
    if (card.empty() || !find(desk.session(), card)) return;
    desk.place.focus = card;
    desk.showing = Showing::board;
}

// Themes are joined anew; the one in hand stays in hand, where it is still one that comes again.
void heed_joins(Desk& desk) {
    auto& reviewing = *desk.reviewing;
    const auto title_in_hand = [&]() -> std::string {
        const auto row = row_in_hand(reviewing);
        return row && row->kind == Kind::theme ? reviewing.page()->review.themes[row->at].title : std::string{};
    };
    const auto title = title_in_hand();
    reviewing.heed(storage::read_joins(desk.world().storage.disk, desk.world().sessions_folder));
    const auto rows = reviewing.rows();
    const auto same = std::ranges::find_if(rows, [&](const ReviewRow& row) {
        return row.kind == Kind::theme && reviewing.page()->review.themes[row.at].title == title;
    });
    if (same != rows.end()) reviewing.row = static_cast<std::size_t>(same - rows.begin());
}

} // namespace

void begin_review(Desk& desk) {
    const auto& world = desk.world();
    desk.reviewing =
        std::make_unique<Reviewing>(FolderToReview{world.storage.disk, world.storage.places, world.sessions_folder,
                                                   desk.today(), world.knowledge, world.storage.wake});
    desk.showing = Showing::review;
    desk.reviewing->wait_ms(unseen_wait_ms);
    desk.reviewing->attend();
    if (const auto* page = desk.reviewing->page(); page && !page->remarks.empty())
        desk.say(Tone::trouble, page->remarks.front());
}

void leave_review(Desk& desk) {
    desk.reviewing.reset();
    desk.hush();
    desk.showing = Showing::library;
}

void show_review_section(Desk& desk, std::size_t section) {
    if (!desk.reviewing || section >= review_sections) return;
    desk.reviewing->section = static_cast<ReviewSection>(section);
    desk.reviewing->row = 0;
}

void step_review_section(Desk& desk, int step) {
    if (!desk.reviewing) return;
    const int last = static_cast<int>(review_sections) - 1;
    const int next = std::clamp(static_cast<int>(desk.reviewing->section) + step, 0, last);
    show_review_section(desk, static_cast<std::size_t>(next));
}

void step_review_team(Desk& desk, int step) {
    if (!desk.reviewing || !desk.reviewing->page()) return;
    const auto count = static_cast<int>(desk.reviewing->page()->review.teams.size());
    if (count < 2) return desk.say(Tone::refused, "All sessions here are of one team");
    desk.reviewing->team = static_cast<std::size_t>((static_cast<int>(desk.reviewing->team) + step + count) % count);
    desk.reviewing->row = 0;
}

void step_review_row(Desk& desk, int step) {
    if (!desk.reviewing) return;
    const auto last = std::max(0, static_cast<int>(desk.reviewing->rows().size()) - 1);
    desk.reviewing->row = static_cast<std::size_t>(std::clamp(static_cast<int>(desk.reviewing->row) + step, 0, last));
}

void open_review_row(Desk& desk) {
    const auto row = desk.reviewing ? row_in_hand(*desk.reviewing) : std::nullopt;
    if (!row) return;
    if (row->kind == Kind::section) return show_review_section(desk, row->at);
    const auto& page = *desk.reviewing->page();
    if (const auto spot = spot_of(page.review, *row)) open_spot(desk, page, *spot);
}

void say_of_theme(Desk& desk, bool is_same) {
    const auto row = desk.reviewing ? row_in_hand(*desk.reviewing) : std::nullopt;
    if (!row || row->kind != Kind::theme)
        return desk.say(Tone::refused, "Take a theme that comes again in hand first: section 5");
    const auto& page = *desk.reviewing->page();
    const auto& thread = page.review.themes[row->at];
    const auto& team = page.review.teams[thread.team].name;
    const auto said = is_same ? insight::confirming(thread, team) : insight::taking_apart(thread, team);
    if (said.empty())
        return desk.say(Tone::refused, "Nothing of this theme is a guess by its words: there is nothing to say of it");
    try {
        auto& disk = desk.world().storage.disk;
        const auto& folder = desk.world().sessions_folder;
        const auto taken_back = insight::said_of_same(storage::read_joins(disk, folder), said);
        storage::change_joins(disk, folder, taken_back, said);
        desk.say(Tone::done, insight::in_words(said.back()) + ". Ctrl+Z takes it back");
        desk.reviewing->said.push_back({taken_back, said});
        heed_joins(desk);
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
}

void take_back_said(Desk& desk) {
    if (!desk.reviewing || desk.reviewing->said.empty())
        return desk.say(Tone::refused, "Nothing has been said of a theme on this page");
    try {
        const auto last = desk.reviewing->said.back();
        storage::change_joins(desk.world().storage.disk, desk.world().sessions_folder, last.added, last.taken_back);
        desk.reviewing->said.pop_back();
        desk.say(Tone::done, "Took back: " + insight::in_words(last.added.back()));
        heed_joins(desk);
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
}

// Of the team that is shown, in its words: they stay with it. Of all of them at once “avow review” tells figures.
void export_review(Desk& desk) {
    if (!desk.reviewing || !desk.reviewing->page() || desk.reviewing->page()->review.teams.empty()) return;
    const auto& page = *desk.reviewing->page();
    const auto& world = desk.world();
    const auto& team = page.review.teams[desk.reviewing->team];
    const auto review =
        insight::review_of(insight::only(page.review.past, team), desk.today(), world.knowledge, page.joins);
    const report::Told told{review, true, page.unread};
    const auto stem = "Review of " + name_for_file(report::team_name(team), desk.today());
    const auto write = [&disk = world.storage.disk, folder = world.sessions_folder, stem,
                        html = report::review_html(told), markdown = report::review_markdown(told)] {
        storage::replace_file(disk, folder / (stem + ".html"), html);
        storage::replace_file(disk, folder / (stem + ".md"), markdown);
        return fmt::format("In “{}”: {}.md and .html", folder.filename().string(), stem);
    };
    desk.errands.run(write, Tone::trouble);
}

} // namespace avow::desk
