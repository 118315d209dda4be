// The walls of the house, read off the sources: which room may include which, who alone knows a library, and how large a
// file may grow. What docs/house.md says of folders is proved here.
#include "support/still_world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using avow::words_of_file;

namespace {

using Names = std::set<std::string>;

// The arrows of the house: a room may include itself and what stands here, and nothing else of ours.
const std::map<std::string, Names>& arrows() {
    static const std::map<std::string, Names> table = {
        {"session", {}},
        {"themes", {}},
        {"insight", {"session", "themes"}},
        {"slide", {"session", "insight"}},
        {"report", {"session", "insight", "themes"}},
        {"storage", {"session"}},
        {"desk", {"storage", "report", "slide", "insight", "themes", "session"}},
        {"screen", {"desk", "storage", "report", "slide", "insight", "themes", "session"}},
        {"cli", {"desk", "storage", "report", "slide", "insight", "themes", "session"}},
    };
    return table;
}

struct Include {
    std::string target;
    bool is_ours = false; // in quotes
};

struct Source {
    std::string path; // "session/edit.hpp"
    std::string room; // "session"; empty for main.cpp
    std::vector<Include> includes;
    std::size_t lines = 0;
};

Source read_source(const fs::path& root, const fs::path& path) {
    Source source;
    const auto relative = path.lexically_relative(root);
    source.path = relative.generic_string();
    if (relative.has_parent_path()) source.room = relative.begin()->string();
    std::ifstream in(path);
    for (std::string line; std::getline(in, line); ++source.lines) {
        const auto start = line.find_first_not_of(" \t");
        if (start == std::string::npos || line[start] != '#') continue;
        const auto word = line.find("include", start);
        if (word == std::string::npos || line.find_first_not_of(" \t", start + 1) != word) continue;
        const auto open = line.find_first_of("\"<", word);
        if (open == std::string::npos) continue;
        const auto close = line.find_first_of("\">", open + 1);
        source.includes.push_back({line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
    return source;
}

std::vector<Source> sources_in(const fs::path& root) {
    std::vector<Source> found;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (const auto kind = entry.path().extension(); kind == ".hpp" || kind == ".cpp")
            found.push_back(read_source(root, entry.path()));
    std::ranges::sort(found, {}, &Source::path);
    return found;
}

const std::vector<Source>& sources() {
    static const std::vector<Source> all = sources_in(fs::path(AVOW_SOURCE_DIR) / "src");
    return all;
}

std::string room_of(const std::string& path) {
    const auto slash = path.find('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash);
}

bool begins_with_one_of(const std::string& text, const std::vector<std::string>& beginnings) {
    return std::ranges::any_of(beginnings, [&](const std::string& beginning) { return text.starts_with(beginning); });
}

// Every line of `found` in one message.
std::string list(const std::vector<std::string>& found) {
    std::string text;
    for (const auto& one : found) text += "\n  " + one;
    return text;
}

// The files that include something that begins with one of `libraries` and are not in `room`.
std::vector<std::string> trespassers(const std::vector<std::string>& libraries, const std::string& room) {
    std::vector<std::string> found;
    for (const auto& source : sources())
        for (const auto& include : source.includes)
            if (source.room != room && begins_with_one_of(include.target, libraries))
                found.push_back(source.path + " includes " + include.target);
    return found;
}

// A circle among the files, as the files on it; empty where there is none.
std::vector<std::string> circle_from(const std::string& path, std::map<std::string, int>& state,
                                     std::vector<std::string>& way) {
    state[path] = 1;
    way.push_back(path);
    const auto source = std::ranges::find(sources(), path, &Source::path);
    if (source != sources().end())
        for (const auto& include : source->includes) {
            if (!include.is_ours) continue;
            if (state[include.target] == 1) {
                way.push_back(include.target);
                return way;
            }
            if (state[include.target] == 0)
                if (auto circle = circle_from(include.target, state, way); !circle.empty()) return circle;
        }
    state[path] = 2;
    way.pop_back();
    return {};
}

} // namespace

TEST_CASE("every include points along an arrow of the house, downward") {
    std::vector<std::string> wrong;
    for (const auto& source : sources()) {
        if (source.room.empty()) continue; // main builds, and is given everyone
        REQUIRE(arrows().contains(source.room));
        for (const auto& include : source.includes) {
            if (!include.is_ours) continue;
            const auto room = room_of(include.target);
            if (room != source.room && !arrows().at(source.room).contains(room))
                wrong.push_back(source.path + " includes " + include.target);
        }
    }
    INFO(list(wrong));
    CHECK(wrong.empty());
}

TEST_CASE("the arrows of the house have no circle, and nothing points at the screen or the command line") {
    // In a house without a circle there is always a room that needs nobody but those already standing.
    Names standing;
    for (bool has_moved = true; has_moved;) {
        has_moved = false;
        for (const auto& [room, below] : arrows())
            if (!standing.contains(room) && std::ranges::includes(standing, below))
                has_moved = standing.insert(room).second;
    }
    CHECK(standing.size() == arrows().size());
    for (const auto& [room, below] : arrows()) {
        CHECK_FALSE(below.contains("screen"));
        CHECK_FALSE(below.contains("cli"));
    }
}

TEST_CASE("no file includes itself, by whatever way round") {
    std::map<std::string, int> state;
    for (const auto& source : sources()) {
        std::vector<std::string> way;
        if (state[source.path] != 0) continue;
        const auto circle = circle_from(source.path, state, way);
        INFO(list(circle));
        REQUIRE(circle.empty());
    }
}

TEST_CASE("the build knows the same arrows, so that an upward include does not compile") {
    std::ifstream in(fs::path(AVOW_SOURCE_DIR) / "src/CMakeLists.txt");
    std::map<std::string, Names> built;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("avow_room(")) continue;
        std::istringstream words(line.substr(10, line.find(')') - 10));
        std::string room, word;
        words >> room;
        bool is_use = false;
        while (words >> word) {
            if (word == "USES")
                is_use = true;
            else if (word == "LINKS" || word == "EXCEPT" || word == "READ")
                is_use = false;
            else if (is_use)
                built[room].insert(word);
        }
        built[room];
    }
    // What a room uses, its users may include too: the screen names the desk alone.
    for (const auto& [room, below] : arrows()) {
        INFO(room);
        REQUIRE(built.contains(room));
        CHECK(std::ranges::includes(below, built[room]));
        Names reached = built[room];
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const auto& one : Names(reached)) reached.insert(built[one].begin(), built[one].end());
        }
        CHECK(std::ranges::includes(reached, below));
    }
}

