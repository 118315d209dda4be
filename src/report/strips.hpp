// A take-away strip for each person, to print, cut and hand out at Close: their words, by when, and a code that holds the
// same words as text, or their dates for a calendar.
#pragma once

#include "report/part.hpp"
#include "report/press.hpp"

#include <string>
#include <vector>

namespace avow::report {

struct Promise {
    std::string words; // what holds: the agreed wording, else as said
    std::string by;    // "by Friday 4 December 2026"; empty: no date

    bool operator==(const Promise&) const = default;
};

// What a code holds. A calendar takes only what has a date; where nothing has, the code is text.
enum class Code { text, calendar };

// One person's, or a part of one's: who promised more than a code can hold gets another strip.
struct Strip {
    std::string name;
    std::vector<Promise> promises;
    std::string payload; // of the code; empty when even one promise is too long for one
    Code code = Code::text;

    bool operator==(const Strip&) const = default;
};

std::vector<Strip> strips_of(const Session&, const Part&,
                             Code = Code::text); // in seat order, of those who said something

std::string pdf_of_strips(const Session&, const Part&, Paper, Code = Code::text);

} // namespace avow::report
