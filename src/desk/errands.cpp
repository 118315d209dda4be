#include "desk/errands.hpp"

#include <exception>
#include <utility>

namespace avow::desk {

Errands::Errands(std::function<void()> wake) : wake_(std::move(wake)) {}

Errands::~Errands() {
    {
        const std::lock_guard hold(mutex_);
        is_over_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Errands::run(std::function<std::string()> work, Tone of_trouble) {
    {
        const std::lock_guard hold(mutex_);
        waiting_.push_back({std::move(work), of_trouble});
    }
    if (!thread_.joinable()) thread_ = std::thread([this] { this->work(); });
    changed_.notify_all();
}

void Errands::work() {
    std::unique_lock hold(mutex_);
    while (true) {
        changed_.wait(hold, [this] { return !waiting_.empty() || is_over_; });
        if (waiting_.empty()) return;
        const Errand& errand = waiting_.front(); // stays where it is: others are only put behind it
        hold.unlock();
        Notice notice;
        try {
            notice.sentence = errand.work();
        } catch (const std::exception& trouble) {
            notice = {errand.of_trouble, trouble.what(), {}};
        }
        hold.lock();
        waiting_.pop_front();
        const bool has_said = !notice.sentence.empty();
        if (has_said) said_.push_back(std::move(notice));
        changed_.notify_all();
        if (!has_said) continue;
        hold.unlock();
        wake_();
        hold.lock();
    }
}

std::vector<Notice> Errands::take_said() {
    const std::lock_guard hold(mutex_);
    return std::exchange(said_, {});
}

void Errands::finish() const {
    std::unique_lock hold(mutex_);
    changed_.wait(hold, [this] { return waiting_.empty(); });
}

} // namespace avow::desk
