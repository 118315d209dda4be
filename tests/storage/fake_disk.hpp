// A disk in memory that does as it is told: fails at the n-th call once or for ever, writes half, is slow to sync, and
// can say what would be left of it if the power went now.
#pragma once

#include "storage/disk.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace avow::storage {

class FakeDisk final : public Disk {
public:
    FakeDisk();

    // --- what a test arranges -------------------------------------------------------------------------------------
    struct Fault {
        std::size_t at = 0; // the call it begins with, from 1; 0: never
        int code = 0;       // 0: writes are short instead
        bool is_for_ever = false;
        std::string only;       // a call's name ("write"); empty: any call that changes something
        std::string only_below; // a folder
        bool is_torn = false;   // of a write: half of it is done, then it is refused
    };
    void fail(Fault fault);
    void heal() { fail({}); }
    std::size_t calls() const;              // that could have failed, since the last fail()
    std::vector<std::string> trace() const; // "rename /a -> /b"
    void be_slow_to_sync(std::chrono::milliseconds delay) { sync_delay_ = delay; }
    std::function<void()> after_each_call; // of those that change something
    std::function<void()> before_exchange; // when the last look is over
    enum class Exchanging { done, refused, as_rename };
    Exchanging exchanging = Exchanging::done;

    void put(const std::filesystem::path&, std::string bytes); // at once, and safe
    std::string content(const std::filesystem::path&) const;   // empty when not there
    bool has(const std::filesystem::path&) const;
    std::vector<std::filesystem::path> files_below(const std::filesystem::path&) const;
    void set_mode_of(const std::filesystem::path&, unsigned mode);
    unsigned mode_of(const std::filesystem::path&) const;
    void make_unwritable(const std::filesystem::path& folder, int code); // nothing can be made, renamed, removed in it
    void make_writable(const std::filesystem::path& folder);
    void remove_folder(const std::filesystem::path&);
    void set_room(std::uint64_t bytes) { room_ = bytes; } // for all files together
    // As when the process is killed: what was written stays, locks are gone, and no destructor has a say.
    template <class T>
    void kill(std::unique_ptr<T>& owner) {
        is_dead_ = true;
        owner.reset();
        close_all();
        is_dead_ = false;
    }
    void close_all();

    // Every state the disk could be found in if the power went now: each file's unsynced bytes kept, half kept, lost or
    // zeros; each folder's unsynced names kept or lost.
    std::vector<std::map<std::filesystem::path, std::string>> crash_states() const;

    // --- Disk -----------------------------------------------------------------------------------------------------
    using Disk::status;
    int open(const std::filesystem::path&, OpenFor, File&) override;
    int read(File, char*, std::size_t, std::size_t&) override;
    int write(File, std::string_view, std::size_t&) override;
    int sync_data(File) override;
    int sync(File) override;
    int truncate(File, std::uint64_t) override;
    int set_mode(File, unsigned) override;
    int lock(File) override;
    void close(File) override;
    int status(File, FileStatus&) override;
    int status(const std::filesystem::path&, FileStatus&) override;
    int link_status(const std::filesystem::path&, FileStatus&) override;
    int real_path(const std::filesystem::path&, std::filesystem::path&) override;
    int rename(const std::filesystem::path&, const std::filesystem::path&) override;
    int exchange(const std::filesystem::path&, const std::filesystem::path&) override;
    int remove(const std::filesystem::path&) override;
    int make_folder(const std::filesystem::path&) override;
    int list(const std::filesystem::path&, std::vector<std::string>&) override;
    int sync_folder(const std::filesystem::path&) override;

private:
    struct Node {
        FileKind kind = FileKind::file;
        std::string bytes;
        std::string safe; // what a power cut leaves
        std::uint64_t inode = 0;
        std::int64_t modified_ns = 0;
        unsigned mode = 0600;
        File locked_by = -1;
    };
    struct Opened {
        std::shared_ptr<Node> node;
        std::size_t at = 0;
        bool is_appending = false;
        std::filesystem::path path;
    };
    using Names = std::map<std::filesystem::path, std::shared_ptr<Node>>;

    int fault(const std::string& call, const std::filesystem::path&, bool* is_short = nullptr);
    int not_writable(const std::filesystem::path& folder) const;
    int fill_status(const std::shared_ptr<Node>&, FileStatus&) const;
    std::shared_ptr<Node> find(const std::filesystem::path&) const;
    void touch(Node&);
    void told(std::unique_lock<std::recursive_mutex>&);

    mutable std::recursive_mutex mutex_;
    Names names_;
    Names safe_names_;
    std::map<File, Opened> open_;
    std::map<std::filesystem::path, int> unwritable_;
    Fault fault_;
    std::size_t calls_ = 0;
    std::vector<std::string> trace_;
    bool is_dead_ = false;
    std::atomic<std::chrono::milliseconds> sync_delay_{std::chrono::milliseconds(0)};
    std::uint64_t room_ = UINT64_MAX;
    File next_file_ = 3;
    std::uint64_t next_inode_ = 1;
    std::int64_t next_time_ns_ = 1'795'271'762'000'000'000;
};

} // namespace avow::storage
