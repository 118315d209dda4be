// What has a date, for a calendar: iCalendar (RFC 5545), each due date a VTODO, the next session and each one-on-one a VEVENT.
// An id stands for life in each UID, so that a calendar that takes the same session in again changes what it has instead of
// doubling it.
#pragma once

#include "report/part.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::report {

// Talks of one day, one after the other in seat order. Their time is the room's own, of no time zone: nine is nine there,
// whatever the clock of the computer that writes them says.
struct OneOnOnes {
    Date day;
    int begins_at = 0; // minutes after midnight
    int minutes = 30;  // each

    bool operator==(const OneOnOnes&) const = default;
};

// Whom they are with: everybody, one person, or who said something of a theme.
std::vector<const Participant*> invited(const Session&, const Part&);

// CRLF, lines of at most 75 octets. Nothing where nothing has a date: a calendar of nothing is not valid.
std::optional<std::string> calendar(const Session&, const Part&, const std::optional<OneOnOnes>& = std::nullopt);

// The due dates of these as days, for a code that a telephone reads: it knows events and no tasks. Empty: none has a date.
std::string calendar_days(const Session&, const std::vector<const Accountability*>&);

// A content line, ended and folded: no line is longer than 75 octets, and no character is cut in two.
std::string folded_line(std::string_view line);

} // namespace avow::report
