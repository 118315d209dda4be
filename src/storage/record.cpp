#include "storage/record.hpp"

#include "session/text.hpp"
#include "storage/crc32c.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace avow::storage {
namespace {

constexpr std::size_t frame_bytes = 9; // the digits and the space

std::string hex8(std::uint32_t crc) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out(8, '0');
    for (std::size_t i = 0; i < 8; ++i) out[7 - i] = digits[crc >> (4 * i) & 0xF];
    return out;
}

// Whether a frame can begin here: eight lower-case hex digits, a space, a brace.
bool looks_framed(std::string_view line) {
    if (line.size() < frame_bytes + 2 || line[8] != ' ' || line[9] != '{') return false;
    return line.substr(0, 8).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_sound(std::string_view line) {
    if (!looks_framed(line)) return false;
    std::uint32_t crc = 0;
    std::from_chars(line.data(), line.data() + 8, crc, 16);
    return crc == crc32c(line.substr(frame_bytes));
}

using Taker = std::function<void(const Record&)>;

void give(const Taker& take, std::size_t number, std::string_view line, bool is_last) {
    if (line.empty()) return;
    if (is_sound(line)) return take({number, line, line.substr(frame_bytes), true, is_last});
    // A few tries only: a hostile line of nothing but frames must not cost a CRC each.
    int tries = 0;
    for (std::size_t at = line.find(" {", frame_bytes + 1); at != std::string_view::npos && tries < 4;
         at = line.find(" {", at + 1)) {
        const std::string_view second = line.substr(at - 8);
        if (!looks_framed(second)) continue;
        ++tries;
        const std::string_view first = line.substr(0, at - 8);
        const std::string_view first_less = first.substr(0, first.size() - 1); // the damaged newline's byte
        if (is_sound(second) || is_sound(first_less)) {
            take({number, first_less, first_less.substr(std::min(frame_bytes, first_less.size())), is_sound(first_less),
                  false});
            return give(take, number, second, is_last);
        }
    }
    take({number, line, {}, false, is_last});
}

// Half a pair becomes U+FFFD, which no CRC of ours agrees with: such a line is set aside like any damaged one.
std::string from_utf16(std::string_view bytes, bool is_big_endian) {
    std::string out;
    const auto unit = [&](std::size_t i) -> std::uint32_t {
        const auto a = static_cast<unsigned char>(bytes[i]);
        const auto b = static_cast<unsigned char>(bytes[i + 1]);
        return is_big_endian ? static_cast<std::uint32_t>(a << 8 | b) : static_cast<std::uint32_t>(b << 8 | a);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const std::uint32_t code = unit(i);
        if (code < 0xD800 || code > 0xDFFF) {
            append_utf8(out, code);
        } else if (code <= 0xDBFF && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) <= 0xDFFF) {
            append_utf8(out, 0x10000 + ((code - 0xD800) << 10) + (unit(i + 2) - 0xDC00));
            i += 2;
        } else {
            append_utf8(out, 0xFFFD);
        }
    }
    return out;
}

enum class Encoding { utf8, utf8_bom, utf16_little, utf16_big };

Encoding encoding_of(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8_bom;
    if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_little;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_big;
    return Encoding::utf8;
}

} // namespace

std::string framed(std::string_view json) {
    std::string line = hex8(crc32c(json));
    line.reserve(frame_bytes + json.size() + 1);
    line += ' ';
    line += json;
    line += '\n';
    return line;
}

void each_record(std::string_view bytes, const std::function<void(const Record&)>& take) {
    std::size_t number = 0;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const bool is_last = end == std::string_view::npos;
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(is_last ? bytes.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        give(take, ++number, line, is_last);
    }
}

std::vector<Record> records_of(std::string_view bytes) {
    std::vector<Record> records;
    each_record(bytes, [&](const Record& record) { records.push_back(record); });
    return records;
}

bool is_recoding_needed(std::string_view bytes) { return encoding_of(bytes) != Encoding::utf8; }

Recoded recoded(std::string_view bytes) {
    switch (encoding_of(bytes)) {
    case Encoding::utf8_bom: return {std::string(bytes.substr(3)), false};
    case Encoding::utf16_little: return {from_utf16(bytes.substr(2), false), true};
    case Encoding::utf16_big: return {from_utf16(bytes.substr(2), true), true};
    case Encoding::utf8: break;
    }
    return {std::string(bytes), false};
}

} // namespace avow::storage
