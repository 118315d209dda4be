#include "session/date.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace avow;

TEST_CASE("a day is valid when the Gregorian calendar of 1900 to 2999 has it") {
    CHECK(is_valid({2026, 11, 21}));
    CHECK(is_valid({1900, 1, 1}));
    CHECK(is_valid({2999, 12, 31}));
    CHECK(is_valid({2024, 2, 29}));
    CHECK(is_valid({2000, 2, 29}));
    CHECK_FALSE(is_valid({1900, 2, 29}));
    CHECK_FALSE(is_valid({2026, 2, 30}));
    CHECK_FALSE(is_valid({2026, 13, 1}));
    CHECK_FALSE(is_valid({2026, 0, 1}));
    CHECK_FALSE(is_valid({2026, 4, 31}));
    CHECK_FALSE(is_valid({2026, 4, 0}));
    CHECK_FALSE(is_valid({0, 1, 1}));
    CHECK_FALSE(is_valid({99999, 1, 1}));
}

TEST_CASE("days are counted forth and back over leap days and years") {
    CHECK(plus_days({2026, 11, 21}, 0) == Date{2026, 11, 21});
    CHECK(plus_days({2026, 12, 31}, 1) == Date{2027, 1, 1});
    CHECK(plus_days({2024, 2, 28}, 1) == Date{2024, 2, 29});
    CHECK(plus_days({2024, 3, 1}, -1) == Date{2024, 2, 29});
    CHECK(days_between({2026, 11, 21}, {2026, 12, 4}) == 13);
    CHECK(days_between({2026, 12, 4}, {2026, 11, 21}) == -13);
    CHECK(days_between({1900, 1, 1}, {2999, 12, 31}) == 401'766);
    for (int days = 0; days <= 401'766; days += 97) {
        const Date date = plus_days({1900, 1, 1}, days);
        REQUIRE(is_valid(date));
        REQUIRE(days_between({1900, 1, 1}, date) == days);
    }
}

TEST_CASE("what lies past the calendar is no valid day, and breaks nothing") {
    CHECK_FALSE(is_valid(plus_days({2999, 12, 31}, 1)));
    CHECK_FALSE(is_valid(plus_days({2026, 1, 1}, std::numeric_limits<int>::max())));
    CHECK_FALSE(is_valid(plus_days({2026, 1, 1}, std::numeric_limits<int>::min())));
    CHECK_FALSE(is_valid(plus_months({2026, 1, 1}, std::numeric_limits<int>::max())));
    CHECK_FALSE(is_valid(plus_months({2026, 1, 1}, std::numeric_limits<int>::min())));
}

TEST_CASE("a month later is the same day, or the last of a shorter month") {
    CHECK(plus_months({2026, 1, 31}, 1) == Date{2026, 2, 28});
    CHECK(plus_months({2028, 1, 31}, 1) == Date{2028, 2, 29});
    CHECK(plus_months({2026, 11, 21}, 2) == Date{2027, 1, 21});
    CHECK(plus_months({2026, 1, 15}, -1) == Date{2025, 12, 15});
    CHECK(plus_months({2026, 11, 21}, 12) == Date{2027, 11, 21});
}

TEST_CASE("a day knows its weekday") {
    CHECK(weekday_of({2026, 11, 21}) == Weekday::saturday);
    CHECK(weekday_of({2026, 11, 23}) == Weekday::monday);
    CHECK(weekday_of({1900, 1, 1}) == Weekday::monday);
    CHECK(weekday_of({1969, 12, 31}) == Weekday::wednesday);
}

TEST_CASE("a day is written four ways") {
    const Date date{2026, 12, 4};
    CHECK(iso(date) == "2026-12-04");
    CHECK(spoken(date) == "Friday 4 December");
    CHECK(spoken_with_year(date) == "Friday 4 December 2026");
    CHECK(spoken_short(date) == "4 Dec");
    CHECK(day_and_month(date) == "4 December");
}

TEST_CASE("an ISO day is read only when it is whole and on the calendar") {
    CHECK(date_from_iso("2026-12-04") == Date{2026, 12, 4});
    for (const auto* text : {"", "2026-12-4", "2026-02-30", "26-12-04", "2026/12/04", " 2026-12-04", "2026-12-04 ",
                             "2026-12-04T", "0000-01-01", "99999-01-01", "+026-12-04", "2026-1a-04"})
        CHECK(date_from_iso(text) == std::nullopt);
}

TEST_CASE("a moment is written in UTC with milliseconds and read back the same") {
    const Moment moment{1'795'272'962'123};
    CHECK(rfc3339(moment) == "2026-11-21T14:56:02.123Z");
    CHECK(moment_from_rfc3339(rfc3339(moment)) == moment);
    CHECK(rfc3339(Moment{0}) == "1970-01-01T00:00:00.000Z");
    CHECK(rfc3339(Moment{-1}) == "1969-12-31T23:59:59.999Z");
    CHECK(moment_from_rfc3339("1969-12-31T23:59:59.999Z") == Moment{-1});
}

TEST_CASE("a moment is read with any offset and any decimals") {
    const Moment moment{1'795'272'962'000};
    CHECK(moment_from_rfc3339("2026-11-21T14:56:02Z") == moment);
    CHECK(moment_from_rfc3339("2026-11-21t14:56:02z") == moment);
    CHECK(moment_from_rfc3339("2026-11-21 14:56:02Z") == moment);
    CHECK(moment_from_rfc3339("2026-11-21T15:56:02+01:00") == moment);
    CHECK(moment_from_rfc3339("2026-11-21T09:26:02-05:30") == moment);
    CHECK(moment_from_rfc3339("2026-11-22T04:56:02+14:00") == moment);
    CHECK(moment_from_rfc3339("2026-11-21T14:56:02.1Z") == Moment{moment.unix_ms + 100});
    CHECK(moment_from_rfc3339("2026-11-21T14:56:02.123999999Z") == Moment{moment.unix_ms + 123});
    CHECK(moment_from_rfc3339("2026-12-31T23:59:60Z") == moment_from_rfc3339("2027-01-01T00:00:00Z"));
    for (const auto* text :
         {"", "2026-11-21", "2026-11-21T14:56:02", "2026-11-21T14:56Z", "2026-11-21T24:00:00Z", "2026-11-21T14:60:02Z",
          "2026-11-21T14:56:61Z", "2026-11-21T14:56:02.Z", "2026-11-21T14:56:02.1234567890Z", "2026-02-30T14:56:02Z",
          "2026-11-21T14:56:02+0100", "2026-11-21T14:56:02+24:00", "2026-11-21T14:56:02Z "})
        CHECK(moment_from_rfc3339(text) == std::nullopt);
}

TEST_CASE("a moment is valid within the years of the calendar, and any other is written without harm") {
    CHECK(is_valid(Moment{0}));
    CHECK(is_valid(*moment_from_rfc3339("1900-01-01T00:00:00Z")));
    CHECK(is_valid(*moment_from_rfc3339("2999-12-31T23:59:59.999Z")));
    CHECK_FALSE(is_valid(Moment{moment_from_rfc3339("1900-01-01T00:00:00Z")->unix_ms - 1}));
    CHECK_FALSE(is_valid(Moment{moment_from_rfc3339("2999-12-31T23:59:59.999Z")->unix_ms + 1}));
    constexpr Moment least{std::numeric_limits<std::int64_t>::min()};
    constexpr Moment most{std::numeric_limits<std::int64_t>::max()};
    CHECK_FALSE(is_valid(least));
    CHECK_FALSE(is_valid(most));
    CHECK(rfc3339(least) == "0000-01-01T00:00:00.000Z");
    CHECK(rfc3339(most) == "9999-12-31T23:59:59.999Z");
}

TEST_CASE("a day that could be taken for one of another year is spoken with its year") {
    const Date today{2026, 11, 29};
    CHECK(spoken_from(today, {2026, 12, 4}) == "Friday 4 December");
    CHECK(spoken_from(today, {2027, 3, 31}) == "Wednesday 31 March");
    CHECK(spoken_from(today, {2028, 11, 20}) == "Monday 20 November 2028");
    CHECK(spoken_from(today, {2025, 11, 28}) == "Friday 28 November 2025");
    CHECK(spoken_short_from(today, {2026, 12, 4}) == "4 Dec");
    CHECK(spoken_short_from(today, {2028, 11, 20}) == "20 Nov 2028");
}
