// Notices that session files of a folder appear, change or vanish. A thread looks every two seconds and wakes the screen when
// there is news and never else, so that a folder on a slow disk holds nobody up and an idle library costs next to nothing.
#pragma once

#include "storage/disk.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

namespace avow::storage {

class FolderWatch {
public:
    // From what the folder holds now; whoever lists it does so afterwards.
    FolderWatch(Disk&, std::filesystem::path folder, std::function<void()> wake);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    bool has_news() const { return has_news_; } // and then looks no longer

private:
    void watch();
    std::uint64_t mark(std::size_t& files) const;

    Disk& disk_;
    std::filesystem::path folder_;
    std::function<void()> wake_;
    std::uint64_t mark_ = 0;
    std::int64_t modified_ns_ = 0; // of the folder, when it was last looked at
    std::size_t files_ = 0;
    std::atomic<bool> has_news_ = false;
    std::mutex sleeping_; // guards is_over_
    bool is_over_ = false;
    // With a flag, and not a stop token: whoever waits for one is sometimes never woken where threads are mingw-w64's.
    std::condition_variable over_;
    std::thread thread_;
};

} // namespace avow::storage
