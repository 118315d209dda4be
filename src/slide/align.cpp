// What stands on each page of Align, picked out of the session.
#include "insight/coverage.hpp"
#include "insight/promised.hpp"
#include "session/text.hpp"
#include "slide/align_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace avow::slide {

namespace {

// `names`: those of insight::short_names, told apart once for a page.
std::string short_name(const Session& session, const std::vector<std::string>& names, const ParticipantId& id) {
    const auto found = std::ranges::find(session.participants, id, &Participant::id);
    return found == session.participants.end() ? std::string{}
                                               : names[static_cast<std::size_t>(found - session.participants.begin())];
}

// Said by the leader in this session, or carried into it.
std::vector<const Accountability*> promises_of_leader(const Session& session) {
    std::vector<const Accountability*> promises;
    for (const auto& item : session.accountabilities)
        if (session.leader == item.owner) promises.push_back(&item);
    return promises;
}

std::vector<const Accountability*> unanswered_requests(const Session& session) {
    std::vector<const Accountability*> requests;
    for (const auto* items : {&session.carried, &session.accountabilities})
        for (const auto& item : *items) {
            const bool asks = !item.help.empty() && item.owner != session.leader;
            if (asks && insight::promised_for(session, item.id).empty()) requests.push_back(&item);
        }
    return requests;
}

// "asked 3 weeks ago": of what came along from a session before.
std::string age_of(const Session& session, const Ask& ask) {
    if (!ask.since || *ask.since >= session.date) return {};
    const int days = days_between(*ask.since, session.date);
    if (days < 14) return "asked " + counted(days, "day") + " ago";
    return fmt::format("asked {} weeks ago, on {}", days / 7, day_and_month(*ask.since));
}

std::vector<std::string> notes_of(const Session& session, const Ask& ask) {
    std::vector<std::string> notes;
    if (auto age = age_of(session, ask); !age.empty()) notes.push_back(std::move(age));
    if (!ask.answer.empty()) notes.push_back("Answer: " + ask.answer);
    for (const auto* item : insight::promised_for(session, ask.id))
        notes.push_back(insight::short_name(session, item->owner) + ": “" + words_of(*item) + "”");
    return notes;
}

// --- 1: misalignments ---

AlignList misalignments(const Session& session, const AlignPlace& place) {
    AlignList page{place.step, std::string(question_of(place.step)), "Nobody has named one yet", {}, place.row};
    for (const auto& one : session.misalignments) page.rows.push_back({one.text, {}, {}});
    return page;
}

// --- 2: asks ---

AlignAsks asks(const Session& session, const AlignPlace& place) {
    static constexpr std::array titles = {"Stop", "Start", "Continue"};
    AlignAsks page;
    page.question = question_of(place.step);
    page.team_asks = "The team asks " + name_of_leader(session);
    page.leader_asks = session.leader ? name_of_leader(session) + " asks the team" : "The leader asks the team";
    page.side = place.side;
    page.focus = place.row;
    for (const auto* title : titles) page.kinds.push_back({title, {}, {}});
    for (std::size_t i = 0; i < session.asks.size(); ++i) {
        const auto& ask = session.asks[i];
        auto& kind = page.kinds[static_cast<std::size_t>(ask.kind)];
        (ask.from == AskFrom::team ? kind.of_team : kind.of_leader).push_back({ask.text, notes_of(session, ask), i});
    }
    return page;
}

// --- 3: the leader's own promises ---

std::string for_what(const Session& session, const Accountability& item) {
    if (item.helps)
        if (const auto* request = find(session, *item.helps))
            return fmt::format("asked by {}: “{}”", insight::short_name(session, request->owner), request->help);
    const auto* ask = item.answers ? find(session, *item.answers) : nullptr;
    if (!ask) return {};
    return fmt::format("asked by the team: {}, “{}”", title_of(ask->kind), ask->text);
}

AlignList promises(const Session& session, const AlignPlace& place) {
    AlignList page{place.step, std::string(question_of(place.step)), {}, {}, place.row};
    page.when_empty =
        fmt::format("Nothing has been promised by {} yet, and nobody waits for help", name_of_leader(session));
    std::string heading = fmt::format("Promised by {}", name_of_leader(session));
    const auto names = insight::short_names(session);
    for (const auto& row : rows_of(session, place.step)) {
        const auto& id = row.promise ? row.promise : row.request;
        const auto* item = id ? find(session, *id) : nullptr;
        const auto* ask = row.ask ? find(session, *row.ask) : nullptr;
        const bool begins_requests = !row.promise && heading != "Not answered yet";
        if (begins_requests) heading = "Not answered yet";
        const bool begins = page.rows.empty() || begins_requests;
        if (row.promise) {
            auto what = for_what(session, *item);
            page.rows.push_back({words_of(*item), what.empty() ? std::vector<std::string>{} : std::vector{what}, {}});
        } else if (item) {
            page.rows.push_back({item->help, {"asked by " + short_name(session, names, item->owner)}, {}});
        } else if (ask) {
            page.rows.push_back({ask->text, {fmt::format("asked by the team: {}", title_of(ask->kind))}, {}});
        }
        if (begins) page.rows.back().heading = heading;
    }
    return page;
}

// --- beside the path: objections ---

std::string worth_of(const Objection& objection) {
    static constexpr std::array words = {"", "Saves time", "Replaces", "Raises sales", "Costs"};
    std::string text = words.at(static_cast<std::size_t>(objection.kind));
    if (!objection.amount.empty()) text += (text.empty() ? "" : ": ") + objection.amount;
    return text;
}

AlignList objections(const Session& session, const AlignPlace& place) {
    AlignList page{place.step, std::string(question_of(place.step)), "Nobody has raised one", {}, place.row};
    for (const auto& one : session.objections) {
        AlignList::Row row{one.text, {}, {}};
        if (!one.answer.empty() || !one.who_answers.empty())
            row.notes.push_back((one.who_answers.empty() ? "Answer" : one.who_answers) +
                                (one.answer.empty() ? " answers it" : ": " + one.answer));
        if (auto worth = worth_of(one); !worth.empty()) row.notes.push_back(std::move(worth));
        page.rows.push_back(std::move(row));
    }
    return page;
}

} // namespace

