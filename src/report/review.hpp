// A folder of sessions as a document for whoever answers for several: what is open and how old, what was kept, what comes
// again, how words moved, what is owed. No people are compared: a person stands in it with what they said and nothing else.
#pragma once

#include "insight/review.hpp"

#include <string>
#include <vector>

namespace avow::report {

// A file that lay in the folder and could not be read.
struct Unread {
    std::string file;
    std::string why; // a sentence

    bool operator==(const Unread&) const = default;
};

// What is told. Where several teams are asked about at once, their words stay with them: figures and titles of themes are
// told, and what people said only if somebody asked for it.
struct Told {
    const insight::Review& review;
    bool has_words = false;
    std::vector<Unread> unread;
};

std::string review_markdown(const Told&); // CommonMark, ends with a newline
std::string review_json(const Told&);     // keys and their order: docs/file-format.md
std::string review_html(const Told&);     // one file, nothing loaded from anywhere, charts drawn as SVG

} // namespace avow::report
