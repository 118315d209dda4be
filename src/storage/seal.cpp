#include "storage/seal.hpp"

#include "storage/sealed.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

namespace avow::storage {

namespace {

constexpr std::string_view version_line = "avow-seal 1\n";
constexpr std::size_t fingerprint_bytes = 32;
constexpr std::size_t nonce_bytes = 16;
constexpr std::size_t digits_shown = 20;
constexpr std::size_t digits_in_group = 4;

template <std::size_t bytes>
std::string hex_of(const std::array<unsigned char, bytes>& raw) {
    std::array<char, 2 * bytes + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), raw.data(), raw.size());
    return digits.data();
}

// With its length in bytes before it, so that no two sets of pieces make one text.
std::string piece(std::string_view words) { return std::to_string(words.size()) + ":" + std::string(words) + "\n"; }

std::string what_is_sealed(const Session& session, std::string_view nonce) {
    std::string text = std::string(version_line) + piece(nonce);
    for (const auto& expectation : session.expectations)
        text += piece(expectation.id.text) + piece(expectation.text) +
                piece(expectation.guess ? std::to_string(*expectation.guess) : std::string());
    return text;
}

std::string fingerprint_of(std::string_view text) {
    std::array<unsigned char, fingerprint_bytes> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    return hex_of(hash);
}

} // namespace

std::string new_nonce() {
    wake_sodium();
    std::array<unsigned char, nonce_bytes> drawn{};
    randombytes_buf(drawn.data(), drawn.size());
    return hex_of(drawn);
}

Seal sealed(const Session& session, std::string nonce, Moment at) {
    auto fingerprint = fingerprint_of(what_is_sealed(session, nonce));
    return {std::move(fingerprint), std::move(nonce), at, std::nullopt};
}

bool seal_holds(const Session& session) {
    if (!session.seal || session.seal->nonce.empty()) return false;
    return sealed(session, session.seal->nonce, session.seal->sealed_at).fingerprint == session.seal->fingerprint;
}

std::string short_fingerprint(const Seal& seal) {
    std::string shown;
    for (std::size_t i = 0; i < std::min(digits_shown, seal.fingerprint.size()); ++i) {
        if (i > 0 && i % digits_in_group == 0) shown += ' ';
        shown += seal.fingerprint[i];
    }
    return shown;
}

} // namespace avow::storage
