// The windows a person works in: the facilitator's, and the room's where it has one; and a loop that draws when there is
// something new and sleeps otherwise.
#include "desk/rehearsal.hpp"
#include "desk/verbs.hpp"
#include "screen/app.hpp"
#include "screen/glfw_window.hpp"
#include "screen/icon.hpp"
#include "screen/monitors.hpp"
#include "screen/screen.hpp"
#include "screen/telling.hpp"

#include <GLFW/glfw3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <utility>

namespace avow::screen {

namespace {

// Set by the writer's thread, which may outlast neither window nor loop, and by the display.
std::atomic<bool> has_news;
bool has_other_monitors = true;

struct Glfw {
    Glfw() {
        glfwSetErrorCallback([](int, const char*) {}); // what matters is told by what returns null
        if (!glfwInit())
            throw std::runtime_error(
                "No window can be opened here: there is no display. “avow demo --without-display” needs none.");
    }
    ~Glfw() { glfwTerminate(); }
};

// Where it was left, as far as a monitor is still there.
GlfwWindow::Place place_of(const desk::OpenWish& wish, const storage::Settings& settings) {
    if (wish.size) return {.width = wish.size->first, .height = wish.size->second};
    if (const auto& left = settings.window; left && is_in_sight(left->x + left->width / 2, left->y + left->height / 2))
        return {left->width, left->height, true, left->x, left->y};
    if (const auto* mode = glfwGetVideoMode(glfwGetPrimaryMonitor()))
        return {.width = mode->width * 9 / 10, .height = mode->height * 17 / 20};
    return {};
}

void begin_where_wished(desk::Desk& desk, const desk::OpenWish& wish) {
    if (wish.rehearsal)
        desk::start_rehearsal(desk, *wish.rehearsal);
    else if (wish.demo)
        desk.start_demo();
    else if (!wish.file.empty())
        desk.open(wish.file);
    if (desk.is_open() && wish.replay) return desk::begin_replay(desk);
    if (desk.is_open() && wish.stage && *wish.stage != desk.session().stage) desk::go_to(desk, *wish.stage);
}

std::string title_of_window(const desk::Desk& desk) {
    if (desk.rehearsal || desk.showing == desk::Showing::timings) return std::string(desk::rehearsal_word) + " — Avow";
    if (!desk.is_open()) return "Avow";
    return (desk.session().team.empty() ? "New session" : desk.session().team) + " — Avow";
}

// By another thread: there is something new to show.
void wake() {
    has_news = true;
    glfwPostEmptyEvent();
}

// What the room sees, in a window of its own.
class RoomWindow {
public:
    RoomWindow(desk::Desk& desk, GlfwWindow& facilitators)
        : desk_(desk), on_(desk.screens.on), window_(monitor_called(on_), {.width = 960, .height = 540}, facilitators),
          app_(desk) {}

    const std::string& on() const { return on_; }
    bool is_moving() const { return app_.is_moving(); }
    GlfwWindow& window() { return window_; }

    // Builds the page and shows it; true when the facilitator's has to follow, which tells of it.
    bool draw() {
        window_.use();
        const auto size = window_.size();
        auto& screens = desk_.screens;
        const bool is_as_large = size.x == static_cast<float>(std::exchange(screens.picture_width, int(size.x))) &&
                                 size.y == static_cast<float>(std::exchange(screens.picture_height, int(size.y)));
        const bool has_changed = app_.build_audience(size, &GlfwWindow::begin_frame);
        window_.show(desk_.is_blanked ? IM_COL32_BLACK : app_.paper());
        return has_changed || !is_as_large;
    }

private:
    desk::Desk& desk_;
    std::string on_;
    GlfwWindow window_;
    App app_; // before the window goes
};

class Windows {
public:
    Windows(desk::Desk& desk, const desk::OpenWish& wish)
        : desk_(desk), window_(place_of(wish, desk.settings)), app_(desk), remembers_place_(!wish.size) {
        show_icon(window_.handle(), wish.icons);
        // After Dear ImGui's, which does nothing in it.
        glfwSetMonitorCallback([](GLFWmonitor*, int) { has_other_monitors = true; });
    }

