#include "desk/reviewing.hpp"

#include "insight/settled.hpp"
#include "storage/joins_file.hpp"
#include "storage/json.hpp"
#include "storage/session_file.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace avow::desk {

// What the reader and the desk both hold.
struct Reviewing::Shared {
    std::atomic<std::size_t> read{0};
    std::atomic<std::size_t> of{0};
    std::atomic<bool> is_given_up{false};
    std::mutex mutex; // of what follows
    std::condition_variable done;
    bool is_done = false;
    std::unique_ptr<FolderReview> page;
    std::string trouble;
};

namespace {

std::vector<std::filesystem::path> files_of(const FolderToReview& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& name : storage::names_in_folder(folder.disk, folder.folder))
        if (name.ends_with(".avow") && !name.starts_with('.')) files.push_back(folder.folder / name);
    return files;
}

void read_joins_into(FolderReview& page, const FolderToReview& folder) {
    try {
        page.joins = storage::read_joins(folder.disk, folder.folder);
        page.remarks = insight::contradictions(page.joins);
    } catch (const std::exception& error) { // the sessions are told all the same
        page.remarks = {error.what()};
    }
}

void read_one(FolderReview& page, std::vector<Session>& sessions, const FolderToReview& folder,
              const std::filesystem::path& file) {
    try {
        auto session = storage::read_session(folder.disk, file, folder.places).history.now();
        page.files.try_emplace(session.id, file);
        sessions.push_back(std::move(session));
    } catch (const std::exception& error) { // it hides nothing else
        page.unread.push_back({file.filename().string(), error.what()});
    }
}

} // namespace

Reviewing::Reviewing(FolderToReview folder) : folder_(std::move(folder)), shared_(std::make_shared<Shared>()) {
    reader_ = std::thread([folder = folder_, shared = shared_] {
        constexpr std::size_t files_a_sign = 8; // of life, while it is read
        auto page = std::make_unique<FolderReview>();
        std::string trouble;
        try {
            std::vector<Session> sessions;
            const auto files = files_of(folder);
            shared->of = files.size();
            for (const auto& file : files) {
                if (shared->is_given_up) return;
                read_one(*page, sessions, folder, file);
                if (++shared->read % files_a_sign == 0) folder.wake();
            }
            read_joins_into(*page, folder);
            page->review =
                insight::review_of(insight::past_of(std::move(sessions)), folder.today, folder.knowledge, page->joins);
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        {
            const std::lock_guard lock(shared->mutex);
            shared->page = std::move(page);
            shared->trouble = std::move(trouble);
            shared->is_done = true;
        }
        shared->done.notify_all();
        folder.wake();
    });
}

Reviewing::~Reviewing() {
    shared_->is_given_up = true;
    reader_.join();
}

void Reviewing::wait_ms(int ms) {
    std::unique_lock lock(shared_->mutex);
    shared_->done.wait_for(lock, std::chrono::milliseconds(ms), [&] { return shared_->is_done; });
}

void Reviewing::attend() {
    const std::lock_guard lock(shared_->mutex);
    if (!shared_->is_done || page_) return;
    page_ = std::move(shared_->page);
    trouble_ = shared_->trouble;
}

std::pair<std::size_t, std::size_t> Reviewing::progress() const { return {shared_->read, shared_->of}; }

void Reviewing::heed(Joins joins) {
    if (!page_) return;
    page_->joins = std::move(joins);
    page_->remarks = insight::contradictions(page_->joins);
    page_->review = insight::review_of(std::move(page_->review.past), folder_.today, folder_.knowledge, page_->joins);
    team = std::min(team, page_->review.teams.empty() ? 0 : page_->review.teams.size() - 1);
    const auto count = rows().size();
    row = std::min(row, count == 0 ? 0 : count - 1);
}

std::vector<ReviewRow> Reviewing::rows() const {
    return page_ && !page_->review.teams.empty() ? rows_of(*page_, team, section) : std::vector<ReviewRow>{};
}

} // namespace avow::desk
