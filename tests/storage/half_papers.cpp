// Papers that are not handed in yet: they survive the program, and the file never tells in which order they were typed.
#include "storage/half_papers.hpp"

#include "fake_disk.hpp"
#include "given.hpp"
#include "storage/json.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace avow;
using namespace avow::storage;

namespace {

const Places places{"/state"};
const SessionId session{"2026-11-21"};

RecallSheet sheet(const std::string& id, const std::vector<std::pair<std::string, std::string>>& lines) {
    RecallSheet sheet{{id}, {}};
    for (const auto& [recall, words] : lines) {
        sheet.recalls.push_back({});
        sheet.recalls.back().id = {recall};
        sheet.recalls.back().text = words;
    }
    return sheet;
}

std::string bytes_of(FakeDisk& disk) {
    return OpenFile(disk, half_papers_file(places, session), OpenFor::reading).read_all(1 << 20);
}

} // namespace

TEST_CASE("papers come back as they were, also one with nothing on it, and the one still written on") {
    FakeDisk disk;
    CHECK(half_papers(disk, places, session) == HalfPapers{});
    const HalfPapers papers{{sheet("a", {{"1", "answer the same day"}, {"2", "“quickly”, not  twice"}}), sheet("b", {}),
                             sheet("c", {{"3", "call back"}})},
                            SheetId{"c"}};
    keep_half_papers(disk, places, session, papers);
    CHECK(half_papers(disk, places, session) == papers); // two spaces and all: words are kept as they were written
}

TEST_CASE("whatever order papers and lines were typed in, the file is the same", "[privacy]") {
    std::vector<RecallSheet> sheets = {sheet("c", {{"9", "nine"}, {"2", "two"}}), sheet("a", {{"5", "five"}}),
                                       sheet("b", {{"7", "seven"}, {"1", "one"}})};
    std::ranges::sort(sheets, {}, &RecallSheet::id);
    std::string first;
    do {
        FakeDisk disk;
        keep_half_papers(disk, places, session, {sheets, {}});
        if (first.empty()) first = bytes_of(disk);
        CHECK(bytes_of(disk) == first);
        for (auto& one : sheets) std::ranges::reverse(one.recalls);
    } while (std::ranges::next_permutation(sheets, {}, &RecallSheet::id).found);
}

TEST_CASE("papers lie in a folder and a file that only their writer may read, and are gone once they are handed in",
          "[privacy]") {
    FakeDisk disk;
    keep_half_papers(disk, places, session, {{sheet("a", {{"1", "one"}})}, {}});
    const auto file = half_papers_file(places, session);
    CHECK(status_of(disk, file)->mode == 0600);
    CHECK(status_of(disk, file.parent_path())->mode == 0700);
    keep_half_papers(disk, places, session, {});
    CHECK_FALSE(is_there(disk, file));
    CHECK(names_in_folder(disk, file.parent_path()).empty());
}

TEST_CASE("papers of another session are its own, and without a state folder nothing is kept") {
    FakeDisk disk;
    keep_half_papers(disk, places, session, {{sheet("a", {{"1", "one"}})}, {}});
    CHECK(half_papers(disk, places, SessionId{"../2026-11-21"}) == HalfPapers{});
    CHECK(half_papers_file(places, SessionId{"../x"}).parent_path() == places.state / "papers");
    keep_half_papers(disk, Places{}, session, {{sheet("a", {})}, {}});
    CHECK(half_papers(disk, Places{}, session) == HalfPapers{});
}

TEST_CASE("a file of papers that is damaged is said, and not read in part") {
    FakeDisk disk;
    keep_half_papers(disk, places, session, {{sheet("a", {{"1", "one"}})}, {}});
    replace_file(disk, half_papers_file(places, session), "a in\nnonsense\n");
    CHECK_THROWS_AS(half_papers(disk, places, session), FormatError);
}
