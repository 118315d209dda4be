#include "cli/transcript.hpp"

#include "session/text.hpp"
#include "storage/record.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

namespace avow::cli {

namespace {

constexpr std::size_t most_name_characters = 60;
constexpr std::ptrdiff_t most_name_words = 4;

// Windows programs write UTF-16 without a mark too. No text begins with a zero byte nor has one second, so that is a Latin
// letter's other half. Nothing where it is UTF-8 already.
std::optional<std::string> recoded_text(std::string_view bytes) {
    const bool is_unmarked_utf16 = bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
    if (!is_unmarked_utf16 && !storage::is_recoding_needed(bytes)) return std::nullopt;
    if (!is_unmarked_utf16) return storage::recoded(bytes).text;
    const std::string_view mark = bytes[0] == '\0' ? "\xFE\xFF" : "\xFF\xFE";
    return storage::recoded(std::string(mark) + std::string(bytes)).text;
}

std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(end);
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(text.size(), 1));
    return line;
}

// What no line has that can be kept, a name and any spacing included.
constexpr std::size_t most_line_bytes = 16 * limit::statement_characters;

// Whether the recording will be refused for what was read so far: then the rest need not be read.
bool is_over_the_limits(const Transcript& transcript, std::size_t speakers, std::size_t statements) {
    return transcript.refusal || speakers > limit::participants || statements > limit::accountabilities;
}

// A line cut at its first ": ", at a full-width colon, or at a colon that ends it.
struct Cut {
    std::string_view before;
    std::string_view after;
};

std::optional<Cut> cut_at_colon(std::string_view line) {
    constexpr std::string_view full_width = "\xEF\xBC\x9A"; // U+FF1A
    const auto narrow = std::min(line.find(": "), line.ends_with(':') ? line.size() - 1 : std::string_view::npos);
    const auto wide = line.find(full_width);
    if (narrow == std::string_view::npos && wide == std::string_view::npos) return std::nullopt;
    if (wide < narrow) return Cut{line.substr(0, wide), line.substr(wide + full_width.size())};
    return Cut{line.substr(0, narrow), line.substr(narrow + 1)};
}

enum class Begins { capital, small, sign, otherwise };

utf8proc_int32_t first_code(std::string_view word) {
    utf8proc_int32_t code = -1;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(word.data()), static_cast<utf8proc_ssize_t>(word.size()),
                     &code);
    return code;
}

Begins beginning_of(std::string_view word) {
    switch (utf8proc_category(first_code(word))) {
    case UTF8PROC_CATEGORY_LL: return Begins::small;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return Begins::capital; // a script without capitals counts as capital
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return Begins::sign;
    default: return Begins::otherwise;
    }
}

bool has_letter_or_sign(std::string_view words) {
    for (std::size_t at = 0; at < words.size(); ++at)
        if ((words[at] & 0xC0) != 0x80 && beginning_of(words.substr(at)) != Begins::otherwise) return true;
    return false;
}

// "Dr." and "J." are names; "Wait. Ana" is a sentence and a name.
bool is_abbreviation(std::string_view word) {
    return word.find('.') == word.size() - 1 && count_characters(word) <= 4 && beginning_of(word) == Begins::capital;
}

bool has_sentence_punctuation(std::string_view word) {
    constexpr std::array<std::string_view, 12> marks = {",", ";", "!", "?", "\"", "“", "”", "„", "…", "。", "，", "、"};
    const bool is_marked =
        std::ranges::any_of(marks, [&](auto mark) { return word.find(mark) != std::string_view::npos; });
    return is_marked || (word.find('.') != std::string_view::npos && !is_abbreviation(word));
}

// What opens a sentence even alone ("Note: ..."), and what does only with more words behind it: transcripts call people A,
// B and I too.
constexpr std::array<std::string_view, 22> openers = {
    "also", "and", "but",  "example",  "first",  "goal", "how",  "if",   "nb",   "no",   "note",
    "plus", "ps",  "p.s.", "remember", "second", "so",   "then", "todo", "what", "when", "why"};
