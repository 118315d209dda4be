// A disk that takes its time: what is done below MOUNT is done in FOLDER, but making anything safe takes SYNC_MS and each
// write WRITE_MS, as on a network share at its worst. In FUSE, in the foreground, until it is unmounted.
//     slow_disk FOLDER SYNC_MS WRITE_MS MOUNT
#define FUSE_USE_VERSION 31
#include <dirent.h>
#include <fcntl.h>
#include <fuse.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

namespace {

std::string folder; // what stands behind the mount; set once, before anything is asked
std::chrono::milliseconds for_a_sync{0};
std::chrono::milliseconds for_a_write{0};

std::string behind(const char* path) { return folder + path; }
int answer(long long result) { return result < 0 ? -errno : static_cast<int>(result); }
int handle(const fuse_file_info* file) { return static_cast<int>(file->fh); }

int get_status(const char* path, struct stat* status, fuse_file_info*) {
    return answer(::lstat(behind(path).c_str(), status));
}
int list(const char* path, void* names, fuse_fill_dir_t add, off_t, fuse_file_info*, fuse_readdir_flags) {
    DIR* open_folder = ::opendir(behind(path).c_str());
    if (open_folder == nullptr) return -errno;
    while (const dirent* entry = ::readdir(open_folder)) add(names, entry->d_name, nullptr, 0, {});
    ::closedir(open_folder);
    return 0;
}
int open_file(const char* path, fuse_file_info* file) {
    const int opened = ::open(behind(path).c_str(), file->flags & ~O_NONBLOCK);
    if (opened < 0) return -errno;
    file->fh = static_cast<std::uint64_t>(opened);
    return 0;
}
int create(const char* path, mode_t mode, fuse_file_info* file) {
    const int opened = ::open(behind(path).c_str(), file->flags & ~O_NONBLOCK, mode);
    if (opened < 0) return -errno;
    file->fh = static_cast<std::uint64_t>(opened);
    return 0;
}
int read_bytes(const char*, char* into, std::size_t room, off_t at, fuse_file_info* file) {
    return answer(::pread(handle(file), into, room, at));
}
int write_bytes(const char*, const char* bytes, std::size_t count, off_t at, fuse_file_info* file) {
    std::this_thread::sleep_for(for_a_write);
    return answer(::pwrite(handle(file), bytes, count, at));
}
int sync(const char*, int, fuse_file_info* file) {
    std::this_thread::sleep_for(for_a_sync);
    return answer(::fsync(handle(file)));
}
int sync_folder(const char*, int, fuse_file_info*) {
    std::this_thread::sleep_for(for_a_sync);
    return 0;
}
int release(const char*, fuse_file_info* file) { return answer(::close(handle(file))); }
int rename_to(const char* from, const char* to, unsigned how) {
    return answer(::renameat2(AT_FDCWD, behind(from).c_str(), AT_FDCWD, behind(to).c_str(), how));
}
int remove_file(const char* path) { return answer(::unlink(behind(path).c_str())); }
int remove_folder(const char* path) { return answer(::rmdir(behind(path).c_str())); }
int make_folder(const char* path, mode_t mode) { return answer(::mkdir(behind(path).c_str(), mode)); }
int truncate(const char* path, off_t bytes, fuse_file_info*) { return answer(::truncate(behind(path).c_str(), bytes)); }
int set_mode(const char* path, mode_t mode, fuse_file_info*) { return answer(::chmod(behind(path).c_str(), mode)); }
int set_times(const char* path, const timespec times[2], fuse_file_info*) {
    return answer(::utimensat(AT_FDCWD, behind(path).c_str(), times, AT_SYMLINK_NOFOLLOW));
}
int room_left(const char* path, struct statvfs* status) { return answer(::statvfs(behind(path).c_str(), status)); }

} // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::fprintf(stderr, "usage: %s FOLDER SYNC_MS WRITE_MS MOUNT\n", words[0]);
        return 2;
    }
    folder = words[1];
    for_a_sync = std::chrono::milliseconds(std::atoi(words[2]));
    for_a_write = std::chrono::milliseconds(std::atoi(words[3]));
    fuse_operations operations{};
    operations.getattr = get_status;
    operations.readdir = list;
    operations.open = open_file;
    operations.create = create;
    operations.read = read_bytes;
    operations.write = write_bytes;
    operations.fsync = sync;
    operations.fsyncdir = sync_folder;
    operations.release = release;
    operations.rename = rename_to;
    operations.unlink = remove_file;
    operations.rmdir = remove_folder;
    operations.mkdir = make_folder;
    operations.truncate = truncate;
    operations.chmod = set_mode;
    operations.utimens = set_times;
    operations.statfs = room_left;
    char in_the_foreground[] = "-f";
    char* arguments[] = {words[0], in_the_foreground, words[4], nullptr};
    return fuse_main(3, arguments, &operations, nullptr);
}
