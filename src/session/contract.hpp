// What makes a promise one that can be tested: what is measured, from where to where, by when, and what follows if it
// is reached. Figures are kept as they were said ("80 %", "1,200 calls") and compared by the one number they hold.
#pragma once

#include "session/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow {

struct MetricReading { // of the metric, on a day
    Date date;
    std::string value;

    bool operator==(const MetricReading&) const = default;
};

struct SuccessContract {
    std::string metric;
    std::string baseline;
    std::string target;
    Date date;
    std::string next_step;               // if it is met
    std::vector<MetricReading> readings; // by date, one a day

    bool operator==(const SuccessContract&) const = default;
};

enum class ContractState { open, met, not_met };

// Seen from the baseline. To be raised: met by a reading of the target or more, on its date or before; to be lowered:
// of the target or less. To be held, where target and baseline are one number: met from its date on, if something was
// read by then and all of it was that number; not met as soon as one reading by then was another. Where neither is so
// it is open, and not met once its date is past. With `met`, its next step is due.
ContractState state_of(const SuccessContract&, Date today);

// The number that words hold, if they hold exactly one: digits 0 to 9, with commas only between groups of three
// ("1,200"), with a point before decimals, with a minus right before it at the beginning or after a space or a bracket
// ("-3.5", "−3.5"). Nothing for "3,5", "1 200", "5 of 9", "plan-9" or none at all. The same whatever the locale.
std::optional<double> amount_in(std::string_view words);

} // namespace avow
