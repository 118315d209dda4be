#include "desk/replay.hpp"

#include "insight/coverage.hpp"
#include "storage/seal.hpp"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace avow::desk {

namespace {

constexpr std::size_t fewest_between_marks = 64;
constexpr std::size_t most_marks = 24;                   // of the largest session some 40 MB
constexpr std::int64_t longest_wait_ms = 4'000;          // of the real clock, without anything to see
constexpr std::int64_t longest_wait_at_pace_ms = 60'000; // where the meeting's own pace is wanted
constexpr std::int64_t wait_before_skip_ms = 1'500;      // so that what was done last can be read
constexpr std::int64_t wait_after_skip_ms = 700;         // and one sees that it goes on
constexpr std::int64_t tells_of_skip_ms = 2'500;
constexpr double shortest_frame = .1; // seconds: quicker figures nobody reads

// The card a step is about, the last of several.
std::optional<AccountabilityId> card_of(const Step& step) {
    std::optional<AccountabilityId> card;
    for (const auto& edit : step.edits)
        std::visit(
            [&](const auto& e) {
                if constexpr (requires { card = e.id; }) card = e.id;
            },
            edit);
    return card;
}

const StepId& step_of(const Entry& entry) {
    if (const auto* undo = std::get_if<Undo>(&entry)) return undo->step;
    if (const auto* redo = std::get_if<Redo>(&entry)) return redo->step;
    return id_of(entry);
}

bool is_step(const Entry& entry) { return std::holds_alternative<Step>(entry); }

bool does_step(Session& session, const Step& step) {
    for (std::size_t i = 0; i < step.edits.size(); ++i)
        if (carry_out(session, step.edits[i])) return i == 0; // refused whole it changes nothing
    return true;
}

} // namespace

Replay::Replay(const History& history, Moment real) : whole_(history), session_(history.origin()), real_(real) {
    Moment latest{};
    std::map<StepId, std::size_t> places;
    for (const auto& entry : log_) {
        const Moment at = time_of(entry);
        latest.unix_ms = std::max(latest.unix_ms, at.unix_ms);
        times_.push_back(latest);
        const std::size_t place = times_.size() - 1;
        if (const auto* step = std::get_if<Step>(&entry)) places.emplace(step->id, place);
        const auto known = places.find(step_of(entry));
        about_.push_back(known == places.end() ? place : known->second);
    }
    since_ = real;
    if (!times_.empty()) moment_.unix_ms = times_.front().unix_ms - 1'000; // a breath before it begins
}

std::string Replay::last_in_words() const {
    if (passed_ == 0) return {};
    const auto& entry = log_[passed_ - 1];
    if (const auto* step = std::get_if<Step>(&entry)) return step->label;
    const auto* step = std::get_if<Step>(&log_[about_[passed_ - 1]]);
    if (!step) return {};
    return (std::holds_alternative<Undo>(entry) ? "Taken back: " : "Done again: ") + step->label;
}

float Replay::share() const { return log_.empty() ? 1 : static_cast<float>(passed_) / static_cast<float>(log_.size()); }

std::optional<double> Replay::seconds_until_change() const {
    if (is_paused_ || is_over()) return std::nullopt;
    const double to_next = static_cast<double>(times_[passed_].unix_ms - moment_.unix_ms) / 1000 / speed();
    const double to_second = static_cast<double>(1000 - moment_.unix_ms % 1000) / 1000 / speed();
    return std::max(.01, std::min(to_next, std::max(shortest_frame, to_second)));
}

// --- time --------------------------------------------------------------------------------------------------------

void Replay::attend(Moment real) {
    const std::int64_t passed_ms = std::max<std::int64_t>(0, real.unix_ms - real_.unix_ms);
    real_ = real;
    if (skipped_ms_ > 0 && real.unix_ms - skipped_at_.unix_ms > tells_of_skip_ms) skipped_ms_ = 0;
    if (is_paused_ || is_over()) return;
    moment_.unix_ms += passed_ms * speed();
    const auto next = std::ranges::upper_bound(times_, moment_.unix_ms, {}, &Moment::unix_ms) - times_.begin();
    if (static_cast<std::size_t>(next) > passed_) go_on_to(static_cast<std::size_t>(next));
    if (!is_over()) return pass_over_silence();
    moment_ = times_.back();
    skipped_ms_ = 0;
}

