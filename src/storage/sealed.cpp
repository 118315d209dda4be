// Head line, cost, salt, nonce; what is sealed and its tag; a sum. All of the head is authenticated along with the words.
#include "storage/sealed.hpp"

#include "storage/crc32c.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace avow::storage {

namespace {

constexpr std::string_view mark = "avow-sealed "; // and the version
constexpr std::string_view head_line = "avow-sealed 1\n";
constexpr std::size_t number_bytes = 4;
constexpr std::size_t salt_at = head_line.size() + 2 * number_bytes;
constexpr std::size_t nonce_at = salt_at + crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t head_bytes = nonce_at + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t sum_bytes = number_bytes;

struct Cost {
    std::uint32_t passes = crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE;
    std::uint32_t memory_kib = crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE / 1024;
};

// A head is read before anything in it is proven, so what it asks of this machine has bounds.
bool is_within_bounds(const Cost& cost) {
    return cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN &&
           cost.passes <= crypto_pwhash_argon2id_OPSLIMIT_SENSITIVE &&
           cost.memory_kib >= crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024 &&
           cost.memory_kib <= crypto_pwhash_argon2id_MEMLIMIT_SENSITIVE / 1024;
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

// Numbers stand with their lowest byte first.
std::string as_bytes(std::uint32_t number) {
    std::string bytes;
    for (unsigned i = 0; i < number_bytes; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
    return bytes;
}

std::uint32_t number_at(std::string_view bytes, std::size_t place) {
    std::uint32_t number = 0;
    for (unsigned i = 0; i < number_bytes; ++i) number |= std::uint32_t{raw(bytes)[place + i]} << (8 * i);
    return number;
}

Cost cost_in(std::string_view bytes) {
    return {number_at(bytes, head_line.size()), number_at(bytes, head_line.size() + number_bytes)};
}

// A key, gone from memory with its last use.
class Key {
public:
    Key(std::string_view passphrase, std::string_view head) {
        const auto cost = cost_in(head);
        if (crypto_pwhash(bytes_.data(), bytes_.size(), passphrase.data(), passphrase.size(), raw(head) + salt_at,
                          cost.passes, std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
            throw std::runtime_error("A passphrase takes " + std::to_string(cost.memory_kib / 1024) +
                                     " MiB of memory to check, and this machine has not so much free. Nothing was "
                                     "changed; close something and try again.");
    }
    ~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    const unsigned char* data() const { return bytes_.data(); }

private:
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> bytes_{};
};

std::string new_head() {
    const Cost cost;
    std::string head = std::string(head_line) + as_bytes(cost.passes) + as_bytes(cost.memory_kib);
    head.resize(head_bytes);
    randombytes_buf(raw(head) + salt_at, head_bytes - salt_at); // salt and nonce
    return head;
}

} // namespace

void wake_sodium() {
    static const bool is_awake = sodium_init() >= 0;
    if (!is_awake) throw std::runtime_error("This machine gives no chance to draw numbers from. Nothing was changed.");
}

std::string seal(std::string_view plain, std::string_view passphrase) {
    wake_sodium();
    const auto head = new_head();
    const Key key(passphrase, head);
    std::string bytes = head;
    bytes.resize(head_bytes + plain.size() + tag_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(bytes) + head_bytes, nullptr, raw(plain), plain.size(), raw(head),
                                               head.size(), nullptr, raw(head) + nonce_at, key.data());
    return bytes + as_bytes(crc32c(bytes));
}

std::optional<std::string> unsealed(std::string_view bytes, std::string_view passphrase) {
    if (!is_whole_seal(bytes)) return std::nullopt;
    wake_sodium();
    const auto head = bytes.substr(0, head_bytes);
    const auto body = bytes.substr(head_bytes, bytes.size() - head_bytes - sum_bytes);
    const Key key(passphrase, head);
    std::string plain(body.size() - tag_bytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(body), body.size(), raw(head),
                                                   head.size(), raw(head) + nonce_at, key.data()) != 0)
        return std::nullopt;
    return plain;
}

bool is_sealed(std::string_view bytes) { return bytes.starts_with(mark); }

bool is_whole_seal(std::string_view bytes) {
    if (!bytes.starts_with(head_line) || bytes.size() < head_bytes + tag_bytes + sum_bytes) return false;
    const auto summed = bytes.substr(0, bytes.size() - sum_bytes);
    return crc32c(summed) == number_at(bytes, summed.size()) && is_within_bounds(cost_in(bytes));
}

void wipe(std::string& secret) {
    secret.resize(secret.capacity()); // it may have been longer
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

} // namespace avow::storage
