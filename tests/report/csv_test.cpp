// The accountabilities as a table.
#include "read_back.hpp"
#include "report/csv.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace avow;
using namespace avow::report;
using avow::read_back::rows_of_csv;

namespace {

std::string statement_as_read(const char* statement) {
    auto session = examples::workshop();
    session.accountabilities = {examples::said("a1", "p1", statement)};
    return rows_of_csv(csv(session, {})).at(1).at(5);
}

} // namespace

TEST_CASE("a table has a row for each accountability, in seat order, all of one width") {
    const auto rows = rows_of_csv(csv(examples::workshop(), {}));
    REQUIRE(rows.size() == 5);
    for (const auto& row : rows) CHECK(row.size() == rows.front().size());
    CHECK(std::vector<std::string>(rows[1].begin(), rows[1].begin() + 13) ==
          std::vector<std::string>{"Field team", "2026-11-21", "1", "Ana", "", "I call ahead, always",
                                   "I call the day before", "2026-11-22", "Bo (seat 2)", "it can be seen",
                                   "Before we go", "The machine", "2026-12-04"});
    CHECK(rows[2][3] == "Bo (seat 2)");
    CHECK(rows[3][3] == "Bo (seat 3)");
}

TEST_CASE("words with commas, quotes and line ends come back as they were") {
    for (const char* words : {"a, b", "\"quoted\"", "two\nlines", "tab\there", " space ", "", "'tis"})
        CHECK(statement_as_read(words) == words);
}

TEST_CASE("words that a spreadsheet would calculate get a ' in front") {
    for (const char* words : {"=HYPERLINK(\"x\")", "+1", "-1 apple", "@x", "\t=1", "\r=1"})
        CHECK(statement_as_read(words) == "'" + std::string(words));
    CHECK(statement_as_read("1+1=2") == "1+1=2");
}

TEST_CASE("a part has only its rows") {
    CHECK(rows_of_csv(csv(examples::workshop(), {ParticipantId{"p3"}, std::nullopt})).size() == 3);
    CHECK(rows_of_csv(csv(examples::workshop(), {std::nullopt, ThemeId{"t2"}})).size() == 3);
    CHECK(rows_of_csv(csv(examples::workshop(), {ParticipantId{"p4"}, std::nullopt})).size() == 1);
}
