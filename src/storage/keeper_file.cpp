// The session file in the turns of a keeper: when it is saved, and what happens when somebody else was there.
#include "storage/archive.hpp"
#include "storage/keeper.hpp"
#include "storage/shelf.hpp"

#include <algorithm>
#include <cerrno>

namespace avow::storage {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto quiet_for = 2s;
constexpr auto at_latest = 30s;
constexpr auto retry_every = 2s;
constexpr auto refused_at_most = 60s; // a scanner or a sync program lets a file go by then
constexpr auto copy_every = 60s;

bool may_pass(int code) { return code == EPERM || code == EACCES || code == EBUSY || code == ETXTBSY; }

// What was said in `ours` and neither is in `both` nor was taken back there.
std::size_t statements_missing(const Session& ours, const History& both) {
    std::size_t missing = 0;
    for (const Accountability& said : ours.accountabilities) {
        if (find(both.now(), said.id) != nullptr) continue;
        const bool is_known = std::any_of(both.log().begin(), both.log().end(), [&](const Entry& entry) {
            const Step* step = std::get_if<Step>(&entry);
            return step != nullptr && std::any_of(step->edits.begin(), step->edits.end(), [&](const Edit& edit) {
                       const auto* say = std::get_if<SayStatement>(&edit);
                       const auto* take_back = std::get_if<TakeBackStatement>(&edit);
                       return (say != nullptr && say->id == said.id) ||
                              (take_back != nullptr && take_back->id == said.id);
                   });
        });
        missing += is_known ? 0 : 1;
    }
    return missing;
}

} // namespace

bool Keeper::is_save_due(Steady now) const {
    if (!is_dirty_ || !is_held_) return false;
    if (!file_trouble_.empty() && now < save_retry_at_) return false;
    return is_save_wanted_ || now >= changed_at_ + quiet_for || now >= dirty_since_ + at_latest ||
           !file_trouble_.empty();
}

void Keeper::save_if_due(Steady now, bool is_asked) {
    if (is_asked && is_dirty_) is_save_wanted_ = true, save_retry_at_ = now;
    if (!is_save_due(now)) return;
    if (lock_.still_ours(around_.clock()))
        save(now);
    else
        is_held_ = false;
}

void Keeper::save(Steady now) {
    try {
        const std::string image = save_once();
        is_dirty_ = is_save_wanted_ = false;
        file_trouble_.clear();
        refused_since_.reset();
        keep_copy(image, now);
        return;
    } catch (const ChangedUnderneath&) {
        save_retry_at_ = now; // at once: look() will see it
        file_trouble_ = "The session file is being changed by another program.";
        is_lack_told_ = false;
        return;
    } catch (const DiskError& e) {
        file_trouble_ = std::string(e.what()) + ".";
        is_retry_told_ = true;
        refused_since_ = may_pass(e.code) ? refused_since_.value_or(now) : std::optional<Steady>();
    } catch (const FormatError& e) {
        file_trouble_ = "The session file was not saved: " + std::string(e.what()) + ".";
        is_retry_told_ = false;
        refused_since_.reset();
    }
    is_lack_told_ = true;
    save_retry_at_ = now + retry_every;
    if (refused_since_ && now >= *refused_since_ + refused_at_most) save_beside(now);
}

std::string Keeper::save_once() {
    const SavedFile::Seen seen = file_.look();
    switch (seen) {
    case SavedFile::Seen::changed: merge_with_found(); break;
    case SavedFile::Seen::gone: break;
    case SavedFile::Seen::never_there: make_folders(around_.disk, file_.path().parent_path()); break;
    case SavedFile::Seen::as_known: break;
    }
    if (const std::optional<FileStatus> status = status_of(around_.disk, file_.path());
        status && (status->mode & 0200) == 0)
        throw refused("write", file_.path(), EACCES);
    if (is_damaged_original_) {
        const fs::path kept = set_aside_here(bytes_of(around_.disk, file_.path()));
        is_damaged_original_ = false;
        remarks_.push_back("the file as it was, with what could not be read, is kept as " + quoted(kept));
    }
    std::string image = image_of(history_, unknown_);
    file_.replace(image);
    if (seen == SavedFile::Seen::gone) remarks_.push_back(quoted(file_.path()) + " was gone; it was written again");
    return image;
}

