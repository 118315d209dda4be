// Codes as values. That they are read as what they hold is tried with a reader, in tests/cli.
#include "report/qr.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow::report;

TEST_CASE("a code is a square with its three corners") {
    const auto code = qr_code("I call back");
    REQUIRE(code);
    CHECK(code->side == 21);
    CHECK(code->square.size() == code->side * code->side);
    for (std::size_t i = 0; i < 7; ++i) {
        CHECK(code->is_dark(0, i));
        CHECK(code->is_dark(0, code->side - 1 - i));
        CHECK(code->is_dark(code->side - 1, i));
    }
    CHECK(qr_code("I call back") == code);
}

TEST_CASE("a code holds up to 2,900 bytes of any script, and never a part of the words") {
    CHECK(qr_code(std::string(2900, 'x'))->side == 177);
    std::string words;
    for (int i = 0; i < 966; ++i) words += "王";
    CHECK(qr_code(words));
    CHECK_FALSE(qr_code(std::string(2954, 'x')));
    CHECK_FALSE(qr_code(""));
}
