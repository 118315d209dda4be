#include "cli/naming.hpp"

#include "cli/folder_joins.hpp"
#include "insight/settled.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace avow::cli {

namespace {

using namespace insight;

// One place where a name stands in a session.
struct Place {
    std::size_t session = 0;
    std::string name;
    int seat = 0;
    std::size_t person = 0; // among people_of
};

struct Folder {
    const Past& past;
    std::vector<Team> teams;
    std::vector<std::size_t> team_of;
    std::vector<Place> places;
};

Folder folder_of(const Past& past, const Joins& joins, Join::Kind kind) {
    Folder folder{past, teams_of(past, joins), {}, {}};
    folder.team_of = team_of_each(past, folder.teams);
    const auto person_of = person_of_each(people_of(past, folder.teams, joins));
    for (std::size_t at = 0; at < past.sessions.size(); ++at) {
        const auto& session = past.sessions[at];
        if (kind == Join::Kind::team) folder.places.push_back({at, session.team, 0, 0});
        if (kind == Join::Kind::theme)
            for (const auto& theme : session.themes) folder.places.push_back({at, theme.title, 0, 0});
        if (kind == Join::Kind::person)
            for (const auto& person : session.participants)
                folder.places.push_back({at, person.name, person.seat, person_of.at({at, person.id})});
    }
    return folder;
}

std::string names_of_teams(const Folder& folder, const std::set<std::size_t>& teams) {
    std::string names;
    for (const auto team : teams) names += (names.empty() ? "" : ", ") + folder.teams[team].name;
    return names;
}

std::vector<Place> places_of(const Folder& folder, const Named& named, std::optional<std::size_t> team) {
    std::vector<Place> found;
    for (const auto& place : folder.places)
        if ((!team || folder.team_of[place.session] == *team) &&
            is_meant(named, folded(place.name), folder.past.sessions[place.session].date, place.seat))
            found.push_back(place);
    return found;
}

std::string nobody(const SaidOfTwo& said, const Named& named) {
    const std::string who = said.kind == Join::Kind::person ? "Nobody"
                            : said.kind == Join::Kind::team ? "No team"
                                                            : "No theme";
    return who + " is called " + in_words(named) + " in these sessions. Nothing was changed.";
}

// Where one name is of several people, a join of them all is hardly what was meant.
std::optional<std::string> several(const Folder& folder, const std::vector<Place>& places) {
    std::set<std::size_t> people;
    std::string ways;
    for (const auto& place : places)
        if (people.insert(place.person).second)
            ways += (ways.empty() ? "" : ", ") + ("\"" + place.name + "@") +
                    iso(folder.past.sessions[place.session].date) + "#" + std::to_string(place.seat) + "\"";
    if (people.size() < 2) return std::nullopt;
    return "Several people are called " + places.front().name + ". Say which: " + ways + ". Nothing was changed.";
}

// What follows no such day is part of the name.
Named named_in(const std::string& words) {
    const auto at = words.rfind('@');
    if (at == std::string::npos || at == 0) return {"", words, std::nullopt, 0};
    const auto hash = words.find('#', at);
    const auto day = date_from_iso(std::string_view(words).substr(at + 1, hash - at - 1));
    int seat = 0;
    if (hash != std::string::npos) std::from_chars(words.data() + hash + 1, words.data() + words.size(), seat);
    if (!day || (hash != std::string::npos && seat < 1)) return {"", words, std::nullopt, 0};
    return {"", words.substr(0, at), day, seat};
}

std::variant<Named, std::string> resolved(const SaidOfTwo& said, const std::string& words, const Folder& folder,
                                          std::optional<std::size_t> team) {
    auto named = named_in(words);
    const auto places = places_of(folder, named, team);
    if (places.empty()) return nobody(said, named);
    named.name = places.front().name; // as it is written there
    std::set<std::size_t> teams;
    for (const auto& place : places) teams.insert(folder.team_of[place.session]);
    if (said.kind == Join::Kind::team) return named;
    if (teams.size() > 1)
        return in_words(named) + " is in several teams: " + names_of_teams(folder, teams) +
               ". Say which with --team. Nothing was changed.";
    named.team = folder.teams[*teams.begin()].name;
    if (said.kind == Join::Kind::person && said.is_same)
        if (const auto sentence = several(folder, places)) return *sentence;
    return named;
}

} // namespace

std::variant<Join, std::string> join_in(const SaidOfTwo& said, const Past& past, const Joins& before) {
    const auto folder = folder_of(past, before, said.kind);
    std::optional<std::size_t> team;
    if (!said.team.empty()) {
        const auto found = team_in(folder.teams, said.team);
        if (const auto* sentence = std::get_if<std::string>(&found)) return *sentence;
        team = std::get<std::size_t>(found);
    }
    auto one = resolved(said, said.two[0], folder, team);
    auto other = resolved(said, said.two[1], folder, team);
    for (auto* named : {&one, &other})
        if (auto* sentence = std::get_if<std::string>(named)) return std::move(*sentence);
    if (std::get<Named>(one) == std::get<Named>(other))
        return "Both are " + in_words(std::get<Named>(one)) +
               ". Of one name, say of which day each is: \"NAME@2026-06-15\". Nothing was changed.";
    return Join{said.kind, said.is_same, std::get<Named>(std::move(one)), std::get<Named>(std::move(other))};
}

} // namespace avow::cli
