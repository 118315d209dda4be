// Where something was said, in a folder of sessions: an index of the words beside the files and never the truth about them.
// It lies in the cache folder, is brought up to date before each question (a file counts as known by its name, size, time
// and inode), and is made anew when it is missing, damaged or of another version. The files are only ever read.
#pragma once

#include "session/session.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <cstddef>
#include <filesystem>
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

// Open for as long as questions come. A class because it owns the database.
class Search {
public:
    // Brings the index up to date. Where the cache folder can't be used the index lives in memory. Throws DiskError when
    // the folder itself can't be listed.
    Search(Disk&, const Places&, std::filesystem::path folder);
    ~Search();
    Search(Search&&) noexcept;
    Search& operator=(Search&&) noexcept;

    // The newest first, at most `most`. All words must stand there, the last may be the beginning of one; case and
    // accents aside. Whatever is in them is words: there is no grammar of questions. No words find nothing.
    std::vector<Hit> find(std::string_view words, std::size_t most = all_hits);

    void refresh(); // what appeared, changed and vanished since
    std::vector<Unlisted> unlisted();
    std::size_t files_read() const; // in the last refresh

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

// As words are laid into the index and looked for: folded, and with a space after each character of a script that is
// written without spaces, so that a word in the middle of a Chinese sentence is found.
std::string words_apart(std::string_view text);

} // namespace avow::storage
