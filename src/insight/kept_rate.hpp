// How much of what was promised was kept, as a share with the interval that so few answers leave open. Of teams and themes
// only: a rate of a person would be a ranking, and nobody says in a room what they will be ranked by.
#pragma once

#include "session/check_in.hpp"

#include <string>
#include <vector>

namespace avow::insight {

// Of those answered for. What was changed is in neither figure: a promise that was agreed anew is not one that was broken.
struct KeptRate {
    int kept = 0;
    int answered = 0; // kept, part or missed; part is not kept

    bool operator==(const KeptRate&) const = default;
};

void count(KeptRate&, Outcome);

// Shares, 0 to 1.
struct Interval {
    double low = 0;
    double high = 1;

    bool operator==(const Interval&) const = default;
};

// The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
// the American Statistical Association 22 (1927), 209-212, at 95%: with few answers it stays within 0 and 1, and does not
// shrink to nothing when all were kept. Of none answered it is 0 to 1: nothing is known.
Interval wilson(const KeptRate&);

std::string in_words(const KeptRate&); // "9 of 12, likely 47 to 91%"; "none answered yet"

} // namespace avow::insight
