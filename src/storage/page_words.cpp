#include "storage/page_words.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <unordered_set>

namespace avow::storage {

namespace {

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); } // of what is folded

std::string_view first_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    return text.substr(0, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

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
        const auto character = first_character(rest);
        const auto lead = static_cast<unsigned char>(rest.front());
        if (lead <= ' ' || lead == 0x7F)
            last_ = Last::gap;
        else if (lead < 0x80 || !is_in_word(character))
            add(signs, character, Last::sign);
        else
            add(words, character, is_unspaced(character) ? Last::lone : Last::word);
        return character.size();
    }

    void add(std::string& to, std::string_view character, Last kind) {
        if (last_ != kind || kind == Last::lone) to += ' ';
        to += character;
        last_ = kind;
    }

    Last last_ = Last::gap;
};

// " i call back \t ana pires \t ' .": the tabs keep words of one from being taken for words of the other.
std::string line_of(std::string_view words, const std::string& who) {
    const Apart apart(words);
    return apart.words + " \t" + who + " \t" + apart.signs;
}

template <class Take>
void each_word(std::string_view words, Take take) {
    while (!words.empty()) {
        const auto end = std::min(words.find_first_of(" \t"), words.size());
        if (end > 0) take(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

// With what the index has for each: a word, or two neighbours of a script without spaces, or the last of them by itself.
template <class Take>
void each_indexed(std::string_view words, Take take) {
    std::string_view before; // a neighbour
    each_word(words, [&](std::string_view word) {
        const bool is_lone = is_unspaced(word);
        if (!before.empty()) take(is_lone ? std::string(before).append(word) : std::string(before));
        before = is_lone ? word : std::string_view();
        if (!is_lone) take(word);
    });
    if (!before.empty()) take(before);
}

template <class Take>
void each_sign(std::string_view signs, Take take) {
    each_word(signs, [&](std::string_view run) {
        for (; !run.empty(); run.remove_prefix(first_character(run).size())) take(first_character(run));
    });
}

struct HashOfWords : std::hash<std::string_view> {
    using is_transparent = void;
};

// Words with a space after each, none of them twice.
class Once {
public:
    void take(std::string_view word) {
        if (seen_.contains(word)) return;
        seen_.emplace(word);
        (joined_ += word) += ' ';
    }
    std::string joined() && { return std::move(joined_); }

private:
    std::unordered_set<std::string, HashOfWords, std::equal_to<>> seen_;
    std::string joined_;
};

// In quotes all is words to FTS5, and a quote is written twice.
std::string quoted_for_match(std::string_view word) {
    std::string quoted = "\"";
    for (const char c : word) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

// Of one word of a question. A single character is half of a pair wherever another comes after it.
std::string match_of(const std::string& sought) {
    if (sought.front() != ' ') {
        std::string match;
        each_sign(sought, [&](std::string_view sign) { match += quoted_for_match(sign) + " "; });
        return match;
    }
    std::vector<std::string> indexed;
    each_indexed(sought, [&](std::string_view word) { indexed.emplace_back(word); });
    const auto last = indexed.back();
    const bool is_lone = is_unspaced(last);
    if (is_lone && indexed.size() > 1 && is_unspaced(indexed[indexed.size() - 2])) indexed.pop_back();
    std::string match;
    for (const auto& word : indexed) match += quoted_for_match(word) + " ";
    const bool may_go_on = is_lone ? indexed.back() == last : !sought.ends_with(' ');
    return may_go_on ? match.insert(match.size() - 1, " *") : match;
}

} // namespace

std::string index_words(std::string_view team, std::span<const Spoken> all) {
    Once words;
    const auto take = [&](std::string_view word) { words.take(word); };
    each_indexed(Apart(team).words, take);
    std::set<std::string_view> named; // few of many lines
    for (const auto& spoken : all) {
        const Apart apart(spoken.words);
        each_indexed(apart.words, take);
        each_sign(apart.signs, take);
        if (named.insert(spoken.who).second) each_indexed(Apart(spoken.who).words, take);
    }
    return std::move(words).joined();
}

Question::Question(std::string_view question) {
    const auto line = folded(clean_line(question));
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        const bool is_last = line.find_first_not_of(' ', end) == std::string::npos;
        const Apart apart(std::string_view(line).substr(at, end - at));
        if (!apart.words.empty())
            sought_.push_back(apart.words + (is_last ? "" : " "));
        else if (!apart.signs.empty())
            sought_.push_back(apart.signs.substr(1));
        at = end + 1;
    }
}

std::string Question::match() const {
    std::string match;
    for (const auto& one : sought_) match += match_of(one);
    return match;
}

std::vector<std::size_t> Question::found_in(std::string_view team, std::span<const Spoken> all) const {
    const auto words_of_team = Apart(team).words + " ";
    std::vector<std::string_view> left; // that the team's name does not hold
    for (const auto& one : sought_)
        if (words_of_team.find(one) == std::string::npos) left.push_back(one);
    std::map<std::string_view, std::string> named; // few of many lines
    std::vector<std::size_t> found;
    for (std::size_t number = 0; number < all.size(); ++number) {
        const auto [who, is_new] = named.try_emplace(all[number].who);
        if (is_new) who->second = Apart(who->first).words;
        const auto line = left.empty() ? std::string() : line_of(all[number].words, who->second);
        const auto is_in_line = [&](std::string_view one) { return line.find(one) != std::string::npos; };
        if (std::ranges::all_of(left, is_in_line)) found.push_back(number);
    }
    return found;
}

} // namespace avow::storage
