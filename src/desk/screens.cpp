#include "desk/screens.hpp"

#include "desk/desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace avow::desk {

namespace {

const Monitor* monitor_named(const Desk& desk, const std::string& name) {
    const auto found = std::ranges::find(desk.screens.monitors, name, &Monitor::name);
    return found == desk.screens.monitors.end() ? nullptr : &*found;
}

// Those the room may be shown on: not the one with private notes on it.
std::vector<const Monitor*> monitors_for_room(const Desk& desk) {
    std::vector<const Monitor*> found;
    for (const auto& monitor : desk.screens.monitors)
        if (!monitor.is_facilitators) found.push_back(&monitor);
    return found;
}

std::string words_for(const Monitor& monitor) {
    return fmt::format("“{}”, {} × {}", monitor.name, monitor.width, monitor.height);
}

void open_on(Desk& desk, const Monitor& monitor) {
    desk.screens.is_apart = true;
    desk.screens.on = monitor.name;
    desk.screens.missed.clear();
}

void remember(Desk& desk) {
    desk.settings.opens_audience = desk.screens.is_apart && !desk.screens.on.empty();
    if (desk.settings.opens_audience) desk.settings.audience_monitor = desk.screens.on;
}

void bring_home(Desk& desk) {
    auto& screens = desk.screens;
    screens.missed = std::exchange(screens.on, {});
    screens.is_apart = false;
    desk.say(Tone::refused, fmt::format("“{}” is gone: the room's window is closed, and the work goes on here. Plugged "
                                        "in again it comes back by itself",
                                        screens.missed));
}

} // namespace

bool is_blank_here(const Desk& desk) { return desk.is_blanked && !desk.screens.is_apart; }

std::string words_for_room_screen(const Desk& desk) {
    if (const auto* monitor = monitor_named(desk, desk.screens.on)) return words_for(*monitor);
    return fmt::format("a window of {} × {}", desk.screens.picture_width, desk.screens.picture_height);
}

void see_monitors(Desk& desk, std::vector<Monitor> monitors) {
    auto& screens = desk.screens;
    screens.monitors = std::move(monitors);
    if (screens.is_apart && !screens.on.empty() && !monitor_named(desk, screens.on)) return bring_home(desk);
    const auto* back = screens.missed.empty() ? nullptr : monitor_named(desk, screens.missed);
    if (!back || back->is_facilitators) return;
    open_on(desk, *back);
    desk.say(Tone::done, fmt::format("{} is back, and the room sees it", words_for(*back)));
}

void attend_screens(Desk& desk) {
    auto& screens = desk.screens;
    if (std::exchange(screens.has_met_session, desk.is_open()) || !desk.is_open()) return;
    if (desk.one_on_one) return; // opened from the library for two people, not for a room
    const auto* chosen = desk.settings.opens_audience ? monitor_named(desk, desk.settings.audience_monitor) : nullptr;
    if (screens.is_apart || !chosen || chosen->is_facilitators) return;
    open_on(desk, *chosen);
    if (!desk.notice()) // what opening had to say comes first
        desk.say(Tone::done, fmt::format("The room sees {}, as last time; F8 closes its window", words_for(*chosen)));
}

void toggle_audience(Desk& desk) {
    if (desk.screens.is_apart) return close_audience(desk);
    const auto candidates = monitors_for_room(desk);
    const auto* chosen = monitor_named(desk, desk.settings.audience_monitor);
    if (!chosen || chosen->is_facilitators) chosen = candidates.empty() ? nullptr : candidates.front();
    if (chosen)
        open_on(desk, *chosen);
    else
        desk.screens.is_apart = true;
    remember(desk);
    desk.say(Tone::done, chosen ? fmt::format("The room sees {}; Shift F8 takes another monitor", words_for(*chosen))
                                : std::string("There is one monitor: the room's window lies on it, to be moved or "
                                              "shared; F8 closes it"));
}

void close_audience(Desk& desk) {
    desk.screens.is_apart = false;
    desk.screens.on.clear();
    desk.screens.missed.clear();
    remember(desk);
    desk.say(Tone::done, "The room's window is closed; F8 opens it again");
}

void next_monitor(Desk& desk) {
    const auto candidates = monitors_for_room(desk);
    if (candidates.empty())
        return desk.say(Tone::refused,
                        "There is no other monitor. Plug the projector in, and let the desktop extend to it");
    const auto at = std::ranges::find(candidates, desk.screens.on, &Monitor::name) - candidates.begin();
    const auto next = static_cast<std::size_t>(at + 1) < candidates.size() ? static_cast<std::size_t>(at + 1) : 0;
    open_on(desk, *candidates[next]);
    remember(desk);
    desk.say(Tone::done,
             fmt::format("The room sees {} ({} of {})", words_for(*candidates[next]), next + 1, candidates.size()));
}

void next_look(Desk& desk) {
    using enum storage::Look;
    auto& look = desk.settings.look;
    look = look == light ? dark : look == dark ? high_contrast : light;
}

void next_farthest_seat(Desk& desk) {
    using enum storage::FarthestSeat;
    auto& seat = desk.settings.farthest_seat;
    seat = seat == four ? six : seat == six ? eight : four;
    const auto [heights, floor] = seat == four  ? std::pair("four", "2.7")
                                  : seat == six ? std::pair("six", "4.0")
                                                : std::pair("eight", "5.3");
    desk.say(Tone::done,
             fmt::format("Words for a last row {} picture heights away: none under {}% of the height", heights, floor));
}

void toggle_motion(Desk& desk) {
    desk.settings.without_motion = !desk.settings.without_motion;
    desk.say(Tone::done, desk.settings.without_motion ? "Nothing fades or slides any more"
                                                      : "What comes fades in, what moves slides");
}

void set_desk_text(Desk& desk, TextSize wanted) {
    constexpr std::array sizes = {100, 125, 150, 175, 200, 250, 300, 400};
    auto& size = desk.settings.desk_text;
    const auto at = std::ranges::lower_bound(sizes, size);
    if (wanted == TextSize::usual) {
        size = sizes.front();
    } else if (wanted == TextSize::larger) {
        const auto next = std::ranges::upper_bound(sizes, size);
        size = next == sizes.end() ? sizes.back() : *next;
    } else {
        size = at == sizes.begin() ? sizes.front() : *(at - 1);
    }
    desk.say(Tone::done, fmt::format("Text on the desk: {}%. The room's page stays as it is", size));
}

void recall_settings(Desk& desk) {
    try {
        desk.settings = storage::read_settings(desk.world().storage.disk, desk.world().storage.places);
    } catch (const std::exception& trouble) {
        desk.say(Tone::refused, trouble.what());
    }
    desk.screens.kept = desk.settings;
}

void keep_settings(Desk& desk) {
    if (desk.screens.kept == desk.settings) return;
    desk.screens.kept = desk.settings; // refused, it is tried again at the next change and not at every frame
    const auto write = [&disk = desk.world().storage.disk, places = desk.world().storage.places,
                        settings = desk.settings] {
        storage::write_settings(disk, places, settings);
        return std::string();
    };
    desk.errands.run(write, Tone::refused);
}

} // namespace avow::desk
