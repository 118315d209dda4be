// Words as the index keeps them, and how a question is asked of them. What was said on one day in one session is a page: a
// line with the team's name, then one line for each thing said, with its words, who said it and the signs that are no words.
// A page is looked through from its beginning to its end: at the 20,000 sessions a folder may hold that takes less than an
// index of every word would take to be kept.
#pragma once

#include "storage/spoken_words.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

std::string page_of(std::string_view team, std::span<const Spoken>);

// A question's words: all must stand in one line, or in it and the team's name; the last may be the beginning of one. Case
// and accents aside; whatever is in them is words.
class Question {
public:
    explicit Question(std::string_view words);

    bool is_empty() const { return sought_.empty(); }
    std::vector<std::size_t> found_in(std::string_view page) const; // which of its things said, from 0, upwards

private:
    struct Sought {
        std::string words;    // " call back " or, of a beginning, " cal"; a sign without spaces
        std::size_t rare = 0; // which of its bytes is found least often in what people say
        std::size_t rank = 0; // of that byte: how seldom
        explicit Sought(std::string);
        std::size_t find(std::string_view, std::size_t from = 0) const;
        bool is_in(std::string_view line) const { return find(line) != std::string_view::npos; }
    };
    std::vector<Sought> sought_; // the rarest first
};

} // namespace avow::storage
