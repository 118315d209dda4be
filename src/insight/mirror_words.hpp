// A text as the phrasing mirror reads it: plain words with their place in the text, in sentences. What words mean is not
// known here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace avow::insight {

// Folded (session/text.hpp). A contraction gives its words apart, and they share the span of what was written: "don't" is
// do, not; "board's" is board.
struct MirrorWord {
    std::string folded;
    std::size_t begin = 0; // bytes of the text
    std::size_t end = 0;
    bool is_after_pause = false; // a comma, a colon, a dash or a bracket stands before it, or the sentence begins

    bool operator==(const MirrorWord&) const = default;
};

struct MirrorSentence {
    std::vector<MirrorWord> words; // one at least
    bool is_question = false;

    bool operator==(const MirrorSentence&) const = default;
};

// Any bytes will do: those that are no UTF-8 part words like a space does.
std::vector<MirrorSentence> mirror_sentences(std::string_view text);

} // namespace avow::insight
