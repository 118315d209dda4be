#include "insight/start_small.hpp"

#include "insight/account.hpp"

#include <algorithm>
#include <functional>

namespace avow::insight {

bool wants_first_step(const Accountability& item, Date today) {
    return item.due && days_between(today, *item.due) > far_in_days && item.first_step.empty() && is_open(item);
}

std::vector<const Accountability*> wanting_first_step(const Session& session, Date today) {
    std::vector<const Accountability*> wanting;
    for (const auto* items : {&session.carried, &session.accountabilities})
        for (const auto& item : *items)
            if (wants_first_step(item, today)) wanting.push_back(&item);
    std::ranges::stable_sort(wanting, std::greater{}, [](const auto* item) { return *item->due; });
    return wanting;
}

} // namespace avow::insight
