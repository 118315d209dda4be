// The session file as this instance last saw it, so that a save never goes over what another program put there since.
#pragma once

#include "storage/disk.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace avow::storage {

// Somebody else wrote the file while we did; nothing was replaced.
struct ChangedUnderneath : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class SavedFile {
public:
    SavedFile(Disk&, std::filesystem::path);

    enum class Seen { never_there, as_known, gone, changed };
    Seen look(); // at what is there now; throws DiskError when that can't be told
    const std::string& found() const { return found_; } // after `changed`: what is there
    void accept();                                      // what is there now counts as known
    void know(const std::string& bytes);                // it was read, or written, just now
    void replace(const std::string& image);             // DiskError, ChangedUnderneath

    // Why the file can't be replaced by this user, tried without touching it; nothing when it can.
    std::optional<DiskError> why_not_writable() const;
    const std::filesystem::path& path() const { return path_; }
    void go_to(std::filesystem::path other) { path_ = std::move(other), known_.reset(), found_.clear(); }

private:
    bool is_known(const FileStatus&) const; // by its status alone
    bool holds_what_is_known(const std::string& bytes) const;

    Disk& disk_;
    std::filesystem::path path_;
    std::optional<FileStatus> known_;
    std::uint32_t known_crc_ = 0;
    std::string found_;
};

} // namespace avow::storage
