// What has a date, for a calendar.
#include "hostile.hpp"
#include "report/calendar.hpp"
#include "session/text.hpp"
#include "workshop.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

using namespace avow;
using namespace avow::report;

namespace {

// RFC 5545, read strictly: content lines, unfolded.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        const auto line = text.substr(at, end - at);
        CHECK(line.size() <= 75);
        CHECK(is_utf8(line));
        CHECK(line.find_first_of("\r\n") == std::string::npos);
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
        at = end + 2;
    }
    return lines;
}

std::string value_of(const std::vector<std::string>& lines, const std::string& name) {
    for (const auto& line : lines)
        if (line.starts_with(name + ":")) return line.substr(name.size() + 1);
    return "";
}

std::string as_read(const std::string& value) {
    std::string words;
    for (std::size_t at = 0; at < value.size(); ++at) words += value[at] == '\\' ? value[++at] : value[at];
    return words;
}

auto count(const std::vector<std::string>& lines, const std::string& line) { return std::ranges::count(lines, line); }

} // namespace

TEST_CASE("each due date is a task, and the next session an event of one day") {
    auto session = examples::workshop();
    session.next_date = Date{2026, 12, 31};
    session.accountabilities[0].said_at = *moment_from_rfc3339("2026-11-24T09:30:15Z");
    CHECK(lines_of(*calendar(session, {})) ==
          std::vector<std::string>{"BEGIN:VCALENDAR",
                                   "VERSION:2.0",
                                   "PRODID:-//Avow//Avow//EN",
                                   "CALSCALE:GREGORIAN",
                                   "BEGIN:VTODO",
                                   "UID:a1-s@avow",
                                   "DTSTAMP:20261124T093015Z",
                                   "DUE;VALUE=DATE:20261204",
                                   "SUMMARY:Ana: I call the day before",
                                   "DESCRIPTION:As said: I call ahead\\, always\\nAgreed: I call the day before\\n"
                                   "To show: the call list\\nGoal: No visit twice",
                                   "CATEGORIES:Before we go",
                                   "STATUS:NEEDS-ACTION",
                                   "END:VTODO",
                                   "BEGIN:VEVENT",
                                   "UID:s-next@avow",
                                   "DTSTAMP:20261124T093015Z",
                                   "DTSTART;VALUE=DATE:20261231",
                                   "DTEND;VALUE=DATE:20270101",
                                   "SUMMARY:Field team: the account is given",
                                   "DESCRIPTION:What was said on Saturday 21 November 2026\\, and what came of it",
                                   "TRANSP:TRANSPARENT",
                                   "END:VEVENT",
                                   "END:VCALENDAR"});
}

TEST_CASE("where nothing has a date there is no calendar") {
    auto session = examples::workshop();
    CHECK_FALSE(calendar(session, {ParticipantId{"p2"}, std::nullopt}));
    CHECK(calendar(session, {ParticipantId{"p1"}, std::nullopt}));
    CHECK_FALSE(calendar(Session{}, {}));
}

TEST_CASE("one-on-ones follow each other by seat, at the room's own time, with what the person has open") {
    auto session = examples::workshop();
    session.accountabilities[3].check_ins = {{{2026, 11, 28}, Outcome::kept, "", ""}};
    const auto lines = lines_of(*calendar(session, {}, OneOnOnes{{2026, 12, 5}, 9 * 60 + 40, 50}));
    std::vector<std::string> told;
    for (const auto& line : lines)
        if (line.starts_with("DTSTART:") || line.starts_with("SUMMARY:One") || line.starts_with("DESCRIPTION:1") ||
            line.starts_with("DESCRIPTION:No"))
            told.push_back(line.substr(line.find(':') + 1));
    CHECK(told == std::vector<std::string>{
                      "20261205T094000", "One-on-one: Ana",
                      "1. I call ahead\\, always\\nAgreed: I call the day before\\nBy: Friday 4 December 2026",
                      "20261205T103000", "One-on-one: Bo (seat 2)", "1. I check the parts", "20261205T112000",
                      "One-on-one: Bo (seat 3)", "1. the van is clean", "20261205T121000", "One-on-one: Lee",
                      "Nothing is open."});
    CHECK(count(lines, "DURATION:PT50M") == 4);
    CHECK(count(lines, "BEGIN:VTODO") == 1);
    CHECK(count(lines, "UID:p1-s-one-on-one@avow") == 1);
}

TEST_CASE("a one-on-one of a part is with whom it is about, and what was carried is on its list") {
    auto session = examples::workshop();
    session.carried = {examples::said("c1", "p4", "I bring the keys")};
    const OneOnOnes talks{{2026, 12, 5}, 0, 30};
    const auto lees = lines_of(*calendar(session, {ParticipantId{"p4"}, std::nullopt}, talks));
    CHECK(count(lees, "BEGIN:VEVENT") == 1);
    CHECK(value_of(lees, "DESCRIPTION") == "1. I bring the keys");
    CHECK(invited(session, {std::nullopt, ThemeId{"t2"}}).size() == 2); // Ana by a second theme, Bo of seat 3
}

TEST_CASE("what was kept is done in a calendar, all else is not") {
    auto session = examples::workshop();
    auto& check_ins = session.accountabilities[0].check_ins;
    for (const auto outcome : {Outcome::kept, Outcome::part, Outcome::missed, Outcome::changed}) {
        check_ins = {{{2026, 11, 28}, outcome, "", ""}};
        CHECK(value_of(lines_of(*calendar(session, {})), "STATUS") ==
              (outcome == Outcome::kept ? "COMPLETED" : "NEEDS-ACTION"));
    }
}

TEST_CASE("words that look like lines of a calendar stay words") {
    auto session = examples::workshop();
    session.accountabilities[0].wordings.clear();
    for (const char* words : examples::hostile) {
        INFO(words);
        session.accountabilities[0].statement = session.accountabilities[0].evidence = words;
        session.themes[0].title = words;
        const auto lines = lines_of(*calendar(session, {}));
        CHECK(count(lines, "BEGIN:VCALENDAR") == 1);
        CHECK(count(lines, "END:VTODO") == 1);
        CHECK(as_read(value_of(lines, "SUMMARY")) == "Ana: " + std::string(words));
        CHECK(as_read(value_of(lines, "CATEGORIES")) == words);
    }
    session.accountabilities[0].statement = "a\r\nEND:VTODO\x01";
    CHECK(value_of(lines_of(*calendar(session, {})), "SUMMARY") == "Ana: a\uFFFD\uFFFDEND:VTODO\uFFFD");
}

TEST_CASE("a long line is folded, and no character is cut in two") {
    for (const char* letter : {"a", "é", "王", "👩"})
        for (std::size_t indent = 0; indent < 5; ++indent) {
            std::string line(indent, '.');
            for (int i = 0; i < 200; ++i) line += letter;
            CHECK(lines_of(folded_line(line)) == std::vector{line});
        }
    CHECK(folded_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
    CHECK(folded_line(std::string(76, 'a')) == std::string(75, 'a') + "\r\n a\r\n");
}

TEST_CASE("confidence changes no byte of a calendar") {
    auto session = examples::workshop();
    const auto before = calendar(session, {});
    session.accountabilities.front().confidence = 3;
    CHECK(calendar(session, {}) == before);
}
