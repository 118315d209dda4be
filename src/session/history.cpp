// The log and its fold. Undo and redo of the latest steps swap kept values; everything else folds the log again, which
// stays quick because a step changes the session in place.
#include "session/history.hpp"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace avow {

namespace {

constexpr std::size_t most_recent_values = 50;
constexpr std::size_t fewest_recent_values = 4;
constexpr std::size_t most_recent_accountabilities = 20'000; // over all values kept: some 20 MB

std::size_t values_to_keep(const Session& session) {
    const std::size_t affordable =
        most_recent_accountabilities / std::max<std::size_t>(session.accountabilities.size(), 1);
    return std::clamp(affordable, fewest_recent_values, most_recent_values);
}

enum class Folded { done, refused, refused_halfway };

Folded carry_out(Session& session, const Step& step) {
    for (std::size_t i = 0; i < step.edits.size(); ++i)
        if (carry_out(session, step.edits[i])) return i == 0 ? Folded::refused : Folded::refused_halfway;
    return Folded::done;
}

bool only_goes_to_stage(const Step& step) {
    return std::ranges::all_of(step.edits, [](const Edit& edit) { return std::holds_alternative<GoToStage>(edit); });
}

// The steps a log leaves undone, each with the Undo that did it.
std::map<StepId, StepId> undone_in(const std::vector<Entry>& log) {
    std::set<StepId> steps;
    std::map<StepId, StepId> undone;
    for (const auto& entry : log)
        if (const auto* step = std::get_if<Step>(&entry))
            steps.insert(step->id);
        else if (const auto* undo = std::get_if<Undo>(&entry); undo && steps.contains(undo->step))
            undone.try_emplace(undo->step, undo->id);
        else if (const auto* redo = std::get_if<Redo>(&entry))
            undone.erase(redo->step);
    return undone;
}

std::set<StepId> ids_in(const std::vector<Entry>& log) {
    std::set<StepId> ids;
    for (const auto& entry : log) ids.insert(id_of(entry));
    return ids;
}

} // namespace

const StepId& id_of(const Entry& entry) {
    return std::visit([](const auto& kind) -> const StepId& { return kind.id; }, entry);
}

Moment time_of(const Entry& entry) {
    return std::visit([](const auto& kind) { return kind.at; }, entry);
}

History::History(Session origin) : origin_(std::move(origin)), now_(origin_) {}

History::History(Session origin, std::vector<Entry> log, std::optional<Session> now) : origin_(std::move(origin)) {
    log_.reserve(log.size());
    for (auto& entry : log) note(std::move(entry));
    if (now)
        now_ = *std::move(now);
    else
        rebuild();
}

std::vector<const Step*> History::past() const {
    std::vector<const Step*> steps;
    for (const auto& mark : marks_)
        if (mark.state == State::holds) steps.push_back(&step_at(mark));
    return steps;
}

const Step* History::undoable() const {
    const Mark* mark = last_held();
    return mark ? &step_at(*mark) : nullptr;
}

const Step* History::redoable() const {
    const Mark* mark = next_undone();
    return mark ? &step_at(*mark) : nullptr;
}

std::vector<std::string> History::passed_over() const {
    std::vector<std::string> labels;
    for (const auto& mark : marks_)
        if (mark.state == State::passed_over) labels.push_back(step_at(mark).label);
    return labels;
}

const Entry& History::act(Step step) {
    if (const Entry* entry = known(step.id)) return *entry;
    assert(!step.edits.empty() && "a step changes something");
    Session after = now_;
    [[maybe_unused]] const auto folded = carry_out(after, step);
    assert(folded == Folded::done && "a step is taken that why_not refuses");
    remember(std::exchange(now_, std::move(after)));
    return note(std::move(step));
}

