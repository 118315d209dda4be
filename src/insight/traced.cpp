#include "insight/traced.hpp"

#include "insight/past.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <ranges>
#include <set>

namespace avow::insight {

namespace {

// The sessions by date, and who is who in them by the rules of Past. Of each session only what those rules look at is
// copied; answers point into what was given.
struct Crowd {
    std::vector<const Session*> sessions;
    std::vector<Team> teams;
    std::vector<std::size_t> team_of; // of each session
    std::vector<Person> people;
    PersonOf person_of;
};

Session outline_of(const Session& session) {
    Session outline;
    outline.id = session.id;
    outline.team = session.team;
    outline.date = session.date;
    outline.participants = session.participants;
    outline.carried = session.carried;
    return outline;
}

Crowd crowd_of(const std::vector<Session>& sessions, const Joins& joins) {
    Crowd crowd;
    for (const auto& session : sessions) crowd.sessions.push_back(&session);
    sort_by_day(crowd.sessions);
    Past past; // two files of one session are both told here, so past_of would leave out too much
    for (const auto* session : crowd.sessions) past.sessions.push_back(outline_of(*session));
    crowd.teams = teams_of(past, joins);
    crowd.team_of = team_of_each(past, crowd.teams);
    crowd.people = people_of(past, crowd.teams, joins);
    crowd.person_of = person_of_each(crowd.people);
    return crowd;
}

Traced in_team(const Crowd& crowd, std::size_t person, std::size_t team) {
    Traced traced;
    for (const auto& presence : crowd.people[person].in) {
        if (crowd.team_of[presence.session] != team) continue;
        const auto* session = crowd.sessions[presence.session];
        traced.sessions.push_back(session);
        traced.as.push_back(find(*session, presence.id));
    }
    return traced;
}

// In the newest session of the team that has somebody of that name.
std::optional<std::size_t> newest_named(const Crowd& crowd, const Team& team, const std::string& name) {
    for (const auto at : team.sessions | std::views::reverse) {
        const auto& session = *crowd.sessions[at];
        for (const auto& person : session.participants)
            if (person.id.text == name) return crowd.person_of.at({at, person.id});
        if (const auto* person = participant_named(session, name)) return crowd.person_of.at({at, person->id});
    }
    return std::nullopt;
}

} // namespace

std::variant<Traced, std::string> traced(const std::vector<Session>& sessions, const std::string& name,
                                         const std::string& team, const Joins& joins) {
    const auto crowd = crowd_of(sessions, joins);
    std::vector<Traced> found;
    for (std::size_t at = 0; at < crowd.teams.size(); ++at) {
        if (!team.empty() && !is_called(crowd.teams[at], folded(team))) continue;
        if (const auto person = newest_named(crowd, crowd.teams[at], name))
            found.push_back(in_team(crowd, *person, at));
    }
    if (found.size() == 1) return found.front();
    if (found.empty())
        return "\"" + name + "\" is nobody in these sessions, or could be several people: say more of the name, or " +
               "the seat too, as in \"" + name + " (seat 2)\".";
    std::string teams;
    for (const auto& one : found) teams += (teams.empty() ? "" : ", ") + one.sessions.back()->team;
    return "\"" + name + "\" is in several teams: " + teams + ". Say which with --team.";
}

std::vector<Traced> everybody(const std::vector<Session>& sessions, const Joins& joins) {
    const auto crowd = crowd_of(sessions, joins);
    std::vector<Traced> people;
    for (std::size_t team = 0; team < crowd.teams.size(); ++team) {
        std::set<std::size_t> met;
        for (const auto at : crowd.teams[team].sessions | std::views::reverse)
            for (const auto& seated : crowd.sessions[at]->participants) {
                const auto person = crowd.person_of.at({at, seated.id});
                if (met.insert(person).second) people.push_back(in_team(crowd, person, team));
            }
    }
    return people;
}

} // namespace avow::insight
