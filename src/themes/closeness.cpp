#include "themes/closeness.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace avow::themes {

namespace {

constexpr float common_share = 0.9F; // of what everybody says, taken out
constexpr double few = 4;            // among so many others half of that: what two say is not what everybody says
constexpr std::size_t neighbour_count = 6;
constexpr float pull_of_neighbours = 0.4F;
constexpr float pull_of_room = 0.6F; // towards what a person put beside it

constexpr double little_evidence = 0.02; // products of weights: what is seen less is hardly evidence
constexpr double most_taught = 5;        // more, or less, often than by chance
constexpr double taught_power = 0.25;    // of that, to the weight

struct Pull {
    std::uint32_t thing = 0;
    float share = 0;
};

// Rows of closeness with the common part taken out, made one at a time: of 5,000 only half a matrix is ever kept.
class Rows {
public:
    explicit Rows(const std::vector<Reading>& readings) : readings_(readings), index_(readings) {
        const double others = std::max(static_cast<double>(readings.size()) - 1, 1.0);
        share_ = common_share * static_cast<float>(others / (others + few));
        means_.resize(readings.size());
        lengths_.resize(readings.size());
        std::vector<double> all; // what everybody says, by sign
        for (const auto& reading : readings) {
            for (const auto& [sign, weight] : reading.signs) {
                if (sign >= all.size()) all.resize(sign + std::size_t{1});
                all[sign] += weight;
            }
        }
        double sum = 0;
        for (std::size_t thing = 0; thing < readings.size(); ++thing) {
            // Less what one says itself: among few it would pass for what everybody says.
            double row_sum = 0;
            double own = 0;
            for (const auto& [sign, weight] : readings[thing].signs) {
                row_sum += weight * (all[sign] - weight);
                own += static_cast<double>(weight) * weight;
            }
            lengths_[thing] = static_cast<float>(own);
            means_[thing] = static_cast<float>(row_sum / others);
            sum += means_[thing];
        }
        mean_ = static_cast<float>(sum / std::max(others + 1, 1.0));
        for (std::size_t thing = 0; thing < readings.size(); ++thing) {
            lengths_[thing] = std::sqrt(std::max(without_common(lengths_[thing], thing, thing), 0.05F));
        }
    }

    void row(std::size_t thing, std::vector<float>& row) const {
        index_.similarities(readings_[thing], row);
        for (std::size_t other = 0; other < row.size(); ++other) {
            row[other] = without_common(row[other], thing, other) / (lengths_[thing] * lengths_[other]);
        }
        row[thing] = 1;
    }

private:
    // The dot product of two readings once the share of the mean reading is subtracted from both.
    float without_common(float value, std::size_t one, std::size_t other) const {
        return value - share_ * (means_[one] + means_[other]) + share_ * share_ * mean_;
    }

    const std::vector<Reading>& readings_;
    Index index_;
    std::vector<float> means_;
    std::vector<float> lengths_;
    float mean_ = 0;
    float share_ = 0; // of the mean, taken out
};

// Who pulls at a thing, itself included, with shares that sum to 1.
std::vector<Pull> pulls_on(std::size_t thing, const std::vector<float>& row, const std::vector<Standing>& standings,
                           const std::map<GroupId, std::vector<std::uint32_t>>& placed) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t other = 0; other < row.size(); ++other) {
        if (other != thing && row[other] > 0) {
            order.push_back(other);
        }
    }
    const auto kept = std::min(neighbour_count, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return row[a] > row[b] || (row[a] == row[b] && a < b); });
    float sum = 0;
    for (std::size_t at = 0; at < kept; ++at) {
        sum += row[order[at]];
    }
    std::vector<Pull> pulls = {{static_cast<std::uint32_t>(thing), 1.0F}};
    for (std::size_t at = 0; at < kept; ++at) {
        pulls.push_back({order[at], pull_of_neighbours * row[order[at]] / std::max(sum, 1.0F)});
    }
    if (standings[thing].is_fixed) {
        const auto& mates = placed.at(standings[thing].group);
        for (const auto mate : mates) {
            pulls.push_back({mate, pull_of_room / static_cast<float>(mates.size())});
        }
    }
    float total = 0;
    for (const auto& pull : pulls) {
        total += pull.share;
    }
    for (auto& pull : pulls) {
        pull.share /= total;
    }
    return pulls;
}

