// A QR code as a value: dark and light squares. Its payload is the words themselves and never an address, so that it is read
// without a network.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace avow::report {

struct QrCode {
    std::size_t side = 0;     // squares on one side, without the quiet zone around
    std::vector<bool> square; // row by row; true is dark

    bool is_dark(std::size_t row, std::size_t column) const { return square[row * side + column]; }
    bool operator==(const QrCode&) const = default;
};

// Error correction M where it fits, which a crease survives, else L. Nothing over what a code can hold (2,953 bytes), and
// for no words at all.
std::optional<QrCode> qr_code(const std::string& payload);

} // namespace avow::report
