#include "session/date.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace avow;

namespace {

constexpr Date today = {2026, 11, 18}; // a Wednesday

std::string read(std::string_view words, Date on = today) {
    const auto date = date_in_words(words, on);
    return date ? iso(*date) : "nothing";
}

struct Reading {
    std::string_view words;
    std::string_view day;
};

} // namespace

TEST_CASE("the words of a day are read as people mean them, on Wednesday 18 November 2026") {
    constexpr Reading table[] = {
        {"today", "2026-11-18"},
        {"Tomorrow", "2026-11-19"},
        {"yesterday", "2026-11-17"},
        {"day after tomorrow", "2026-11-20"},
        {"the day after tomorrow", "2026-11-20"},
        // weekdays
        {"friday", "2026-11-20"},
        {"  FRIDAY ", "2026-11-20"},
        {"by friday", "2026-11-20"},
        {"on fri.", "2026-11-20"},
        {"this friday", "2026-11-20"},
        {"next friday", "2026-11-27"},
        {"mon", "2026-11-23"},
        {"tue", "2026-11-24"},
        {"tues", "2026-11-24"},
        {"wed", "2026-11-25"},
        {"weds", "2026-11-25"},
        {"wednesday", "2026-11-25"},
        {"next wednesday", "2026-11-25"},
        {"thurs", "2026-11-19"},
        {"sat", "2026-11-21"},
        {"sunday", "2026-11-22"},
        {"next sunday", "2026-11-29"},
        // distances
        {"in two weeks", "2026-12-02"},
        {"In 2 Weeks", "2026-12-02"},
        {"in three weeks", "2026-12-09"},
        {"in twelve days", "2026-11-30"},
        {"in 10 days", "2026-11-28"},
        {"in a day", "2026-11-19"},
        {"in one week", "2026-11-25"},
        {"in a week", "2026-11-25"},
        {"in a fortnight", "2026-12-02"},
        {"in a month", "2026-12-18"},
        {"in 3 months", "2027-02-18"},
        {"in a year", "2027-11-18"},
        {"two weeks from now", "2026-12-02"},
        {"10 days from today", "2026-11-28"},
        {"next week", "2026-11-25"},
        {"next month", "2026-12-18"},
        {"next year", "2027-11-18"},
        // ends
        {"end of week", "2026-11-20"},
        {"end of the week", "2026-11-20"},
        {"by the end of this week", "2026-11-20"},
        {"end of next week", "2026-11-27"},
        {"end of month", "2026-11-30"},
        {"end of the month", "2026-11-30"},
        {"end of next month", "2026-12-31"},
        {"end of year", "2026-12-31"},
        {"end of january", "2027-01-31"},
        {"the end of nov", "2026-11-30"},
        // day and month
        {"4 december", "2026-12-04"},
        {"4 dec", "2026-12-04"},
        {"dec 4", "2026-12-04"},
        {"Dec. 4", "2026-12-04"},
        {"december 4th", "2026-12-04"},
        {"december the 4th", "2026-12-04"},
        {"the 4th of december", "2026-12-04"},
        {"4th of December, 2027", "2027-12-04"},
        {"Dec 4, 2027", "2027-12-04"},
        {"4 dec 27", "2027-12-04"},
        {"4. december", "2026-12-04"},
        {"fri 4 dec", "2026-12-04"},
        {"Friday, 4 December 2026", "2026-12-04"},
        {"friday the 4th", "2026-12-04"},
        {"the 4th", "2026-12-04"},
        {"4th", "2026-12-04"},
        {"the 18th", "2026-11-18"},
        {"the 31st", "2026-12-31"},
        {"18 nov", "2026-11-18"},
        {"17 nov", "2027-11-17"},
        {"1 sept", "2027-09-01"},
        {"29 feb", "2028-02-29"},
        // digits
        {"4.12.", "2026-12-04"},
        {"4.12", "2026-12-04"},
        {"04.12.", "2026-12-04"},
        {"4. 12.", "2026-12-04"},
        {"4. 12. 2027", "2027-12-04"},
        {"4.12.2026", "2026-12-04"},
        {"4.12.26", "2026-12-04"},
        {"4/12", "2026-12-04"},
        {"4/12/2026", "2026-12-04"},
        {"4-12-2026", "2026-12-04"},
        {"2026-12-04", "2026-12-04"},
        {"2026/12/04", "2026-12-04"},
        {"fri 4.12.", "2026-12-04"},
        {"1.1.", "2027-01-01"},
    };
    for (const auto& [words, day] : table) {
        CAPTURE(words);
        CHECK(read(words) == day);
    }
}

