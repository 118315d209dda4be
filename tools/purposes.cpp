// Learns from examples which signs of a statement speak for which purpose, and writes the file that src/themes/learned.hpp
// reads: purposes LEXICON_FOLDER EXAMPLES_FOLDER OUT. A multinomial logistic model, fitted by stochastic gradients in a few
// passes: to stop early keeps what seldom signs say small. The same bytes each time: the order of the examples is shuffled by
// a fixed seed.
#include "themes/similarity.hpp"
#include "whole_file.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace avow::themes;

constexpr int passes = 6;
constexpr double first_step = 0.5;    // shrinks evenly, pass by pass
constexpr std::size_t least_seen = 2; // a sign of one example tells about that example alone
constexpr std::uint32_t seed = 20;

struct Lesson {
    std::vector<std::pair<std::size_t, double>> signs; // row and weight
    std::size_t purpose = 0;
};

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), {});
    if (!file) throw std::runtime_error(path.string() + " can't be read.");
    return text;
}

std::vector<std::filesystem::path> texts_in(const std::string& folder) {
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") paths.insert(entry.path());
    return {paths.begin(), paths.end()};
}

Knowledge lexicon_in(const std::string& folder) {
    std::vector<LexiconText> texts;
    for (const auto& path : texts_in(folder)) texts.push_back({path.filename().string(), read_text(path)});
    return knowledge_from(texts);
}

// The examples as rows of signs, and what the rows and purposes are called.
struct Lessons {
    std::vector<std::string> purposes;
    std::vector<std::string> signs;
    std::vector<Lesson> lessons;
};

Lessons lessons_in(const std::string& folder, const Knowledge& knowledge) {
    std::vector<std::pair<std::string, std::vector<Evidence>>> told;
    std::map<std::string, std::size_t> seen;
    std::map<std::string, std::size_t> purposes;
    Reader reader(knowledge);
    for (const auto& path : texts_in(folder)) {
        for (const auto& [purpose, text] : examples_from(read_text(path), path.filename().string())) {
            const auto words = words_of(text, reader.stemmer());
            told.emplace_back(purpose, reader.evidence_in(words, reader.read_apart(text)));
            for (const auto& evidence : told.back().second) ++seen[evidence.sign];
            purposes.emplace(purpose, 0);
        }
    }
    Lessons all;
    for (auto& [name, place] : purposes) {
        place = all.purposes.size();
        all.purposes.push_back(name);
    }
    for (auto& [sign, count] : seen) {
        if (count >= least_seen) all.signs.push_back(sign);
        count = count >= least_seen ? all.signs.size() : 0; // one past its row
    }
    for (const auto& [purpose, evidence] : told) {
        Lesson lesson{{}, purposes.at(purpose)};
        for (const auto& [sign, weight] : evidence)
            if (const auto row = seen.at(sign); row > 0) lesson.signs.emplace_back(row - 1, weight);
        all.lessons.push_back(std::move(lesson));
    }
    return all;
}

class Model {
public:
    Model(std::size_t rows, std::size_t purposes) : purposes_(purposes), weights_(rows * purposes, 0.0F) {}

    void learn(const Lesson& lesson, double step) {
        auto likely = likely_for(lesson);
        likely[lesson.purpose] -= 1;
        for (const auto& [row, weight] : lesson.signs) {
            float* weights = &weights_[row * purposes_];
            for (std::size_t at = 0; at < purposes_; ++at)
                weights[at] -= static_cast<float>(step * likely[at] * weight);
        }
    }

    const float* row(std::size_t row) const { return &weights_[row * purposes_]; }

private:
    std::vector<double> likely_for(const Lesson& lesson) const {
        std::vector<double> logs(purposes_, 0);
        for (const auto& [row, weight] : lesson.signs)
            for (std::size_t at = 0; at < purposes_; ++at) logs[at] += weight * weights_[row * purposes_ + at];
        const double most = *std::ranges::max_element(logs);
        double sum = 0;
        for (auto& value : logs) sum += value = std::exp(value - most);
        for (auto& value : logs) value /= sum;
        return logs;
    }

    std::size_t purposes_ = 0;
    std::vector<float> weights_;
};

Model fitted(Lessons& lessons) {
    Model model(lessons.signs.size(), lessons.purposes.size());
    std::mt19937 chance(seed);
    for (int pass = 0; pass < passes; ++pass) {
        for (auto at = lessons.lessons.size(); at > 1; --at) // std::shuffle differs from library to library
            std::swap(lessons.lessons[at - 1], lessons.lessons[chance() % at]);
        const double step = first_step * (1 - static_cast<double>(pass) / passes);
        for (const auto& lesson : lessons.lessons) model.learn(lesson, step);
    }
    return model;
}

void write(const std::string& path, const Lessons& lessons, const Model& model) {
    std::string bytes = "avow purposes 1\n" + std::to_string(lessons.purposes.size()) + '\n';
    for (const auto& purpose : lessons.purposes) bytes += purpose + '\n';
    bytes += "avow word vectors 1\n" + std::to_string(lessons.signs.size()) + ' ' +
             std::to_string(lessons.purposes.size()) + " examples\n";
    for (const auto& sign : lessons.signs) bytes += sign + '\n';
    for (std::size_t row = 0; row < lessons.signs.size(); ++row)
        for (std::size_t at = 0; at < lessons.purposes.size(); ++at)
            bytes += static_cast<char>(
                static_cast<std::int8_t>(std::clamp(std::lround(model.row(row)[at] * weight_scale), -127L, 127L)));
    avow::tools::write_whole(path, bytes);
}

} // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "usage: purposes LEXICON_FOLDER EXAMPLES_FOLDER OUT\n";
        return 2;
    }
    try {
        auto lessons = lessons_in(words[2], lexicon_in(words[1]));
        const auto model = fitted(lessons);
        write(words[3], lessons, model);
        std::cerr << lessons.lessons.size() << " examples, " << lessons.signs.size() << " signs\n";
    } catch (const std::exception& trouble) {
        std::cerr << trouble.what() << '\n';
        return 1;
    }
}
