#include "report/markdown.hpp"

#include "report/align_sections.hpp"
#include "report/document_parts.hpp"
#include "report/markdown_page.hpp"
#include "report/phrases.hpp"
#include "report/stage_document.hpp"

namespace avow::report {

namespace {

void add_head(MarkdownPage& page, const Session& session, const Part& part) {
    page.mark("# ").words(session.team.empty() ? "A session" : session.team).mark("\n\n");
    page.mark("What we will be accountable for, said on ").words(spoken_with_year(session.date)).mark(".\n\n");
    if (is_whole(part)) {
        page.mark("**").words(headline(session)).mark("**\n\n");
        return;
    }
    page.mark("Only");
    if (part.person) page.mark(" **").words(name_of(session, *part.person)).mark("**");
    if (part.person && part.theme) page.mark(",");
    const auto* theme = part.theme ? find(session, *part.theme) : nullptr;
    if (theme) page.mark(" **").words(title_of(*theme)).mark("**");
    page.mark(" is shown here.\n\n");
}

void add_reason(MarkdownPage& page, Markup whose, const std::string& why) {
    page.mark("- ").mark(whose).mark(" ");
    if (why.empty())
        page.mark("*not said yet*\n");
    else
        page.words(why).mark("\n");
}

void add_goal(MarkdownPage& page, const Goal& goal) {
    page.mark("## The goal\n\n");
    const std::string line = goal_line(goal);
    if (line.empty()) {
        page.mark("*No goal has been written down.*\n\n");
        return;
    }
    page.mark("> ").words(line).mark("\n\n");
    if (!goal.text.empty()) { // else the line says these already
        if (!goal.from.empty()) page.mark("- **From:** ").words(goal.from).mark("\n");
        if (!goal.to.empty()) page.mark("- **To:** ").words(goal.to).mark("\n");
        if (goal.by) page.mark("- **By:** ").words(spoken_with_year(*goal.by)).mark("\n");
    }
    add_reason(page, "**Why, for us:**", goal.why_us);
    add_reason(page, "**Why, for you:**", goal.why_you);
    page.mark("\n");
}

void add_wording(MarkdownPage& page, const Session& session, const Wording& wording) {
    page.mark(wording.agreed ? Markup("  - **Agreed on ") : Markup("  - **Proposed, not agreed, on "));
    page.words(spoken_with_year(wording.date)).mark(":** ").words(wording.text);
    if (!wording.proposed_by.empty()) page.mark(" (proposed by ").words(proposer_of(session, wording)).mark(")");
    if (!wording.why.empty()) page.mark(". Why: ").words(wording.why);
    page.mark("\n");
}

void add_field(MarkdownPage& page, Markup label, const std::string& words) {
    if (!words.empty()) page.mark("  - **").mark(label).mark(":** ").words(words).mark("\n");
}

void add_check_in(MarkdownPage& page, const CheckIn& check_in) {
    page.mark("  - **").words(spoken_with_year(check_in.date)).mark(":** ").words(outcome_in_words(check_in.outcome));
    if (!check_in.reason.empty()) page.mark(": ").words(check_in.reason);
    if (!check_in.evidence.empty()) page.mark(". To show: ").words(check_in.evidence);
    page.mark("\n");
}

void add_item(MarkdownPage& page, const Session& session, const Accountability& item) {
    page.mark("- **").words(name_of(session, item.owner)).mark(":** ").words(item.statement).mark("\n");
    for (const auto& wording : item.wordings) add_wording(page, session, wording);
    if (item.confirmed_at) add_field(page, "Read back", "read aloud and confirmed");
    if (item.due) add_field(page, "By", spoken_with_year(*item.due));
    std::vector<Note> notes;
    add_details(notes, item);
    add_ties(notes, session, item);
    for (const auto& note : notes) page.mark("  - **").words(note.label).mark(":** ").words(note.words).mark("\n");
    const auto* second = item.second_theme ? find(session, *item.second_theme) : nullptr;
    if (second) add_field(page, "Also in", title_of(*second));
    for (const auto& check_in : item.check_ins) add_check_in(page, check_in);
}

void add_items(MarkdownPage& page, const Session& session, const std::vector<const Accountability*>& items) {
    for (const auto* item : items) add_item(page, session, *item);
    page.mark("\n");
}

void add_theme(MarkdownPage& page, const Session& session, const Part& part, const Theme& theme) {
    const auto all = insight::items_of(session, theme.id);
    const auto shown = holding(part, all);
    const bool is_asked_for = !part.theme || part.theme == theme.id;
    if (!is_asked_for || (shown.empty() && !is_whole(part))) return;
    page.mark("## ").words(title_of(theme)).mark("\n\n*");
    if (shown.size() < all.size()) page.words(std::to_string(shown.size())).mark(" of ");
    page.words(counted(insight::count_of(all))).mark("*\n\n");
    if (!shown.empty()) add_items(page, session, shown);
}

void add_single_voices(MarkdownPage& page, const Session& session, const Part& part) {
    const auto voices = holding(part, insight::single_voices(session));
    if (voices.empty()) return;
    if (session.themes.empty())
        page.mark("## What was said\n\n");
    else
        page.mark("## Single voices\n\n*Each stands alone, and is kept as such.*\n\n");
    add_items(page, session, voices);
}

// Where a theme is asked for, what touches it from another theme is part of the answer.
void add_second_themes(MarkdownPage& page, const Session& session, const Part& part) {
    if (!part.theme) return;
    const auto also = holding(part, insight::also_in(session, *part.theme));
    if (also.empty()) return;
    page.mark("## Also about this\n\n");
    add_items(page, session, also);
}

void add_unheard(MarkdownPage& page, const Session& session) {
    const auto people = insight::unheard(session);
    if (people.empty()) return;
    page.mark("## Not heard yet\n\n");
    for (const auto* person : people) {
        page.mark("- ").words(name_of(session, person->id));
        if (person->attendance == Attendance::absent) page.mark(" (absent)");
        if (person->attendance == Attendance::late) page.mark(" (came late)");
        page.mark("\n");
    }
    page.mark("\n");
}

void add_parked(MarkdownPage& page, const Session& session, const Part& part) {
    bool is_first = true;
    for (const auto& parked : session.parked) {
        if (!is_whole(part) && (part.theme || parked.owner != part.person)) continue;
        if (is_first) page.mark("## Parked\n\n");
        is_first = false;
        page.mark("- ").words(parked.text).mark(" (");
        if (parked.owner) page.words(name_of(session, *parked.owner)).mark(", ");
        page.mark("since ").words(spoken_with_year(parked.since)).mark(")\n");
    }
    if (!is_first) page.mark("\n");
}

void add_what_the_room_answered(MarkdownPage& page, const Session& session) {
    if (session.polls.empty()) return;
    page.mark("## What the room answered\n\n*As counts; whose answer was which is told nowhere.*\n\n");
    for (const auto& line : what_the_room_answered(session)) page.mark("- ").words(line).mark("\n");
    page.mark("\n");
}

void add_agreements(MarkdownPage& page, const Session& session) {
    if (session.agreements.empty()) return;
    page.mark("## What we agreed\n\n");
    for (const auto& agreement : session.agreements) page.mark("- ").words(agreement).mark("\n");
    page.mark("\n");
}

} // namespace

std::string markdown(const Session& session, const Part& part) {
    if (part.stage) return markdown(stage_document(session, part));
    MarkdownPage page;
    add_head(page, session, part);
    add_goal(page, session.goal);
    for (const auto* theme : themes_in_order(session)) add_theme(page, session, part, *theme);
    add_second_themes(page, session, part);
    add_single_voices(page, session, part);
    if (is_whole(part)) add_unheard(page, session);
    if (is_whole(part))
        for (const auto& section : align_sections(session)) add_section(page, section);
    add_parked(page, session, part);
    if (is_whole(part)) add_what_the_room_answered(page, session);
    if (is_whole(part)) add_agreements(page, session);
    if (session.next_date) page.mark("We meet again on **").words(spoken_with_year(*session.next_date)).mark("**.\n");
    std::string text = page.text();
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

} // namespace avow::report
