// The calendar: the C++ standard library counts the days, this file gives them our types and their written forms.
#include "session/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdlib>

namespace avow {

namespace {

constexpr std::array<std::string_view, 7> weekday_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                           "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::size_t short_month_letters = 3;

constexpr std::int64_t ms_per_second = 1'000;
constexpr std::int64_t ms_per_day = 86'400 * ms_per_second;
// Longer than the calendar, and short enough that no arithmetic on them can overflow.
constexpr int most_days = 1'000'000;
constexpr int most_months = 30'000;

std::chrono::sys_days day_number(Date date) {
    return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
           std::chrono::day{static_cast<unsigned>(date.day)};
}

Date date_of(std::chrono::sys_days days) {
    const std::chrono::year_month_day civil{days};
    return {static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
            static_cast<int>(static_cast<unsigned>(civil.day()))};
}

int days_in_month(int year, int month) {
    const std::chrono::year_month_day_last last{
        std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string_view month_name(Date date) { return month_names.at(static_cast<std::size_t>(date.month - 1)); }

// Reads a fixed form from left to right: each `take` either moves on or says that the text is not of that form.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }

    std::optional<char> take_any_of(std::string_view wanted) {
        if (rest_.empty() || wanted.find(rest_.front()) == std::string_view::npos) return std::nullopt;
        const char found = rest_.front();
        rest_.remove_prefix(1);
        return found;
    }

    std::optional<int> take_number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }

private:
    std::string_view rest_;
};

std::optional<Date> take_date(Reader& text) {
    const auto year = text.take_number(4);
    if (!year || !text.take_any_of("-")) return std::nullopt;
    const auto month = text.take_number(2);
    if (!month || !text.take_any_of("-")) return std::nullopt;
    const auto day = text.take_number(2);
    if (!day || !is_valid({*year, *month, *day})) return std::nullopt;
    return Date{*year, *month, *day};
}

// Hours and minutes, as in a time of day and in an offset from UTC.
std::optional<std::int64_t> take_minutes(Reader& text) {
    const auto hour = text.take_number(2);
    if (!hour || *hour > 23 || !text.take_any_of(":")) return std::nullopt;
    const auto minute = text.take_number(2);
    if (!minute || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<std::int64_t> take_decimals_as_ms(Reader& text) {
    if (!text.take_any_of(".")) return 0;
    std::int64_t ms = 0;
    int digits = 0;
    for (; const auto digit = text.take_any_of("0123456789"); ++digits)
        if (digits < 3) ms = ms * 10 + (*digit - '0');
    if (digits == 0 || digits > 9) return std::nullopt;
    for (; digits < 3; ++digits) ms *= 10;
    return ms;
}

std::optional<std::int64_t> take_offset_minutes(Reader& text) {
    const auto sign = text.take_any_of("Zz+-");
    if (!sign) return std::nullopt;
    if (*sign == 'Z' || *sign == 'z') return 0;
    const auto minutes = take_minutes(text);
    if (!minutes) return std::nullopt;
    return *sign == '-' ? -*minutes : *minutes;
}

bool is_far(Date today, Date date) {
    constexpr int ten_months = 304; // days
    return std::abs(days_between(today, date)) > ten_months;
}

} // namespace

bool is_valid(Date date) {
    return date.year >= 1900 && date.year <= 2999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

Weekday weekday_of(Date date) {
    return static_cast<Weekday>(std::chrono::weekday{day_number(date)}.iso_encoding() - 1);
}

Date plus_days(Date date, int days) {
    return date_of(day_number(date) + std::chrono::days{std::clamp(days, -most_days, most_days)});
}

Date plus_months(Date date, int months) {
    const int count = date.year * 12 + (date.month - 1) + std::clamp(months, -most_months, most_months);
    const int year = count / 12;
    const int month = count % 12 + 1;
    if (count < 0) return {0, 1, 1};
    return {year, month, std::min(date.day, days_in_month(year, month))};
}

int days_between(Date from, Date to) { return static_cast<int>((day_number(to) - day_number(from)).count()); }

std::string iso(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::optional<Date> date_from_iso(std::string_view text) {
    Reader reader{text};
    const auto date = take_date(reader);
    return reader.at_end() ? date : std::nullopt;
}

std::string day_and_month(Date date) { return fmt::format("{} {}", date.day, month_name(date)); }

std::string spoken(Date date) {
    return fmt::format("{} {}", weekday_names.at(static_cast<std::size_t>(weekday_of(date))), day_and_month(date));
}

std::string spoken_with_year(Date date) { return fmt::format("{} {}", spoken(date), date.year); }

std::string spoken_from(Date today, Date date) { return is_far(today, date) ? spoken_with_year(date) : spoken(date); }

std::string spoken_short_from(Date today, Date date) {
    return spoken_short(date) + (is_far(today, date) ? " " + std::to_string(date.year) : "");
}

std::string spoken_short(Date date) {
    return fmt::format("{} {}", date.day, month_name(date).substr(0, short_month_letters));
}

bool is_valid(Moment moment) {
    static const std::int64_t first = day_number({1900, 1, 1}).time_since_epoch().count() * ms_per_day;
    static const std::int64_t end = day_number({3000, 1, 1}).time_since_epoch().count() * ms_per_day;
    return moment.unix_ms >= first && moment.unix_ms < end;
}

std::string rfc3339(Moment moment) {
    // A year has four digits; beyond them nothing is valid, and nothing should overflow.
    static const std::int64_t first = day_number({0, 1, 1}).time_since_epoch().count() * ms_per_day;
    static const std::int64_t end = day_number({10'000, 1, 1}).time_since_epoch().count() * ms_per_day;
    const std::chrono::sys_time<std::chrono::milliseconds> time{
        std::chrono::milliseconds{std::clamp(moment.unix_ms, first, end - 1)}};
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - midnight};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", iso(date_of(midnight)), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

std::optional<Moment> moment_from_rfc3339(std::string_view text) {
    Reader reader{text};
    const auto date = take_date(reader);
    if (!date || !reader.take_any_of("Tt ")) return std::nullopt;
    const auto minutes = take_minutes(reader);
    if (!minutes || !reader.take_any_of(":")) return std::nullopt;
    const auto seconds = reader.take_number(2);
    if (!seconds || *seconds > 60) // 60: a leap second, which is the first instant of the next minute here
        return std::nullopt;
    const auto ms = take_decimals_as_ms(reader);
    if (!ms) return std::nullopt;
    const auto offset = take_offset_minutes(reader);
    if (!offset || !reader.at_end()) return std::nullopt;
    return Moment{day_number(*date).time_since_epoch().count() * ms_per_day +
                  ((*minutes - *offset) * 60 + *seconds) * ms_per_second + *ms};
}

} // namespace avow
