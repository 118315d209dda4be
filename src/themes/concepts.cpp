#include "themes/concepts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>

namespace avow::themes {

namespace {

constexpr double number_weight = 0.15;
constexpr double hint_grade = 0.55;
constexpr double also_grade = 0.5;       // of a purpose that a concept serves second
constexpr double of_a_phrase = 0.5;      // of what a word says alone, a word of a phrase says
constexpr double least_telling = 0.1;    // of a word that stands under every concept
constexpr std::size_t most_between = 2;  // words between two of a phrase
constexpr double most_of_grammar = 0.05; // a word that weighs more is not one of grammar
constexpr double least_grammar = 0.2;    // of all words: a text with less is a list of names
constexpr double clearly_more = 1.3;     // than the lexicon's own language has

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
    void read(const LexiconText& lexicon) {
        name_ = lexicon.name;
        line_number_ = 0;
        heading_ = Heading::none;
        for (std::string_view text = lexicon.text; !text.empty();) {
            const auto end = std::min(text.find('\n'), text.size());
            ++line_number_;
            read_line(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    Knowledge knowledge() {
        keep_company();
        name_purposes();
        return std::move(knowledge_);
    }

private:
    void read_line(std::string_view line) {
        const bool is_indented = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        line = trimmed(line.substr(0, line.find('#')));
        if (line.empty()) {
            return;
        }
        if (!is_indented) {
            read_heading(line);
        } else if (heading_ == Heading::purpose && line.starts_with(of)) {
            read_served(line.substr(of.size()), 1);
        } else if (heading_ == Heading::purpose && line.starts_with(also)) {
            read_served(line.substr(also.size()), also_grade);
        } else {
            read_entries(line);
        }
    }

    void read_heading(std::string_view line) {
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
        } else if (line.starts_with(purpose)) {
            // Whatever the trade it has words of its own: a concept that serves itself.
            const auto name = trimmed(line.substr(purpose.size()));
            heading_ = Heading::purpose;
            purpose_ = place_of(name, purposes_, knowledge_.purpose_names);
            at_ = place_of(name, concepts_, knowledge_.concept_names);
            served_.push_back({purpose_, std::string(name), 1, name_, line_number_});
        } else {
            heading_ = Heading::meaning;
            at_ = place_of(line, concepts_, knowledge_.concept_names);
        }
    }

    // Where a name stands, new or known: a user's own file adds to what is there.
    static std::size_t place_of(std::string_view name, std::map<std::string, std::size_t>& places,
                                std::vector<std::string>& names) {
        const auto [found, is_new] = places.try_emplace(folded(name), names.size());
        if (is_new) {
            names.emplace_back(name);
        }
        return found->second;
    }

    template <class Act>
    static void for_each_listed(std::string_view line, Act act) {
        while (!line.empty()) {
            const auto end = std::min(line.find(','), line.size());
            if (const auto listed = trimmed(line.substr(0, end)); !listed.empty()) {
                act(listed);
            }
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    }

    void read_served(std::string_view line, double grade) {
        for_each_listed(line, [&](std::string_view name) {
            served_.push_back({purpose_, std::string(name), grade, name_, line_number_});
        });
    }

    void read_entries(std::string_view line) {
        if (heading_ == Heading::none) {
            refuse("words stand here before any concept");
        }
        for_each_listed(line, [&](std::string_view entry) { read_entry(entry); });
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
        const double grade = is_hint ? hint_grade : 1.0;
        const double share = words.size() > 1 ? of_a_phrase : 1.0;
        std::string stems;
        for (const auto& word : words) {
            stems += (stems.empty() ? "" : " ") + word.stem;
            seen_with_[word.stem][at_] +=
                grade * share * (words.size() > 1 ? std::sqrt(weight_of(word, knowledge_)) : 1.0);
        }
        add_sense(stems, grade);
        knowledge_.longest_phrase = std::max(knowledge_.longest_phrase, words.size());
    }

    // Two spellings of one entry ("call", "calls") are one sense, the surer of the two.
    void add_sense(const std::string& stems, double grade) {
        const auto concept_index = at_;
        auto& senses = knowledge_.senses[stems];
        const auto same = std::find_if(senses.begin(), senses.end(),
                                       [&](const Sense& sense) { return sense.concept_index == concept_index; });
        if (same == senses.end()) {
            senses.push_back({concept_index, grade});
        } else {
            same->grade = std::max(same->grade, grade);
        }
    }

    // A word in few concepts tells more than one in many; each word's concepts share one length.
    void keep_company() {
        const double count = std::max<double>(2, static_cast<double>(knowledge_.concept_names.size()));
        for (const auto& [stem, concepts] : seen_with_) {
            double squares = 0;
            for (const auto& [at, value] : concepts) squares += value; // the square of its root
            const double telling = std::log(count / static_cast<double>(concepts.size())) / std::log(count);
            Company company;
            for (const auto& [at, value] : concepts)
                company.push_back({at, (least_telling + telling) * std::sqrt(value / squares)});
            knowledge_.company.emplace(stem, std::move(company));
        }
    }

    void name_purposes() {
        knowledge_.purposes_of.resize(knowledge_.concept_names.size());
        for (const auto& [at, name, grade, text, line] : served_) {
            const auto found = concepts_.find(folded(name));
            if (found == concepts_.end()) {
                name_ = text, line_number_ = line;
                refuse("there is no concept \"" + name + "\"");
            }
            knowledge_.purposes_of[found->second].push_back({at, grade});
        }
    }

    [[noreturn]] void refuse(const std::string& reason) const {
        throw std::runtime_error(name_ + ", line " + std::to_string(line_number_) + ": " + reason);
    }

    static constexpr std::string_view language = "language ", weight = "weight ", purpose = "purpose ";
    static constexpr std::string_view of = "of:", also = "also:";

    enum class Heading { none, weight, meaning, purpose };

    // A concept that serves a purpose, as written: it may stand in a text that is read later.
    struct Served {
        std::size_t purpose = 0;
        std::string name;
        double grade = 1;
        std::string text;
        std::size_t line = 0;
    };

    Knowledge knowledge_;
    Stemmer stemmer_{knowledge_.language};
    std::string name_;
    std::map<std::string, std::size_t> concepts_, purposes_;         // by folded name
    std::map<std::string, std::map<std::size_t, double>> seen_with_; // by stem: how often with each concept
    std::vector<Served> served_;
    std::size_t at_ = 0;      // the concept that is being read
    std::size_t purpose_ = 0; // the purpose, under the heading of one
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

Knowledge knowledge_from(const std::vector<LexiconText>& texts) {
    LexiconReader reader;
    for (const bool is_first : {true, false}) {
        for (const auto& text : texts) {
            if ((text.name == first_lexicon) == is_first) reader.read(text);
        }
    }
    return reader.knowledge();
}

Knowledge knowledge_from(std::string_view text) { return knowledge_from({{"lexicon", std::string(text)}}); }

namespace {

// The part of all words that are words of a language's grammar.
double grammar_share(const std::vector<std::string_view>& texts, const Knowledge& knowledge) {
    const Stemmer stemmer(knowledge.language);
    double grammar = 0;
    double all = 0;
    for (const auto text : texts) {
        for (const auto& word : words_of(text, stemmer)) {
            grammar += weight_of(word, knowledge) <= most_of_grammar ? 1 : 0;
            ++all;
        }
    }
    return all > 0 ? grammar / all : 0;
}

} // namespace

const Knowledge& of_language_in(const std::vector<std::string_view>& texts, const Knowledge& knowledge) {
    const auto* spoken = &knowledge;
    double most = std::max(clearly_more * grammar_share(texts, knowledge), least_grammar);
    for (const auto& other : knowledge.languages) {
        if (const double share = grammar_share(texts, other); share > most) {
            most = share;
            spoken = &other;
        }
    }
    return *spoken;
}

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
