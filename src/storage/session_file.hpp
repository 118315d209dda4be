// The session file: read it whole whatever state it is in, write it so that it is never half there. The journal has the
// same grammar (docs/file-format.md), so one reader serves both.
#pragma once

#include "session/history.hpp"
#include "storage/disk.hpp"
#include "storage/json.hpp"
#include "storage/places.hpp"
#include "storage/unknown.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

inline constexpr int format_version = 1;
inline constexpr std::uint64_t most_journal_bytes = 4 * limit::file_bytes; // it grows past its image

// What is half typed, kept so that a crash does not lose it. An empty text: nothing is.
struct Draft {
    ParticipantId speaker;
    std::string text;
    std::string field;         // what it is typed into: "evidence", "form: Goal"; empty for a statement
    AccountabilityId item;     // whose detail it is; else empty
    std::vector<Draft> beside; // what waits meanwhile: a statement while a detail is typed, or a question to the room

    bool operator==(const Draft&) const = default;
};

// What a file (and the local journals of its session) holds. Whatever could be read is in `history`.
struct Reading {
    History history;
    UnknownFields unknown;            // of a newer minor version; given back when the file is written
    bool read_only = false;           // made by a newer version that asks not to be written by this one
    std::vector<std::string> remarks; // what was wrong, set aside or brought back, in sentences
    std::size_t bytes_set_aside = 0;
    std::optional<Draft> draft;         // of a journal
    std::filesystem::path session_file; // of a journal: the file it belongs to
    std::set<StepId> settled;           // entries that are in the value though no longer in the log
};

// The file and what the local journals of its session hold beyond it. Throws FormatError, DiskError; never writes.
Reading read_session(Disk&, const std::filesystem::path&, const Places& = usual_places());
Reading read_file(Disk&, const std::filesystem::path&); // the file alone
Reading read_journal(Disk&, const std::filesystem::path&);
// The sentences of errors go on after the name of the file.
Reading read_image(std::string_view bytes, std::uint64_t most_bytes = limit::file_bytes);
// The same of that file's bytes: errors begin with its name, and end without a full stop, for they become part of others.
Reading read_image_of(const std::filesystem::path&, std::string_view bytes,
                      std::uint64_t most_bytes = limit::file_bytes);

// Which steps of its log could not be done again; the first few by name, and how many more.
std::vector<std::string> passed_over_in_words(const History&);

// The newest copy of its session that is kept on this computer, for a file whose first line alone can be read.
std::optional<Reading> kept_copy_of(Disk&, const std::filesystem::path&, const Places&);

// Atomically. DiskError; FormatError when it would be over 64 MiB even without its history.
void write_session(Disk&, const std::filesystem::path&, const History&, const UnknownFields& = {});

// The bytes of a session file, read back and compared. Over limit::file_bytes the log is dropped first.
std::string image_of(const History&, const UnknownFields& = {});
// The same unread, for a journal: it names its session file, and is not refused however large.
std::string fitting_image(const History&, const UnknownFields&, const std::string& session_file);

// The bytes of a file, never more than it may have, never waiting for a FIFO. Throws FormatError, DiskError.
std::string bytes_of(Disk&, const std::filesystem::path&, std::uint64_t most_bytes = limit::file_bytes);

// The path by which two names of one file are told to be the same.
std::filesystem::path settled_path(Disk&, const std::filesystem::path&);

// Adds an entry that was made on this history or on one that has been merged into it since.
void adopt(History&, const Entry&);

// Both in one, minding what `theirs` has settled; and what of it only `ours` had.
struct Joined {
    History history;
    std::size_t entries = 0;
    std::size_t statements = 0; // said in them
    std::optional<Moment> first_at;
};
Joined join(const Reading& theirs, const Reading& ours);
std::string brought_back(const Joined&); // "12 statements from 14:31 brought back"; empty when nothing was

} // namespace avow::storage
