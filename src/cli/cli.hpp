// The command line: every verb of the contract without a window. What needs a window, a clock or a disk is given by main;
// this folder knows no screen.
#pragma once

#include "desk/wishes.hpp"
#include "session/date.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"
#include "storage/session_store.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace avow::cli {

// What a call answers to whoever called.
enum class Status {
    done = 0,
    refused = 1,    // a reason was given, nothing changed
    misused = 2,    // the words of the call are off
    unreadable = 3, // a file can't be read as a session; it is untouched
    no_disk = 4,    // the disk refused
};

// What only the screen can do. Each throws std::runtime_error with a sentence when it can't.
struct Hooks {
    std::function<int(const desk::OpenWish&)> open_window; // returns an exit status once the window is closed
    std::function<void(const desk::ShotWish&)> shot;
    std::function<bool()> has_display; // asked only by verbs that open a window
};

// All that a verb may ask of the world around it.
struct Console {
    storage::Disk& disk;
    storage::Places places;        // of the local journals, which every verb reads along with the file
    storage::Surroundings at_work; // for verbs that write into a session as the window does
    std::istream& in;
    std::ostream& out;        // reports
    std::ostream& err;        // messages
    bool is_terminal = false; // a person types into `in` and reads `err`
    Date today;
    std::string version;
    std::filesystem::path assets;          // as assets_folder finds it; empty: there is none
    std::filesystem::path vectors;         // as vectors_file finds it; empty: there is none
    std::filesystem::path purposes;        // what examples taught, as made_file finds it; empty: it was not built
    std::filesystem::path sessions_folder; // unless --sessions says otherwise
    Hooks hooks;
};

// Does what the words ask, `words` without the program's name. Exceptions end here, each as one sentence on `err`.
int run(const std::vector<std::string>& words, Console& console);

// Where the lexicon and the sample transcript lie: `named` (AVOW_ASSETS) if it is given, else with the installed program
// (../share/avow), else `built_from`, else the assets folder of a checkout above the program. Empty: nowhere.
std::filesystem::path assets_folder(storage::Disk&, const std::filesystem::path& program,
                                    const std::filesystem::path& named, const std::filesystem::path& built_from);

// A file that the build made: among the assets, beside the program, or in the build folder above it. Empty: nowhere.
std::filesystem::path made_file(storage::Disk&, std::string_view name, const std::filesystem::path& program,
                                const std::filesystem::path& assets);

// The file of word vectors: `named` (AVOW_VECTORS) if it is given, the word "none" for none at all; else the one that was made.
std::filesystem::path vectors_file(storage::Disk&, const std::filesystem::path& program,
                                   const std::filesystem::path& named, const std::filesystem::path& assets);

} // namespace avow::cli
