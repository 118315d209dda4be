// What is remembered of a folder of sessions between two runs: one database a folder and kind, in the cache folder and never
// beside the sessions.
#pragma once

#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace avow::storage {

// "words-7f3a....db"; the same however the folder is named. Empty where the cache folder can't be used.
std::filesystem::path cache_file_of(Disk&, const Places&, const std::filesystem::path& folder, std::string_view kind);
void remove_database(Disk&, const std::filesystem::path&); // with what SQLite lays beside it

std::string bytes_of_path(const std::filesystem::path&);

// A file counts as known by its size, time and inode.
inline bool is_same(const FileStatus& one, const FileStatus& other) {
    return one.bytes == other.bytes && one.modified_ns == other.modified_ns && one.inode == other.inode;
}

} // namespace avow::storage
