// What is put by in the state folder: earlier copies, journals that are done with, and what could not be read. Room is
// made by age and size, except in the quarantine: nothing there is ever removed by us.
#pragma once

#include "session/date.hpp"
#include "storage/disk.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace avow::storage {

// "2026-11-21T14-56-02-123Z": sorts by time, fit for a file name everywhere.
std::string file_time(Moment);

// A copy of a session file by its time; then all but the last ten, and the first of each hour for 30 days, go.
void keep_snapshot(Disk&, const std::filesystem::path& folder, std::string_view image, Moment now); // DiskError

// Journals older than 30 days go, and the oldest while there are more than 50 MB of them.
void prune_done(Disk&, const std::filesystem::path& folder, Moment now) noexcept;

// Puts bytes where nothing is removed and says where. DiskError when it could not: then the original must stay.
std::filesystem::path set_aside(Disk&, const std::filesystem::path& quarantine, const std::string& name,
                                std::string_view bytes, Moment now);

// Temporary files of ours that a crash left beside a session, an hour old or more.
void sweep_leftovers(Disk&, const std::filesystem::path& folder, Moment now) noexcept;

} // namespace avow::storage
