#include "themes/moving.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace avow::themes {

namespace {

constexpr double jump_many = 1.0; // of a cut: what a card's jump costs where many words are shared
constexpr double jump_few = 3.0;  // where few are
constexpr double early = 24;      // over how much was said: so much closer than the cut must be who begin a theme
constexpr double early_join = 8;  // and who joins one
constexpr std::size_t most_moves = 1000;
constexpr float clearly = 1e-5F;

constexpr double least_new = 0.1;  // of the pull of a theme made by hand on what is new
constexpr double by_hand = 0.35;   // a card put there by hand counts so much more, where words are shared
constexpr double least_near = 0.4; // nearest and mean closeness to a theme that calls a card in
constexpr double nearer = 0.05;    // than to its own theme
constexpr double nearer_few = 0.3; // and so much more where few words are shared
constexpr std::size_t most_calls = 30;

bool is_by_hand(const Standing& standing) { return standing.is_fixed && !standing.is_earlier; }

// A wall while it changes: for each thing the sum of (closeness - cut) to each group's members, kept up to date.
class Wall {
public:
    Wall(const Closeness& closeness, const std::vector<Standing>& standings, float cut, double jump)
        : closeness_(closeness), standings_(standings), cut_(cut), jump_(static_cast<float>(jump) * cut),
          groups_(standings.size(), no_group) {
        GroupId count = 0;
        for (const auto& standing : standings)
            if (standing.group != no_group) count = std::max(count, standing.group + 1);
        members_.resize(count);
        sums_.resize(count, std::vector<float>(standings.size(), 0.0F));
        for (std::size_t thing = 0; thing < standings.size(); ++thing)
            if (standings[thing].group != no_group) put(thing, standings[thing].group);
    }

    const std::vector<GroupId>& groups() const { return groups_; }
    GroupId group_of(std::size_t thing) const { return groups_[thing]; }
    std::size_t group_count() const { return members_.size(); }
    const std::vector<std::size_t>& members(GroupId group) const { return members_[group]; }

    void put(std::size_t thing, GroupId group) {
        if (const auto from = groups_[thing]; from != no_group) {
            std::erase(members_[from], thing);
            add(thing, from, -1);
        }
        groups_[thing] = group;
        if (group == no_group) return;
        if (group == members_.size()) {
            members_.emplace_back();
            sums_.emplace_back(standings_.size(), 0.0F);
        }
        members_[group].push_back(thing);
        add(thing, group, 1);
    }

    // What parting with their group costs, less what a jump adds for each that lies where people saw it.
    float cost_of_leaving(const std::vector<std::size_t>& things, float within) const {
        const auto from = groups_[things.front()];
        float cost = 0;
        for (const auto thing : things) {
            if (from != no_group) cost += weight(thing) * sums_[from][thing];
            if (from != no_group && from == standings_[thing].group) cost += jump_;
        }
        return from == no_group ? cost : cost - 2 * within;
    }

    float gain_of_joining(const std::vector<std::size_t>& things, GroupId group) const {
        float gain = 0;
        for (const auto thing : things) gain += weight(thing) * sums_[group][thing];
        return gain;
    }

    // The sum over the pairs among them.
    float within(const std::vector<std::size_t>& things) const {
        float sum = 0;
        for (std::size_t one = 0; one < things.size(); ++one)
            for (std::size_t other = 0; other < one; ++other) sum += worth(things[one], things[other]);
        return sum;
    }

    float cut() const { return cut_; }
    std::uint32_t voices(std::size_t thing) const { return standings_[thing].weight; }

private:
    float weight(std::size_t thing) const { return static_cast<float>(standings_[thing].weight); }

    float worth(std::size_t one, std::size_t other) const {
        return weight(one) * weight(other) * (closeness_.between(one, other) - cut_);
    }

    void add(std::size_t thing, GroupId group, float sign) {
        auto& sums = sums_[group];
        for (std::size_t other = 0; other < sums.size(); ++other)
            if (other != thing) sums[other] += sign * weight(thing) * (closeness_.between(thing, other) - cut_);
    }

