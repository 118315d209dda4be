// The accountabilities as a workbook. What stands in its cells is read by a program that reads XLSX, in tests/cli.
#include "hostile.hpp"
#include "report/workbook.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow;
using namespace avow::report;

TEST_CASE("the same session gives the same workbook, byte for byte") {
    const auto book = workbook(examples::workshop(), {});
    CHECK(book.starts_with("PK\x03\x04"));
    CHECK(workbook(examples::workshop(), {}) == book);
    CHECK(workbook(examples::workshop(), {ParticipantId{"p1"}, std::nullopt}) != book);
}

TEST_CASE("confidence changes no byte of a workbook") {
    auto session = examples::workshop();
    const auto before = workbook(session, {});
    session.accountabilities.front().confidence = 3;
    CHECK(workbook(session, {}) == before);
}

TEST_CASE("an empty session, and one of odd words, are workbooks too") {
    CHECK(workbook(Session{}, {}).starts_with("PK"));
    auto session = examples::workshop();
    for (const char* words : examples::hostile) {
        session.team = session.accountabilities[0].statement = words;
        CHECK(workbook(session, {}).starts_with("PK"));
    }
}
