#include "insight/traced.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace avow::insight {

namespace {

using Sessions = std::vector<const Session*>;

// By folded name, each the oldest session first; of sessions of one day as they were given.
std::map<std::string, Sessions> by_team(const std::vector<Session>& sessions) {
    std::map<std::string, Sessions> teams;
    for (const auto& session : sessions) teams[folded(session.team)].push_back(&session);
    for (auto& [team, all] : teams)
        std::ranges::stable_sort(all, {}, [](const auto* session) { return session->date; });
    return teams;
}

bool is_alone_by_name(const Session& session, const Participant& person) {
    const auto name = folded(person.name);
    return std::ranges::count_if(session.participants, [&](const auto& other) { return folded(other.name) == name; }) ==
           1;
}

// From the newest session to the oldest: an id that is known is the person whatever they were called then; else a name that
// only one has, which brings the id it had then along.
Traced traced_back(const Sessions& sessions, const Participant& person) {
    std::set<ParticipantId> ids{person.id};
    std::set<std::string> names{folded(person.name)};
    Traced traced;
    for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
        const auto& people = (*session)->participants;
        auto found = std::ranges::find_if(people, [&](const auto& other) { return ids.contains(other.id); });
        if (found == people.end())
            found = std::ranges::find_if(people, [&](const auto& other) {
                return names.contains(folded(other.name)) && is_alone_by_name(**session, other);
            });
        if (found == people.end()) continue;
        ids.insert(found->id);
        names.insert(folded(found->name));
        traced.sessions.insert(traced.sessions.begin(), *session);
        traced.as.insert(traced.as.begin(), &*found);
    }
    return traced;
}

// In the newest session that has somebody of that name.
const Participant* newest_named(const Sessions& sessions, const std::string& name) {
    for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
        for (const auto& person : (*session)->participants)
            if (person.id.text == name) return &person;
        if (const auto* person = participant_named(**session, name)) return person;
    }
    return nullptr;
}

} // namespace

std::variant<Traced, std::string> traced(const std::vector<Session>& sessions, const std::string& name,
                                         const std::string& team) {
    std::vector<Traced> found;
    for (const auto& [folded_team, all] : by_team(sessions)) {
        if (!team.empty() && folded_team != folded(team)) continue;
        if (const auto* person = newest_named(all, name)) found.push_back(traced_back(all, *person));
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) return "\"" + name + "\" is nobody in these sessions, or could be several people.";
    std::string teams;
    for (const auto& one : found) teams += (teams.empty() ? "" : ", ") + one.sessions.back()->team;
    return "\"" + name + "\" is in several teams: " + teams + ". Say which with --team.";
}

std::vector<Traced> everybody(const std::vector<Session>& sessions) {
    std::vector<Traced> people;
    for (const auto& [team, all] : by_team(sessions)) {
        std::set<const Participant*> met;
        for (auto session = all.rbegin(); session != all.rend(); ++session)
            for (const auto& person : (*session)->participants) {
                if (met.contains(&person)) continue;
                auto one = traced_back(all, person);
                met.insert(one.as.begin(), one.as.end());
                people.push_back(std::move(one));
            }
    }
    return people;
}

} // namespace avow::insight
