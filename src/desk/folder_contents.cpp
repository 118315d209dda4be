#include "desk/folder_contents.hpp"

#include "storage/joins_file.hpp"
#include "storage/json.hpp"
#include "storage/library.hpp"
#include "storage/session_file.hpp"

namespace avow::desk {

FolderContents contents_of(storage::Disk& disk, const storage::Places& places, const std::filesystem::path& folder,
                           Watch& watch) {
    FolderContents contents;
    const auto files = storage::session_files(disk, folder);
    watch.of = files.size();
    for (const auto& file : files) {
        try {
            contents.sessions.push_back(storage::read_session(disk, file, places).history.now());
            contents.files.push_back(file);
        } catch (const std::exception& error) {
            contents.unread.push_back({file.filename().string(), error.what()});
        }
        if (!watch.step()) return contents;
    }
    try {
        contents.joins = storage::read_joins(disk, folder);
    } catch (const std::exception& error) { // the sessions are told all the same
        contents.trouble_with_joins = error.what();
    }
    return contents;
}

std::vector<Session> sessions_in(storage::Disk& disk, const storage::Places& places,
                                 const std::vector<std::filesystem::path>& files) {
    std::vector<Session> sessions;
    for (const auto& file : files) try {
            sessions.push_back(storage::read_session(disk, file, places).history.now());
        } catch (const std::exception&) { // the library names what is damaged
        }
    return sessions;
}

} // namespace avow::desk
