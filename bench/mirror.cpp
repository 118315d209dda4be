// What the phrasing mirror costs: made from its signs and lessons, and looking at texts, beside cutting the same texts into
// words, which any reading of them needs.
//   bench_mirror
// Wanted: made in less than .1 s, on a thread of its own; a text of 4,000 characters, however it is made up to be slow, in less
// than a frame of 16 ms.
#include "insight/mirror.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace avow::insight;

std::string text_of(const char* name) {
    std::ifstream in(std::filesystem::path(AVOW_SOURCE_DIR) / "assets/mirror" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The least of five, in ms.
double ms_of(const auto& work) {
    double least = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const auto took = std::chrono::steady_clock::now() - start;
        least = std::min(least, std::chrono::duration<double, std::milli>(took).count());
    }
    return least;
}

std::string filled(const std::string& words) {
    std::string text;
    while (text.size() < 4'000) text += words;
    return text;
}

} // namespace

int main() {
    const auto signs = text_of("signs.txt"), one_sided = text_of("one-sided.txt"), mutual = text_of("mutual.txt");
    std::printf("made: %.1f ms\n", ms_of([&] { Mirror(signs, "signs.txt", {one_sided, mutual}); }));
    const Mirror mirror(signs, "signs.txt", {one_sided, mutual});
    for (const auto& text :
         {filled("I need you to get your sales up, and you must not say what you will have to "),
          filled("We look at it together. What would help you? "), std::string(4'000, 'a'), std::string(4'000, '\'')}) {
        const double read = ms_of([&] { mirror_sentences(text); });
        const double seen = ms_of([&] { mirror.look(text); });
        std::printf("%-20.20s  %.2f ms, %.0f times cutting it into words\n", text.c_str(), seen, seen / read);
    }
}
