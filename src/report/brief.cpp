#include "report/brief.hpp"

#include "insight/coverage.hpp"
#include "insight/time_taken.hpp"
#include "report/align_sections.hpp"
#include "report/alignment.hpp"
#include "report/document_parts.hpp"
#include "report/pdf.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace avow::report {

namespace {

std::string_view reader_in_words(Audience audience) {
    switch (audience) {
    case Audience::leader: return "For a leader further up";
    case Audience::manager: return "For the manager";
    case Audience::team: return "For the team";
    }
    return "";
}

// How much of an objection its answer leaves standing, the most first.
int what_is_left(const Objection& objection) {
    if (!is_answered(objection)) return 0;
    switch (objection.kind) {
    case AnswerKind::costs: return 1;
    case AnswerKind::none: return 2;
    case AnswerKind::replaces: return 3;
    case AnswerKind::raises_sales: return 4;
    case AnswerKind::saves_time: return 5;
    }
    return 5;
}

std::vector<const Objection*> strongest_first(const Session& session) {
    std::vector<const Objection*> objections;
    for (const auto& objection : session.objections) objections.push_back(&objection);
    std::ranges::stable_sort(objections, {}, [](const auto* objection) { return what_is_left(*objection); });
    return objections;
}

Section section_of(std::string heading, std::vector<std::string> lines) {
    return {"", std::move(heading), "", {}, std::move(lines)};
}

Section what_is_asked(const Session& session) {
    return section_of("What is asked of you",
                      {session.request.empty() ? "Nothing was written down yet." : on_one_line(session.request)});
}

// Promised at Commit first: what has a day is nearer to being done.
std::vector<const Accountability*> promised_first(const Session& session) {
    auto items = insight::by_person(session);
    std::ranges::stable_partition(items, [](const auto* item) { return item->due.has_value(); });
    return items;
}

Section what_the_team_said(const Session& session, std::size_t most) {
    const auto items = promised_first(session);
    Section section{"", "What the team itself said it will do", items.empty() ? "" : headline(session), {}, {}};
    for (const auto* item : items) {
        if (section.lines.size() == most) break;
        auto line = name_on_a_line(session, item->owner) + ": " + on_one_line(words_of(*item));
        if (item->due) line += ", by " + spoken_from(session.date, *item->due);
        section.lines.push_back(std::move(line));
    }
    add_rest(section.lines, items.size(), most);
    if (items.empty()) section.lines = {"Nothing was said yet."};
    return section;
}

// So many, by what they ask; none of the three stands back for another's second.
std::vector<const Ask*> of_each_kind(const Session& session, std::size_t most) {
    std::vector<std::pair<int, const Ask*>> asks; // beside how many of its kind came before it
    std::array<int, 3> seen{};
    for (const auto& ask : session.asks) asks.emplace_back(seen.at(static_cast<std::size_t>(ask.kind))++, &ask);
    std::ranges::stable_sort(asks, {}, &std::pair<int, const Ask*>::first);
    asks.resize(std::min(most, asks.size()));
    std::ranges::stable_sort(asks, {}, [](const auto& one) { return one.second->kind; });
    const auto chosen = std::views::values(asks);
    return {chosen.begin(), chosen.end()};
}

Section what_changes(const Session& session, std::size_t most) {
    std::vector<std::string> lines;
    for (const auto* ask : of_each_kind(session, most)) {
        auto line =
            fmt::format("{}: {} (asked by {}", title_of(ask->kind), on_one_line(ask->text), side_in_words(ask->from));
        for (const auto& answer : answers_to(session, *ask)) line += "; " + on_one_line(answer);
        lines.push_back(line + ")");
    }
    add_rest(lines, session.asks.size(), most);
    if (session.asks.empty()) lines = {"Nobody has asked for anything to stop, start or continue yet."};
    return section_of("What stops, starts and continues", std::move(lines));
}

Section what_speaks_against(const Session& session, std::size_t most) {
    auto section = section_of("What speaks against it, the strongest first", {});
    const auto shown = std::max(most, least_objections);
    for (const auto* objection : strongest_first(session)) {
        if (section.entries.size() == shown) break;
        Entry entry{"", on_one_line(objection->text), {}};
        std::string aside = on_one_line(answered_as(*objection));
        if (!objection->who_answers.empty() && !aside.empty()) aside.insert(0, ", ");
        add_note(entry.notes, "Answer", objection->answer.empty() ? "none yet" : objection->answer,
                 on_one_line(objection->who_answers) + aside);
        section.entries.push_back(std::move(entry));
    }
    add_rest(section.lines, session.objections.size(), shown);
    if (session.objections.empty()) section.lines = {"Nobody has named a reason against it yet."};
    return section;
}

std::string meeting_in_words(const Minutes& minutes) {
    std::string words = fmt::format("The meeting: {} minutes planned", minutes.planned);
    if (minutes.taken > 0) words += fmt::format(", {} taken", minutes.taken);
    const int each = minutes.taken > 0 ? minutes.taken : minutes.planned;
    return words + fmt::format(", {} there: {} minutes of people's time", // a person's minutes each
                               counted(minutes.people, "person", "people"), each * minutes.people);
}

Section what_it_costs(const BriefFacts& facts) {
    std::vector<std::string> lines = {meeting_in_words(facts.minutes)};
    lines.push_back(facts.tracking ? "Keeping track, as measured: " + insight::in_words(*facts.tracking)
                                   : std::string("Keeping track: not measured yet"));
    return section_of("What it costs", std::move(lines));
}

// How far both sides are of one mind; nothing before the seal is opened.
void add_alignment(Document& document, const Session& session) {
    if (!is_opened(session) || session.recall_sheets.empty()) return;
    auto lines = alignment_in_lines(session);
    lines.resize(std::min<std::size_t>(lines.size(), 3)); // known, understood, never meant
    auto section = section_of("What of the leader's expectations was known", std::move(lines));
    section.aside = counted(session.recall_sheets.size(), "person", "people") +
                    " wrote down what they believe is expected, before it was opened";
    document.sections.push_back(std::move(section));
}

// The reader's first question first.
std::vector<Section> in_order_for(Audience audience, const BriefFacts& facts, std::size_t most) {
    const auto& session = facts.session;
    auto asked = what_is_asked(session), said = what_the_team_said(session, most),
         changes = what_changes(session, most), against = what_speaks_against(session, most),
         costs = what_it_costs(facts);
    switch (audience) {
    case Audience::leader: return {asked, against, costs, changes, said};
    case Audience::manager: return {said, changes, against, costs, asked};
    case Audience::team: return {changes, said, against, asked, costs};
    }
    return {};
}

Document brief_document(const BriefFacts& facts, Audience audience, std::size_t most) {
    auto document = headed(facts.session, {});
    document.is_one_page = true;
    document.title = document.team + ": the case";
    document.under = std::string(reader_in_words(audience)) + ", out of the session of " +
                     spoken_with_year(facts.session.date) + " alone";
    add_goal(document, facts.session.goal);
    if (facts.session.goal.why_us.empty()) add_note(document.goal_notes, "Why, for us", "not said yet");
    if (facts.session.goal.why_you.empty()) add_note(document.goal_notes, "Why, for you", "not said yet");
    document.sections = in_order_for(audience, facts, most);
    add_alignment(document, facts.session);
    return document;
}

} // namespace

BriefFacts brief_facts_of(const History& history) {
    const auto& session = history.now();
    BriefFacts facts{session, {}, insight::tracking_cost({&history})};
    for (const auto& planned : session.plan)
        if (planned.stage != Stage::prepare) facts.minutes.planned += planned.minutes;
    facts.minutes.people = static_cast<int>(std::ranges::count_if(
        session.participants, [](const auto& person) { return person.attendance != Attendance::absent; }));
    if (history.log().empty()) return facts;
    const auto last = time_of(history.log().back());
    facts.minutes.taken = insight::minutes_taken(insight::in_all(insight::time_taken(history, last)));
    return facts;
}

Document brief_on_a_page(const BriefFacts& facts, Audience audience, Paper paper) {
    auto most = most_in_a_list;
    auto document = brief_document(facts, audience, most);
    while (most > 1 && page_count(document, paper) > 1) document = brief_document(facts, audience, --most);
    return document;
}

} // namespace avow::report
