#include "insight/past.hpp"

#include "insight/account.hpp"
#include "insight/settled.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <tuple>

namespace avow::insight {

namespace {

std::size_t fullness(const Session& session) {
    std::size_t count = session.participants.size() + session.themes.size() + session.parked.size();
    for (const auto* items : {&session.accountabilities, &session.carried})
        for (const auto& item : *items) count += 1 + item.wordings.size() + item.check_ins.size();
    return count;
}

std::string named_team(const Session& session) { return session.team.empty() ? "a team without a name" : session.team; }

std::string sentence_on_copy(const Session& session, bool is_alike) {
    return "The session of " + named_team(session) + " on " + iso(session.date) + " lies here twice; " +
           (is_alike ? "one of the two is told." : "the one with more in it is told.");
}

std::string sentence_on_begun(const Session& session) {
    return "The session of " + named_team(session) + " on " + iso(session.date) +
           " has only been begun: it counts once somebody has said something in it, or has answered on its day.";
}

// What came of it and was agreed meanwhile is told, though it was noted in a session that does not count yet.
void keep_answers(const Accountability& item, std::vector<Session>& sessions) {
    for (auto& session : sessions | std::views::reverse)
        for (auto* all : {&session.carried, &session.accountabilities}) {
            const auto known = std::ranges::find(*all, item.id, &Accountability::id);
            if (known == all->end()) continue;
            if (known->check_ins.size() < item.check_ins.size()) known->check_ins = item.check_ins;
            if (known->wordings.size() < item.wordings.size()) known->wordings = item.wordings;
            return;
        }
}

// A name that is written anew pushes the one before into the past.
void call(std::string& name, std::vector<std::string>& former_names, const std::string& newest) {
    if (name == newest || newest.empty()) return;
    if (!name.empty() && folded(name) != folded(newest)) former_names.push_back(name);
    std::erase(former_names, newest);
    name = newest;
}

// Whether something was brought along to the later that was said in the earlier, or brought there before.
bool carries_from(const Session& later, const Session& earlier) {
    return std::ranges::any_of(later.carried, [&](const Accountability& item) {
        if (!item.lineage) return false;
        if (!earlier.id.empty() && item.lineage->session == earlier.id) return true;
        const auto before = std::ranges::find(earlier.carried, item.id, &Accountability::id);
        return before != earlier.carried.end() && before->lineage &&
               before->lineage->times_carried < item.lineage->times_carried;
    });
}

template <class Sessions, class SessionOf>
void sort_by_day(Sessions& sessions, SessionOf session_of) {
    std::ranges::stable_sort(sessions, {}, [&](const auto& one) {
        const Session& session = session_of(one);
        return std::make_tuple(session.date, folded(session.team), session.id);
    });
    for (auto at = sessions.begin(); at != sessions.end(); ++at) {
        const auto end = std::find_if(at, sessions.end(),
                                      [&](const auto& one) { return session_of(one).date != session_of(*at).date; });
        const auto first = std::find_if(at, end, [&](const auto& one) {
            return std::none_of(at, end,
                                [&](const auto& other) { return carries_from(session_of(one), session_of(other)); });
        });
        if (first != end) std::rotate(at, first, std::next(first)); // else they carry from each other
    }
}

void sort_by_day(std::vector<Session>& sessions) {
    sort_by_day(sessions, [](const Session& session) -> const Session& { return session; });
}

} // namespace

void sort_by_day(std::vector<const Session*>& sessions) {
    sort_by_day(sessions, [](const Session* session) -> const Session& { return *session; });
}

Past past_of(std::vector<Session> sessions) {
    Past past;
    sort_by_day(sessions);
    std::map<SessionId, std::size_t> known;
    for (auto& session : sessions) {
        const auto [at, is_new] = known.try_emplace(session.id, past.sessions.size());
        if (is_new || session.id.empty()) {
            past.sessions.push_back(std::move(session));
            continue;
        }
        auto& other = past.sessions[at->second];
        past.left_out.push_back(sentence_on_copy(session, fullness(session) == fullness(other)));
        if (fullness(session) > fullness(other)) other = std::move(session);
    }
    // A copy may have been kept that bears another date.
    sort_by_day(past.sessions);
    return past;
}

Past held(Past past) {
    Past held;
    held.left_out = std::move(past.left_out);
    for (auto& session : past.sessions) {
        if (was_held(session)) {
            held.sessions.push_back(std::move(session));
            continue;
        }
        held.left_out.push_back(sentence_on_begun(session));
        for (const auto& item : session.carried) keep_answers(item, held.sessions);
    }
    return held;
}

namespace {

// What was carried is of the session it came from, unless somebody said that the two are of teams of their own.
void join_by_lineage(const Session& session, std::size_t at, const std::map<SessionId, std::size_t>& by_id,
                     Groups& groups) {
    for (const auto& item : session.carried)
        if (const auto from = by_id.find(item.lineage ? item.lineage->session : SessionId{}); from != by_id.end())
            groups.join(from->second, at);
}

} // namespace

std::vector<Team> teams_of(const Past& past, const Joins& joins) {
    Groups groups(past.sessions.size());
    heed(settled(joins, Join::Kind::team), groups, [&](const Named& named) {
        std::vector<std::size_t> members;
        for (std::size_t at = 0; at < past.sessions.size(); ++at)
            if (is_meant(named, folded(past.sessions[at].team), past.sessions[at].date, 0)) members.push_back(at);
        return members;
    });
    std::map<std::string, std::vector<std::size_t>> by_name;
    std::map<SessionId, std::size_t> by_id;
    for (std::size_t at = 0; at < past.sessions.size(); ++at) {
        const auto& session = past.sessions[at];
        auto& earlier = by_name[folded(session.team)];
        for (const auto one : earlier | std::views::reverse) // of two teams of a name the one that met last
            if (groups.join(one, at)) break;
        earlier.push_back(at);
        join_by_lineage(session, at, by_id, groups);
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

bool is_called(const Team& team, std::string_view folded_name) {
    return folded(team.name) == folded_name ||
           std::ranges::any_of(team.former_names, [&](const auto& name) { return folded(name) == folded_name; });
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

void join_as_told(const std::vector<Seat>& seats, const Past& past, const std::vector<Team>& teams, const Joins& joins,
                  Groups& groups) {
    heed(settled(joins, Join::Kind::person), groups, [&](const Named& named) {
        std::vector<std::size_t> members;
        for (std::size_t at = 0; at < seats.size(); ++at) {
            const auto& seat = seats[at];
            if (is_meant(named, seat.folded_name, past.sessions[seat.session].date, seat.person->seat) &&
                (named.team.empty() || is_called(teams[seat.team], folded(named.team))))
                members.push_back(at);
        }
        return members;
    });
}

void join_by_id(const std::vector<Seat>& seats, Groups& groups) {
    std::map<ParticipantId, std::vector<std::size_t>> same;
    for (std::size_t at = 0; at < seats.size(); ++at) {
        auto& earlier = same[seats[at].person->id];
        for (const auto one : earlier | std::views::reverse) {
            const bool could_be = seats[one].team == seats[at].team || seats[one].folded_name == seats[at].folded_name;
            if (could_be && groups.join(one, at)) break;
        }
        earlier.push_back(at);
    }
}

// Whether all who bear the name in the team could be one: no two of them sat in one session.
bool could_be_one(const std::vector<Seat>& seats, const std::vector<std::size_t>& bearers) {
    std::set<std::size_t> sessions;
    return std::ranges::all_of(bearers, [&](std::size_t one) { return sessions.insert(seats[one].session).second; });
}

// Where the people of each group sat.
using Sat = std::map<std::size_t, std::set<std::size_t>>;

bool join_unless_together(std::size_t one, std::size_t other, Groups& groups, Sat& sat) {
    const auto [first, second] = std::minmax({groups.leader_of(one), groups.leader_of(other)});
    if (first == second) return true;
    auto& all = sat[first];
    auto& others = sat[second];
    if (std::ranges::any_of(others, [&](std::size_t session) { return all.contains(session); })) return false;
    if (!groups.join(first, second)) return false;
    all.insert(others.begin(), others.end());
    return true;
}

void join_by_name(const std::vector<Seat>& seats, Groups& groups) {
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> same;
    Sat sat;
    for (std::size_t at = 0; at < seats.size(); ++at) {
        if (!seats[at].folded_name.empty()) same[{seats[at].team, seats[at].folded_name}].push_back(at);
        sat[groups.leader_of(at)].insert(seats[at].session);
    }
    for (const auto& [name, bearers] : same) {
        if (!could_be_one(seats, bearers)) continue;
        for (std::size_t at = 1; at < bearers.size(); ++at)
            for (std::size_t before = at; before-- > 0;) // whoever bore the name last
                if (join_unless_together(bearers[before], bearers[at], groups, sat)) break;
    }
}

} // namespace

std::vector<Person> people_of(const Past& past, const std::vector<Team>& teams, const Joins& joins) {
    const auto seats = seats_of(past, teams);
    Groups groups(seats.size());
    join_as_told(seats, past, teams, joins, groups);
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
