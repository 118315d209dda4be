// The day a person means. Every form must account for every word: what is left over makes the words unclear, and an
// unclear date is no date, because a wrong due date on the wall is worse than being asked again.
#include "session/date.hpp"
#include "session/text.hpp"

#include <array>
#include <charconv>
#include <span>
#include <vector>

namespace avow {

namespace {

using Words = std::span<const std::string>;

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 13> numbers = {"",      "one",   "two",  "three", "four",   "five",  "six",
                                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
constexpr std::size_t shortest_abbreviation = 3;
constexpr int days_per_week = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    if (text.empty() || text.size() > 4 || !is_digit(text.front())) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Lower case, without commas; "4. 12." is drawn together to "4.12." and "dec." loses its dot.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (word.empty()) return;
        if (word.size() > 1 && word.back() == '.' && !is_digit(word.front())) word.pop_back();
        const bool goes_on = !words.empty() && is_digit(words.back().front()) && words.back().back() == '.';
        if (goes_on && is_digit(word.front()))
            words.back() += word;
        else
            words.push_back(word);
        word.clear();
    };
    for (const char c : folded(clean_line(text)))
        if (c == ' ' || c == ',')
            finish();
        else
            word += c;
    finish();
    return words;
}

// The place of the name in its table: the whole name or its first three letters or more.
template <std::size_t Size>
std::optional<int> place_in(const std::array<std::string_view, Size>& names, std::string_view word) {
    for (std::size_t i = 0; i < Size; ++i)
        if (word.size() >= shortest_abbreviation && names.at(i).starts_with(word)) return static_cast<int>(i);
    return std::nullopt;
}

std::optional<int> month_in(std::string_view word) {
    const auto place = place_in(months, word);
    return place ? std::optional(*place + 1) : std::nullopt;
}

std::optional<Weekday> weekday_in(std::string_view word) {
    const auto place = place_in(weekdays, word == "weds" ? "wed" : word);
    return place ? std::optional(static_cast<Weekday>(*place)) : std::nullopt;
}

std::optional<int> count_in(std::string_view word) {
    if (word == "a" || word == "an") return 1;
    for (std::size_t i = 1; i < numbers.size(); ++i)
        if (word == numbers.at(i)) return static_cast<int>(i);
    return whole_number(word);
}

struct DayOfMonth {
    int day = 0;
    bool is_ordinal = false; // "4th": names a day even when nothing else does
};

std::optional<DayOfMonth> day_in(std::string_view word) {
    std::size_t digits = 0;
    while (digits < word.size() && is_digit(word[digits])) ++digits;
    const auto day = whole_number(word.substr(0, digits));
    const auto ending = word.substr(digits);
    if (!day || digits > 2 || *day < 1 || *day > 31) return std::nullopt;
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") return DayOfMonth{*day, true};
    return ending.empty() || ending == "." ? std::optional(DayOfMonth{*day, false}) : std::nullopt;
}

std::optional<int> year_in(std::string_view word) {
    const auto year = whole_number(word);
    if (!year || (word.size() != 2 && word.size() != 4)) return std::nullopt;
    return word.size() == 2 ? 2000 + *year : *year;
}

std::optional<Date> if_valid(Date date) { return is_valid(date) ? std::optional(date) : std::nullopt; }

Date monday_of(Date date) { return plus_days(date, -static_cast<int>(weekday_of(date))); }
Date friday_of(Date date) { return plus_days(monday_of(date), static_cast<int>(Weekday::friday)); }
Date end_of_month(Date date) { return plus_days(plus_months({date.year, date.month, 1}, 1), -1); }

Date weekday_after(Date today, Weekday weekday) {
    const int ahead = static_cast<int>(weekday) - static_cast<int>(weekday_of(today));
    return plus_days(today, ahead > 0 ? ahead : ahead + days_per_week);
}

// On or after today; eight years reach every 29 February.
std::optional<Date> next_such_day(int day, int month, Date today) {
    for (int year = today.year; year <= today.year + 8; ++year)
        if (const Date date{year, month, day}; is_valid(date) && date >= today) return date;
    return std::nullopt;
}

std::optional<Date> next_such_day(int day, Date today) {
    for (int months_ahead = 0; months_ahead <= 2; ++months_ahead) {
        const Date month = plus_months({today.year, today.month, 1}, months_ahead);
        if (const Date date{month.year, month.month, day}; is_valid(date) && date >= today) return date;
    }
    return std::nullopt;
}

std::optional<Date> named_day(Words words, Date today) {
    if (words.size() > 1 && words.front() == "the") words = words.subspan(1);
    if (words.size() == 1 && words[0] == "today") return today;
    if (words.size() == 1 && words[0] == "tomorrow") return plus_days(today, 1);
    if (words.size() == 1 && words[0] == "yesterday") return plus_days(today, -1);
    if (words.size() == 3 && words[0] == "day" && words[1] == "after" && words[2] == "tomorrow")
        return plus_days(today, 2);
    return std::nullopt;
}

// "in two weeks", "10 days from now"
std::optional<Date> day_at_a_distance(Words words, Date today) {
    if (words.size() == 3 && words[0] == "in")
        words = words.subspan(1);
    else if (words.size() == 4 && words[2] == "from" && (words[3] == "now" || words[3] == "today"))
        words = words.first(2);
    else
        return std::nullopt;
    const auto count = count_in(words[0]);
    std::string_view unit = words[1];
    if (unit.ends_with('s')) unit.remove_suffix(1);
    if (!count) return std::nullopt;
    if (unit == "day") return plus_days(today, *count);
    if (unit == "week") return plus_days(today, *count * days_per_week);
    if (unit == "fortnight") return plus_days(today, *count * 2 * days_per_week);
    if (unit == "month") return plus_months(today, *count);
    if (unit == "year") return plus_months(today, *count * 12);
    return std::nullopt;
}

// "end of month", "end of next week", "end of december"
std::optional<Date> end_of_something(Words words, Date today) {
    if (!words.empty() && words[0] == "the") words = words.subspan(1);
    if (words.size() < 3 || words.size() > 4 || words[0] != "end" || words[1] != "of") return std::nullopt;
    const std::string& last = words.back();
    const bool is_next = words.size() == 4 && words[2] == "next";
    if (words.size() == 4 && !is_next && words[2] != "this" && words[2] != "the") return std::nullopt;
    if (last == "week") {
        const Date friday = friday_of(today);
        return is_next || friday < today ? plus_days(friday, days_per_week) : friday;
    }
    if (last == "month") return end_of_month(plus_months(today, is_next ? 1 : 0));
    if (last == "year") return Date{today.year + (is_next ? 1 : 0), 12, 31};
    const auto month = month_in(last);
    if (!month || words.size() == 4) return std::nullopt;
    return end_of_month({today.year + (*month < today.month ? 1 : 0), *month, 1});
}

// "next friday" is the one of the week that begins next Monday; "next week" keeps the weekday of today.
std::optional<Date> next_something(Words words, Date today) {
    if (words.size() != 2 || (words[0] != "next" && words[0] != "this")) return std::nullopt;
    const auto weekday = weekday_in(words[1]);
    if (words[0] == "this") return weekday ? std::optional(weekday_after(today, *weekday)) : std::nullopt;
    if (weekday) return plus_days(monday_of(today), days_per_week + static_cast<int>(*weekday));
    if (words[1] == "week") return plus_days(today, days_per_week);
    if (words[1] == "month") return plus_months(today, 1);
    if (words[1] == "year") return plus_months(today, 12);
    return std::nullopt;
}

// "4.12.", "4/12/2026", "4-12-2026", "2026-12-04"; day first unless the year comes first.
std::optional<Date> date_in_digits(std::string_view word, Date today) {
    const std::size_t first = word.find_first_of("./-");
    if (first == std::string_view::npos) return std::nullopt;
    const char separator = word[first];
    std::vector<std::string_view> parts;
    if (separator == '.' && word.ends_with('.')) word.remove_suffix(1);
    for (std::size_t end = 0; end != std::string_view::npos; word.remove_prefix(end + 1)) {
        end = word.find(separator);
        parts.push_back(word.substr(0, end));
        if (end == std::string_view::npos) break;
    }
    if (parts.size() == 3 && parts[0].size() == 4) {
        const auto year = whole_number(parts[0]);
        const auto month = whole_number(parts[1]);
        const auto day = whole_number(parts[2]);
        return separator != '.' && year && month && day ? if_valid({*year, *month, *day}) : std::nullopt;
    }
    if (parts.size() < 2 || parts.size() > 3 || parts[1].size() > 2) return std::nullopt;
    const auto day = day_in(parts[0]);
    const auto month = whole_number(parts[1]);
    if (!day || day->is_ordinal || !month) return std::nullopt;
    if (parts.size() == 2) // "4-12" is as likely a span of days
        return separator == '-' ? std::nullopt : next_such_day(day->day, *month, today);
    const auto year = year_in(parts[2]);
    return year ? if_valid({*year, *month, day->day}) : std::nullopt;
}

// "4 december", "the 4th of december 2026", "dec 4", "december the 4th", "the 4th"
std::optional<Date> date_with_month_name(Words words, Date today) {
    const auto skip = [&](std::string_view word) {
        const bool is_there = !words.empty() && words.front() == word;
        if (is_there) words = words.subspan(1);
        return is_there;
    };
    const bool has_the = skip("the");
    if (words.empty()) return std::nullopt;
    auto month = month_in(words.front());
    if (month) {
        words = words.subspan(1);
        skip("the");
    }
    const auto day = words.empty() ? std::nullopt : day_in(words.front());
    if (!day) return std::nullopt;
    words = words.subspan(1);
    if (!month) {
        const bool has_of = skip("of");
        if (words.empty())
            return !has_of && (day->is_ordinal || has_the) ? next_such_day(day->day, today) : std::nullopt;
        month = month_in(words.front());
        words = words.subspan(1);
    }
    if (!month || words.size() > 1) return std::nullopt;
    if (words.empty()) return next_such_day(day->day, *month, today);
    const auto year = year_in(words.front());
    return year ? if_valid({*year, *month, day->day}) : std::nullopt;
}

// "friday", "fri 4 dec", "4.12."; a weekday that is not the date's own makes the words unclear.
std::optional<Date> day_of_the_calendar(Words words, Date today) {
    const auto weekday = words.empty() ? std::nullopt : weekday_in(words.front());
    if (weekday) words = words.subspan(1);
    if (words.empty()) return weekday ? std::optional(weekday_after(today, *weekday)) : std::nullopt;
    auto date = words.size() == 1 ? date_in_digits(words.front(), today) : std::nullopt;
    if (!date) date = date_with_month_name(words, today);
    return date && (!weekday || weekday_of(*date) == *weekday) ? date : std::nullopt;
}

} // namespace

std::optional<Date> date_in_words(std::string_view text, Date today) {
    const auto list = words_in(text);
    Words words{list};
    if (words.size() > 1 && (words[0] == "by" || words[0] == "on" || words[0] == "until" || words[0] == "till"))
        words = words.subspan(1);
    for (const auto form : {named_day, day_at_a_distance, end_of_something, next_something, day_of_the_calendar})
        if (const auto date = form(words, today)) return if_valid(*date);
    return std::nullopt;
}

} // namespace avow
