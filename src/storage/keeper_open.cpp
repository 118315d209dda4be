// How a keeper finds its session: the file, the journals a crash left, and the lock.
#include "storage/archive.hpp"
#include "storage/keeper.hpp"
#include "storage/shelf.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

// A draft that has become a statement since is no draft any more.
bool was_said(const Session& session, const Draft& draft) {
    return draft.field.empty() && std::any_of(session.accountabilities.begin(), session.accountabilities.end(),
                                              [&](const Accountability& said) { return said.statement == draft.text; });
}

std::optional<Draft> without_said(const Session& session, Draft draft) {
    const auto is_over = [&](const Draft& one) { return one.text.empty() || was_said(session, one); };
    std::vector<Draft> beside = std::exchange(draft.beside, {});
    std::erase_if(beside, is_over);
    if (is_over(draft)) {
        if (beside.empty()) return std::nullopt;
        draft = std::move(beside.front());
        beside.erase(beside.begin());
    }
    draft.beside = std::move(beside);
    return draft;
}

} // namespace

std::unique_ptr<Keeper> Keeper::open(const Surroundings& around, const fs::path& path) {
    std::unique_ptr<Keeper> keeper(new Keeper(around, settled_path(around.disk, path)));
    keeper->find(path);
    return keeper;
}

std::unique_ptr<Keeper> Keeper::create(const Surroundings& around, const fs::path& path, History history) {
    std::unique_ptr<Keeper> keeper(new Keeper(around, settled_path(around.disk, path)));
    if (is_there(around.disk, path)) throw refused("make", path, EEXIST);
    keeper->history_ = std::move(history);
    keeper->is_held_ = keeper->lock_.acquire(around.clock());
    keeper->changed_at(std::chrono::steady_clock::now());
    return keeper;
}

// The lock first, then the file: else its holder could save between the two.
void Keeper::find(const fs::path& asked) {
    FileStatus status;
    const int code = around_.disk.status(file_.path(), status);
    if (code != ENOENT && (code != 0 || status.kind != FileKind::file))
        bytes_of(around_.disk, asked); // says what is wrong, before anything is locked
    is_held_ = lock_.acquire(around_.clock());
    FoundFile found = read_asked(asked);
    std::vector<FoundJournal> journals =
        found.reading ? journals_of(around_.disk, around_.places, found.reading->history.now().id, file_.path())
                      : journals_for(around_.disk, around_.places, file_.path());
    if (found.reading) {
        is_newer_ = found.reading->read_only;
        is_damaged_original_ = found.reading->bytes_set_aside > 0;
        begin_from(std::move(*found.reading));
    } else {
        find_without_file(journals, found);
    }
    bring_back(journals);
    if (found_draft_) found_draft_ = without_said(history_.now(), std::move(*found_draft_));
    draft_ = found_draft_;
    if (is_newer_) {
        newer_words_ = "The session was made by a newer Avow and can only be read here.";
        is_held_ = false;
        lock_.release();
    }
    if (is_held_) {
        sweep_leftovers(around_.disk, file_.path().parent_path(), around_.clock());
        if (const std::optional<DiskError> why = file_.why_not_writable()) {
            file_trouble_ =
                std::string(why->what()) + ". What is done is kept on this computer only; save a copy elsewhere.";
        }
    }
    has_merged_ = false;
}

// What a newer Avow made is refused at once, whatever copies of it lie here; else a journal or a copy may help.
Keeper::FoundFile Keeper::read_asked(const fs::path& asked) {
    FoundFile found;
    try {
        const std::string bytes = bytes_of(around_.disk, asked);
        file_.know(bytes);
        found.reading = read_image_of(asked, bytes);
    } catch (const MadeByNewer&) {
        throw;
    } catch (const std::runtime_error& e) {
        found.trouble = std::current_exception();
        found.fault = e.what();
    }
    return found;
}

void Keeper::begin_from(Reading reading) {
    history_ = std::move(reading.history);
    unknown_ = std::move(reading.unknown);
    remarks_ = std::move(reading.remarks);
}

