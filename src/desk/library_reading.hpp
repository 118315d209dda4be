// The library of a large folder, listed on a thread of its own while the window lives: what is known so far is shown.
#pragma once

#include "desk/background.hpp"
#include "storage/folder_watch.hpp"
#include "storage/library.hpp"
#include "storage/listing.hpp"
#include "storage/session_store.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace avow::desk {

class LibraryReading {
public:
    LibraryReading(const storage::Surroundings&, const std::filesystem::path& folder);

    struct Read {
        std::vector<storage::Listed> sessions;
        std::unique_ptr<storage::FolderWatch> watch; // from before they were listed
    };
    bool is_over() const { return work_.is_over(); }
    std::optional<Read> take() { return work_.take(); } // once it is over; nothing: there was trouble
    std::string trouble() const { return work_.trouble(); }

    storage::Progress progress() const;         // all is 0 until it has taken so long that a person would wonder
    std::vector<storage::Listed> take_so_far(); // the newest first; empty: nothing more than was taken before

private:
    using Clock = std::chrono::steady_clock;

    bool heed(Watch&, storage::Progress, const std::vector<storage::Listed>& so_far);

    Clock::time_point told_ = Clock::now();
    mutable std::mutex mutex_; // guards the next two
    storage::Progress progress_;
    std::vector<storage::Listed> so_far_;
    Background<Read> work_; // last: it ends before what it uses
};

} // namespace avow::desk
