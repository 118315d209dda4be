#include "themes/grouping.hpp"

#include "themes/moving.hpp"

#include <algorithm>
#include <utility>

namespace avow::themes {

namespace {

constexpr double cut_percentile = 0.95;
constexpr float cut_share = 0.35F;
constexpr float least_cut = 0.09F;
constexpr float abstain_share = 0.8F; // of a cut: below it a thing is a single voice
constexpr int most_sweeps = 20;
constexpr float never = -1e9F;

// Average linkage over a copy of the closenesses; a pair may merge as long as it is on average above the cut.
class Linkage {
public:
    Linkage(const Closeness& closeness, const std::vector<Standing>& standings, GroupId standing_group_count)
        : links_(closeness), group_of_(closeness.count()), weights_(closeness.count()),
          homes_(closeness.count(), no_group), alive_(closeness.count(), true) {
        std::vector<std::size_t> first_of(standing_group_count, closeness.count());
        for (std::size_t thing = 0; thing < links_.count(); ++thing) {
            group_of_[thing] = thing;
            weights_[thing] = static_cast<float>(standings[thing].weight);
            homes_[thing] = standings[thing].group;
        }
        for (std::size_t thing = 0; thing < links_.count(); ++thing) {
            if (homes_[thing] == no_group) {
                continue;
            }
            auto& first = first_of[homes_[thing]];
            if (first == closeness.count()) {
                first = thing;
            } else {
                merge(first, thing);
            }
        }
    }

    void run(float cut) {
        const auto count = links_.count();
        best_.assign(count, 0);
        for (std::size_t thing = 0; thing < count; ++thing) {
            find_best(thing);
        }
        for (;;) {
            std::size_t one = count;
            float closest = cut;
            for (std::size_t thing = 0; thing < count; ++thing) {
                if (alive_[thing] && best_[thing] != thing && link(thing, best_[thing]) > closest) {
                    closest = link(thing, best_[thing]);
                    one = thing;
                }
            }
            if (one == count) {
                return;
            }
            auto other = best_[one];
            if (other < one) {
                std::swap(one, other);
            }
            merge(one, other);
            for (std::size_t thing = 0; thing < count; ++thing) {
                if (alive_[thing] && (thing == one || best_[thing] == one || best_[thing] == other)) {
                    find_best(thing);
                } else if (alive_[thing] && (best_[thing] == thing || link(thing, one) > link(thing, best_[thing]))) {
                    best_[thing] = link(thing, one) > never ? one : best_[thing];
                }
            }
        }
    }

    // Groups numbered: standing ones as they are, new ones on from there in order of their first thing.
    std::vector<GroupId> groups(GroupId next) {
        std::vector<GroupId> numbers(links_.count(), no_group);
        for (std::size_t thing = 0; thing < links_.count(); ++thing) {
            std::size_t root = thing;
            while (group_of_[root] != root) {
                root = group_of_[root];
            }
            if (homes_[root] == no_group) {
                homes_[root] = next++;
            }
            numbers[thing] = homes_[root];
        }
        return numbers;
    }

private:
    float link(std::size_t one, std::size_t other) const {
        if (homes_[one] != no_group && homes_[other] != no_group) {
            return never;
        }
        return links_.between(one, other);
    }

    void merge(std::size_t one, std::size_t other) {
        alive_[other] = false;
        group_of_[other] = one;
        if (homes_[one] == no_group) {
            homes_[one] = homes_[other];
        }
        const float together = weights_[one] + weights_[other];
        for (std::size_t thing = 0; thing < links_.count(); ++thing) {
            if (thing != one && thing != other && alive_[thing]) {
                const float sum =
                    weights_[one] * links_.between(thing, one) + weights_[other] * links_.between(thing, other);
                links_.set(thing, one, sum / together);
            }
        }
        weights_[one] = together;
    }

    void find_best(std::size_t thing) {
        best_[thing] = thing;
        float closest = never;
        for (std::size_t other = 0; other < links_.count(); ++other) {
            if (other != thing && alive_[other] && link(thing, other) > closest) {
                closest = link(thing, other);
                best_[thing] = other;
            }
        }
    }

