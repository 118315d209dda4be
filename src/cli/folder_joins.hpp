// What was said about who is one in a folder of sessions, for the verbs that ask about all of them; and the team that words mean.
#pragma once

#include "cli/cli.hpp"
#include "insight/past.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace avow::cli {

// What the folder's file of joins holds. Older sentences that newer ones set aside are said; so is a file that can't be read,
// and then nothing is joined by hand.
Joins joins_in(Console&, const std::filesystem::path& folder);

// The one team that is asked about, by its whole name, else by a unique beginning; or what teams there are.
std::variant<std::size_t, std::string> team_in(const std::vector<insight::Team>&, const std::string& words);

} // namespace avow::cli
