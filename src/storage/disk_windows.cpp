// The disk of Windows: one system call a function, nothing decided here. Files are those of the C library (a small number, as
// everywhere), opened by the system's own call, because only that lets another program rename what is open here.
#ifdef _WIN32

#include "storage/disk.hpp"

#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

// Windows has them, and mingw-w64's headers not yet.
constexpr DWORD stopped_on_symlink = 681;
constexpr DWORD disk_quota_exceeded = 1295;
constexpr auto file_rename_info_ex = static_cast<FILE_INFO_BY_HANDLE_CLASS>(22);

// As an errno, for which there is a sentence.
int code_of(DWORD error) {
    switch (error) {
    case ERROR_SUCCESS: return 0;
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_INVALID_DRIVE: return ENOENT;
    case ERROR_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD:
    case ERROR_NETWORK_ACCESS_DENIED: return EACCES;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS: return EEXIST;
    case ERROR_SHARING_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
    case ERROR_DELETE_PENDING: return EBUSY;
    case ERROR_LOCK_VIOLATION: return EWOULDBLOCK;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case disk_quota_exceeded: return ENOSPC;
    case ERROR_FILE_TOO_LARGE: return EFBIG;
    case ERROR_WRITE_PROTECT: return EROFS;
    case ERROR_DIRECTORY: return ENOTDIR;
    case ERROR_DIR_NOT_EMPTY: return ENOTEMPTY;
    case ERROR_NOT_SAME_DEVICE: return EXDEV;
    case ERROR_FILENAME_EXCED_RANGE:
    case ERROR_BUFFER_OVERFLOW: return ENAMETOOLONG;
    case ERROR_CANT_RESOLVE_FILENAME:
    case stopped_on_symlink: return ELOOP;
    case ERROR_TOO_MANY_OPEN_FILES: return EMFILE;
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY: return ENOMEM;
    case ERROR_NOT_READY:
    case ERROR_DEV_NOT_EXIST:
    case ERROR_NETNAME_DELETED:
    case ERROR_UNEXP_NET_ERR:
    case ERROR_DEVICE_NOT_CONNECTED: return ENODEV;
    case ERROR_NOT_SUPPORTED:
    case ERROR_CALL_NOT_IMPLEMENTED: return ENOTSUP;
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_INVALID_FUNCTION:
    case ERROR_INVALID_PARAMETER: return EINVAL;
    case ERROR_INVALID_HANDLE: return EBADF;
    default: return EIO;
    }
}

int last_code() { return code_of(GetLastError()); }
int result(BOOL answer) { return answer ? 0 : last_code(); }

// As the system takes it: a long one in the form that has no limit, which knows neither "/" nor "..".
std::wstring as_called(const fs::path& path) {
    constexpr std::size_t long_from = 240; // of 260, less what a folder's own limit takes
    std::error_code trouble;
    fs::path called = path;
    if (path.native().size() >= long_from) called = fs::absolute(path, trouble).lexically_normal();
    called.make_preferred();
    const std::wstring& words = called.native();
    if (words.size() < long_from || words.starts_with(L"\\\\?\\")) return words;
    return words.starts_with(L"\\\\") ? L"\\\\?\\UNC\\" + words.substr(2) : L"\\\\?\\" + words;
}

std::string in_utf8(const wchar_t* words) {
    const int room = WideCharToMultiByte(CP_UTF8, 0, words, -1, nullptr, 0, nullptr, nullptr);
    std::string bytes(static_cast<std::size_t>(std::max(room, 1)), '\0');
    WideCharToMultiByte(CP_UTF8, 0, words, -1, bytes.data(), room, nullptr, nullptr);
    bytes.pop_back(); // the NUL
    return bytes;
}

