#include "storage/shelf.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t last_snapshots = 10;
constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t kept_days = 30;
constexpr std::uint64_t most_done_bytes = 50u << 20;
constexpr std::size_t hour_characters = 13; // "2026-11-21T14"

void write_new(Disk& disk, const fs::path& path, std::string_view bytes, bool is_synced) {
    OpenFile file(disk, path, OpenFor::creating);
    try {
        file.write_all(bytes);
        if (is_synced) file.sync();
    } catch (const DiskError&) {
        remove_if_there(disk, path);
        throw;
    }
}

void prune_snapshots(Disk& disk, const fs::path& folder, Moment now) {
    const std::vector<std::string> names = names_in_folder(disk, folder); // by time
    const std::string oldest = file_time(Moment{now.unix_ms - kept_days * day_ms});
    std::set<std::string> hours;
    for (std::size_t i = 0; i + last_snapshots < names.size(); ++i) {
        const bool is_first_of_hour = hours.insert(names[i].substr(0, hour_characters)).second;
        if (!is_first_of_hour || names[i] < oldest) remove_if_there(disk, folder / names[i]);
    }
}

} // namespace

std::string file_time(Moment moment) {
    std::string words = rfc3339(moment);
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == ':' || c == '.'; }, '-');
    return words;
}

// Not synced: it is the second copy of what was just synced elsewhere.
void keep_snapshot(Disk& disk, const fs::path& folder, std::string_view image, Moment now) {
    make_folders(disk, folder);
    const fs::path path = folder / (file_time(now) + ".avow");
    if (!is_there(disk, path)) write_new(disk, path, image, false);
    prune_snapshots(disk, folder, now);
}

void prune_done(Disk& disk, const fs::path& folder, Moment now) noexcept {
    struct Old {
        fs::path path;
        FileStatus status;
    };
    std::vector<Old> files;
    std::uint64_t bytes = 0;
    std::vector<std::string> names;
    disk.list(folder, names);
    for (const std::string& name : names) {
        if (const std::optional<FileStatus> status = status_of(disk, folder / name)) {
            files.push_back({folder / name, *status});
            bytes += status->bytes;
        }
    }
    std::sort(files.begin(), files.end(), [](const Old& a, const Old& b) {
        return std::pair(a.status.modified_ns, a.path) < std::pair(b.status.modified_ns, b.path);
    });
    for (const Old& file : files) {
        const bool is_old = now.unix_ms - file.status.modified_ns / 1'000'000 > kept_days * day_ms;
        if (!is_old && bytes <= most_done_bytes) break;
        remove_if_there(disk, file.path);
        bytes -= file.status.bytes;
    }
}

fs::path set_aside(Disk& disk, const fs::path& quarantine, const std::string& name, std::string_view bytes,
                   Moment now) {
    make_folders(disk, quarantine);
    for (int number = 1;; ++number) {
        const std::string tail = number == 1 ? "" : "-" + std::to_string(number);
        fs::path path = quarantine / (file_time(now) + tail + "-" + name.substr(0, 120));
        if (is_there(disk, path) && number < 1'000) continue;
        write_new(disk, path, bytes, true);
        sync_folder(disk, quarantine);
        return path;
    }
}

void sweep_leftovers(Disk& disk, const fs::path& folder, Moment now) noexcept {
    std::vector<std::string> names;
    disk.list(folder, names);
    for (const std::string& name : names) {
        if (!name.starts_with(".avow-") || !name.ends_with(".tmp")) continue;
        const std::optional<FileStatus> status = status_of(disk, folder / name);
        if (status && now.unix_ms - status->modified_ns / 1'000'000 > 3'600'000) remove_if_there(disk, folder / name);
    }
}

} // namespace avow::storage
