// The turns, and the journal in them.
#include "storage/keeper.hpp"

#include "session/text.hpp"
#include "storage/shelf.hpp"

#include <algorithm>

namespace avow::storage {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto draft_every = 250ms;
constexpr auto draft_synced_within = 750ms; // of its writing, so within a second of its typing
constexpr auto retry_every = 2s;
constexpr auto lock_looked_every = 1s;
constexpr std::uint64_t most_journal_growth = 4u << 20;

std::vector<fs::path> homes_for(const Surroundings& around, const SessionId& session, const fs::path& file) {
    std::vector<fs::path> homes;
    if (!around.places.state.empty()) homes.push_back(around.places.journals(session));
    homes.push_back(file.parent_path());
    return homes;
}

} // namespace

Keeper::Keeper(const Surroundings& around, const fs::path& path)
    : around_(around), instance_(file_name_of(around.new_id())), file_(around.disk, path),
      lock_(around.disk, around.places, around.machine, path, instance_), journal_(around.disk, instance_) {}

// What was given is taken in before anything that could fail.
void Keeper::take(Given given, Steady now) {
    is_active_ = is_active_ || given.is_anything();
    take_in(std::move(given.entries), now);
    if (given.draft) {
        draft_ = std::move(given.draft);
        is_draft_written_ = false;
    }
    is_save_wanted_ = is_save_wanted_ || (given.save && is_dirty_);
    is_retry_wanted_ = is_retry_wanted_ || given.retry || given.save;
    is_take_over_wanted_ = is_take_over_wanted_ || given.take_over;
    if (is_held_ && !must_begin_) keep(now, given.retry);
}

Steady Keeper::attend(Steady now) {
    catch_up();
    watch_lock(now, std::exchange(is_active_, false));
    if (std::exchange(is_take_over_wanted_, false) && !is_held_ && !is_newer_) take_over();
    if (!is_held_) {
        give_way();
        return now + 10s;
    }
    keep(now, is_retry_wanted_);
    if (!must_begin_) put_away_leftovers();
    save_if_due(now, std::exchange(is_retry_wanted_, false));
    if (must_begin_) keep(now, false); // the save merged something in

    Steady next = now + std::chrono::seconds(heartbeat_s);
    if (is_dirty_) {
        const Steady quiet = is_save_wanted_ ? now : std::min(changed_at_ + 2s, dirty_since_ + 30s);
        next = std::min(next, file_trouble_.empty() ? quiet : save_retry_at_);
    }
    if (pending_ > 0 || must_begin_) next = std::min(next, journal_retry_at_);
    if (!is_draft_written_) next = std::min(next, std::max(draft_at_ + draft_every, journal_retry_at_));
    if (sync_due_) next = std::min(next, std::max(*sync_due_, journal_retry_at_));
    return std::max(next, now + 5ms);
}

void Keeper::take_in(std::vector<Entry> entries, Steady now) {
    if (entries.empty()) return;
    for (Entry& entry : entries) {
        pending_lines_ += entry_line(entry, history_.log().size() + ahead_.size() + 1);
        ++pending_;
        const Step* step = std::get_if<Step>(&entry);
        const bool goes_on = step != nullptr && std::ranges::any_of(step->edits, [](const Edit& edit) {
                                 return std::holds_alternative<GoToStage>(edit);
                             });
        is_save_wanted_ = is_save_wanted_ || goes_on;
        ahead_.push_back(std::move(entry));
    }
    changed_at(now);
}

void Keeper::catch_up() {
    for (const Entry& entry : std::exchange(ahead_, {})) adopt(history_, entry);
}

void Keeper::changed_at(Steady now) {
    changed_at_ = now;
    dirty_since_ = is_dirty_ ? dirty_since_ : now;
    is_dirty_ = true;
}

// Writes what is pending, syncs what must be. A draft alone waits for its turn and is synced a little later; with an
// entry it goes along, so that a draft never outlives the statement it became.
void Keeper::keep(Steady now, bool is_asked) {
    const bool has_entries = pending_ > 0 || must_begin_;
    const bool is_draft_due = !is_draft_written_ && (has_entries || now >= draft_at_ + draft_every);
    const bool is_sync_due = sync_due_ && now >= *sync_due_;
    if (!has_entries && !is_draft_due && !is_sync_due) return;
    if (now < journal_retry_at_ && !is_asked && !journal_trouble_.empty() && pending_lines_.empty()) return;

    if (is_draft_due) draft_at_ = now;
    bool is_kept = !must_begin_ && journal_.can_write() && write_pending(is_draft_due);
    bool is_synced = is_kept && (has_entries || is_sync_due) && journal_.sync();
    is_kept = is_kept && journal_.can_write();
    const bool is_large = journal_.bytes() > 2 * journal_.image_bytes() + most_journal_growth;
    if ((!is_kept || is_large) && begin_journal()) is_kept = is_synced = true;
    if (!is_kept) {
        journal_trouble_ = journal_.trouble();
        journal_retry_at_ = now + retry_every;
        return;
    }
    journal_trouble_.clear();
    if (is_synced) {
        count_as_kept();
        sync_due_.reset();
    } else {
        sync_due_ = sync_due_.value_or(now + draft_synced_within);
    }
}