std::string_view question_of(AlignStep step) {
    switch (step) {
    case AlignStep::misalignments: return "Which misalignments threaten?";
    case AlignStep::asks: return "What should we stop, start, continue?";
    case AlignStep::promises: return "Have you said yours, so that they say theirs?";
    case AlignStep::recall: return "What do they think you want?";
    case AlignStep::match: return "Does it match?";
    case AlignStep::objections: return "What speaks against it?";
    }
    return {};
}

std::vector<AlignRow> rows_of(const Session& session, AlignStep step) {
    std::vector<AlignRow> rows;
    if (step == AlignStep::misalignments)
        for (const auto& one : session.misalignments) rows.push_back({.misalignment = one.id});
    if (step == AlignStep::objections)
        for (const auto& one : session.objections) rows.push_back({.objection = one.id});
    if (step == AlignStep::asks)
        for (const auto& one : session.asks) rows.push_back({.ask = one.id});
    if (step != AlignStep::promises) return rows;
    for (const auto* item : promises_of_leader(session)) rows.push_back({.promise = item->id});
    for (const auto* item : unanswered_requests(session)) rows.push_back({.request = item->id});
    for (const auto& one : session.asks) {
        const auto answering = insight::promised_for(session, one.id);
        if (one.from == AskFrom::team && one.answer.empty() && answering.empty()) rows.push_back({.ask = one.id});
    }
    return rows;
}

Content align_page(const Session& session, const AlignPlace& place) {
    switch (place.step) {
    case AlignStep::misalignments: return misalignments(session, place);
    case AlignStep::asks: return asks(session, place);
    case AlignStep::promises: return promises(session, place);
    case AlignStep::recall: return recall_page(session, place);
    case AlignStep::match: return match_page(session, place);
    case AlignStep::objections: return objections(session, place);
    }
    return misalignments(session, place);
}

} // namespace avow::slide
