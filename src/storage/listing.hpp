// A large folder of sessions, listed without reading again what was read before. What came of the reading is remembered in the
// cache folder (a file counts as known by its name, size, time and inode); only what is new or changed is read, on a few
// threads. It is the listing of list_sessions, whatever is in the cache.
#pragma once

#include "storage/library.hpp"
#include "storage/search.hpp"

#include <filesystem>
#include <functional>
#include <vector>

namespace avow::storage {

// After every few files, on the thread that lists: how far it is and what is known by now, in no order. False: nobody waits
// any more.
using WatchListing = std::function<bool(Progress, const std::vector<Listed>& so_far)>;

// As list_sessions(disk, folder); given up, what was known by then.
std::vector<Listed> list_sessions(Disk&, const Places&, const std::filesystem::path& folder, const WatchListing&);

} // namespace avow::storage
