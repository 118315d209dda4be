// Finding what was said in the sessions folder, and opening the session with that card in hand.
#include "desk/desk.hpp"

#include <algorithm>
#include <utility>

namespace avow::desk {

namespace {

constexpr std::size_t most_found = 60; // more is not read; another word narrows it

} // namespace

void Desk::begin_finding() {
    try {
        search_.emplace(world_.storage.disk, world_.storage.places, world_.sessions_folder);
    } catch (const std::exception& error) {
        return say(Tone::trouble, error.what());
    }
    panel = Panel::find;
    look_for({});
}

void Desk::look_for(std::string words) {
    palette_words = std::move(words);
    palette_row = 0;
    hits.clear();
    if (!search_) return;
    try {
        hits = search_->find(palette_words, most_found);
    } catch (const std::exception& error) {
        say(Tone::trouble, error.what());
    }
}

void Desk::open_found(std::size_t row) {
    if (row >= hits.size()) return;
    const auto hit = hits[row]; // its own: opening clears what lies here
    panel = Panel::none;
    search_.reset();
    open(hit.file);
    if (!is_open() || hit.item.empty() || !find(session(), hit.item)) return;
    place.focus = hit.item;
    showing = Showing::board;
}

} // namespace avow::desk
