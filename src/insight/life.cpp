#include "insight/life.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace avow::insight {

namespace {

using Identity = std::pair<SessionId, AccountabilityId>; // where it was said, and its id

template <class Thing>
void add_new_ones(std::vector<Thing>& all, const std::vector<Thing>& more) {
    for (const auto& one : more)
        if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

// Copies of one accountability in several files: each may hold an answer that the others do not.
void join(Life& life, const Accountability& later) {
    auto wordings = std::move(life.item.wordings);
    auto check_ins = std::move(life.item.check_ins);
    add_new_ones(wordings, later.wordings);
    add_new_ones(check_ins, later.check_ins);
    std::ranges::stable_sort(wordings, {}, &Wording::date);
    std::ranges::stable_sort(check_ins, {}, &CheckIn::date);
    life.item = later;
    life.item.wordings = std::move(wordings);
    life.item.check_ins = std::move(check_ins);
}

std::string title_over(const Session& session, const Accountability& item) {
    if (item.lineage) return item.lineage->theme;
    const auto* theme = item.theme ? find(session, *item.theme) : nullptr;
    return theme ? theme->title : "";
}

Standing standing_of(const Accountability& item) {
    if (item.check_ins.empty()) return Standing::open;
    switch (item.check_ins.back().outcome) {
    case Outcome::kept: return Standing::kept;
    case Outcome::part: return Standing::part;
    case Outcome::missed: return Standing::missed;
    case Outcome::changed: return Standing::changed;
    }
    return Standing::open;
}

// What one file says of an accountability, added to what earlier ones said.
void see(Life& life, const Session& session, std::size_t at, const Accountability& item) {
    if (life.sessions.empty()) {
        life.item = item;
        life.said_on = item.lineage ? item.lineage->said_on : session.date;
    } else {
        join(life, item);
    }
    if (life.sessions.empty() || life.sessions.back() != at) life.sessions.push_back(at);
    if (const auto title = title_over(session, item); !title.empty() || !item.lineage) life.theme = title;
    if (item.lineage) life.times_carried = std::max(life.times_carried, item.lineage->times_carried);
}

} // namespace

std::vector<Life> lives_of(const Past& past, const std::vector<Team>& teams, const std::vector<Person>& people,
                           Date today) {
    const auto team_of = team_of_each(past, teams);
    const auto person_of = person_of_each(people);
    std::vector<Life> lives;
    std::map<Identity, std::size_t> known;
    for (std::size_t at = 0; at < past.sessions.size(); ++at) {
        const auto& session = past.sessions[at];
        for (const auto* items : {&session.accountabilities, &session.carried})
            for (const auto& item : *items) {
                const Identity identity{item.lineage ? item.lineage->session : session.id, item.id};
                const auto [place, is_new] = known.try_emplace(identity, lives.size());
                if (is_new) lives.emplace_back();
                auto& life = lives[place->second];
                see(life, session, at, item);
                const auto owner = person_of.find({at, item.owner});
                life.owner = owner == person_of.end() ? people.size() : owner->second;
                life.team = team_of[at];
            }
    }
    for (auto& life : lives) {
        life.standing = standing_of(life.item);
        life.age_days = std::max(0, days_between(life.said_on, today));
    }
    std::ranges::stable_sort(lives, {}, &Life::said_on);
    return lives;
}

bool is_kept(const Life& life) { return life.standing == Standing::kept; }

bool is_before_team(const Life& life, const Team& team) {
    return !is_kept(life) && life.sessions.back() == team.sessions.back();
}

} // namespace avow::insight
