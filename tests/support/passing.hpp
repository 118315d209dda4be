// A folder for the time of a test, on every system.
#pragma once

#include <filesystem>

namespace avow {

std::filesystem::path
new_passing_folder(const std::filesystem::path& below); // nobody else's; throws std::runtime_error

} // namespace avow