// Long silence is not sat through, and it is said that it was there.
void Replay::pass_over_silence() {
    const std::int64_t left_ms = times_[passed_].unix_ms - moment_.unix_ms;
    const std::int64_t longest_ms = speed() == 1 ? longest_wait_at_pace_ms : longest_wait_ms * speed();
    if (left_ms <= longest_ms || real_.unix_ms - since_.unix_ms < wait_before_skip_ms) return;
    skipped_ms_ = left_ms - wait_after_skip_ms * speed();
    skipped_at_ = real_;
    moment_.unix_ms += skipped_ms_;
}

void Replay::pause_or_go_on() {
    if (is_over()) return go_to_entry(0), void(is_paused_ = false);
    is_paused_ = !is_paused_;
    since_ = real_;
}

void Replay::step(int entries) {
    const auto last = static_cast<std::ptrdiff_t>(log_.size());
    go_to_entry(
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(passed_) + entries, 0, last)));
}

void Replay::change_speed(int by) {
    const int last = static_cast<int>(speeds.size()) - 1;
    speed_ = static_cast<std::size_t>(std::clamp(static_cast<int>(speed_) + by, 0, last));
}

void Replay::go_to_entry(std::size_t passed) {
    is_paused_ = true;
    skipped_ms_ = 0;
    go_on_to(std::min(passed, log_.size()));
    if (passed_ > 0)
        moment_ = times_[passed_ - 1];
    else if (!times_.empty())
        moment_.unix_ms = times_.front().unix_ms - 1'000;
}

// --- the session as it stood -------------------------------------------------------------------------------------

void Replay::go_on_to(std::size_t passed) {
    const bool is_next_step = passed == passed_ + 1 && is_step(log_[passed_]);
    if (!is_next_step || !does_step(session_, std::get<Step>(log_[passed_]))) session_ = at(passed);
    passed_ = passed;
    since_ = real_;
}

// The steps that hold then, on the nearest value from before all that was undone or done again since.
Session Replay::folded(std::size_t passed) const {
    std::size_t from = 0;
    const Session* value = &whole_.origin();
    std::size_t oldest = passed; // that was undone or done again
    for (auto mark = std::make_reverse_iterator(marks_.upper_bound(passed)); mark != marks_.rend(); ++mark) {
        for (std::size_t i = passed; i > mark->first; --i) oldest = std::min(oldest, about_[i - 1]);
        if (oldest < mark->first) continue;
        from = mark->first;
        value = &mark->second;
        break;
    }
    std::vector<bool> holds(passed - from, true);
    for (std::size_t i = from; i < passed; ++i) {
        if (!is_step(log_[i])) holds[i - from] = false;
        if (const auto step = about_[i]; step < i) holds[step - from] = std::holds_alternative<Redo>(log_[i]);
    }
    Session session = *value;
    for (std::size_t i = from; i < passed; ++i)
        if (holds[i - from] &&
            !does_step(session, std::get<Step>(log_[i]))) { // refused halfway: rare, and the slow way
            const auto end = log_.begin() + static_cast<std::ptrdiff_t>(passed);
            return History(whole_.origin(), std::vector<Entry>(log_.begin(), end)).now();
        }
    return session;
}

Session Replay::at(std::size_t passed) {
    const std::size_t between = std::max(fewest_between_marks, log_.size() / most_marks);
    for (std::size_t mark = between; mark <= passed; mark += between)
        if (!marks_.contains(mark)) marks_.emplace(mark, folded(mark));
    return folded(passed);
}

// --- what the room saw -------------------------------------------------------------------------------------------

