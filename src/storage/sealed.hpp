// Words under a passphrase: whoever has the bytes and not the passphrase learns how long they are, and nothing else.
// libsodium does the work: Argon2id makes the key, XChaCha20-Poly1305 seals. The format is in docs/file-format.md.
//
// A key costs what libsodium calls INTERACTIVE: 64 MiB and two passes, an eighth of a second. MODERATE was measured at seven
// times that, which buys less than one letter more of the passphrase does, and the window would stand still for a second
// whenever a point is kept. The cost stands in the head of what is sealed, so it can be raised and old files still open.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace avow::storage {

constexpr std::size_t most_passphrase_bytes = 1024;

// Never the same bytes twice. Throws std::runtime_error where this machine has not the memory to make a key.
std::string seal(std::string_view plain, std::string_view passphrase);

// Nothing: another passphrase, or bytes that are not as they were sealed. Throws as seal does.
std::optional<std::string> unsealed(std::string_view bytes, std::string_view passphrase);

bool is_sealed(std::string_view bytes); // begins like it, be it damaged or of a newer version

// All there as it was written, and of a kind we open: what tells a wrong passphrase from a damaged file.
bool is_whole_seal(std::string_view bytes);

void wake_sodium(); // before anything is drawn by it. Throws std::runtime_error where there is no chance to draw from

void wipe(std::string& secret); // leaves no letter of it in memory, and the string empty

} // namespace avow::storage
