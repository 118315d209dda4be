#include "insight/past.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace avow::insight {

namespace {

// Things that are found to be one, two at a time; the first of each group stands for it.
class Groups {
public:
    explicit Groups(std::size_t count) : leader_(count) { std::iota(leader_.begin(), leader_.end(), std::size_t{0}); }

    std::size_t leader_of(std::size_t one) {
        while (leader_[one] != one) one = leader_[one] = leader_[leader_[one]];
        return one;
    }
    void join(std::size_t one, std::size_t other) {
        const auto [first, second] = std::minmax({leader_of(one), leader_of(other)});
        leader_[second] = first;
    }

private:
    std::vector<std::size_t> leader_;
};

std::size_t fullness(const Session& session) {
    std::size_t count = session.participants.size() + session.themes.size() + session.parked.size();
    for (const auto* items : {&session.accountabilities, &session.carried})
        for (const auto& item : *items) count += 1 + item.wordings.size() + item.check_ins.size();
    return count;
}

std::string sentence_on_copy(const Session& session, bool is_alike) {
    return "The session of " + (session.team.empty() ? "a team without a name" : session.team) + " on " +
           iso(session.date) + " lies here twice; " +
           (is_alike ? "one of the two is told." : "the one with more in it is told.");
}

// A name that is written anew pushes the one before into the past.
void call(std::string& name, std::vector<std::string>& former_names, const std::string& newest) {
    if (name == newest || newest.empty()) return;
    if (!name.empty() && folded(name) != folded(newest)) former_names.push_back(name);
    std::erase(former_names, newest);
    name = newest;
}

} // namespace

Past past_of(std::vector<Session> sessions) {
    Past past;
    std::ranges::stable_sort(sessions, {},
                             [](const Session& one) { return std::make_tuple(one.date, folded(one.team), one.id); });
    std::map<SessionId, std::size_t> known;
    for (auto& session : sessions) {
        const auto [at, is_new] = known.try_emplace(session.id, past.sessions.size());
        if (is_new || session.id.empty()) {
            past.sessions.push_back(std::move(session));
            continue;
        }
        auto& other = past.sessions[at->second];
        past.copies.push_back(sentence_on_copy(session, fullness(session) == fullness(other)));
        if (fullness(session) > fullness(other)) other = std::move(session);
    }
    // A copy may have been kept that bears another date.
    std::ranges::stable_sort(past.sessions, {}, &Session::date);
    return past;
}

std::vector<Team> teams_of(const Past& past) {
    Groups groups(past.sessions.size());
    std::map<std::string, std::size_t> by_name;
    std::map<SessionId, std::size_t> by_id;
    for (std::size_t at = 0; at < past.sessions.size(); ++at) {
        const auto& session = past.sessions[at];
        groups.join(by_name.try_emplace(folded(session.team), at).first->second, at);
        for (const auto& item : session.carried)
            if (const auto from = by_id.find(item.lineage ? item.lineage->session : SessionId{}); from != by_id.end())
                groups.join(from->second, at);
        if (!session.id.empty()) by_id.emplace(session.id, at);
    }
    std::map<std::size_t, Team> found;
    for (std::size_t at = 0; at < past.sessions.size(); ++at) {
        auto& team = found[groups.leader_of(at)];
        team.sessions.push_back(at);
        call(team.name, team.former_names, past.sessions[at].team);
    }
    std::vector<Team> teams;
    for (auto& [leader, team] : found) teams.push_back(std::move(team));
    std::ranges::stable_sort(teams, {}, [](const Team& team) { return folded(team.name); });
    return teams;
}

std::vector<std::size_t> team_of_each(const Past& past, const std::vector<Team>& teams) {
    std::vector<std::size_t> team_of(past.sessions.size(), 0);
    for (std::size_t team = 0; team < teams.size(); ++team)
        for (const auto session : teams[team].sessions) team_of[session] = team;
    return team_of;
}

namespace {

// A participant of one session, before it is known who else that is.
struct Seat {
    std::size_t session = 0;
    std::size_t team = 0;
    const Participant* person = nullptr;
    std::string folded_name;
};

std::vector<Seat> seats_of(const Past& past, const std::vector<Team>& teams) {
    const auto team_of = team_of_each(past, teams);
    std::vector<Seat> seats;
    for (std::size_t at = 0; at < past.sessions.size(); ++at)
        for (const auto& person : past.sessions[at].participants)
            seats.push_back({at, team_of[at], &person, folded(person.name)});
    return seats;
}

void join_by_id(const std::vector<Seat>& seats, Groups& groups) {
    std::map<ParticipantId, std::vector<std::size_t>> same;
    for (std::size_t at = 0; at < seats.size(); ++at) {
        auto& earlier = same[seats[at].person->id];
        const auto other = std::ranges::find_if(earlier, [&](std::size_t one) {
            return seats[one].team == seats[at].team || seats[one].folded_name == seats[at].folded_name;
        });
        if (other != earlier.end())
            groups.join(*other, at);
        else
            earlier.push_back(at);
    }
}

// Whether all who bear the name in the team could be one: no two of them sat in one session.
bool could_be_one(const std::vector<Seat>& seats, const std::vector<std::size_t>& bearers) {
    std::set<std::size_t> sessions;
    return std::ranges::all_of(bearers, [&](std::size_t one) { return sessions.insert(seats[one].session).second; });
}

void join_by_name(const std::vector<Seat>& seats, Groups& groups) {
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> same;
    std::map<std::size_t, std::set<std::size_t>> sessions; // of each group, where it sat
    for (std::size_t at = 0; at < seats.size(); ++at) {
        if (!seats[at].folded_name.empty()) same[{seats[at].team, seats[at].folded_name}].push_back(at);
        sessions[groups.leader_of(at)].insert(seats[at].session);
    }
    for (const auto& [name, bearers] : same) {
        if (!could_be_one(seats, bearers)) continue;
        for (const auto one : bearers) {
            const auto [first, second] = std::minmax({groups.leader_of(bearers.front()), groups.leader_of(one)});
            if (first == second) continue;
            auto& all = sessions[first];
            auto& others = sessions[second];
            if (std::ranges::any_of(others, [&](std::size_t session) { return all.contains(session); })) continue;
            all.insert(others.begin(), others.end());
            groups.join(first, second);
        }
    }
}

} // namespace

std::vector<Person> people_of(const Past& past, const std::vector<Team>& teams) {
    const auto seats = seats_of(past, teams);
    Groups groups(seats.size());
    join_by_id(seats, groups);
    join_by_name(seats, groups);
    std::map<std::size_t, Person> found; // by the first seat, which is the first session
    for (std::size_t at = 0; at < seats.size(); ++at) {
        auto& person = found[groups.leader_of(at)];
        person.in.push_back({seats[at].session, seats[at].person->id});
        call(person.name, person.former_names, seats[at].person->name);
    }
    std::vector<Person> people;
    for (auto& [seat, person] : found) people.push_back(std::move(person));
    return people;
}

PersonOf person_of_each(const std::vector<Person>& people) {
    PersonOf person_of;
    for (std::size_t at = 0; at < people.size(); ++at)
        for (const auto& presence : people[at].in) person_of[{presence.session, presence.id}] = at;
    return person_of;
}

} // namespace avow::insight
