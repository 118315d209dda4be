// What stands in for libFuzzer where it is not: each file of the corpus, then changes of them by dice for some seconds.
//     fuzz_<target> CORPUS [SECONDS [SEED]]
// An input that breaks a promise is left in the folder it was started in, as libFuzzer leaves it.
#include "target.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Bytes = std::string;

constexpr std::size_t most_bytes = 16'384;
Bytes tried; // kept where a signal finds it

void leave_input(int signal) {
    std::ofstream("crash-by-chance", std::ios::binary) << tried; // it is over anyway: what is not async-safe may fail
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void try_it(const Bytes& bytes) {
    tried = bytes;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::vector<Bytes> corpus_of(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<Bytes> corpus;
    for (const fs::path& path : paths) {
        std::ifstream in(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

class Mutator {
public:
    Mutator(const std::vector<Bytes>& corpus, unsigned seed) : corpus_(corpus), dice_(seed) {}

    Bytes next() {
        Bytes bytes = one_of_corpus();
        for (auto changes = 1 + below(6); changes > 0; --changes) change(bytes);
        bytes.resize(std::min(bytes.size(), most_bytes));
        return bytes;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : dice_() % end; }
    const Bytes& one_of_corpus() { return corpus_[below(corpus_.size())]; }
    Bytes piece(const Bytes& of) {
        const std::size_t at = below(of.size());
        return of.substr(at, 1 + below(64));
    }
    void change(Bytes& bytes) {
        static constexpr std::array tokens = {"\"",
                                              "\\",
                                              "{",
                                              "}",
                                              "[[[[",
                                              "]",
                                              ",",
                                              ":",
                                              "null",
                                              "-1",
                                              "1e999",
                                              "0",
                                              "18446744073709551616",
                                              "\r",
                                              "\n",
                                              "\t",
                                              "=",
                                              "'",
                                              ";",
                                              "\\u0000",
                                              "\\ud800",
                                              "\xFF",
                                              "\xE2\x80\xAE",
                                              "<",
                                              "&",
                                              "]]>",
                                              "NaN"};
        const std::size_t at = below(bytes.size() + 1);
        switch (below(6)) {
        case 0: bytes.insert(at, piece(one_of_corpus())); break;
        case 1: bytes.erase(at, 1 + below(32)); break;
        case 2: bytes.insert(at, tokens.at(below(tokens.size()))); break;
        case 3:
            if (at < bytes.size()) bytes[at] = static_cast<char>(dice_());
            break;
        case 4: bytes.replace(at, 8, piece(bytes.empty() ? one_of_corpus() : bytes)); break;
        default:
            if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        }
    }

    const std::vector<Bytes>& corpus_;
    std::mt19937 dice_;
};

long peak_megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::cerr << "usage: " << words[0] << " CORPUS [SECONDS [SEED]]\n";
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGALRM}) std::signal(signal, leave_input);
    const std::vector<Bytes> corpus = corpus_of(words[1]);
    if (corpus.empty()) {
        std::cerr << "nothing is in " << words[1] << '\n';
        return 2;
    }
    constexpr unsigned slowest_s = 10;
    for (const Bytes& bytes : corpus) ::alarm(slowest_s), try_it(bytes);
    const auto seconds = std::chrono::seconds(count > 2 ? std::atoi(words[2]) : 0);
    const unsigned seed = count > 3 ? static_cast<unsigned>(std::atoi(words[3])) : std::random_device()();
    Mutator mutator(corpus, seed);
    std::size_t runs = 0;
    const auto end = std::chrono::steady_clock::now() + seconds;
    for (; std::chrono::steady_clock::now() < end; ++runs) ::alarm(slowest_s), try_it(mutator.next());
    std::cout << corpus.size() << " of the corpus, " << runs << " changed by dice of seed " << seed << ", at most "
              << peak_megabytes() << " MB\n";
    return 0;
}
