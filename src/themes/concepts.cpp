#include "themes/concepts.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

namespace avow::themes {

namespace {

constexpr double number_weight = 0.15;
constexpr double hint_grade = 0.55;
constexpr std::size_t most_between = 2; // words between two of a phrase

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// A number from 0 to 1 written "0.25" or "1", read by hand because the library's readers ask the locale.
std::optional<double> weight_written(std::string_view text) {
    if (text == "0" || text == "1") {
        return text == "1" ? 1.0 : 0.0;
    }
    if (text.size() < 3 || text.size() > 8 || text.substr(0, 2) != "0.") {
        return {};
    }
    double value = 0;
    double place = 1;
    for (const char digit : text.substr(2)) {
        if (digit < '0' || digit > '9') {
            return {};
        }
        value = value * 10 + (digit - '0');
        place *= 10;
    }
    return value / place;
}

// Reads line by line; what a line's entries go to is decided by the last heading.
class LexiconReader {
public:
    Knowledge read(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            ++line_number_;
            read_line(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return std::move(knowledge_);
    }

private:
    void read_line(std::string_view line) {
        const bool is_indented = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) {
            return;
        }
        if (is_indented) {
            read_entries(line);
        } else {
            read_heading(line);
        }
    }

    void read_heading(std::string_view line) {
        constexpr std::string_view language = "language ";
        constexpr std::string_view weight = "weight ";
        if (line.starts_with(language)) {
            knowledge_.language = std::string(trimmed(line.substr(language.size())));
            stemmer_ = Stemmer(knowledge_.language);
            heading_ = Heading::none;
        } else if (line.starts_with(weight)) {
            const auto value = weight_written(trimmed(line.substr(weight.size())));
            if (!value) {
                refuse("a weight is a number from 0 to 1, such as 0.2");
            }
            weight_ = *value;
            heading_ = Heading::weight;
        } else {
            if (!seen_names_.insert(folded(line)).second) {
                refuse("the concept \"" + std::string(line) + "\" is there twice");
            }
            knowledge_.concept_names.emplace_back(line);
            heading_ = Heading::meaning;
        }
    }

    void read_entries(std::string_view line) {
        if (heading_ == Heading::none) {
            refuse("words stand here before any concept");
        }
        while (!line.empty()) {
            const auto end = std::min(line.find(','), line.size());
            const auto entry = trimmed(line.substr(0, end));
            if (!entry.empty()) {
                read_entry(entry);
            }
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    }

    void read_entry(std::string_view entry) {
        const bool is_hint = entry.back() == '?';
        if (is_hint) {
            entry.remove_suffix(1);
        }
        const auto words = words_of(entry, stemmer_);
        if (words.empty()) {
            refuse("\"" + std::string(entry) + "\" holds no word");
        }
        if (heading_ == Heading::weight) {
            for (const auto& word : words) {
                knowledge_.weights.insert_or_assign(word.stem, weight_);
            }
            return;
        }
        std::string stems;
        for (const auto& word : words) {
            stems += (stems.empty() ? "" : " ") + word.stem;
        }
        add_sense(stems, is_hint ? hint_grade : 1.0);
        knowledge_.longest_phrase = std::max(knowledge_.longest_phrase, words.size());
    }

    // Two spellings of one entry ("call", "calls") are one sense, the surer of the two.
    void add_sense(const std::string& stems, double grade) {
        const auto concept_index = knowledge_.concept_names.size() - 1;
        auto& senses = knowledge_.senses[stems];
        const auto same = std::find_if(senses.begin(), senses.end(),
                                       [&](const Sense& sense) { return sense.concept_index == concept_index; });
        if (same == senses.end()) {
            senses.push_back({concept_index, grade});
        } else {
            same->grade = std::max(same->grade, grade);
        }
    }

    [[noreturn]] void refuse(const std::string& reason) const {
        throw std::runtime_error("concepts, line " + std::to_string(line_number_) + ": " + reason);
    }

    enum class Heading { none, weight, meaning };

    Knowledge knowledge_;
    Stemmer stemmer_{knowledge_.language};
    std::set<std::string> seen_names_;
    Heading heading_ = Heading::none;
    double weight_ = 1;
    std::size_t line_number_ = 0;
};

// The longest entry that begins with a word. Between the words of a phrase up to two words may stand, so that "hand over"
// is found in "hand the job over"; what stands between is free for mentions of its own.
Mention longest_from(std::size_t first, const std::vector<Word>& words, const std::vector<bool>& is_taken,
                     const Knowledge& knowledge) {
    Mention longest;
    if (const auto single = knowledge.senses.find(words[first].stem); single != knowledge.senses.end()) {
        longest = {{first}, &single->second};
    }
    const auto extend = [&](auto& self, std::vector<std::size_t>& chosen, const std::string& stems) -> void {
        if (chosen.size() >= knowledge.longest_phrase) {
            return;
        }
        const auto stop = std::min(chosen.back() + most_between + 2, words.size());
        for (std::size_t next = chosen.back() + 1; next < stop; ++next) {
            if (is_taken[next]) {
                continue;
            }
            const auto longer = stems + ' ' + words[next].stem;
            const auto found = knowledge.senses.lower_bound(longer);
            if (found == knowledge.senses.end() || !found->first.starts_with(longer)) {
                continue;
            }
            chosen.push_back(next);
            if (found->first == longer && chosen.size() > longest.words.size()) {
                longest = {chosen, &found->second};
            }
            self(self, chosen, longer);
            chosen.pop_back();
        }
    };
    std::vector<std::size_t> chosen = {first};
    extend(extend, chosen, words[first].stem);
    return longest;
}

} // namespace

Knowledge knowledge_from(std::string_view concepts_text) { return LexiconReader().read(concepts_text); }

std::vector<Mention> mentions_in(const std::vector<Word>& words, const Knowledge& knowledge) {
    std::vector<Mention> mentions;
    std::vector<bool> is_taken(words.size(), false);
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (is_taken[first]) {
            continue;
        }
        auto mention = longest_from(first, words, is_taken, knowledge);
        for (const auto word : mention.words) {
            is_taken[word] = true;
        }
        if (mention.senses != nullptr) {
            mentions.push_back(std::move(mention));
        }
    }
    return mentions;
}

double weight_of(const Word& word, const Knowledge& knowledge) {
    if (word.has_digit) {
        return number_weight;
    }
    const auto found = knowledge.weights.find(word.stem);
    return found == knowledge.weights.end() ? 1.0 : found->second;
}

} // namespace avow::themes
