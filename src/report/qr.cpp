#include "report/qr.hpp"

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace avow::report {

namespace {

constexpr unsigned eci_of_utf8 = 26; // ISO/IEC 18004: without it a reader guesses, and guesses wrong on short words

bool is_ascii(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

using Input = std::unique_ptr<QRinput, decltype(&QRinput_free)>;
using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encoded(const std::string& payload, QRecLevel level) {
    const Input input(QRinput_new2(0, level), &QRinput_free);
    const auto* bytes = reinterpret_cast<const unsigned char*>(payload.data());
    const bool is_taken = (is_ascii(payload) || QRinput_appendECIheader(input.get(), eci_of_utf8) == 0) &&
                          QRinput_append(input.get(), QR_MODE_8, static_cast<int>(payload.size()), bytes) == 0;
    return {is_taken ? QRcode_encodeInput(input.get()) : nullptr, &QRcode_free};
}

} // namespace

std::optional<QrCode> qr_code(const std::string& payload) {
    if (payload.empty()) return std::nullopt;
    auto code = encoded(payload, QR_ECLEVEL_M);
    if (!code) code = encoded(payload, QR_ECLEVEL_L);
    if (!code) return std::nullopt;
    QrCode made{static_cast<std::size_t>(code->width), {}};
    for (std::size_t i = 0; i < made.side * made.side; ++i) made.square.push_back((code->data[i] & 1) != 0);
    return made;
}

} // namespace avow::report