    const Closeness& closeness_;
    const std::vector<Standing>& standings_;
    float cut_ = 0;
    float jump_ = 0;
    std::vector<GroupId> groups_;
    std::vector<std::vector<std::size_t>> members_; // by group
    std::vector<std::vector<float>> sums_;          // by group, of each thing
};

// Things that go together, and where to: a group, one past the last for a new one, or `no_group` for alone.
struct Move {
    std::vector<std::size_t> things;
    GroupId to = no_group;
    float gain = clearly;
};

// How close those must be who begin a theme or join one, as a multiple of the cut.
struct Patience {
    float to_begin = 1;
    float to_join = 1;
};

Patience patience_among(std::size_t count) {
    const auto said = static_cast<double>(std::max<std::size_t>(count, 1));
    return {static_cast<float>(1 + early / said), static_cast<float>(1 + early_join / said)};
}

// Takes the best place for these things into `best` if none before was better.
void try_places(const Wall& wall, const std::vector<std::size_t>& things, Patience patience, Move& best) {
    const auto from = wall.group_of(things.front());
    const bool is_whole = from != no_group && wall.members(from).size() == things.size();
    const auto count = static_cast<float>(things.size());
    const float within = things.size() > 1 ? wall.within(things) : 0;
    const float leaving = wall.cost_of_leaving(things, within);
    const float gathered = from == no_group ? within : 0;
    const auto take = [&](GroupId to, float gain) {
        if (gain > best.gain) best = {things, to, gain};
    };
    for (GroupId group = 0; group < wall.group_count(); ++group) {
        const auto size = wall.members(group).size();
        if (group == from || size == 0 || (is_whole && size < things.size())) continue;
        const float joining = wall.gain_of_joining(things, group);
        const float least =
            from == no_group ? (patience.to_join - 1) * wall.cut() * static_cast<float>(size) * count : 0;
        if (joining >= least) take(group, joining + gathered - leaving);
    }
    if (things.size() == 1) {
        const bool can_be_alone = wall.voices(things.front()) < 2;
        if (from != no_group && !is_whole)
            take(can_be_alone ? no_group : static_cast<GroupId>(wall.group_count()), -leaving);
        return;
    }
    const float least = from == no_group ? (patience.to_begin - 1) * wall.cut() * count * (count - 1) / 2 : 0;
    if (!is_whole && within >= least) take(static_cast<GroupId>(wall.group_count()), gathered - leaving);
}

// What might move together: each by itself, what would be one group from scratch, and whole themes.
std::vector<std::vector<std::size_t>> candidates_on(const Wall& wall, const std::vector<GroupId>& fresh,
                                                    const std::vector<bool>& may_move) {
    std::map<std::pair<GroupId, GroupId>, std::vector<std::size_t>> parts;
    std::map<GroupId, std::pair<std::vector<std::size_t>, bool>> whole;
    std::vector<std::vector<std::size_t>> candidates;
    for (std::size_t thing = 0; thing < fresh.size(); ++thing) {
        const auto group = wall.group_of(thing);
        if (group != no_group) {
            auto& [members, may_all] = whole.try_emplace(group, std::vector<std::size_t>(), true).first->second;
            members.push_back(thing);
            may_all = may_all && may_move[thing];
        }
        if (!may_move[thing]) continue;
        candidates.push_back({thing});
        if (fresh[thing] != no_group) parts[{group, fresh[thing]}].push_back(thing);
    }
    for (auto& [place, things] : parts)
        if (things.size() > 1) candidates.push_back(std::move(things));
    for (auto& [group, theme] : whole)
        if (theme.second && theme.first.size() > 1) candidates.push_back(std::move(theme.first));
    return candidates;
}

// How much a group draws a thing: its nearest there and all of them together, tempered by their number.
double draw_of(std::size_t thing, GroupId group, const Closeness& closeness, const std::vector<GroupId>& groups) {
    double sum = 0;
    double nearest = 0;
    double count = 0;
    for (std::size_t other = 0; other < groups.size(); ++other) {
        if (other == thing || groups[other] != group) continue;
        const double close = closeness.between(thing, other);
        sum += close;
        nearest = std::max(nearest, close);
        ++count;
    }
    return count > 0 ? sum / std::sqrt(count) + nearest : 0;
}

// How near a thing is to each group: its nearest there and the mean, those put there by hand counting more.
std::vector<double> nearness(std::size_t thing, std::size_t group_count, const Closeness& closeness,
                             const std::vector<GroupId>& groups, const std::vector<Standing>& standings, double hand) {
    std::vector<double> nearest(group_count, 0);
    std::vector<double> sums(group_count, 0);
    std::vector<double> counts(group_count, 0);
    for (std::size_t other = 0; other < groups.size(); ++other) {
        if (other == thing || groups[other] == no_group) continue;
        const double close = closeness.between(thing, other) * (standings[other].is_fixed ? 1 + hand : 1);
        nearest[groups[other]] = std::max(nearest[groups[other]], close);
        sums[groups[other]] += close;
        ++counts[groups[other]];
    }
    for (std::size_t group = 0; group < group_count; ++group)
        if (counts[group] > 0) nearest[group] += sums[group] / counts[group];
    return nearest;
}

// The card on the wall that a theme made by hand has the best claim to, and that theme.
std::optional<std::pair<std::size_t, GroupId>> clearest_call(const std::vector<GroupId>& groups,
                                                             const Closeness& closeness,
                                                             const std::vector<Standing>& standings,
                                                             const std::set<GroupId>& calling, double words_shared) {
    std::size_t group_count = 0;
    for (const auto group : groups)
        if (group != no_group) group_count = std::max<std::size_t>(group_count, group + std::size_t{1});
    std::optional<std::pair<std::size_t, GroupId>> clearest;
    double most = nearer + nearer_few * (1 - words_shared);
    for (std::size_t thing = 0; thing < groups.size(); ++thing) {
        if (standings[thing].is_fixed || !standings[thing].is_known) continue;
        const auto near = nearness(thing, group_count, closeness, groups, standings, by_hand * words_shared);
        const double own = groups[thing] == no_group ? 0 : near[groups[thing]];
        for (const auto group : calling) {
            if (group == groups[thing] || near[group] < least_near || near[group] - own < most) continue;
            most = near[group] - own;
            clearest = {thing, group};
        }
    }
    return clearest;
}

std::set<GroupId> made_by_hand(const std::vector<Standing>& standings) {
    std::set<GroupId> groups;
    for (const auto& standing : standings)
        if (is_by_hand(standing)) groups.insert(standing.group);
    return groups;
}

} // namespace

