// CRC-32C (Castagnoli), as in iSCSI (RFC 3720, appendix B.4): detects every error of up to five bits in a line of ours
// up to 655 bytes, of up to three bits up to 268 MB, and all bursts of up to 32 bits. No package of Debian 12 has it.
#pragma once

#include <cstdint>
#include <string_view>

namespace avow::storage {

std::uint32_t crc32c(std::string_view bytes); // of "123456789": 0xE3069283

} // namespace avow::storage
