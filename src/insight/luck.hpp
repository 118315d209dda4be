// Plan or luck: whether what was promised was done, against whether the result came. Who did as promised and missed the
// result was unlucky or promised the wrong thing; who did not and hit it was lucky. Of a team only: of one person it would
// be a verdict, so nothing is told where only a few are in it.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow::insight {

inline constexpr int least_people_for_luck = 3; // of fewer, everybody could tell the others' squares from their own

struct LuckSquares {
    int kept_and_hit = 0;
    int kept_not_hit = 0; // unlucky, or the wrong promise
    int hit_not_kept = 0; // lucky
    int neither = 0;

    int n() const { return kept_and_hit + kept_not_hit + hit_not_kept + neither; }
    bool operator==(const LuckSquares&) const = default;
};

// Of those that have both: kept or not by the last check-in, where part is not kept and what was changed is left out (as in
// kept_rate.hpp); hit or not by the contract, once it is met or not met. Nothing of fewer people than that.
std::optional<LuckSquares> luck_of(const std::vector<const Accountability*>&, Date today);
// Of what is carried and what was said in all of them; of a promise that stands in several, what the latest one knows.
std::optional<LuckSquares> luck_of(const std::vector<const Session*>&, Date today);

// "3 kept and hit, 1 kept and not hit, 2 hit and not kept, 1 neither, of 7 with both"
std::string in_words(const LuckSquares&);

} // namespace avow::insight
