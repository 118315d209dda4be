// A coach's points for the one-on-ones with one person: carried until they are ticked. They lie in the state folder, one
// file a person, for this user alone (0700, 0600), and under a passphrase where the coach wants one; no export and no report
// knows them.
#pragma once

#include "session/date.hpp"
#include "storage/disk.hpp"
#include "storage/json.hpp"
#include "storage/places.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

struct PrivateNote {
    Date since;
    std::optional<Date> ticked_on;
    std::string words;

    bool operator==(const PrivateNote&) const = default;
};

// The notes are locked, and no passphrase or another one was given. Nothing was changed.
struct SealedNotes : FormatError {
    using FormatError::FormatError;
};

// Of the person by that name, case and accents aside. All that was ever noted, the oldest first; a passphrase is looked at only
// where they are locked. Throws DiskError; SealedNotes; FormatError where a line is none of ours or the file is damaged: then
// nothing is written either.
std::vector<PrivateNote> private_notes(Disk&, const Places&, const std::string& person,
                                       std::string_view passphrase = {});
// With a passphrase the file is locked under it from now on. Over a file that is locked nothing is written but with its own
// passphrase (SealedNotes): a slip of the finger must not lock what nobody can open.
void keep_private_notes(Disk&, const Places&, const std::string& person, const std::vector<PrivateNote>&,
                        std::string_view passphrase = {});

// Throws DiskError; FormatError where the file is damaged.
bool has_locked_notes(Disk&, const Places&, const std::string& person);
// Makes the file plain text again. Throws as private_notes does.
void unlock_private_notes(Disk&, const Places&, const std::string& person, std::string_view passphrase);

// Those that are not ticked, by their places: what a person is shown, numbered from 1.
std::vector<std::size_t> carried(const std::vector<PrivateNote>&);
// Ticks some by the numbers they were shown with. All or none: answers the first number that is none of them.
std::optional<std::size_t> tick(std::vector<PrivateNote>&, const std::vector<std::size_t>& numbers, Date today);

// Where they lie; empty where this machine has no state folder.
std::filesystem::path private_notes_file(const Places&, const std::string& person);

} // namespace avow::storage
