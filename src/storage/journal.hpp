// The journal: the local, durable twin of an open session. Begun with the complete image, then a line an entry, so that a
// journal alone is a whole session. This class knows the disk and no thread: whoever owns it decides when to write and
// when to sync. Its invariant: all it was ever given is in one file that ends in a whole line, or counted as unkept.
#pragma once

#include "storage/session_file.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace avow::storage {

class Journal {
public:
    Journal(Disk& disk, std::string instance) : disk_(disk), instance_(std::move(instance)) {}

    // A new file with this image, in the first home that takes it, synced with its folder. The old one, if any, is
    // removed only then. False: no home took it (see trouble()); nothing was lost, the old file is as it was.
    // Homes are folders, best first: the one in the state folder, which is made if need be, then the session's own.
    bool begin(const std::string& image, const std::vector<std::filesystem::path>& homes);
    // Writes at once, so that the lines survive the death of the program. False: nothing was written, the file ends in
    // a whole line; when can_write() still holds, the same may be tried again, else begin() must be.
    bool write(std::string_view lines);
    // Makes what was written durable. False: this descriptor is never asked again, begin() must be.
    bool sync();
    bool can_write() const { return can_write_; }

    void finish(const std::filesystem::path& done_folder); // closed and moved there; throws DiskError
    void discard() noexcept;                               // closed and removed
    void leave() noexcept;                                 // closed; the next to open the session brings it back

    const std::filesystem::path& path() const { return file_.path(); }
    std::uint64_t bytes() const { return bytes_; }
    std::uint64_t image_bytes() const { return image_bytes_; }
    const std::string& trouble() const { return trouble_; } // the last refusal, as a sentence

private:
    void begin_in(const std::filesystem::path& folder, bool is_of_session, const std::string& image);

    Disk& disk_;
    std::string instance_;
    OpenFile file_;
    std::uint64_t bytes_ = 0;
    std::uint64_t image_bytes_ = 0;
    std::uint64_t number_ = 0; // of files this instance has begun
    bool can_write_ = false;
    std::string trouble_;
};

// The lines of a journal.
std::string journal_image(const History&, const UnknownFields&, const std::filesystem::path& session_file);
std::string entry_line(const Entry&, std::uint64_t seq);
std::string draft_line(const Draft&);

// A journal that lies on this machine.
struct FoundJournal {
    std::filesystem::path path;
    SessionId session;
    std::filesystem::path session_file; // where its session belongs; perhaps not there
    bool is_live = false;               // its instance still runs and holds it
    std::string damage;                 // why its first line can't be read, or empty

    bool operator==(const FoundJournal&) const = default;
};
// Those of a session that belong to this file, or to a file that is not there any more (it was moved).
std::vector<FoundJournal> journals_of(Disk&, const Places&, const SessionId&,
                                      const std::filesystem::path& session_file);
// Those that name this file, whatever their session: for a file that is not there or can't be read.
std::vector<FoundJournal> journals_for(Disk&, const Places&, const std::filesystem::path& session_file);
std::vector<FoundJournal> all_journals(Disk&, const Places&);

} // namespace avow::storage
