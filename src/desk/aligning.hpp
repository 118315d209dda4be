// Where the room is within Align, and what of it is in no session yet: the papers that are being entered.
#pragma once

#include "slide/align.hpp"
#include "storage/half_papers.hpp"

#include <map>
#include <optional>

namespace avow::desk {

struct Aligning {
    slide::AlignStep step = slide::AlignStep::misalignments;
    std::optional<std::size_t> row;      // in hand, of a page that is a list
    std::size_t spot = 0;                // of the match
    AskFrom side = AskFrom::team;        // whose asks are typed
    AskKind kind = AskKind::start;       // of the one that is typed
    AnswerKind worth = AnswerKind::none; // of the answer to an objection, while its amount is typed
    bool is_to_open = false;             // O was pressed once
    storage::HalfPapers papers;          // in the order they were typed, which nothing but this memory knows
    std::size_t found = 0;               // of them, that were found on starting: their order is not known

    int papers_in() const { return static_cast<int>(papers.sheets.size()) - (papers.in_hand ? 1 : 0); }
};

} // namespace avow::desk
