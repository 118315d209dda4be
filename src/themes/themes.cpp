#include "themes/themes.hpp"

#include "themes/grouping.hpp"
#include "themes/profile.hpp"
#include "themes/room.hpp"
#include "themes/titles.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace avow::themes {

namespace {

constexpr std::size_t most_title_voices = 60; // of a theme; more would not make a better title
constexpr std::ptrdiff_t most_title_words = 7;
constexpr double sure_closeness = 0.72; // of 1: so close, five pairs of six belong together
constexpr double second_share = 0.7;    // of how alike a theme's own are: a part this near belongs there too
constexpr double second_lead = 1.3;     // as near again as to its own theme

// A theme while it is made: its things, by index.
struct Draft {
    std::vector<std::size_t> things;
    std::optional<std::string> key; // that it had before
    std::string first_id;           // the smallest of its members'
};

std::vector<Draft> drafts_of(const Room& room, const std::vector<GroupId>& groups) {
    std::map<GroupId, Draft> by_group;
    for (std::size_t thing = 0; thing < groups.size(); ++thing) {
        if (groups[thing] != no_group) {
            by_group[groups[thing]].things.push_back(thing);
        }
    }
    std::vector<Draft> drafts;
    for (auto& [group, draft] : by_group) {
        std::size_t voices = 0;
        bool is_fixed = false;
        for (const auto thing : draft.things) {
            voices += room.voices(thing);
            is_fixed = is_fixed || room.things[thing].is_fixed;
        }
        if (voices < 2 && !is_fixed) {
            continue; // a single voice
        }
        if (group < room.keys.size()) {
            draft.key = room.keys[group];
        }
        draft.first_id = room.first_id(draft.things.front());
        for (const auto thing : draft.things) {
            draft.first_id = std::min(draft.first_id, room.first_id(thing));
        }
        drafts.push_back(std::move(draft));
    }
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.first_id < b.first_id; });
    return drafts;
}

// Keys of new themes come from their smallest member's id; one that is taken by a theme that was there gets a mark.
std::vector<std::string> keys_of(const std::vector<Draft>& drafts, const std::vector<std::string>& standing_keys) {
    std::set<std::string> taken(standing_keys.begin(), standing_keys.end());
    std::vector<std::string> keys;
    for (const auto& draft : drafts) {
        std::string key = draft.key.value_or("theme-" + draft.first_id);
        while (!draft.key && !taken.insert(key).second) {
            key += '+';
        }
        keys.push_back(std::move(key));
    }
    return keys;
}

struct Said {
    std::vector<std::size_t> members;
    std::size_t quote = 0;
    std::vector<Voice> voices;
};

