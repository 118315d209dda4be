// A mirror for the leader's own texts: where a wording is one-sided, whose need it speaks of, and a question to ask of it.
// It proposes no other words. What it looks for stands in assets/mirror: signs that people wrote, and sentences it learns
// from how others sound. For the desk alone: nothing here is ever part of a slide.
//
// It reads English. Of another language it knows no word and stays silent, which says nothing about that text. It weighs
// words and understands none: irony, and a threat in friendly words, pass unseen.
#pragma once

#include "insight/mirror_lessons.hpp"
#include "insight/mirror_signs.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace avow::insight {

struct Mark {
    std::size_t begin = 0; // bytes of the text
    std::size_t end = 0;
    std::string whose;    // "speaks of the leader's own number"
    std::string question; // that the desk proposes

    bool operator==(const Mark&) const = default;
};

// What it looks at: a goal or a reason; or what somebody expects, which gives an order by its nature and is marked for none.
enum class MirrorText { reason, expectation };

class Mirror {
public:
    Mirror() = default; // silent
    // The text of assets/mirror/signs.txt. Throws std::runtime_error with `name`, the line, and what a line there should be.
    explicit Mirror(std::string_view signs, std::string_view name = "signs.txt", MirrorLessons = {});

    // From left to right. A sentence is marked as a whole or not at all: every sign of the need it speaks of is a mark. Where
    // it only sounds like those that are, its strongest words are one.
    std::vector<Mark> look(std::string_view text, MirrorText = MirrorText::reason) const;

private:
    MirrorSigns signs_;
    MirrorLessons lessons_;
};

} // namespace avow::insight
