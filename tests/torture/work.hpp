// A facilitator at work on a real disk, in a process of its own that may be killed at any instant: the desk and its verbs,
// the store on its thread, and a pipe through which each entry's id is told once the screen would show it as kept.
#pragma once

#include "session/history.hpp"
#include "storage/session_store.hpp"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace avow::torture {

// What the facilitator is busy with when the blow falls.
enum class Busy { capture, drag, merge, undo, compaction, exporting, first_save };
inline constexpr Busy all_busy[] = {Busy::capture,    Busy::drag,      Busy::merge,     Busy::undo,
                                    Busy::compaction, Busy::exporting, Busy::first_save};
const char* name_of(Busy);

// Where one session lies, with all that is kept beside it.
struct Site {
    std::filesystem::path folder;
    std::string host = {}; // another computer than this one; empty: this
    std::filesystem::path sessions() const { return folder / "sessions"; }
    std::filesystem::path file() const { return sessions() / "x.avow"; }
    std::filesystem::path state() const { return folder / "state"; }
    storage::Surroundings surroundings() const; // of the real disk and clock
};

void prepare(const Site&);           // twelve people, forty statements, six themes: the sample workshop, saved
storage::Reading found(const Site&); // as every reader finds it: the file, and what journals hold beyond it
std::set<std::string> entries_of(const History&);

// A facilitator in a child process. Each entry that is kept is told at once.
class Worker {
public:
    Worker(const Site&, Busy, int round);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    bool wait_until_open();                         // false: it ended instead
    void wait_for_kept(std::size_t entries);        // so many, or until it ends
    void kill();                                    // -9
    bool was_killed() const { return was_killed_; } // and did not stop by itself
    // What was acknowledged; after kill(), all of it.
    const std::vector<std::string>& acknowledged() const { return acknowledged_; }
    // Before that moment: nothing can be told by a machine that has lost its power, though here its processes live on.
    std::vector<std::string> acknowledged_before(std::chrono::steady_clock::time_point) const;
    const std::string& trouble() const { return trouble_; } // why it stopped by itself

private:
    void read_more();

    pid_t process_ = -1;
    int pipe_ = -1;
    bool is_open_ = false;
    bool was_killed_ = false;
    std::string unread_;
    std::vector<std::string> acknowledged_;
    std::vector<std::chrono::steady_clock::time_point> acknowledged_at_; // each of these
    std::string trouble_;
};

// In how far what was acknowledged is there; added up over a part of the torture.
struct Toll {
    std::size_t blows = 0;        // kills, cuts, failing calls
    std::size_t acknowledged = 0; // entries that were told as kept before
    std::size_t lost = 0;         // of those
    std::size_t destroyed = 0;    // files that can't be read whole: the session's, an export's

    void look_at(const Site&, const std::vector<std::string>& acknowledged); // after a blow
    void tell(const std::string& what) const;                                // one line, for a note
};

int rounds(int in_a_test, int in_full); // AVOW_TORTURE=full asks for the second

} // namespace avow::torture