const Entry& History::undo(StepId id, Moment at) {
    if (const Entry* entry = known(id)) return *entry;
    const Mark* mark = last_held();
    assert(mark && "there is a step to undo");
    const bool is_last_of_all = !is_followed(*mark);
    const Entry& entry = note(Undo{std::move(id), step_at(*mark).id, at});
    if (recent_.empty() || !is_last_of_all || has_passed_over()) { // what was passed over may hold without this step
        rebuild();
    } else {
        now_ = std::move(recent_.back());
        recent_.pop_back();
    }
    return entry;
}

const Entry& History::redo(StepId id, Moment at) {
    if (const Entry* entry = known(id)) return *entry;
    const Mark* mark = next_undone();
    assert(mark && "there is a step to redo");
    const Step& step = step_at(*mark);
    Session after = now_;
    const bool is_last_of_all = !is_followed(*mark) && !has_passed_over() && carry_out(after, step) == Folded::done;
    if (is_last_of_all) remember(std::exchange(now_, std::move(after)));
    const StepId step_id = step.id;
    const Entry& entry = note(Redo{std::move(id), step_id, at});
    if (!is_last_of_all) rebuild();
    return entry;
}

std::vector<const Step*> History::undoable_since(std::size_t entry) const {
    std::vector<const Step*> steps;
    for (auto mark = marks_.rbegin(); mark != marks_.rend() && mark->index >= entry; ++mark)
        if (mark->state == State::holds && !mark->is_stage) steps.push_back(&step_at(*mark));
    return steps;
}

std::vector<const Step*> History::redoable_until(const StepId& wanted) const {
    std::vector<const Step*> steps;
    const Mark* mark = next_undone();
    if (!mark) return steps;
    const auto newest = std::find_if(marks_.rbegin(), marks_.rend(), [](const Mark& m) { return !m.is_stage; });
    for (const auto* end = marks_.data() + marks_.size(); mark != end; ++mark) {
        if (mark->state != State::undone || mark->is_stage || mark->undone_at <= newest->index) continue;
        steps.push_back(&step_at(*mark));
        if (steps.back()->id == wanted) return steps;
    }
    return {};
}

std::vector<Entry> History::undo_since(std::size_t entry, const std::function<StepId()>& new_id, Moment at) {
    std::vector<Entry> added;
    for (const auto* step : undoable_since(entry)) added.emplace_back(Undo{new_id(), step->id, at});
    for (const auto& undo : added) note(undo);
    if (!added.empty()) rebuild();
    return added;
}

std::vector<Entry> History::redo_until(const StepId& wanted, const std::function<StepId()>& new_id, Moment at) {
    std::vector<Entry> added;
    for (const auto* step : redoable_until(wanted)) added.emplace_back(Redo{new_id(), step->id, at});
    for (const auto& redo : added) note(redo);
    if (!added.empty()) rebuild();
    return added;
}

const Entry* History::known(const StepId& id) const {
    const auto found = index_of_.find(id);
    return found == index_of_.end() ? nullptr : &log_[found->second];
}

History::Mark* History::mark_of(const StepId& step) {
    const auto index = index_of_.find(step);
    if (index == index_of_.end()) return nullptr;
    const auto mark = std::ranges::lower_bound(marks_, index->second, {}, &Mark::index);
    return mark != marks_.end() && mark->index == index->second ? &*mark : nullptr;
}

const History::Mark* History::last_held() const {
    const auto mark = std::find_if(marks_.rbegin(), marks_.rend(),
                                   [](const Mark& m) { return m.state == State::holds && !m.is_stage; });
    return mark == marks_.rend() ? nullptr : &*mark;
}

bool History::is_followed(const Mark& mark) const {
    return std::any_of(marks_.begin() + (&mark - marks_.data()) + 1, marks_.end(),
                       [](const Mark& m) { return m.state == State::holds; });
}

const History::Mark* History::next_undone() const {
    const Mark* last = last_held();
    const auto first = last ? marks_.begin() + (last - marks_.data()) + 1 : marks_.begin();
    const auto newest = std::find_if(marks_.rbegin(), marks_.rend(), [](const Mark& m) { return !m.is_stage; });
    const auto mark = std::find_if(first, marks_.end(), [&](const Mark& m) {
        return m.state == State::undone && !m.is_stage && m.undone_at > newest->index;
    });
    return mark == marks_.end() ? nullptr : &*mark;
}

