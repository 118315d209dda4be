// Edits by dice, the same for the same seed on every machine: most can be made, some are refused.
#pragma once

#include "session/edit.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

// The splitmix64 generator: small, and not one whose numbers differ between standard libraries.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    std::uint64_t next();

    std::uint64_t state_;
};

avow::Edit random_edit(Dice&, const avow::Session&);
