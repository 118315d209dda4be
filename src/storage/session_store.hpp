// One open session and everything that keeps it: its lock, its journal, its file, and the thread that writes. The thread
// of the screen gives entries and drafts and reads a plain value; it never waits for the disk, except in close().
#pragma once

#include "session/history.hpp"
#include "storage/session_file.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace avow::storage {

// What a store is given instead of asking the world. The disk and what the functions hold must outlive it; they are
// called from its thread too.
struct Surroundings {
    Disk& disk;
    Places places;
    Machine machine;
    std::function<Moment()> clock;       // for what is written down; waiting goes by a steady clock
    std::function<std::string()> new_id; // for names of journals
    std::function<void()> wake = [] {};  // called by the writer after each change a screen would show
};

// What the screen tells about safety. `notice` is empty when all is well; else a sentence that stays until it is.
struct Keeping {
    std::uint64_t acted = 0; // entries given since the session was opened
    std::uint64_t kept = 0;  // of those, in a journal and synced: a power cut does not take them
    std::size_t unkept = 0;  // acted - kept; 0 too for a session in memory only, which promises nothing
    std::optional<Moment> kept_at;
    bool file_current = true; // the session file holds all that was done
    bool in_memory = false;   // a demonstration: kept nowhere
    bool read_only = false;   // entries are not taken: `holder` has it, or a newer Avow made it (then `notice` says so)
    std::string holder;       // "ana on studio-2, since 14:31"
    std::string notice;

    bool operator==(const Keeping&) const = default;
};

class Keeper;
struct Given;

class SessionStore {
public:
    struct Opened {
        std::unique_ptr<SessionStore> store;
        History history;
        std::vector<std::string> remarks; // what was set aside or brought back
        std::optional<Draft> draft;
    };
    // A session file, or one that never came to be but has a journal here. Throws FormatError, DiskError.
    static Opened open(const Surroundings&, const std::filesystem::path&);
    // A new session; its file comes to be at the first quiet moment. Throws DiskError when something is there already.
    static Opened create(const Surroundings&, const std::filesystem::path&, History);
    static Opened in_memory(History);

    ~SessionStore(); // close()
    SessionStore(const SessionStore&) = delete;
    SessionStore& operator=(const SessionStore&) = delete;

    void append(Entry);     // what History::act, undo and redo returned, in that order; not when read_only
    void keep_draft(Draft); // at every change; an empty text: there is none any more
    void save_soon();       // now, not two seconds after the last edit
    void retry();           // whatever is failing, at once
    void take_over();       // the session from its holder; then take_merged() has what the other did

    Keeping keeping() const;
    std::optional<History> take_merged();    // replaces the owner's: all that was appended is in it
    std::vector<std::string> take_remarks(); // what was said since: merged, saved under another name ...
    std::filesystem::path path() const;      // of the session file; empty for one in memory
    UnknownFields unknown() const;           // for a copy saved elsewhere

    // Waits until all that was appended is kept, or cannot be, or the time is over. For the command line and tests.
    Keeping settle(int timeout_ms);
    // The last save, the journal put away, the locks let go. What could not be saved stays in the journal.
    Keeping close();

private:
    struct Writer;
    explicit SessionStore(std::unique_ptr<Writer>);
    static Opened started(std::unique_ptr<Keeper>, std::function<void()> wake);
    void ask(bool Given::*wish);

    std::unique_ptr<Writer> writer_;
};

} // namespace avow::storage
