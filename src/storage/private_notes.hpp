// A coach's points for the one-on-ones with one person: carried until they are ticked. They lie in the state folder, one
// file a person, for this user alone (0700, 0600); no export and no report knows them.
#pragma once

#include "session/date.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <optional>
#include <string>
#include <vector>

namespace avow::storage {

struct PrivateNote {
    Date since;
    std::optional<Date> ticked_on;
    std::string words;

    bool operator==(const PrivateNote&) const = default;
};

// Of the person by that name, case and accents aside. All that was ever noted, the oldest first. Throws DiskError;
// FormatError where a line is none of ours: then nothing is written either.
std::vector<PrivateNote> private_notes(Disk&, const Places&, const std::string& person);
void keep_private_notes(Disk&, const Places&, const std::string& person, const std::vector<PrivateNote>&);

// Where they lie; empty where this machine has no state folder.
std::filesystem::path private_notes_file(const Places&, const std::string& person);

} // namespace avow::storage
