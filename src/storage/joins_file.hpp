// What a person said about who and what is one across the sessions of a folder: a file beside them, plain JSON that is
// the person's own (docs/file-format.md). What stands in it and is not understood here stays, byte for byte.
#pragma once

#include "session/joins.hpp"
#include "storage/disk.hpp"

#include <filesystem>

namespace avow::storage {

// None where there is no such file. Throws DiskError; FormatError with a sentence where it can't be read.
Joins read_joins(Disk&, const std::filesystem::path& folder);

// Takes sentences back and adds others, in one replacement. Throws as above and changes nothing then: a file that can't be
// read is never written over. ChangedUnderneath when another program wrote it meanwhile.
void change_joins(Disk&, const std::filesystem::path& folder, const Joins& taken_back, const Joins& added);

} // namespace avow::storage
