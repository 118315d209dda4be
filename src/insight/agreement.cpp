#include "insight/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace avow::insight {

namespace {

std::vector<int> values_of(const Poll& poll) {
    std::vector<int> values;
    for (const auto& answer : poll.answers) values.push_back(answer.value);
    std::ranges::sort(values);
    return values;
}

// "4", or "between 3 and 4" of two that differ in the middle.
std::string middle_of(const std::vector<int>& sorted) {
    const int low = sorted[(sorted.size() - 1) / 2], high = sorted[sorted.size() / 2];
    return low == high ? std::to_string(low) : fmt::format("between {} and {}", low, high);
}

std::string range_in_words(const std::vector<int>& sorted) {
    if (sorted.size() == 1) return fmt::format("One answer: {}", sorted.front());
    if (sorted.front() == sorted.back()) return fmt::format("All {} say {}", sorted.size(), sorted.front());
    return fmt::format("From {} to {}, the middle {}", sorted.front(), sorted.back(), middle_of(sorted));
}

// The steps of J. M. LeBreton and J. L. Senter, “Answers to 20 questions about interrater reliability and interrater
// agreement”, Organizational Research Methods 11 (2008), 815-852.
std::string_view level_of(double agreement) {
    if (agreement > .90) return "Very strong agreement";
    if (agreement > .70) return "Strong agreement";
    if (agreement > .50) return "Moderate agreement";
    if (agreement > .30) return "Weak agreement";
    return "No agreement";
}

// ".88", as such figures are written.
std::string figure_of(double agreement) {
    const auto figure = fmt::format("{:.2f}", agreement);
    return figure.starts_with("0.") ? figure.substr(1) : figure;
}

std::string no_answer_in_words(int silent) {
    return silent == 1 ? "1 gave no answer" : fmt::format("{} gave no answer", silent);
}

void add_agreement(std::vector<std::string>& lines, const Poll& poll, const std::vector<int>& values) {
    if (const auto agreement = r_wg(values, scale_of(poll.kind)))
        lines.push_back(fmt::format("{}: {}, from 0 as by chance to 1 of one mind (r_wg of {}, uniform)",
                                    level_of(*agreement), figure_of(*agreement), values.size()));
}

// Two fingers or fewer ask for something: it is the count that is said, so that somebody can speak up.
void add_low_fingers(std::vector<std::string>& lines, const Poll& poll, const std::vector<int>& values) {
    const auto low = std::ranges::count_if(values, [](int value) { return value <= 2; });
    if (poll.kind == PollKind::fingers && low > 0)
        lines.push_back(fmt::format("{} at 2 or less: what would help?", low));
}

std::vector<std::string> answers_in_words(const Poll& poll) {
    const auto values = values_of(poll);
    if (values.empty()) return {"Nobody has answered"};
    std::vector<std::string> lines = {range_in_words(values)};
    if (const int silent = poll.heads - static_cast<int>(values.size()); silent > 0)
        lines.front() += "; " + no_answer_in_words(silent);
    add_agreement(lines, poll, values);
    add_low_fingers(lines, poll, values);
    return lines;
}

std::string most_voted(const Poll& poll) {
    const int most = std::ranges::max_element(poll.counts, {}, &PollCount::count)->count;
    if (most == 0) return "Nobody has voted";
    std::vector<std::string> first;
    for (const auto& count : poll.counts)
        if (count.count == most) first.push_back(count.choice);
    if (first.size() == 1) return fmt::format("Most votes, {} of {}: {}", most, total_of(poll), first.front());
    if (first.size() == 2) return fmt::format("Most votes, {} each: {} and {}", most, first[0], first[1]);
    return fmt::format("{} have the most votes, {} each", first.size(), most);
}

std::vector<std::string> votes_in_words(const Poll& poll) {
    std::vector<std::string> lines = {most_voted(poll)};
    if (const int unused = most_of(poll) - total_of(poll); unused > 0)
        lines.push_back(fmt::format("{} of {} votes not used", unused, most_of(poll)));
    return lines;
}

std::vector<std::string> hands_in_words(const Poll& poll) {
    std::string line;
    for (const auto& count : poll.counts)
        line += fmt::format("{}{} {}", line.empty() ? "" : ", ", count.count, count.choice);
    const int silent = poll.heads - total_of(poll);
    line += fmt::format(", of {}", poll.heads);
    return silent > 0 ? std::vector{line, no_answer_in_words(silent)} : std::vector{line};
}

std::vector<std::string> said_back_in_words(const Poll& poll) {
    std::string line = fmt::format("Of {}", poll.heads);
    for (const auto& count : poll.counts)
        line += fmt::format("{} {} said the {}", &count == &poll.counts.front() ? "," : ";", count.count, count.choice);
    return {line};
}

} // namespace

std::optional<double> r_wg(const std::vector<int>& answers, Scale scale) {
    if (answers.size() < least_raters) return std::nullopt;
    const auto n = static_cast<double>(answers.size());
    double sum = 0, squares = 0;
    for (const int answer : answers) sum += answer;
    for (const int answer : answers) squares += (answer - sum / n) * (answer - sum / n);
    const double by_chance = (scale.size() * scale.size() - 1) / 12.0;
    return std::max(0.0, 1 - squares / (n - 1) / by_chance);
}

std::vector<int> spread_of(const Poll& poll) {
    const auto scale = scale_of(poll.kind);
    std::vector<int> spread(static_cast<std::size_t>(scale.size()));
    for (const auto& answer : poll.answers) ++spread.at(static_cast<std::size_t>(answer.value - scale.least));
    return spread;
}

std::vector<std::string> in_words(const Poll& poll) {
    if (is_by_person(poll.kind)) return answers_in_words(poll);
    if (poll.counts.empty()) return {"Nothing was counted"};
    if (poll.kind == PollKind::say_back) return said_back_in_words(poll);
    return poll.kind == PollKind::votes ? votes_in_words(poll) : hands_in_words(poll);
}

} // namespace avow::insight
