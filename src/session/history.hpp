// What was done, in order, and what of it holds. A step is one gesture; undo and redo are entries like any other, so a
// log replayed after a restart undoes where it left off. The value of a log is the fold of its steps that hold, in log
// order; a step that is refused where it now stands (possible only after merging two logs) is passed over and named.
#pragma once

#include "session/edit.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace avow {

struct Step {
    StepId id;
    std::string label; // a sentence, past tense: "Ana said “I call them back”"
    Moment at;
    std::vector<Edit> edits;

    bool operator==(const Step&) const = default;
};
struct Undo {
    StepId id;
    StepId step;
    Moment at;
    bool operator==(const Undo&) const = default;
}; // id: its own, step: what it undoes
struct Redo {
    StepId id;
    StepId step;
    Moment at;
    bool operator==(const Redo&) const = default;
};
using Entry = std::variant<Step, Undo, Redo>;

const StepId& id_of(const Entry&);
Moment time_of(const Entry&);

class History {
public:
    explicit History(Session origin = {});
    // A log that was kept. `now` is the snapshot stored with it, if there is one: it saves the replay.
    History(Session origin, std::vector<Entry> log, std::optional<Session> now = std::nullopt);

    const Session& now() const { return now_; }
    const Session& origin() const { return origin_; }
    const std::vector<Entry>& log() const { return log_; }

    // The steps that hold and were not passed over, oldest first; the last of them that does more than go to a stage, which
    // undo takes back; and the one that redo brings back: the first undone step after it, as long as nothing newer was done
    // since it was undone. Going to a stage is undone by going back: what was said is not taken back by way of it, nor the
    // room moved by taking back what was said.
    std::vector<const Step*> past() const;
    const Step* undoable() const;
    const Step* redoable() const;
    std::vector<std::string> passed_over() const; // labels of steps the fold could not apply

    // Each returns the entry that was added, for the journal; an id that is in the log already adds nothing and returns
    // the entry it has. `act` wants every edit to pass why_not in turn, `undo` an undoable step, `redo` a redoable one.
    const Entry& act(Step);
    const Entry& undo(StepId id, Moment at);
    const Entry& redo(StepId id, Moment at);

    // Many at once, as so many undos or redos one after the other, but the log is folded once. The steps that undo would
    // take back until none is left that stands at `entry` of the log or after it, the newest first; those that redo would
    // bring back until that step holds, the oldest first, nothing where redo does not reach it.
    std::vector<const Step*> undoable_since(std::size_t entry) const;
    std::vector<const Step*> redoable_until(const StepId&) const;
    // For the journal, the entries that were added.
    std::vector<Entry> undo_since(std::size_t entry, const std::function<StepId()>& new_id, Moment at);
    std::vector<Entry> redo_until(const StepId&, const std::function<StepId()>& new_id, Moment at);

private:
    // Where a step stands in the log, and what became of it.
    enum class State { holds, undone, passed_over };
    struct Mark {
        std::size_t index = 0;
        State state = State::holds;
        std::size_t undone_at = 0; // the index of the Undo, when undone
        bool is_stage = false;     // it goes to a stage and does nothing else
    };

    const Entry* known(const StepId&) const;
    Mark* mark_of(const StepId&);
    const Mark* last_held() const;
    bool is_followed(const Mark&) const; // by a step that holds
    const Mark* next_undone() const;
    const Step& step_at(const Mark&) const;
    bool has_passed_over() const;
    const Entry& note(Entry); // into the log and the marks, without looking at the value
    void remember(Session before);
    void rebuild();

    Session origin_;
    std::vector<Entry> log_;
    Session now_;
    std::vector<Mark> marks_;                // one for each step, in log order
    std::map<StepId, std::size_t> index_of_; // of each entry, in log_
    std::deque<Session> recent_;             // values before the last steps that hold, so that most undos cost nothing
};

// Why the edits can't be done one after the other, or nothing.
std::optional<Refusal> why_not(const Session&, const std::vector<Edit>&);

// Both logs in one, on the origin of `theirs`: all of `theirs`, then what only `ours` has. What either side undid stays
// undone, unless the other knew of that undo and redid the step; a Redo that did not know of it is left out.
History merged(const History& theirs, const History& ours);

} // namespace avow
