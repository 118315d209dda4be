// What it costs to keep an edit: from Desk's append to the writer thread's word that it is synced, beside a raw append and
// fdatasync of as many bytes to a file in the same folder. The two take turns in blocks, so that a busy moment of the disk
// falls on both. Prints microseconds and the ratio; and what append() itself took, which is all that the screen waits for.
//   bench_edit_to_durable [FOLDER]
#include "storage/session_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace avow;

double us_since(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

double percentile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

Moment now() {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

std::string next_id() {
    static int number = 0;
    return "id" + std::to_string(++number);
}

History workshop(int statements) {
    Session session;
    session.id = SessionId{"bench"};
    session.date = {2026, 11, 21};
    History history(session);
    history.act({StepId{next_id()}, "welcomed Ana", now(), {WelcomeParticipant{ParticipantId{"ana"}, "Ana", ""}}});
    for (int i = 0; i < statements; ++i)
        history.act({StepId{next_id()},
                     "Ana said something",
                     now(),
                     {SayStatement{AccountabilityId{next_id()}, ParticipantId{"ana"},
                                   "I call every customer back, number " + std::to_string(i), now()}}});
    return history;
}

void compare(const std::filesystem::path& folder, int statements) {
    constexpr int blocks = 8, edits_a_block = 50;
    constexpr std::chrono::milliseconds pause{5}; // nobody speaks faster: what follows a sync is over by then
    std::mutex mutex;
    std::condition_variable woken;
    storage::Surroundings around{
        storage::real_disk(), storage::Places{folder / "state"}, storage::this_machine(), now, next_id, [&] {
            { const std::lock_guard lock(mutex); } // whoever is about to wait has begun to
            woken.notify_all();
        }};
    auto opened = storage::SessionStore::create(around, folder / ("of " + std::to_string(statements) + ".avow"),
                                                workshop(statements));
    auto& history = opened.history;
    const int floor_file = ::open((folder / "floor").c_str(), O_CREAT | O_APPEND | O_WRONLY, 0600);
    std::vector<double> kept, floor, handed_over;
    const std::string record(330, 'x'); // the bytes of one statement's line
    for (int block = 0; block < blocks; ++block) {
        for (int i = 0; i < edits_a_block; ++i) {
            const auto& entry = history.act({StepId{next_id()},
                                             "Ana said “I ring back within the hour”",
                                             now(),
                                             {SayStatement{AccountabilityId{next_id()}, ParticipantId{"ana"},
                                                           "I ring back within the hour", now()}}});
            const auto wanted = opened.store->keeping().acted + 1;
            const auto start = Clock::now();
            opened.store->append(entry);
            handed_over.push_back(us_since(start));
            std::unique_lock lock(mutex);
            woken.wait_for(lock, std::chrono::seconds(5), [&] { return opened.store->keeping().kept >= wanted; });
            kept.push_back(us_since(start));
            lock.unlock();
            std::this_thread::sleep_for(pause);
        }
        for (int i = 0; i < edits_a_block; ++i) {
            const auto start = Clock::now();
            if (::write(floor_file, record.data(), record.size()) < 0 || ::fdatasync(floor_file) != 0) std::abort();
            floor.push_back(us_since(start));
            std::this_thread::sleep_for(pause);
        }
    }
    ::close(floor_file);
    opened.store->close();
    std::printf("%5d statements  edit kept p50 %7.0f us  p95 %7.0f us  p99 %7.0f us   floor p50 %7.0f us  p95 %7.0f us "
                " p99 %7.0f us"
                "   ratio p50 %.2f  p99 %.2f   append() p99 %.1f us\n",
                statements, percentile(kept, .5), percentile(kept, .95), percentile(kept, .99), percentile(floor, .5),
                percentile(floor, .95), percentile(floor, .99), percentile(kept, .5) / percentile(floor, .5),
                percentile(kept, .99) / percentile(floor, .99), percentile(handed_over, .99));
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder =
        (argc > 1 ? std::filesystem::path(argv[1]) : std::filesystem::current_path()) / "bench-edit-to-durable";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const int statements : {45, 300, 2000}) compare(folder, statements);
    std::filesystem::remove_all(folder);
}
