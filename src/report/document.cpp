#include "report/document.hpp"

#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <algorithm>

namespace avow::report {

namespace {

std::string name_on_a_line(const Session& session, const ParticipantId& id) {
    return on_one_line(name_of(session, id));
}

void add_note(std::vector<Note>& notes, std::string_view label, const std::string& words, std::string aside = "") {
    if (!words.empty()) notes.push_back({std::string(label), on_one_line(words), std::move(aside)});
}

std::string aside_of(const Session& session, const Wording& wording) {
    std::string aside = (wording.agreed ? "" : "not agreed; ") + spoken_with_year(wording.date);
    if (!wording.proposed_by.empty()) aside += ", proposed by " + on_one_line(proposer_of(session, wording));
    if (!wording.why.empty()) aside += ". Why: " + on_one_line(wording.why);
    return aside;
}

void add_check_in(std::vector<Note>& notes, const CheckIn& check_in) {
    std::string came_of_it(outcome_in_words(check_in.outcome));
    if (!check_in.reason.empty()) came_of_it += ": " + check_in.reason;
    std::string aside = spoken_with_year(check_in.date);
    if (!check_in.evidence.empty()) aside += ". To show: " + on_one_line(check_in.evidence);
    add_note(notes, "Came of it", came_of_it, aside);
}

std::vector<Note> notes_of(const Session& session, const Part& part, const Accountability& item) {
    std::vector<Note> notes;
    for (const auto& wording : item.wordings)
        add_note(notes, wording.agreed ? "Agreed" : "Proposed", wording.text, aside_of(session, wording));
    if (item.due) add_note(notes, "By", spoken_with_year(*item.due));
    add_note(notes, "To show", item.evidence);
    add_note(notes, "Measure", item.measure);
    add_note(notes, "If-then", item.if_then);
    add_note(notes, "First step", item.first_step);
    add_note(notes, "Strength", item.strength);
    add_note(notes, "Help", item.help);
    const auto* theme = item.theme && part.person ? find(session, *item.theme) : nullptr;
    if (theme) add_note(notes, "Theme", title_of(*theme));
    const auto* second = item.second_theme ? find(session, *item.second_theme) : nullptr;
    if (second) add_note(notes, "Also in", title_of(*second));
    if (item.confirmed_at) add_note(notes, "Read back", "read aloud and confirmed");
    for (const auto& check_in : item.check_ins) add_check_in(notes, check_in);
    return notes;
}

Entry entry_of(const Session& session, const Part& part, const Accountability& item) {
    return {part.person ? "" : name_on_a_line(session, item.owner), on_one_line(item.statement),
            notes_of(session, part, item)};
}

void add_section(Document& document, Section section) {
    if (!section.entries.empty() || !section.lines.empty()) document.sections.push_back(std::move(section));
}

std::vector<Entry> entries_of(const Session& session, const Part& part,
                              const std::vector<const Accountability*>& items) {
    std::vector<Entry> entries;
    for (const auto* item : items) entries.push_back(entry_of(session, part, *item));
    return entries;
}

void add_theme(Document& document, const Session& session, const Part& part, const Theme& theme) {
    const auto all = insight::items_of(session, theme.id);
    if (part.theme && part.theme != theme.id) return;
    Section section{mark_letter(theme.mark), on_one_line(theme.title), counted(insight::count_of(all)), {}, {}};
    section.entries = entries_of(session, part, holding(part, all));
    if (section.entries.empty()) section.lines = {"Nothing lies here."};
    document.sections.push_back(std::move(section));
}

void add_unheard(Document& document, const Session& session) {
    Section section{"", "Not heard yet", "", {}, {}};
    for (const auto* person : insight::unheard(session)) {
        std::string line = name_on_a_line(session, person->id);
        if (person->attendance == Attendance::absent) line += " (absent)";
        if (person->attendance == Attendance::late) line += " (came late)";
        section.lines.push_back(std::move(line));
    }
    add_section(document, std::move(section));
}

void add_parked(Document& document, const Session& session, const Part& part) {
    Section section{"", "Parked", "Not now; carried until somebody decides.", {}, {}};
    for (const auto& parked : session.parked) {
        if (!is_whole(part) && (part.theme || parked.owner != part.person)) continue;
        Entry entry{
            parked.owner && !part.person ? name_on_a_line(session, *parked.owner) : "", on_one_line(parked.text), {}};
        add_note(entry.notes, "Since", spoken_with_year(parked.since));
        section.entries.push_back(std::move(entry));
    }
    add_section(document, std::move(section));
}

void add_sections_of_person(Document& document, const Session& session, const Part& part) {
    const auto items = holding(part, insight::said_by(session, *part.person));
    Section section{"", "What was said", "", entries_of(session, part, items), {}};
    if (items.empty()) section.lines = {"Nothing was said yet."};
    document.sections.push_back(std::move(section));
}

void add_sections_of_room(Document& document, const Session& session, const Part& part) {
    for (const auto* theme : themes_in_order(session)) add_theme(document, session, part, *theme);
    if (part.theme)
        add_section(document, {"",
                               "Also about this",
                               "It counts in another theme.",
                               entries_of(session, part, insight::also_in(session, *part.theme)),
                               {}});
    const auto voices = entries_of(session, part, holding(part, insight::single_voices(session)));
    if (session.themes.empty())
        add_section(document, {"", "What was said", "", voices, {}});
    else
        add_section(document, {"", "Single voices", "Each stands alone, and is kept as such.", voices, {}});
    if (is_whole(part)) add_unheard(document, session);
}

void add_agreements(Document& document, const Session& session) {
    Section section{"", "What we agreed", "", {}, {}};
    for (const auto& agreement : session.agreements) section.lines.push_back(on_one_line(agreement));
    add_section(document, std::move(section));
}

void add_goal(Document& document, const Goal& goal) {
    document.goal = on_one_line(goal_line(goal));
    if (document.goal.empty()) document.goal = "No goal has been written down.";
    if (!goal.text.empty()) { // else the line says these already
        add_note(document.goal_notes, "From", goal.from);
        add_note(document.goal_notes, "To", goal.to);
        if (goal.by) add_note(document.goal_notes, "By", spoken_with_year(*goal.by));
    }
    add_note(document.goal_notes, "Why, for us", goal.why_us);
    add_note(document.goal_notes, "Why, for you", goal.why_you);
}

std::string under_title(const Session& session, const Part& part) {
    const std::string day = spoken_with_year(session.date);
    const auto* theme = part.theme ? find(session, *part.theme) : nullptr;
    const std::string only = theme ? ". Only the theme " + on_one_line(title_of(*theme)) : "";
    if (part.person) return (session.team.empty() ? "" : on_one_line(session.team) + ", ") + day + only;
    return day + (is_whole(part) ? ". " + headline(session) : only);
}

} // namespace

Document document_of(const Session& session, const Part& part) {
    Document document;
    document.team = session.team.empty() ? "A session" : on_one_line(session.team);
    document.date = session.date;
    document.is_of_one_person = part.person.has_value();
    document.title = part.person ? name_on_a_line(session, *part.person) : document.team;
    document.under = under_title(session, part);
    add_goal(document, session.goal);
    if (part.person)
        add_sections_of_person(document, session, part);
    else
        add_sections_of_room(document, session, part);
    add_parked(document, session, part);
    if (is_whole(part)) add_agreements(document, session);
    if (session.next_date) document.closing = "The account is given on " + spoken_with_year(*session.next_date) + ".";
    return document;
}

Moment last_moment(const Session& session) {
    const std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;
    Moment last{days_between({1970, 1, 1}, session.date) * day_ms};
    last = std::max(last, session.stage_since);
    for (const auto& item : session.accountabilities) {
        last = std::max(last, item.said_at);
        if (item.confirmed_at) last = std::max(last, *item.confirmed_at);
        for (const auto& wording : item.wordings)
            last = std::max(last, Moment{days_between({1970, 1, 1}, wording.date) * day_ms});
        for (const auto& check_in : item.check_ins)
            last = std::max(last, Moment{days_between({1970, 1, 1}, check_in.date) * day_ms});
    }
    return last;
}

} // namespace avow::report
