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

// With what local journals hold beyond each file, and with the sessions of this folder that are only in a journal. What a
// file had to set aside is said.
FolderReading read_folder(Console&, const std::filesystem::path& folder,
                          const std::vector<std::filesystem::path>& files);

// Adds those that are only in a journal and whose file was, or would be, in this folder; each is said.
void add_from_journals(Console&, const std::filesystem::path& folder, std::vector<Session>&);
bool holds_sessions(Console&, const std::filesystem::path& folder); // files, or only in journals

} // namespace avow::cli
