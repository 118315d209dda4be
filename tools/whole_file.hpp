// What the tools of the build share: a file that is there whole or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <ios>
#include <stdexcept>
#include <string>

namespace avow::tools {

// Throws std::runtime_error with a sentence that names the file.
inline void write_whole(const std::string& path, const std::string& bytes) {
    const auto beside = path + ".part";
    std::ofstream file(beside, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::error_code trouble;
    std::filesystem::rename(beside, path, trouble); // which replaces on every system
    if (!file || trouble) throw std::runtime_error(path + " can't be written. Is the disk full?");
}

} // namespace avow::tools
