#include "themes/similarity.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

namespace avow::themes {

namespace {

constexpr double same_concept = 0.7;         // of a word's weight its concept has where reasons are told
constexpr double phrase_bonus = 0.5;         // of a concept one of whose phrases is said whole
constexpr double faint = 0.35;               // a statement that weighs no more than this is hardly like any other
constexpr double faint_meaning = 0.2;        // the same for what the lexicon says of it
constexpr double least_concept_weight = 0.6; // a word the lexicon explains says something, however common it is
constexpr std::size_t most_words = 64; // heaviest words kept of one statement, to bound memory at 4,000 characters
constexpr double longest_vector = 254; // components of a word vector are parts of it
constexpr std::size_t letters_run = 3;
constexpr double of_meanings = 1.2;         // beside the words, to a learner
constexpr double of_purposes = 0.8;         // the same
constexpr double least_likely = 0.001;      // a purpose less likely than this is left out
constexpr double least_of_strongest = 0.01; // a concept that is pointed to less than this is left out
constexpr std::size_t nearest_words = 3;    // statements that one is compared with, to see how much words are shared
constexpr double few_shared = 0.2;          // mean likeness in words to the nearest: below it people share few words
constexpr double many_shared = 0.4;         // above it they share many

// A stem of a statement with what it stands for, before signs are made of it.
struct Said {
    const Word* word = nullptr;
    double weight = 0;
    const Mention* mention = nullptr;
};

std::vector<Said> heaviest(const std::vector<Word>& words, const std::vector<Mention>& mentions,
                           const Knowledge& knowledge) {
    std::vector<Said> said;
    for (const auto& word : words) {
        said.push_back({&word, weight_of(word, knowledge), nullptr});
    }
    for (const auto& mention : mentions) {
        for (const auto word : mention.words) {
            said[word].mention = &mention;
        }
    }
    if (said.size() > most_words) {
        std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.weight > b.weight; });
        said.resize(most_words);
        std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.word < b.word; });
    }
    return said;
}

std::uint32_t bytes(std::size_t count) { return static_cast<std::uint32_t>(count); }

void merge_same(std::vector<Weighted>& signs) {
    std::stable_sort(signs.begin(), signs.end(), [](const auto& a, const auto& b) { return a.sign < b.sign; });
    std::size_t kept = 0;
    for (std::size_t at = 0; at < signs.size(); ++at) {
        if (kept > 0 && signs[kept - 1].sign == signs[at].sign) {
            // Said twice is more than once, less than double.
            const float together =
                std::sqrt(signs[kept - 1].weight * signs[kept - 1].weight + signs[at].weight * signs[at].weight);
            signs[kept - 1].weight = together;
        } else {
            signs[kept++] = signs[at];
        }
    }
    signs.resize(kept);
}

// Makes the signs' length 1, less for a statement that hardly says anything.
void scale(std::vector<Weighted>& signs, double least_length) {
    double squares = least_length * least_length;
    for (const auto& sign : signs) {
        squares += static_cast<double>(sign.weight) * sign.weight;
    }
    const double factor = squares > 0 ? 1 / std::sqrt(squares) : 0;
    for (auto& sign : signs) {
        sign.weight = static_cast<float>(sign.weight * factor);
    }
}

void leave_out_faint(std::vector<double>& values) {
    const double strongest = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
    for (auto& value : values)
        if (value < least_of_strongest * strongest) value = 0;
}

} // namespace

Reader::Reader(const Knowledge& knowledge) : knowledge_(knowledge), stemmer_(knowledge.language) {
    for (std::size_t at = 0; at < knowledge.vectors.dimensions; ++at) direction_names_.push_back(std::to_string(at));
}

SignId Reader::sign_of(Kind kind, std::string_view name) {
    std::string key(1, static_cast<char>(kind));
    key += name;
    const auto [found, is_new] = ids_.try_emplace(key, static_cast<SignId>(names_.size()));
    if (is_new) {
        names_.push_back(std::move(key));
    }
    return found->second;
}

bool Reader::is_concept(SignId sign) const { return kind(sign) == Kind::meaning; }

bool Reader::is_stem(SignId sign) const { return kind(sign) == Kind::stem; }

std::string Reader::name(SignId sign) const { return names_[sign].substr(1); }

// The signs of one mention: its concepts, sharing what its senses are sure of.
void Reader::add_concepts(const Mention& mention, double weight, const std::vector<Word>& words, Reading& reading) {
    double squares = 0;
    double surest = 0;
    for (const auto& sense : *mention.senses) {
        squares += sense.grade * sense.grade;
        surest = std::max(surest, sense.grade);
    }
    for (const auto& sense : *mention.senses) {
        const auto sign = sign_of(Kind::meaning, knowledge_.concept_names[sense.concept_index]);
        const double share = weight * std::sqrt(same_concept) * surest * sense.grade / std::sqrt(squares);
        reading.marks.push_back({sign, static_cast<float>(share), bytes(words[mention.words.front()].begin),
                                 bytes(words[mention.words.back()].end)});
    }
}

