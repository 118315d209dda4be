// Word vectors: what a word is like, as a direction, for words that no lexicon joins. Made from WordNet when the program
// is built (tools/word_vectors.cpp), or given by a person in the common text format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace avow::themes {

// Directions of stems: each component is a whole number from -127 to 127, each vector about as long as any other.
struct WordVectors {
    std::string source; // "WordNet 3.0", or the file's name
    std::size_t dimensions = 0;
    std::vector<std::string> stems; // sorted
    std::vector<std::int8_t> values;

    bool operator==(const WordVectors&) const = default;

    // The vector of a stem; empty where it has none.
    std::span<const std::int8_t> of(std::string_view stem) const;
};

namespace limit {
inline constexpr std::size_t vector_dimensions = 1000;
inline constexpr std::size_t vector_words = 100'000; // stems; the files list common words first, the rest is left out
} // namespace limit

// Reads either of two formats. Ours: a line "avow word vectors 1", a line with the number of words, the dimensions and
// the source, the stems in order of their bytes, one a line, then the components, a byte each, in the same order. The
// common one of word2vec and GloVe: a word and its numbers a line, perhaps after a line with two counts; words of one
// stem are met by the first. Throws std::runtime_error with a sentence that names the file and the line.
WordVectors vectors_from(std::string_view bytes, const std::string& name, const std::string& language);

} // namespace avow::themes
