#include "storage/session_store.hpp"

#include "storage/keeper.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace avow::storage {

// The thread that writes. What both threads touch is below the mutex; the keeper belongs to the thread alone once it
// runs. Nothing slow ever happens with the mutex held.
struct SessionStore::Writer {
    std::unique_ptr<Keeper> keeper; // none: in memory only
    std::function<void()> wake = [] {};

    std::mutex mutex;
    std::condition_variable given_something;
    std::condition_variable turned;
    Given given;
    std::vector<Entry> in_hand; // of the turn that runs
    bool is_turning = false;
    bool is_closing = false;
    std::uint64_t acted = 0;
    Keeping keeping;
    std::string journal_trouble;
    std::optional<History> merged;
    std::vector<std::string> remarks;
    std::filesystem::path path;
    UnknownFields unknown;
    std::thread thread;

    void start() {
        tell(false, true);
        thread = std::thread([this] { run(); });
    }

    void run() {
        Steady due = std::chrono::steady_clock::now();
        std::unique_lock hold(mutex);
        while (true) {
            given_something.wait_until(hold, due, [this] { return given.is_anything() || is_closing; });
            const bool is_last = is_closing;
            Given taken = std::exchange(given, {});
            in_hand = taken.entries;
            is_turning = true;
            hold.unlock();
            if (!is_last && !taken.entries.empty()) { // these are waited for
                guarded([&] { keeper->take(std::exchange(taken, {}), std::chrono::steady_clock::now()); });
                tell(true, is_last);
                std::this_thread::yield(); // whoever waited for it may have been given this very processor
            }
            due = turn(std::move(taken), is_last);
            tell(false, is_last);
            if (is_last) return;
            hold.lock();
        }
    }

    // What a turn could not foresee must not end the thread: the entries are in the keeper's memory, the next turn tries.
    template <class Part>
    void guarded(Part&& part) {
        try {
            part();
        } catch (const std::exception& e) {
            const std::lock_guard hold(mutex);
            remarks.push_back(std::string("keeping the session failed: ") + e.what());
        }
    }

    Steady turn(Given taken, bool is_last) {
        const Steady now = std::chrono::steady_clock::now();
        Steady due = now + std::chrono::seconds(2);
        guarded([&] {
            if (is_last)
                keeper->close(std::move(taken), now);
            else
                due = keeper->turn(std::move(taken), now);
        });
        return due;
    }

    // Copies what the screen is told, and wakes it when something is new. What takes time is made before the mutex is held.
    void tell(bool goes_on, bool is_last) {
        Keeping now = keeper->keeping();
        std::vector<std::string> said = keeper->take_remarks();
        const bool has_merged = keeper->take_has_merged();
        std::optional<History> fresh;
        if (has_merged || has_untaken()) fresh = keeper->history();
        bool has_changed = !said.empty() || has_merged;
        {
            const std::lock_guard hold(mutex);
            now.acted = acted;
            now.unkept = static_cast<std::size_t>(acted - std::min(acted, now.kept));
            now.file_current = now.file_current && given.entries.empty();
            has_changed = has_changed || now != keeping;
            keeping = std::move(now);
            if (has_merged || merged) merged = std::move(fresh);
            journal_trouble = keeper->journal_trouble();
            remarks.insert(remarks.end(), said.begin(), said.end());
            path = keeper->path();
            unknown = keeper->unknown();
            in_hand.clear();
            is_turning = goes_on;
        }
        turned.notify_all();
        if (has_changed && !is_last) wake();
    }

    bool has_untaken() {
        const std::lock_guard hold(mutex);
        return merged.has_value();
    }
};

