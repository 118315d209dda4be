// The best cut in two, apart from grouping because it is asked of one theme that a person wants parted, whatever the cut.
#include "themes/grouping.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace avow::themes {

namespace {

constexpr std::size_t most_seeds = 24; // tried in pairs; of a larger theme every so many-th
constexpr int most_sweeps = 20;
constexpr double clearly_better = 1e-6;

// A cut and the sum of (closeness - mean) within its parts: with the mean taken off, neither one part nor crumbs pay.
struct Cut {
    std::vector<bool> is_second;
    double worth = 0;
};

double mean_of(const std::vector<float>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           static_cast<double>(std::max<std::size_t>(values.size(), 1));
}

// Things go to the closer of two seeds, then to the part they fit better, until none moves. Seeds stay, so that neither
// part runs empty.
Cut cut_around(std::size_t one, std::size_t other, const Closeness& closeness, double mean) {
    const auto count = closeness.count();
    Cut cut{std::vector<bool>(count, false), 0};
    for (std::size_t thing = 0; thing < count; ++thing) {
        const bool is_seed = thing == one || thing == other;
        cut.is_second[thing] =
            is_seed ? thing == other : closeness.between(thing, other) > closeness.between(thing, one);
    }
    bool has_moved = true;
    for (int sweep = 0; sweep < most_sweeps && has_moved; ++sweep) {
        has_moved = false;
        cut.worth = 0;
        for (std::size_t thing = 0; thing < count; ++thing) {
            std::array<double, 2> pull{};
            for (std::size_t mate = 0; mate < count; ++mate) {
                if (mate != thing) pull[cut.is_second[mate] ? 1 : 0] += closeness.between(thing, mate) - mean;
            }
            if (thing != one && thing != other && (pull[1] > pull[0]) != cut.is_second[thing]) {
                cut.is_second[thing] = !cut.is_second[thing];
                has_moved = true;
            }
            cut.worth += pull[cut.is_second[thing] ? 1 : 0];
        }
    }
    return cut;
}

} // namespace

std::vector<bool> cut_in_two(const Closeness& closeness) {
    const auto count = closeness.count();
    const double mean = mean_of(closeness.values());
    const std::size_t stride = (count + most_seeds - 1) / most_seeds;
    Cut best{std::vector<bool>(count, false), -1e30};
    for (std::size_t one = 0; one < count; one += stride) {
        for (std::size_t other = one + stride; other < count; other += stride) {
            if (auto cut = cut_around(one, other, closeness, mean); cut.worth > best.worth + clearly_better) {
                best = std::move(cut);
            }
        }
    }
    return best.is_second;
}

} // namespace avow::themes
