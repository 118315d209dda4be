#include "report/document.hpp"

#include "report/document_parts.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"
#include "report/stage_document.hpp"

#include <algorithm>

namespace avow::report {

namespace {

void add_theme(Document& document, const Session& session, const Part& part, const Theme& theme) {
    const auto all = insight::items_of(session, theme.id);
    if (part.theme && part.theme != theme.id) return;
    Section section{mark_letter(theme.mark), on_one_line(theme.title), counted(insight::count_of(all)), {}, {}};
    section.entries = entries_of(session, part, holding(part, all));
    if (section.entries.empty()) section.lines = {"Nothing lies here."};
    document.sections.push_back(std::move(section));
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

std::string under_title(const Session& session, const Part& part) {
    const std::string day = spoken_with_year(session.date);
    const auto* theme = part.theme ? find(session, *part.theme) : nullptr;
    const std::string only = theme ? ". Only the theme " + on_one_line(title_of(*theme)) : "";
    if (part.person) return (session.team.empty() ? "" : on_one_line(session.team) + ", ") + day + only;
    return day + (is_whole(part) ? ". " + headline(session) : only);
}

} // namespace

Document document_of(const Session& session, const Part& part) {
    if (part.stage) return stage_document(session, part);
    auto document = headed(session, part);
    document.under = under_title(session, part);
    add_goal(document, session.goal);
    if (part.person)
        add_sections_of_person(document, session, part);
    else
        add_sections_of_room(document, session, part);
    if (is_whole(part)) add_align(document, session);
    add_parked(document, session, part);
    if (!is_whole(part)) return document;
    add_what_the_room_answered(document, session);
    add_agreements(document, session);
    return document;
}

Moment last_moment(const Session& session) {
    const std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;
    Moment last{days_between({1970, 1, 1}, session.date) * day_ms};
    last = std::max(last, session.stage_since);
    for (const auto& poll : session.polls) last = std::max(last, poll.asked_at);
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
