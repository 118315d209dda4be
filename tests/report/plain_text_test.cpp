// What reaches a terminal.
#include "report/plain_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace avow::report;

TEST_CASE("words in every script reach a terminal as they are") {
    const std::string words = "naïve “quote” — 王芳 ана نعم 👩‍🔧 e\u0301 \u200Fשלום";
    CHECK(on_one_line(words) == words);
    CHECK(terminal_safe(words) == words);
}

TEST_CASE("a control character becomes a sign on one line, whatever it is") {
    CHECK(on_one_line("a\x1b[31mb") == "a\uFFFD[31mb");
    CHECK(on_one_line("a\nb\tc\rd") == "a\uFFFDb\uFFFDc\uFFFDd");
    CHECK(on_one_line("a\x7F"
                      "b\u009B"
                      "c") == "a\uFFFDb\uFFFDc");
    CHECK(on_one_line(std::string_view("a\0b", 3)) == "a\uFFFDb");
}

TEST_CASE("what turns the reading direction round becomes a sign") {
    CHECK(on_one_line("\u202Etxt.exe") == "\uFFFDtxt.exe");
    CHECK(on_one_line("\u2066a\u2069") == "\uFFFDa\uFFFD");
}

TEST_CASE("bytes that are no UTF-8 become signs, one each") { CHECK(on_one_line("a\xE9\xFF") == "a\uFFFD\uFFFD"); }

TEST_CASE("a text keeps its line ends and tabs, but a carriage return alone writes nothing over") {
    CHECK(terminal_safe("a\tb\r\nc\n") == "a\tb\r\nc\n");
    CHECK(terminal_safe("good\rbad") == "good\uFFFDbad");
}

TEST_CASE("JSON keeps what it says, in escapes") {
    CHECK(terminal_safe_json("{\"a\": \"x\u202Ey\u009B\x7F\"}\n") == "{\"a\": \"x\\u202ey\\u009b\\u007f\"}\n");
}
