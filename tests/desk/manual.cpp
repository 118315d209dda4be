// The manual lists every command as the table has it. AVOW_UPDATE_MANUAL=1 writes the list anew.
#include "desk/commands.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace {

const std::string path = std::string(AVOW_SOURCE_DIR) + "/docs/manual.md";
const std::string marker = "<!-- made from the command table; tests/desk/manual.cpp compares it -->\n";

std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_in(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream words(text);
    for (std::string line; std::getline(words, line);) lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("the manual lists every command with the keys of the table") {
    const auto manual = read(path);
    const auto at = manual.find(marker);
    REQUIRE(at != std::string::npos);
    const auto prose = manual.substr(0, at + marker.size());
    if (std::getenv("AVOW_UPDATE_MANUAL"))
        std::ofstream(path, std::ios::binary) << prose << avow::desk::manual_of_commands();
    const auto told = lines_in(read(path)), wanted = lines_in(prose + avow::desk::manual_of_commands());
    const auto [is, should] = std::ranges::mismatch(told, wanted);
    INFO("AVOW_UPDATE_MANUAL=1 build/release/test_desk \"the manual*\" writes the list anew; line "
         << is - told.begin() + 1);
    CHECK((is == told.end() ? "" : *is) == (should == wanted.end() ? "" : *should));
    CHECK(told.size() == wanted.size());
}
