#include "insight/luck.hpp"

#include "insight/past.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace avow::insight {

namespace {

std::optional<bool> was_kept(const Accountability& item) {
    if (item.check_ins.empty() || item.check_ins.back().outcome == Outcome::changed) return std::nullopt;
    return item.check_ins.back().outcome == Outcome::kept;
}

int& square_for(LuckSquares& squares, bool is_kept, bool is_hit) {
    if (is_kept) return is_hit ? squares.kept_and_hit : squares.kept_not_hit;
    return is_hit ? squares.hit_not_kept : squares.neither;
}

} // namespace

std::optional<LuckSquares> luck_of(const std::vector<const Accountability*>& items, Date today) {
    LuckSquares squares;
    std::set<ParticipantId> people;
    for (const auto* item : items) {
        const auto is_kept = was_kept(*item);
        const auto state = item->contract ? state_of(*item->contract, today) : ContractState::open;
        if (!is_kept || state == ContractState::open) continue;
        ++square_for(squares, *is_kept, state == ContractState::met);
        people.insert(item->owner);
    }
    if (static_cast<int>(people.size()) < least_people_for_luck) return std::nullopt;
    return squares;
}

std::optional<LuckSquares> luck_of(const std::vector<const Session*>& sessions, Date today) {
    auto in_order = sessions;
    sort_by_day(in_order);
    std::map<AccountabilityId, const Accountability*> latest;
    for (const auto* session : in_order)
        for (const auto* all : {&session->carried, &session->accountabilities})
            for (const auto& item : *all) latest[item.id] = &item;
    const auto items = std::views::values(latest);
    return luck_of(std::vector(items.begin(), items.end()), today);
}

std::string in_words(const LuckSquares& squares) {
    return fmt::format("{} kept and hit, {} kept and not hit, {} hit and not kept, {} neither, of {} with both",
                       squares.kept_and_hit, squares.kept_not_hit, squares.hit_not_kept, squares.neither, squares.n());
}

} // namespace avow::insight
