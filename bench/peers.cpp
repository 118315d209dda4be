// Beside programs people know: how long to the first picture with words on it, how much memory, how long from a key to the
// picture that shows it, and what is used while nothing happens. All in one run, on one display, each at 1280x720 alone.
//     xvfb-run -s "-screen 0 1280x720x24" build/release/bench_peers [NAME...]
// A peer that is not installed is passed over: mousepad, focuswriter, xournalpp, chromium on a page with one text field.
#include "outside/window.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Words = std::vector<std::string>;

constexpr std::size_t colours_of_words = 12; // anti-aliased letters bring many; an empty window one or two
constexpr int starts = 5;                    // the first of them warms the disk's memory and does not count

struct Peer {
    std::string name;
    Words words;
};

double first_picture(outside::Screen& screen, const Peer& peer) {
    const outside::Program program(peer.words);
    while (screen.colours() < colours_of_words && program.ms_since_start() < 20'000) std::this_thread::sleep_for(1ms);
    return program.ms_since_start();
}

void measure(outside::Screen& screen, const Peer& peer) {
    std::vector<double> firsts;
    for (int i = 0; i < starts; ++i) {
        const double first = first_picture(screen, peer);
        if (i > 0) firsts.push_back(first);
        std::this_thread::sleep_for(500ms); // its window is gone
    }
    const outside::Program program(peer.words);
    std::this_thread::sleep_for(4s);
    screen.give_keyboard();
    std::this_thread::sleep_for(1s);
    const double megabytes = program.megabytes();
    const auto keys = screen.key_to_picture(100);
    std::this_thread::sleep_for(5s); // what follows typing is over
    const double before = program.cpu_ms();
    constexpr auto idle = 20s;
    std::this_thread::sleep_for(idle);
    const double used = (program.cpu_ms() - before) / std::chrono::duration<double, std::milli>(idle).count() * 100;
    std::printf("%-14s%12.0f%10.0f%12.2f%12.2f%10zu%12.2f\n", peer.name.c_str(), outside::percentile(firsts, .5),
                megabytes, outside::percentile(keys, .5), outside::percentile(keys, .95), keys.size(), used);
    std::fflush(stdout);
}

// A page with one text field that has the keyboard.
std::string page_in(const fs::path& folder) {
    const auto page = folder / "page.html";
    std::ofstream(page) << "<!DOCTYPE html><title>page</title><textarea autofocus rows=30 cols=120>words</textarea>";
    return "file://" + page.string();
}

std::vector<Peer> peers(const fs::path& folder) {
    const auto session = (folder / "bench.avow").string();
    const auto text = folder / "words.txt";
    std::ofstream(text) << "I call every customer back within the hour\n";
    return {{"avow", {AVOW_PROGRAM, "open", session, "--stage", "capture", "--windowed", "1280x720"}},
            {"mousepad", {"/usr/bin/mousepad", "--disable-server", text}},
            {"focuswriter", {"/usr/bin/focuswriter", text}},
            {"xournalpp", {"/usr/bin/xournalpp"}},
            {"chromium",
             {"/usr/bin/chromium", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
              "--disable-component-update", "--disable-sync", "--window-size=1280,720",
              "--user-data-dir=" + (folder / "chromium").string(), "--app=" + page_in(folder)}}};
}

void record_session(const fs::path& folder) {
    std::ofstream transcript(folder / "transcript.txt");
    for (int i = 0; i < 45; ++i)
        transcript << static_cast<char>('A' + i % 12) << "nn: I call every customer back within the hour, number " << i
                   << '\n';
    transcript.close();
    const std::string command = std::string(AVOW_PROGRAM) + " record --team bench --goal bench --from '" +
                                (folder / "transcript.txt").string() + "' -o '" + (folder / "bench.avow").string() +
                                "'";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("the session could not be recorded");
}

} // namespace

int main(int count, char** names) try {
    const Words wanted(names + 1, names + count);
    outside::Screen screen;
    std::string name = (fs::temp_directory_path() / "avow-peers-XXXXXX").string();
    const fs::path folder = ::mkdtemp(name.data());
    ::setenv("AVOW_STATE", (folder / "state").c_str(), 1);
    ::setenv("HOME", folder.c_str(), 1);
    record_session(folder);
    std::printf("%-14s%12s%10s%12s%12s%10s%12s\n", "", "first, ms", "MB", "key p50, ms", "key p95, ms", "keys",
                "idle, %");
    for (const Peer& peer : peers(folder))
        if (fs::exists(peer.words.front()) && (wanted.empty() || std::ranges::find(wanted, peer.name) != wanted.end()))
            measure(screen, peer);
    fs::remove_all(folder);
} catch (const std::exception& trouble) {
    std::fprintf(stderr, "%s\n", trouble.what());
    return 77;
}
