// Words as the index is asked for them. What was said on one day in one session is a page: the team's name, then one line
// for each thing said, with its words, who said it and the signs that are no words. The index answers which pages hold all
// words of a question; which lines of them do is looked up in the page, so that nothing has to be indexed line by line.
#pragma once

#include "storage/spoken_words.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

// All that a page is found by, each once, with a space between: whole words and single signs. Of scripts that are written
// without spaces each two neighbours are a word, or the words of a page would be little more than its alphabet.
std::string index_words(std::string_view team, std::span<const Spoken>);

// A question's words: all must stand in one line, or in it and the team's name; the last may be the beginning of one. Case
// and accents aside; whatever is in them is words.
class Question {
public:
    explicit Question(std::string_view words);

    bool is_empty() const { return sought_.empty(); }
    std::string match() const; // for FTS5: the pages that may hold it, and a few more
    std::vector<std::size_t> found_in(std::string_view team, std::span<const Spoken>) const; // which, from 0, upwards

private:
    std::vector<std::string> sought_; // " call back " or, of a beginning, " cal"; a sign without spaces
};

} // namespace avow::storage
