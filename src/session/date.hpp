// Calendar days and moments, without a clock: whoever asks what "friday" means says what today is.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace avow {

// A day of the Gregorian calendar, years 1900 to 2999. A default Date means "not set" nowhere: where a date may
// be missing, the field is a std::optional<Date>.
struct Date {
    int year = 1970;
    int month = 1; // 1 to 12
    int day = 1;   // 1 to 31

    auto operator<=>(const Date&) const = default;
};

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

bool is_valid(Date);
Weekday weekday_of(Date);
Date plus_days(Date, int days);
Date plus_months(Date, int months);   // 31 January + 1 month is the last day of February
int days_between(Date from, Date to); // negative when `to` comes first
std::string iso(Date);                // "2026-11-21"
std::optional<Date> date_from_iso(std::string_view);
std::string day_and_month(Date);    // "4 December"
std::string spoken(Date);           // "Friday 4 December"
std::string spoken_with_year(Date); // "Friday 4 December 2026"
std::string spoken_short(Date);     // "4 Dec"
// With its year where that could be taken for another: more than ten months from `today`.
std::string spoken_from(Date today, Date);       // "Friday 4 December", "Monday 20 November 2028"
std::string spoken_short_from(Date today, Date); // "4 Dec", "20 Nov 2028"

// The day a person means: "friday", "next friday", "tomorrow", "in two weeks", "in 10 days", "end of month", "end of
// next month", "4 december", "dec 4", "4.12.", "4.12.2026", "4/12" (day first), "2026-12-04", "the 4th", "today".
// A weekday is the next one after today; "next friday" is the one of the week that begins next Monday; "next week" is
// today's weekday in it; "end of week" is Friday. A day and month without a year is the next such day on or after today.
// Nothing when the words name no day, or name two ("fri 4 dec" when that is a Saturday); case, accents and surrounding
// space do not matter.
std::optional<Date> date_in_words(std::string_view words, Date today);

// An instant, in milliseconds since 1970-01-01T00:00:00Z; the resolution a session keeps.
struct Moment {
    std::int64_t unix_ms = 0;

    auto operator<=>(const Moment&) const = default;
};

bool is_valid(Moment);       // within the years of the calendar
std::string rfc3339(Moment); // "2026-11-21T14:56:02.123Z", always UTC and always with milliseconds
std::optional<Moment> moment_from_rfc3339(std::string_view); // any offset, 0 to 9 decimals (cut to milliseconds)

} // namespace avow
