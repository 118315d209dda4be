// What it costs to find where something was said, in folders of 200 and 20,000 generated sessions: making the index, beside
// reading all files; opening it again when nothing changed; a hit, beside memmem over all text in memory.
//   bench_find [FOLDER]
// Budgets: first index <= 4 times the read; warm open <= 2 s; a hit p95 <= 50 ms.
#include "storage/search.hpp"
#include "storage/session_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace avow;

namespace fs = std::filesystem;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double percentile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

// Words of work, and some made up so that most are rare, as they are in what people say.
std::string word_at(unsigned number) {
    constexpr std::array common = {"I",     "call",  "the",   "customer", "back",   "every", "day",
                                   "write", "notes", "parts", "van",      "check",  "list",  "before",
                                   "the",   "shift", "phone", "mail",     "answer", "team"};
    if (number % 4 != 0) return common[number / 4 % common.size()];
    std::string word;
    for (unsigned rest = number * 2654435761u >> 16; word.size() < 7; rest = rest * 1103515245u + 12345u)
        word += static_cast<char>('a' + (rest >> 8) % 26);
    return word;
}

// Twelve people, 45 statements of eleven words, and a log of saying them.
History session_number(unsigned number) {
    Session session;
    session.id = {"bench" + std::to_string(number)};
    session.team = "Team " + std::to_string(number % 40);
    session.date = plus_days({2020, 1, 1}, static_cast<int>(number % 2000));
    History history(session);
    unsigned step = 0;
    const auto act = [&](Edit edit) {
        history.act({{"s" + std::to_string(++step)}, "said", Moment{1'600'000'000'000}, {std::move(edit)}});
    };
    for (unsigned person = 1; person <= 12; ++person)
        act(WelcomeParticipant{{"p" + std::to_string(person)}, "Person " + std::to_string(person), ""});
    for (unsigned said = 0; said < 45; ++said) {
        std::string words;
        for (unsigned word = 0; word < 11; ++word)
            words += (word == 0 ? "" : " ") + word_at(number * 7919 + said * 31 + word * (number % 17 + 1));
        act(SayStatement{
            {"a" + std::to_string(said)}, {"p" + std::to_string(said % 12 + 1)}, words, {1'600'000'000'000}});
    }
    return history;
}

void measure(const fs::path& root, unsigned sessions) {
    auto& disk = storage::real_disk();
    const auto folder = root / "sessions";
    fs::create_directories(folder);
    std::string text;
    for (unsigned number = 0; number < sessions; ++number) {
        const auto history = session_number(number);
        if (auto* file = std::fopen((folder / ("s" + std::to_string(number) + ".avow")).c_str(), "wb")) {
            const auto image = storage::image_of(history);
            std::fwrite(image.data(), 1, image.size(), file);
            std::fclose(file);
        }
        for (const auto& item : history.now().accountabilities) (text += item.statement) += '\n';
    }
    auto start = Clock::now();
    std::size_t bytes = 0;
    for (const auto& name : storage::names_in_folder(disk, folder))
        bytes += storage::bytes_of(disk, folder / name).size();
    const double read_ms = ms_since(start);
    const storage::Places places{root / "state", root / "cache"};
    start = Clock::now();
    storage::Search(disk, places, folder).refresh();
    const double index_ms = ms_since(start);
    start = Clock::now();
    storage::Search search(disk, places, folder);
    search.refresh();
    const double warm_ms = ms_since(start);
    std::vector<double> hits, scans;
    std::size_t found = 0;
    for (unsigned question = 0; question < 200; ++question) {
        const auto word = word_at(question * 37);
        const auto words = question % 3 == 0 ? word : question % 3 == 1 ? word.substr(0, 3) : "customer " + word;
        start = Clock::now();
        found += search.find(words, 100).size();
        hits.push_back(ms_since(start));
        start = Clock::now();
        std::size_t places_found = 0;
        for (const char* at = text.data();
             (at = static_cast<const char*>(
                  memmem(at, static_cast<std::size_t>(text.data() + text.size() - at), word.data(), word.size())));
             ++at)
            ++places_found;
        scans.push_back(ms_since(start));
        found += places_found > 0 ? 1 : 0;
    }
    std::printf("%u sessions, %.1f MB: read %.0f ms; first index %.0f ms (%.2f of the read); warm open %.0f ms; "
                "a hit p50 %.2f ms, p95 %.2f ms; memmem p50 %.2f ms, p95 %.2f ms (%zu found)\n",
                sessions, static_cast<double>(bytes) / 1e6, read_ms, index_ms, index_ms / read_ms, warm_ms,
                percentile(hits, .5), percentile(hits, .95), percentile(scans, .5), percentile(scans, .95), found);
}

} // namespace

int main(int count, char** words) {
    const fs::path root = (count > 1 ? fs::path(words[1]) : fs::temp_directory_path()) / "avow-bench-find";
    for (const unsigned sessions : {200u, 20'000u}) {
        fs::remove_all(root);
        measure(root, sessions);
    }
    fs::remove_all(root);
}