// With P the pulls and S the closenesses this is P S P', a row at a time, each thing's closeness to itself made 1 again.
Closeness pulled(const Closeness& plain, const std::vector<std::vector<Pull>>& pulls) {
    const auto count = plain.count();
    Closeness closeness(count);
    std::vector<float> own(count, 0.0F);
    std::vector<float> row;
    for (std::size_t thing = 0; thing < count; ++thing) {
        row.assign(count, 0.0F);
        for (const auto& pull : pulls[thing]) {
            for (std::size_t other = 0; other < count; ++other) {
                row[other] += pull.share * (other == pull.thing ? 1.0F : plain.between(pull.thing, other));
            }
        }
        for (std::size_t other = 0; other <= thing; ++other) {
            float sum = 0;
            for (const auto& pull : pulls[other]) sum += pull.share * row[pull.thing];
            if (other == thing) {
                own[thing] = std::sqrt(std::max(sum, 0.01F));
            } else {
                closeness.set(thing, other, sum);
            }
        }
    }
    for (std::size_t thing = 0; thing < count; ++thing) {
        for (std::size_t other = 0; other < thing; ++other) {
            closeness.set(thing, other, closeness.between(thing, other) / (own[thing] * own[other]));
        }
    }
    return closeness;
}

// What those placed say of a sign: the sum of its weights and of their squares, so that the square of the one less the
// other is the sum of its products over all pairs.
struct Sum {
    double weights = 0;
    double squares = 0;

    void add(double weight) {
        weights += weight;
        squares += weight * weight;
    }
    double pairs() const { return weights * weights - squares; }
};

// What each sign's weight is multiplied by, by what the room taught: how much more often those put together share it than
// any two that were placed. Nothing where too little was placed to tell.
std::map<SignId, float> factors_taught(const std::vector<Reading>& readings, const std::vector<Standing>& standings) {
    std::map<GroupId, std::map<SignId, Sum>> in_groups;
    std::map<GroupId, double> counts;
    std::map<SignId, Sum> everywhere;
    for (std::size_t thing = 0; thing < readings.size(); ++thing) {
        if (!standings[thing].is_fixed) continue;
        ++counts[standings[thing].group];
        for (const auto& [sign, weight] : readings[thing].signs) {
            in_groups[standings[thing].group][sign].add(weight);
            everywhere[sign].add(weight);
        }
    }
    double placed = 0;
    double pairs_within = 0;
    for (const auto& [group, count] : counts) {
        placed += count;
        pairs_within += count * (count - 1);
    }
    if (pairs_within == 0 || counts.size() < 2) return {};
    std::map<SignId, double> within;
    for (const auto& [group, signs] : in_groups)
        for (const auto& [sign, sum] : signs) within[sign] += sum.pairs();
    std::map<SignId, float> factors;
    for (const auto& [sign, sum] : everywhere) {
        const double expected = sum.pairs() * pairs_within / (placed * (placed - 1));
        const double more = (within[sign] + little_evidence) / (expected + little_evidence);
        factors[sign] = static_cast<float>(std::pow(std::clamp(more, 1 / most_taught, most_taught), taught_power));
    }
    return factors;
}

// The readings so weighed; nothing where nothing was taught.
std::optional<std::vector<Reading>> taught(const std::vector<Reading>& readings,
                                           const std::vector<Standing>& standings) {
    const auto factors = factors_taught(readings, standings);
    if (factors.empty()) return {};
    auto weighed = readings;
    for (auto& reading : weighed)
        for (auto& sign : reading.signs)
            if (const auto factor = factors.find(sign.sign); factor != factors.end()) sign.weight *= factor->second;
    return weighed;
}

} // namespace

InRoom closeness_in_room(const std::vector<Reading>& given, const std::vector<Standing>& standings) {
    const auto weighed = taught(given, standings);
    const auto& readings = weighed ? *weighed : given;
    const auto count = readings.size();
    const Rows rows(readings);
    std::map<GroupId, std::vector<std::uint32_t>> placed;
    for (std::uint32_t thing = 0; thing < count; ++thing) {
        if (standings[thing].is_fixed) placed[standings[thing].group].push_back(thing);
    }
    Closeness plain(count);
    std::vector<std::vector<Pull>> pulls(count);
    std::vector<float> row;
    for (std::size_t thing = 0; thing < count; ++thing) {
        rows.row(thing, row);
        pulls[thing] = pulls_on(thing, row, standings, placed);
        for (std::size_t other = 0; other < thing; ++other) plain.set(thing, other, row[other]);
    }
    auto drawn = pulled(plain, pulls);
    return {std::move(plain), std::move(drawn)};
}

void keep_apart(InRoom& in_room, const std::vector<Apart>& pairs) {
    constexpr float far = -1e5F; // more than any group of 5,000 could make good
    for (const auto& [one, other] : pairs) {
        in_room.plain.set(one, other, far);
        in_room.pulled.set(one, other, far);
    }
}

} // namespace avow::themes
