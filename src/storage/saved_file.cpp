#include "storage/saved_file.hpp"

#include "session/session.hpp"
#include "storage/crc32c.hpp"
#include "storage/session_file.hpp"

#include <cerrno>
#include <random>

namespace avow::storage {

namespace fs = std::filesystem;

SavedFile::SavedFile(Disk& disk, fs::path path) : disk_(disk), path_(std::move(path)) {}

bool SavedFile::is_known(const FileStatus& now) const {
    return known_ && now.inode == known_->inode && now.bytes == known_->bytes && now.modified_ns == known_->modified_ns;
}

bool SavedFile::holds_what_is_known(const std::string& bytes) const {
    return known_ && bytes.size() == known_->bytes && crc32c(bytes) == known_crc_;
}

SavedFile::Seen SavedFile::look() {
    FileStatus now;
    const int code = disk_.status(path_, now);
    if (code == ENOENT) return known_ ? Seen::gone : Seen::never_there;
    if (code != 0) throw refused("look at", path_, code);
    if (is_known(now)) return Seen::as_known;
    found_ = bytes_of(disk_, path_);
    if (holds_what_is_known(found_)) {
        accept();
        return Seen::as_known;
    }
    return Seen::changed;
}

void SavedFile::accept() {
    know(found_);
    found_.clear();
}

void SavedFile::know(const std::string& bytes) {
    known_ = status_of(disk_, path_);
    if (known_) known_->bytes = bytes.size();
    known_crc_ = crc32c(bytes);
}

void SavedFile::replace(const std::string& image) {
    replace_file(disk_, path_, image, [this](const fs::path& going) {
        const std::optional<FileStatus> now = status_of(disk_, going);
        // By its bytes as well: not on every disk does a file keep its number when it changes places.
        if (now && !is_known(*now) && !holds_what_is_known(bytes_of(disk_, going))) throw ChangedUnderneath("changed");
    });
    know(image);
}

std::optional<DiskError> SavedFile::why_not_writable() const {
    const std::optional<FileStatus> status = status_of(disk_, path_);
    if (status && (status->mode & 0200) == 0) return refused("write", path_, EACCES);
    try {
        const fs::path target = followed(disk_, path_);
        const fs::path trial = target.parent_path() / (".avow-" + std::to_string(std::random_device()()) + ".tmp");
        OpenFile(disk_, trial, OpenFor::creating).close();
        remove_if_there(disk_, trial);
    } catch (const DiskError& e) {
        return refused("write", path_.parent_path(), e.code);
    }
    return std::nullopt;
}

} // namespace avow::storage
