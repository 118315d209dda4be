// What it costs to find where something was said, in folders of generated sessions: making the index, beside reading all
// files as bytes; opening it again when nothing changed; questions of several kinds. Of both clocks, for the machine may
// have other work: time on the wall and time of all processors.
//   bench_find [--in FOLDER] [SESSIONS ...]      200 and 20,000 when none are given
// Budgets: 200 sessions indexed <= 1 s; 20,000: first index near 4 times the read, warm open <= 2 s; a hit p95 <= 50 ms.
#include "storage/search.hpp"
#include "storage/session_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace avow;

namespace fs = std::filesystem;

struct Cost {
    double wall_ms = 0;
    double cpu_ms = 0;
};

Cost cost_of(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    const auto cpu = std::clock(); // of all threads of the process
    work();
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count(),
            1e3 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
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

constexpr unsigned distinct = 400; // the others are copies: 50,000 rare words are as many as people use

void generate(const fs::path& folder, unsigned sessions) {
    fs::create_directories(folder);
    std::vector<std::string> images;
    for (unsigned number = 0; number < std::min(distinct, sessions); ++number)
        images.push_back(storage::image_of(session_number(number)));
    for (unsigned number = 0; number < sessions; ++number) {
        const auto& image = images[number % images.size()];
        std::ofstream(folder / ("s" + std::to_string(number) + ".avow"), std::ios::binary) << image;
    }
}

std::size_t read_as_bytes(const fs::path& folder) {
    std::size_t bytes = 0;
    for (const auto& name : storage::names_in_folder(storage::real_disk(), folder))
        bytes += storage::bytes_of(storage::real_disk(), folder / name).size();
    return bytes;
}

struct Kind {
    const char* name;
    std::string (*question)(unsigned number);
};

std::string rare_word(unsigned number) { return word_at(number * 7919 % distinct * 4); }
std::string common_word(unsigned number) { return word_at(number * 4 + 1); }
std::string person(unsigned number) { return "Person " + std::to_string(number % 12 + 1); }
std::string team(unsigned number) { return "team " + std::to_string(number % 40); }

constexpr std::array kinds = {
    Kind{"rare", rare_word},
    Kind{"common", common_word},
    Kind{"two common", [](unsigned number) { return common_word(number) + " " + common_word(number / 7 + 3); }},
    Kind{"common and rare", [](unsigned number) { return common_word(number) + " " + rare_word(number); }},
    Kind{"beginning", [](unsigned number) { return rare_word(number).substr(0, number % 4 + 1); }},
    Kind{"name", [](unsigned number) { return number % 2 ? person(number) : person(number) + " " + team(number); }},
    Kind{"name and word", [](unsigned number) { return person(number) + " " + common_word(number); }},
    Kind{"name and rare", [](unsigned number) { return person(number) + " " + rare_word(number); }},
    Kind{"missing", [](unsigned number) { return "nobodysaid" + std::to_string(number); }},
    Kind{"half missing", [](unsigned number) { return common_word(number) + " nobodysaid"; }},
};

void tell(const char* kind, const std::vector<double>& wall, const std::vector<double>& cpu) {
    std::printf("  %-16s p50 %6.2f ms  p95 %6.2f ms  longest %6.2f ms   CPU p50 %6.2f ms  p95 %6.2f ms", kind,
                percentile(wall, .5), percentile(wall, .95), percentile(wall, 1), percentile(cpu, .5),
                percentile(cpu, .95));
}

void ask(storage::Search& search) {
    std::vector<double> all_wall, all_cpu;
    for (const auto& kind : kinds) {
        std::vector<double> wall, cpu;
        std::size_t found = 0;
        for (unsigned number = 0; number < 40; ++number) {
            const auto cost = cost_of([&] { found += search.find(kind.question(number), 100).size(); });
            wall.push_back(cost.wall_ms);
            cpu.push_back(cost.cpu_ms);
        }
        all_wall.insert(all_wall.end(), wall.begin(), wall.end());
        all_cpu.insert(all_cpu.end(), cpu.begin(), cpu.end());
        tell(kind.name, wall, cpu);
        std::printf("  (%zu found)\n", found);
    }
    tell("all", all_wall, all_cpu);
    std::printf("\n");
}

void tell(const char* what, Cost cost, Cost read) {
    std::printf("  %-12s %7.0f ms (%5.2f of the read)   CPU %7.0f ms (%5.2f)\n", what, cost.wall_ms,
                cost.wall_ms / read.wall_ms, cost.cpu_ms, cost.cpu_ms / read.cpu_ms);
}

void measure(const fs::path& root, unsigned sessions) {
    const auto folder = root / "sessions";
    generate(folder, sessions);
    const storage::Places places{root / "state", root / "cache"};
    std::size_t bytes = 0;
    const auto read = cost_of([&] { bytes = read_as_bytes(folder); });
    std::printf("%u sessions, %.1f MB\n", sessions, static_cast<double>(bytes) / 1e6);
    tell("read", read, read);
    const auto open = [&] { storage::Search(storage::real_disk(), places, folder).refresh(); };
    tell("first index", cost_of(open), read);
    tell("warm open", cost_of(open), read);
    std::uintmax_t index_bytes = 0;
    for (const auto& file : fs::directory_iterator(places.cache)) index_bytes += file.file_size();
    std::printf("  the index    %7.1f MB\n", static_cast<double>(index_bytes) / 1e6);
    storage::Search search(storage::real_disk(), places, folder);
    search.refresh();
    ask(search);
}

} // namespace

int main(int count, char** words) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    fs::path root = fs::temp_directory_path();
    std::vector<unsigned> sizes;
    for (int word = 1; word < count; ++word)
        if (std::strcmp(words[word], "--in") == 0 && word + 1 < count)
            root = words[++word];
        else
            sizes.push_back(static_cast<unsigned>(std::strtoul(words[word], nullptr, 10)));
    if (sizes.empty()) sizes = {200, 20'000};
    root /= "avow-bench-find";
    for (const unsigned sessions : sizes) {
        fs::remove_all(root);
        measure(root, sessions);
    }
    fs::remove_all(root);
}
