#include "storage/session_file.hpp"

#include "session/text.hpp"
#include "storage/archive.hpp"
#include "storage/journal.hpp"
#include "storage/record.hpp"

#include <cerrno>

namespace avow::storage {
namespace {

namespace fs = std::filesystem;

bool is_beginning(const std::vector<Entry>& shorter, const std::vector<Entry>& longer) {
    if (shorter.size() > longer.size()) return false;
    for (std::size_t i = 0; i < shorter.size(); ++i)
        if (id_of(shorter[i]) != id_of(longer[i])) return false;
    return true;
}

// What `ours` did after the last entry that `theirs` has settled; its log when there is none.
History without_settled(const Reading& theirs, const History& ours) {
    const std::vector<Entry>& log = ours.log();
    std::size_t first = 0;
    for (std::size_t i = 0; i < log.size(); ++i)
        if (theirs.settled.contains(id_of(log[i]))) first = i + 1;
    if (first == 0) return ours;
    return History(theirs.history.now(),
                   std::vector<Entry>(log.begin() + static_cast<std::ptrdiff_t>(first), log.end()));
}

History together(const Reading& theirs, const Reading& ours) {
    const History& their_history = theirs.history;
    const History& our_history = ours.history;
    if (their_history.origin() == our_history.origin()) {
        if (is_beginning(their_history.log(), our_history.log())) return our_history;
        if (is_beginning(our_history.log(), their_history.log())) return their_history;
    }
    // The side that is whole is the ground the other is put on.
    if (theirs.bytes_set_aside > 0 && ours.bytes_set_aside == 0)
        return merged(our_history, without_settled(ours, their_history));
    return merged(their_history, without_settled(theirs, our_history));
}

} // namespace

void adopt(History& history, const Entry& entry) {
    if (const Step* step = std::get_if<Step>(&entry)) {
        if (!why_not(history.now(), step->edits)) {
            history.act(*step);
            return;
        }
    } else if (const Undo* undo = std::get_if<Undo>(&entry)) {
        if (history.undoable() != nullptr && history.undoable()->id == undo->step) {
            history.undo(undo->id, undo->at);
            return;
        }
    } else if (const Redo& redo = std::get<Redo>(entry);
               history.redoable() != nullptr && history.redoable()->id == redo.step) {
        history.redo(redo.id, redo.at);
        return;
    }
    std::vector<Entry> log = history.log();
    log.push_back(entry);
    history = History(history.origin(), std::move(log));
}

Joined join(const Reading& theirs, const Reading& ours) {
    Joined joined{together(theirs, ours), 0, 0, std::nullopt};
    std::set<StepId> known = theirs.settled;
    for (const Entry& entry : theirs.history.log()) known.insert(id_of(entry));
    const std::vector<Entry> ours_alone = without_settled(theirs, ours.history).log();
    for (const Entry& entry : ours_alone) {
        if (known.contains(id_of(entry))) continue;
        ++joined.entries;
        if (!joined.first_at) joined.first_at = time_of(entry);
        if (const Step* step = std::get_if<Step>(&entry))
            for (const Edit& edit : step->edits)
                joined.statements += std::holds_alternative<SayStatement>(edit) ? 1 : 0;
    }
    return joined;
}

std::string brought_back(const Joined& joined) {
    if (joined.entries == 0) return "";
    const bool has_statements = joined.statements > 0;
    return (has_statements ? counted(joined.statements, "statement") : counted(joined.entries, "change")) +
           (joined.first_at ? " from " + clock_time(*joined.first_at) : "") + " brought back";
}

fs::path settled_path(Disk& disk, const fs::path& path) {
    fs::path plain = fs::absolute(path).lexically_normal();
    fs::path real;
    if (disk.real_path(plain, real) == 0) return real;
    if (disk.real_path(plain.parent_path(), real) == 0) return real / plain.filename();
    return plain;
}

std::string bytes_of(Disk& disk, const fs::path& path, std::uint64_t most_bytes) {
    FileStatus status;
    if (const int code = disk.status(path, status)) {
        FileStatus itself;
        const bool leads_nowhere = code == ENOENT && disk.link_status(path, itself) == 0;
        throw leads_nowhere ? DiskError(quoted(path) + " is a link that leads nowhere", path, code)
                            : refused("open", path, code);
    }
    if (status.kind == FileKind::folder) throw FormatError(quoted(path) + " is a folder, not a session file");
    if (status.kind != FileKind::file) throw FormatError(quoted(path) + " is a device or a pipe, not a session file");
    const OpenFile file(disk, path, OpenFor::reading);
    if (file.status().kind != FileKind::file) throw FormatError(quoted(path) + " is not a file");
    if (file.status().bytes > most_bytes) {
        throw FormatError(quoted(path) + " has " + counted(file.status().bytes, "byte") +
                          ", and a session file may have " + grouped(most_bytes) + "; it was left as it is");
    }
    return file.read_all(most_bytes);
}

Reading read_image_of(const fs::path& path, std::string_view bytes, std::uint64_t most_bytes) {
    try {
        return read_image(bytes, most_bytes);
    } catch (const MadeByNewer& e) {
        throw MadeByNewer(quoted(path) + " " + e.what());
    } catch (const FormatError& e) {
        throw FormatError(quoted(path) + " " + without_full_stop(e.what()));
    }
}

Reading read_file(Disk& disk, const fs::path& path) { return read_image_of(path, bytes_of(disk, path)); }

Reading read_journal(Disk& disk, const fs::path& path) {
    return read_image_of(path, bytes_of(disk, path, most_journal_bytes), most_journal_bytes);
}

std::optional<Reading> kept_copy_of(Disk& disk, const fs::path& path, const Places& places) {
    if (places.state.empty()) return std::nullopt;
    try {
        const std::string bytes = bytes_of(disk, path);
        const std::vector<Record> first = records_of(std::string_view(bytes).substr(0, bytes.find('\n')));
        Scanned scanned;
        if (first.empty() || !first[0].is_sound || scan(first[0].json, scanned)) return std::nullopt;
        std::vector<UnknownMember> unknown;
        const fs::path folder = places.snapshots(envelope_from(scanned, unknown).session);
        std::vector<std::string> names = names_in_folder(disk, folder); // by time
        for (; !names.empty(); names.pop_back()) try {
                Reading copy = read_file(disk, folder / names.back());
                copy.remarks.push_back("this is the copy of " + names.back().substr(0, 16) +
                                       " (UTC) that was kept on this computer");
                return copy;
            } catch (const FormatError&) {
            } // an older one, then
    } catch (const std::runtime_error&) {
    }
    return std::nullopt;
}

Reading read_session(Disk& disk, const fs::path& path, const Places& places) {
    std::optional<Reading> reading;
    std::exception_ptr trouble;
    std::string why;
    try {
        reading = read_file(disk, path);
    } catch (const MadeByNewer&) {
        throw;
    } catch (const std::runtime_error& e) {
        trouble = std::current_exception();
        why = e.what();
    }
    const fs::path settled = settled_path(disk, path);
    const std::vector<FoundJournal> journals =
        reading ? journals_of(disk, places, reading->history.now().id, settled) : journals_for(disk, places, settled);
    for (const FoundJournal& found : journals) {
        try {
            Reading journal = read_journal(disk, found.path);
            if (!reading) {
                reading = std::move(journal);
                reading->remarks.insert(reading->remarks.begin(), "this is what its journal on this computer holds");
                continue;
            }
            Joined joined = join(*reading, journal);
            const std::string words = found.is_live ? "" : brought_back(joined);
            reading->history = std::move(joined.history);
            if (!words.empty()) reading->remarks.push_back(words);
            if (journal.draft) reading->draft = journal.draft;
        } catch (const std::runtime_error& e) {
            if (reading) reading->remarks.emplace_back(e.what());
        }
    }
    if (!reading) reading = kept_copy_of(disk, path, places);
    if (!reading) std::rethrow_exception(trouble);
    if (!why.empty()) reading->remarks.insert(reading->remarks.begin(), why);
    return std::move(*reading);
}

void write_session(Disk& disk, const fs::path& path, const History& history, const UnknownFields& unknown) {
    std::string image;
    try {
        image = image_of(history, unknown);
    } catch (const FormatError& e) {
        throw FormatError(quoted(path) + " " + e.what());
    }
    replace_file(disk, path, image);
}

} // namespace avow::storage
