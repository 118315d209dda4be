// The library: a small folder is read at once, a large one on a thread, and again when something of it changes.
#include "desk/library_reading.hpp"

#include "desk/desk.hpp"

#include <algorithm>

namespace avow::desk {

namespace {

constexpr std::ptrdiff_t read_at_once = 300;           // sessions; they take a blink
constexpr std::chrono::milliseconds between_news{300}; // a list that changes oftener can't be read

std::unique_ptr<storage::FolderWatch> watch_over(const storage::Surroundings& around,
                                                 const std::filesystem::path& folder) {
    return std::make_unique<storage::FolderWatch>(around.disk, folder, around.wake);
}

// The sessions listed, and those that are only in a journal: a journal of a session that is listed belongs to its file,
// whatever the file was called when it was begun.
std::vector<storage::Listed> with_journals(const storage::Surroundings& around, std::vector<storage::Listed> all) {
    for (auto& orphan : storage::journals_without_file(around.disk, around.places))
        if (std::ranges::find(all, orphan.session, &storage::Listed::session) == all.end())
            all.push_back(std::move(orphan));
    return all;
}

} // namespace

LibraryReading::LibraryReading(const storage::Surroundings& around, const std::filesystem::path& folder)
    : work_(
          [this, around, folder](Watch& watch) {
              auto folder_watch = watch_over(around, folder);
              auto listed = storage::list_sessions(
                  around.disk, around.places, folder,
                  [&](storage::Progress progress, const auto& so_far) { return heed(watch, progress, so_far); });
              return Read{with_journals(around, std::move(listed)), std::move(folder_watch)};
          },
          around.wake) {}

bool LibraryReading::heed(Watch& watch, storage::Progress progress, const std::vector<storage::Listed>& so_far) {
    if (watch.is_given_up) return false;
    if (Clock::now() - told_ < between_news) return true;
    auto sorted = so_far;
    storage::newest_first(sorted);
    {
        const std::lock_guard lock(mutex_);
        progress_ = progress;
        so_far_ = std::move(sorted);
    }
    watch.wake();
    told_ = Clock::now();
    return true;
}

storage::Progress LibraryReading::progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

std::vector<storage::Listed> LibraryReading::take_so_far() {
    const std::lock_guard lock(mutex_);
    return std::exchange(so_far_, {});
}

void Desk::look_at_library() {
    const auto& around = world_.storage;
    const auto& folder = world_.sessions_folder;
    library_reading_.reset(); // what it read is remembered
    watch_.reset();
    try {
        const auto names = storage::names_in_folder(around.disk, folder);
        if (std::ranges::count_if(names, storage::is_session_name) > read_at_once) {
            library_reading_ = std::make_unique<LibraryReading>(around, folder);
            return;
        }
        watch_ = watch_over(around, folder);
        take_library(with_journals(around, storage::list_sessions(around.disk, folder)), true);
    } catch (const std::exception& error) {
        if (!watch_) watch_ = watch_over(around, folder); // it may be over
        say(Tone::trouble, error.what());
    }
}

// The session just closed comes into hand, else what was in hand stays there; while a library is only begun, the newest.
void Desk::take_library(std::vector<storage::Listed> all, bool is_whole) {
    const bool has_choice = library_row < library_.size() && (library_is_whole_ || library_row > 0);
    const auto in_hand = has_choice ? library_[library_row].path : std::filesystem::path{};
    library_ = std::move(all);
    library_is_whole_ = is_whole;
    auto again = library_.end();
    if (closed_) again = std::ranges::find(library_, *closed_, &storage::Listed::session);
    if (again != library_.end() || is_whole) closed_.reset();
    if (again == library_.end() && has_choice) again = std::ranges::find(library_, in_hand, &storage::Listed::path);
    if (again != library_.end()) library_row = static_cast<std::size_t>(again - library_.begin());
    library_row = std::min(library_row, library_.empty() ? 0 : library_.size() - 1);
}

// The folder is read again when something of it has changed.
void Desk::attend_library() {
    if (is_open()) {
        watch_.reset();
        library_reading_.reset();
    } else if (library_reading_) {
        attend_library_reading();
    } else if (watch_ && watch_->has_news()) {
        look_at_library();
    }
}

// A library that was read whole before stays until it has been read whole again.
void Desk::attend_library_reading() {
    if (!library_reading_->is_over()) {
        if (library_is_whole_) return;
        if (auto so_far = library_reading_->take_so_far(); !so_far.empty()) take_library(std::move(so_far), false);
        return;
    }
    if (auto read = library_reading_->take()) {
        watch_ = std::move(read->watch);
        take_library(std::move(read->sessions), true);
    } else {
        watch_ = watch_over(world_.storage, world_.sessions_folder);
        say(Tone::trouble, library_reading_->trouble());
    }
    library_reading_.reset();
}

storage::Progress Desk::listing() const {
    return library_reading_ ? library_reading_->progress() : storage::Progress{};
}

} // namespace avow::desk
