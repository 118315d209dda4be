// Where things are kept that are not the session file, and who we are on this machine. Everything of ours on a machine
// lies below one state folder of the user, 0700: journals, locks, snapshots, what is done with, what could not be read.
#pragma once

#include "session/date.hpp"
#include "session/id.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace avow::storage {

struct Places {
    std::filesystem::path state;      // empty: there is none on this machine, and nothing local is kept
    std::filesystem::path cache = {}; // what can be made anew at any time; empty: it is made anew each time

    std::filesystem::path journals() const { return state / "journal"; } // one folder a session, one file an instance
    std::filesystem::path journals(const SessionId&) const;
    std::filesystem::path done(const SessionId&) const;       // journals of sessions that were closed and saved
    std::filesystem::path snapshots(const SessionId&) const;  // the last ten, and hourly ones for 30 days
    std::filesystem::path quarantine(const SessionId&) const; // what could not be read; never deleted by us
    std::filesystem::path locks() const { return state / "locks"; }

    bool operator==(const Places&) const = default;
};

// AVOW_STATE, else the platform's: $XDG_STATE_HOME/avow or ~/.local/state/avow, ~/Library/Application Support/Avow,
// %LOCALAPPDATA%\Avow. The cache: $XDG_CACHE_HOME/avow, else that folder of AVOW_STATE, else the platform's: ~/.cache/avow,
// ~/Library/Caches/Avow, %LOCALAPPDATA%\Avow\cache.
Places usual_places();

// An id as a file name: letters, digits, - and _ stay, all else is %XX.
std::string file_name_of(const std::string& id);

// Who writes: for locks that other people and other machines read.
struct Machine {
    std::string host;
    std::string user;
    int process = 0;
    std::function<bool(int process)> is_running; // of this host; true when it cannot be told
};
Machine this_machine();

std::string clock_time(Moment); // "14:31", as the clocks in this room show it

} // namespace avow::storage
