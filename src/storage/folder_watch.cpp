#include "storage/folder_watch.hpp"

#include "storage/library.hpp"

#include <chrono>

namespace avow::storage {

namespace {

constexpr std::chrono::seconds between_looks{2};
constexpr std::size_t looked_at_singly = 1000; // of more files only those that come, go or are replaced are noticed

std::int64_t modified_ns(Disk& disk, const std::filesystem::path& path) {
    const auto status = status_of(disk, path);
    return status ? status->modified_ns : 0;
}

void mix(std::uint64_t& mark, std::uint64_t value) { mark = (mark ^ value) * 1099511628211u; } // FNV-1a, by words

} // namespace

FolderWatch::FolderWatch(Disk& disk, std::filesystem::path folder, std::function<void()> wake)
    : disk_(disk), folder_(std::move(folder)), wake_(std::move(wake)) {
    modified_ns_ = modified_ns(disk_, folder_);
    mark_ = mark(files_);
    thread_ = std::thread([this] { watch(); });
}

FolderWatch::~FolderWatch() {
    {
        const std::lock_guard lock(sleeping_);
        is_over_ = true;
    }
    over_.notify_all();
    thread_.join();
}

// Locks and passing files of others lie in the folder too; only session files count.
std::uint64_t FolderWatch::mark(std::size_t& files) const {
    std::vector<std::string> names;
    disk_.list(folder_, names); // one that can't be listed holds nothing
    std::uint64_t mark = 14695981039346656037u;
    files = 0;
    for (const auto& name : names) {
        if (!is_session_name(name)) continue;
        ++files;
        mix(mark, std::hash<std::string>{}(name));
        const auto status = status_of(disk_, folder_ / name);
        if (!status) continue;
        mix(mark, status->bytes);
        mix(mark, static_cast<std::uint64_t>(status->modified_ns));
        mix(mark, status->inode);
    }
    return mark;
}

void FolderWatch::watch() {
    while (true) {
        {
            std::unique_lock lock(sleeping_);
            if (over_.wait_for(lock, between_looks, [this] { return is_over_; })) return;
        }
        const auto now_modified = modified_ns(disk_, folder_);
        if (now_modified == modified_ns_ && files_ > looked_at_singly) continue;
        modified_ns_ = now_modified;
        if (mark(files_) == mark_) continue;
        has_news_ = true;
        wake_();
        return;
    }
}

} // namespace avow::storage
