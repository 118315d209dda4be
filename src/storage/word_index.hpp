// The index as a database: which files are in it, what was said in each, and FTS5's index of the words. It knows no folder
// and reads no session file; what it refuses leaves as DatabaseError, and then it is worth nothing and is made anew by
// whoever asked.
#pragma once

#include "session/session.hpp"
#include "storage/database.hpp"
#include "storage/disk.hpp"
#include "storage/spoken_words.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

// A session file as the index knows it, or is to know it.
struct IndexedFile {
    std::string name; // in the folder; of what only a journal holds perhaps a whole path
    FileStatus status;
    SessionId session;
    std::string team;
    std::string damage;           // why nothing of it can be found
    bool is_only_journal = false; // then nothing of it is laid in where a file of the folder has its session
};

// What was said in a file on one day, ready to be laid in.
struct IndexedDay {
    Date date;
    std::string said;  // packed
    std::string words; // that it is found by
};
std::vector<IndexedDay> days_of(const Session&);

class WordIndex {
public:
    enum class Trust { nothing, all };              // all: it was looked over a moment ago
    WordIndex(const std::filesystem::path&, Trust); // empty: in memory

    std::map<std::string, IndexedFile> files() const; // by name, without team
    struct Laid {
        IndexedFile file;
        std::vector<IndexedDay> days;
    };
    void lay_in(const std::vector<Laid>&); // each in place of what was known under its name
    void forget(const std::vector<std::string>& names);

    struct Found {
        std::string file;
        std::string team;
        Spoken spoken;
    };
    std::vector<Found> find(std::string_view question, std::size_t most); // the newest first

private:
    bool is_of_this_version();
    void make_tables();
    void look_over(const std::filesystem::path&);
    void forget_within(const std::vector<std::string>& names); // what is begun already

    Database database_;
};

} // namespace avow::storage
