// What was done, as rows to read and to go back to: in the facilitator's own words, the newest first, under the stage the
// room was at.
#pragma once

#include "session/history.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::desk {

struct HistoryRow {
    enum class What { stage, holds, undone, passed_over }; // `stage`: a heading, in `words`
    What what = What::stage;
    std::size_t entry = 0; // of the log; of a heading that of the row below it
    Moment at;
    std::string clock; // "14:05"
    std::string words;
    std::string folded; // what is looked in: clock, stage and words
};

// Of every step; an undo is told by what it took back. `clock` writes a moment as the wall has it.
std::vector<HistoryRow> history_rows(const History&, const std::function<std::string(Moment)>& clock);

// Those that hold all the words typed, with the headings they stand under.
std::vector<HistoryRow> rows_with(const std::vector<HistoryRow>&, std::string_view typed);

// The rows as they were last asked for, made anew only where the log or the words are others: a long log is not read for
// every frame.
class HistoryList {
public:
    void look(const History&, const std::string& typed, const std::function<std::string(Moment)>& clock);
    const std::vector<HistoryRow>& rows() const { return found_; }
    const std::vector<std::size_t>& steps() const { return steps_; } // places of the rows that are no heading

private:
    SessionId of_;
    StepId last_;
    std::size_t size_ = 0;
    std::string typed_;
    bool is_made_ = false;
    std::vector<HistoryRow> all_, found_;
    std::vector<std::size_t> steps_;
};

} // namespace avow::desk
