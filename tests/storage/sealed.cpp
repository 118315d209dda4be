// What is sealed comes back with its passphrase alone, gives nothing away, and notices every change.
#include "storage/sealed.hpp"

#include "storage/crc32c.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace avow::storage;

namespace {

constexpr std::size_t cost_at = 14; // docs/file-format.md
constexpr std::size_t salt_at = 22;
constexpr std::size_t nonce_at = 38;
constexpr std::size_t words_at = 62;

// One who knows the format: the sum is made to fit again.
std::string summed_anew(std::string bytes) {
    bytes.resize(bytes.size() - 4);
    const auto sum = crc32c(bytes);
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>((sum >> (8 * i)) & 0xFF);
    return bytes;
}

std::string changed_at(std::string bytes, std::size_t place) {
    bytes[place] = static_cast<char>(bytes[place] ^ 1);
    return bytes;
}

} // namespace

TEST_CASE("what is sealed comes back word for word, in any script, with its passphrase alone") {
    const auto plain =
        GENERATE(as<std::string>{}, "", "ask about the move", "שלום 王芳 naïve – “é” 👩‍🔧",
                 std::string("a\0b\n", 4), std::string(100'000, 'x'));
    const std::string passphrase = "drei Äpfel, 王, \xFF";
    const auto bytes = seal(plain, passphrase);
    CHECK(is_sealed(bytes));
    CHECK(is_whole_seal(bytes));
    CHECK(unsealed(bytes, passphrase) == plain);
    CHECK_FALSE(unsealed(bytes, "drei Äpfel, 王, "));
    CHECK_FALSE(unsealed(bytes, ""));
}

TEST_CASE("sealed twice, the same words and passphrase share no salt, no nonce and no bytes of words") {
    const std::string plain(64, 'x');
    const auto one = seal(plain, "p");
    const auto other = seal(plain, "p");
    CHECK(one.substr(0, salt_at) == other.substr(0, salt_at));
    CHECK(one.substr(salt_at, nonce_at - salt_at) != other.substr(salt_at, nonce_at - salt_at));
    CHECK(one.substr(nonce_at, words_at - nonce_at) != other.substr(nonce_at, words_at - nonce_at));
    CHECK(one.substr(words_at, 64) != other.substr(words_at, 64));
    CHECK(one.substr(words_at, 32) != one.substr(words_at + 32, 32));
}

TEST_CASE("every byte that is not as it was written is noticed, and so is every byte that is missing") {
    const auto bytes = seal("ask about the move", "p");
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        INFO("byte " << place);
        CHECK_FALSE(is_whole_seal(changed_at(bytes, place)));
        CHECK_FALSE(is_whole_seal(bytes.substr(0, place)));
        CHECK_FALSE(unsealed(bytes.substr(0, place), "p"));
    }
    CHECK_FALSE(is_whole_seal(bytes + "x"));
}

TEST_CASE("whoever changes a sealed file and makes its sum fit still opens nothing") {
    const auto bytes = seal("ask about the move", "p");
    CHECK(unsealed(summed_anew(bytes), "p") == "ask about the move");
    const auto tag_at = words_at + 18;
    for (const auto place :
         {cost_at, salt_at, nonce_at - 1, nonce_at, words_at - 1, words_at, tag_at - 1, tag_at, tag_at + 15}) {
        INFO("byte " << place);
        const auto forged = summed_anew(changed_at(bytes, place));
        CHECK(is_whole_seal(forged));
        CHECK_FALSE(unsealed(forged, "p"));
    }
}

TEST_CASE("a head that asks for more than any Avow would is refused, not tried") {
    const auto bytes = seal("x", "p");
    for (auto place = cost_at; place < salt_at; ++place) { // each byte of passes and memory, as high as it goes
        INFO("byte " << place);
        auto hostile = bytes;
        hostile[place] = '\xFF';
        const bool is_low_byte_of_memory = place == cost_at + 4 || place == cost_at + 5; // some MiB more are no harm
        CHECK(is_whole_seal(summed_anew(hostile)) == is_low_byte_of_memory);
    }
}

TEST_CASE("a file of a later version is known as sealed, and not taken for one of ours") {
    auto bytes = seal("x", "p");
    bytes[cost_at - 2] = '2';
    CHECK(is_sealed(bytes));
    CHECK_FALSE(is_whole_seal(summed_anew(bytes)));
    CHECK_FALSE(is_sealed("2026-11-21 ---------- ask about the move\n"));
    CHECK_FALSE(is_sealed(""));
}
