// Work that takes longer than a frame, on a thread of its own: it says how far it is, can be given up, and its result is
// taken when it is there.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace avow::desk {

// What the work tells while it is done, and asks.
struct Watch {
    std::atomic<std::size_t> done = 0;
    std::atomic<std::size_t> of = 0;
    std::atomic<bool> is_given_up = false;
    std::function<void()> wake; // the screen

    bool step() { // one more is done; false: nobody waits any more
        constexpr std::size_t steps_a_sign = 8;
        if (++done % steps_a_sign == 0) wake();
        return !is_given_up;
    }
};

template <class Result>
class Background {
public:
    Background(std::function<Result(Watch&)> work, std::function<void()> wake) {
        watch_.wake = std::move(wake);
        thread_ = std::jthread([this, work = std::move(work)] { run(work); });
    }
    ~Background() { watch_.is_given_up = true; }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    const Watch& watch() const { return watch_; }
    void wait_ms(int ms) { // for the end of it, at most so long
        std::unique_lock lock(mutex_);
        end_.wait_for(lock, std::chrono::milliseconds(ms), [&] { return is_over_; });
    }
    bool is_over() const {
        const std::lock_guard lock(mutex_);
        return is_over_;
    }
    // Nothing: it is not over yet, has been taken, or ended in trouble.
    std::optional<Result> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(result_, std::nullopt);
    }
    std::string trouble() const { // what was thrown, as a sentence; empty: nothing
        const std::lock_guard lock(mutex_);
        return trouble_;
    }

private:
    void run(const std::function<Result(Watch&)>& work) {
        std::optional<Result> result;
        std::string trouble;
        try {
            result = work(watch_);
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        {
            const std::lock_guard lock(mutex_);
            result_ = std::move(result);
            trouble_ = std::move(trouble);
            is_over_ = true;
        }
        end_.notify_all();
        watch_.wake();
    }

    Watch watch_;
    mutable std::mutex mutex_; // guards the next three
    bool is_over_ = false;
    std::optional<Result> result_;
    std::string trouble_;
    std::condition_variable end_;
    std::jthread thread_; // last: it ends before what it uses
};

} // namespace avow::desk
