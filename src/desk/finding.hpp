// What is found while the panel is open: a thread brings the index up to date, and what it has read is found already.
#pragma once

#include "storage/search.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace avow::desk {

class Finding {
public:
    Finding(storage::Disk&, const storage::Places&, const std::filesystem::path& folder, std::function<void()> wake);
    Finding(const Finding&) = delete;
    Finding& operator=(const Finding&) = delete;

    std::vector<storage::Hit> find(const std::string& words, std::size_t most) { return search_.find(words, most); }
    bool is_reading() const { return is_reading_; }
    storage::Progress progress() const; // all is 0 until it has taken so long that a person would wonder
    bool take_news() { return has_news_.exchange(false); } // more can be found than before, or reading has ended
    std::string take_trouble();

private:
    using Clock = std::chrono::steady_clock;

    void read(const std::stop_token&);
    bool heed(storage::Progress, const std::stop_token&);

    storage::Search search_;
    std::function<void()> wake_;
    Clock::time_point told_ = Clock::now();
    mutable std::mutex mutex_; // guards the next two
    storage::Progress progress_;
    std::string trouble_;
    std::atomic<bool> has_news_ = false;
    std::atomic<bool> is_reading_ = true;
    std::jthread thread_; // last: it ends before what it uses
};

} // namespace avow::desk