TEST_CASE("there are at most nine rooms, all of them known") {
    Names rooms;
    for (const auto& source : sources())
        if (!source.room.empty()) rooms.insert(source.room);
    CHECK(rooms.size() <= 9);
    for (const auto& room : rooms) CHECK(arrows().contains(room));
}

TEST_CASE("a view knows no other view") {
    std::vector<std::string> wrong;
    for (const auto& source : sources())
        for (const auto& include : source.includes)
            if (source.room == "screen" && include.is_ours &&
                (include.target.ends_with("_view.hpp") || include.target.ends_with("panels.hpp") ||
                 include.target.ends_with(".cpp")))
                wrong.push_back(source.path + " includes " + include.target);
    INFO(list(wrong));
    CHECK(wrong.empty());
}

TEST_CASE("only storage knows cereal and its JSON") {
    const auto found = trespassers({"cereal/", "rapidjson/"}, "storage");
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("only storage knows SQLite") {
    const auto found = trespassers({"sqlite3"}, "storage");
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("only storage knows libsodium, and there two files") {
    std::vector<std::string> found;
    for (const auto& source : sources())
        for (const auto& include : source.includes)
            if (include.target.starts_with("sodium") && source.path != "storage/sealed.cpp" &&
                source.path != "storage/seal.cpp")
                found.push_back(source.path + " includes " + include.target);
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("only the screen knows Dear ImGui, GLFW and OpenGL") {
    const auto found = trespassers({"imgui", "imstb", "GLFW/", "GL/", "EGL/"}, "screen");
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("only the wire to a screen reader knows ATK, so that it can be left out") {
    std::vector<std::string> found;
    for (const auto& source : sources())
        for (const auto& include : source.includes)
            if ((include.target.starts_with("atk") || include.target.starts_with("gio/")) &&
                !source.path.starts_with("screen/at_spi"))
                found.push_back(source.path + " includes " + include.target);
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("only the reports know what sets pages, workbooks and codes") {
    auto found = trespassers({"cairo", "pango/", "xlsxwriter", "qrencode"}, "report");
    std::erase_if(found, [](const std::string& one) { return one.starts_with("screen/line_breaks.cpp"); });
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("only the screen knows the libraries of type") {
    const auto found = trespassers({"hb.h", "fribidi", "fontconfig/", "ft2build"}, "screen");
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("only the command line knows CLI11") {
    const auto found = trespassers({"CLI/"}, "cli");
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("the core and the engine ask no disk, clock, chance or terminal") {
    std::vector<std::string> wrong;
    for (const auto& source : sources())
        for (const auto& include : source.includes)
            if ((source.room == "session" || source.room == "themes" || source.room == "insight" ||
                 source.room == "slide") &&
                Names{"fstream", "filesystem", "iostream", "cstdio", "ctime", "random", "thread", "unistd.h"}.contains(
                    include.target))
                wrong.push_back(source.path + " includes " + include.target);
    // The calendar of <chrono> is arithmetic; its clocks are not.
    for (const auto& source : sources())
        if (source.room == "session" &&
            words_of_file(fs::path(AVOW_SOURCE_DIR) / "src" / source.path).find("_clock") != std::string::npos)
            wrong.push_back(source.path + " asks a clock");
    INFO(list(wrong));
    CHECK(wrong.empty());
}

TEST_CASE("every file says in its first line what lives there, and none is over 500 lines") {
    std::vector<std::string> long_files, silent_headers;
    for (const auto& source : sources()) {
        if (source.lines > 500) long_files.push_back(fmt::format("{} has {} lines", source.path, source.lines));
        std::ifstream in(fs::path(AVOW_SOURCE_DIR) / "src" / source.path);
        std::string first;
        std::getline(in, first);
        // A .cpp whose header says it may begin with that header.
        if (!first.starts_with("// ") && !(source.path.ends_with(".cpp") && first.starts_with("#include \"")))
            silent_headers.push_back(source.path);
    }
    INFO(list(long_files) + list(silent_headers));
    CHECK(long_files.empty());
    CHECK(silent_headers.empty());
}

TEST_CASE("no test, benchmark or tool is over 500 lines either") {
    std::vector<std::string> long_files;
    for (const auto* folder : {"tests", "bench", "tools"})
        for (const auto& source : sources_in(fs::path(AVOW_SOURCE_DIR) / folder))
            if (source.lines > 500)
                long_files.push_back(fmt::format("{}/{} has {} lines", folder, source.path, source.lines));
    INFO(list(long_files));
    CHECK(long_files.empty());
}