TEST_CASE("words that name no day, or more than one, are read as nothing") {
    for (const auto* words : {"",
                              " ",
                              "soon",
                              "by",
                              "the",
                              "4",
                              "31 feb",
                              "30 february",
                              "31.4.",
                              "29.2.2027",
                              "2026-02-30",
                              "4/13",
                              "12/31",
                              "0 dec",
                              "32 dec",
                              "dec",
                              "fri 5 dec",
                              "monday 4 dec",
                              "friday monday",
                              "in weeks",
                              "in some weeks",
                              "in 5 moons",
                              "in 99999 days",
                              "next",
                              "next tuesday or so",
                              "end of",
                              "end of time",
                              "4-12",
                              "1-3 dec",
                              "4 dec 999",
                              "4 dec 3000",
                              "1.2.3.4",
                              "the end",
                              "ju",
                              "mo",
                              "before friday",
                              "not friday",
                              "4 december 2026 or 5",
                              "2026-12-04T00:00",
                              "the 32nd",
                              "a",
                              "...",
                              "4..12",
                              "/",
                              "-4.12.",
                              "4,5",
                              "two weeks",
                              "next 4 dec",
                              "4 of"}) {
        CAPTURE(words);
        CHECK(read(words) == "nothing");
    }
}

TEST_CASE("a weekday named on that weekday is a week away") {
    const Date friday{2026, 11, 20};
    CHECK(read("friday", friday) == "2026-11-27");
    CHECK(read("next friday", friday) == "2026-11-27");
    CHECK(read("end of week", friday) == "2026-11-20");
}

TEST_CASE("at the weekend the next friday and the end of the week are those of the week to come") {
    const Date saturday{2026, 11, 21};
    CHECK(read("friday", saturday) == "2026-11-27");
    CHECK(read("next friday", saturday) == "2026-11-27");
    CHECK(read("end of week", saturday) == "2026-11-27");
}

TEST_CASE("months of different lengths end where they end") {
    CHECK(read("in a month", {2027, 1, 31}) == "2027-02-28");
    CHECK(read("end of next month", {2027, 1, 31}) == "2027-02-28");
    CHECK(read("end of month", {2028, 2, 1}) == "2028-02-29");
    CHECK(read("the 31st", {2027, 2, 1}) == "2027-03-31");
    CHECK(read("the 30th", {2027, 1, 31}) == "2027-03-30");
}

TEST_CASE("a day past the calendar is read as nothing") {
    CHECK(read("tomorrow", {2999, 12, 31}) == "nothing");
    CHECK(read("friday", {2999, 12, 31}) == "nothing");
    CHECK(read("1 jan", {2999, 12, 31}) == "nothing");
    CHECK(read("in 9999 years") == "nothing");
}

TEST_CASE("the spoken forms of any day are read back as that day") {
    for (int ahead = 0; ahead < 800; ++ahead) {
        const Date date = plus_days(today, ahead);
        REQUIRE(read(iso(date)) == iso(date));
        REQUIRE(read(spoken_with_year(date)) == iso(date));
        if (ahead < 365) REQUIRE(read(spoken(date)) == iso(date));
        if (ahead < 365) REQUIRE(read(spoken_short(date)) == iso(date));
    }
}
