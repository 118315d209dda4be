// A proposal of themes for a session, in words. Nothing is changed by it.
#pragma once

#include "session/session.hpp"
#include "themes/concepts.hpp"

#include <string>

namespace avow::cli {

// Titles with "7 items from 5 people", the statements under them, single voices; with the reasons when they are asked for.
std::string themes_in_words(const Session&, const themes::Knowledge&, bool with_reasons);

} // namespace avow::cli