void Keeper::count_as_kept() {
    if (pending_ > 0) kept_at_ = around_.clock();
    kept_ += std::exchange(pending_, 0);
    pending_lines_.clear();
    journal_trouble_.clear();
}

// The lines stay pending until they are synced: should that fail, a new journal takes them with its image.
bool Keeper::write_pending(bool is_draft_wanted) {
    const bool has_draft = is_draft_wanted && !is_draft_written_ && draft_;
    if (!journal_.write(pending_lines_ + (has_draft ? draft_line(*draft_) : ""))) return false;
    is_draft_written_ = is_draft_written_ || has_draft;
    return true;
}

bool Keeper::begin_journal() {
    catch_up();
    std::string image = journal_image(history_, unknown_, file_.path());
    if (draft_ && !draft_->text.empty()) image += draft_line(*draft_);
    if (!journal_.begin(image, homes_for(around_, history_.now().id, file_.path()))) return false;
    must_begin_ = false;
    is_draft_written_ = true;
    return true;
}

void Keeper::watch_lock(Steady now, bool is_active) {
    if (!is_held_) return;
    const bool is_due = now >= looked_at_ + (is_active ? Steady::duration(lock_looked_every) : Steady::duration(10s));
    if (!is_due) return;
    looked_at_ = now;
    const Moment moment = around_.clock();
    if (!lock_.still_ours(moment)) {
        is_held_ = false;
        return;
    }
    lock_.beat(moment);
    if (now >= released_looked_at_ + std::chrono::seconds(heartbeat_s)) {
        released_looked_at_ = now;
        look_for_released();
    }
}

// The session is somebody else's now. What was still to be kept goes into our journal, and the journal is let go, so
// that they bring it back.
void Keeper::give_way() {
    if (pending_ == 0) {
        journal_.leave();
        return;
    }
    if (!(journal_.can_write() && write_pending(true) && journal_.sync()) && !begin_journal()) {
        journal_trouble_ = journal_.trouble();
        return;
    }
    count_as_kept();
    journal_.leave();
    must_begin_ = true;
}

Keeping Keeper::keeping() const {
    Keeping keeping;
    keeping.kept = kept_;
    keeping.kept_at = kept_at_;
    keeping.file_current = !is_dirty_;
    keeping.read_only = !is_held_;
    if (!is_held_ && !is_newer_ && lock_.holder()) keeping.holder = sentence_of(*lock_.holder());
    const auto add = [&](const std::string& sentence) {
        keeping.notice += (keeping.notice.empty() || sentence.empty() ? "" : " ") + sentence;
    };
    add(newer_words_);
    if (!journal_trouble_.empty()) {
        const std::string count = counted(pending_, "change is", "changes are");
        add((pending_ == 0 ? std::string("Nothing more can be kept") : count + " in memory only") + ". " +
            journal_trouble_ + "." + (is_closed_ ? "" : " It is tried again every two seconds."));
    }
    add(file_trouble_);
    if (!file_trouble_.empty() && is_lack_told_ && journal_trouble_.empty())
        add(std::string("What was done is kept on this computer") +
            (is_retry_told_ && !is_closed_ ? "; it is tried again every two seconds." : "."));
    return keeping;
}

void Keeper::close(Given given, Steady now) {
    try {
        turn(std::move(given), now);
    } catch (const std::exception& e) {
        remarks_.emplace_back(e.what());
    }
    // Words half typed are in no file: they stay in the journal, and come back with the session.
    const bool has_draft = draft_ && !draft_->text.empty();
    if (!is_draft_written_) draft_at_ = {};
    if (is_held_ && (pending_ > 0 || !is_draft_written_)) keep(now, true);
    if (is_held_ && is_dirty_) {
        save_retry_at_ = now;
        is_save_wanted_ = true;
        save_if_due(now, true);
    }
    if (is_held_ && !is_dirty_ && pending_ == 0 && !has_draft) {
        if (kept_ == 0) {
            journal_.discard(); // it holds nothing that the file does not
        } else {
            const fs::path done = around_.places.state.empty() ? fs::path() : around_.places.done(history_.now().id);
            try {
                if (!done.empty()) journal_.finish(done);
                prune_done(around_.disk, done, around_.clock());
            } catch (const DiskError&) {
            } // it is merged again next time, which does no harm
        }
    }
    journal_.leave();
    lock_.release();
    is_closed_ = true;
}

} // namespace avow::storage
