#include "storage/journal.hpp"

#include "storage/archive.hpp"
#include "storage/record.hpp"

#include <algorithm>

namespace avow::storage {

namespace {

namespace fs = std::filesystem;

// Beside a session file a journal is hidden and goes by this beginning; in the state folder every *.avow is one.
constexpr std::string_view journal_beginning = ".avow-journal-";
constexpr std::size_t envelope_bytes = 16'384; // more than the longest path takes

bool is_journal_name(const std::string& name) { return name.ends_with(".avow"); }

bool is_locked(Disk& disk, const fs::path& path) {
    try {
        return !OpenFile(disk, path, OpenFor::reading).try_lock();
    } catch (const DiskError&) {
        return false;
    }
}

FoundJournal looked_at(Disk& disk, const fs::path& path) {
    FoundJournal found{path, {}, {}, is_locked(disk, path), {}};
    try {
        const std::string beginning = OpenFile(disk, path, OpenFor::reading).read_all(envelope_bytes);
        const std::vector<Record> records = records_of(std::string_view(beginning).substr(0, beginning.find('\n')));
        Scanned scanned;
        if (records.empty() || !records[0].is_sound || scan(records[0].json, scanned)) {
            found.damage = quoted(path) + " begins with a line that is damaged";
            return found;
        }
        std::vector<UnknownMember> unknown;
        const Envelope envelope = envelope_from(scanned, unknown);
        found.session = envelope.session;
        found.session_file = envelope.session_file;
    } catch (const std::runtime_error& e) {
        found.damage = e.what();
    }
    return found;
}

std::vector<FoundJournal> journals_in(Disk& disk, const fs::path& folder, std::string_view beginning) {
    std::vector<FoundJournal> found;
    std::vector<std::string> names;
    disk.list(folder, names); // one that can't be listed has nothing to give
    for (const std::string& name : names)
        if (is_journal_name(name) && name.starts_with(beginning)) found.push_back(looked_at(disk, folder / name));
    return found;
}

} // namespace

bool Journal::begin(const std::string& image, const std::vector<fs::path>& homes) {
    trouble_.clear();
    for (const fs::path& home : homes) try {
            begin_in(home, &home != &homes.front(), image);
            return true;
        } catch (const DiskError& e) {
            trouble_ = trouble_.empty() ? e.what() : trouble_;
        } // the best home's counts
    if (homes.empty()) trouble_ = "There is no folder on this computer for the journal";
    return false;
}

// Under a passing name until it is whole, locked and synced: whoever finds a journal finds a session in it, and finds
// it held.
void Journal::begin_in(const fs::path& folder, bool is_of_session, const std::string& image) {
    if (!is_of_session) make_folders(disk_, folder);
    std::string name;
    do {
        name = (is_of_session ? std::string(journal_beginning) : "") + instance_ + "-" + std::to_string(++number_);
    } while (is_there(disk_, folder / (name + ".avow")) || is_there(disk_, folder / (name + ".tmp")));
    OpenFile file(disk_, folder / (name + ".tmp"), OpenFor::creating);
    try {
        file.try_lock();
        file.write_all(image);
        file.sync();
        if (const int code = disk_.rename(folder / (name + ".tmp"), folder / (name + ".avow")))
            throw refused("make", folder / (name + ".avow"), code);
        sync_folder(disk_, folder);
    } catch (const DiskError&) {
        remove_if_there(disk_, folder / (name + ".tmp"));
        remove_if_there(disk_, folder / (name + ".avow"));
        throw;
    }
    discard();
    file_ = std::move(file);
    file_.call(folder / (name + ".avow"));
    bytes_ = image_bytes_ = image.size();
    can_write_ = true;
    trouble_.clear();
}

bool Journal::write(std::string_view lines) {
    if (!can_write_) return false;
    try {
        file_.write_all(lines);
        bytes_ += lines.size();
        return true;
    } catch (const DiskError& e) {
        trouble_ = e.what();
    }
    try {
        file_.truncate(bytes_);
    } catch (const DiskError&) {
        can_write_ = false;
    } // the next reader passes over half a line
    return false;
}

bool Journal::sync() {
    if (!can_write_) return false;
    try {
        file_.sync_data();
        return true;
    } catch (const DiskError& e) {
        trouble_ = e.what();
        can_write_ = false;
        return false;
    }
}

void Journal::finish(const fs::path& done_folder) {
    if (!file_.is_open()) return;
    make_folders(disk_, done_folder);
    move_file(disk_, path(), done_folder / path().filename());
    leave();
}

void Journal::discard() noexcept {
    if (!file_.is_open()) return;
    remove_if_there(disk_, path());
    leave();
}

void Journal::leave() noexcept {
    file_.close();
    can_write_ = false;
}

std::string journal_image(const History& history, const UnknownFields& unknown, const fs::path& session_file) {
    return fitting_image(history, unknown, session_file.string());
}

std::string entry_line(const Entry& entry, std::uint64_t seq) { return framed(json_of(entry, seq)); }
std::string draft_line(const Draft& draft) { return framed(json_of(draft)); }

std::vector<FoundJournal> journals_of(Disk& disk, const Places& places, const SessionId& session,
                                      const fs::path& session_file) {
    std::vector<FoundJournal> found;
    if (!places.state.empty()) found = journals_in(disk, places.journals(session), "");
    for (FoundJournal& beside : journals_in(disk, session_file.parent_path(), journal_beginning))
        found.push_back(std::move(beside));
    std::erase_if(found, [&](const FoundJournal& journal) {
        if (!journal.damage.empty()) return false;
        return journal.session != session ||
               (journal.session_file != session_file && is_there(disk, journal.session_file));
    });
    return found;
}

std::vector<FoundJournal> journals_for(Disk& disk, const Places& places, const fs::path& session_file) {
    std::vector<FoundJournal> found = all_journals(disk, places);
    for (FoundJournal& beside : journals_in(disk, session_file.parent_path(), journal_beginning))
        found.push_back(std::move(beside));
    std::erase_if(found, [&](const FoundJournal& journal) { return journal.session_file != session_file; });
    return found;
}

std::vector<FoundJournal> all_journals(Disk& disk, const Places& places) {
    std::vector<FoundJournal> found;
    if (places.state.empty()) return found;
    std::vector<std::string> sessions;
    disk.list(places.journals(), sessions);
    for (const std::string& session : sessions)
        for (FoundJournal& journal : journals_in(disk, places.journals() / session, ""))
            found.push_back(std::move(journal));
    return found;
}

} // namespace avow::storage
