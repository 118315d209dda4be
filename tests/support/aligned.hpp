// A workshop at Align: a leader with sealed expectations, papers of the team, asks, objections, misalignments.
#pragma once

#include "session/session.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace avow {

struct AlignedWish {
    std::size_t expectations = 4;
    std::size_t papers = 11;
    std::size_t on_a_paper = 3;
    std::size_t asks = 4; // of each side
    std::size_t objections = 3;
    std::size_t misalignments = 4;
    bool is_opened = true;
    bool is_matched = true;                             // every fourth recall is a phantom; one is not decided
    std::function<std::string(std::size_t)> words = {}; // of each line there is; none: short ones
};

// Of a session with people in it; the first of them leads. The seal is one in shape alone: storage makes real ones.
Session aligned(Session, const AlignedWish& = {});

} // namespace avow