// Where nothing is removed: the quarantine, or beside the session where there is no state folder.
fs::path Keeper::set_aside_here(std::string_view bytes) {
    const fs::path folder =
        around_.places.state.empty() ? file_.path().parent_path() : around_.places.quarantine(history_.now().id);
    return set_aside(around_.disk, folder, file_.path().filename().string(), bytes, around_.clock());
}

// The file is not what we left: another computer saved it, or a sync program put another copy there. Theirs is the
// ground, ours goes on top, by id. What cannot be merged is never written over.
void Keeper::merge_with_found() {
    Reading theirs;
    try {
        theirs = read_image(file_.found());
    } catch (const MadeByNewer& e) {
        return stand_aside(e.what());
    } catch (const FormatError& e) {
        const fs::path kept = set_aside_here(file_.found());
        remarks_.push_back(quoted(file_.path()) + " was replaced by something that " + e.what() + "; it is kept as " +
                           quoted(kept));
        file_.accept();
        return;
    }
    if (theirs.read_only) return stand_aside("was made by a newer Avow");
    if (theirs.history.now().id != history_.now().id) return stand_aside("holds another session now");
    if (theirs.bytes_set_aside > 0) set_aside_here(file_.found());
    Reading ours;
    ours.history = history_;
    Joined joined = join(theirs, ours);
    if (const std::size_t missing = statements_missing(history_.now(), joined.history)) {
        const fs::path kept = set_aside_here(image_of(history_, unknown_));
        remarks_.push_back(std::to_string(missing) +
                           " statements are not in the file another program put there; all of ours is kept as " +
                           quoted(kept));
    }
    file_.accept();
    unknown_ = theirs.unknown == UnknownFields{} ? unknown_ : theirs.unknown;
    if (joined.history.log() == history_.log() && joined.history.now() == history_.now()) return;
    history_ = std::move(joined.history);
    has_merged_ = must_begin_ = true;
    remarks_.push_back(quoted(file_.path().filename()) + " was changed by somebody else meanwhile; both are in it now");
}

void Keeper::stand_aside(const std::string& why) {
    const fs::path other = beside("");
    remarks_.push_back(quoted(file_.path()) + " " + why + "; this session is saved as " + quoted(other.filename()));
    file_.go_to(other);
    must_begin_ = true;
}

fs::path Keeper::beside(const std::string& extra) const {
    const fs::path& path = file_.path();
    const std::string words = path.stem().string() + " (from " + file_name_of(around_.machine.host) + extra;
    for (int number = 1;; ++number) {
        fs::path other = path.parent_path() / (words + (number == 1 ? "" : " " + std::to_string(number)) + ").avow");
        if (!is_there(around_.disk, other)) return other;
    }
}

void Keeper::save_beside(Steady now) {
    if (now < beside_at_ + refused_at_most) return;
    beside_at_ = now;
    try {
        const fs::path other = beside(", " + file_time(around_.clock()).substr(11, 5));
        write_session(around_.disk, other, history_, unknown_);
        remarks_.push_back(quoted(file_.path().filename()) + " can't be replaced; the session is saved beside it as " +
                           quoted(other.filename()));
    } catch (const std::runtime_error&) {
    } // the notice is there already
}

// Earlier copies are a comfort, not a promise: a refusal says nothing.
void Keeper::keep_copy(const std::string& image, Steady now) {
    if (around_.places.state.empty() || (copied_at_ != Steady{} && now < copied_at_ + copy_every)) return;
    copied_at_ = now;
    try {
        keep_snapshot(around_.disk, around_.places.snapshots(history_.now().id), image, around_.clock());
    } catch (const std::runtime_error&) {
    }
}

} // namespace avow::storage
