// A folder of sessions, read whole for a question about all of them. What is damaged is named and hides nothing else.
#pragma once

#include "cli/cli.hpp"
#include "report/review.hpp"
#include "session/session.hpp"

#include <filesystem>
#include <vector>

namespace avow::cli {

// The *.avow files of a folder, by name. Throws FormatError when it is no folder or not there, DiskError when the disk says no.
std::vector<std::filesystem::path> session_files_in(Console&, const std::filesystem::path& folder);

struct FolderReading {
    std::vector<Session> sessions;
    std::vector<report::Unread> unread;
};

// With what local journals hold beyond each file, and with the sessions of this folder that are only in a journal; what a
// file had to set aside is said under its name. What can't be read, be it no session or a disk that refuses, hides nothing
// else: it is in `unread`, and the caller tells of it. A second copy that a sync program made is read like the first:
// insight::past_of keeps the one with more in it.
FolderReading read_folder(Console&, const std::filesystem::path& folder,
                          const std::vector<std::filesystem::path>& files);
bool holds_sessions(Console&, const std::filesystem::path& folder); // files, or only in journals

} // namespace avow::cli