// From the journals, else from the newest copy that is kept on this computer; else the file's own trouble is thrown.
void Keeper::find_without_file(std::vector<FoundJournal>& journals, const FoundFile& found) {
    if (find_in_journals(journals)) {
        is_damaged_original_ = is_there(around_.disk, file_.path());
        remarks_.push_back("the session was brought back from its journal on this computer; its file " +
                           std::string(is_damaged_original_ ? "can't be read" : "was not there"));
    } else {
        std::optional<Reading> copy = kept_copy_of(around_.disk, file_.path(), around_.places);
        if (!copy) std::rethrow_exception(found.trouble);
        begin_from(std::move(*copy));
        remarks_.insert(remarks_.begin(), found.fault);
        is_damaged_original_ = true;
    }
    changed_at(std::chrono::steady_clock::now());
}

// The first journal that can be read is the ground; the rest of them come on top like any others.
bool Keeper::find_in_journals(std::vector<FoundJournal>& journals) {
    for (auto journal = journals.begin(); journal != journals.end(); ++journal) {
        try {
            Reading first = read_journal(around_.disk, journal->path);
            history_ = std::move(first.history);
            unknown_ = std::move(first.unknown);
            found_draft_ = first.draft;
            if (!journal->is_live) leftovers_.push_back({journal->path, first.bytes_set_aside == 0});
            journals.erase(journal);
            return true;
        } catch (const std::runtime_error&) {
        } // the next one
    }
    return false;
}

// Journals that nobody holds any more belong to this session and hold what its file may lack.
void Keeper::bring_back(const std::vector<FoundJournal>& journals) {
    for (const FoundJournal& found : journals) {
        if (!found.is_live && !seen_journals_.insert(found.path).second) continue;
        bool is_whole = false;
        try {
            const Reading journal = read_journal(around_.disk, found.path);
            if (journal.history.now().id != history_.now().id) continue;
            is_whole = journal.bytes_set_aside == 0;
            Reading mine;
            mine.history = history_;
            mine.bytes_set_aside = is_damaged_original_ ? 1 : 0;
            Joined joined = join(mine, journal);
            const std::string words = found.is_live ? "" : brought_back(joined);
            if (!words.empty()) remarks_.push_back(words);
            if (joined.history.log() != history_.log() || joined.history.now() != history_.now()) {
                history_ = std::move(joined.history);
                has_merged_ = must_begin_ = true;
                changed_at(std::chrono::steady_clock::now());
            }
            if (journal.draft && !found.is_live) found_draft_ = journal.draft;
        } catch (const std::runtime_error& e) {
            remarks_.emplace_back(e.what());
        }
        if (!found.is_live) leftovers_.push_back({found.path, is_whole});
    }
}

// Only once their entries are in our own journal, synced. What can't be moved is merged again next time: no harm.
void Keeper::put_away_leftovers() {
    for (const Leftover& left : std::exchange(leftovers_, {})) {
        if (around_.places.state.empty() || left.path == journal_.path()) continue;
        const SessionId& session = history_.now().id;
        const fs::path folder = left.is_whole ? around_.places.done(session) : around_.places.quarantine(session);
        try {
            make_folders(around_.disk, folder);
            move_file(around_.disk, left.path, folder / left.path.filename());
            if (!left.is_whole) {
                remarks_.push_back("what could not be read of a journal is kept as " +
                                   quoted(folder / left.path.filename()));
            }
        } catch (const DiskError&) {
        }
    }
}

void Keeper::look_for_released() {
    std::vector<FoundJournal> journals = journals_of(around_.disk, around_.places, history_.now().id, file_.path());
    std::erase_if(journals, [&](const FoundJournal& found) { return found.is_live || found.path == journal_.path(); });
    if (!journals.empty()) bring_back(journals);
}

void Keeper::take_over() {
    lock_.take(around_.clock());
    is_held_ = true;
    try {
        const std::string bytes = bytes_of(around_.disk, file_.path());
        Reading theirs = read_image(bytes);
        file_.know(bytes);
        Reading ours;
        ours.history = history_;
        history_ = join(theirs, ours).history;
    } catch (const std::runtime_error&) {
    } // what is there is looked at again before the first save
    bring_back(journals_of(around_.disk, around_.places, history_.now().id, file_.path()));
    has_merged_ = must_begin_ = true;
    remarks_.emplace_back("taken over; the other side can only read now");
}

} // namespace avow::storage