// The members of a theme, the one that speaks best for all, and the voices its title is cut from.
Said said_in(const Room& room, const Closeness& closeness, const std::vector<std::size_t>& things) {
    Said said;
    std::vector<std::pair<double, std::size_t>> central;
    for (const auto thing : things) {
        const auto& own = room.things[thing].statements;
        said.members.insert(said.members.end(), own.begin(), own.end());
        central.emplace_back(closeness_to(room, closeness, thing, things), thing);
    }
    std::sort(said.members.begin(), said.members.end());
    std::stable_sort(central.begin(), central.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    said.quote = room.things[central.front().second].statements.front();
    for (std::size_t at = 0; at < std::min(central.size(), most_title_voices); ++at) {
        const auto thing = central[at].second;
        said.voices.push_back(
            {room.statements[room.things[thing].statements.front()].text, &room.readings[thing], central[at].first});
    }
    return said;
}

// The things of a theme that are close to one another beyond doubt: whoever is least close to the rest goes, until all
// are close enough. Those a person put there need no proof.
std::vector<std::size_t> sure_of(const Room& room, const Closeness& closeness, std::vector<std::size_t> things) {
    const auto close = [&](std::size_t one, std::size_t other) {
        const bool is_by_hand = room.things[one].is_fixed && room.things[other].is_fixed;
        return is_by_hand ? 1.0 : static_cast<double>(closeness.between(one, other));
    };
    std::vector<double> sums(things.size(), 0);
    for (std::size_t one = 0; one < things.size(); ++one)
        for (std::size_t other = 0; other < things.size(); ++other)
            if (one != other) sums[one] += close(things[one], things[other]);
    while (things.size() > 1) {
        const auto least = static_cast<std::size_t>(std::ranges::min_element(sums) - sums.begin());
        if (sums[least] >= sure_closeness * static_cast<double>(things.size() - 1)) break;
        for (std::size_t other = 0; other < things.size(); ++other)
            if (other != least) sums[other] -= close(things[least], things[other]);
        things.erase(things.begin() + static_cast<std::ptrdiff_t>(least));
        sums.erase(sums.begin() + static_cast<std::ptrdiff_t>(least));
    }
    std::vector<std::size_t> sure;
    for (const auto thing : things)
        sure.insert(sure.end(), room.things[thing].statements.begin(), room.things[thing].statements.end());
    if (sure.size() < 2) sure.clear();
    std::ranges::sort(sure);
    return sure;
}

// The first title nobody has, kept apart by case too.
std::string untaken(const std::vector<std::string>& titles, std::set<std::string>& taken) {
    for (const auto& title : titles) {
        if (taken.insert(folded(title)).second) {
            return title;
        }
    }
    const auto& words = titles.front();
    const auto stem = words.substr(0, std::min(words.find_last_of(' '), words.size()));
    for (int number = 2;; ++number) {
        auto title = stem + ' ' + std::to_string(number);
        if (taken.insert(folded(title)).second) {
            return title;
        }
    }
}

// The labels that may stay because their theme is still there and its members still say them.
std::map<std::string, std::string> standing_labels(const std::vector<Placement>& previous) {
    std::map<std::string, std::string> labels;
    for (const auto& placement : previous) {
        if (placement.theme && !placement.label.empty()) {
            labels.emplace(*placement.theme, placement.label);
        }
    }
    return labels;
}

std::vector<Theme> themes_of(const Room& room, const Closeness& closeness, const std::vector<Draft>& drafts,
                             const std::vector<Placement>& previous) {
    const auto everywhere = weights_everywhere(room);
    const auto keys = keys_of(drafts, room.keys);
    const auto labels = standing_labels(previous);
    std::vector<Theme> themes(drafts.size());
    std::vector<std::vector<std::string>> titles(drafts.size());
    std::set<std::string> taken;
    for (std::size_t at = 0; at < drafts.size(); ++at) {
        const auto profile = profile_of(room, drafts[at].things, everywhere);
        auto said = said_in(room, closeness, drafts[at].things);
        const auto standing = labels.find(keys[at]);
        if (standing != labels.end() && drafts[at].key && is_said_by(standing->second, said.voices, room.reader) &&
            taken.insert(folded(standing->second)).second) {
            themes[at].label = standing->second;
        } else {
            titles[at] = titles_for(said.voices, profile, room.reader);
        }
        themes[at].key = keys[at];
        themes[at].members = std::move(said.members);
        themes[at].sure = sure_of(room, closeness, drafts[at].things);
        themes[at].quote = said.quote;
        themes[at].shared = shared_by(room, drafts[at].things, profile);
    }
    for (std::size_t at = 0; at < themes.size(); ++at) { // after the standing ones, which go first
        if (themes[at].label.empty()) {
            themes[at].label = untaken(titles[at], taken);
        }
    }
    return themes;
}

// Why a thing lies in `own`, an index into the drafts, or alone if there is no such draft.
Reason reason_for(const Room& room, const Closeness& closeness, const std::vector<Draft>& drafts,
                  const std::vector<Profile>& profiles, std::size_t thing, std::size_t own) {
    Reason reason;
    double best = 0;
    for (std::size_t theme = 0; theme < drafts.size(); ++theme) {
        const double close = theme == own ? 0 : closeness_to(room, closeness, thing, drafts[theme].things);
        if (close > best) {
            best = close;
            reason.runner_up_theme = theme;
        }
    }
    reason.runner_up_closeness = std::min(best, 1.0);
    if (reason.runner_up_theme) {
        const auto other = *reason.runner_up_theme;
        reason.shared_with_runner_up = shared_with(room, thing, drafts[other].things, profiles[other]);
    }
    reason.closeness = reason.runner_up_closeness;
    if (own < drafts.size()) {
        reason.shared = shared_with(room, thing, drafts[own].things, profiles[own]);
        reason.closeness = std::clamp(closeness_to(room, closeness, thing, drafts[own].things), 0.0, 1.0);
    }
    float nearest = 0;
    for (std::size_t other = 0; other < room.things.size(); ++other) {
        if (other != thing && closeness.between(thing, other) > nearest) {
            nearest = closeness.between(thing, other);
            reason.nearest_statement = room.things[other].statements.front();
        }
    }
    return reason;
}

// All that is said in each theme, added up, so that a part of a statement is compared with all themes in one pass.
struct Sums {
    std::vector<Reading> readings; // one a theme
    std::vector<double> within;    // how alike a theme's things are on average: what a part must come near
};

Sums sums_of(const Room& room, const std::vector<Draft>& drafts) {
    Sums sums;
    for (const auto& draft : drafts) {
        std::map<SignId, float> weights;
        double own = 0;
        for (const auto thing : draft.things) {
            for (const auto& [sign, weight] : room.readings[thing].signs) weights[sign] += weight;
            own += similarity(room.readings[thing], room.readings[thing]);
        }
        Reading sum;
        for (const auto& [sign, weight] : weights) sum.signs.push_back({sign, weight});
        const auto count = static_cast<double>(draft.things.size());
        sums.within.push_back(count > 1 ? (similarity(sum, sum) - own) / (count * (count - 1)) : 1);
        sums.readings.push_back(std::move(sum));
    }
    return sums;
}

// The theme that one part of a thing belongs to as clearly as another part belongs to its own.
std::optional<std::size_t> second_theme_of(const Room& room, const std::vector<Draft>& drafts, const Sums& sums,
                                           const Index& index, std::size_t thing, std::size_t own) {
    if (own >= drafts.size() || drafts[own].things.size() < 2) return {};
    std::optional<std::size_t> second;
    double best = second_share;
    bool is_own_said = false;
    std::vector<float> row;
    for (const auto& part : room.parts[thing]) {
        index.similarities(part, row);
        const double at_home =
            (row[own] - similarity(part, room.readings[thing])) / static_cast<double>(drafts[own].things.size() - 1);
        double strongest_elsewhere = 0;
        for (std::size_t theme = 0; theme < drafts.size(); ++theme) {
            if (theme == own) continue;
            const double there = row[theme] / static_cast<double>(drafts[theme].things.size());
            strongest_elsewhere = std::max(strongest_elsewhere, there);
            if (there > at_home * second_lead && there > best * sums.within[theme]) {
                best = there / sums.within[theme];
                second = theme;
            }
        }
        is_own_said = is_own_said || at_home >= strongest_elsewhere;
    }
    return is_own_said ? second : std::nullopt;
}

std::vector<Reason> reasons_of(const Room& room, const Closeness& closeness, const std::vector<Draft>& drafts) {
    const auto everywhere = weights_everywhere(room);
    std::vector<Profile> profiles;
    std::vector<std::size_t> theme_of(room.things.size(), drafts.size());
    for (std::size_t theme = 0; theme < drafts.size(); ++theme) {
        profiles.push_back(profile_of(room, drafts[theme].things, everywhere));
        for (const auto thing : drafts[theme].things) theme_of[thing] = theme;
    }
    const auto sums = sums_of(room, drafts);
    const Index index(sums.readings);
    std::vector<Reason> reasons(room.statements.size());
    for (std::size_t thing = 0; thing < room.things.size(); ++thing) {
        auto reason = reason_for(room, closeness, drafts, profiles, thing, theme_of[thing]);
        reason.second_theme = second_theme_of(room, drafts, sums, index, thing, theme_of[thing]);
        const auto& said = room.things[thing].statements;
        for (const auto statement : said) {
            reasons[statement] = reason;
            if (said.size() > 1) { // the nearest is who said the same
                reasons[statement].nearest_statement = statement == said.front() ? said[1] : said.front();
            }
            reasons[statement].is_placed_by_hand = room.statements[statement].theme.has_value();
        }
    }
    return reasons;
}

constexpr const char* name_mark = "\x01"; // before the key, in the id of a name: no statement's id begins so

bool is_used(const std::string& key, const std::vector<Statement>& statements, const std::vector<Placement>& previous) {
    const auto has_key = [&](const auto& each) { return each.theme == key; };
    return std::ranges::any_of(statements, has_key) || std::ranges::any_of(previous, has_key);
}

// The pairs of things that were refused as one theme, but for those a person has put together since.
std::vector<Apart> apart_in(const Room& room, const std::vector<std::vector<std::string>>& refused) {
    std::map<std::string_view, std::size_t> thing_of;
    for (std::size_t thing = 0; thing < room.things.size(); ++thing)
        for (const auto statement : room.things[thing].statements) thing_of[room.statements[statement].id] = thing;
    std::vector<Apart> apart;
    for (const auto& ids : refused) {
        for (auto one = ids.begin(); one != ids.end(); ++one) {
            for (auto other = one + 1; other != ids.end(); ++other) {
                const auto a = thing_of.find(*one);
                const auto b = thing_of.find(*other);
                if (a == thing_of.end() || b == thing_of.end() || a->second == b->second) continue;
                const auto& first = room.standings[a->second];
                const auto& second = room.standings[b->second];
                if (first.is_fixed && second.is_fixed && first.group == second.group) continue;
                apart.push_back({a->second, b->second});
            }
        }
    }
    return apart;
}

Proposal proposed_for(const std::vector<Statement>& statements, const Knowledge& knowledge,
                      const std::vector<Placement>& previous, const std::vector<std::vector<std::string>>& refused) {
    const auto room = room_of(statements, knowledge, previous);
    auto in_room = closeness_in_room(room.readings, room.standings);
    keep_apart(in_room, apart_in(room, refused));
    const auto& closeness = in_room.pulled;
    const auto groups = grouped(in_room, room.standings, static_cast<GroupId>(room.keys.size()), room.words_shared);
    const auto drafts = drafts_of(room, groups);

    Proposal proposal;
    proposal.themes = themes_of(room, closeness, drafts, previous);
    proposal.reasons = reasons_of(room, closeness, drafts);
    std::vector<bool> is_grouped(statements.size(), false);
    for (const auto& theme : proposal.themes)
        for (const auto member : theme.members) is_grouped[member] = true;
    for (std::size_t statement = 0; statement < statements.size(); ++statement)
        if (!is_grouped[statement]) proposal.single_voices.push_back(statement);
    return proposal;
}

// The themes on the wall by their titles: what lay under such a title earlier speaks for that theme.
std::map<std::string, std::string> keys_by_title(const std::vector<Placement>& previous, const Taught& taught) {
    std::map<std::string, std::string> keys;
    for (const auto& [key, name] : taught.names) keys.emplace(folded(name), key);
    for (const auto& placement : previous)
        if (placement.theme) keys.emplace(folded(placement.label), *placement.theme);
    return keys;
}

bool is_from_earlier(const Theme& theme) { return theme.key.starts_with(earlier_mark); }

// A theme of an earlier session that comes again gets a key of its own and the title it had.
void take_over_titles(const std::vector<Statement>& statements, Proposal& proposal) {
    std::set<std::string> keys;
    std::set<std::string> titles;
    for (const auto& theme : proposal.themes) {
        keys.insert(theme.key);
        if (!is_from_earlier(theme)) titles.insert(folded(theme.label));
    }
    for (auto& theme : proposal.themes) {
        if (!is_from_earlier(theme)) continue;
        const auto title = theme.key.substr(1);
        if (std::ranges::count(title, ' ') < most_title_words && titles.insert(folded(title)).second)
            theme.label = title;
        std::string first = statements[theme.members.front()].id;
        for (const auto member : theme.members) first = std::min(first, statements[member].id);
        theme.key = "theme-" + first;
        while (!keys.insert(theme.key).second) theme.key += '+';
    }
}

// Takes what is no statement of this session out of a proposal, and themes that are then no themes.
void leave_out_from(std::size_t count, Proposal& proposal) {
    const auto is_out = [&](std::size_t statement) { return statement >= count; };
    for (auto& theme : proposal.themes) {
        std::erase_if(theme.members, is_out);
        std::erase_if(theme.sure, is_out);
        if (theme.sure.size() < 2) theme.sure.clear();
        if (is_out(theme.quote) && !theme.members.empty()) theme.quote = theme.members.front();
    }
    const auto is_gone = [](const Theme& theme) {
        return theme.members.empty() || (is_from_earlier(theme) && theme.members.size() < 2);
    };
    for (const auto& theme : proposal.themes)
        if (is_gone(theme))
            proposal.single_voices.insert(proposal.single_voices.end(), theme.members.begin(), theme.members.end());
    std::ranges::sort(proposal.single_voices);
    proposal.reasons.resize(count);
    for (auto& reason : proposal.reasons)
        if (reason.nearest_statement && is_out(*reason.nearest_statement)) reason.nearest_statement.reset();
    std::vector<std::size_t> place_of; // of each theme once the empty ones are gone
    std::size_t kept = 0;
    for (const auto& theme : proposal.themes) place_of.push_back(is_gone(theme) ? kept : kept++);
    for (auto& reason : proposal.reasons) {
        for (auto* theme : {&reason.runner_up_theme, &reason.second_theme}) {
            if (!*theme) continue;
            if (is_gone(proposal.themes[**theme])) {
                theme->reset();
            } else {
                *theme = place_of[**theme];
            }
        }
    }
    std::erase_if(proposal.themes, is_gone);
}

} // namespace