// The signs of what was added up by place, each sign made once.
std::vector<Weighted> Reader::signs_of(Kind kind, const std::vector<double>& values,
                                       const std::vector<std::string>& names,
                                       std::vector<std::optional<SignId>>& known) {
    known.resize(values.size());
    std::vector<Weighted> signs;
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (values[at] == 0) continue;
        if (!known[at]) known[at] = sign_of(kind, names[at]);
        signs.push_back({*known[at], static_cast<float>(values[at])});
    }
    return signs;
}

std::vector<Evidence> Reader::evidence_in(const std::vector<Word>& words, const Reading& apart) const {
    std::vector<double> weights;
    for (const auto& word : words) weights.push_back(weight_of(word, knowledge_));
    auto evidence = evidence_of(words, weights);
    for (const auto& [sign, weight] : apart.signs) {
        const double told = kind(sign) == Kind::meaning ? of_meanings : kind(sign) == Kind::purpose ? of_purposes : 0;
        if (told > 0) evidence.push_back({names_[sign], told * weight});
    }
    return evidence;
}

// The roots of how likely each purpose is: their dot product is 1 for the same, 0 where nothing is shared.
std::vector<Weighted> Reader::aims_of(const std::vector<Word>& words, const Reading& apart) {
    if (words.empty() || knowledge_.learned.purposes.empty()) return {};
    auto likely = likelihoods(knowledge_.learned, evidence_in(words, apart));
    for (auto& each : likely) each = each < least_likely ? 0 : std::sqrt(each);
    return signs_of(Kind::aim, likely, knowledge_.learned.purposes, aim_signs_);
}

void Reader::add_letters(const std::string& stem, double weight, std::vector<Weighted>& letters) {
    const auto edged = "^" + stem + "$";
    const auto starts = character_starts(edged);
    const auto run_count = starts.size() > letters_run ? starts.size() - letters_run : 1;
    const auto run_weight = static_cast<float>(weight / std::sqrt(static_cast<double>(run_count)));
    for (std::size_t at = 0; at < run_count; ++at) {
        const auto stop = starts[std::min(at + letters_run, starts.size() - 1)];
        letters.push_back({sign_of(Kind::letters, edged.substr(starts[at], stop - starts[at])), run_weight});
    }
}

Reading Reader::read_apart(std::string_view text) {
    const auto words = words_of(text, stemmer_);
    const auto mentions = mentions_in(words, knowledge_);
    Reading reading;
    std::vector<Weighted> letters;
    std::vector<double> concepts(knowledge_.concept_names.size());
    std::vector<double> directions(knowledge_.vectors.dimensions);
    for (const auto& [word, own_weight, mention] : heaviest(words, mentions, knowledge_)) {
        double weight = own_weight;
        if (mention != nullptr) {
            double surest = 0;
            for (const auto& sense : *mention->senses) {
                surest = std::max(surest, sense.grade);
            }
            const bool is_phrase = mention->words.size() > 1;
            weight = is_phrase || surest < 1 ? weight : std::max(weight, least_concept_weight);
            if (words.data() + mention->words.front() == word) { // once a mention
                add_concepts(*mention, is_phrase ? 1.0 : weight, words, reading);
                for (const auto& sense : *mention->senses)
                    if (is_phrase) concepts[sense.concept_index] += phrase_bonus * sense.grade;
            }
        }
        if (const auto company = knowledge_.company.find(word->stem); company != knowledge_.company.end()) {
            for (const auto& sense : company->second) concepts[sense.concept_index] += own_weight * sense.grade;
        }
        const auto vector = knowledge_.vectors.of(word->stem);
        for (std::size_t at = 0; at < vector.size(); ++at) directions[at] += own_weight * vector[at] / longest_vector;
        const auto stem = sign_of(Kind::stem, word->stem);
        reading.signs.push_back({stem, static_cast<float>(own_weight)});
        reading.marks.push_back({stem, static_cast<float>(weight), bytes(word->begin), bytes(word->end)});
        add_letters(word->stem, own_weight, letters);
    }
    merge_same(reading.signs);
    merge_same(letters);
    std::vector<double> purposes(knowledge_.purpose_names.size());
    for (std::size_t at = 0; at < concepts.size(); ++at)
        if (concepts[at] > 0)
            for (const auto& sense : knowledge_.purposes_of[at])
                purposes[sense.concept_index] += concepts[at] * sense.grade;
    leave_out_faint(concepts);
    auto meant = signs_of(Kind::meaning, concepts, knowledge_.concept_names, concept_signs_);
    auto sought = signs_of(Kind::purpose, purposes, knowledge_.purpose_names, purpose_signs_);
    auto headed = signs_of(Kind::direction, directions, direction_names_, direction_signs_);
    scale(reading.signs, faint);
    scale(letters, faint);
    scale(meant, faint_meaning);
    scale(sought, faint_meaning);
    scale(headed, faint);
    for (const auto* signs : {&letters, &meant, &sought, &headed})
        reading.signs.insert(reading.signs.end(), signs->begin(), signs->end());
    const auto aims = aims_of(words, reading);
    reading.signs.insert(reading.signs.end(), aims.begin(), aims.end());
    std::sort(reading.signs.begin(), reading.signs.end(), [](const auto& a, const auto& b) { return a.sign < b.sign; });
    reading.signs.shrink_to_fit();
    reading.marks.shrink_to_fit();
    return reading;
}

