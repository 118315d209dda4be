#include "support/passing.hpp"

#include <random>
#include <stdexcept>
#include <string>

namespace avow {

std::filesystem::path new_passing_folder(const std::filesystem::path& below) {
    std::random_device chance;
    std::error_code trouble;
    for (int tries = 0; tries < 10; ++tries) {
        const auto folder = below / ("avow-test-" + std::to_string(chance()));
        if (!std::filesystem::create_directory(folder, trouble)) continue; // is there, or can't be made
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, trouble);
        return folder;
    }
    throw std::runtime_error("no folder for a test can be made in " + below.string());
}

} // namespace avow
