// How one-sided sentences sound, learned from sentences that people wrote down: what no list of signs holds. A logistic model
// of words and of pairs of neighbours, fitted when the lessons are read, in some hundredths of a second; the same lessons give
// the same model.
#pragma once

#include "insight/mirror_words.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace avow::insight {

class MirrorLessons {
public:
    MirrorLessons() = default; // nothing was learned, and nothing is likely
    // A sentence a line; what follows a # is a note. Any bytes will do.
    MirrorLessons(std::string_view one_sided, std::string_view mutual);

    // That these sentences, said together, are one-sided: 0 to 1; 0 where most of their words were in no lesson.
    double likelihood(const std::vector<MirrorSentence>&) const;
    // The words that speak most for it, one to three of them: the first and the last.
    std::pair<std::size_t, std::size_t> strongest(const MirrorSentence&) const;

private:
    bool knows(const std::vector<MirrorSentence>&) const;
    double weight_of(const std::string& sign) const;

    std::unordered_map<std::string, double> weights_; // looked up, never walked through
    double bias_ = 0;
};

} // namespace avow::insight
