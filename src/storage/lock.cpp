#include "storage/lock.hpp"

#include "storage/archive.hpp"
#include "storage/json_scan.hpp"
#include "storage/record.hpp"

#include <cstdlib>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_lock_bytes = 16'384;

// The same path gives the same name (FNV-1a, 64 bits); a shared name would only make one of two files wait.
std::string hash_of(const std::string& path) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return std::to_string(hash);
}

// Whole for whoever reads it, but not synced: a lock need not survive a power cut.
void write_lightly(Disk& disk, const fs::path& path, const std::string& bytes, const std::string& instance) {
    const fs::path beside = path.parent_path() / (".avow-lock-" + instance + ".tmp");
    remove_if_there(disk, beside);
    OpenFile file(disk, beside, OpenFor::creating);
    file.write_all(bytes);
    file.close();
    if (const int code = disk.rename(beside, path)) {
        remove_if_there(disk, beside);
        throw refused("write", path, code);
    }
}

} // namespace

std::string sentence_of(const Holder& holder) {
    return shown(holder.user) + " on " + shown(holder.host) + ", since " + clock_time(holder.since);
}

SessionLock::SessionLock(Disk& disk, Places places, Machine machine, fs::path session_file, std::string instance)
    : disk_(disk), places_(std::move(places)), machine_(std::move(machine)), session_file_(std::move(session_file)),
      instance_(std::move(instance)) {}

fs::path SessionLock::visible_path() const {
    return session_file_.parent_path() / (".~lock." + session_file_.filename().string() + "#");
}

fs::path SessionLock::sidecar_path() const { return places_.locks() / (hash_of(session_file_.string()) + ".lock"); }

std::optional<Holder> SessionLock::read_holder(const fs::path& path) const {
    try {
        const std::optional<FileStatus> status = status_of(disk_, path);
        if (!status || status->kind != FileKind::file) return std::nullopt;
        const std::string bytes = OpenFile(disk_, path, OpenFor::reading).read_all(most_lock_bytes);
        const std::vector<Record> records = records_of(bytes);
        Scanned scanned;
        if (records.empty() || !records[0].is_sound || scan(records[0].json, scanned)) return std::nullopt;
        return holder_from(scanned);
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

bool SessionLock::is_stale(const Holder& holder, Moment now) const {
    if (holder.host == machine_.host && !machine_.is_running(holder.process)) return true;
    return std::abs(now.unix_ms - holder.beat.unix_ms) > std::int64_t{stale_after_s} * 1000;
}

// False: another process of this user and machine holds it. Where no sidecar can be made, nobody is kept out by it.
bool SessionLock::lock_sidecar() {
    if (sidecar_.is_open() || places_.state.empty()) return true;
    try {
        make_folders(disk_, places_.locks());
        OpenFile sidecar(disk_, sidecar_path(), OpenFor::locking);
        if (!sidecar.try_lock()) return false;
        sidecar_ = std::move(sidecar);
    } catch (const DiskError&) {
        return true;
    }
    return true;
}

bool SessionLock::acquire(Moment now) {
    const std::optional<Holder> visible = read_holder(visible_path());
    if (!lock_sidecar()) {
        holder_ = visible ? visible : read_holder(sidecar_path());
        if (!holder_) holder_ = Holder{machine_.host, "another Avow", 0, "", now, now};
        return false;
    }
    // The same instance wrote the sidecar, and its lock on that is gone: it is dead, whatever its process number says.
    const std::optional<Holder> beside = read_holder(sidecar_path());
    const bool is_dead = visible && sidecar_.is_open() && beside && beside->instance == visible->instance;
    if (visible && visible->instance != instance_ && !is_dead && !is_stale(*visible, now)) {
        holder_ = visible;
        sidecar_.close();
        return false;
    }
    since_ = now;
    is_held_ = true;
    holder_.reset();
    announce(now);
    return true;
}

void SessionLock::take(Moment now) {
    lock_sidecar(); // if the holder is gone; else at a later beat
    since_ = now;
    is_held_ = true;
    holder_.reset();
    announce(now);
}

bool SessionLock::still_ours(Moment now) {
    if (!is_held_) return false;
    for (const fs::path& path : {visible_path(), sidecar_path()}) {
        const std::optional<Holder> told = read_holder(path);
        if (!told || told->instance == instance_) continue;
        if (told->since < since_ && is_stale(*told, now)) {
            continue;
        } // of before us
        holder_ = told;
        is_held_ = false;
        sidecar_.close();
        return false;
    }
    return true;
}

void SessionLock::beat(Moment now) {
    if (!is_held_ || std::abs(now.unix_ms - last_beat_.unix_ms) < std::int64_t{heartbeat_s} * 1000) return;
    lock_sidecar();
    announce(now);
}

// A lock that cannot be written keeps nobody out; two who write are merged by id.
void SessionLock::announce(Moment now) {
    last_beat_ = now;
    const Holder self{machine_.host, machine_.user, machine_.process, instance_, since_, now};
    const std::string line = framed(json_of(self));
    try {
        write_lightly(disk_, visible_path(), line, instance_);
    } catch (const DiskError&) {
    }
    if (places_.state.empty()) return;
    try { // in place: the lock is on this inode
        OpenFile sidecar(disk_, sidecar_path(), OpenFor::locking);
        sidecar.truncate(0);
        sidecar.write_all(line);
    } catch (const DiskError&) {
    }
}

void SessionLock::release() noexcept {
    if (is_held_) {
        const std::optional<Holder> told = read_holder(visible_path());
        if (told && told->instance == instance_) remove_if_there(disk_, visible_path());
    }
    is_held_ = false;
    sidecar_.close();
}

} // namespace avow::storage
