#include "storage/word_page.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <cstring>

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
            const auto end =
                std::find_if_not(line.begin() + static_cast<std::ptrdiff_t>(at), line.end(), is_ascii_word);
            const auto size = static_cast<std::size_t>(end - line.begin()) - at;
            if (size > 0) add(words, std::string_view(line).substr(at, size), Last::word);
            at += size;
            if (at < line.size()) at += take(std::string_view(line).substr(at));
        }
    }

    std::string words;
    std::string signs;

private:
    enum class Last { gap, word, lone, sign };

    // The first character, which is no word of ASCII; answers its bytes.
    std::size_t take(std::string_view rest) {
        const auto lead = static_cast<unsigned char>(rest.front());
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const auto character = rest.substr(0, size);
        if (lead <= ' ' || lead == 0x7F)
            last_ = Last::gap;
        else if (lead < 0x80 || !is_in_word(character))
            add(signs, character, Last::sign);
        else
            add(words, character, is_unspaced(character) ? Last::lone : Last::word);
        return size;
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

Question::Sought::Sought(std::string w) : words(std::move(w)) {
    constexpr std::string_view often_first = " etaoinshrdlucmfwypvbgk";
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto seldom = std::min(often_first.find(words[at]), often_first.size());
        if (seldom <= rank && at > 0) continue;
        rank = seldom;
        rare = at;
    }
}

// From one rare byte to the next: several times as fast as a search that takes all bytes for alike.
std::size_t Question::Sought::find(std::string_view text, std::size_t from) const {
    while (from + words.size() <= text.size()) {
        const auto* begin = text.data() + from + rare;
        const auto* hit =
            static_cast<const char*>(std::memchr(begin, words[rare], text.size() - from - words.size() + 1));
        if (hit == nullptr) break;
        from = static_cast<std::size_t>(hit - text.data()) - rare;
        if (text.substr(from, words.size()) == words) return from;
        ++from;
    }
    return std::string_view::npos;
}

Question::Question(std::string_view question) {
    const auto line = folded(clean_line(question));
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        const bool is_last = line.find_first_not_of(' ', end) == std::string::npos;
        Apart apart(std::string_view(line).substr(at, end - at));
        if (!apart.words.empty())
            sought_.emplace_back(apart.words + (is_last ? "" : " "));
        else if (!apart.signs.empty())
            sought_.emplace_back(apart.signs.substr(1));
        at = end + 1;
    }
    std::ranges::stable_sort(sought_, std::greater{}, &Sought::rank);
}

std::vector<std::size_t> Question::found_in(std::string_view page) const {
    const auto first_end = page.find('\n');
    const auto team = page.substr(0, first_end);
    std::vector<const Sought*> left; // that the team's name does not hold
    for (const auto& one : sought_)
        if (!one.is_in(team)) left.push_back(&one);
    std::vector<std::size_t> found;
    std::size_t number = 0;
    for (auto begin = first_end + 1; begin < page.size();) {
        auto at = begin;
        if (!left.empty()) {
            at = left.front()->find(page, begin);
            if (at == std::string_view::npos) break;
            number += static_cast<std::size_t>(std::count(page.begin() + static_cast<std::ptrdiff_t>(begin),
                                                          page.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
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
