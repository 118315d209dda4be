#include "report/document_parts.hpp"

#include "report/align_sections.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

namespace avow::report {

namespace {

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
    add_details(notes, item);
    add_ties(notes, session, item);
    const auto* theme = item.theme && part.person ? find(session, *item.theme) : nullptr;
    if (theme) add_note(notes, "Theme", title_of(*theme));
    const auto* second = item.second_theme ? find(session, *item.second_theme) : nullptr;
    if (second) add_note(notes, "Also in", title_of(*second));
    if (item.confirmed_at) add_note(notes, "Read back", "read aloud and confirmed");
    for (const auto& check_in : item.check_ins) add_check_in(notes, check_in);
    return notes;
}

} // namespace

std::string name_on_a_line(const Session& session, const ParticipantId& id) {
    return on_one_line(name_of(session, id));
}

void add_note(std::vector<Note>& notes, std::string_view label, std::string_view words, std::string_view aside) {
    if (!words.empty()) notes.push_back({std::string(label), on_one_line(words), on_one_line(aside)});
}

void add_details(std::vector<Note>& notes, const Accountability& item) {
    add_note(notes, "To show", item.evidence);
    add_note(notes, "Measure", item.measure);
    add_note(notes, "If-then", item.if_then);
    add_note(notes, "First step", item.first_step);
    add_note(notes, "Strength", item.strength);
    add_note(notes, "Help", item.help);
}

void add_ties(std::vector<Note>& notes, const Session& session, const Accountability& item) {
    if (item.contract) add_note(notes, "Contract", contract_in_words(*item.contract));
    if (const auto* helped = item.helps ? find(session, *item.helps) : nullptr)
        add_note(notes, "Helps", name_of(session, helped->owner) + ", who asked: " + helped->help);
    if (const auto* ask = item.answers ? find(session, *item.answers) : nullptr)
        add_note(notes, "Answers", std::string(side_in_words(ask->from)) + ", who asked: " + ask->text);
}

Entry entry_of(const Session& session, const Part& part, const Accountability& item) {
    return {part.person ? "" : name_on_a_line(session, item.owner), on_one_line(item.statement),
            notes_of(session, part, item)};
}

std::vector<Entry> entries_of(const Session& session, const Part& part,
                              const std::vector<const Accountability*>& items) {
    std::vector<Entry> entries;
    for (const auto* item : items) entries.push_back(entry_of(session, part, *item));
    return entries;
}

void add_rest(std::vector<std::string>& lines, std::size_t all, std::size_t shown) {
    if (all > shown) lines.push_back("and " + std::to_string(all - shown) + " more");
}

void add_section(Document& document, Section section) {
    if (!section.entries.empty() || !section.lines.empty()) document.sections.push_back(std::move(section));
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

void add_align(Document& document, const Session& session) {
    for (auto& section : align_sections(session)) document.sections.push_back(std::move(section));
}

void add_agreements(Document& document, const Session& session) {
    Section section{"", "What we agreed", "", {}, {}};
    for (const auto& agreement : session.agreements) section.lines.push_back(on_one_line(agreement));
    add_section(document, std::move(section));
}

void add_what_the_room_answered(Document& document, const Session& session) {
    Section section{"", "What the room answered", "As counts; whose answer was which is told nowhere.", {}, {}};
    for (const auto& line : what_the_room_answered(session)) section.lines.push_back(on_one_line(line));
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

Document headed(const Session& session, const Part& part) {
    Document document;
    document.team = session.team.empty() ? "A session" : on_one_line(session.team);
    document.date = session.date;
    document.is_of_one_person = part.person.has_value();
    document.title = part.person ? name_on_a_line(session, *part.person) : document.team;
    if (session.next_date) document.closing = next_meeting(*session.next_date) + ".";
    return document;
}

} // namespace avow::report