std::vector<GroupId> moved(const Closeness& closeness, const std::vector<Standing>& standings,
                           const std::vector<GroupId>& fresh, float cut, double words_shared) {
    Wall wall(closeness, standings, cut, jump_few + words_shared * (jump_many - jump_few));
    const bool is_put_right = std::ranges::any_of(standings, is_by_hand);
    std::vector<bool> may_move;
    for (const auto& standing : standings)
        may_move.push_back(!standing.is_fixed && !(is_put_right && standing.is_known));
    for (std::size_t thing = 0; thing < standings.size(); ++thing) // said by two is a theme already
        if (standings[thing].group == no_group && standings[thing].weight > 1)
            wall.put(thing, static_cast<GroupId>(wall.group_count()));
    const auto patience = patience_among(standings.size());
    for (std::size_t moves = 0; moves < most_moves; ++moves) {
        Move best;
        for (const auto& things : candidates_on(wall, fresh, may_move)) try_places(wall, things, patience, best);
        if (best.things.empty()) break;
        for (const auto thing : best.things) wall.put(thing, best.to);
    }
    return wall.groups();
}

void follow(std::vector<GroupId>& groups, const Closeness& closeness, const std::vector<Standing>& standings,
            double words_shared) {
    const auto calling = made_by_hand(standings);
    if (calling.empty()) return;
    const auto before = groups;
    for (std::size_t thing = 0; thing < groups.size(); ++thing) {
        if (standings[thing].is_fixed || standings[thing].is_known) continue;
        double most = before[thing] == no_group ? 0 : draw_of(thing, before[thing], closeness, before);
        most = std::max(most, least_new);
        for (const auto group : calling) {
            const double there = group == before[thing] ? 0 : draw_of(thing, group, closeness, before);
            if (there > most) {
                most = there;
                groups[thing] = group;
            }
        }
    }
    for (std::size_t calls = 0; calls < most_calls; ++calls) {
        const auto call = clearest_call(groups, closeness, standings, calling, words_shared);
        if (!call) return;
        groups[call->first] = call->second;
    }
}

} // namespace avow::themes
