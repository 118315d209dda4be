#include "storage/search.hpp"

#include "session/text.hpp"
#include "storage/cache_file.hpp"
#include "storage/library.hpp"
#include "storage/session_file.hpp"
#include "storage/side_by_side.hpp"
#include "storage/word_index.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t files_at_once = 512; // more are faster, and hold up longer whoever wants it to stop

fs::path path_of_bytes(const std::string& name) { return std::u8string(name.begin(), name.end()); }

// What lies in the folder goes by its name, and a journal by its path.
std::string name_of(const Listed& orphan) {
    return bytes_of_path(orphan.path == orphan.journal ? orphan.path : orphan.path.filename());
}

// A file to be laid into the index.
struct ToRead {
    std::string name;
    FileStatus status;
    bool has_journal = false; // by what is known of it; then its file is not all there is
    fs::path journal;         // it is only there, and a file of the session may yet be found in the folder
};

// What is to be done, found by looking at the folder.
struct Changes {
    std::vector<ToRead> to_read;
    std::vector<std::string> gone;
    std::size_t all = 0;
};

} // namespace

std::string sentence_of(const Progress& progress) {
    return "Reading " + grouped(progress.known) + " of " + grouped(progress.all) + " sessions";
}

struct Search::Index {
    Index(Disk& d, const Places& p, fs::path f) : disk(d), places(p), folder(std::move(f)) {}

    Disk& disk;
    Places places;
    fs::path folder;
    fs::path at;            // empty: in memory
    std::mutex one_refresh; // taken before the next two
    std::mutex laying;      // guards `words`; with `asking` all but `asked_words`
    std::mutex asking;      // guards `asked_words`
    std::optional<WordIndex> words;
    std::optional<WordIndex> asked_words; // the same seen through a door of its own; nothing where it lives in memory
    std::atomic<int> times_made_anew = 0; // changes, as `at` does, with both mutexes held
    int failures = 0;                     // since all was well
    std::atomic<std::size_t> files_read = 0;

    void open();
    void begin_anew(int begun);
    Changes changes(int begun);
    bool refresh(const Watch&);
    std::optional<bool> refresh_once(const Watch&, int begun);
    bool laid(const std::vector<WordIndex::Laid>&, const std::vector<std::string>& gone, int begun);
    std::vector<WordIndex::Laid> read_all(const std::vector<ToRead>&, std::size_t from) const;
    WordIndex::Laid read(const ToRead&) const;
    Session session_in(const ToRead&) const;

    // Whatever the index refuses, it is made anew from the files and asked once more; then in memory. Who asks waits for
    // nobody who lays in, but in memory.
    template <class Ask>
    auto asked(Ask ask) {
        while (true) {
            const int begun = times_made_anew;
            try {
                open();
                std::unique_lock lock(asking);
                if (asked_words) return ask(*asked_words);
                lock.unlock();
                const std::lock_guard alone(laying);
                if (words) return ask(*words);
            } catch (const DatabaseError&) {
                begin_anew(begun);
            }
            refresh({});
        }
    }
};

void Search::Index::open() {
    {
        const std::lock_guard lock(asking);
        if (asked_words) return;
    }
    const std::scoped_lock lock(laying, asking);
    if (words) return;
    words.emplace(at, WordIndex::Trust::nothing);
    if (!at.empty()) asked_words.emplace(at, WordIndex::Trust::all);
}

// Once, however many found it to be worth nothing.
void Search::Index::begin_anew(int begun) {
    const std::scoped_lock lock(laying, asking);
    if (begun != times_made_anew) return;
    words.reset();
    asked_words.reset();
    if (at.empty()) throw DatabaseError("The words of the sessions can't be looked through: no memory is left.");
    ++times_made_anew;
    if (++failures > 1) return at.clear();
    remove_database(disk, at);
}

Changes Search::Index::changes(int begun) {
    Changes changes;
    std::map<std::string, IndexedFile> known;
    open();
    {
        const std::lock_guard lock(laying);
        if (begun == times_made_anew) known = words->files();
    }
    const auto journals = places.state.empty() ? std::vector<std::string>{} : names_in_folder(disk, places.journals());
    const std::set<std::string> open_sessions(journals.begin(), journals.end());
    const auto look_at = [&](ToRead file, const fs::path& path) {
        ++changes.all;
        if (const auto status = status_of(disk, path)) file.status = *status;
        if (const auto of_known = known.extract(file.name)) {
            file.has_journal = open_sessions.contains(file_name_of(of_known.mapped().session.text));
            if (!file.has_journal && is_same(of_known.mapped().status, file.status)) return;
        }
        changes.to_read.push_back(std::move(file));
    };
    for (const auto& name : names_in_folder(disk, folder))
        if (is_session_name(name)) look_at({name, {}, false, {}}, folder / name);
    if (!journals.empty())
        for (const auto& orphan : journals_belonging_to(disk, places, folder))
            look_at({name_of(orphan), {}, false, orphan.journal}, orphan.journal);
    for (const auto& [name, file] : known) changes.gone.push_back(name);
    return changes;
}

