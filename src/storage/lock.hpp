// Who may write a session. Two locks, because neither is enough alone: a flock on a sidecar in the state folder (true at
// once, dies with its process, this machine only) and a visible file beside the session (other machines see it, with a
// heartbeat). The session file itself is never locked: a lock dies with the inode that a save replaces.
#pragma once

#include "session/date.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace avow::storage {

struct Holder {
    std::string host;
    std::string user;
    int process = 0;
    std::string instance;
    Moment since;
    Moment beat; // the last sign of life

    bool operator==(const Holder&) const = default;
};
std::string sentence_of(const Holder&); // "ana on studio-2, since 14:31"

inline constexpr int heartbeat_s = 10;
inline constexpr int stale_after_s = 60;

class SessionLock {
public:
    SessionLock(Disk&, Places, Machine, std::filesystem::path session_file, std::string instance);
    ~SessionLock() { release(); }
    SessionLock(const SessionLock&) = delete;
    SessionLock& operator=(const SessionLock&) = delete;

    // True: ours. False: holder() has it. A lock that cannot be made (a read-only folder) keeps nobody out.
    bool acquire(Moment now);
    void take(Moment now);       // whoever holds it; the other side notices at its next still_ours()
    bool still_ours(Moment now); // false once somebody took it: then holder() is they
    void beat(Moment now);       // a sign of life, when one is due
    void release() noexcept;

    bool is_held() const { return is_held_; }
    const std::optional<Holder>& holder() const { return holder_; } // the other one
    std::filesystem::path visible_path() const;
    std::filesystem::path sidecar_path() const;

private:
    bool lock_sidecar();
    std::optional<Holder> read_holder(const std::filesystem::path&) const;
    bool is_stale(const Holder&, Moment now) const;
    void announce(Moment now);

    Disk& disk_;
    Places places_;
    Machine machine_;
    std::filesystem::path session_file_;
    std::string instance_;
    OpenFile sidecar_;
    bool is_held_ = false;
    Moment since_;
    Moment last_beat_;
    std::optional<Holder> holder_;
};

} // namespace avow::storage
