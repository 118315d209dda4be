// Words of the command line as values. What can't be read throws CLI::ValidationError, which is exit status 2; what is
// asked of a session and isn't in it is a refusal.
#pragma once

#include "report/calendar.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace avow::cli {

std::pair<int, int> size_in(const std::string& option, const std::string& words); // "1280x720": 320x240 to 16384x16384
Date date_in(const std::string& option, const std::string& words);                // "2026-11-21"
Stage stage_in(const std::string& option, const std::string& words);
report::OneOnOnes one_on_ones_in(const std::string& option, const std::string& words); // "2026-12-04T09:00/30m"

// The name that is meant: whole, else by a unique beginning, case aside. Its place among `names`.
std::size_t choice_in(const std::string& option, const std::string& words, const std::vector<std::string>& names);

// A person or a theme of a session, by name or id; else the sentence that says who or what there is.
std::variant<ParticipantId, std::string> person_in(const Session&, const std::string& words);
std::variant<ThemeId, std::string> theme_in(const Session&, const std::string& words);

// The word nearest to a mistyped one, if any is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& words);

} // namespace avow::cli
