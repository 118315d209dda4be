#include "insight/groups.hpp"

#include <algorithm>
#include <numeric>

namespace avow::insight {

namespace {

constexpr unsigned both_sides = 3;

} // namespace

Groups::Groups(std::size_t count) : leader_(count), sides_(count) {
    std::iota(leader_.begin(), leader_.end(), std::size_t{0});
}

std::size_t Groups::leader_of(std::size_t one) {
    while (leader_[one] != one) one = leader_[one] = leader_[leader_[one]];
    return one;
}

void Groups::set_apart(std::size_t number, std::size_t member, Side side) {
    sides_[leader_of(member)][number] |= static_cast<unsigned>(side);
}

bool Groups::may_join(std::size_t one, std::size_t other) {
    const auto first = leader_of(one), second = leader_of(other);
    if (first == second) return true;
    return std::ranges::none_of(sides_[second], [&](const auto& held) {
        const auto found = sides_[first].find(held.first);
        return found != sides_[first].end() && (found->second | held.second) == both_sides;
    });
}

bool Groups::join(std::size_t one, std::size_t other) {
    if (!may_join(one, other)) return false;
    const auto [first, second] = std::minmax({leader_of(one), leader_of(other)});
    if (first == second) return true;
    leader_[second] = first;
    for (const auto& [number, sides] : sides_[second]) sides_[first][number] |= sides;
    sides_[second].clear();
    return true;
}

} // namespace avow::insight
