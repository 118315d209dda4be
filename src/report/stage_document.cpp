#include "report/stage_document.hpp"

#include "insight/account.hpp"
#include "insight/owed.hpp"
#include "report/document_parts.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <algorithm>
#include <array>

namespace avow::report {

namespace {

using Items = std::vector<const Accountability*>;

Items as_said(const Session& session) {
    Items items;
    for (const auto& item : session.accountabilities) items.push_back(&item);
    return items;
}

// As on the wall: theme after theme, then the single voices.
Items as_on_the_wall(const Session& session) {
    Items items;
    for (const auto* theme : themes_in_order(session))
        for (const auto* item : insight::items_of(session, theme->id)) items.push_back(item);
    for (const auto* item : insight::single_voices(session)) items.push_back(item);
    return items;
}

// More is known of it than what was said.
bool is_committed(const Accountability& item) {
    const bool has_words = std::ranges::any_of(
        std::array{&item.evidence, &item.measure, &item.if_then, &item.first_step, &item.strength, &item.help},
        [](const auto* words) { return !words->empty(); });
    return has_words || item.due || item.confirmed_at || !item.wordings.empty();
}

std::string speaker_of(const Session& session, const Part& part, const Accountability& item) {
    return part.person ? "" : name_on_a_line(session, item.owner);
}

// The words alone: what was added later has its own stage.
Entry words_alone(const Session& session, const Part& part, const Accountability& item) {
    return {speaker_of(session, part, item), on_one_line(item.statement), {}};
}

std::vector<Entry> words_alone(const Session& session, const Part& part, const Items& items) {
    std::vector<Entry> entries;
    for (const auto* item : items) entries.push_back(words_alone(session, part, *item));
    return entries;
}

// ---- Open: what was carried, where it comes from, and its answers ------------------------------------------------

std::string origin_of(const Lineage& lineage) {
    std::string words = "said on " + spoken_with_year(lineage.said_on);
    if (!lineage.theme.empty()) words += ", under " + on_one_line(lineage.theme);
    if (lineage.times_carried > 1) words += ", come along " + std::to_string(lineage.times_carried) + " times";
    return words;
}

Entry account_entry(const Session& session, const Part& part, const Accountability& item) {
    Entry entry{speaker_of(session, part, item), on_one_line(item.statement), {}};
    if (item.lineage) add_note(entry.notes, "From", origin_of(*item.lineage));
    for (auto& note : entry_of(session, part, item).notes) entry.notes.push_back(std::move(note));
    if (!insight::is_answered(session, item)) add_note(entry.notes, "Today", "not answered yet");
    return entry;
}

void add_account(Document& document, const Session& session, const Part& part) {
    Section section{"", "The account of last time", "", {}, {}};
    for (const auto* item : items_at(session, part)) section.entries.push_back(account_entry(session, part, *item));
    if (section.entries.empty()) section.lines = {"Nothing was carried into this session."};
    document.sections.push_back(std::move(section));
}

// ---- Align: the whole room's, so nobody's part of it ------------------------------------------------------------

void add_align_alone(Document& document, const Session& session, const Part& part) {
    if (!part.person && !part.theme) add_align(document, session);
    if (document.sections.empty()) add_section(document, {"", "Align", "", {}, {"Nothing was written down."}});
}

// ---- Capture, Themes, Commit, Close ------------------------------------------------------------------------------

void add_said(Document& document, const Session& session, const Part& part) {
    Section section{"", "What was said", "In the order it was said.", {}, {}};
    section.entries = words_alone(session, part, items_at(session, part));
    if (section.entries.empty()) section = {"", "What was said", "", {}, {"Nothing was said yet."}};
    document.sections.push_back(std::move(section));
    if (!part.person && !part.theme) add_unheard(document, session);
}

void add_wall(Document& document, const Session& session, const Part& part) {
    for (const auto* theme : themes_in_order(session)) {
        const auto all = insight::items_of(session, theme->id);
        Section section{mark_letter(theme->mark), on_one_line(theme->title), counted(insight::count_of(all)), {}, {}};
        section.entries = words_alone(session, part, holding(part, all));
        if (section.entries.empty() && !part.person && !part.theme) section.lines = {"Nothing lies here."};
        add_section(document, std::move(section));
    }
    const auto voices = words_alone(session, part, holding(part, insight::single_voices(session)));
    add_section(document, {"", "Single voices", "Each stands alone, and is kept as such.", voices, {}});
    if (document.sections.empty()) add_section(document, {"", "Themes", "", {}, {"Nothing was said yet."}});
}

void add_agreed(Document& document, const Session& session, const Part& part) {
    Items committed, bare;
    for (const auto* item : holding(part, insight::by_person(session)))
        (is_committed(*item) ? committed : bare).push_back(item);
    add_section(document, {"", "What was agreed", "", entries_of(session, part, committed), {}});
    add_section(document, {"",
                           "Still as it was said",
                           "No date, no wording and nothing to show yet.",
                           words_alone(session, part, bare),
                           {}});
    if (document.sections.empty()) add_section(document, {"", "What was agreed", "", {}, {"Nothing was said yet."}});
}

void add_summary(Document& document, const Session& session, const Part& part) {
    add_goal(document, session.goal);
    Section section{"", "Who does what by when", "", {}, {}};
    for (const auto* item : items_at(session, part)) {
        Entry entry{speaker_of(session, part, *item), on_one_line(words_of(*item)), {}};
        if (item->due) add_note(entry.notes, "By", spoken_with_year(*item->due));
        section.entries.push_back(std::move(entry));
    }
    if (section.entries.empty()) section.lines = {"Nothing was said yet."};
    document.sections.push_back(std::move(section));
    const Part without_stage{part.person, part.theme};
    add_parked(document, session, without_stage);
    if (!is_whole(without_stage)) return;
    if (!insight::leader_has_promised(session))
        add_section(document, {"",
                               "The leader's own promises",
                               "",
                               {},
                               {name_on_a_line(session, *session.leader) + " leads, and has promised nothing here."}});
    add_what_the_room_answered(document, session);
    add_agreements(document, session);
}

std::string under_title(const Session& session, const Part& part) {
    const auto* theme = part.theme ? find(session, *part.theme) : nullptr;
    const std::string team = part.person && !session.team.empty() ? on_one_line(session.team) + ", " : "";
    return team + spoken_with_year(session.date) + ". Only " + std::string(title_of(*part.stage)) +
           (theme ? ", the theme " + on_one_line(title_of(*theme)) : "");
}

} // namespace

bool has_part(Stage stage) { return stage != Stage::prepare && stage != Stage::write; }

std::vector<std::string> stages_with_a_part() {
    std::vector<std::string> names;
    for (const auto stage : all_stages)
        if (has_part(stage)) names.emplace_back(name_of(stage));
    return names;
}

std::vector<const Accountability*> items_at(const Session& session, const Part& part) {
    switch (*part.stage) {
    case Stage::open: return holding(part, insight::account_of(session));
    case Stage::capture: return holding(part, as_said(session));
    case Stage::themes: return holding(part, as_on_the_wall(session));
    case Stage::commit:
    case Stage::close: return holding(part, insight::by_person(session));
    default: return {};
    }
}

Document stage_document(const Session& session, const Part& part) {
    auto document = headed(session, part);
    document.under = under_title(session, part);
    if (*part.stage != Stage::commit && *part.stage != Stage::close) document.closing.clear();
    switch (*part.stage) {
    case Stage::open: add_account(document, session, part); break;
    case Stage::align: add_align_alone(document, session, part); break;
    case Stage::capture: add_said(document, session, part); break;
    case Stage::themes: add_wall(document, session, part); break;
    case Stage::commit: add_agreed(document, session, part); break;
    case Stage::close: add_summary(document, session, part); break;
    default: add_goal(document, session.goal);
    }
    return document;
}

} // namespace avow::report
