// The fingerprint of what the leader expects: the same that other programs make of it, and another for every change.
#include "storage/seal.hpp"

#include "given.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <set>
#include <utility>
#include <vector>

using namespace avow;
using namespace avow::storage;

namespace {

constexpr const char* nonce = "00112233445566778899aabbccddeeff";

Session sealed_session() {
    auto session = small_session();
    session.leader = ParticipantId{"p1"};
    session.expectations = {{{"e1"}, "Zoë calls back", 9}, {{"e2"}, "keep notes", std::nullopt}};
    session.seal = sealed(session, nonce, Moment{1'795'271'700'000});
    return session;
}

bool holds_after(const std::function<void(Session&)>& change) {
    auto session = sealed_session();
    change(session);
    return seal_holds(session);
}

} // namespace

TEST_CASE("a fingerprint is what another program makes of the text in docs/file-format.md") {
    // python3: hashlib.blake2b(text.encode(), digest_size=32).hexdigest(), where text is
    // "avow-seal 1\n32:00112233445566778899aabbccddeeff\n2:e1\n15:Zoë calls back\n1:9\n2:e2\n10:keep notes\n0:\n"
    const auto session = sealed_session();
    CHECK(session.seal->fingerprint == "168358aeabce7cdb9fffaffa0b0d53cba9b1261740fe3f2b48dc27f581a9c686");
    CHECK(session.seal->nonce == nonce);
    CHECK(session.seal->sealed_at == Moment{1'795'271'700'000});
    CHECK_FALSE(session.seal->opened_at);
    CHECK(short_fingerprint(*session.seal) == "1683 58ae abce 7cdb 9fff");
}

TEST_CASE("a seal holds while nothing of what is under it was changed") {
    CHECK(holds_after([](Session&) {}));
    CHECK(holds_after([](Session& s) { s.seal->opened_at = Moment{1'795'271'800'000}; }));
    CHECK(holds_after([](Session& s) { s.team = "Another"; }));
    CHECK_FALSE(holds_after([](Session& s) { std::swap(s.expectations[0], s.expectations[1]); }));
    CHECK_FALSE(holds_after([](Session& s) { s.expectations.pop_back(); }));
    CHECK_FALSE(holds_after([](Session& s) { s.expectations.push_back({{"e3"}, "more", std::nullopt}); }));
    CHECK_FALSE(holds_after([](Session& s) { s.expectations[0].guess = 8; }));
    CHECK_FALSE(holds_after([](Session& s) { s.expectations[0].guess.reset(); }));
    CHECK_FALSE(holds_after([](Session& s) { s.expectations[1].guess = 0; }));
    CHECK_FALSE(holds_after([](Session& s) { s.expectations[0].id.text = "e3"; }));
    CHECK_FALSE(holds_after([](Session& s) { s.seal.reset(); }));
    CHECK_FALSE(holds_after([](Session& s) { s.seal->nonce.clear(); }));
}

TEST_CASE("one byte changed anywhere, and the seal does not hold") {
    const std::function<std::string&(Session&)> texts[] = {
        [](Session& s) -> std::string& { return s.expectations[0].text; },
        [](Session& s) -> std::string& { return s.expectations[1].text; },
        [](Session& s) -> std::string& { return s.seal->nonce; },
        [](Session& s) -> std::string& { return s.seal->fingerprint; },
    };
    for (const auto& text_in : texts) {
        auto session = sealed_session();
        const auto size = text_in(session).size();
        for (std::size_t i = 0; i < size; ++i) CHECK_FALSE(holds_after([&](Session& s) { text_in(s)[i] ^= 1; }));
    }
}

TEST_CASE("no two sets of expectations share a fingerprint by where one ends and the next begins") {
    const std::vector<std::vector<Expectation>> sets = {
        {{{"e1"}, "ab", std::nullopt}, {{"e2"}, "c", std::nullopt}},
        {{{"e1"}, "a", std::nullopt}, {{"e2"}, "bc", std::nullopt}},
        {{{"e1"}, "ab", 1}, {{"e2"}, "c", std::nullopt}},
        {{{"e1"}, "ab", 11}, {{"e2"}, "c", std::nullopt}},
        {{{"e1"}, "ab1", std::nullopt}, {{"e2"}, "c", std::nullopt}},
        {{{"e1"}, "ab\n0:\n2:e2\n1:c", std::nullopt}},
        {{{"e1a"}, "b", std::nullopt}, {{"e2"}, "c", std::nullopt}},
    };
    std::set<std::string> fingerprints;
    for (const auto& expectations : sets) {
        auto session = small_session();
        session.expectations = expectations;
        fingerprints.insert(sealed(session, nonce, {}).fingerprint);
    }
    CHECK(fingerprints.size() == sets.size());
}

TEST_CASE("a nonce is 32 hex digits, and never the same") {
    std::set<std::string> nonces;
    for (int i = 0; i < 100; ++i) {
        const auto drawn = new_nonce();
        CHECK(drawn.size() == 32);
        CHECK(drawn.find_first_not_of("0123456789abcdef") == std::string::npos);
        nonces.insert(drawn);
    }
    CHECK(nonces.size() == 100);
}

TEST_CASE("a seal made here is one that can be set and opened") {
    auto session = sealed_session();
    const auto seal = *std::exchange(session.seal, std::nullopt);
    const SealExpectations edit{seal.fingerprint, seal.nonce, seal.sealed_at};
    REQUIRE_FALSE(why_not(session, edit));
    const auto opened = avow::apply(avow::apply(session, edit), OpenSeal{seal.sealed_at});
    CHECK(seal_holds(opened));
}
