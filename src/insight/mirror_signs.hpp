// The signs that the phrasing mirror looks for, read from a text that a person can edit (assets/mirror/signs.txt; its head states
// the grammar), and where a sentence has them. What they weigh together is decided in mirror.cpp.
#pragma once

#include "insight/mirror_words.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace avow::insight {

struct MirrorSection {
    std::string words;     // "speaks of the leader's own number"
    std::string question;  // what the desk proposes; empty where it is fair
    bool is_fair = false;  // its signs outweigh
    bool is_order = false; // its signs give an order, as an expectation does by its nature

    bool operator==(const MirrorSection&) const = default;
};

// A word, the beginning or the end of words, or a list of phrases: whatever takes words of a sentence, as a number.
using MirrorUnit = std::size_t;

struct MirrorElement {
    static constexpr std::size_t longest_gap = 5; // words

    enum class Kind { unit, gap, start, pause, end, question } kind = Kind::unit;
    MirrorUnit unit = 0; // of that kind alone
    bool is_optional = false;

    bool operator==(const MirrorElement&) const = default;
};

struct MirrorSign {
    std::size_t section = 0;
    int weight = 2; // 1 is a hint, 4 is sure
    std::vector<MirrorElement> elements;
    // Where to look for it: at the unit that fewest signs need. So many words of the sign can stand before that unit.
    MirrorUnit key = 0;
    std::size_t least_before = 0;
    std::size_t most_before = 0;

    bool operator==(const MirrorSign&) const = default;
};

struct MirrorPhrase { // of a list
    MirrorUnit list = 0;
    std::vector<MirrorUnit> units;

    bool operator==(const MirrorPhrase&) const = default;
};

struct MirrorSigns {
    std::vector<MirrorSection> sections;
    std::vector<MirrorSign> signs;
    std::vector<MirrorPhrase> phrases;
    std::unordered_map<std::string, MirrorUnit> words;          // folded; looked up, never walked through
    std::vector<std::pair<std::string, MirrorUnit>> beginnings; // "complain" for complain*
    std::vector<std::pair<std::string, MirrorUnit>> endings;    // "ing" for *ing
    std::optional<MirrorUnit> digits;                           // <digits>, if it is used
    std::vector<std::vector<std::size_t>> signs_at;             // by their key
    std::vector<std::vector<std::size_t>> phrases_from;
};

// Throws std::runtime_error with `name`, the line, and what a line there should be.
MirrorSigns mirror_signs_from(std::string_view text, std::string_view name);

// A sign and the words of the sentence that it took, rising; those between them belong to nobody.
struct MirrorHit {
    std::size_t sign = 0;
    std::vector<std::size_t> words;

    bool operator==(const MirrorHit&) const = default;
};

// No word is in two: of signs that want the same word the one with more words has it, so that "I need your help" is not
// "I need". By their first word.
std::vector<MirrorHit> mirror_hits(const MirrorSentence&, const MirrorSigns&);

} // namespace avow::insight
