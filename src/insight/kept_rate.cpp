#include "insight/kept_rate.hpp"

#include <algorithm>
#include <cmath>

namespace avow::insight {

namespace {

constexpr double z = 1.959963984540054; // of the normal distribution, 95% lie within so many deviations

std::string percent(double share) { return std::to_string(static_cast<int>(std::lround(share * 100))); }

} // namespace

void count(KeptRate& rate, Outcome outcome) {
    if (outcome == Outcome::changed) return;
    ++rate.answered;
    if (outcome == Outcome::kept) ++rate.kept;
}

Interval wilson(const KeptRate& rate) {
    if (rate.answered <= 0) return {};
    const double n = rate.answered;
    const double share = rate.kept / n;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::string in_words(const KeptRate& rate) {
    if (rate.answered <= 0) return "none answered yet";
    const auto interval = wilson(rate);
    return std::to_string(rate.kept) + " of " + std::to_string(rate.answered) + ", likely " + percent(interval.low) +
           " to " + percent(interval.high) + "%";
}

} // namespace avow::insight
