#include "themes/room.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

namespace avow::themes {

namespace {

// By id, so that what is found does not depend on the order of speaking.
std::vector<std::size_t> canonical_order(const std::vector<Statement>& statements) {
    std::vector<std::size_t> order(statements.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto& one = statements[a];
        const auto& other = statements[b];
        return std::tie(one.id, one.text, one.theme) < std::tie(other.id, other.text, other.theme);
    });
    return order;
}

// What makes two texts the same words: case, spaces and punctuation aside; where there is no word, the text itself.
std::string wording(const std::string& text, const Stemmer& stemmer) {
    std::string said;
    for (const auto& word : words_of(text, stemmer)) {
        said += word.folded + ' ';
    }
    return said.empty() ? text : said;
}

// Where a sentence goes on to something else.
constexpr std::array<std::string_view, 9> joints = {". ", "; ", ", ", " and ", " but ", " then ", " - ", " – ", ": "};
constexpr std::size_t least_part_words = 3;

// The parts of a statement that say enough to stand alone; none where it says one thing.
std::vector<std::string_view> parts_of(std::string_view text, const Stemmer& stemmer) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const auto rest = text.substr(at);
        const auto joint = std::ranges::find_if(joints, [&](std::string_view mark) { return rest.starts_with(mark); });
        if (at < text.size() && joint == joints.end()) continue;
        const auto part = text.substr(begin, at - begin);
        if (words_of(part, stemmer).size() >= least_part_words) {
            parts.push_back(part);
            begin = at + (joint == joints.end() ? 0 : joint->size());
        }
    }
    if (parts.size() < 2) parts.clear();
    return parts;
}

std::vector<Thing> things_of(const std::vector<Statement>& statements, const std::vector<Placement>& previous,
                             const Stemmer& stemmer) {
    std::map<std::string_view, const Placement*> placements;
    for (const auto& placement : previous) {
        placements.emplace(placement.id, &placement);
    }
    struct Same {
        std::map<std::string, std::vector<std::size_t>> by_hand; // by key
        std::map<std::string, std::size_t> before;               // how many lay under a key
        std::vector<std::size_t> loose;
        bool is_known = false;
    };
    std::map<std::string, Same> by_wording;
    for (const auto at : canonical_order(statements)) {
        auto& same = by_wording[wording(statements[at].text, stemmer)];
        if (statements[at].theme) {
            same.by_hand[*statements[at].theme].push_back(at);
            continue;
        }
        same.loose.push_back(at);
        const auto placement = placements.find(statements[at].id);
        if (placement != placements.end()) {
            same.is_known = true;
            if (placement->second->theme) ++same.before[*placement->second->theme];
        }
    }
    std::vector<Thing> things;
    for (auto& [words, same] : by_wording) {
        const auto larger = [](const auto& a, const auto& b) { return a.second < b.second; };
        if (!same.by_hand.empty() && !same.loose.empty()) { // it goes where a person put the same words
            auto most = std::max_element(same.by_hand.begin(), same.by_hand.end(), [](const auto& a, const auto& b) {
                return a.second.size() < b.second.size();
            });
            most->second.insert(most->second.end(), same.loose.begin(), same.loose.end());
        } else if (!same.loose.empty()) {
            std::optional<std::string> home;
            if (!same.before.empty()) {
                home = std::max_element(same.before.begin(), same.before.end(), larger)->first;
            }
            things.push_back({std::move(same.loose), std::move(home), false, same.is_known, false});
        }
        for (auto& [key, members] : same.by_hand) {
            const bool is_earlier = std::ranges::all_of(
                members, [&](std::size_t at) { return statements[at].id.starts_with(earlier_mark); });
            things.push_back({std::move(members), key, true, same.is_known, is_earlier});
        }
    }
    std::sort(things.begin(), things.end(), [&](const Thing& a, const Thing& b) {
        const auto& one = statements[a.statements.front()];
        const auto& other = statements[b.statements.front()];
        return std::tie(one.id, one.text, a.home) < std::tie(other.id, other.text, b.home);
    });
    return things;
}

} // namespace

const Knowledge& language_of(const std::vector<Statement>& statements, const Knowledge& knowledge) {
    constexpr std::size_t most_read = 200;
    if (knowledge.languages.empty()) return knowledge;
    std::vector<std::string_view> texts;
    for (std::size_t at = 0; at < std::min(statements.size(), most_read); ++at) texts.push_back(statements[at].text);
    return of_language_in(texts, knowledge);
}

Room room_of(const std::vector<Statement>& statements, const Knowledge& knowledge,
             const std::vector<Placement>& previous) {
    Room room{statements, Reader(language_of(statements, knowledge)), {}, {}, {}, {}, {}};
    room.things = things_of(statements, previous, room.reader.stemmer());
    std::set<std::string> keys;
    for (const auto& thing : room.things) {
        const auto& text = statements[thing.statements.front()].text;
        room.readings.push_back(room.reader.read_apart(text));
        room.parts.emplace_back();
        for (const auto part : parts_of(text, room.reader.stemmer()))
            room.parts.back().push_back(room.reader.read_apart(part));
        if (thing.home) {
            keys.insert(*thing.home);
        }
    }
    room.words_shared = words_shared_in(room.readings, room.reader);
    const auto shares = shares_for(room.words_shared);
    for (auto& reading : room.readings) room.reader.weigh(reading, shares);
    for (auto& parts : room.parts)
        for (auto& part : parts) room.reader.weigh(part, shares);
    room.keys.assign(keys.begin(), keys.end());
    for (const auto& thing : room.things) {
        Standing standing;
        standing.weight = static_cast<std::uint32_t>(thing.statements.size());
        standing.is_fixed = thing.is_fixed;
        standing.is_known = thing.is_known;
        standing.is_earlier = thing.is_earlier;
        if (thing.home) {
            const auto place = std::lower_bound(room.keys.begin(), room.keys.end(), *thing.home);
            standing.group = static_cast<GroupId>(place - room.keys.begin());
        }
        room.standings.push_back(standing);
    }
    return room;
}

double closeness_to(const Room& room, const Closeness& closeness, std::size_t thing,
                    const std::vector<std::size_t>& things) {
    double sum = 0;
    double weight = 0;
    for (const auto other : things) {
        const auto voices = static_cast<double>(room.voices(other));
        const double close = other == thing ? 1.0 : closeness.between(thing, other);
        const double counted = other == thing ? voices - 1 : voices;
        sum += counted * close;
        weight += counted;
    }
    return weight > 0 ? sum / weight : 0;
}

} // namespace avow::themes
