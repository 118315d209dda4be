#include "insight/mirror_lessons.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace avow::insight {

namespace {

constexpr int passes = 15;
constexpr double first_step = .05; // shrinks evenly, pass by pass
constexpr double held_small = 1;   // of ridge: how much half a weight's square counts beside what all lessons say
constexpr int least_seen = 2;      // a sign of one lesson tells about that lesson alone
constexpr int least_known = 3;     // words, to judge by
constexpr int least_known_percent = 60;
constexpr const char* edge = "<>"; // before the first word and after the last

std::string spelled(const MirrorWord& word) {
    const char first = word.folded.empty() ? ' ' : word.folded.front();
    return first >= '0' && first <= '9' ? "0" : word.folded; // which number it is says nothing
}

std::string pair_of(const std::string& one, const std::string& next) { return one + ' ' + next; }

// Each once, in order.
std::vector<std::string> signs_of(const std::vector<MirrorSentence>& sentences) {
    std::vector<std::string> signs;
    for (const auto& sentence : sentences) {
        std::string before = edge;
        for (const auto& word : sentence.words) {
            auto here = spelled(word);
            signs.push_back(pair_of(before, here));
            signs.push_back(here);
            before = std::move(here);
        }
        signs.push_back(pair_of(before, sentence.is_question ? "?" : edge));
    }
    std::ranges::sort(signs);
    const auto rest = std::ranges::unique(signs);
    signs.erase(rest.begin(), rest.end());
    return signs;
}

double likely(double sum) { return 1 / (1 + std::exp(-sum)); }

struct Lesson {
    std::vector<std::size_t> signs;
    bool is_one_sided = false;
};

class Learner {
public:
    void add(std::string_view text, bool is_one_sided) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            const auto line = text.substr(0, std::min(end, text.find('#')));
            text.remove_prefix(std::min(end + 1, text.size()));
            const auto sentences = mirror_sentences(line);
            if (sentences.empty()) continue;
            Lesson lesson{{}, is_one_sided};
            for (auto& sign : signs_of(sentences)) {
                const auto [known, is_new] = places_.try_emplace(std::move(sign), seen_.size());
                if (is_new) seen_.push_back(0);
                ++seen_[known->second];
                lesson.signs.push_back(known->second);
            }
            lessons_.push_back(std::move(lesson));
        }
    }

    // By stochastic gradients. Lessons alike were written one after the other, so they are taken far apart.
    void learn() {
        weights_.assign(seen_.size(), 0);
        const auto all = lessons_.size();
        if (all == 0) return;
        auto stride = all * 5 / 8 + 1; // near the golden section
        while (std::gcd(stride, all) != 1) ++stride;
        for (int pass = 0; pass < passes; ++pass) {
            const double step = first_step * (1 - static_cast<double>(pass) / passes);
            for (std::size_t i = 0; i < all; ++i) take(lessons_[i * stride % all], step);
            for (auto& weight : weights_) weight *= 1 - step * held_small;
        }
    }

    std::unordered_map<std::string, double> weights() const {
        std::unordered_map<std::string, double> kept;
        for (const auto& [sign, place] : places_)
            if (seen_[place] >= least_seen) kept.emplace(sign, weights_[place]);
        return kept;
    }
    double bias() const { return bias_; }

private:
    void take(const Lesson& lesson, double step) {
        double sum = bias_;
        for (const auto sign : lesson.signs) sum += seen_[sign] >= least_seen ? weights_[sign] : 0;
        const double off = step * ((lesson.is_one_sided ? 1 : 0) - likely(sum));
        for (const auto sign : lesson.signs) weights_[sign] += off;
        bias_ += off;
    }

    std::vector<Lesson> lessons_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<int> seen_; // in how many lessons
    std::vector<double> weights_;
    double bias_ = 0;
};

} // namespace

MirrorLessons::MirrorLessons(std::string_view one_sided, std::string_view mutual) {
    Learner learner;
    learner.add(one_sided, true);
    learner.add(mutual, false);
    learner.learn();
    weights_ = learner.weights();
    bias_ = learner.bias();
}

double MirrorLessons::weight_of(const std::string& sign) const {
    const auto found = weights_.find(sign);
    return found == weights_.end() ? 0 : found->second;
}

// Of another language, of a name or of two words nothing was learned.
bool MirrorLessons::knows(const std::vector<MirrorSentence>& sentences) const {
    int known = 0, all = 0;
    for (const auto& sentence : sentences)
        for (const auto& word : sentence.words) {
            ++all;
            known += weights_.contains(spelled(word)) ? 1 : 0;
        }
    return known >= least_known && known * 100 >= all * least_known_percent;
}

double MirrorLessons::likelihood(const std::vector<MirrorSentence>& sentences) const {
    if (!knows(sentences)) return 0;
    double sum = bias_;
    for (const auto& sign : signs_of(sentences)) sum += weight_of(sign);
    return likely(sum);
}

std::pair<std::size_t, std::size_t> MirrorLessons::strongest(const MirrorSentence& sentence) const {
    constexpr std::size_t most_words = 3;
    std::pair<std::size_t, std::size_t> found{0, 0};
    double most = -1;
    for (std::size_t first = 0; first < sentence.words.size(); ++first) {
        double sum = 0;
        for (auto last = first; last < std::min(first + most_words, sentence.words.size()); ++last) {
            const auto here = spelled(sentence.words[last]);
            sum += weight_of(here);
            if (last > first) sum += weight_of(pair_of(spelled(sentence.words[last - 1]), here));
            if (sum > most) most = sum, found = {first, last};
        }
    }
    return found;
}

} // namespace avow::insight
