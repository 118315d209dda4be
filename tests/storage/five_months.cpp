// The sample sessions of five months are what the edits make. After a change of the format or of the samples:
//   test_storage "the sample sessions of five months are written anew"
#include "support/five_months.hpp"

#include "storage/session_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace avow;

namespace {

std::filesystem::path samples() { return std::filesystem::path(AVOW_SOURCE_DIR) / "sessions" / "five-months"; }

std::string bytes_at(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("the sample sessions of five months are what the edits make") {
    for (const auto& [file_name, history] : five_months()) {
        INFO(file_name);
        CHECK_FALSE(breach_of(history.now()));
        CHECK(bytes_at(samples() / file_name) == storage::image_of(history));
    }
}

TEST_CASE("the sample sessions of five months are written anew", "[.]") {
    std::filesystem::create_directories(samples());
    for (const auto& [file_name, history] : five_months())
        std::ofstream(samples() / file_name, std::ios::binary) << storage::image_of(history);
}
