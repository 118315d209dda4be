// The accountabilities as a table.
#include "report/csv.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace avow;
using namespace avow::report;

namespace {

// RFC 4180, read strictly: rows of cells.
std::vector<std::vector<std::string>> rows_of(std::string_view text) {
    REQUIRE(text.starts_with("\xEF\xBB\xBF"));
    text.remove_prefix(3);
    std::vector<std::vector<std::string>> rows = {{""}};
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& cell = rows.back().back();
        if (is_quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cell += text[++i];
        else if (text[i] == '"')
            is_quoted = !is_quoted;
        else if (is_quoted)
            cell += text[i];
        else if (text[i] == ',')
            rows.back().emplace_back();
        else if (text.substr(i, 2) == "\r\n") {
            rows.push_back({""});
            ++i;
        } else
            cell += text[i];
    }
    CHECK_FALSE(is_quoted);
    CHECK(rows.back() == std::vector<std::string>{""});
    rows.pop_back();
    return rows;
}

std::string statement_as_read(const char* statement) {
    auto session = examples::workshop();
    session.accountabilities = {examples::said("a1", "p1", statement)};
    return rows_of(csv(session, {})).at(1).at(5);
}

} // namespace

TEST_CASE("a table has a row for each accountability, in seat order, all of one width") {
    const auto rows = rows_of(csv(examples::workshop(), {}));
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
    CHECK(rows_of(csv(examples::workshop(), {ParticipantId{"p3"}, std::nullopt})).size() == 3);
    CHECK(rows_of(csv(examples::workshop(), {std::nullopt, ThemeId{"t2"}})).size() == 3);
    CHECK(rows_of(csv(examples::workshop(), {ParticipantId{"p4"}, std::nullopt})).size() == 1);
}
