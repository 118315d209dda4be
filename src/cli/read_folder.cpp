#include "cli/read_folder.hpp"

#include "cli/reading.hpp"
#include "cli/talk.hpp"
#include "storage/library.hpp"

#include <algorithm>
#include <cerrno>

namespace avow::cli {

namespace {

// Those that are only in a journal and whose file was, or would be, in this folder; each is said.
void add_from_journals(Console& console, const std::filesystem::path& folder, std::vector<Session>& sessions) {
    for (const auto& orphan : storage::journals_belonging_to(console.disk, console.places, folder)) try {
            auto session = storage::read_journal(console.disk, orphan.journal).history.now();
            // A session that was read belongs to its file, whatever the file was called when the journal was begun.
            if (std::ranges::find(sessions, session.id, &Session::id) != sessions.end()) continue;
            say(console,
                shown(orphan.path.filename()) + " is not saved yet: it is read from its journal on this computer.");
            sessions.push_back(std::move(session));
        } catch (const std::runtime_error& error) { // the others are read all the same
            say(console, error.what());
        }
}

} // namespace

std::vector<std::filesystem::path> session_files_in(Console& console, const std::filesystem::path& folder) {
    storage::FileStatus status;
    const int code = console.disk.status(folder, status);
    if (code == ENOENT || code == ENOTDIR || code == ELOOP || code == ENAMETOOLONG)
        throw storage::FormatError(shown(folder) + " can't be read: " + storage::reason_of(code) + ".");
    if (code != 0) throw storage::refused("read", folder, code);
    if (status.kind != storage::FileKind::folder)
        throw storage::FormatError(shown(folder) + " is no folder; name the folder that the sessions lie in.");
    return storage::session_files(console.disk, folder);
}

bool holds_sessions(Console& console, const std::filesystem::path& folder) {
    return !session_files_in(console, folder).empty() ||
           !storage::journals_belonging_to(console.disk, console.places, folder).empty();
}

FolderReading read_folder(Console& console, const std::filesystem::path& folder,
                          const std::vector<std::filesystem::path>& files) {
    FolderReading read;
    for (const auto& file : files) {
        try {
            const auto reading = read_session_silently(console, file);
            for (const auto& remark : reading.remarks) say(console, shown(file.filename()) + ": " + remark);
            read.sessions.push_back(reading.history.now());
        } catch (const std::runtime_error& error) { // format or disk: the others are read all the same
            read.unread.push_back({shown(file.filename()), error.what()});
        }
    }
    add_from_journals(console, folder, read.sessions);
    return read;
}

} // namespace avow::cli