constexpr std::array<std::string_view, 14> openers_of_more = {"a",   "an",   "he",  "i",    "it",   "my", "our",
                                                              "she", "that", "the", "they", "this", "we", "you"};

bool opens_a_sentence(const std::vector<std::string_view>& words) {
    const std::string first = folded(words.front());
    return std::ranges::find(openers, first) != openers.end() ||
           (words.size() > 1 && std::ranges::find(openers_of_more, first) != openers_of_more.end());
}

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 24> particles = {"de",  "da", "do",  "dos", "das", "del", "della", "di",
                                                            "du",  "la", "le",  "van", "von", "der", "den",   "ter",
                                                            "ten", "zu", "zum", "y",   "e",   "bin", "bint",  "al"};
    return std::ranges::find(particles, word) != particles.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; (begin = text.find_first_not_of(' ', begin)) != std::string_view::npos;) {
        const auto end = std::min(text.find(' ', begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

// Whether what stands before the first ": " of a line is a name and not the beginning of a sentence ("I said: stop"): at
// most 60 characters and four words, a letter or sign in it, no sentence punctuation, not begun with a word that opens
// sentences; of several words each begins with a capital, save particles ("de", "van"), which are not counted.
bool is_name(std::string_view before_colon) {
    if (count_characters(before_colon) > most_name_characters || !has_letter_or_sign(before_colon)) return false;
    const auto words = words_of(before_colon);
    if (words.empty() || opens_a_sentence(words)) return false;
    if (std::ranges::count_if(words, std::not_fn(is_particle)) > most_name_words) return false;
    if (std::ranges::any_of(words, has_sentence_punctuation)) return false;
    return words.size() == 1 || std::ranges::all_of(words, [](std::string_view word) {
               return beginning_of(word) != Begins::small || is_particle(word);
           });
}

// People by name as they appear, so that "ANA" further down is Ana.
class Cast {
public:
    // The speaker that is meant, if the words are one's name.
    std::optional<std::string> speaker_in(std::string_view before_colon) {
        const std::string name = clean_line(before_colon);
        const auto known = known_.find(folded(name));
        if (known != known_.end()) return known->second;
        if (!is_name(name)) return std::nullopt;
        return known_.emplace(folded(name), name).first->second;
    }

private:
    std::map<std::string, std::string> known_;
};

} // namespace

Transcript transcript_of(std::string_view bytes, const std::string& first_speaker) {
    Transcript transcript;
    Cast cast;
    std::string speaker = clean_line(first_speaker);
    if (!speaker.empty()) speaker = cast.speaker_in(speaker).value_or(speaker);
    const auto recoded = recoded_text(bytes);
    std::string_view text = recoded ? std::string_view(*recoded) : bytes;
    std::set<std::string> speakers;
    std::size_t statements = 0;
    for (std::size_t number = 1; !text.empty() && !is_over_the_limits(transcript, speakers.size(), statements);
         ++number) {
        const auto raw = next_line(text);
        if (raw.size() > most_line_bytes) {
            transcript.refusal = Refusal{"Line " + std::to_string(number) + " has " + std::to_string(raw.size()) +
                                         " bytes; a statement holds 4,000 characters. Split it up."};
            return transcript;
        }
        const std::string line = clean_line(raw);
        if (line.empty() || line.starts_with('#')) continue;
        if (!is_utf8(raw)) transcript.mended_lines.push_back(number);
        const auto cut = cut_at_colon(line);
        const auto named = cut ? cast.speaker_in(cut->before) : std::nullopt;
        if (named) speaker = *named;
        if (speaker.empty()) {
            transcript.refusal = Refusal{"Line " + std::to_string(number) +
                                         " does not say who speaks: it does not begin with "
                                         "\"Name: \". Put a name before it, or say who it was with --speaker NAME."};
            return transcript;
        }
        std::string words = cut && named ? clean_line(cut->after) : line;
        const bool is_new = speakers.insert(speaker).second;
        statements += words.empty() ? 0 : 1;
        if (is_new || !words.empty()) transcript.utterances.push_back({number, speaker, std::move(words)});
    }
    return transcript;
}

} // namespace avow::cli
