// Reasons not to that a team raises again: the same words, case and accents aside, or the same id, in several sessions.
#pragma once

#include "insight/past.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace avow::insight {

struct ObjectionThread {
    std::size_t team = 0;
    Objection last;                    // as it was last raised
    std::vector<std::size_t> sessions; // in which it was raised, by date; two or more

    bool operator==(const ObjectionThread&) const = default;
};

std::vector<ObjectionThread> recurring_objections(const Past&,
                                                  const std::vector<Team>&); // by team, the most often first

} // namespace avow::insight