    Closeness links_;
    std::vector<std::size_t> group_of_;
    std::vector<float> weights_;
    std::vector<GroupId> homes_;
    std::vector<bool> alive_;
    std::vector<std::size_t> best_;
};

// The sums of a thing's closeness to the members of each group, and their weights.
struct Sums {
    std::vector<float> closeness;
    std::vector<float> weight;
};

Sums sums_for(std::size_t thing, const Closeness& closeness, const std::vector<Standing>& standings,
              const std::vector<GroupId>& groups, std::size_t group_count) {
    Sums sums{std::vector<float>(group_count, 0.0F), std::vector<float>(group_count, 0.0F)};
    for (std::size_t other = 0; other < groups.size(); ++other) {
        if (other != thing && groups[other] != no_group) {
            const auto weight = static_cast<float>(standings[other].weight);
            sums.closeness[groups[other]] += weight * closeness.between(thing, other);
            sums.weight[groups[other]] += weight;
        }
    }
    return sums;
}

// Moves single things while the sum of (closeness - cut) within groups grows: correlation clustering's local search.
void settle(std::vector<GroupId>& groups, const Closeness& closeness, const std::vector<Standing>& standings,
            float cut) {
    std::size_t group_count = 0;
    for (const auto group : groups) {
        group_count = std::max<std::size_t>(group_count, group + std::size_t{1});
    }
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        bool has_moved = false;
        for (std::size_t thing = 0; thing < groups.size(); ++thing) {
            if (standings[thing].is_fixed) {
                continue;
            }
            const auto sums = sums_for(thing, closeness, standings, groups, group_count);
            const auto gain = [&](GroupId group) { return sums.closeness[group] - cut * sums.weight[group]; };
            GroupId best = groups[thing];
            for (GroupId group = 0; group < group_count; ++group) {
                if (sums.weight[group] > 0 && gain(group) > gain(best) + 1e-5F) {
                    best = group;
                }
            }
            if (gain(best) < 0 && sums.weight[groups[thing]] > 0) { // better alone: an empty group is made for it
                best = static_cast<GroupId>(group_count++);
            }
            if (best != groups[thing]) {
                groups[thing] = best;
                has_moved = true;
            }
        }
        if (!has_moved) {
            return;
        }
    }
}

// Lets go of what is hardly held, one after another, so that what held on to it is looked at without it.
void abstain(std::vector<GroupId>& groups, const Closeness& closeness, const std::vector<Standing>& standings,
             float least, GroupId standing_group_count) {
    std::size_t group_count = standing_group_count;
    for (const auto group : groups) {
        group_count = std::max<std::size_t>(group_count, group + std::size_t{1});
    }
    for (std::size_t thing = 0; thing < groups.size(); ++thing) {
        if (standings[thing].is_fixed) {
            continue;
        }
        const auto sums = sums_for(thing, closeness, standings, groups, group_count);
        const auto group = groups[thing];
        const bool is_held = sums.weight[group] > 0 && sums.closeness[group] / sums.weight[group] >= least;
        if (!is_held && standings[thing].weight < 2) {
            groups[thing] = no_group;
        }
    }
}

// How close two must be on average to share a group, from this room's own closenesses.
float cut_of(const Closeness& closeness) {
    auto values = closeness.values();
    if (values.empty()) {
        return least_cut;
    }
    const auto place = static_cast<std::ptrdiff_t>(cut_percentile * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return std::max(cut_share * values[static_cast<std::size_t>(place)], least_cut);
}

} // namespace

std::vector<GroupId> grouped(const InRoom& in_room, const std::vector<Standing>& standings,
                             GroupId standing_group_count, double words_shared) {
    const auto& closeness = in_room.pulled;
    const float cut = cut_of(closeness);
    auto from_scratch = standings; // but for what a person decided
    for (auto& standing : from_scratch)
        if (!standing.is_fixed) standing.group = no_group;
    Linkage linkage(closeness, from_scratch, standing_group_count);
    linkage.run(cut);
    auto groups = linkage.groups(standing_group_count);
    settle(groups, closeness, from_scratch, cut);
    abstain(groups, closeness, from_scratch, cut * abstain_share, standing_group_count);
    if (std::ranges::any_of(standings, &Standing::is_known))
        groups = moved(closeness, standings, groups, cut, words_shared);
    follow(groups, in_room.plain, standings, words_shared);
    return groups;
}

} // namespace avow::themes