struct Closing {
    void operator()(HANDLE handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, Closing>;

constexpr DWORD shared_with_all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

// Empty when it is refused, and then the last error says why. A folder can only be opened with FILE_FLAG_BACKUP_SEMANTICS.
Handle opened_as(const fs::path& path, DWORD access, DWORD how, DWORD flags) {
    const HANDLE handle = CreateFileW(as_called(path).c_str(), access, shared_with_all, nullptr, how, flags, nullptr);
    return Handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle);
}

HANDLE handle_of(Disk::File file) { return reinterpret_cast<HANDLE>(_get_osfhandle(file)); }

bool is_folder(const fs::path& path) {
    const DWORD attributes = GetFileAttributesW(as_called(path).c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

// Files that a sync program keeps elsewhere are reparse points too, and no links.
bool is_link(HANDLE handle, DWORD attributes) {
    FILE_ATTRIBUTE_TAG_INFO tagged{};
    return (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
           GetFileInformationByHandleEx(handle, FileAttributeTagInfo, &tagged, sizeof tagged) != 0 &&
           (tagged.ReparseTag == IO_REPARSE_TAG_SYMLINK || tagged.ReparseTag == IO_REPARSE_TAG_MOUNT_POINT);
}

std::uint64_t joined(DWORD high, DWORD low) { return std::uint64_t{high} << 32 | low; }

int status_from(HANDLE handle, FileStatus& status) {
    constexpr std::int64_t ticks_before_1970 = 116'444'736'000'000'000; // of 100 ns, since 1601
    status = {};
    if (GetFileType(handle) != FILE_TYPE_DISK) return handle == INVALID_HANDLE_VALUE ? EBADF : 0;
    BY_HANDLE_FILE_INFORMATION told{};
    if (!GetFileInformationByHandle(handle, &told)) return last_code();
    const bool is_folder = (told.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    const bool is_read_only = (told.dwFileAttributes & FILE_ATTRIBUTE_READONLY) != 0;
    status.kind = is_link(handle, told.dwFileAttributes) ? FileKind::link
                  : is_folder                            ? FileKind::folder
                                                         : FileKind::file;
    status.bytes = joined(told.nFileSizeHigh, told.nFileSizeLow);
    status.device = told.dwVolumeSerialNumber;
    status.inode = joined(told.nFileIndexHigh, told.nFileIndexLow);
    const auto ticks =
        static_cast<std::int64_t>(joined(told.ftLastWriteTime.dwHighDateTime, told.ftLastWriteTime.dwLowDateTime));
    status.modified_ns = (ticks - ticks_before_1970) * 100;
    // Who may read is said by the folder, which in a user's own folders is the user alone.
    status.mode = is_folder ? 0700 : is_read_only ? 0400 : 0600;
    return 0;
}

int status_at(const fs::path& path, DWORD flags, FileStatus& status) {
    status = {};
    const Handle handle = opened_as(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags);
    return handle ? status_from(handle.get(), status) : last_code();
}

// As elsewhere: also over a file that somebody has open, who keeps what was there. Where the system or the file system is too
// old for it, it fails.
bool is_renamed_over(const fs::path& from, const fs::path& to) {
    struct Renaming { // FILE_RENAME_INFO with room for a name
        DWORD flags;
        HANDLE folder;
        DWORD bytes;
        wchar_t name[32'768];
    };
    std::error_code trouble;
    const std::wstring name = as_called(fs::absolute(to, trouble));
    const Handle handle =
        opened_as(from, DELETE | SYNCHRONIZE, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT);
    const auto renaming = std::make_unique<Renaming>();
    if (!handle || trouble || name.size() >= std::size(renaming->name)) return false;
    renaming->flags = FILE_RENAME_FLAG_REPLACE_IF_EXISTS | FILE_RENAME_FLAG_POSIX_SEMANTICS;
    renaming->bytes = static_cast<DWORD>(name.size() * sizeof(wchar_t));
    std::ranges::copy(name, renaming->name);
    return SetFileInformationByHandle(handle.get(), file_rename_info_ex, renaming.get(), sizeof(Renaming)) != 0;
}

// Whether a file may be replaced and only is not at the moment: by what looks into each new file (against viruses, for a
// search, to keep it elsewhere), which lets go of it in a moment.
bool is_held(const fs::path& path, int code) {
    return code == EBUSY || (code == EACCES && !is_folder(path) && opened_as(path, DELETE, OPEN_EXISTING, 0));
}

// Beyond the end of any file: what is locked could not be read by others, and they shall read who holds it.
OVERLAPPED place_of_lock() {
    OVERLAPPED place{};
    place.OffsetHigh = 0x4000'0000;
    return place;
}

class RealDisk final : public Disk {
public:
    int open(const fs::path& path, OpenFor purpose, File& opened) override {
        DWORD access = GENERIC_READ, how = OPEN_EXISTING;
        switch (purpose) {
        case OpenFor::reading: break;
        case OpenFor::creating: access = GENERIC_WRITE | FILE_READ_ATTRIBUTES, how = CREATE_NEW; break;
        case OpenFor::appending: access = GENERIC_WRITE | FILE_READ_ATTRIBUTES; break;
        case OpenFor::locking: access = GENERIC_READ | GENERIC_WRITE, how = OPEN_ALWAYS; break;
        }
        opened = -1;
        Handle handle = opened_as(path, access, how, FILE_ATTRIBUTE_NORMAL);
        if (!handle) {
            const int code = last_code();
            return code == EACCES && is_folder(path) ? (how == CREATE_NEW ? EEXIST : EISDIR) : code;
        }
        const int flags = _O_NOINHERIT | (purpose == OpenFor::reading ? _O_RDONLY : 0) |
                          (purpose == OpenFor::appending ? _O_APPEND : 0);
        opened = _open_osfhandle(reinterpret_cast<intptr_t>(handle.get()), flags);
        if (opened < 0) return EMFILE;
        handle.release();
        return 0;
    }
    int read(File file, char* into, std::size_t room, std::size_t& got) override {
        const int answer = _read(file, into, static_cast<unsigned>(std::min<std::size_t>(room, INT32_MAX)));
        got = answer < 0 ? 0 : static_cast<std::size_t>(answer);
        return answer < 0 ? code_of(_doserrno) : 0;
    }
    int write(File file, std::string_view bytes, std::size_t& written) override {
        const auto count = static_cast<unsigned>(std::min<std::size_t>(bytes.size(), INT32_MAX));
        const int answer = _write(file, bytes.data(), count);
        written = answer < 0 ? 0 : static_cast<std::size_t>(answer);
        if (answer >= 0) return 0;
        return errno == ENOSPC ? ENOSPC : code_of(_doserrno);
    }
    int sync_data(File file) override { return sync(file); }
    int sync(File file) override { return result(FlushFileBuffers(handle_of(file))); }
    int truncate(File file, std::uint64_t bytes) override {
        if (_lseeki64(file, static_cast<std::int64_t>(bytes), SEEK_SET) < 0) return errno;
        return result(SetEndOfFile(handle_of(file)));
    }
    int set_mode(File file, unsigned mode) override {
        FILE_BASIC_INFO basic{}; // times of 0 stay as they are
        basic.FileAttributes = (mode & 0200) != 0 ? FILE_ATTRIBUTE_NORMAL : FILE_ATTRIBUTE_READONLY;
        return result(SetFileInformationByHandle(handle_of(file), FileBasicInfo, &basic, sizeof basic));
    }
    int lock(File file) override {
        OVERLAPPED place = place_of_lock();
        constexpr DWORD at_once = LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY;
        return result(LockFileEx(handle_of(file), at_once, 0, 1, 0, &place));
    }
    void close(File file) override { _close(file); }
    int status(File file, FileStatus& status) override { return status_from(handle_of(file), status); }
    int status(const fs::path& path, FileStatus& status) override { return status_at(path, 0, status); }
    int link_status(const fs::path& path, FileStatus& status) override {
        return status_at(path, FILE_FLAG_OPEN_REPARSE_POINT, status);
    }
    int real_path(const fs::path& path, fs::path& real) override {
        const Handle handle = opened_as(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
        if (!handle) return last_code();
        std::wstring words(32'768, L'\0');
        const DWORD length = GetFinalPathNameByHandleW(handle.get(), words.data(), static_cast<DWORD>(words.size()), 0);
        if (length == 0 || length >= words.size()) return length == 0 ? last_code() : ENAMETOOLONG;
        words.resize(length);
        if (words.starts_with(L"\\\\?\\UNC\\"))
            words.replace(0, 8, L"\\\\");
        else if (words.starts_with(L"\\\\?\\"))
            words.erase(0, 4);
        real = words;
        return 0;
    }
    int exchange(const fs::path&, const fs::path&) override { return ENOSYS; } // Windows has no such call
    int rename(const fs::path& from, const fs::path& to) override {
        constexpr int most_tries = 50, between_tries_ms = 10;
        constexpr DWORD how = MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH;
        for (int tries = 1;; ++tries) {
            if (is_renamed_over(from, to)) return 0;
            const int code = result(MoveFileExW(as_called(from).c_str(), as_called(to).c_str(), how));
            if (code == 0 || !is_held(to, code)) return code;
            if (tries == most_tries) return EBUSY;
            Sleep(between_tries_ms);
        }
    }
    int remove(const fs::path& path) override { return result(DeleteFileW(as_called(path).c_str())); }
    int make_folder(const fs::path& path) override {
        return result(CreateDirectoryW(as_called(path).c_str(), nullptr));
    }
    int list(const fs::path& folder, std::vector<std::string>& names) override {
        names.clear();
        WIN32_FIND_DATAW entry;
        const HANDLE search = FindFirstFileW(as_called(folder / L"*").c_str(), &entry);
        if (search == INVALID_HANDLE_VALUE) return last_code();
        do {
            if (std::string name = in_utf8(entry.cFileName); name != "." && name != "..")
                names.push_back(std::move(name));
        } while (FindNextFileW(search, &entry) != 0);
        const DWORD end = GetLastError();
        FindClose(search);
        std::sort(names.begin(), names.end());
        return end == ERROR_NO_MORE_FILES ? 0 : code_of(end);
    }
    int sync_folder(const fs::path& folder) override {
        const Handle handle = opened_as(folder, GENERIC_WRITE, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
        return handle ? result(FlushFileBuffers(handle.get())) : last_code();
    }
};

} // namespace

Disk& real_disk() {
    static RealDisk disk; // has no state: a name for the system's calls
    return disk;
}

} // namespace avow::storage

#endif
