#include "insight/mirror.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace avow::insight {

namespace {

constexpr int enough = 2; // a sign, or hints from two sections

struct Weighed {
    std::vector<MirrorHit> hits;
    int signs = 0;
    int hints = 0; // one a section: five words for money are one need
    int fair = 0;
};

// "Don't tell me" invites nobody.
bool is_denied(const MirrorSentence& sentence, const MirrorHit& hit) {
    if (hit.words.front() == 0) return false;
    const auto& before = sentence.words[hit.words.front() - 1].folded;
    return before == "not" || before == "never";
}

Weighed weighed(const MirrorSentence& sentence, const MirrorSigns& signs, MirrorText kind) {
    Weighed result{mirror_hits(sentence, signs), 0, 0, 0};
    if (kind == MirrorText::expectation)
        std::erase_if(result.hits,
                      [&](const auto& hit) { return signs.sections[signs.signs[hit.sign].section].is_order; });
    std::set<std::size_t> hinted;
    for (const auto& hit : result.hits) {
        const auto& sign = signs.signs[hit.sign];
        const bool is_fair = signs.sections[sign.section].is_fair;
        if (is_fair && is_denied(sentence, hit)) continue;
        const bool is_hint = sign.weight == 1;
        if (is_hint && !hinted.insert(sign.section).second) continue;
        auto& sum = is_fair ? result.fair : is_hint ? result.hints : result.signs;
        sum += sign.weight;
    }
    return result;
}

// `fair` is that of the sentence and of those beside it. Hints count where little is fair.
bool is_one_sided(const Weighed& sentence, int fair) {
    const int one_sided = sentence.signs + (fair < enough ? sentence.hints : 0);
    return one_sided >= enough && one_sided > fair;
}

// --- what no sign says, and lessons do ---

constexpr double likely_enough = .7;        // alone
constexpr double likely_beside_others = .5; // with the sentences before and after it, which may put it right
constexpr const char* heard = "sounds like a need of one side";
constexpr const char* heard_asks = "Whose need is it, and what would it bring those who do it?";

bool sounds_one_sided(const std::vector<MirrorSentence>& sentences, std::size_t at, const MirrorLessons& lessons) {
    if (lessons.likelihood({sentences[at]}) <= likely_enough) return false;
    const auto first = sentences.begin() + static_cast<std::ptrdiff_t>(at > 0 ? at - 1 : 0);
    const auto last = sentences.begin() + static_cast<std::ptrdiff_t>(std::min(at + 2, sentences.size()));
    return lessons.likelihood({first, last}) > likely_beside_others;
}

Mark heard_in(const MirrorSentence& sentence, const MirrorLessons& lessons) {
    const auto [first, last] = lessons.strongest(sentence);
    return {sentence.words[first].begin, sentence.words[last].end, heard, heard_asks};
}

} // namespace

Mirror::Mirror(std::string_view signs, std::string_view name, MirrorLessons lessons)
    : signs_(mirror_signs_from(signs, name)), lessons_(std::move(lessons)) {}

std::vector<Mark> Mirror::look(std::string_view text, MirrorText kind) const {
    if (signs_.signs.empty()) return {};
    const auto sentences = mirror_sentences(text);
    std::vector<Weighed> all;
    for (const auto& sentence : sentences) all.push_back(weighed(sentence, signs_, kind));
    std::vector<Mark> marks;
    for (std::size_t at = 0; at < all.size(); ++at) {
        // What is given in the sentence before or after is given for this one as well.
        const int fair = all[at].fair + (at > 0 ? all[at - 1].fair : 0) + (at + 1 < all.size() ? all[at + 1].fair : 0);
        const bool has_signs = is_one_sided(all[at], fair);
        const bool may_sound = kind == MirrorText::reason; // lessons are of reasons
        if (!has_signs && !(may_sound && sounds_one_sided(sentences, at, lessons_))) continue;
        const auto before = marks.size();
        for (const auto& hit : all[at].hits) {
            const auto& section = signs_.sections[signs_.signs[hit.sign].section];
            if (section.is_fair) continue;
            const auto& words = sentences[at].words;
            marks.push_back(
                {words[hit.words.front()].begin, words[hit.words.back()].end, section.words, section.question});
        }
        if (marks.size() == before) marks.push_back(heard_in(sentences[at], lessons_));
    }
    return marks;
}

} // namespace avow::insight
