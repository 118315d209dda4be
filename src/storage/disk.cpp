#include "storage/disk.hpp"

#include "storage/json_scan.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <random>
#include <utility>

namespace avow::storage {

namespace fs = std::filesystem;

std::string reason_of(int code) {
    switch (code) {
    case ENOSPC:
#ifdef EDQUOT // Windows has no such code, nor the next
    case EDQUOT:
#endif
        return "the disk is full";
    case EFBIG: return "the file would be larger than is allowed here";
    case EROFS: return "the disk can only be read";
    case EACCES:
    case EPERM: return "the permission for it is missing";
    case ENOENT: return "it is not there";
    case ENOTDIR: return "a part of its path is no folder";
    case EISDIR: return "it is a folder";
    case EEXIST: return "something is there already";
    case ELOOP: return "its links go round in a circle";
    case ENAMETOOLONG: return "the name is too long";
    case EIO: return "the disk reports an error";
#ifdef ESTALE
    case ESTALE:
#endif
    case ENODEV:
    case ENXIO: return "the disk or network share is gone";
    case EBUSY:
    case ETXTBSY: return "another program holds it";
    case EMFILE:
    case ENFILE: return "too many files are open";
    default: return std::strerror(code);
    }
}

std::string quoted(const fs::path& path) {
    return "\"" + shown(fs::path(path).make_preferred().string(), 4'096) + "\""; // with one kind of slash
}

namespace {

// Which permission, which folder: what is tried says it more plainly than the code alone.
std::string reason_for(std::string_view doing, int code) {
    const bool is_writing = doing == "write" || doing == "make" || doing == "replace" || doing == "move";
    if (code == EACCES || code == EPERM) {
        if (doing == "open" || doing == "read") return "the permission to read it is missing";
        if (doing == "list") return "the permission to look into it is missing";
        if (is_writing) return "the permission to write there is missing";
    }
    if (code == ENOENT && doing == "write") return "its folder is not there";
    if (code == ENOENT && doing == "follow") return "it is a link that leads nowhere";
    return reason_of(code);
}

} // namespace

DiskError refused(std::string_view doing, const fs::path& path, int code) {
    return DiskError("Could not " + std::string(doing) + " " + quoted(path) + ": " + reason_for(doing, code), path,
                     code);
}

namespace {

// A signal interrupts a call now and then; one that is always interrupted is refused like any other.
template <class Call>
int persistently(Call&& call) {
    int code = EINTR;
    for (int tries = 0; code == EINTR && tries < 100; ++tries) code = call();
    return code;
}

} // namespace

OpenFile::OpenFile(Disk& disk, fs::path path, OpenFor purpose) : path_(std::move(path)) {
    const int code = persistently([&] { return disk.open(path_, purpose, handle_); });
    if (code != 0) throw refused(purpose == OpenFor::creating ? "make" : "open", path_, code);
    disk_ = &disk;
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : disk_(std::exchange(other.disk_, nullptr)), path_(std::move(other.path_)), handle_(other.handle_) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    if (this != &other) {
        close();
        disk_ = std::exchange(other.disk_, nullptr);
        path_ = std::move(other.path_);
        handle_ = other.handle_;
    }
    return *this;
}

void OpenFile::close() {
    if (disk_ != nullptr) std::exchange(disk_, nullptr)->close(handle_);
}

FileStatus OpenFile::status() const {
    FileStatus status;
    if (const int code = disk_->status(handle_, status)) throw refused("look at", path_, code);
    return status;
}

std::string OpenFile::read_all(std::uint64_t limit) const {
    std::string bytes;
    std::array<char, 65'536> part{};
    while (bytes.size() <= limit) {
        std::size_t got = 0;
        const std::size_t room =
            static_cast<std::size_t>(std::min<std::uint64_t>(part.size(), limit + 1 - bytes.size()));
        const int code = persistently([&] { return disk_->read(handle_, part.data(), room, got); });
        if (code != 0) throw refused("read", path_, code);
        if (got == 0) break;
        bytes.append(part.data(), got);
    }
    return bytes;
}

void OpenFile::write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
        std::size_t written = 0;
        const int code = persistently([&] { return disk_->write(handle_, bytes, written); });
        if (code != 0 || written == 0) throw refused("write", path_, code != 0 ? code : EIO);
        bytes.remove_prefix(written);
    }
}

void OpenFile::sync_data() const {
    const int code = persistently([&] { return disk_->sync_data(handle_); });
    if (code != 0) throw refused("make safe", path_, code);
}

void OpenFile::sync() const {
    const int code = persistently([&] { return disk_->sync(handle_); });
    if (code != 0) throw refused("make safe", path_, code);
}

void OpenFile::truncate(std::uint64_t bytes) const {
    const int code = persistently([&] { return disk_->truncate(handle_, bytes); });
    if (code != 0) throw refused("cut back", path_, code);
}

