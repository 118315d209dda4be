#include "storage/word_page.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <memory>

namespace avow::storage {

namespace {

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); } // of what is folded

// Thai, Lao, Myanmar, Khmer; kana, Han and their extensions. By their bytes, which are in the order of their points.
bool is_unspaced(std::string_view character) {
    return (character >= "\u0E00" && character < "\u0F00") || (character >= "\u1000" && character < "\u10A0") ||
           (character >= "\u1780" && character < "\u1800") || (character >= "\u3040" && character < "\uA000") ||
           (character >= "\uF900" && character < "\uFB00") || (character >= "\U00020000" && character < "\U00030000");
}

// Its words and its signs, each with a space before it. A character of a script that is written without spaces is a word
// by itself, so that a word in the middle of a Chinese sentence is found.
class Apart {
public:
    explicit Apart(std::string_view text) {
        const std::string line = folded(text);
        words.reserve(line.size() + 8);
        for (std::size_t at = 0; at < line.size();) {
            const auto lead = static_cast<unsigned char>(line[at]);
            const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (size == 1)
                take_ascii(line[at]);
            else
                take(std::string_view(line).substr(at, size));
            at += size;
        }
    }

    std::string words;
    std::string signs;

private:
    enum class Last { gap, word, lone, sign };

    void take_ascii(char c) {
        if (is_ascii_word(c)) return add(words, {&c, 1}, Last::word);
        if (c > ' ' && c < 0x7F) return add(signs, {&c, 1}, Last::sign);
        last_ = Last::gap;
    }

    void take(std::string_view character) {
        if (!is_in_word(character)) return add(signs, character, Last::sign);
        add(words, character, is_unspaced(character) ? Last::lone : Last::word);
    }

    void add(std::string& to, std::string_view character, Last kind) {
        if (last_ != kind || kind == Last::lone) to += ' ';
        to += character;
        last_ = kind;
    }

    Last last_ = Last::gap;
};

// " i call back \t ana pires \t ' .": the tabs keep words of one from being taken for words of the other.
void add_line(std::string& page, const Spoken& spoken) {
    const Apart words(spoken.words);
    page += words.words;
    page += " \t";
    page += Apart(spoken.who).words;
    page += " \t";
    page += words.signs;
    page += '\n';
}

} // namespace

std::string page_of(std::string_view team, std::span<const Spoken> all) {
    std::string page = Apart(team).words + " \n";
    for (const auto& spoken : all) add_line(page, spoken);
    return page;
}

bool Question::Sought::is_in(std::string_view line) const { return line.find(words) != std::string_view::npos; }

Question::Question(std::string_view question) {
    const auto line = folded(clean_line(question));
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        const bool is_last = line.find_first_not_of(' ', end) == std::string::npos;
        Apart apart(std::string_view(line).substr(at, end - at));
        if (!apart.words.empty())
            sought_.push_back(std::make_unique<const Sought>(apart.words + (is_last ? "" : " ")));
        else if (!apart.signs.empty())
            sought_.push_back(std::make_unique<const Sought>(apart.signs.substr(1)));
        at = end + 1;
    }
    std::ranges::stable_sort(sought_, std::greater{}, [](const auto& one) { return one->words.size(); });
}

std::vector<std::size_t> Question::found_in(std::string_view page) const {
    const auto first_end = page.find('\n');
    const auto team = page.substr(0, first_end);
    std::vector<const Sought*> left; // that the team's name does not hold
    for (const auto& one : sought_)
        if (!one->is_in(team)) left.push_back(one.get());
    std::vector<std::size_t> found;
    std::size_t number = 0;
    for (auto begin = first_end + 1; begin < page.size();) {
        auto at = begin;
        if (!left.empty()) {
            const auto from = page.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto hit = left.front()->searcher(from, page.end()).first;
            if (hit == page.end()) break;
            at = static_cast<std::size_t>(hit - page.begin());
            number += static_cast<std::size_t>(std::count(from, hit, '\n'));
            begin = page.rfind('\n', at) + 1;
        }
        const auto end = std::min(page.find('\n', at), page.size());
        const auto line = page.substr(begin, end - begin);
        if (std::ranges::all_of(left, [&](const Sought* one) { return one->is_in(line); })) found.push_back(number);
        begin = end + 1;
        ++number;
    }
    return found;
}

} // namespace avow::storage
