// Writing a session file where `-o` says. What lay there is never lost: another session is kept beside it.
#pragma once

#include "cli/cli.hpp"
#include "session/history.hpp"
#include "storage/unknown.hpp"

#include <filesystem>

namespace avow::cli {

// Whole or not at all; throws DiskError. A file of other content that is there is renamed first ("x.avow" becomes
// "x (before).avow", then "x (before 2).avow"), and that is said.
void save_session(Console&, const std::filesystem::path&, const History&, const storage::UnknownFields& = {});

} // namespace avow::cli
