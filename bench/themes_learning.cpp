// What the engine learns from corrections: themes_learning [--lexicon FOLDER] [--vectors FILE] [--purposes FILE] SAMPLES.jsonl ...
// A facilitator puts right what is most visibly wrong, ten times; told are the moves that are left after each, with the
// corrections alone and with the engine proposing anew around them.
#include "scoring/samples.hpp"
#include "scoring/scores.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace avow::bench;
using namespace avow::themes;

// The wall while it is put right: where each statement lies (empty: alone), and which lie there by hand.
struct Wall {
    std::vector<std::string> keys;
    std::vector<bool> is_by_hand;
    bool is_proposed = false; // once
};

Table table_on(const Wall& wall, const Grouping& gold) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < wall.keys.size(); ++at)
        names.push_back(wall.keys[at].empty() ? "alone " + std::to_string(at) : wall.keys[at]);
    return table_of(numbered(names), gold);
}

// The theme on the wall that is meant by each one of the gold: the one with most of its statements that is nobody's yet,
// the largest first. A theme of one statement has none: it stands alone.
std::map<std::size_t, std::string> homes_of(const Wall& wall, const Grouping& gold) {
    std::map<std::pair<std::size_t, std::string>, int> counts;
    std::map<std::size_t, int> sizes;
    for (std::size_t at = 0; at < gold.size(); ++at) {
        ++sizes[gold[at]];
        if (!wall.keys[at].empty()) ++counts[{gold[at], wall.keys[at]}];
    }
    std::vector<std::pair<int, std::pair<std::size_t, std::string>>> ranked;
    for (const auto& [pair, count] : counts)
        if (sizes[pair.first] > 1 && count > 1) ranked.emplace_back(-count, pair);
    std::sort(ranked.begin(), ranked.end());
    std::map<std::size_t, std::string> homes;
    std::set<std::string> taken;
    for (const auto& [count, pair] : ranked)
        if (!homes.contains(pair.first) && taken.insert(pair.second).second) homes.insert(pair);
    for (const auto& [theme, size] : sizes)
        if (size > 1) homes.emplace(theme, "by hand " + std::to_string(theme));
    return homes;
}

// One correction: two themes that are one are merged, the largest gain first; else the card that is wrong in the largest
// theme goes where it belongs. False when all is right.
bool correct(Wall& wall, const Grouping& gold) {
    const auto homes = homes_of(wall, gold);
    std::map<std::string, std::map<std::size_t, int>> contents;
    for (std::size_t at = 0; at < gold.size(); ++at)
        if (!wall.keys[at].empty()) ++contents[wall.keys[at]][gold[at]];
    std::pair<int, std::string> best_merge;
    for (const auto& [key, themes] : contents)
        for (const auto& [theme, count] : themes) {
            int others = 0;
            for (const auto& [other, other_count] : themes) others += other == theme ? 0 : other_count;
            const auto home = homes.find(theme);
            if (home != homes.end() && home->second != key && count > 1 && others == 0)
                best_merge = std::max(best_merge, {count, key});
        }
    if (best_merge.first > 0) {
        const auto from = best_merge.second;
        const auto into = homes.at(contents[from].begin()->first);
        for (std::size_t at = 0; at < gold.size(); ++at)
            if (wall.keys[at] == from || wall.keys[at] == into) {
                wall.keys[at] = into;
                wall.is_by_hand[at] = true;
            }
        return true;
    }
    std::pair<int, std::size_t> worst{0, 0};
    for (std::size_t at = 0; at < gold.size(); ++at) {
        const auto home = homes.find(gold[at]);
        const auto right = home == homes.end() ? std::string() : home->second;
        if (wall.keys[at] == right) continue;
        int neighbours = 1;
        for (const auto& key : wall.keys) neighbours += !key.empty() && key == wall.keys[at] ? 1 : 0;
        if (neighbours > worst.first) worst = {neighbours, at};
    }
    if (worst.first == 0) return false;
    const auto home = homes.find(gold[worst.second]);
    wall.keys[worst.second] = home == homes.end() ? std::string() : home->second;
    wall.is_by_hand[worst.second] = true;
    return true;
}

// Proposed anew around what lies by hand; who was set apart by hand is not asked.
void propose_around(Wall& wall, const Sample& sample, const Knowledge& knowledge) {
    const bool is_proposed = wall.is_proposed;
    std::vector<Statement> asked;
    std::vector<Placement> previous;
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < wall.keys.size(); ++at) {
        if (wall.is_by_hand[at] && wall.keys[at].empty()) continue;
        auto statement = sample.statements[at];
        if (wall.is_by_hand[at]) statement.theme = wall.keys[at];
        const bool is_alone = wall.keys[at].empty();
        if (is_proposed) previous.push_back({statement.id, is_alone ? std::nullopt : std::optional(wall.keys[at]), {}});
        asked.push_back(std::move(statement));
        places.push_back(at);
    }
    const auto next = placements_of(propose(asked, knowledge, previous), asked);
    wall.is_proposed = true;
    for (std::size_t at = 0; at < places.size(); ++at) wall.keys[places[at]] = next[at].theme.value_or("");
}

// The moves that are left after each of so many corrections.
std::vector<double> curve(const Sample& sample, const Knowledge& knowledge, bool does_learn) {
    constexpr int corrections = 10;
    const auto gold = numbered(sample.gold);
    Wall wall{std::vector<std::string>(gold.size()), std::vector<bool>(gold.size(), false), false};
    propose_around(wall, sample, knowledge);
    std::vector<double> left = {moves(table_on(wall, gold))};
    while (left.size() <= corrections) {
        if (correct(wall, gold) && does_learn) propose_around(wall, sample, knowledge);
        left.push_back(moves(table_on(wall, gold)));
    }
    return left;
}

// Moves left after 0, 1, ... corrections, without learning and with it; means over the samples.
void show_curve(const std::string& path, const Knowledge& knowledge) {
    constexpr std::size_t most_samples = 12;
    auto samples = samples_of(path);
    samples.resize(std::min(samples.size(), most_samples));
    for (const bool does_learn : {false, true}) {
        std::vector<double> sums;
        for (const auto& sample : samples) {
            const auto left = curve(sample, knowledge, does_learn);
            sums.resize(left.size());
            for (std::size_t at = 0; at < left.size(); ++at) sums[at] += left[at];
        }
        std::printf("%-28s %s", path.substr(path.find_last_of('/') + 1).c_str(), does_learn ? "learns" : "alone ");
        for (const double sum : sums) std::printf(" %5.1f", sum / static_cast<double>(samples.size()));
        std::printf("\n");
    }
}

} // namespace

int main(int count, char** words) {
    const auto asked = asked_in({words + 1, words + count});
    for (const auto& file : asked.files) show_curve(file, asked.knowledge);
}
