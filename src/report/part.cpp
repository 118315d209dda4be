#include "report/part.hpp"

#include <algorithm>

namespace avow::report {

namespace {

bool is_held(const Part& part, const Parked& parked) {
    return !part.theme && parked.owner && parked.owner == part.person;
}

bool is_owner(const Session& session, const ParticipantId& id) {
    return std::ranges::any_of(session.accountabilities, [&](const auto& item) { return item.owner == id; }) ||
           std::ranges::any_of(session.parked, [&](const auto& parked) { return parked.owner == id; });
}

bool has_items(const Session& session, const ThemeId& id) {
    return std::ranges::any_of(session.accountabilities,
                               [&](const auto& item) { return item.theme == id || item.second_theme == id; });
}

void name_proposers(Session& session) {
    for (auto& item : session.accountabilities)
        for (auto& wording : item.wordings)
            if (const auto* person = find(session, ParticipantId{wording.proposed_by}))
                wording.proposed_by = person->name;
}

// What the whole room answered, wrote on its sheets, asked and objected is in nobody's part of it.
void leave_out_the_room(Session& session) {
    session.polls.clear();
    session.leader.reset();
    session.expectations.clear();
    session.seal.reset();
    session.recall_sheets.clear();
    session.team_guess.reset();
    session.misalignments.clear();
    session.asks.clear();
    session.objections.clear();
    session.request.clear();
    for (auto& item : session.accountabilities) {
        item.answers.reset();
        if (item.helps && !find(session, *item.helps)) item.helps.reset();
    }
}

} // namespace

bool is_whole(const Part& part) { return !part.person && !part.theme && !part.stage; }

bool holds(const Part& part, const Accountability& item) {
    const bool is_theirs = !part.person || item.owner == *part.person;
    const bool is_there = !part.theme || item.theme == part.theme || item.second_theme == part.theme;
    return is_theirs && is_there;
}

std::vector<const Accountability*> holding(const Part& part, std::vector<const Accountability*> items) {
    std::erase_if(items, [&](const auto* item) { return !holds(part, *item); });
    return items;
}

Session cut_to(const Part& part, Session session) {
    if (is_whole(part)) return session;
    name_proposers(session);
    std::erase_if(session.accountabilities, [&](const auto& item) { return !holds(part, item); });
    std::erase_if(session.parked, [&](const auto& parked) { return !is_held(part, parked); });
    std::erase_if(session.participants,
                  [&](const auto& person) { return person.id != part.person && !is_owner(session, person.id); });
    std::erase_if(session.themes,
                  [&](const auto& theme) { return theme.id != part.theme && !has_items(session, theme.id); });
    leave_out_the_room(session);
    return session;
}

} // namespace avow::report
