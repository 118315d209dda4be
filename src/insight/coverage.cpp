#include "insight/coverage.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace avow::insight {

namespace {

template <class Wanted>
std::vector<const Accountability*> those(const Session& session, Wanted wanted) {
    std::vector<const Accountability*> found;
    for (const auto& item : session.accountabilities)
        if (wanted(item)) found.push_back(&item);
    return found;
}

bool has_spoken(const Session& session, const ParticipantId& id) {
    return std::ranges::any_of(session.accountabilities, [&](const auto& item) { return item.owner == id; });
}

// The seat that follows in the direction of `step` (1 or -1) and is here.
const Participant* turn_from(const Session& session, const ParticipantId& id, int step) {
    const auto& people = session.participants;
    if (people.empty()) return nullptr;
    const auto from = std::ranges::find(people, id, &Participant::id);
    const auto count = static_cast<int>(people.size());
    const int start = from == people.end() ? (step > 0 ? -1 : 0) : static_cast<int>(from - people.begin());
    for (int moved = 1; moved <= count; ++moved) {
        const auto index = static_cast<std::size_t>(((start + step * moved) % count + count) % count);
        if (people[index].attendance == Attendance::here) return &people[index];
    }
    return nullptr;
}

// Letters of what follows the first name are added until it differs from the others'; two people of one whole name are told
// apart by their seat.
std::string told_apart(const std::vector<Participant>& people, const std::vector<std::size_t>& alike, std::size_t who) {
    const std::string& whole = people[who].name;
    const auto is_another = [&](std::size_t other, std::size_t length, const std::string& told) {
        return other != who && folded(first_characters(people[other].name, length)) == folded(told);
    };
    const auto is_told = [&](std::size_t length) {
        const auto told = first_characters(whole, length);
        return std::ranges::none_of(alike, [&](std::size_t other) { return is_another(other, length, told); });
    };
    const auto is_twin = [&](std::size_t other) { return other != who && folded(people[other].name) == folded(whole); };
    if (std::ranges::any_of(alike, is_twin)) return first_name(whole) + " " + std::to_string(people[who].seat);
    for (auto length = count_characters(first_name(whole)) + 2; length <= count_characters(whole); ++length)
        if (is_told(length)) return std::string(first_characters(whole, length));
    return whole;
}

} // namespace

Count count_of(const std::vector<const Accountability*>& items) {
    std::set<ParticipantId> people;
    for (const auto* item : items) people.insert(item->owner);
    return {static_cast<int>(items.size()), static_cast<int>(people.size())};
}

Count count_of(const Session& session, const ThemeId& theme) { return count_of(items_of(session, theme)); }

std::vector<const Accountability*> items_of(const Session& session, const ThemeId& theme) {
    return those(session, [&](const auto& item) { return item.theme == theme; });
}

std::vector<const Accountability*> also_in(const Session& session, const ThemeId& theme) {
    return those(session, [&](const auto& item) { return item.second_theme == theme; });
}

std::vector<const Accountability*> single_voices(const Session& session) {
    return those(session, [](const auto& item) { return !item.theme; });
}

std::vector<const Accountability*> lying_with(const Session& session, const Accountability& item) {
    return item.theme ? items_of(session, *item.theme) : single_voices(session);
}

std::vector<const Accountability*> cards_of(const std::vector<const Accountability*>& items) {
    if (std::ranges::none_of(items, [](const auto* item) { return item->shown_with.has_value(); })) return items;
    std::set<AccountabilityId> ids;
    for (const auto* item : items) ids.insert(item->id);
    std::vector<const Accountability*> cards;
    for (const auto* item : items)
        if (!item->shown_with || !ids.contains(*item->shown_with)) cards.push_back(item);
    return cards;
}

std::vector<const Accountability*> voices_of(const Accountability& card,
                                             const std::vector<const Accountability*>& items) {
    std::vector<const Accountability*> voices{&card};
    for (const auto* item : items)
        if (item->shown_with == card.id) voices.push_back(item);
    return voices;
}

const Accountability& card_of(const Session& session, const Accountability& item) {
    const auto* card = item.shown_with ? find(session, *item.shown_with) : nullptr;
    return card && card->theme == item.theme ? *card : item;
}

std::string speakers_of(const Session& session, const std::vector<const Accountability*>& items) {
    std::vector<const Participant*> people;
    for (const auto* item : items)
        if (const auto* owner = find(session, item->owner); owner && std::ranges::count(people, owner) == 0)
            people.push_back(owner);
    std::string names;
    for (std::size_t i = 0; i < people.size(); ++i)
        names += (i == 0 ? "" : i + 1 < people.size() ? ", " : " and ") + whole_name(session, *people[i]);
    return names;
}

std::vector<const Accountability*> said_by(const Session& session, const ParticipantId& id) {
    return those(session, [&](const auto& item) { return item.owner == id; });
}

std::vector<const Accountability*> by_person(const Session& session) {
    std::vector<const Accountability*> ordered;
    for (const auto& person : session.participants)
        for (const auto* item : said_by(session, person.id)) ordered.push_back(item);
    return ordered;
}

std::vector<const Participant*> to_go(const Session& session) {
    std::vector<const Participant*> people;
    for (const auto* person : unheard(session))
        if (person->attendance == Attendance::here && person->passes == 0) people.push_back(person);
    return people;
}

std::vector<const Participant*> unheard(const Session& session) {
    std::vector<const Participant*> people;
    for (const auto& person : session.participants)
        if (!has_spoken(session, person.id)) people.push_back(&person);
    return people;
}

const Participant* next_in_round(const Session& session, const ParticipantId& after) {
    return turn_from(session, after, 1);
}

const Participant* previous_in_round(const Session& session, const ParticipantId& before) {
    return turn_from(session, before, -1);
}

std::string whole_name(const Session& session, const Participant& person) {
    const auto is_namesake = [name = folded(person.name)](const Participant& other) {
        return folded(other.name) == name;
    };
    const bool is_unique = std::ranges::count_if(session.participants, is_namesake) == 1;
    return is_unique ? person.name : person.name + " (seat " + std::to_string(person.seat) + ")";
}

std::string whole_name(const Session& session, const ParticipantId& id) {
    const auto* person = find(session, id);
    return person ? whole_name(session, *person) : std::string{};
}

std::string short_name(const Session& session, const ParticipantId& id) {
    const auto found = std::ranges::find(session.participants, id, &Participant::id);
    if (found == session.participants.end()) return {};
    return short_names(session)[static_cast<std::size_t>(found - session.participants.begin())];
}

std::vector<std::string> short_names(const Session& session) {
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::size_t>> called; // by first name, folded
    for (std::size_t i = 0; i < session.participants.size(); ++i) {
        names.push_back(first_name(session.participants[i].name));
        called[folded(names.back())].push_back(i);
    }
    for (const auto& [name, alike] : called) {
        if (alike.size() < 2) continue;
        for (const auto i : alike) names[i] = told_apart(session.participants, alike, i);
    }
    return names;
}

} // namespace avow::insight
