// Finding signs in a sentence. A sign has few elements and at most two gaps, so that each try ends after a few steps,
// whatever the text; a general regular expression promises no such thing.
#include "insight/mirror_signs.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace avow::insight {

namespace {

struct Taken { // a unit that takes words from a place on
    MirrorUnit unit = 0;
    std::size_t count = 1;
};

class Finder {
public:
    Finder(const MirrorSentence& sentence, const MirrorSigns& signs) : sentence_(sentence), signs_(signs) {
        for (const auto& word : sentence.words) units_at_.push_back(units_of(word.folded));
        for (std::size_t at = 0; at < size(); ++at) add_phrases(at);
    }

    std::vector<MirrorHit> hits() {
        std::vector<MirrorHit> found;
        for (std::size_t at = 0; at < size(); ++at)
            for (const auto& taken : units_at_[at])
                for (const auto sign : signs_.signs_at[taken.unit]) try_around(at, sign, found);
        return without_overlap(std::move(found));
    }

private:
    std::size_t size() const { return sentence_.words.size(); }

    // Beginnings and endings are few: all are tried.
    std::vector<Taken> units_of(const std::string& word) const {
        std::vector<Taken> units;
        if (const auto found = signs_.words.find(word); found != signs_.words.end()) units.push_back({found->second});
        if (signs_.digits && word.find_first_of("0123456789") != std::string_view::npos)
            units.push_back({*signs_.digits});
        for (const auto& [part, unit] : signs_.beginnings)
            if (word.starts_with(part)) units.push_back({unit});
        for (const auto& [part, unit] : signs_.endings)
            if (word.ends_with(part)) units.push_back({unit});
        return units;
    }

    bool is_word(std::size_t at, MirrorUnit unit) const {
        return at < size() && std::ranges::any_of(units_at_[at], [&](const Taken& taken) {
                   return taken.unit == unit && taken.count == 1;
               });
    }

    void add_phrases(std::size_t at) {
        std::vector<Taken> lists;
        for (const auto& word : units_at_[at])
            for (const auto index : signs_.phrases_from[word.unit]) {
                const auto& phrase = signs_.phrases[index];
                std::size_t count = 1;
                while (count < phrase.units.size() && is_word(at + count, phrase.units[count])) ++count;
                if (count == phrase.units.size()) lists.push_back({phrase.list, count});
            }
        // The longer first, so that "head office" is not the head.
        std::ranges::stable_sort(lists, std::ranges::greater{}, &Taken::count);
        units_at_[at].insert(units_at_[at].end(), lists.begin(), lists.end());
    }

    // `at` is where the sign's key stands.
    void try_around(std::size_t at, std::size_t index, std::vector<MirrorHit>& found) {
        const auto& sign = signs_.signs[index];
        for (auto before = sign.least_before; before <= std::min(at, sign.most_before); ++before) {
            words_.clear();
            if (matches(sign.elements, 0, at - before)) found.push_back({index, words_});
        }
    }

    bool matches(const std::vector<MirrorElement>& elements, std::size_t next, std::size_t at) {
        if (next == elements.size()) return true;
        const auto& element = elements[next];
        switch (element.kind) {
        case MirrorElement::Kind::unit: return matches_unit(elements, next, at);
        case MirrorElement::Kind::gap:
            for (std::size_t gap = 0; gap <= MirrorElement::longest_gap && at + gap < size(); ++gap)
                if (matches(elements, next + 1, at + gap)) return true;
            return false;
        case MirrorElement::Kind::start: return at == 0 && matches(elements, next + 1, at);
        case MirrorElement::Kind::pause:
            return at < size() && sentence_.words[at].is_after_pause && matches(elements, next + 1, at);
        case MirrorElement::Kind::end: return at == size() && matches(elements, next + 1, at);
        case MirrorElement::Kind::question: return sentence_.is_question && matches(elements, next + 1, at);
        }
        return false;
    }

    bool matches_unit(const std::vector<MirrorElement>& elements, std::size_t next, std::size_t at) {
        if (at < size())
            for (const auto& taken : units_at_[at]) {
                if (taken.unit != elements[next].unit) continue;
                const auto before = words_.size();
                for (std::size_t word = at; word < at + taken.count; ++word) words_.push_back(word);
                if (matches(elements, next + 1, at + taken.count)) return true;
                words_.resize(before);
            }
        return elements[next].is_optional && matches(elements, next + 1, at);
    }

    std::vector<MirrorHit> without_overlap(std::vector<MirrorHit> found) const {
        std::ranges::sort(found, {}, [&](const MirrorHit& hit) {
            return std::tuple{-static_cast<std::int64_t>(hit.words.size()), -signs_.signs[hit.sign].weight,
                              hit.words.front(), hit.sign};
        });
        std::vector<bool> is_taken(size(), false);
        std::erase_if(found, [&](const MirrorHit& hit) {
            if (std::ranges::any_of(hit.words, [&](std::size_t word) { return is_taken[word]; })) return true;
            for (const auto word : hit.words) is_taken[word] = true;
            return false;
        });
        std::ranges::sort(found, {}, [](const MirrorHit& hit) { return hit.words.front(); });
        return found;
    }

    const MirrorSentence& sentence_;
    const MirrorSigns& signs_;
    std::vector<std::vector<Taken>> units_at_; // by word: what begins there
    std::vector<std::size_t> words_;           // of the sign being tried
};

} // namespace

std::vector<MirrorHit> mirror_hits(const MirrorSentence& sentence, const MirrorSigns& signs) {
    return Finder(sentence, signs).hits();
}

} // namespace avow::insight