Reading Reader::read(std::string_view text) {
    auto reading = read_apart(text);
    weigh(reading, for_the_same);
    return reading;
}

// Of the whole; a kind that a statement has nothing of leaves its share to the others.
void Reader::weigh(Reading& reading, const Shares& shares) const {
    const auto share_of = [&](SignId sign) {
        switch (kind(sign)) {
        case Kind::stem: return shares.stems;
        case Kind::letters: return shares.letters;
        case Kind::meaning: return shares.meanings;
        case Kind::purpose: return shares.purposes;
        case Kind::direction: return shares.directions;
        case Kind::aim: return shares.aims;
        }
        return 0.0;
    };
    std::map<Kind, double> present;
    for (const auto& sign : reading.signs) present[kind(sign.sign)] = share_of(sign.sign);
    double whole = 0;
    for (const auto& [kind, share] : present) whole += share;
    if (whole <= 0) return;
    for (auto& sign : reading.signs) sign.weight *= static_cast<float>(std::sqrt(share_of(sign.sign) / whole));
    std::erase_if(reading.signs, [](const Weighted& sign) { return sign.weight == 0; });
}

double words_shared_in(const std::vector<Reading>& apart, const Reader& reader) {
    std::vector<Reading> words(apart.size());
    for (std::size_t at = 0; at < apart.size(); ++at) {
        for (const auto& sign : apart[at].signs)
            if (reader.is_stem(sign.sign)) words[at].signs.push_back(sign);
        scale(words[at].signs, 0);
    }
    const Index index(words);
    std::vector<float> row;
    double sum = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        index.similarities(words[at], row);
        row[at] = 0;
        const auto kept = std::min(nearest_words, row.size());
        std::partial_sort(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(kept), row.end(), std::greater<>());
        sum += std::accumulate(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(kept), 0.0) / nearest_words;
    }
    const double shared = words.empty() ? 0 : sum / static_cast<double>(words.size());
    return std::clamp((shared - few_shared) / (many_shared - few_shared), 0.0, 1.0);
}

Shares shares_for(double words_shared) {
    const auto between = [&](double few, double many) { return few + words_shared * (many - few); };
    return {between(few_words_shared.stems, many_words_shared.stems),
            between(few_words_shared.letters, many_words_shared.letters),
            between(few_words_shared.meanings, many_words_shared.meanings),
            between(few_words_shared.purposes, many_words_shared.purposes),
            between(few_words_shared.directions, many_words_shared.directions),
            between(few_words_shared.aims, many_words_shared.aims)};
}

double similarity(const Reading& one, const Reading& other) {
    double sum = 0;
    auto a = one.signs.begin();
    auto b = other.signs.begin();
    while (a != one.signs.end() && b != other.signs.end()) {
        if (a->sign < b->sign) {
            ++a;
        } else if (b->sign < a->sign) {
            ++b;
        } else {
            sum += static_cast<double>(a->weight) * b->weight;
            ++a;
            ++b;
        }
    }
    return sum;
}

Index::Index(const std::vector<Reading>& readings) : statement_count_(readings.size()) {
    for (std::size_t statement = 0; statement < readings.size(); ++statement) {
        for (const auto& [sign, weight] : readings[statement].signs) {
            if (sign >= entries_.size()) {
                entries_.resize(sign + 1);
            }
            entries_[sign].push_back({static_cast<std::uint32_t>(statement), weight});
        }
    }
}

void Index::similarities(const Reading& reading, std::vector<float>& row) const {
    row.assign(statement_count_, 0.0F);
    for (const auto& [sign, weight] : reading.signs) {
        if (sign >= entries_.size()) {
            continue;
        }
        for (const auto& entry : entries_[sign]) {
            row[entry.statement] += weight * entry.weight;
        }
    }
}

} // namespace avow::themes
