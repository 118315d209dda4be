#include "themes/profile.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace avow::themes {

namespace {

constexpr std::size_t most_shared = 4;
constexpr std::size_t most_examples = 3;   // words told for a concept
constexpr float least_telling = 0.3F;      // weight of a word that is worth telling
constexpr double least_likely = 0.35;      // a purpose less likely than this is not told
constexpr double least_of_strongest = 0.2; // what is weaker than this part of the strongest is not told

// How one statement's thing says a stem or concept: the words as written, lower case.
void add_surfaces(const Room& room, std::size_t thing, SignId sign, std::map<std::string, int>& surfaces) {
    const auto& text = room.statements[room.things[thing].statements.front()].text;
    for (const auto& mark : room.readings[thing].marks) {
        if (mark.sign == sign) {
            ++surfaces[folded(std::string_view(text).substr(mark.begin, mark.end - mark.begin))];
        }
    }
}

// Whether a thing says it, and not only with words of grammar.
bool says(const Room& room, std::size_t thing, SignId sign) {
    return std::ranges::any_of(room.readings[thing].marks,
                               [&](const Mark& mark) { return mark.sign == sign && mark.weight >= least_telling; });
}

// How likely these things are to be for a purpose, on average.
double likelihood(const Room& room, const std::vector<std::size_t>& things, SignId purpose) {
    double sum = 0;
    for (const auto thing : things) {
        double all = 0;
        double own = 0;
        for (const auto& [sign, weight] : room.readings[thing].signs) {
            if (room.reader.kind(sign) != Kind::aim) continue;
            all += static_cast<double>(weight) * weight;
            if (sign == purpose) own = static_cast<double>(weight) * weight;
        }
        if (all > 0) sum += own / all;
    }
    return things.empty() ? 0 : sum / static_cast<double>(things.size());
}

// A sign in words: what people said stands in quotation marks, the word most of them use or up to three that mean one thing;
// a purpose, which nobody said, stands without. Empty where a concept is only hinted at.
std::string in_words(const Room& room, const std::vector<std::size_t>& things, SignId sign) {
    if (room.reader.kind(sign) == Kind::aim) return room.reader.name(sign);
    std::map<std::string, int> surfaces;
    for (const auto thing : things) {
        add_surfaces(room, thing, sign, surfaces);
    }
    std::vector<std::pair<std::string, int>> ranked(surfaces.begin(), surfaces.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    ranked.resize(std::min(ranked.size(), room.reader.is_concept(sign) ? most_examples : std::size_t{1}));
    std::string words;
    for (const auto& [word, count] : ranked) words += (words.empty() ? "“" : "/“") + word + "”";
    return words;
}

// The strongest signs by worth, in words, at most one purpose among them. What is told already is not told twice.
std::vector<std::string> strongest(const Room& room, const std::vector<std::size_t>& things,
                                   std::vector<std::pair<double, SignId>> worths) {
    std::sort(worths.begin(), worths.end(), [&](const auto& a, const auto& b) {
        return a.first > b.first || (a.first == b.first && room.reader.name(a.second) < room.reader.name(b.second));
    });
    std::vector<std::string> told;
    bool is_purpose_told = false;
    double strongest_word = 0;
    for (const auto& [worth, sign] : worths) {
        const bool is_purpose = room.reader.kind(sign) == Kind::aim;
        if (!is_purpose) strongest_word = std::max(strongest_word, worth);
        if (told.size() == most_shared || worth < least_of_strongest * strongest_word) break;
        auto words = in_words(room, things, sign);
        const bool is_said = std::ranges::any_of(told, [&](const std::string& other) {
            return other.find(words) != std::string::npos || words.find(other) != std::string::npos;
        });
        if (words.empty() || is_said) continue;
        if (is_purpose && (is_purpose_told || likelihood(room, things, sign) < least_likely)) continue;
        is_purpose_told = is_purpose_told || is_purpose;
        told.push_back(std::move(words));
    }
    return told;
}

} // namespace

std::vector<float> weights_everywhere(const Room& room) {
    std::vector<float> weights(room.reader.sign_count(), 0.0F);
    for (const auto& reading : room.readings) {
        for (const auto& [sign, weight] : reading.signs) weights[sign] += weight;
    }
    const auto count = static_cast<float>(std::max<std::size_t>(room.readings.size(), 1));
    for (auto& weight : weights) weight /= count;
    return weights;
}

Profile profile_of(const Room& room, const std::vector<std::size_t>& things, const std::vector<float>& everywhere) {
    std::map<SignId, Trait> traits;
    for (const auto thing : things) {
        for (const auto& [sign, weight] : room.readings[thing].signs) {
            const auto kind = room.reader.kind(sign);
            if (kind != Kind::stem && kind != Kind::meaning && kind != Kind::aim) continue;
            auto& trait = traits[sign];
            trait.sign = sign;
            trait.importance += weight;
            if (kind == Kind::aim || says(room, thing, sign)) ++trait.holder_count;
        }
    }
    Profile profile;
    for (auto& [sign, trait] : traits) {
        trait.importance = trait.importance / static_cast<float>(things.size()) - 0.5F * everywhere[sign];
        if (trait.importance > 0) profile.push_back(trait);
    }
    return profile;
}

double importance_in(const Profile& profile, SignId sign) {
    const auto trait = std::lower_bound(profile.begin(), profile.end(), sign,
                                        [](const Trait& one, SignId other) { return one.sign < other; });
    return trait != profile.end() && trait->sign == sign ? trait->importance : 0;
}

std::vector<std::string> shared_by(const Room& room, const std::vector<std::size_t>& things, const Profile& profile) {
    std::vector<std::pair<double, SignId>> worths;
    for (const auto& trait : profile) {
        if (trait.holder_count > 1 || things.size() == 1) worths.emplace_back(trait.importance, trait.sign);
    }
    return strongest(room, things, std::move(worths));
}

std::vector<std::string> shared_with(const Room& room, std::size_t thing, const std::vector<std::size_t>& things,
                                     const Profile& profile) {
    const bool is_member = std::find(things.begin(), things.end(), thing) != things.end();
    const std::uint32_t own = is_member && room.voices(thing) == 1 ? 1 : 0; // what only it holds is not shared
    std::vector<std::pair<double, SignId>> worths;
    auto trait = profile.begin();
    for (const auto& [sign, weight] : room.readings[thing].signs) {
        while (trait != profile.end() && trait->sign < sign) ++trait;
        if (trait != profile.end() && trait->sign == sign && trait->holder_count > own) {
            worths.emplace_back(static_cast<double>(trait->importance) * weight, sign);
        }
    }
    return strongest(room, {thing}, std::move(worths)); // in its own words
}

} // namespace avow::themes
