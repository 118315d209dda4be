// The disk of a POSIX system: one system call a function, nothing decided here.
#ifndef _WIN32

#include "storage/disk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

int result(long long answer) { return answer < 0 ? errno : 0; }

FileStatus status_from(const struct stat& s) {
    FileStatus status;
    status.kind = S_ISREG(s.st_mode)   ? FileKind::file
                  : S_ISDIR(s.st_mode) ? FileKind::folder
                  : S_ISLNK(s.st_mode) ? FileKind::link
                                       : FileKind::other;
    status.bytes = static_cast<std::uint64_t>(s.st_size);
    status.device = s.st_dev;
    status.inode = s.st_ino;
#ifdef __APPLE__
    const timespec& modified = s.st_mtimespec;
#else
    const timespec& modified = s.st_mtim;
#endif
    status.modified_ns = std::int64_t{modified.tv_sec} * 1'000'000'000 + modified.tv_nsec;
    status.mode = s.st_mode & 07777;
    return status;
}

class RealDisk final : public Disk {
public:
    int open(const fs::path& path, OpenFor purpose, File& opened) override {
        int flags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
        switch (purpose) {
        case OpenFor::reading: flags |= O_RDONLY; break;
        case OpenFor::creating: flags |= O_WRONLY | O_CREAT | O_EXCL; break;
        case OpenFor::appending: flags |= O_WRONLY | O_APPEND; break;
        case OpenFor::locking: flags |= O_RDWR | O_CREAT; break;
        }
        opened = ::open(path.c_str(), flags, 0600);
        return result(opened);
    }
    int read(File file, char* into, std::size_t room, std::size_t& got) override {
        const ssize_t answer = ::read(file, into, room);
        got = answer < 0 ? 0 : static_cast<std::size_t>(answer);
        return result(answer);
    }
    int write(File file, std::string_view bytes, std::size_t& written) override {
        const ssize_t answer = ::write(file, bytes.data(), bytes.size());
        written = answer < 0 ? 0 : static_cast<std::size_t>(answer);
        return result(answer);
    }
    int sync_data(File file) override {
#ifdef __APPLE__
        return result(::fcntl(file, F_FULLFSYNC)); // fsync alone leaves it in the drive's cache
#else
        return result(::fdatasync(file));
#endif
    }
    int sync(File file) override {
#ifdef __APPLE__
        return result(::fcntl(file, F_FULLFSYNC));
#else
        return result(::fsync(file));
#endif
    }
    int truncate(File file, std::uint64_t bytes) override {
        const auto end = static_cast<off_t>(bytes);
        if (::ftruncate(file, end) != 0) return errno;
        return result(::lseek(file, end, SEEK_SET));
    }
    int set_mode(File file, unsigned mode) override { return result(::fchmod(file, static_cast<mode_t>(mode))); }
    int lock(File file) override { return result(::flock(file, LOCK_EX | LOCK_NB)); }
    void close(File file) override { ::close(file); }
    int status(File file, FileStatus& status) override {
        struct stat s {};
        const int answer = ::fstat(file, &s);
        status = status_from(s);
        return result(answer);
    }
    int status(const fs::path& path, FileStatus& status) override {
        struct stat s {};
        const int answer = ::stat(path.c_str(), &s);
        status = status_from(s);
        return result(answer);
    }
    int link_status(const fs::path& path, FileStatus& status) override {
        struct stat s {};
        const int answer = ::lstat(path.c_str(), &s);
        status = status_from(s);
        return result(answer);
    }
    int real_path(const fs::path& path, fs::path& real) override {
        std::error_code error;
        real = fs::canonical(path, error);
        return error.value();
    }
    int rename(const fs::path& from, const fs::path& to) override { return result(::rename(from.c_str(), to.c_str())); }
    int exchange(const fs::path& one, const fs::path& other) override {
#ifdef __APPLE__
        return result(::renamex_np(one.c_str(), other.c_str(), RENAME_SWAP));
#else
        return result(::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE));
#endif
    }
    int remove(const fs::path& path) override { return result(::unlink(path.c_str())); }
    int make_folder(const fs::path& path) override { return result(::mkdir(path.c_str(), 0700)); }
    int list(const fs::path& folder, std::vector<std::string>& names) override {
        names.clear();
        DIR* open_folder = ::opendir(folder.c_str());
        if (open_folder == nullptr) return errno;
        errno = 0;
        while (const dirent* entry = ::readdir(open_folder)) {
            const std::string name = entry->d_name;
            if (name != "." && name != "..") names.push_back(name);
        }
        const int code = errno;
        ::closedir(open_folder);
        std::sort(names.begin(), names.end());
        return code;
    }
    int sync_folder(const fs::path& folder) override {
        const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (file < 0) return errno;
        const int code = result(::fsync(file));
        ::close(file);
        return code;
    }
};

} // namespace

Disk& real_disk() {
    static RealDisk disk; // has no state: a name for the system's calls
    return disk;
}

} // namespace avow::storage

#endif
