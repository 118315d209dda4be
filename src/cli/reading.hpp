// What a verb is given to read: a session file, or a text. Whatever can't be read ends in FormatError (it is no session, no
// file, not there) or DiskError (the disk says no), and nothing is ever waited for.
#pragma once

#include "cli/cli.hpp"
#include "insight/mirror.hpp"
#include "storage/session_file.hpp"
#include "themes/concepts.hpp"

#include <filesystem>
#include <string>

namespace avow::cli {

// The session and what its local journals hold beyond it; what was set aside or brought back is said.
storage::Reading read_session(Console&, const std::filesystem::path&);
storage::Reading read_session_silently(Console&, const std::filesystem::path&);

// A whole text of at most limit::file_bytes; "-" is standard input.
std::string read_text(Console&, const std::filesystem::path&);

// The lexicon, or the empty knowledge where there is none. `said` becomes a sentence on which knowledge that is.
themes::Knowledge read_knowledge(Console&, std::string& said);
// For the screen: a lexicon that can't be read is said, and keeps no window from opening.
themes::Knowledge knowledge_if_readable(Console&);
// The phrasing mirror, likewise; a silent one where there are no signs.
insight::Mirror mirror_if_readable(Console&);

} // namespace avow::cli
