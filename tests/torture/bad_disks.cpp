// Disks that run full, turn read-only, or are taken away in mid-meeting and brought back.
#include "given.hpp"
#include "support/sample.hpp"
#include "work.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fmt/format.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

using namespace avow;
using namespace avow::storage;
using namespace avow::torture;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

// A small disk in memory, mounted; gone afterwards.
class SmallDisk {
public:
    SmallDisk(const fs::path& at, const std::string& size) : at_(at) {
        fs::create_directories(at_);
        is_made_ = ::mount("tmpfs", at_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
    }
    ~SmallDisk() { ::umount2(at_.c_str(), MNT_DETACH); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_made() const { return is_made_; }
    bool resize(const std::string& size) const {
        return ::mount("tmpfs", at_.c_str(), "tmpfs", MS_REMOUNT, ("size=" + size).c_str()) == 0;
    }
    bool make_read_only(bool is_so) const {
        return ::mount(nullptr, at_.c_str(), nullptr, MS_REMOUNT | MS_BIND | (is_so ? MS_RDONLY : 0), nullptr) == 0;
    }

private:
    fs::path at_;
    bool is_made_ = false;
};

// Two people and a session that fits on any disk.
void prepare_small(const Site& site) {
    fs::create_directories(site.sessions());
    Session session = session_of({"Ana", "Bo"});
    session.id = {"small"};
    session.date = {2026, 11, 21};
    write_session(real_disk(), site.file(), History(session));
}

struct Meeting {
    Site site;
    SessionStore::Opened opened;
    History history;
    std::vector<std::string> given;

    explicit Meeting(const Site& at) : site(at), opened(SessionStore::open(at.surroundings(), at.file())) {
        history = std::move(opened.history);
    }
    Keeping say(const std::string& words) {
        const std::string id = fmt::format("said{}", given.size());
        const Moment at{1'795'271'860'000 + static_cast<std::int64_t>(given.size()) * 1'000};
        const Step step{
            {"step" + id}, "said", at, {SayStatement{{id}, history.now().participants.front().id, words, at}}};
        given.push_back(step.id.text);
        opened.store->append(history.act(step));
        return opened.store->settle(5'000);
    }
    template <class Asked>
    bool soon(Asked&& asked) {
        for (int i = 0; i < 800; ++i) {
            if (asked(opened.store->keeping())) return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
    bool is_saved() {
        opened.store->save_soon();
        return soon([](const Keeping& keeping) { return keeping.file_current; });
    }
    std::string told_when_saved() { // of the trouble there is; empty: none came up
        opened.store->save_soon();
        soon([](const Keeping& keeping) { return !keeping.notice.empty(); });
        return opened.store->keeping().notice;
    }
    bool is_all_well() {
        opened.store->retry();
        return soon([](const Keeping& keeping) {
            return keeping.unkept == 0 && keeping.notice.empty() && keeping.file_current;
        });
    }
    void close_and_look(Toll& toll) {
        opened.store->close();
        toll.look_at(site, given);
        CHECK(toll.lost == 0);
        CHECK(toll.destroyed == 0);
        CHECK(read_file(real_disk(), site.file()).history.now() == history.now());
    }
};

} // namespace

TEST_CASE("64 KiB and no more: what was kept is found, what was not is counted, and room that is made takes all") {
    const storage::PassingFolder folder;
    Toll toll;
    for (int round = 0; round < rounds(2, 40); ++round) {
        const SmallDisk disk(folder.path() / "small", "64k");
        if (!disk.is_made()) SKIP("no tmpfs can be mounted here: " << std::strerror(errno));
        const Site site{folder.path() / "small"};
        prepare_small(site);
        Meeting meeting(site);
        Keeping keeping;
        const std::size_t longest = 60 + static_cast<std::size_t>(round) * 40; // it runs full at other places
        while (meeting.given.size() < 1'000 && keeping.notice.empty()) keeping = meeting.say(std::string(longest, 'x'));
        CHECK_THAT(keeping.notice, ContainsSubstring("the disk is full"));
        for (int more = 0; more < 3; ++more) keeping = meeting.say("after it was full");
        CHECK(keeping.unkept >= 3);
        CHECK_THAT(keeping.notice, ContainsSubstring("in memory only"));
        const auto kept = static_cast<std::ptrdiff_t>(meeting.given.size() - keeping.unkept);
        toll.look_at(site, {meeting.given.begin(), meeting.given.begin() + kept}); // were it killed now
        REQUIRE(disk.resize("8m"));
        CHECK(meeting.is_all_well());
        meeting.close_and_look(toll);
    }
    toll.tell("a disk of 64 KiB");
}

TEST_CASE("a disk that turns read-only in mid-meeting: said, and all is there when it can be written again") {
    const storage::PassingFolder folder;
    Toll toll;
    for (int round = 0; round < rounds(2, 40); ++round) {
        const Site site{folder.path() / std::to_string(round)};
        fs::create_directories(site.sessions());
        const SmallDisk disk(site.sessions(), "8m");
        if (!disk.is_made()) SKIP("no tmpfs can be mounted here: " << std::strerror(errno));
        prepare_small(site);
        Meeting meeting(site);
        CHECK(meeting.say("before").unkept == 0);
        CHECK(meeting.is_saved());
        REQUIRE(disk.make_read_only(true));
        CHECK(meeting.say("while it is read-only").unkept == 0);
        CHECK_THAT(meeting.told_when_saved(), ContainsSubstring("can only be read"));
        toll.look_at(site, meeting.given);
        REQUIRE(disk.make_read_only(false));
        CHECK(meeting.is_all_well());
        meeting.close_and_look(toll);
    }
    toll.tell("a disk that turns read-only");
}

TEST_CASE("a folder that is taken away and brought back: nothing is made in its place, and all is there again") {
    const storage::PassingFolder folder;
    Toll toll;
    for (int round = 0; round < rounds(2, 50); ++round) {
        const Site site{folder.path() / std::to_string(round)};
        prepare_small(site);
        Meeting meeting(site);
        CHECK(meeting.say("before").unkept == 0);
        const fs::path away = site.folder / "away";
        fs::rename(site.sessions(), away);
        CHECK(meeting.say("while it is away").unkept == 0);
        CHECK_THAT(meeting.told_when_saved(), ContainsSubstring("not there"));
        CHECK_FALSE(fs::exists(site.sessions()));
        fs::rename(away, site.sessions());
        CHECK(meeting.say("it is back").unkept == 0);
        CHECK(meeting.is_all_well());
        meeting.close_and_look(toll);
    }
    toll.tell("a folder taken away");
}

TEST_CASE("the state folder is taken away: the meeting goes on beside the session") {
    const storage::PassingFolder folder;
    Toll toll;
    for (int round = 0; round < rounds(2, 50); ++round) {
        const Site site{folder.path() / std::to_string(round)};
        prepare_small(site);
        {
            Meeting meeting(site);
            CHECK(meeting.say("before").unkept == 0);
            fs::remove_all(site.state());
            fs::create_directories(site.state().parent_path());
            storage::write_session(real_disk(), site.folder / "in-its-place", History(session_of({"Ana"})));
            fs::rename(site.folder / "in-its-place", site.state()); // a file where the folder was
            for (int i = 0; i < 3; ++i) meeting.say("after");
            CHECK(meeting.is_saved());
            meeting.close_and_look(toll);
        }
    }
    toll.tell("the state folder taken away");
}
