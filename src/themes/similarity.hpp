// Similarity: what a statement is made of, as weighted signs, and how much two statements share of them.
// A sign is a stem, a run of letters, a concept that the words point to, a purpose that those concepts serve, a direction
// of the word vectors, or an aim: a purpose that examples taught; each kind has its share of the whole. A dot product of signs compares all pairs of words without
// visiting them.
#pragma once

#include "themes/concepts.hpp"
#include "themes/words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace avow::themes {

using SignId = std::uint32_t;

struct Weighted {
    SignId sign = 0;
    float weight = 0;
};

// A stem or concept at the place where it was said, for titles and reasons.
struct Mark {
    SignId sign = 0;
    float weight = 0;
    std::uint32_t begin = 0; // bytes of the text
    std::uint32_t end = 0;
};

// The kinds of signs, and what each has of the whole similarity.
enum class Kind : char { stem = 'w', letters = 'l', meaning = 'c', purpose = 'p', direction = 'v', aim = 'a' };
struct Shares {
    double stems = 0;
    double letters = 0;
    double meanings = 0;
    double purposes = 0;
    double directions = 0;
    double aims = 0;
};

// Where people share few words the lexicon has to say what is alike; where they share many, their words do.
inline constexpr Shares few_words_shared = {0.15, 0.04, 0.30, 0.21, 0, 0.30};
// What serves one purpose is not the same thing: where that is asked neither examples nor vectors have a say.
inline constexpr Shares for_the_same = {0.22, 0.06, 0.42, 0.30, 0, 0};
inline constexpr Shares many_words_shared = {0.285, 0.17, 0.17, 0.115, 0.21, 0.05};

// A statement as read. `signs` is sorted by id and of length 1, or empty where nothing was said.
struct Reading {
    std::vector<Weighted> signs;
    std::vector<Mark> marks;
};

// Reads statements one after another; the same sign has the same id in all of them. Ids follow the order of reading, so
// whoever reads in a fixed order gets the same numbers.
class Reader {
public:
    explicit Reader(const Knowledge& knowledge);

    // With the shares for what is nearly the same.
    Reading read(std::string_view text);
    // Each kind of signs by itself of length 1, less where little was said; for `weigh` to give each its share.
    Reading read_apart(std::string_view text);
    void weigh(Reading& reading, const Shares& shares) const;
    // What a statement, read apart, shows a learner of purposes; `words` are its own.
    std::vector<Evidence> evidence_in(const std::vector<Word>& words, const Reading& apart) const;

    Kind kind(SignId sign) const { return static_cast<Kind>(names_[sign].front()); }
    bool is_concept(SignId sign) const;
    bool is_stem(SignId sign) const;
    std::string name(SignId sign) const;
    const Stemmer& stemmer() const { return stemmer_; }
    const Knowledge& knowledge() const { return knowledge_; }
    std::size_t sign_count() const { return names_.size(); }

private:
    SignId sign_of(Kind kind, std::string_view name);
    void add_concepts(const Mention& mention, double weight, const std::vector<Word>& words, Reading& reading);
    std::vector<Weighted> signs_of(Kind kind, const std::vector<double>& values, const std::vector<std::string>& names,
                                   std::vector<std::optional<SignId>>& known);
    std::vector<Weighted> aims_of(const std::vector<Word>& words, const Reading& apart);
    void add_letters(const std::string& stem, double weight, std::vector<Weighted>& letters);

    const Knowledge& knowledge_;
    Stemmer stemmer_;
    std::unordered_map<std::string, SignId> ids_; // looked up, never walked: its order is nobody's
    std::vector<std::string> names_;              // kind, then name
    std::vector<std::optional<SignId>> concept_signs_, purpose_signs_, direction_signs_, aim_signs_;
    std::vector<std::string> direction_names_;
};

// How much the statements of one room, each read apart, share words: 0 where people share few, 1 where they share many.
double words_shared_in(const std::vector<Reading>& apart, const Reader& reader);

// The shares for a room in which words are shared so much.
Shares shares_for(double words_shared);

// 0 where nothing is shared, 1 for the same signs.
double similarity(const Reading& one, const Reading& other);

// Which statements hold a sign, and with what weight: all similarities to one reading in one pass.
class Index {
public:
    explicit Index(const std::vector<Reading>& readings);

    // The similarity of the reading to each statement, into `row`.
    void similarities(const Reading& reading, std::vector<float>& row) const;

private:
    struct Entry {
        std::uint32_t statement = 0;
        float weight = 0;
    };
    std::size_t statement_count_ = 0;
    std::vector<std::vector<Entry>> entries_; // by sign
};

} // namespace avow::themes
