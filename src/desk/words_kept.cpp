#include "desk/words_kept.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <numeric>

namespace avow::desk {

namespace {

bool is_of_word(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || std::isalnum(byte);
}

// As people hear them: without case, accents and punctuation.
std::vector<std::string> heard_words_of(std::string_view text) {
    std::vector<std::string> words{{}};
    for (const char letter : folded(text))
        if (is_of_word(letter))
            words.back() += letter;
        else if (letter != '\'' && !words.back().empty()) // "don't" is one word, however it is typed
            words.emplace_back();
    if (words.back().empty()) words.pop_back();
    return words;
}

// Letters to be changed, added or taken away, of folded words.
std::size_t slips(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t corner = row[0]++;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t changed = corner + (one[i] != other[j]);
            corner = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

bool is_same_word(const std::string& one, const std::string& other) {
    if (one == other) return true;
    const auto length = std::min(one.size(), other.size());
    if (length < 4 || std::max(one.size(), other.size()) - length > 2) return false;
    return slips(one, other) <= (length < 8 ? 1u : 2u);
}

} // namespace

double share_kept(std::string_view said, std::string_view typed) {
    const auto ours = heard_words_of(said), theirs = heard_words_of(typed);
    if (ours.empty()) return 0;
    std::vector<std::size_t> row(theirs.size() + 1); // of the longest sequence both have
    for (const auto& word : ours) {
        std::size_t corner = 0;
        for (std::size_t j = 0; j < theirs.size(); ++j) {
            const std::size_t with = corner + 1;
            corner = row[j + 1];
            row[j + 1] = is_same_word(word, theirs[j]) ? with : std::max(row[j], row[j + 1]);
        }
    }
    return static_cast<double>(row.back()) / static_cast<double>(ours.size());
}

bool is_word_for_word(std::string_view said, std::string_view typed) {
    return heard_words_of(said) == heard_words_of(typed);
}

} // namespace avow::desk