Proposal propose(const std::vector<Statement>& statements, const Knowledge& knowledge,
                 const std::vector<Placement>& previous, const Taught& taught) {
    // A name given by hand stands among the statements of its theme while they are compared, and nowhere else.
    auto compared = statements;
    for (const auto& [key, name] : taught.names)
        if (is_used(key, statements, previous)) compared.push_back({name_mark + key, name, key});
    const auto keys = keys_by_title(previous, taught);
    for (const auto& said : taught.earlier) {
        if (!said.theme) continue;
        const auto known = keys.find(folded(*said.theme));
        compared.push_back({earlier_mark + std::to_string(compared.size()), said.text,
                            known != keys.end() ? known->second : earlier_mark + *said.theme});
    }
    auto proposal = proposed_for(compared, knowledge, previous, taught.refused);
    leave_out_from(statements.size(), proposal);
    take_over_titles(statements, proposal);
    return proposal;
}

std::vector<Placement> placements_of(const Proposal& proposal, const std::vector<Statement>& statements) {
    std::vector<Placement> placements;
    for (const auto& statement : statements) {
        placements.push_back({statement.id, std::nullopt, {}});
    }
    for (const auto& theme : proposal.themes) {
        for (const auto member : theme.members) {
            placements[member].theme = theme.key;
            placements[member].label = theme.label;
        }
    }
    return placements;
}

std::optional<std::array<Theme, 2>> propose_split(const std::vector<Statement>& statements,
                                                  const std::vector<std::size_t>& members, const Knowledge& knowledge) {
    if (members.size() < 2) {
        return {};
    }
    std::vector<Statement> chosen;
    for (const auto member : members) {
        chosen.push_back(statements[member]);
        chosen.back().theme.reset(); // they are one theme by hand or not; the cut asks only for words
    }
    const auto room = room_of(chosen, knowledge, {});
    std::array<Draft, 2> drafts;
    const auto closeness = closeness_in_room(room.readings, room.standings).pulled;
    if (room.things.size() < 2) {
        return {};
    }
    const auto is_second = cut_in_two(closeness);
    for (std::size_t thing = 0; thing < room.things.size(); ++thing) {
        drafts[is_second[thing] ? 1 : 0].things.push_back(thing);
    }
    auto parts = themes_of(room, closeness, {drafts[0], drafts[1]}, {});
    for (auto& part : parts) {
        part.key.clear();
        part.quote = members[part.quote];
        for (auto& member : part.members) {
            member = members[member];
        }
    }
    return std::array<Theme, 2>{std::move(parts[0]), std::move(parts[1])};
}

} // namespace avow::themes
