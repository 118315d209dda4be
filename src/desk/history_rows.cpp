#include "desk/history_rows.hpp"

#include "insight/time_taken.hpp"
#include "session/text.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

namespace avow::desk {

namespace {

// The steps that were undone and not done again.
std::set<StepId> undone_in(const std::vector<Entry>& log) {
    std::set<StepId> undone;
    for (const auto& entry : log)
        if (const auto* undo = std::get_if<Undo>(&entry))
            undone.insert(undo->step);
        else if (const auto* redo = std::get_if<Redo>(&entry))
            undone.erase(redo->step);
    return undone;
}

std::set<StepId> held_in(const History& history) {
    std::set<StepId> held;
    for (const auto* step : history.past()) held.insert(step->id);
    return held;
}

} // namespace

std::vector<HistoryRow> history_rows(const History& history, const std::function<std::string(Moment)>& clock) {
    using What = HistoryRow::What;
    const auto stages = insight::stages_by_entry(history);
    const auto undone = undone_in(history.log());
    const auto held = held_in(history);
    std::vector<HistoryRow> rows;
    std::optional<Stage> stage;
    for (std::size_t i = history.log().size(); i-- > 0;) {
        const auto* step = std::get_if<Step>(&history.log()[i]);
        if (!step) continue;
        const std::string title(title_of(stages[i]));
        if (stage != stages[i]) rows.push_back({What::stage, i, step->at, {}, title, {}});
        stage = stages[i];
        const auto what = held.contains(step->id)     ? What::holds
                          : undone.contains(step->id) ? What::undone
                                                      : What::passed_over;
        const auto at = clock(step->at);
        rows.push_back({what, i, step->at, at, step->label, folded(at + " " + title + " " + step->label)});
    }
    return rows;
}

std::vector<HistoryRow> rows_with(const std::vector<HistoryRow>& rows, std::string_view typed) {
    std::istringstream words(folded(typed));
    std::vector<std::string> wanted;
    for (std::string word; words >> word;) wanted.push_back(word);
    std::vector<HistoryRow> found;
    const HistoryRow* heading = nullptr;
    for (const auto& row : rows) {
        if (row.what == HistoryRow::What::stage) {
            heading = &row;
            continue;
        }
        if (!std::ranges::all_of(wanted, [&](const auto& word) { return row.folded.find(word) != std::string::npos; }))
            continue;
        if (heading) found.push_back(*std::exchange(heading, nullptr));
        found.push_back(row);
    }
    return found;
}

void HistoryList::look(const History& history, const std::string& typed,
                       const std::function<std::string(Moment)>& clock) {
    const auto& log = history.log();
    const StepId last = log.empty() ? StepId{} : id_of(log.back());
    const bool is_same_log = is_made_ && size_ == log.size() && last_ == last && of_ == history.now().id;
    if (is_same_log && typed_ == typed) return;
    if (!is_same_log) all_ = history_rows(history, clock);
    is_made_ = true;
    of_ = history.now().id;
    last_ = last;
    size_ = log.size();
    typed_ = typed;
    found_ = rows_with(all_, typed);
    steps_.clear();
    for (std::size_t i = 0; i < found_.size(); ++i)
        if (found_[i].what != HistoryRow::What::stage) steps_.push_back(i);
}

} // namespace avow::desk
