// What the pages of Align have in common: the question at their head, and lines that go over to the next page instead of
// being cut.
#pragma once

#include "screen/surface.hpp"

#include <functional>
#include <string>
#include <vector>

namespace avow::screen {

// The question, and which step of the path it is; answers where the page goes on.
float draw_align_head(Painter&, const Page&, std::string_view question, std::string_view at_right);
std::string step_in_words(slide::AlignStep);

// A piece of a line that fits a page: words, and with the last piece what is noted beneath them.
struct Chunk {
    std::size_t row = 0;
    Paragraph words;
    std::vector<Paragraph> notes;
    bool is_first = false;
    bool goes_on = false; // in the next chunk
    float height = 0;     // without a gap
};

std::vector<Chunk> chunks_of(Painter&, const Page&, std::size_t row, const std::string& words,
                             const std::vector<std::string>& notes, const Setting&, float width, float room);
void draw_chunk(Painter&, const Page&, const Chunk&, const Setting&, float x, float y);

// Of pages that begin at these, the one that is wanted.
struct PageOfRows {
    std::size_t first = 0, last = 0; // to before
    DrawnPage drawn;
};
PageOfRows page_of_rows(const std::vector<float>& heights, float room, int wanted);
// The wanted page, where it shows such a row; else the first that does; else the wanted one.
int page_that_shows(const std::vector<float>& heights, float room, int wanted,
                    const std::function<bool(std::size_t row)>&);

} // namespace avow::screen
