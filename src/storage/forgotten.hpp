// What a team asked to be forgotten on this machine: until which day its sessions teach nothing. One line a team, a day and
// the team's name, in the state folder; the sessions themselves are not touched.
#pragma once

#include "session/date.hpp"
#include "storage/disk.hpp"
#include "storage/places.hpp"

#include <optional>
#include <string>

namespace avow::storage {

// The last day that is forgotten; nothing where the team never asked, or the note can't be read.
std::optional<Date> forgotten_until(Disk&, const Places&, const std::string& team);

// Throws DiskError.
void forget_until(Disk&, const Places&, const std::string& team, Date);

} // namespace avow::storage
