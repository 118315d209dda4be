// Words: where a text is cut into words, and what each is reduced to so that "calls" and "calling" meet.
// What a word means is not known here; see concepts.hpp.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace avow::themes {

// One word of a text. A contraction gives two ("I'll": i, will) that share the span of what was written,
// because "ill" would be another word and a title is cut from the text itself.
struct Word {
    std::string folded;    // lower case, composed (NFC)
    std::string stem;      // the folded word without its endings
    std::size_t begin = 0; // bytes of the text it was read from
    std::size_t end = 0;
    bool has_digit = false;

    bool operator==(const Word&) const = default;
};

// Snowball's stemmer of one language. A class because it owns the C library's state; an unknown language leaves
// words as they are, so that every language gives at least what its letters give.
class Stemmer {
public:
    explicit Stemmer(const std::string& language);

    std::string stem(const std::string& folded) const;

private:
    struct Close {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Close> stemmer_;
};

// The words in the order they were said. Letters, marks and digits make words; a character of a script written without
// spaces is a word by itself, and so is an emoji. Bytes that are no UTF-8 part words like a space does.
std::vector<Word> words_of(std::string_view text, const Stemmer& stemmer);

// Lower case and composed; empty if the text is no UTF-8.
std::string folded(std::string_view text);

// The text's characters, as the offsets where each begins, and the text's size at the end.
// Each is what a reader sees as one: a base letter with its marks, a whole emoji.
std::vector<std::size_t> character_starts(std::string_view text);

// The first letter as a capital, the rest as it is.
std::string capitalised(std::string_view text);

} // namespace avow::themes
