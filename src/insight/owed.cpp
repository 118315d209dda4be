#include "insight/owed.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace avow::insight {

namespace {

bool is_word_of(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const auto end = at + word.size();
        if (begins && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

// The team a session is of, for the place of a person: where they last were.
const Participant* last_as(const Past& past, const Person& person) {
    const auto& last = person.in.back();
    return find(past.sessions[last.session], last.id);
}

std::string trimmed(std::string_view text) { return clean_line(text); }

} // namespace

bool leads(const Participant& person) {
    constexpr std::array words = {"leader", "lead", "manager", "teamleader", "teamlead"};
    const auto role = folded(person.role);
    return std::ranges::any_of(words, [&](const char* word) { return is_word_of(role, word); });
}

std::vector<std::size_t> promises_of_leaders(const Past& past, const std::vector<Person>& people,
                                             const std::vector<Life>& lives) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < lives.size(); ++at) {
        if (is_kept(lives[at]) || lives[at].owner >= people.size()) continue;
        const auto* owner = last_as(past, people[lives[at].owner]);
        if (owner && leads(*owner)) found.push_back(at);
    }
    return found;
}

namespace {

// Who helps whom is said where it was promised, and not carried on.
std::optional<std::size_t> promise_that_helps(const Past& past, const std::vector<Life>& lives,
                                              const AccountabilityId& asked) {
    std::optional<std::size_t> newest;
    for (const auto& session : past.sessions)
        for (const auto& item : session.accountabilities) {
            if (item.helps != asked) continue;
            const auto life = std::ranges::find(lives, item.id, [](const Life& one) { return one.item.id; });
            if (life != lives.end()) newest = static_cast<std::size_t>(life - lives.begin());
        }
    return newest;
}

} // namespace

bool leader_has_promised(const Session& session) {
    if (!session.leader) return true;
    const auto is_theirs = [&](const auto& item) { return item.owner == *session.leader; };
    return std::ranges::any_of(session.accountabilities, is_theirs) || std::ranges::any_of(session.carried, is_theirs);
}

std::vector<HelpAsked> help_asked(const Past& past, const std::vector<Person>& people, const std::vector<Life>& lives) {
    const auto person_of = person_of_each(people);
    std::vector<HelpAsked> asked;
    for (std::size_t at = 0; at < lives.size(); ++at) {
        const auto& help = lives[at].item.help;
        if (help.empty() || is_kept(lives[at])) continue;
        const auto colon = help.find(':');
        const auto name = trimmed(std::string_view(help).substr(0, colon));
        const auto last = lives[at].sessions.back();
        const auto* person = participant_named(past.sessions[last], name);
        if (colon == std::string::npos && !person) continue; // words that name nobody
        asked.push_back({at, person ? people[person_of.at({last, person->id})].name : name,
                         colon == std::string::npos ? "" : trimmed(std::string_view(help).substr(colon + 1)),
                         promise_that_helps(past, lives, lives[at].item.id)});
    }
    return asked;
}

std::vector<ParkedLife> parked_of(const Past& past, const std::vector<Team>& teams, const std::vector<Person>& people,
                                  Date today) {
    const auto person_of = person_of_each(people);
    std::vector<ParkedLife> all;
    for (std::size_t team = 0; team < teams.size(); ++team) {
        const auto first = static_cast<std::ptrdiff_t>(all.size());
        for (const auto session : teams[team].sessions)
            for (const auto& item : past.sessions[session].parked) {
                auto same = std::find_if(all.begin() + first, all.end(), [&](const ParkedLife& one) {
                    return one.item.id == item.id || folded(one.item.text) == folded(item.text);
                });
                if (same == all.end()) same = all.insert(all.end(), {item, team, "", 0, false});
                const auto since = std::min(same->item.since, item.since);
                same->item = item;
                same->item.since = since;
                const auto owner = item.owner ? person_of.find({session, *item.owner}) : person_of.end();
                same->owner = owner == person_of.end() ? "" : people[owner->second].name;
                same->age_days = std::max(0, days_between(since, today));
                same->is_before_team = session == teams[team].sessions.back();
            }
        std::stable_sort(all.begin() + first, all.end(), [](const ParkedLife& one, const ParkedLife& other) {
            return one.item.since < other.item.since;
        });
    }
    return all;
}

namespace {

// The sessions of each team in which a person was in the room, by team.
std::map<std::size_t, std::vector<std::size_t>> seen_in(const Past& past, const Person& person,
                                                        const std::vector<std::size_t>& team_of) {
    std::map<std::size_t, std::vector<std::size_t>> seen;
    for (const auto& [session, id] : person.in)
        if (const auto* as = find(past.sessions[session], id); as && as->attendance != Attendance::absent)
            seen[team_of[session]].push_back(session);
    return seen;
}

} // namespace

std::vector<Unseen> unseen_since(const Past& past, const std::vector<Team>& teams, const std::vector<Person>& people) {
    const auto team_of = team_of_each(past, teams);
    std::vector<Unseen> unseen;
    for (std::size_t at = 0; at < people.size(); ++at)
        for (const auto& [team, sessions] : seen_in(past, people[at], team_of)) {
            const auto& all = teams[team].sessions;
            const auto since = std::ranges::count_if(all, [&](std::size_t one) { return one > sessions.back(); });
            if (since > 0) unseen.push_back({at, team, past.sessions[sessions.back()].date, static_cast<int>(since)});
        }
    std::ranges::stable_sort(unseen, {}, [](const Unseen& one) { return std::pair(one.team, one.last_seen); });
    return unseen;
}

} // namespace avow::insight