const Step& History::step_at(const Mark& mark) const { return std::get<Step>(log_[mark.index]); }

bool History::has_passed_over() const { return std::ranges::count(marks_, State::passed_over, &Mark::state) > 0; }

const Entry& History::note(Entry entry) {
    const std::size_t index = log_.size();
    const auto [known_place, is_new] = index_of_.try_emplace(id_of(entry), index);
    if (!is_new) return log_[known_place->second];
    if (const auto* step = std::get_if<Step>(&entry)) {
        marks_.push_back({index, State::holds, 0, only_goes_to_stage(*step)});
    } else if (const auto* undo = std::get_if<Undo>(&entry)) {
        if (Mark* mark = mark_of(undo->step); mark && mark->state != State::undone)
            *mark = {mark->index, State::undone, index, mark->is_stage};
    } else if (Mark* mark = mark_of(std::get<Redo>(entry).step)) {
        *mark = {mark->index, State::holds, 0, mark->is_stage};
    }
    return log_.emplace_back(std::move(entry));
}

void History::remember(Session before) {
    recent_.push_back(std::move(before));
    while (recent_.size() > values_to_keep(now_)) recent_.pop_front();
}

void History::rebuild() {
    std::vector<Mark*> held;
    for (auto& mark : marks_)
        if (mark.state != State::undone) held.push_back(&mark);
    recent_.clear();
    now_ = origin_;
    // Steps change the value in place. One that is refused halfway leaves it spoiled; then the fold starts again from the
    // last point where that happened, so that however many are refused, no step is folded more than twice.
    Session good = origin_;
    std::size_t good_until = 0;
    for (std::size_t i = 0; i < held.size(); ++i) {
        const bool is_recent = held.size() - i <= values_to_keep(now_);
        std::optional<Session> before = is_recent ? std::optional(now_) : std::nullopt;
        const auto outcome = carry_out(now_, step_at(*held[i]));
        held[i]->state = outcome == Folded::done ? State::holds : State::passed_over;
        if (outcome == Folded::done && before) remember(*std::move(before));
        if (outcome != Folded::refused_halfway) continue;
        for (; good_until < i; ++good_until)
            if (held[good_until]->state == State::holds) carry_out(good, step_at(*held[good_until]));
        now_ = good;
    }
}

std::optional<Refusal> why_not(const Session& session, const std::vector<Edit>& edits) {
    if (edits.empty()) return Refusal{"There is nothing to change."};
    if (edits.size() == 1) return why_not(session, edits.front());
    Session after = session;
    for (const auto& edit : edits)
        if (auto refusal = carry_out(after, edit)) return refusal;
    return std::nullopt;
}

History merged(const History& theirs, const History& ours) {
    const auto undone_by_them = undone_in(theirs.log());
    const auto undone_by_us = undone_in(ours.log());
    const auto their_ids = ids_in(theirs.log());
    const auto our_ids = ids_in(ours.log());
    // After all of theirs, a Redo of ours would win over an Undo it never saw, or over our own later one.
    const auto is_overtaken = [&](const Redo& redo) {
        const auto their_undo = undone_by_them.find(redo.step);
        const auto our_undo = undone_by_us.find(redo.step);
        return (their_undo != undone_by_them.end() && !our_ids.contains(their_undo->second)) ||
               (our_undo != undone_by_us.end() && their_ids.contains(our_undo->second));
    };
    std::vector<Entry> log = theirs.log();
    for (const auto& entry : ours.log()) {
        const auto* redo = std::get_if<Redo>(&entry);
        if (!their_ids.contains(id_of(entry)) && !(redo && is_overtaken(*redo))) log.push_back(entry);
    }
    return History(theirs.origin(), std::move(log));
}

} // namespace avow
