// The one place that takes the real world and hands it down: disk, clock, chance, folders, screen. It decides nothing.
#include "cli/cli.hpp"
#include "screen/fonts.hpp"
#include "screen/screen.hpp"
#include "storage/system.hpp"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>

namespace {

std::filesystem::path path_in_environment(const char* name) { return avow::storage::from_environment(name); }

// Where sessions are kept when --sessions does not say otherwise.
std::filesystem::path usual_sessions_folder() {
    const auto named = path_in_environment("AVOW_SESSIONS");
    return named.empty() ? avow::storage::documents_folder() / "Avow" : named;
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

avow::Date day_of(const std::tm& wall) { return {wall.tm_year + 1900, wall.tm_mon + 1, wall.tm_mday}; }

int minutes_east(avow::Moment moment) {
    const auto wall = avow::storage::wall_clock(moment);
    const auto utc_minutes = moment.unix_ms / 60000;
    const auto wall_minutes =
        std::int64_t{avow::days_between({1970, 1, 1}, day_of(wall))} * 24 * 60 + wall.tm_hour * 60 + wall.tm_min;
    return static_cast<int>(wall_minutes - utc_minutes);
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
    avow::storage::begin_program();
    auto& disk = avow::storage::real_disk();
    const auto here = avow::storage::program_file(argc > 0 ? argv[0] : "avow");
    const auto assets = avow::cli::assets_folder(disk, here, path_in_environment("AVOW_ASSETS"), built_from());
    avow::screen::use_fonts((avow::cli::assets_folder(disk, here, {}, built_from()) / "type").string());
    avow::cli::Console console{
        .disk = disk,
        .places = avow::storage::usual_places(),
        .at_work = world().storage,
        .in = std::cin,
        .out = std::cout,
        .err = std::cerr,
        .is_terminal = avow::storage::is_terminal(),
        .today = day_of(avow::storage::wall_clock(now())),
        .version = AVOW_VERSION,
        .assets = assets,
        .vectors = avow::cli::vectors_file(disk, here, path_in_environment("AVOW_VECTORS"), assets),
        .purposes = avow::cli::made_file(disk, "purposes.bin", here, assets),
        .sessions_folder = usual_sessions_folder(),
        .hooks = hooks(),
    };
    return avow::cli::run(avow::storage::words_of_call(argc, argv), console);
}