// Who had the turn: whoever speaks next at this stage, else whom the round would come to.
std::optional<ParticipantId> Replay::speaker() const {
    for (std::size_t i = passed_; i < log_.size() && is_step(log_[i]); ++i)
        for (const auto& edit : std::get<Step>(log_[i]).edits) {
            if (const auto* said = std::get_if<SayStatement>(&edit); said && find(session_, said->owner))
                return said->owner;
            if (const auto* passes = std::get_if<PassTurn>(&edit); passes && find(session_, passes->id))
                return passes->id;
            if (std::holds_alternative<GoToStage>(edit)) i = log_.size() - 1;
        }
    const auto last = session_.accountabilities.empty() ? ParticipantId{} : session_.accountabilities.back().owner;
    const auto* next = insight::next_in_round(session_, last);
    return next ? std::optional(next->id) : std::nullopt;
}

// The card in hand: what was done last was about it; at the beginning of a stage, what is done next.
std::optional<AccountabilityId> Replay::card() const {
    for (std::size_t i = passed_; i > 0 && is_step(log_[i - 1]); --i) {
        const auto& step = std::get<Step>(log_[i - 1]);
        if (std::holds_alternative<GoToStage>(step.edits.front())) break;
        if (const auto card = card_of(step); card && find(session_, *card)) return card;
    }
    for (std::size_t i = passed_; i < log_.size() && is_step(log_[i]); ++i)
        if (const auto card = card_of(std::get<Step>(log_[i])); card && find(session_, *card)) return card;
    return std::nullopt;
}

namespace {

using slide::AlignStep;

template <class Change, class... Among>
constexpr bool is_among = (std::is_same_v<Change, Among> || ...);

// The page of Align that a change is seen on.
template <class Change>
constexpr AlignStep step_of_change() {
    if (is_among<Change, AskOther, AnswerAsk, CheckAsk, TakeBackAsk>) return AlignStep::asks;
    if (is_among<Change, SayStatement, AnswerHelp>) return AlignStep::promises;
    if (is_among<Change, HandInRecalls, TakeBackRecalls, GuessByTeam>) return AlignStep::recall;
    if (is_among<Change, OpenSeal, MatchRecall, JudgeRecall>) return AlignStep::match;
    if (is_among<Change, RaiseObjection, AnswerObjection, TakeBackObjection>) return AlignStep::objections;
    return AlignStep::misalignments;
}

slide::AlignPlace align_after(const Session& session, const Edit& edit) {
    slide::AlignPlace place;
    if (session.seal) place.fingerprint = storage::short_fingerprint(*session.seal);
    place.seal_holds = is_opened(session) && storage::seal_holds(session);
    std::visit(
        [&]<class Change>(const Change& change) {
            place.step = step_of_change<Change>();
            if constexpr (is_among<Change, MatchRecall, JudgeRecall>) {
                const auto recalls = slide::recalls_of(session);
                const auto found = std::ranges::find(recalls, change.id, [](const auto* one) { return one->id; });
                place.spot = static_cast<std::size_t>(found - recalls.begin()) + 1;
            }
        },
        edit);
    return place;
}

} // namespace

// What the room had just answered.
const Poll* Replay::poll() const {
    if (passed_ == 0 || !is_step(log_[passed_ - 1])) return nullptr;
    const auto* asked = std::get_if<AskRoom>(&std::get<Step>(log_[passed_ - 1]).edits.front());
    return asked ? find(session_, asked->poll.id) : nullptr;
}

slide::Slide Replay::slide() const {
    slide::Place place;
    place.now = moment_;
    if (session_.stage == Stage::capture) place.speaker = speaker();
    if (session_.stage == Stage::commit || session_.stage == Stage::open) place.focus = card();
    if (const auto* answered = poll()) place.asked_room = slide::revealed(session_, *answered);
    if (session_.stage == Stage::align && passed_ > 0 && is_step(log_[passed_ - 1]))
        place.align = align_after(session_, std::get<Step>(log_[passed_ - 1]).edits.back());
    if (place.focus) place.speaker = find(session_, *place.focus)->owner;
    return slide::slide_of(session_, session_.stage, place);
}

} // namespace avow::desk
