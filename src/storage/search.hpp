// Where something was said, in a folder of sessions: an index of the words beside the files and never the truth about them.
// It lies in the cache folder (a file counts as known by its name, size, time and inode), and is made anew when it is missing,
// damaged or of another version. The files are only ever read. Sessions of the folder that are only in a journal are found too.
#pragma once

#include "session/session.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

// One place where the words stand.
struct Hit {
    std::filesystem::path file;
    Date date;
    std::string team;
    std::string who;  // empty: of nobody in particular, like the goal
    std::string kind; // "said", "agreed", "proposed", "answered", "evidence", "help", "parked", "objection", "goal" ...
    std::string words;     // whole, as they were said
    std::string theme;     // empty: a single voice, or nothing that lies under themes
    AccountabilityId item; // empty: not of an accountability

    bool operator==(const Hit&) const = default;
};

struct Unlisted {
    std::filesystem::path file;
    std::string why; // a sentence: nothing of this file can be found

    bool operator==(const Unlisted&) const = default;
};

inline constexpr std::size_t all_hits = static_cast<std::size_t>(-1);

// How far the index has come; `known` is all when it is up to date.
struct Progress {
    std::size_t known = 0;
    std::size_t all = 0; // sessions of the folder

    bool operator==(const Progress&) const = default;
};
std::string sentence_of(const Progress&);    // "Reading 1,240 of 20,000 sessions"
using Watch = std::function<bool(Progress)>; // after every few files, on the thread that reads; false: stop

// Open for as long as questions come. A class because it owns the database. One thread may ask while another brings the
// index up to date: what is read so far is found already.
class Search {
public:
    // Reads nothing yet. Where the cache folder can't be used the index lives in memory.
    Search(Disk&, const Places&, std::filesystem::path folder);
    ~Search();
    Search(Search&&) noexcept;

    // Takes in what appeared, changed and vanished since. False: it was stopped; what was read stays, and the next time goes
    // on from there. Throws DiskError when the folder itself can't be listed.
    bool refresh(const Watch& = {});

    // The newest first, at most `most`. All words must stand in what was said or in the name of who said it or of the team;
    // the last may be the beginning of one; case and accents aside. Whatever is in them is words: there is no grammar of
    // questions. No words find nothing.
    std::vector<Hit> find(std::string_view words, std::size_t most = all_hits);

    std::vector<Unlisted> unlisted();
    std::size_t files_read() const; // in the last refresh

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

} // namespace avow::storage
