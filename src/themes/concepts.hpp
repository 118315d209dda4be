// Concepts: what the engine knows about work, read from texts that a person can edit (assets/lexicon; the head of
// general.txt states the format). They say which words and phrases mean one thing, what serves one purpose, and which words
// carry little.
#pragma once

#include "themes/learned.hpp"
#include "themes/vectors.hpp"
#include "themes/words.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace avow::themes {

// A concept that a word or phrase stands for, and how surely: 1 for its own word, less for a hint.
struct Sense {
    std::size_t concept_index = 0;
    double grade = 1;

    bool operator==(const Sense&) const = default;
};

// What a word points to by the company it keeps: the concepts in whose entries it stands, by concept, the more telling the
// longer. (Explicit semantic analysis, Gabrilovich and Markovitch 2007, over the lexicon's concepts instead of articles.)
using Company = std::vector<Sense>;

// Everything known of words. The empty one works: then only letters and stems speak.
struct Knowledge {
    std::string language = "english";       // as Snowball names it
    std::vector<std::string> concept_names; // in the order of the text
    std::map<std::string, std::vector<Sense>, std::less<>>
        senses;                                          // by the stems of a word or phrase, parted by a space
    std::map<std::string, Company, std::less<>> company; // by stem
    std::vector<std::string> purpose_names;              // in the order of the text
    std::vector<std::vector<Sense>> purposes_of;         // of each concept; a Sense names a purpose here
    std::map<std::string, double, std::less<>> weights;  // by stem, 0 to 1; a word not in it weighs 1
    std::size_t longest_phrase = 1;                      // in words
    WordVectors vectors;                                 // none where WordNet is not installed and none were given
    Learned learned;                                     // from examples; empty where the file was not built
    std::vector<Knowledge> languages; // other ones: their words of grammar, for rooms that do not speak this one

    bool operator==(const Knowledge&) const = default;
};

// A text of the lexicon, and the name by which a slip in it is told.
struct LexiconText {
    std::string name;
    std::string text;
};

// The one that names the language and the words that say little, and is read before the others.
inline constexpr std::string_view first_lexicon = "general.txt";

// Reads a lexicon, text after text; a concept that is there already goes on. Throws std::runtime_error with the name and the
// line's number where a text can't be understood.
Knowledge knowledge_from(const std::vector<LexiconText>& texts);
Knowledge knowledge_from(std::string_view text);

// What is known of the language that some texts are in, by their words of grammar: the knowledge itself, unless another of its
// languages has clearly more of them.
const Knowledge& of_language_in(const std::vector<std::string_view>& texts, const Knowledge& knowledge);

// Words of a statement that stand for concepts together: one, or the words of a phrase, as positions.
struct Mention {
    std::vector<std::size_t> words;
    const std::vector<Sense>* senses = nullptr; // lives in the knowledge
};

// The mentions from left to right; of several that begin with a word the longest: "follow up" is not "up". No word is in
// two, and up to two other words may stand inside a phrase.
std::vector<Mention> mentions_in(const std::vector<Word>& words, const Knowledge& knowledge);

// What a word weighs by itself. Numbers weigh little: two promises with a "2" are not alike.
double weight_of(const Word& word, const Knowledge& knowledge);

} // namespace avow::themes
