#include "themes/words.hpp"

#include <libstemmer.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace avow::themes {

namespace {

struct Character {
    utf8proc_int32_t code = -1; // -1 where the bytes are no UTF-8
    std::size_t size = 1;
};

Character character_at(std::string_view text, std::size_t position) {
    utf8proc_int32_t code = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + position;
    const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - position), &code);
    if (size <= 0) {
        return {};
    }
    return {code, static_cast<std::size_t>(size)};
}

enum class Role { gap, letter, digit, alone, apostrophe };

// Scripts that put no spaces between words. One character is the safest unit without a dictionary of the language.
bool is_written_without_spaces(utf8proc_int32_t code) {
    return (code >= 0x0E00 && code <= 0x0EFF) || (code >= 0x1000 && code <= 0x109F) ||
           (code >= 0x1780 && code <= 0x17FF) || (code >= 0x2E80 && code <= 0x9FFF) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

Role role_of(utf8proc_int32_t code) {
    if (code == '\'' || code == 0x2019 || code == 0x02BC) {
        return Role::apostrophe;
    }
    if (code < 0) {
        return Role::gap;
    }
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return is_written_without_spaces(code) ? Role::alone : Role::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return Role::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return Role::digit;
    case UTF8PROC_CATEGORY_SO: return Role::alone;
    default: return Role::gap;
    }
}

bool ends_with(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

// The parts of a word that holds apostrophes, already folded and with plain apostrophes.
std::vector<std::string> undone(const std::string& word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> irregular = {
        {{"won't", "will"}, {"can't", "can"}, {"shan't", "shall"}, {"ain't", "be"}}};
    for (const auto& [contraction, verb] : irregular) {
        if (word == contraction) {
            return {std::string(verb), "not"};
        }
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> endings = {
        {{"n't", "not"}, {"'ll", "will"}, {"'re", "are"}, {"'ve", "have"}, {"'d", "would"}, {"'m", "am"}, {"'s", ""}}};
    for (const auto& [ending, said] : endings) {
        if (ends_with(word, ending)) {
            std::vector<std::string> parts = {word.substr(0, word.size() - ending.size())};
            if (!said.empty()) {
                parts.emplace_back(said);
            }
            return parts;
        }
    }
    std::vector<std::string> parts;
    std::string part;
    for (const char letter : word + "'") {
        if (letter != '\'') {
            part += letter;
        } else if (!part.empty()) {
            parts.push_back(std::exchange(part, {}));
        }
    }
    return parts;
}

std::string with_plain_apostrophes(std::string_view word) {
    std::string plain;
    for (std::size_t at = 0; at < word.size();) {
        const auto [code, size] = character_at(word, at);
        if (role_of(code) == Role::apostrophe) {
            plain += '\'';
        } else {
            plain += word.substr(at, size);
        }
        at += size;
    }
    return plain;
}

void add_word(std::vector<Word>& words, std::string_view text, std::size_t begin, std::size_t end, bool has_digit,
              const Stemmer& stemmer) {
    const std::string whole = folded(with_plain_apostrophes(text.substr(begin, end - begin)));
    if (whole.find('\'') == std::string::npos) {
        words.push_back({whole, stemmer.stem(whole), begin, end, has_digit});
        return;
    }
    for (const auto& part : undone(whole)) {
        words.push_back({part, stemmer.stem(part), begin, end, has_digit});
    }
}

} // namespace

void Stemmer::Close::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(const std::string& language) : stemmer_(sb_stemmer_new(language.c_str(), "UTF_8")) {}

std::string Stemmer::stem(const std::string& word) const {
    if (!stemmer_) {
        return word;
    }
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const auto* stemmed = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (stemmed == nullptr) {
        return word;
    }
    return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

std::vector<Word> words_of(std::string_view text, const Stemmer& stemmer) {
    std::vector<Word> words;
    std::size_t begin = 0;
    bool is_inside = false;
    bool has_digit = false;
    const auto close = [&](std::size_t end) {
        if (is_inside) {
            add_word(words, text, begin, end, has_digit, stemmer);
        }
        is_inside = false;
        has_digit = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character_at(text, at);
        auto role = role_of(code);
        if (role == Role::apostrophe) {
            const bool has_letter_after =
                at + size < text.size() && role_of(character_at(text, at + size).code) == Role::letter;
            role = is_inside && has_letter_after ? Role::letter : Role::gap;
        }
        if (role == Role::letter || role == Role::digit) {
            if (!is_inside) {
                begin = at;
                is_inside = true;
            }
            has_digit = has_digit || role == Role::digit;
        } else {
            close(at);
            if (role == Role::alone) {
                add_word(words, text, at, at + size, false, stemmer);
            }
        }
        at += size;
    }
    close(text.size());
    return words;
}

std::string folded(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char letter) { return letter > 0; })) { // most words of most rooms
        std::string copy(text);
        for (char& letter : copy)
            if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        return copy;
    }
    utf8proc_uint8_t* result = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &result, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    if (size < 0) {
        return {};
    }
    std::string copy(reinterpret_cast<const char*>(result), static_cast<std::size_t>(size));
    std::free(result); // utf8proc hands out malloc'ed memory
    return copy;
}

std::vector<std::size_t> character_starts(std::string_view text) {
    std::vector<std::size_t> starts;
    utf8proc_int32_t state = 0;
    utf8proc_int32_t before = -1;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character_at(text, at);
        if (before < 0 || code < 0 || utf8proc_grapheme_break_stateful(before, code, &state)) {
            starts.push_back(at);
        }
        before = code;
        at += size;
    }
    starts.push_back(text.size());
    return starts;
}

std::string capitalised(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    const auto [code, size] = character_at(text, 0);
    if (code < 0) {
        return std::string(text);
    }
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto written = utf8proc_encode_char(utf8proc_totitle(code), bytes.data());
    std::string capital(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(written));
    return capital + std::string(text.substr(size));
}

} // namespace avow::themes
