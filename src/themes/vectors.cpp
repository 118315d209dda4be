#include "themes/vectors.hpp"

#include "themes/words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

namespace avow::themes {

namespace {

constexpr std::string_view first_line = "avow word vectors 1";
constexpr double full_scale = 254; // of a vector of length 1: components beyond .5 are rare, and are cut

// Takes lines off the front of a text and counts them.
class Lines {
public:
    Lines(std::string_view text, std::string name) : text_(text), name_(std::move(name)) {}

    bool is_over() const { return text_.empty(); }
    std::string_view rest() const { return text_; }

    std::string_view next() {
        const auto end = std::min(text_.find('\n'), text_.size());
        auto line = text_.substr(0, end);
        text_.remove_prefix(std::min(end + 1, text_.size()));
        ++number_;
        if (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }

    [[noreturn]] void refuse(const std::string& why) const {
        throw std::runtime_error(name_ + ", line " + std::to_string(number_) + ": " + why);
    }

private:
    std::string_view text_;
    std::string name_;
    std::size_t number_ = 0;
};

std::string_view next_field(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    const auto field = line.substr(0, end);
    line.remove_prefix(end);
    return field;
}

template <class Number>
std::optional<Number> number_in(std::string_view field) {
    Number number{};
    const auto [end, trouble] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (field.empty() || trouble != std::errc{} || end != field.data() + field.size()) return {};
    return number;
}

WordVectors read_ours(Lines lines) {
    lines.next();
    auto header = lines.next();
    const auto count = number_in<std::size_t>(next_field(header));
    const auto dimensions = number_in<std::size_t>(next_field(header));
    if (!count || !dimensions || *count > limit::vector_words || *dimensions == 0 ||
        *dimensions > limit::vector_dimensions)
        lines.refuse("two counts are expected, of words and of dimensions. Build the file anew.");
    header.remove_prefix(std::min<std::size_t>(1, header.size()));
    WordVectors vectors;
    vectors.source = header;
    vectors.dimensions = *dimensions;
    for (std::size_t at = 0; at < *count; ++at) {
        vectors.stems.emplace_back(lines.next());
        if (at > 0 && vectors.stems[at - 1] >= vectors.stems[at])
            lines.refuse("the words are out of order. Build the file anew.");
    }
    if (lines.rest().size() != *count * *dimensions) lines.refuse("numbers are missing. Build the file anew.");
    for (const char byte : lines.rest()) vectors.values.push_back(static_cast<std::int8_t>(byte));
    return vectors;
}

std::vector<std::int8_t> scaled(const std::vector<double>& numbers) {
    double squares = 0;
    for (const double number : numbers) squares += number * number;
    const double factor = squares > 0 ? full_scale / std::sqrt(squares) : 0;
    std::vector<std::int8_t> values;
    for (const double number : numbers)
        values.push_back(static_cast<std::int8_t>(std::clamp(std::lround(number * factor), -127L, 127L)));
    return values;
}

// A line with two whole numbers and no more says how much follows; a vector of one dimension is nobody's.
bool is_count_line(std::string_view line) {
    const bool are_counts = number_in<std::size_t>(next_field(line)) && number_in<std::size_t>(next_field(line));
    return are_counts && next_field(line).empty();
}

std::vector<double> numbers_in(std::string_view line, const Lines& lines) {
    std::vector<double> numbers;
    for (auto field = next_field(line); !field.empty(); field = next_field(line)) {
        const auto number = number_in<double>(field);
        if (!number || !std::isfinite(*number)) lines.refuse("“" + std::string(field) + "” is not a number.");
        numbers.push_back(*number);
    }
    return numbers;
}

WordVectors read_common(Lines lines, const std::string& name, const std::string& language) {
    const Stemmer stemmer(language);
    std::map<std::string, std::vector<std::int8_t>> by_stem;
    WordVectors vectors;
    vectors.source = name;
    for (bool is_first = true; !lines.is_over() && by_stem.size() < limit::vector_words; is_first = false) {
        auto line = lines.next();
        if (line.empty() || (is_first && is_count_line(line))) continue;
        const auto word = folded(next_field(line));
        const auto numbers = numbers_in(line, lines);
        if (vectors.dimensions == 0) vectors.dimensions = numbers.size();
        if (numbers.empty() || numbers.size() > limit::vector_dimensions)
            lines.refuse("a word and up to " + std::to_string(limit::vector_dimensions) + " numbers are expected.");
        if (numbers.size() != vectors.dimensions)
            lines.refuse("there are " + std::to_string(numbers.size()) + " numbers, and " +
                         std::to_string(vectors.dimensions) + " in the lines before.");
        if (!word.empty()) by_stem.try_emplace(stemmer.stem(word), scaled(numbers));
    }
    for (auto& [stem, values] : by_stem) {
        vectors.stems.push_back(stem);
        vectors.values.insert(vectors.values.end(), values.begin(), values.end());
    }
    return vectors;
}

} // namespace

std::span<const std::int8_t> WordVectors::of(std::string_view stem) const {
    const auto found = std::ranges::lower_bound(stems, stem);
    if (found == stems.end() || *found != stem) return {};
    return std::span(values).subspan(static_cast<std::size_t>(found - stems.begin()) * dimensions, dimensions);
}

WordVectors vectors_from(std::string_view bytes, const std::string& name, const std::string& language) {
    Lines lines(bytes, name);
    return bytes.starts_with(first_line) ? read_ours(std::move(lines)) : read_common(std::move(lines), name, language);
}

} // namespace avow::themes
