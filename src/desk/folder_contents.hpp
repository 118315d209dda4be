// All sessions of a folder, read in the background. What can't be read is named and hides nothing else.
#pragma once

#include "desk/background.hpp"
#include "report/review.hpp"
#include "session/joins.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace avow::desk {

struct FolderContents {
    std::vector<Session> sessions;
    std::vector<std::filesystem::path> files; // of each
    std::vector<report::Unread> unread;
    Joins joins;
    std::string trouble_with_joins; // why they can't be read; then there are none
};

// As far as it got, where it was given up. Throws DiskError where the folder can't be listed.
FolderContents contents_of(storage::Disk&, const storage::Places&, const std::filesystem::path& folder, Watch&);

// Of some files of it; those that can't be read are left out.
std::vector<Session> sessions_in(storage::Disk&, const storage::Places&,
                                 const std::vector<std::filesystem::path>& files);

} // namespace avow::desk
