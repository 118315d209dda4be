// Papers that are being entered and are not handed in yet. They survive a program that died, and tell nobody in which order
// they were typed: so they go through no journal, which keeps its order, but into one small file of this user's (0600) that
// is replaced whole, its lines sorted by ids drawn at random. Handed in, it is gone.
#pragma once

#include "session/session.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <optional>
#include <vector>

namespace avow::storage {

struct HalfPapers {
    std::vector<RecallSheet> sheets; // those that are in, by id; and the one in hand
    std::optional<SheetId> in_hand;  // it is still written on

    bool operator==(const HalfPapers&) const = default;
};

// Nothing where there is none, or where this machine has no state folder. Throws DiskError; FormatError where a line is none
// of ours.
HalfPapers half_papers(Disk&, const Places&, const SessionId&);
// Throws DiskError. Without sheets the file is removed.
void keep_half_papers(Disk&, const Places&, const SessionId&, HalfPapers);

std::filesystem::path half_papers_file(const Places&, const SessionId&); // empty: there is nowhere to keep it

} // namespace avow::storage
