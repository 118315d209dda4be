#include "support/still_world.hpp"

#include "support/lexicon.hpp"
#include "support/passing.hpp"
#include "support/sample.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace avow {

namespace {

namespace fs = std::filesystem;

// In memory where there is such a place: what a disk costs is measured in bench/, not here.
fs::path fastest_folder() {
    const fs::path shared_memory = "/dev/shm";
    std::error_code trouble;
    const bool is_fast = shared_memory.is_absolute() && fs::is_directory(shared_memory, trouble);
    return is_fast ? shared_memory : fs::temp_directory_path();
}

} // namespace

StillWorld::StillWorld(const fs::path& lexicon, const fs::path& below)
    : folder_(new_passing_folder(below.empty() ? fastest_folder() : below)),
      now_ms_(std::make_shared<std::atomic<std::int64_t>>(moment_from_rfc3339("2026-11-21T09:00:00Z")->unix_ms)) {
    fs::create_directory(folder());
    if (lexicon.empty()) return;
    knowledge_ = lexicon_in(lexicon);
    *rehearsal_ = words_of_file(lexicon.parent_path() / "rehearsal.txt");
}

StillWorld::~StillWorld() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

desk::World StillWorld::for_desk() const {
    storage::Machine machine{"studio", "ana", 1, [](int) { return true; }};
    // The writer's thread draws names too, when it likes; they must not shift those that the test compares.
    const auto new_id = [ours = ids_, writers = writers_ids_, hands = std::this_thread::get_id()] {
        const bool is_ours = std::this_thread::get_id() == hands;
        return is_ours ? fmt::format("i{:04}", ++*ours) : fmt::format("writer-{:04}", ++*writers);
    };
    return {{storage::real_disk(),
             {folder_ / "state"},
             machine,
             [now = now_ms_] { return Moment{now->load()}; },
             new_id,
             [] {}},
            folder(),
            [](Moment) { return 60; },
            sample_history,
            knowledge_,
            [text = rehearsal_] { return desk::rehearsal_words_of(*text, "rehearsal.txt"); }};
}

void StillWorld::put(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder() / name, std::ios::binary) << bytes;
}

void StillWorld::put_all_of(const fs::path& folder, const std::string& only) const {
    for (const auto& entry : fs::directory_iterator(folder))
        if (const auto name = entry.path().filename().string(); only.empty() || name == only)
            put(name, words_of_file(entry.path()));
}

std::string StillWorld::read(const std::string& name) const { return words_of_file(folder() / name); }

std::string words_of_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("there is no " + path.string());
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

} // namespace avow
