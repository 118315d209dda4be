// A folder of sessions, listed without being opened: envelope and snapshot of each, nothing more is read or replayed.
#pragma once

#include "session/session.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace avow::storage {

struct Listed {
    std::filesystem::path path; // where it opens from, though for an orphan nothing is there yet
    SessionId session;
    std::string team;
    std::string goal;
    Date date;
    Stage stage = Stage::prepare;
    std::size_t people = 0;
    std::size_t statements = 0;
    Moment modified;
    std::string damage;            // why it can't be listed, as a sentence; then only path and modified are known
    bool is_conflict_copy = false; // a sync program's second copy, by its name
    bool is_orphan = false;        // only in a journal on this machine
    std::filesystem::path journal; // of an orphan

    bool operator==(const Listed&) const = default;
};

// The *.avow files of a folder, newest first by the day of the session, of one day by the file. What is damaged is listed and hides nothing else. A folder that is not
// there holds no sessions; one that can't be read throws DiskError.
std::vector<Listed> list_sessions(Disk&, const std::filesystem::path& folder);

bool is_session_name(const std::string& file_name);
std::vector<std::filesystem::path> session_files(Disk&, const std::filesystem::path& folder); // as the disk names them
Listed list_session(Disk&, const std::filesystem::path&); // one, whatever its name says of it
void newest_first(std::vector<Listed>&);

// The session in a file, of its envelope and snapshot alone; nothing where these are not both whole and ours to read, and
// read_file may know more.
std::optional<Session> session_at_a_glance(Disk&, const std::filesystem::path&);

// Sessions whose file never came to be, or is gone; SessionStore::open(path) brings one back.
std::vector<Listed> journals_without_file(Disk&, const Places& = usual_places());
// Those whose file was, or would be, in this folder. A name that another session has taken is no longer theirs.
std::vector<Listed> journals_belonging_to(Disk&, const Places&, const std::filesystem::path& folder);

// "x (Ana's conflicted copy 2026-11-21).avow", "x.sync-conflict-20261121-145602.avow", and "x-STUDIO2.avow" beside "x.avow".
bool is_conflict_name(const std::string& file_name, const std::vector<std::string>& all_names);

} // namespace avow::storage
