// The one place that takes the real world and hands it down: disk, clock, chance, folders, screen. It decides nothing.
#include "cli/cli.hpp"
#include "screen/screen.hpp"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace {

std::filesystem::path path_in_environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? std::filesystem::path(value) : std::filesystem::path();
}

std::filesystem::path home() {
    const auto home = path_in_environment("HOME");
    return home.empty() ? path_in_environment("USERPROFILE") : home;
}

// Where this program lies; the system knows better than the word it was called by.
std::filesystem::path program(const char* called) {
    std::error_code trouble;
    const auto real = std::filesystem::read_symlink("/proc/self/exe", trouble);
    return trouble ? std::filesystem::absolute(called, trouble) : real;
}

// What the desktop has noted of the user's folders; empty where it has not.
std::string user_dirs(avow::storage::Disk& disk) {
    constexpr std::uint64_t most_bytes = 65536;
    auto config = path_in_environment("XDG_CONFIG_HOME");
    if (config.empty()) config = home() / ".config";
    try {
        return avow::storage::OpenFile(disk, config / "user-dirs.dirs", avow::storage::OpenFor::reading)
            .read_all(most_bytes);
    } catch (const avow::storage::DiskError&) {
        return {};
    }
}

std::filesystem::path built_from() {
#ifdef AVOW_ASSETS
    return AVOW_ASSETS;
#else
    return {};
#endif
}

avow::Moment now() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count()};
}

// The wall clock of this machine at a moment, as if it were UTC.
std::tm wall_clock(avow::Moment moment) {
    const auto seconds = static_cast<std::time_t>(moment.unix_ms / 1000);
    std::tm wall{};
#ifdef _WIN32
    localtime_s(&wall, &seconds);
#else
    localtime_r(&seconds, &wall);
#endif
    return wall;
}

avow::Date day_of(const std::tm& wall) { return {wall.tm_year + 1900, wall.tm_mon + 1, wall.tm_mday}; }

int minutes_east(avow::Moment moment) {
    const auto wall = wall_clock(moment);
    const auto utc_minutes = moment.unix_ms / 60000;
    const auto wall_minutes =
        std::int64_t{avow::days_between({1970, 1, 1}, day_of(wall))} * 24 * 60 + wall.tm_hour * 60 + wall.tm_min;
    return static_cast<int>(wall_minutes - utc_minutes);
}

// Whether a person sits before this call: at both ends, so that a script that pipes answers is never asked.
bool is_terminal() {
#ifdef _WIN32
    return _isatty(0) != 0 && _isatty(2) != 0;
#else
    return isatty(0) != 0 && isatty(2) != 0;
#endif
}

// Thirteen random letters and digits.
std::string new_id() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    thread_local std::random_device chance; // the writer's thread asks too
    std::string id;
    for (int i = 0; i < 13; ++i) id += letters[chance() % letters.size()];
    return id;
}

// All but what the wish of the moment brings.
avow::desk::World world() {
    return {
        {avow::storage::real_disk(), avow::storage::usual_places(), avow::storage::this_machine(), now, new_id, [] {}},
        {},
        minutes_east,
        {},
        {},
        {}};
}

avow::cli::Hooks hooks() {
    const auto open_window = [](const avow::desk::OpenWish& wish) {
        auto given = world();
        given.sessions_folder = wish.sessions_folder;
        given.make_demo = wish.make_demo;
        given.knowledge = wish.knowledge;
        given.rehearsal_words = wish.rehearsal_words;
        given.mirror = wish.mirror;
        given.home = avow::storage::home_folder();
#ifndef _WIN32
        given.make_voice = avow::desk::voice_of_machine;
#endif
        return avow::screen::open_window(std::move(given), wish);
    };
    const auto shot = [](const avow::desk::ShotWish& wish) {
        auto given = world();
        given.knowledge = wish.knowledge;
        avow::screen::shot(std::move(given), wish);
    };
    return {open_window, shot, avow::screen::has_display};
}

} // namespace

int main(int argc, char** argv) {
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN); // a file over what is allowed here is a refusal of the disk, and no death
#endif
    auto& disk = avow::storage::real_disk();
    const auto here = program(argc > 0 ? argv[0] : "avow");
    const auto assets = avow::cli::assets_folder(disk, here, path_in_environment("AVOW_ASSETS"), built_from());
    avow::cli::Console console{
        .disk = disk,
        .places = avow::storage::usual_places(),
        .at_work = world().storage,
        .in = std::cin,
        .out = std::cout,
        .err = std::cerr,
        .is_terminal = is_terminal(),
        .today = day_of(wall_clock(now())),
        .version = AVOW_VERSION,
        .assets = assets,
        .vectors = avow::cli::vectors_file(disk, here, path_in_environment("AVOW_VECTORS"), assets),
        .purposes = avow::cli::made_file(disk, "purposes.bin", here, assets),
        .sessions_folder =
            avow::cli::usual_sessions_folder(path_in_environment("AVOW_SESSIONS"), home(), user_dirs(disk)),
        .hooks = hooks(),
    };
    return avow::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc}, console);
}
