#include "cli/read_folder.hpp"

#include "cli/reading.hpp"
#include "cli/talk.hpp"

#include <cerrno>

namespace avow::cli {

std::vector<std::filesystem::path> session_files_in(Console& console, const std::filesystem::path& folder) {
    storage::FileStatus status;
    const int code = console.disk.status(folder, status);
    if (code == ENOENT || code == ENOTDIR || code == ELOOP || code == ENAMETOOLONG)
        throw storage::FormatError(shown(folder) + " can't be read: " + storage::reason_of(code) + ".");
    if (code != 0) throw storage::refused("read", folder, code);
    if (status.kind != storage::FileKind::folder)
        throw storage::FormatError(shown(folder) + " is no folder; name the folder that the sessions lie in.");
    std::vector<std::filesystem::path> files;
    for (const auto& name : storage::names_in_folder(console.disk, folder))
        if (name.ends_with(".avow") && !name.starts_with('.')) files.push_back(folder / name);
    return files;
}

FolderReading read_folder(Console& console, const std::vector<std::filesystem::path>& files) {
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
    return read;
}

} // namespace avow::cli