bool OpenFile::try_lock() const {
    return persistently([&] { return disk_->lock(handle_); }) != EWOULDBLOCK;
}

bool is_there(Disk& disk, const fs::path& path) {
    FileStatus status;
    return disk.link_status(path, status) == 0;
}

std::optional<FileStatus> status_of(Disk& disk, const fs::path& path) {
    FileStatus status;
    return disk.status(path, status) == 0 ? std::optional(status) : std::nullopt;
}

void make_folders(Disk& disk, const fs::path& folder) {
    if (folder.empty()) return;
    if (const std::optional<FileStatus> status = status_of(disk, folder)) {
        if (status->kind != FileKind::folder) throw refused("make", folder, ENOTDIR);
        return;
    }
    if (folder.has_parent_path() && folder.parent_path() != folder) make_folders(disk, folder.parent_path());
    const int code = disk.make_folder(folder);
    if (code != 0 && code != EEXIST) throw refused("make", folder, code);
    disk.sync_folder(folder.parent_path()); // or a power cut could take it with all that is in it
}

std::vector<std::string> names_in_folder(Disk& disk, const fs::path& folder) {
    std::vector<std::string> names;
    const int code = disk.list(folder, names);
    if (code != 0 && code != ENOENT && code != ENOTDIR) throw refused("list", folder, code);
    return names;
}

void sync_folder(Disk& disk, const fs::path& folder) {
    const int code = disk.sync_folder(folder);
    // File systems that have no such thing say so, and a folder may be written though not read.
    if (code != 0 && code != EINVAL && code != ENOTSUP && code != EACCES && code != EINTR)
        throw refused("make safe", folder, code);
}

void move_file(Disk& disk, const fs::path& from, const fs::path& to) {
    if (const int code = disk.rename(from, to); code != 0 && code != EXDEV) {
        throw refused("move", from, code);
    } else if (code == EXDEV) {
        replace_file(disk, to, OpenFile(disk, from, OpenFor::reading).read_all(UINT32_MAX));
        remove_if_there(disk, from);
    }
}

void remove_if_there(Disk& disk, const fs::path& path) noexcept { disk.remove(path); }

fs::path followed(Disk& disk, const fs::path& path) {
    FileStatus status;
    if (disk.link_status(path, status) != 0 || status.kind != FileKind::link) return path;
    fs::path real;
    if (const int code = disk.real_path(path, real)) throw refused("follow", path, code);
    return real;
}

namespace {

using LastLook = std::function<void(const fs::path&)>;

// Puts `beside` in the place of `path` and looks at what came out before it goes. False where the two can't change places.
bool has_changed_places(Disk& disk, const fs::path& beside, const fs::path& path, const LastLook& last_look) {
    if (disk.exchange(beside, path) != 0) return false;
    if (!is_there(disk, beside)) return true; // a file system that takes it for a rename
    try {
        last_look(beside);
    } catch (...) {
        disk.exchange(beside, path);
        throw;
    }
    remove_if_there(disk, beside);
    return true;
}

} // namespace

void replace_file(Disk& disk, const fs::path& asked, std::string_view bytes, const LastLook& last_look) {
    const fs::path path = followed(disk, asked);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const std::optional<FileStatus> before = status_of(disk, path);
    if (before && before->kind == FileKind::folder) throw refused("replace", path, EISDIR);
    if (before && before->kind != FileKind::file)
        throw DiskError("Could not write " + quoted(path) + ": it is a pipe or a device, and no file", path, EEXIST);
    OpenFile beside;
    std::random_device random;
    for (int tries = 0; !beside.is_open(); ++tries) {
        const fs::path name = folder / (".avow-" + std::to_string(random()) + ".tmp");
        try {
            beside = OpenFile(disk, name, OpenFor::creating);
        } catch (const DiskError& e) {
            if (e.code != EEXIST || tries == 9) throw refused("write", path, e.code);
        }
    }
    FileStatus ours;
    disk.status(beside.handle(), ours);
    const auto remove_ours = [&] { // what changed places with it may be somebody's words
        beside.close();
        const std::optional<FileStatus> left = status_of(disk, beside.path());
        if (left && left->inode == ours.inode) remove_if_there(disk, beside.path());
    };
    try {
        beside.write_all(bytes);
        if (before && before->mode != 0600) {
            disk.set_mode(beside.handle(), before->mode);
        } // if it may be
        beside.sync();
        beside.close();
        if (last_look) last_look(path);
        if (!last_look || !before || !has_changed_places(disk, beside.path(), path, last_look)) {
            const int code = persistently([&] { return disk.rename(beside.path(), path); });
            if (code != 0) throw refused("replace", path, code);
        }
    } catch (const DiskError& e) {
        remove_ours();
        throw refused("write", path, e.code);
    } catch (...) {
        remove_ours();
        throw;
    }
    try {
        sync_folder(disk, folder);
    } catch (const DiskError& e) {
        throw refused("make safe", path, e.code);
    }
}

} // namespace avow::storage
