#include "report/calendar.hpp"

#include "report/document.hpp"
#include "report/phrases.hpp"
#include "report/plain_text.hpp"

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

} // namespace

std::string as_calendar_text(std::string_view words) {
    std::string text;
    for (const char c : on_one_line(words)) {
        if (c == '\\' || c == ';' || c == ',') text += '\\';
        text += c;
    }
    return text;
}

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

std::optional<std::string> calendar(const Session& session, const Part& part) {
    const auto items = holding(part, insight::by_person(session));
    const bool has_due = std::ranges::any_of(items, [](const auto* item) { return item->due.has_value(); });
    if (!has_due && !session.next_date) return std::nullopt;
    Calendar made;
    for (const auto* item : items)
        if (item->due) add_due(made, session, *item);
    if (session.next_date) add_next_session(made, session);
    made.end("VCALENDAR");
    return made.text();
}

} // namespace avow::report
