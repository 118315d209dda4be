// Finding what was said in the sessions folder, and opening the session with that card in hand.
#include "desk/finding.hpp"

#include "desk/desk.hpp"

#include <algorithm>
#include <utility>

namespace avow::desk {

namespace {

constexpr std::size_t most_found = 60;                 // more is not read; another word narrows it
constexpr std::chrono::milliseconds between_news{300}; // a list that changes oftener can't be read

} // namespace

Finding::Finding(storage::Disk& disk, const storage::Places& places, const std::filesystem::path& folder,
                 std::function<void()> wake)
    : search_(disk, places, folder), wake_(std::move(wake)),
      thread_([this](const std::stop_token& stop) { read(stop); }) {}

void Finding::read(const std::stop_token& stop) {
    try {
        search_.refresh([&](storage::Progress progress) { return heed(progress, stop); });
    } catch (const std::exception& error) {
        const std::lock_guard lock(mutex_);
        trouble_ = error.what();
    }
    is_reading_ = false;
    has_news_ = true;
    wake_();
}

bool Finding::heed(storage::Progress progress, const std::stop_token& stop) {
    if (Clock::now() - told_ >= between_news) {
        {
            const std::lock_guard lock(mutex_);
            progress_ = progress;
        }
        has_news_ = true;
        wake_();
        told_ = Clock::now();
    }
    return !stop.stop_requested();
}

storage::Progress Finding::progress() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

std::string Finding::take_trouble() {
    const std::lock_guard lock(mutex_);
    return std::exchange(trouble_, {});
}

void Desk::begin_finding() {
    finding_.reset(); // what another one read stays
    try {
        finding_ = std::make_unique<Finding>(world_.storage.disk, world_.storage.places, world_.sessions_folder,
                                             world_.storage.wake);
    } catch (const std::exception& error) {
        return say(Tone::trouble, error.what());
    }
    panel = Panel::find;
    look_for({});
}

void Desk::look_for(std::string words) {
    palette_words = std::move(words);
    palette_row = 0;
    find_hits();
}

void Desk::find_hits() {
    hits.clear();
    if (!finding_ || palette_words.empty()) return;
    try {
        hits = finding_->find(palette_words, most_found);
    } catch (const std::exception& error) {
        say(Tone::trouble, error.what());
    }
}

// Takes in what was read meanwhile; the place in hand stays in hand. Closing the panel ends the reading.
void Desk::attend_finding() {
    if (!finding_) return;
    if (panel != Panel::find) return finding_.reset();
    if (!finding_->take_news()) return;
    if (auto trouble = finding_->take_trouble(); !trouble.empty()) say(Tone::trouble, std::move(trouble));
    const auto before = std::move(hits);
    find_hits();
    const auto row = static_cast<std::size_t>(std::max(0, palette_row));
    if (row == 0 || row >= before.size()) return;
    const auto again = std::ranges::find(hits, before[row]);
    if (again != hits.end()) palette_row = static_cast<int>(again - hits.begin());
}

bool Desk::is_reading() const { return finding_ && finding_->is_reading(); }

storage::Progress Desk::reading() const { return is_reading() ? finding_->progress() : storage::Progress{}; }

void Desk::open_found(std::size_t row) {
    if (row >= hits.size()) return;
    const auto hit = hits[row]; // its own: opening clears what lies here
    panel = Panel::none;
    finding_.reset();
    open(hit.file);
    if (!is_open() || hit.item.empty() || !find(session(), hit.item)) return;
    place.focus = hit.item;
    showing = Showing::board;
}

} // namespace avow::desk
