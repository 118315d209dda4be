// The power goes: a file system of its own in a loop device is shut down in mid-work, as if the machine had lost its power,
// then mounted again and its own journal replayed.
#include "given.hpp"
#include "storage/library.hpp"
#include "work.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <thread>

using namespace avow;
using namespace avow::torture;

namespace {

namespace fs = std::filesystem;

constexpr unsigned long shut_down = _IOR('X', 125, std::uint32_t); // ext4 and xfs know the same call
constexpr std::uint32_t without_flushing = 2;                      // of their log

// Also what only root has on its path.
bool runs(const std::string& command) {
    return std::system(("PATH=$PATH:/usr/sbin:/sbin; { " + command + "; } >/dev/null 2>&1").c_str()) == 0;
}

// A file system in a file, mounted; gone afterwards. The mount program is asked, since it sees to the loop device.
class LoopDisk {
public:
    LoopDisk(const fs::path& folder, const std::string& kind) : image_(folder / (kind + ".img")), at_(folder / kind) {
        fs::create_directories(at_);
        const std::uintmax_t bytes = kind == "xfs" ? 320u << 20 : 96u << 20; // xfs takes no less than 300 MiB
        std::ofstream(image_).close();
        fs::resize_file(image_, bytes);
        const std::string make = kind == "xfs" ? "mkfs.xfs -q -f " : "mkfs.ext4 -q -F ";
        is_made_ = runs(make + "'" + image_.string() + "'") && mount();
    }
    ~LoopDisk() { runs("umount -l '" + at_.string() + "'"); }
    LoopDisk(const LoopDisk&) = delete;
    LoopDisk& operator=(const LoopDisk&) = delete;

    bool is_made() const { return is_made_; }
    const fs::path& path() const { return at_; }
    bool lose_power() const {
        const int folder = ::open(at_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        std::uint32_t how = without_flushing;
        const bool is_cut = ::ioctl(folder, shut_down, &how) == 0;
        ::close(folder);
        return is_cut;
    }
    bool come_back() const {
        for (int i = 0; i < 100; ++i) { // it is busy until the dead let go
            if (::umount(at_.c_str()) == 0) return mount();
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

private:
    bool mount() const { return runs("mount -o loop '" + image_.string() + "' '" + at_.string() + "'"); }

    fs::path image_;
    fs::path at_;
    bool is_made_ = false;
};

// What is found of sessions that were begun in this round and have no agreed name.
std::set<std::string> entries_below(const Site& site) {
    std::set<std::string> ids;
    const auto add = [&](const fs::path& path) {
        try {
            ids.merge(entries_of(storage::read_session(storage::real_disk(), path, {site.state()}).history));
        } catch (const std::runtime_error&) {
        } // told as lost, if anything of it was acknowledged
    };
    for (const fs::path& file : storage::session_files(storage::real_disk(), site.sessions())) add(file);
    for (const storage::Listed& orphan : storage::journals_without_file(storage::real_disk(), {site.state()}))
        add(orphan.path);
    return ids;
}

void cut(const std::string& kind, Busy busy, int cuts) {
    const storage::PassingFolder folder;
    const LoopDisk disk(folder.path(), kind);
    if (!disk.is_made()) SKIP("no " << kind << " can be mounted from a file here: " << std::strerror(errno));
    const Site site{disk.path() / "avow"};
    std::mt19937 dice(20261129);
    Toll toll;
    std::vector<std::string> acknowledged;
    for (int round = 0; round < cuts; ++round) {
        CAPTURE(kind, name_of(busy), round);
        if (busy == Busy::first_save || round % 8 == 0) {
            prepare(site);
            if (busy == Busy::first_save) fs::remove(site.file());
            ::sync();
            acknowledged.clear();
        }
        Worker worker(site, busy, round);
        REQUIRE(worker.wait_until_open());
        const unsigned longest_us = busy == Busy::compaction ? 400'000 : busy == Busy::first_save ? 30'000 : 60'000;
        std::this_thread::sleep_for(std::chrono::microseconds(dice() % longest_us));
        const auto cut = std::chrono::steady_clock::now();
        if (!disk.lose_power()) SKIP(kind << " can't be shut down here: " << std::strerror(errno));
        worker.kill();
        for (std::string& id : worker.acknowledged_before(cut)) acknowledged.push_back(std::move(id));
        REQUIRE(disk.come_back());
        if (busy == Busy::first_save) {
            ++toll.blows;
            toll.acknowledged += acknowledged.size();
            const auto there = entries_below(site);
            for (const std::string& id : acknowledged) toll.lost += there.contains(id) ? 0 : 1;
        } else {
            toll.look_at(site, acknowledged);
        }
        REQUIRE(toll.lost == 0);
        REQUIRE(toll.destroyed == 0);
    }
    toll.tell(fmt::format("power cut on {}: {}", kind, name_of(busy)));
}

} // namespace

TEST_CASE("when the power goes on ext4, what was acknowledged is found") {
    for (const Busy busy : {Busy::capture, Busy::undo, Busy::compaction, Busy::first_save})
        cut("ext4", busy, rounds(3, 200));
}

TEST_CASE("when the power goes on xfs, what was acknowledged is found") {
    for (const Busy busy : {Busy::capture, Busy::undo, Busy::compaction, Busy::first_save})
        cut("xfs", busy, rounds(3, 200));
}