    void run() {
        while (!desk_.wants_to_quit) {
            wait();
            take_in_news();
            if (window_.wants_to_close()) break;
            if (!is_due()) continue;
            draw();
            tell_desktop();
        }
        leave();
    }

private:
    bool is_due() const { return window_.signals.frames > 0 || (room_ && room_->window().signals.frames > 0); }

    void wait() const {
        if (is_due())
            glfwPollEvents();
        else if (deadline_ < 0)
            glfwWaitEvents();
        else
            glfwWaitEventsTimeout(std::max(.001, deadline_ - glfwGetTime()));
    }

    void take_in_news() {
        auto& signals = window_.signals;
        if (has_news.exchange(false)) signals.frames = std::max(signals.frames, 1);
        if (deadline_ >= 0 && glfwGetTime() >= deadline_) signals.frames = std::max(signals.frames, 1);
        for (const auto& path : std::exchange(signals.dropped, {})) desk_.open(path);
        if (std::exchange(has_other_monitors, false) || std::exchange(signals.has_moved, false)) {
            desk::see_monitors(desk_, monitors_seen_from(window_.handle()));
            signals.frames = std::max(signals.frames, 1);
        }
        if (room_ && room_->window().wants_to_close()) {
            desk::close_audience(desk_);
            signals.frames = 2;
        }
    }

    // The room's window first: what the key changed is seen there before this one waits for its display.
    void draw() {
        window_.signals.frames = std::max(0, window_.signals.frames - 1);
        build();
        follow_room();
        if (room_) {
            auto& signals = room_->window().signals;
            signals.frames = std::max(0, signals.frames - 1);
            if (room_->draw()) window_.signals.frames = std::max(window_.signals.frames, 1);
        }
        window_.use();
        window_.show(app_.paper());
    }

    void build() {
        window_.use();
        telling_.attend();
        app_.build(window_.size(), window_.scale(), &GlfwWindow::begin_frame);
        telling_.tell(desk_, window_, title_of_window(desk_));
        desk::attend_screens(desk_);
    }

    void follow_room() {
        const auto& screens = desk_.screens;
        if (room_ && (!screens.is_apart || room_->on() != screens.on)) {
            room_.reset();
            window_.use();
            ImGui::GetIO().ClearInputKeys(); // what was pressed there is let go where nobody hears it
            window_.signals.frames = 2;
        }
        if (room_ || !screens.is_apart) return;
        window_.signals.frames = 2;
        try {
            room_ = std::make_unique<RoomWindow>(desk_, window_);
        } catch (const std::exception& trouble) { // no reason to end a meeting
            desk_.screens.is_apart = false;
            desk_.say(desk::Tone::refused, trouble.what());
        }
    }

    void tell_desktop() {
        full_screen_.follow(window_.handle(), desk_.settings.is_full_screen);
        if (const auto now = title_of_window(desk_); now != title_)
            glfwSetWindowTitle(window_.handle(), (title_ = now).c_str());
        desk::keep_settings(desk_);
        auto change = app_.seconds_until_change();
        if (room_ && room_->is_moving()) change = 0;
        deadline_ = change ? glfwGetTime() + *change : -1;
    }

    void leave() {
        window_.use();
        ImGui::ClearActiveID(); // a field still being typed in answers on leaving
        build();
        if (!remembers_place_ || glfwGetWindowMonitor(window_.handle())) return;
        storage::WindowPlace place;
        glfwGetWindowPos(window_.handle(), &place.x, &place.y);
        glfwGetWindowSize(window_.handle(), &place.width, &place.height);
        desk_.settings.window = place;
        desk::keep_settings(desk_);
    }

    desk::Desk& desk_;
    GlfwWindow window_;
    App app_;
    Telling telling_{wake}; // before the window goes
    std::unique_ptr<RoomWindow> room_;
    FullScreen full_screen_;
    bool remembers_place_;
    std::string title_;
    double deadline_ = -1;
};

} // namespace

bool has_display() {
#if defined(__linux__)
    return std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

int open_window(desk::World world, const desk::OpenWish& wish) {
    const Glfw glfw;
    world.storage.wake = wake;
    desk::Desk desk(std::move(world));
    desk::recall_settings(desk);
    if (wish.size) desk.settings.is_full_screen = desk.screens.kept.is_full_screen = false; // a window was asked for
    Windows windows(desk, wish);
    begin_where_wished(desk, wish);
    windows.run();
    desk.close();
    return 0;
}

} // namespace avow::screen
