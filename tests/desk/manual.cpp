// The manual lists every command as the table has it. AVOW_UPDATE_MANUAL=1 writes the list anew.
#include "desk/commands.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

const std::string path = std::string(AVOW_SOURCE_DIR) + "/docs/manual.md";
const std::string marker = "<!-- made from the command table; tests/desk/manual.cpp compares it -->\n";

std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("the manual lists every command with the keys of the table") {
    const auto manual = read(path);
    const auto at = manual.find(marker);
    REQUIRE(at != std::string::npos);
    const auto prose = manual.substr(0, at + marker.size());
    if (std::getenv("AVOW_UPDATE_MANUAL"))
        std::ofstream(path, std::ios::binary) << prose << avow::desk::manual_of_commands();
    const auto told = read(path), wanted = prose + avow::desk::manual_of_commands();
    const auto first = std::ranges::mismatch(told, wanted).in1; // both whole in a report would be 600 lines twice
    INFO("AVOW_UPDATE_MANUAL=1 build/release/test_desk \"the manual*\" writes the list anew; they differ in line "
         << std::count(told.begin(), first, '\n') + 1);
    CHECK((told == wanted));
}
