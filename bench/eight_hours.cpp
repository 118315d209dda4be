// A whole day before the room: eight hours in which something is done every second, with the store on its thread and the
// real disk beneath. An hour's memory, open files and cost of a frame, beside the first hour's.
#include "desk/verbs.hpp"
#include "support/sample.hpp"
#include "support/screen/room.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

using namespace avow;

namespace {

long resident_kb() {
    long pages = 0, held = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%ld %ld", &pages, &held) != 2) held = 0;
        std::fclose(file);
    }
    return held * (::sysconf(_SC_PAGESIZE) / 1024);
}

std::ptrdiff_t open_files() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

// What a second brings: mostly moving and wording what is there, since no room says a new thing every second.
void do_something(desk::Desk& desk, int second) {
    const auto& session = desk.session();
    const auto& items = session.accountabilities;
    const auto& item = items[static_cast<std::size_t>(second * 7) % items.size()];
    const auto& theme = session.themes[static_cast<std::size_t>(second) % session.themes.size()];
    switch (second % 8) {
    case 0: desk::drop_card(desk, item.id, item.theme == theme.id ? std::nullopt : std::optional(theme.id)); break;
    case 1: desk.act(NoteDetail{item.id, Detail::evidence, fmt::format("the list of second {}", second)}); break;
    case 2: desk.undo(); break;
    case 3: desk.redo(); break;
    case 4: desk::go_to(desk, second % 16 < 8 ? Stage::themes : Stage::capture); break;
    case 5: desk::give_turn_to_next(desk); break;
    case 6: desk.type(fmt::format("half of what is said in second {}", second)); break;
    default:
        if (second % 240 == 7 && desk::is_at(desk, Stage::capture))
            desk::say_statement(desk, fmt::format("I answer for what was said in second {}", second));
        desk.type("");
    }
}

} // namespace

int main() {
    StillWorld world(AVOW_SOURCE_DIR "/assets/lexicon");
    storage::write_session(storage::real_disk(), world.folder() / "day.avow", sample_history());
    screen::Room room(world, {1920, 1080});
    room.desk().open(world.folder() / "day.avow");
    std::printf("%-6s%12s%10s%14s%14s%12s%12s\n", "hour", "held, KB", "files", "frame p50, ms", "frame p99, ms",
                "statements", "entries");
    for (int hour = 1; hour <= 8; ++hour) {
        std::vector<double> frames;
        for (int second = 0; second < 3'600; ++second) {
            do_something(room.desk(), (hour - 1) * 3'600 + second);
            world.pass_ms(984); // and a frame passes the rest
            room.forget_frames();
            room.frames(1);
            frames.push_back(static_cast<double>(room.longest_frame().count()) / 1'000);
        }
        std::ranges::sort(frames);
        std::printf("%-6d%12ld%10td%14.2f%14.2f%12zu%12zu\n", hour, resident_kb(), open_files(),
                    frames[frames.size() / 2], frames[frames.size() * 99 / 100],
                    room.desk().session().accountabilities.size(), room.desk().history().log().size());
        std::fflush(stdout);
    }
}
