#include "outside/window.hpp"

#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <X11/keysym.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

namespace outside {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Waits for a damage event after `since`; milliseconds, or -1 after a second without.
double wait_for_damage(Display* display, int damage_event, Damage damage, Clock::time_point since) {
    while (ms_since(since) < 1000) {
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
            if (event.type != damage_event + XDamageNotify) continue;
            const double waited = ms_since(since);
            XDamageSubtract(display, damage, None, None);
            return waited;
        }
        std::this_thread::sleep_for(50us);
    }
    return -1;
}

} // namespace

double percentile(std::vector<double> values, double share) {
    if (values.empty()) return -1;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

Screen::Screen() : display_(XOpenDisplay(nullptr)) {
    int error = 0;
    if (!display_ || !XDamageQueryExtension(display_, &damage_event_, &error))
        throw std::runtime_error("This needs an X display with XDamage; run it under xvfb-run.");
}

Screen::~Screen() { XCloseDisplay(display_); }

std::vector<double> Screen::key_to_picture(int keys) {
    const Damage damage = XDamageCreate(display_, DefaultRootWindow(display_), XDamageReportNonEmpty);
    const KeyCode code = XKeysymToKeycode(display_, XK_a);
    std::vector<double> waits;
    for (int i = 0; i < keys; ++i) {
        std::this_thread::sleep_for(90ms + std::chrono::milliseconds(i * 37 % 60));
        XDamageSubtract(display_, damage, None, None);
        XSync(display_, True);
        const auto pressed = Clock::now();
        XTestFakeKeyEvent(display_, code, True, 0);
        XTestFakeKeyEvent(display_, code, False, 0);
        XFlush(display_);
        if (const double waited = wait_for_damage(display_, damage_event_, damage, pressed); waited >= 0)
            waits.push_back(waited);
    }
    XDamageDestroy(display_, damage);
    return waits;
}

std::size_t Screen::colours() const {
    constexpr int step = 3;
    const int screen = DefaultScreen(display_);
    const int width = DisplayWidth(display_, screen), height = DisplayHeight(display_, screen);
    XImage* picture = XGetImage(display_, DefaultRootWindow(display_), 0, 0, static_cast<unsigned>(width),
                                static_cast<unsigned>(height), AllPlanes, ZPixmap);
    if (!picture) return 0;
    std::set<unsigned long> found;
    for (int y = 0; y < height; y += step)
        for (int x = 0; x < width; x += step) found.insert(XGetPixel(picture, x, y));
    XDestroyImage(picture);
    return found.size();
}

void Screen::give_keyboard() {
    Window root = None, parent = None, largest = None, *windows = nullptr;
    unsigned count = 0;
    int area = 0;
    XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &windows, &count);
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes its;
        if (!XGetWindowAttributes(display_, windows[i], &its) || its.map_state != IsViewable) continue;
        if (its.width * its.height <= area) continue;
        area = its.width * its.height;
        largest = windows[i];
    }
    if (windows) XFree(windows);
    if (largest != None) XSetInputFocus(display_, largest, RevertToPointerRoot, CurrentTime);
    const int screen = DefaultScreen(display_); // the pointer over what is typed into
    XTestFakeMotionEvent(display_, screen, DisplayWidth(display_, screen) / 2, DisplayHeight(display_, screen) * 2 / 5,
                         0);
    XFlush(display_);
}

Program::Program(const std::vector<std::string>& words) : started_(Clock::now()) {
    process_ = ::fork();
    if (process_ != 0) return;
    ::setpgid(0, 0);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, 1);
    ::dup2(nowhere, 2);
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

Program::~Program() {
    ::kill(-process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

double Program::ms_since_start() const { return ms_since(started_); }

// All processes of the group; a browser is many.
std::vector<pid_t> Program::family() const {
    std::vector<pid_t> family;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        const pid_t process = std::stoi(name);
        if (::getpgid(process) == process_) family.push_back(process);
    }
    return family;
}

double Program::megabytes() const {
    double kilobytes = 0;
    for (const pid_t process : family()) {
        std::ifstream in("/proc/" + std::to_string(process) + "/smaps_rollup");
        for (std::string word; in >> word;)
            if (double share = 0; word == "Pss:" && in >> share) kilobytes += share;
    }
    return kilobytes / 1024;
}

double Program::cpu_ms() const {
    double ticks = 0;
    for (const pid_t process : family()) {
        std::ifstream in("/proc/" + std::to_string(process) + "/stat");
        std::string line;
        std::getline(in, line);
        std::ifstream().swap(in);
        const auto behind_name = line.rfind(") ");
        if (behind_name == std::string::npos) continue;
        std::size_t at = behind_name + 2;
        for (int field = 3; field < 14; ++field) at = line.find(' ', at) + 1;
        std::size_t used = 0;
        ticks += std::stod(line.substr(at), &used);
        ticks += std::stod(line.substr(at + used));
    }
    return ticks * 1'000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace outside
