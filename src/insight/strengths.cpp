#include "insight/strengths.hpp"

#include "session/text.hpp"

#include <algorithm>

namespace avow::insight {

namespace {

bool has(const std::vector<std::string>& strengths, const std::string& wanted) {
    return std::ranges::any_of(strengths, [&](const auto& one) { return folded(one) == wanted; });
}

bool is_mere_result(const Participant& person, const std::string& strength) {
    return !has(strengths_of(person), strength) &&
           std::ranges::any_of(person.assessments, [&](const auto& one) { return has(one.strengths, strength); });
}

bool is_tied_to_strength(const Session& session, const Accountability& item) {
    if (item.strength.empty()) return false;
    const auto* owner = find(session, item.owner);
    return !owner || !is_mere_result(*owner, folded(item.strength));
}

} // namespace

StrengthShare strength_share(const Session& session) {
    const auto tied = std::ranges::count_if(session.accountabilities,
                                            [&](const auto& item) { return is_tied_to_strength(session, item); });
    return {static_cast<int>(tied), static_cast<int>(session.accountabilities.size())};
}

} // namespace avow::insight
