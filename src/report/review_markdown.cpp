#include "report/markdown_page.hpp"
#include "report/phrases.hpp"
#include "report/review.hpp"
#include "report/review_words.hpp"

namespace avow::report {

namespace {

using namespace insight;

void add_life(MarkdownPage& page, const Review& review, std::size_t at) {
    const auto& life = review.lives[at];
    page.mark("- **").words(owner_of(review, life)).mark(":** ").words(life.item.statement);
    if (words_of(life.item) != life.item.statement) page.mark(" **Agreed:** ").words(words_of(life.item));
    page.mark(" *(").words(life_in_words(life)).mark(")*\n");
    if (!life.item.check_ins.empty() && !life.item.check_ins.back().reason.empty())
        page.mark("  - **Why:** ").words(life.item.check_ins.back().reason).mark("\n");
}

void add_lives(MarkdownPage& page, const Told& told, Markup title, const std::vector<std::size_t>& lives) {
    if (lives.empty()) return;
    page.mark("### ").mark(title).mark("\n\n");
    if (told.has_words) {
        for (const auto life : lives) add_life(page, told.review, life);
    } else {
        page.words(counted(lives.size(), "accountability", "accountabilities")).mark("; the oldest is ");
        page.words(counted(told.review.lives[lives.front()].age_days, "day"));
        page.mark(" old.\n");
    }
    page.mark("\n");
}

void add_owed(MarkdownPage& page, const Told& told, std::size_t team) {
    const auto promises = leaders_promises_in(told.review, team);
    const auto help = help_in(told.review, team);
    if (promises.empty() && help.empty()) return;
    page.mark("### Owed to the team\n\n");
    if (!told.has_words) {
        if (!promises.empty()) page.words(counted(promises.size(), "promise")).mark(" of who leads it");
        if (!promises.empty() && !help.empty()) page.mark(", ");
        if (!help.empty())
            page.words(counted(help.size(), "person was", "times somebody was")).mark(" asked for help by name");
        page.mark(".\n\n");
        return;
    }
    for (const auto life : promises) add_life(page, told.review, life);
    for (const auto* asked : help) {
        page.mark("- **").words(asked->of).mark("** was asked for help by ");
        page.words(owner_of(told.review, told.review.lives[asked->life]));
        if (!asked->what.empty()) page.mark(": ").words(asked->what);
        page.mark(" *(").words(promised_in_words(told.review, *asked)).mark(")*\n");
    }
    page.mark("\n");
}

void add_theme(MarkdownPage& page, const ThemeThread& thread) {
    page.mark("- **").words(thread.title).mark(":** ").words(running_in_words(thread)).mark("; kept ");
    page.words(in_words(thread.kept));
    if (!thread.former_titles.empty()) {
        page.mark("; before: ");
        for (std::size_t at = 0; at < thread.former_titles.size(); ++at) {
            if (at > 0) page.mark(", ");
            page.words(thread.former_titles[at]);
        }
    }
    if (const auto sureness = sureness_in_words(thread); !sureness.empty()) page.mark("; ").words(sureness);
    page.mark("\n");
}

void add_themes(MarkdownPage& page, const Told& told, std::size_t team) {
    bool is_first = true;
    for (const auto* thread : themes_in(told.review, team)) {
        if (!recurs(*thread)) continue;
        if (is_first) page.mark("### Themes that come again\n\n");
        is_first = false;
        add_theme(page, *thread);
    }
    if (!is_first) page.mark("\n");
}

void add_runs(MarkdownPage& page, const std::vector<Run>& runs) {
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (at > 0) page.mark(" ");
        switch (runs[at].kind) {
        case Run::Kind::same: page.words(runs[at].words); break;
        case Run::Kind::gone: page.mark("~~").words(runs[at].words).mark("~~"); break;
        case Run::Kind::come: page.mark("**").words(runs[at].words).mark("**"); break;
        }
    }
}

void add_rewordings(MarkdownPage& page, const Told& told, std::size_t team) {
    const auto all = rewordings_in(told.review, team);
    if (all.empty()) return;
    page.mark("### How words moved\n\n");
    if (!told.has_words) {
        page.words(rewordings_in_words(told.review, team)).mark(".\n\n");
        return;
    }
    for (const auto* one : all) {
        page.mark("- **").words(owner_of(told.review, told.review.lives[one->life])).mark(",** ");
        page.words(spoken_with_year(one->latter.date)).mark(": ");
        add_runs(page, one->runs);
        if (!one->lost.empty()) page.mark(" *(fell out: ").words(lost_in_words(one->lost)).mark(")*");
        page.mark("\n");
    }
    page.mark("\n");
}

void add_changes(MarkdownPage& page, const Review& review, const Team& team) {
    if (team.sessions.size() < 2) return;
    page.mark("### From session to session\n\n");
    for (std::size_t at = 1; at < team.sessions.size(); ++at) {
        const auto first = team.sessions[at - 1];
        const auto second = team.sessions[at];
        page.mark("- **").words(iso(review.past.sessions[first].date)).mark(" to ");
        page.words(iso(review.past.sessions[second].date)).mark(":** ");
        page.words(change_in_words(review, compared(review, first, second))).mark("\n");
    }
    page.mark("\n");
}

void add_parked(MarkdownPage& page, const Told& told, std::size_t team) {
    const auto all = parked_in(told.review, team);
    if (all.empty()) return;
    page.mark("### Parked\n\n");
    if (!told.has_words) {
        page.words(counted(all.size(), "item")).mark("; the oldest for ");
        page.words(counted(all.front()->age_days, "day")).mark(".\n\n");
        return;
    }
    for (const auto* one : all) {
        page.mark("- ").words(one->item.text).mark(" *(");
        page.words(one->owner.empty() ? "nobody's" : one->owner).mark(", for ");
        page.words(counted(one->age_days, "day"));
        if (!one->is_before_team) page.mark(", not in the newest session");
        page.mark(")*\n");
    }
    page.mark("\n");
}

void add_alignment(MarkdownPage& page, const Told& told, std::size_t team) {
    const auto& all = told.review.alignment[team];
    if (all.sessions.empty()) return;
    page.mark("### What is expected, and known\n\n");
    for (const auto& line : alignment_in_words(all)) page.mark("- ").words(line).mark("\n");
    if (told.has_words)
        for (const auto& thread : all.threads)
            page.mark("- **").words(thread.text).mark(":** ").words(thread_in_words(all, thread)).mark("\n");
    page.mark("\n");
}

void add_objections(MarkdownPage& page, const Told& told, std::size_t team) {
    const auto all = objections_in(told.review, team);
    if (all.empty()) return;
    page.mark("### Objections that come again\n\n");
    if (!told.has_words) {
        page.words(counted(all.size(), "objection")).mark("\n\n");
        return;
    }
    for (const auto* one : all)
        page.mark("- ").words(one->last.text).mark(" *(").words(raised_in_words(told.review, *one)).mark(")*\n");
    page.mark("\n");
}

void add_luck(MarkdownPage& page, const Review& review, std::size_t team) {
    if (!review.luck[team]) return;
    page.mark("### Plan or luck\n\n- ").words(in_words(*review.luck[team])).mark("\n\n");
}

void add_unseen(MarkdownPage& page, const Review& review, std::size_t team) {
    const auto all = unseen_in(review, team);
    if (all.empty()) return;
    page.mark("### Not seen since\n\n");
    for (const auto* one : all) {
        page.mark("- ").words(person_in(review, one->person)).mark(", ");
        page.words(spoken_with_year(one->last_seen)).mark("\n");
    }
    page.mark("\n");
}

void add_team(MarkdownPage& page, const Told& told, std::size_t at) {
    const auto& review = told.review;
    const auto& team = review.teams[at];
    page.mark("## ").words(team_name(team)).mark("\n\n");
    page.words(span_in_words(review, team)).mark(". **Kept: ").words(in_words(review.kept[at])).mark(".**\n\n");
    add_lives(page, told, "Open", before_team(review, at));
    add_lives(page, told, "Not kept, and not carried on", out_of_sight(review, at));
    add_owed(page, told, at);
    add_alignment(page, told, at);
    add_objections(page, told, at);
    add_luck(page, review, at);
    add_themes(page, told, at);
    add_rewordings(page, told, at);
    add_changes(page, review, team);
    add_parked(page, told, at);
    add_unseen(page, review, at);
}

void add_files(MarkdownPage& page, const Told& told) {
    if (told.unread.empty() && told.review.past.left_out.empty()) return;
    page.mark("## Files\n\n");
    for (const auto& one : told.unread)
        page.mark("- **").words(one.file).mark("** could not be read: ").words(one.why).mark("\n");
    for (const auto& sentence : told.review.past.left_out) page.mark("- ").words(sentence).mark("\n");
    page.mark("\n");
}

} // namespace

std::string review_markdown(const Told& told) {
    MarkdownPage page;
    page.mark("# What came of what was said\n\n");
    page.words(counted(told.review.past.sessions.size(), "session")).mark(" of ");
    page.words(counted(told.review.teams.size(), "team")).mark(", looked at on ");
    page.words(spoken_with_year(told.review.today)).mark(".");
    if (!told.has_words && !told.review.teams.empty())
        page.mark(" What people said stays with their team; name one, or ask for it.");
    page.mark("\n\n");
    for (std::size_t team = 0; team < told.review.teams.size(); ++team) add_team(page, told, team);
    add_files(page, told);
    std::string text = page.text();
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

} // namespace avow::report
