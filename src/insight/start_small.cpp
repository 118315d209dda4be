#include "insight/start_small.hpp"

#include "insight/account.hpp"

namespace avow::insight {

std::optional<Date> ends_on(const Accountability& item) {
    if (item.due || !item.contract) return item.due;
    return item.contract->date;
}

bool wants_first_step(const Accountability& item, Date today) {
    const auto end = ends_on(item);
    return end && days_between(today, *end) > far_in_days && item.first_step.empty() && is_open(item);
}

} // namespace avow::insight