Session Search::Index::session_in(const ToRead& file) const {
    if (!file.journal.empty()) return read_journal(disk, file.journal).history.now();
    const auto path = folder / path_of_bytes(file.name);
    if (file.status.kind != FileKind::file) throw FormatError(quoted(path) + " is not a file");
    if (!file.has_journal)
        if (auto session = session_at_a_glance(disk, path))
            if (places.state.empty() || !is_there(disk, places.journals(session->id))) return std::move(*session);
    return read_session(disk, path, places).history.now();
}

WordIndex::Laid Search::Index::read(const ToRead& file) const {
    WordIndex::Laid laid{{file.name, file.status, {}, {}, {}, !file.journal.empty()}, {}};
    try {
        const auto session = session_in(file);
        laid.file.session = session.id;
        laid.file.team = session.team;
        laid.days = days_of(session);
    } catch (const std::runtime_error& error) {
        laid.file.damage = error.what();
    }
    return laid;
}

std::vector<WordIndex::Laid> Search::Index::read_all(const std::vector<ToRead>& files, std::size_t from) const {
    std::vector<WordIndex::Laid> all(std::min(files_at_once, files.size() - from));
    side_by_side(all.size(), [&](std::size_t one) { all[one] = read(files[from + one]); });
    return all;
}

bool Search::Index::refresh(const Watch& watch) {
    const std::lock_guard alone(one_refresh);
    while (true) {
        const int begun = times_made_anew;
        try {
            if (const auto is_whole = refresh_once(watch, begun)) return *is_whole;
        } catch (const DatabaseError&) {
            begin_anew(begun);
        }
    }
}

// Some files are read while those before them are laid in. Nothing: a question that could not be answered had the index
// made anew meanwhile, and all is to be read again.
std::optional<bool> Search::Index::refresh_once(const Watch& watch, int begun) {
    const auto changes = this->changes(begun);
    const auto& files = changes.to_read;
    const auto goes_on = [&](std::size_t read) {
        return !watch || watch({changes.all - files.size() + read, changes.all});
    };
    files_read = 0;
    if (!changes.gone.empty() && !laid({}, changes.gone, begun)) return std::nullopt;
    if (!files.empty() && !goes_on(0)) return false;
    std::future<std::vector<WordIndex::Laid>> ahead;
    for (std::size_t from = 0; from < files.size(); from += files_at_once) {
        const auto batch = ahead.valid() ? ahead.get() : read_all(files, from);
        if (const auto next = from + files_at_once; next < files.size())
            ahead = std::async(std::launch::async, [&, next] { return read_all(files, next); });
        if (!laid(batch, {}, begun)) return std::nullopt;
        files_read += batch.size();
        if (!goes_on(from + batch.size())) return false;
    }
    const std::lock_guard lock(laying);
    failures = 0;
    return true;
}

// False: it is another index than the one begun with.
bool Search::Index::laid(const std::vector<WordIndex::Laid>& files, const std::vector<std::string>& gone, int begun) {
    const std::lock_guard lock(laying);
    if (begun != times_made_anew) return false;
    if (!gone.empty()) words->forget(gone);
    if (!files.empty()) words->lay_in(files);
    return true;
}

Search::Search(Disk& disk, const Places& places, fs::path folder)
    : index_(std::make_unique<Index>(disk, places, std::move(folder))) {
    index_->at = cache_file_of(disk, places, index_->folder, "words");
}

Search::~Search() = default;
Search::Search(Search&&) noexcept = default;

bool Search::refresh(const Watch& watch) { return index_->refresh(watch); }

std::vector<Hit> Search::find(std::string_view question, std::size_t most) {
    return index_->asked([&](WordIndex& words) {
        std::vector<Hit> hits;
        for (auto& [file, team, one] : words.find(question, most))
            hits.push_back({index_->folder / path_of_bytes(file), one.date, std::move(team), std::move(one.who),
                            std::move(one.kind), std::move(one.words), std::move(one.theme), std::move(one.item)});
        return hits;
    });
}

std::vector<Unlisted> Search::unlisted() {
    return index_->asked([&](WordIndex& words) {
        std::vector<Unlisted> all;
        for (auto& [name, file] : words.files())
            if (!file.damage.empty()) all.push_back({index_->folder / path_of_bytes(name), std::move(file.damage)});
        return all;
    });
}

std::size_t Search::files_read() const { return index_->files_read; }

} // namespace avow::storage
