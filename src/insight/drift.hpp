// How the words of an accountability moved, from what was said to each wording that was agreed after it, and what of it
// got lost on the way: a number, a day, a name. It judges nothing; it shows both and says what is no longer there.
#pragma once

#include "insight/life.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace avow::insight {

// A run of words that both have, that only the former has, or only the latter.
struct Run {
    enum class Kind { same, gone, come };
    Kind kind = Kind::same;
    std::string words;

    bool operator==(const Run&) const = default;
};

// The least that must go and come, word by word; case, accents and punctuation at the ends of a word aside. Where both
// are so long that comparing would take seconds, one goes whole and the other comes.
std::vector<Run> runs_between(std::string_view former, std::string_view latter);

// What there is to hold somebody to. Numbers are what has a digit and the words from two to twelve; days what the calendar
// knows, and how often (daily, weekly, monthly); names those of people who are there, written with a capital. Another
// capitalised word is none: in German every noun would be.
struct Specific {
    enum class Kind { number, day, name };
    Kind kind = Kind::number;
    std::string words; // as they were written: "15", "4 December", "Marta"

    bool operator==(const Specific&) const = default;
};

// Those of the former for which the latter has none of the kind: "15 calls" became "more calls". Where another number
// took its place ("12 calls") nothing fell out.
std::vector<Specific> lost_between(std::string_view former, std::string_view latter,
                                   const std::vector<std::string>& people);

struct Rewording {
    std::size_t life = 0; // among lives_of
    std::string former;
    Wording latter;
    std::vector<Run> runs;
    std::vector<Specific> lost;

    bool operator==(const Rewording&) const = default;
};

// Of every life, each agreed wording against what held before it; by date.
std::vector<Rewording> rewordings_of(const std::vector<Life>&, const std::vector<Person>&);

} // namespace avow::insight
