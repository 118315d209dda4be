// The frame of every line we write: eight hex digits of CRC-32C over the JSON, a space, the JSON, a newline. A line that
// does not check out is passed over; reading goes on at the next newline, so one bad line loses one line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace avow::storage {

std::string framed(std::string_view json); // with its newline; `json` holds none

struct Record {
    std::size_t number = 0; // of the line, from 1
    std::string_view line;  // as it stands, without its newline
    std::string_view json;  // what is framed, when is_sound
    bool is_sound = false;  // the CRC agrees
    bool is_last = false;   // nothing comes after it, not even a newline: a write that was cut off
};

// The lines of a file; empty ones are passed over, a carriage return before the newline too. Two records that ran
// together (the newline between them damaged) are taken apart. The views look into `bytes`.
std::vector<Record> records_of(std::string_view bytes);
// The same one by one: of a hostile file there may be more than memory has room for.
void each_record(std::string_view bytes, const std::function<void(const Record&)>& take);

// Text as it may come from other programs (a BOM, UTF-16) as UTF-8. Nothing changes when it is UTF-8 already.
struct Recoded {
    std::string text;
    bool was_utf16 = false;
};
bool is_recoding_needed(std::string_view bytes);
Recoded recoded(std::string_view bytes);

} // namespace avow::storage
