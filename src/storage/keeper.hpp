// What keeps an open session, a turn at a time and without a thread, so that tests can give it any disk and any hour.
// It has a History of its own, fed with the same entries as the screen's: that is what it writes, and what it merges
// into when somebody else wrote the file. session_store.hpp puts it on a thread.
#pragma once

#include "storage/journal.hpp"
#include "storage/lock.hpp"
#include "storage/saved_file.hpp"
#include "storage/session_store.hpp"

#include <chrono>
#include <exception>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace avow::storage {

using Steady = std::chrono::steady_clock::time_point;

// What the screen's thread handed over since the last turn.
struct Given {
    std::vector<Entry> entries;
    std::optional<Draft> draft;
    bool save = false;
    bool retry = false;
    bool take_over = false;

    bool is_anything() const { return !entries.empty() || draft || save || retry || take_over; }
};

class Keeper {
public:
    // Finds the session of a file and what journals hold of it, and takes the lock if it can. FormatError, DiskError.
    static std::unique_ptr<Keeper> open(const Surroundings&, const std::filesystem::path&);
    static std::unique_ptr<Keeper> create(const Surroundings&, const std::filesystem::path&, History);

    // A turn in two parts, so that the screen hears of the first without waiting for the second: what was given goes into
    // the journal; then everything else that is due. Answers when the next turn is due at the latest.
    void take(Given, Steady now);
    Steady attend(Steady now);
    Steady turn(Given given, Steady now) { return take(std::move(given), now), attend(now); }
    // The last turn: everything kept, the file saved if it can be, the journal put away, the locks let go.
    void close(Given, Steady now);

    // --- what the screen is told; `acted` and `unkept` of keeping() are the store's to fill ---
    Keeping keeping() const;
    const History& history() { return catch_up(), history_; }
    bool take_has_merged() { return std::exchange(has_merged_, false); } // history() is not only what was given
    std::vector<std::string> take_remarks() { return std::exchange(remarks_, {}); }
    std::optional<Draft> found_draft() const { return found_draft_; }
    const std::filesystem::path& path() const { return file_.path(); }
    const UnknownFields& unknown() const { return unknown_; }
    const std::string& journal_trouble() const { return journal_trouble_; }

private:
    Keeper(const Surroundings&, const std::filesystem::path&);

    // opening (keeper_open.cpp)
    struct FoundFile { // or why there is none
        std::optional<Reading> reading;
        std::exception_ptr trouble;
        std::string fault; // the trouble's words
    };
    void find(const std::filesystem::path& asked);
    FoundFile read_asked(const std::filesystem::path& asked);
    void find_without_file(std::vector<FoundJournal>&, const FoundFile&);
    void begin_from(Reading);
    bool find_in_journals(std::vector<FoundJournal>&);
    void bring_back(const std::vector<FoundJournal>&);
    void take_over();
    void put_away_leftovers();
    void look_for_released();

    // the journal (keeper.cpp)
    void take_in(std::vector<Entry>, Steady now);
    void catch_up();
    void keep(Steady now, bool is_asked);
    bool write_pending(bool is_draft_wanted);
    bool begin_journal();
    void count_as_kept();
    void watch_lock(Steady now, bool is_active);
    void give_way();

    // the file (keeper_file.cpp)
    void save_if_due(Steady now, bool is_asked);
    void save(Steady now);
    std::string save_once(); // what was saved
    void merge_with_found();
    void stand_aside(const std::string& why);
    void save_beside(Steady now);
    void keep_copy(const std::string& image, Steady now);
    std::filesystem::path set_aside_here(std::string_view bytes);
    bool is_save_due(Steady now) const;
    void changed_at(Steady now);
    std::filesystem::path beside(const std::string& extra) const;

    Surroundings around_;
    std::string instance_;
    SavedFile file_;
    SessionLock lock_;
    Journal journal_;

    History history_;
    std::vector<Entry> ahead_; // given and perhaps kept, not in history_ yet: that takes longer than to write them
    UnknownFields unknown_;
    struct Leftover {
        std::filesystem::path path;
        bool is_whole = true;
    };
    std::vector<Leftover> leftovers_; // merged, to be put away once our own journal is safe
    std::set<std::filesystem::path> seen_journals_;
    std::vector<std::string> remarks_;
    std::optional<Draft> found_draft_;
    bool has_merged_ = false;
    bool is_newer_ = false; // made by a newer Avow: never written
    bool is_held_ = false;  // the session is ours to write
    std::string newer_words_;

    // What is not in a synced journal yet.
    std::string pending_lines_;
    std::uint64_t pending_ = 0;
    std::uint64_t kept_ = 0;
    std::optional<Moment> kept_at_;
    std::optional<Draft> draft_; // the newest; written again with every new journal
    bool is_draft_written_ = true;
    Steady draft_at_{};
    std::optional<Steady> sync_due_;
    bool must_begin_ = true;
    std::string journal_trouble_;
    Steady journal_retry_at_{};

    // The session file.
    bool is_dirty_ = false;
    bool is_save_wanted_ = false;
    bool is_retry_wanted_ = false;
    bool is_take_over_wanted_ = false;
    bool is_active_ = false;
    bool is_damaged_original_ = false; // what it held before is to be set aside before the first save
    Steady changed_at_{};
    Steady dirty_since_{};
    std::string file_trouble_;
    bool is_lack_told_ = false;  // with it: that what the file lacks is kept here, as long as the journal takes it
    bool is_retry_told_ = false; // and when it is tried again, as long as that is so
    bool is_closed_ = false;
    Steady save_retry_at_{};
    std::optional<Steady> refused_since_;
    Steady beside_at_{};
    Steady copied_at_{};
    Steady looked_at_{};
    Steady released_looked_at_{};
};

} // namespace avow::storage
