// Words of the command line that name a person, a team or a theme of a folder: NAME, NAME@DAY, NAME@DAY#SEAT.
#pragma once

#include "insight/past.hpp"

#include <string>
#include <variant>
#include <vector>

namespace avow::cli {

struct SaidOfTwo {
    Join::Kind kind = Join::Kind::person;
    bool is_same = true;
    std::vector<std::string> two;
    std::string team; // in which; empty: the one that has them
};

// The join that is meant, or why it can't be: nobody is called so, several are, or both are the same.
std::variant<Join, std::string> join_in(const SaidOfTwo&, const insight::Past&, const Joins& before);

} // namespace avow::cli
