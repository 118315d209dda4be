#include "storage/listing.hpp"

#include "storage/cache_file.hpp"
#include "storage/remembered.hpp"
#include "storage/side_by_side.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace avow::storage {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t files_at_once = 128; // so often it can be given up
constexpr std::size_t looks_at_once = 1024;

struct ToList {
    std::string name;
    std::optional<FileStatus> status; // from before it is read
};

// A clock that goes in steps gives two changes the same time; only a time that is well past is not given again. Two
// seconds are FAT's step.
bool is_well_past(std::int64_t modified_ns) {
    using namespace std::chrono;
    const auto now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
    return modified_ns < now - 2'000'000'000;
}

class Listing {
public:
    Listing(Disk& disk, const Places& places, const fs::path& folder, const WatchListing& watch)
        : disk_(disk), folder_(folder), watch_(watch), remembered_(disk, cache_file_of(disk, places, folder, "listed")),
          names_(names_in_folder(disk, folder)) {}

    std::vector<Listed> all() {
        if (take_known()) read_others();
        newest_first(all_);
        return std::move(all_);
    }

private:
    bool take_known();
    void read_others();
    void keep(const std::vector<Listed>& batch, std::size_t from);
    void add(Listed, const std::string& name);
    bool goes_on(std::size_t files) const { return !watch_ || watch_({all_.size(), files}, all_); }

    Disk& disk_;
    fs::path folder_;
    const WatchListing& watch_;
    Remembered remembered_;
    std::vector<std::string> names_; // whatever lies in the folder
    std::vector<ToList> to_read_;
    std::vector<Listed> all_;
};

void Listing::add(Listed listed, const std::string& name) {
    listed.path = folder_ / name;
    listed.is_conflict_copy = is_conflict_name(name, names_);
    all_.push_back(std::move(listed));
}

bool Listing::take_known() {
    auto known = remembered_.files();
    const auto files = static_cast<std::size_t>(std::ranges::count_if(names_, is_session_name));
    for (const auto& name : names_) {
        if (!is_session_name(name)) continue;
        auto status = status_of(disk_, folder_ / name);
        auto before = known.extract(name);
        const bool is_known =
            before && status && status->kind == FileKind::file && is_same(before.mapped().status, *status);
        if (is_known)
            add(std::move(before.mapped().listed), name);
        else
            to_read_.push_back({name, status});
        if ((all_.size() + to_read_.size()) % looks_at_once == 0 && !goes_on(files)) return false;
    }
    std::vector<std::string> gone;
    for (const auto& [name, file] : known) gone.push_back(name);
    remembered_.forget(gone);
    return true;
}

void Listing::read_others() {
    const auto files = all_.size() + to_read_.size();
    for (std::size_t from = 0; from < to_read_.size() && goes_on(files); from += files_at_once) {
        std::vector<Listed> batch(std::min(files_at_once, to_read_.size() - from));
        side_by_side(batch.size(),
                     [&](std::size_t one) { batch[one] = list_session(disk_, folder_ / to_read_[from + one].name); });
        keep(batch, from);
        for (std::size_t one = 0; one < batch.size(); ++one) add(std::move(batch[one]), to_read_[from + one].name);
    }
}

// What can't be read is read again each time: why it can't may be over without a change of the file.
void Listing::keep(const std::vector<Listed>& batch, std::size_t from) {
    std::map<std::string, Remembered::File> files;
    for (std::size_t one = 0; one < batch.size(); ++one) {
        const auto& [name, status] = to_read_[from + one];
        const bool is_sound = batch[one].damage.empty() && status && status->kind == FileKind::file;
        if (is_sound && is_well_past(status->modified_ns)) files.emplace(name, Remembered::File{*status, batch[one]});
    }
    remembered_.keep(files);
}

} // namespace

std::vector<Listed> list_sessions(Disk& disk, const Places& places, const fs::path& folder, const WatchListing& watch) {
    return Listing(disk, places, folder, watch).all();
}

} // namespace avow::storage
