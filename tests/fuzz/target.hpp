// One fuzz target a source: it gets any bytes and must neither crash, nor hang, nor ask for memory that the bytes do not
// justify, nor break what it promises for those it accepts. libFuzzer calls it (preset "fuzz"); by_chance.cpp does in
// the tests, with the corpus and with changes of it by dice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace avow::fuzz {

// Ends the run, so that the input is kept.
inline void promise(bool is_kept, const char* words) {
    if (is_kept) return;
    std::fprintf(stderr, "broken promise: %s\n", words);
    std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace avow::fuzz
