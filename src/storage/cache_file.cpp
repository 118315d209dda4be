#include "storage/cache_file.hpp"

#include <cstdint>

namespace avow::storage {

namespace fs = std::filesystem;

namespace {

std::string hash_of(const std::string& text) {
    std::uint64_t hash = 14695981039346656037u; // FNV-1a, 64 bits
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(hash >> shift) & 15];
    return hex;
}

} // namespace

std::string bytes_of_path(const fs::path& path) {
    const auto name = path.u8string();
    return {name.begin(), name.end()};
}

fs::path cache_file_of(Disk& disk, const Places& places, const fs::path& folder, std::string_view kind) {
    if (places.cache.empty()) return {};
    fs::path real = folder;
    disk.real_path(folder, real);
    try {
        make_folders(disk, places.cache);
    } catch (const DiskError&) {
        return {};
    }
    return places.cache / (std::string(kind) + "-" + hash_of(bytes_of_path(real)) + ".db");
}

void remove_database(Disk& disk, const fs::path& path) {
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) remove_if_there(disk, fs::path(path) += ending);
}

} // namespace avow::storage
