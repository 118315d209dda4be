// What tests of storage begin with: a session in which every field says something, edits to make, a still world.
#pragma once

#include "session/history.hpp"
#include "storage/json.hpp"
#include "storage/session_store.hpp"

#include <catch2/catch_tostring.hpp>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

namespace avow::storage {

Session full_session(); // every field of every noun is set
History full_history(); // that session, a few steps on it, one undone
std::vector<Edit> one_of_each_edit();
Step say(const History&, const std::string& words); // the next statement, of the first participant
Session small_session();                            // two people, one statement

// A folder of the real disk that is gone after the test.
class PassingFolder {
public:
    PassingFolder();
    ~PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// Places, a clock and ids that a test rules; several of them are several computers or users.
struct World {
    explicit World(Disk& on, std::filesystem::path state = "/state", std::string host = "studio-2", int process = 100);
    Surroundings surroundings() const;

    Disk& disk;
    Places places;
    Machine machine;
    std::shared_ptr<std::atomic<std::int64_t>> now_ms;
    std::shared_ptr<std::atomic<int>> ids;
};

bool has_said(const Session&, const std::string& words);
std::string read_real(const std::filesystem::path&);
void write_real(const std::filesystem::path&, const std::string& bytes);

} // namespace avow::storage

// Two sessions that differ are told as JSON.
template <>
struct Catch::StringMaker<avow::Session> {
    static std::string convert(const avow::Session& session) {
        return avow::storage::to_json(session, avow::storage::Privacy::with_private);
    }
};
