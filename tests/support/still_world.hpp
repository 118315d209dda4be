// A world that stands still: a folder that is gone after the test, a clock that moves when the test says so, ids that are
// the same in every run. Several desks may lie open in it, one after the other; what they kept stays.
#pragma once

#include "desk/desk.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace avow {

class StillWorld {
public:
    // The engine knows what a lexicon says (the folder assets/lexicon), or letters and stems alone. The people of a rehearsal
    // are those beside the lexicon, unless a test brings others. It lies below that folder, or where it is fastest.
    explicit StillWorld(const std::filesystem::path& lexicon = {}, const std::filesystem::path& below = {});
    ~StillWorld();
    StillWorld(const StillWorld&) = delete;
    StillWorld& operator=(const StillWorld&) = delete;

    desk::World for_desk() const;
    void rehearse_with(std::string text) { *rehearsal_ = std::move(text); }
    void pass_ms(std::int64_t ms) { *now_ms_ += ms; }
    Moment now() const { return {now_ms_->load()}; }
    std::filesystem::path folder() const { return folder_ / "sessions"; }
    void put(const std::string& name, const std::string& bytes) const; // a file in folder()
    void put_all_of(const std::filesystem::path& folder,
                    const std::string& only = {}) const; // its files, into folder()
    std::string read(const std::string& name) const;     // throws where there is none

private:
    std::filesystem::path folder_;
    themes::Knowledge knowledge_;
    std::shared_ptr<std::string> rehearsal_ = std::make_shared<std::string>();
    std::shared_ptr<std::atomic<std::int64_t>> now_ms_; // the writer's thread asks too
    std::shared_ptr<std::atomic<int>> ids_ = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<std::atomic<int>> writers_ids_ = std::make_shared<std::atomic<int>>(0);
};

// The words of a file, all of them. Throws std::runtime_error.
std::string words_of_file(const std::filesystem::path&);

} // namespace avow
