#include "themes/learned.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace avow::themes {

namespace {

constexpr std::string_view first_line = "avow purposes 1";
constexpr std::string_view purpose_heading = "purpose ";
constexpr double least_word = 0.15; // the commonest word still tells something: "before", "never", "who"
constexpr double of_a_pair = 0.5;   // two neighbours, beside what each says alone
constexpr std::size_t most_purposes = 1000;

std::string_view line_off(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

} // namespace

std::vector<Evidence> evidence_of(const std::vector<Word>& words, const std::vector<double>& weights) {
    std::map<std::string, double> signs;
    for (std::size_t at = 0; at < words.size(); ++at) {
        signs["w" + words[at].stem] += std::max(weights[at], least_word);
        if (at > 0) signs["b" + words[at - 1].stem + ' ' + words[at].stem] = of_a_pair;
    }
    double squares = 0;
    for (const auto& [sign, weight] : signs) squares += weight * weight;
    std::vector<Evidence> evidence;
    for (const auto& [sign, weight] : signs) evidence.push_back({sign, weight / std::sqrt(squares)});
    return evidence;
}

std::vector<double> likelihoods(const Learned& learned, const std::vector<Evidence>& evidence) {
    std::vector<double> logs(learned.purposes.size(), 0);
    for (const auto& [sign, weight] : evidence) {
        const auto row = learned.weights.of(sign);
        for (std::size_t at = 0; at < row.size(); ++at) logs[at] += weight * row[at] / weight_scale;
    }
    const double most = logs.empty() ? 0 : *std::ranges::max_element(logs);
    double sum = 0;
    for (auto& value : logs) sum += value = std::exp(value - most);
    for (auto& value : logs) value /= sum;
    return logs;
}

Learned learned_from(std::string_view bytes, const std::string& name) {
    const auto refuse = [&](const std::string& why) { throw std::runtime_error(name + ": " + why); };
    if (line_off(bytes) != first_line) refuse("this is no file of purposes. Build it anew.");
    Learned learned;
    const auto count = line_off(bytes);
    std::size_t purposes = 0;
    for (const char digit : count)
        purposes = digit >= '0' && digit <= '9' ? purposes * 10 + (digit - '0') : most_purposes + 1;
    if (purposes == 0 || purposes > most_purposes)
        refuse("the number of purposes is expected on line 2. Build it anew.");
    for (std::size_t at = 0; at < purposes; ++at) learned.purposes.emplace_back(line_off(bytes));
    learned.weights = vectors_from(bytes, name, "english");
    if (learned.weights.dimensions != purposes) refuse("weights and purposes do not fit. Build it anew.");
    return learned;
}

std::vector<Example> examples_from(std::string_view text, const std::string& name) {
    std::vector<Example> examples;
    std::string purpose;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto line = line_off(text);
        const auto said = trimmed(line.substr(0, line.find('#')));
        if (said.empty()) continue;
        const bool is_heading = line.front() != ' ' && line.front() != '\t';
        if (is_heading && said.starts_with(purpose_heading)) {
            purpose = trimmed(said.substr(purpose_heading.size()));
        } else if (is_heading || purpose.empty()) {
            throw std::runtime_error(name + ", line " + std::to_string(number) +
                                     ": a sentence stands under a line “purpose ...”, and is indented.");
        } else {
            examples.push_back({purpose, std::string(said)});
        }
    }
    return examples;
}

} // namespace avow::themes
