// The lexicon as the program reads it: every text of a folder.
#pragma once

#include "themes/themes.hpp"

#include <filesystem>

namespace avow {

themes::Knowledge lexicon_in(const std::filesystem::path& folder);

} // namespace avow
