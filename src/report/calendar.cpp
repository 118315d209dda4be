#include "report/calendar.hpp"

#include "insight/account.hpp"
#include "report/document.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace avow::report {

namespace {

constexpr std::size_t octets_of_a_line = 75;

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string without(std::string text, std::string_view letters) {
    std::erase_if(text, [&](char c) { return letters.find(c) != std::string_view::npos; });
    return text;
}

std::string compact(Date date) { return without(iso(date), "-"); }

// "20261121T145602Z": iCalendar knows no milliseconds.
std::string compact(Moment moment) { return without(rfc3339(moment).substr(0, 19), "-:") + "Z"; }

// Words as the TEXT of RFC 5545: no line end, semicolon, comma or backslash is left that could end the value.
std::string as_calendar_text(std::string_view words) {
    std::string text;
    for (const char c : on_one_line(words)) {
        if (c == '\\' || c == ';' || c == ',') text += '\\';
        text += c;
    }
    return text;
}

class Calendar {
public:
    Calendar() {
        begin("VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Avow//Avow//EN");
        line("CALSCALE:GREGORIAN");
    }
    void begin(std::string_view component) { line("BEGIN:" + std::string(component)); }
    void end(std::string_view component) { line("END:" + std::string(component)); }
    void line(std::string_view content) { text_ += folded_line(content); }
    void words(std::string_view name, std::string_view words) {
        line(std::string(name) + ":" + as_calendar_text(words));
    }
    // Several lines of words in one value.
    void lines(std::string_view name, const std::vector<std::string>& lines) {
        std::string value;
        for (const auto& one : lines) value += (value.empty() ? "" : "\\n") + as_calendar_text(one);
        if (!value.empty()) line(std::string(name) + ":" + value);
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

void add_identity(Calendar& calendar, const Session& session, std::string_view id, std::string_view what) {
    calendar.words("UID", std::string(id) + "-" + std::string(what) + "@avow");
    calendar.line("DTSTAMP:" + compact(last_moment(session)));
}

std::vector<std::string> description_of(const Session& session, const Accountability& item) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view label, const std::string& words) {
        if (!words.empty()) lines.push_back(std::string(label) + words);
    };
    add("As said: ", item.statement);
    if (const auto* agreed = agreed_wording(item)) add("Agreed: ", agreed->text);
    add("To show: ", item.evidence);
    add("Measure: ", item.measure);
    add("If-then: ", item.if_then);
    add("First step: ", item.first_step);
    add("Help: ", item.help);
    add("Goal: ", goal_line(session.goal));
    return lines;
}

void add_due(Calendar& calendar, const Session& session, const Accountability& item) {
    const auto* check_in = last_check_in(item);
    const auto* theme = item.theme ? find(session, *item.theme) : nullptr;
    calendar.begin("VTODO");
    add_identity(calendar, session, item.id.text, session.id.text);
    calendar.line("DUE;VALUE=DATE:" + compact(*item.due));
    calendar.words("SUMMARY", name_of(session, item.owner) + ": " + words_of(item));
    calendar.lines("DESCRIPTION", description_of(session, item));
    if (theme) calendar.words("CATEGORIES", theme->title);
    const bool is_kept = check_in && check_in->outcome == Outcome::kept;
    calendar.line(is_kept ? "STATUS:COMPLETED" : "STATUS:NEEDS-ACTION");
    calendar.end("VTODO");
}

void add_next_session(Calendar& calendar, const Session& session) {
    calendar.begin("VEVENT");
    add_identity(calendar, session, session.id.text, "next");
    calendar.line("DTSTART;VALUE=DATE:" + compact(*session.next_date));
    calendar.line("DTEND;VALUE=DATE:" + compact(plus_days(*session.next_date, 1))); // the day after: it is not included
    calendar.words("SUMMARY", session.team.empty() ? "The account is given" : session.team + ": the account is given");
    calendar.lines("DESCRIPTION", {"What was said on " + spoken_with_year(session.date) + ", and what came of it"});
    calendar.line("TRANSP:TRANSPARENT"); // a day to know of, not a day that is taken
    calendar.end("VEVENT");
}

// ---- one-on-ones ------------------------------------------------------------------------------------------------

// A local time without a zone, which RFC 5545 calls floating.
std::string compact(Date day, int minute) {
    return fmt::format("{}T{:02}{:02}00", compact(day), minute / 60, minute % 60);
}

// All that is open: carried into the session, and said in it.
std::vector<const Accountability*> open_items(const Session& session, const Part& part, const ParticipantId& id) {
    auto items = insight::account_of(session, id);
    for (const auto* item : insight::said_by(session, id)) items.push_back(item);
    std::erase_if(items, [](const auto* item) { return !insight::is_open(*item); });
    return holding(part, std::move(items));
}

std::vector<std::string> talk_of(const std::vector<const Accountability*>& items) {
    std::vector<std::string> lines;
    int number = 0;
    for (const auto* item : items) {
        lines.push_back(fmt::format("{}. {}", ++number, item->statement));
        if (const auto* agreed = agreed_wording(*item)) lines.push_back("Agreed: " + agreed->text);
        if (item->due) lines.push_back("By: " + spoken_with_year(*item->due));
    }
    return lines.empty() ? std::vector<std::string>{"Nothing is open."} : lines;
}

void add_one_on_ones(Calendar& calendar, const Session& session, const Part& part, const OneOnOnes& talks) {
    int begin = talks.begins_at;
    for (const auto* person : invited(session, part)) {
        calendar.begin("VEVENT");
        add_identity(calendar, session, person->id.text, session.id.text + "-one-on-one");
        calendar.line("DTSTART:" + compact(talks.day, begin));
        calendar.line(fmt::format("DURATION:PT{}M", talks.minutes));
        calendar.words("SUMMARY", "One-on-one: " + name_of(session, person->id));
        calendar.lines("DESCRIPTION", talk_of(open_items(session, part, person->id)));
        calendar.end("VEVENT");
        begin += talks.minutes;
    }
}

// ---- days for a code ----------------------------------------------------------------------------------------------

void add_day(Calendar& calendar, const Session& session, const Accountability& item) {
    calendar.begin("VEVENT");
    add_identity(calendar, session, item.id.text, "day");
    calendar.line("DTSTART;VALUE=DATE:" + compact(*item.due));
    calendar.words("SUMMARY", words_of(item));
    calendar.end("VEVENT");
}

} // namespace