SessionStore::SessionStore(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
SessionStore::~SessionStore() { close(); }

SessionStore::Opened SessionStore::open(const Surroundings& around, const std::filesystem::path& path) {
    return started(Keeper::open(around, path), around.wake);
}

SessionStore::Opened SessionStore::create(const Surroundings& around, const std::filesystem::path& path,
                                          History history) {
    return started(Keeper::create(around, path, std::move(history)), around.wake);
}

SessionStore::Opened SessionStore::started(std::unique_ptr<Keeper> keeper, std::function<void()> wake) {
    Opened opened{nullptr, keeper->history(), keeper->take_remarks(), keeper->found_draft()};
    auto writer = std::make_unique<Writer>();
    writer->keeper = std::move(keeper);
    writer->wake = wake ? std::move(wake) : [] {};
    writer->start();
    opened.store.reset(new SessionStore(std::move(writer)));
    return opened;
}

SessionStore::Opened SessionStore::in_memory(History history) {
    auto writer = std::make_unique<Writer>();
    writer->keeping.in_memory = true;
    Opened opened{nullptr, std::move(history), {}, std::nullopt};
    opened.store.reset(new SessionStore(std::move(writer)));
    return opened;
}

// The writer is woken after the mutex is free, or it would wake only to wait for it.
void SessionStore::append(Entry entry) {
    {
        const std::lock_guard hold(writer_->mutex);
        ++writer_->acted;
        ++writer_->keeping.acted;
        if (!writer_->keeper) return;
        ++writer_->keeping.unkept;
        writer_->keeping.file_current = false;
        writer_->given.entries.push_back(std::move(entry));
    }
    writer_->given_something.notify_one();
}

void SessionStore::keep_draft(Draft draft) {
    {
        const std::lock_guard hold(writer_->mutex);
        if (!writer_->keeper) return;
        writer_->given.draft = std::move(draft);
    }
    writer_->given_something.notify_one();
}

void SessionStore::ask(bool Given::*wish) {
    {
        const std::lock_guard hold(writer_->mutex);
        if (!writer_->keeper) return;
        writer_->given.*wish = true;
    }
    writer_->given_something.notify_one();
}

void SessionStore::save_soon() { ask(&Given::save); }
void SessionStore::retry() { ask(&Given::retry); }
void SessionStore::take_over() { ask(&Given::take_over); }

Keeping SessionStore::keeping() const {
    const std::lock_guard hold(writer_->mutex);
    return writer_->keeping;
}

// What was given and is still on its way to the keeper comes on top of what it merged.
std::optional<History> SessionStore::take_merged() {
    const std::lock_guard hold(writer_->mutex);
    std::optional<History> merged = std::exchange(writer_->merged, std::nullopt);
    if (merged) {
        for (const std::vector<Entry>* entries : {&writer_->in_hand, &writer_->given.entries})
            for (const Entry& entry : *entries) adopt(*merged, entry);
    }
    return merged;
}

std::vector<std::string> SessionStore::take_remarks() {
    const std::lock_guard hold(writer_->mutex);
    return std::exchange(writer_->remarks, {});
}

std::filesystem::path SessionStore::path() const {
    const std::lock_guard hold(writer_->mutex);
    return writer_->path;
}

UnknownFields SessionStore::unknown() const {
    const std::lock_guard hold(writer_->mutex);
    return writer_->unknown;
}

Keeping SessionStore::settle(int timeout_ms) {
    std::unique_lock hold(writer_->mutex);
    if (writer_->keeper && writer_->thread.joinable()) {
        writer_->turned.wait_for(hold, std::chrono::milliseconds(timeout_ms), [this] {
            const bool is_idle = !writer_->is_turning && !writer_->given.is_anything();
            return is_idle &&
                   (writer_->keeping.unkept == 0 || !writer_->journal_trouble.empty() || writer_->keeping.read_only);
        });
    }
    return writer_->keeping;
}

Keeping SessionStore::close() {
    if (!writer_) return {};
    {
        const std::lock_guard hold(writer_->mutex);
        writer_->is_closing = true;
        writer_->given_something.notify_one();
    }
    if (writer_->thread.joinable()) writer_->thread.join();
    return keeping();
}

} // namespace avow::storage
