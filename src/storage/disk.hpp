// The only door to the file system. Disk is as thin as the system's own calls, so that a test can put a disk of its own
// in its place which fails at the n-th call, writes half, or forgets what was not synced. The functions below it are what
// the rest of storage uses: they finish short writes, pass over EINTR, and turn an errno into a sentence.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

// What the disk refused, as a sentence that names the path and says what to do; `code` is the errno.
struct DiskError : std::runtime_error {
    DiskError(const std::string& sentence, std::filesystem::path at, int errno_code)
        : std::runtime_error(sentence), path(std::move(at)), code(errno_code) {}
    std::filesystem::path path;
    int code;
};
DiskError refused(std::string_view doing, const std::filesystem::path&, int code); // doing: "write", "open"
std::string reason_of(int code);                                                   // "the disk is full"
std::string quoted(const std::filesystem::path&); // for sentences: in quotes, without control characters

enum class FileKind { file, folder, link, other };

struct FileStatus {
    FileKind kind = FileKind::other;
    std::uint64_t bytes = 0;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t modified_ns = 0; // since 1970
    unsigned mode = 0;            // the permission bits

    bool operator==(const FileStatus&) const = default;
};

enum class OpenFor {
    reading,   // never waits for a FIFO or a device
    creating,  // must not be there yet; 0600 under any umask; then written from the start
    appending, // must be there
    locking,   // read and written from the start; made if need be, 0600
};

// Each call answers 0 or an errno, and gives the rest through its last parameter. Nothing here throws.
class Disk {
public:
    using File = int;

    virtual ~Disk() = default;
    virtual int open(const std::filesystem::path&, OpenFor, File& opened) = 0;
    virtual int read(File, char* into, std::size_t room, std::size_t& got) = 0; // got 0: the end
    virtual int write(File, std::string_view bytes, std::size_t& written) = 0;  // may write less than all
    virtual int sync_data(File) = 0;                                            // fdatasync
    virtual int sync(File) = 0;                                                 // fsync
    virtual int truncate(File, std::uint64_t bytes) = 0;                        // and go on writing there
    virtual int set_mode(File, unsigned mode) = 0;
    virtual int lock(File) = 0;   // EWOULDBLOCK: another holds it
    virtual void close(File) = 0; // lets its lock go
    virtual int status(File, FileStatus&) = 0;
    virtual int status(const std::filesystem::path&, FileStatus&) = 0;      // of a link: of where it leads
    virtual int link_status(const std::filesystem::path&, FileStatus&) = 0; // of a link: of itself
    virtual int real_path(const std::filesystem::path&, std::filesystem::path& real) = 0;
    virtual int rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0; // replaces
    virtual int exchange(const std::filesystem::path&, const std::filesystem::path&) = 0; // not every file system can
    virtual int remove(const std::filesystem::path&) = 0;
    virtual int make_folder(const std::filesystem::path&) = 0; // 0700; its parent must be there
    virtual int list(const std::filesystem::path& folder, std::vector<std::string>& names) = 0; // sorted
    virtual int sync_folder(const std::filesystem::path&) = 0;
};

Disk& real_disk(); // the one of this machine

// An open file that closes itself.
class OpenFile {
public:
    OpenFile() = default;
    OpenFile(Disk&, std::filesystem::path, OpenFor); // throws DiskError
    ~OpenFile() { close(); }
    OpenFile(OpenFile&&) noexcept;
    OpenFile& operator=(OpenFile&&) noexcept;

    bool is_open() const { return disk_ != nullptr; }
    const std::filesystem::path& path() const { return path_; }
    void call(std::filesystem::path renamed) { path_ = std::move(renamed); } // it was renamed while open
    Disk::File handle() const { return handle_; }
    FileStatus status() const;                       // the rest throw DiskError
    std::string read_all(std::uint64_t limit) const; // at most limit + 1 bytes, so that "more" can be told
    void write_all(std::string_view) const;
    void sync_data() const;
    void sync() const;
    void truncate(std::uint64_t bytes) const;
    bool try_lock() const; // false: another holds it; where there are no locks, nobody does
    void close();

private:
    Disk* disk_ = nullptr;
    std::filesystem::path path_;
    Disk::File handle_ = -1;
};

bool is_there(Disk&, const std::filesystem::path&); // anything at all, a dangling link too
std::optional<FileStatus> status_of(Disk&, const std::filesystem::path&);
void make_folders(Disk&, const std::filesystem::path&); // throws DiskError; those that are there are fine
std::vector<std::string> names_in_folder(Disk&, const std::filesystem::path&);             // empty when it is not there
void move_file(Disk&, const std::filesystem::path& from, const std::filesystem::path& to); // over folders' borders too
void remove_if_there(Disk&, const std::filesystem::path&) noexcept;
std::filesystem::path followed(Disk&, const std::filesystem::path&); // where a link leads; else the path itself
void sync_folder(Disk&, const std::filesystem::path&); // throws DiskError; a file system without such a thing is fine

// Replaces `path` whole or not at all: a new file beside it, written and synced, then renamed over it, then the folder
// synced. A link is followed once and stays a link. The mode of what was there is kept; a new file is 0600.
// `last_look` is given where the file lies that is about to go: what it throws ends it, and what it looked at stays or
// stands again. It is asked twice where the file system can make two files change places, so that nothing another program
// put there is lost, however late it came.
void replace_file(Disk&, const std::filesystem::path&, std::string_view bytes,
                  const std::function<void(const std::filesystem::path&)>& last_look = {});

} // namespace avow::storage