std::string folded_line(std::string_view line) {
    std::string text;
    for (std::size_t room = octets_of_a_line; line.size() > room; room = octets_of_a_line - 1) { // the space is one
        std::size_t size = room;
        while (size > 1 && continues_a_character(line[size])) --size;
        text += std::string(line.substr(0, size)) + "\r\n ";
        line.remove_prefix(size);
    }
    return text + std::string(line) + "\r\n";
}

std::vector<const Participant*> invited(const Session& session, const Part& part) {
    std::vector<const Participant*> people;
    for (const auto& person : session.participants) {
        const bool is_of_part = !part.theme || !holding(part, insight::said_by(session, person.id)).empty();
        if (is_of_part && (!part.person || person.id == *part.person)) people.push_back(&person);
    }
    return people;
}

std::optional<std::string> calendar(const Session& session, const Part& part, const std::optional<OneOnOnes>& talks) {
    const auto items = holding(part, insight::by_person(session));
    const bool has_due = std::ranges::any_of(items, [](const auto* item) { return item->due.has_value(); });
    const bool has_talks = talks && !invited(session, part).empty();
    if (!has_due && !session.next_date && !has_talks) return std::nullopt;
    Calendar made;
    for (const auto* item : items)
        if (item->due) add_due(made, session, *item);
    if (session.next_date) add_next_session(made, session);
    if (talks) add_one_on_ones(made, session, part, *talks);
    made.end("VCALENDAR");
    return made.text();
}

std::string calendar_days(const Session& session, const std::vector<const Accountability*>& items) {
    if (std::ranges::none_of(items, [](const auto* item) { return item->due.has_value(); })) return {};
    Calendar made;
    for (const auto* item : items)
        if (item->due) add_day(made, session, *item);
    made.end("VCALENDAR");
    return made.text();
}

} // namespace avow::report
