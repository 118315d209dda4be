#include "themes/titles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace avow::themes {

namespace {

constexpr std::size_t most_title_words = 7;
constexpr std::size_t most_voices = 8;   // the most central ones say it
constexpr std::size_t longest_word = 32; // characters; a longer one is no word a room can read
constexpr std::size_t frame_reach = 6;   // "Every Friday at noon I will": how far in the promise may begin

// English, like the lists below: where a statement is in another language they match nothing, and only punctuation cuts.
constexpr std::array subjects = {"i", "we"};
constexpr std::array pronouns = {"i", "we", "you", "he", "she", "it", "they"};
constexpr std::array frame = {
    "i",      "we",     "will", "shall",  "would", "am",   "are",    "be",   "been", "going",   "to",
    "can",    "could",  "must", "should", "want",  "like", "need",   "have", "has",  "promise", "commit",
    "try",    "please", "do",   "does",   "make",  "sure", "ensure", "that", "it",   "myself",  "personally",
    "always", "also",   "and",  "but",    "so",    "then", "the",    "a",    "an",   "my",      "our",
    "just",   "on",     "in",   "at",     "for",   "with", "of",     "is",   "was",  "there"};
constexpr std::array clause_openers = {"because", "so",     "when",     "whenever", "if",      "before", "after",
                                       "until",   "which",  "who",      "that",     "while",   "unless", "where",
                                       "since",   "though", "although", "rather",   "instead", "even",   "than"};
constexpr std::array links = {"and", "or", "but"};
constexpr std::array joints = {"to",   "at",  "in",    "on",   "by",    "with", "for",   "from",   "of",      "within",
                               "into", "as",  "about", "over", "under", "each", "every", "during", "without", "between",
                               "per",  "via", "the",   "a",    "an",    "my",   "our",   "their",  "this"};
constexpr std::array bad_ends = {
    "to",       "at",     "in",     "on",    "by",      "with",   "for",       "from",    "of",     "within",
    "into",     "as",     "about",  "the",   "a",       "an",     "my",        "our",     "their",  "his",
    "her",      "its",    "your",   "this",  "these",   "those",  "every",     "each",    "any",    "all",
    "same",     "and",    "or",     "but",   "not",     "is",     "are",       "was",     "be",     "will",
    "have",     "has",    "i",      "we",    "they",    "who",    "which",     "that",    "than",   "if",
    "when",     "until",  "before", "after", "because", "so",     "without",   "between", "during", "per",
    "no",       "other",  "new",    "own",   "two",     "one",    "first",     "next",    "least",  "more",
    "existing", "longer", "less",   "most",  "what",    "where",  "how",       "never",   "always", "only",
    "also",     "won't",  "don't",  "can't", "it's",    "nobody", "everybody", "someone", "anyone"};

// A clause that begins with one of these is no promise: a condition, a time, a "what I hear".
constexpr std::array conditions = {"if",       "when",  "whenever", "because",  "since", "though",
                                   "although", "while", "before",   "after",    "until", "unless",
                                   "what",     "where", "whoever",  "whatever", "than",  "which"};

template <std::size_t size>
bool is_among(const std::array<const char*, size>& list, const std::string& word) {
    return std::any_of(list.begin(), list.end(), [&](const char* listed) { return word == listed; });
}

struct Piece {
    std::string title;
    double worth = 0;
};

// The text between two bytes on one line: any run of spaces or control characters is one space.
std::string on_one_line(std::string_view text) {
    std::string line;
    bool has_gap = false;
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) <= ' ' || letter == 0x7F) {
            has_gap = true;
        } else {
            if (has_gap && !line.empty()) {
                line += ' ';
            }
            has_gap = false;
            line += letter;
        }
    }
    return line;
}

std::string shortened(const std::string& word) {
    const auto starts = character_starts(word);
    return starts.size() - 1 > longest_word ? word.substr(0, starts[longest_word]) : word;
}

std::vector<std::string> split_at_spaces(const std::string& line) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin < line.size()) {
        const auto end = std::min(line.find(' ', begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

// At most seven words, none endless.
std::string fitted(std::string_view text) {
    auto words = split_at_spaces(on_one_line(text));
    words.resize(std::min(words.size(), most_title_words));
    std::string line;
    for (const auto& word : words) {
        line += (line.empty() ? "" : " ") + shortened(word);
    }
    return line;
}

// Whether what stands between two words ends a clause: anything but spaces, a hyphen, a slash or an apostrophe.
bool ends_clause(std::string_view gap) {
    return std::any_of(gap.begin(), gap.end(), [](char letter) {
        return letter != ' ' && letter != '-' && letter != '/' && letter != '\'' && letter != '&' && letter != '%';
    });
}

// A stretch of words [first, last).
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Stretch> clauses_of(std::string_view text, const std::vector<Word>& words) {
    std::vector<Stretch> clauses;
    std::size_t first = 0;
    for (std::size_t at = 1; at <= words.size(); ++at) {
        const bool is_end = at == words.size();
        const bool is_cut =
            !is_end && (words[at].begin > words[at - 1].end &&
                        ends_clause(text.substr(words[at - 1].end, words[at].begin - words[at - 1].end)));
        const bool is_linked = !is_end && is_among(links, words[at].folded) && at + 1 < words.size() &&
                               is_among(pronouns, words[at + 1].folded);
        if (is_end || is_cut || is_linked || is_among(clause_openers, words[at].folded)) {
            clauses.push_back({first, at});
            first = at;
        }
    }
    return clauses;
}

// Where the promise of a clause begins: after "I will" where that comes early, and after any frame that follows.
std::size_t promise_begin(const std::vector<Word>& words, Stretch clause) {
    std::size_t begin = clause.first;
    for (std::size_t at = clause.first; at < std::min(clause.last, clause.first + frame_reach); ++at) {
        if (is_among(subjects, words[at].folded)) {
            begin = at + 1;
        }
    }
    const auto is_framing = [&](std::size_t at) {
        return is_among(frame, words[at].folded) || is_among(clause_openers, words[at].folded);
    };
    while (begin < clause.last && is_framing(begin)) {
        ++begin;
    }
    // A contraction's second half shares its span with the first, which is gone already.
    while (begin > clause.first && begin < clause.last && words[begin].begin == words[begin - 1].begin) {
        ++begin;
    }
    return begin;
}

double importance_between(std::size_t begin, std::size_t end, const Reading& reading, const Profile& profile) {
    std::set<SignId> seen;
    double sum = 0;
    for (const auto& mark : reading.marks) {
        if (mark.begin >= begin && mark.end <= end && seen.insert(mark.sign).second) {
            sum += importance_in(profile, mark.sign);
        }
    }
    return sum;
}

double worth_of_length(std::size_t count) {
    constexpr std::array<double, most_title_words + 1> worth = {0, 0.35, 0.7, 1, 1.05, 1.05, 1, 0.95};
    return worth[std::min(count, most_title_words)];
}

// A clause said to its end keeps its sense; one that would fit whole is cut only for something much better.
double worth_of_cut(const std::vector<Word>& words, Stretch clause, std::size_t first, std::size_t last) {
    if (last == clause.last) return 1.25;
    if (!is_among(joints, words[last].folded)) return 0.3;
    return clause.last - first <= most_title_words ? 0.6 : 0.9;
}

void add_pieces(const Voice& voice, const Profile& profile, const Reader& reader, std::vector<Piece>& pieces) {
    const auto words = words_of(voice.text, reader.stemmer());
    bool is_first = true;
    for (const auto& clause : clauses_of(voice.text, words)) {
        const auto first = promise_begin(words, clause);
        const bool is_condition = is_among(conditions, words[clause.first].folded);
        for (std::size_t last = first + 1; last <= std::min(clause.last, first + most_title_words); ++last) {
            const bool is_whole = last == clause.last;
            const bool is_open = !is_whole && last - first > 1 && words[last - 2].folded == "to"; // "to ask" what?
            if (is_open || is_among(bad_ends, words[last - 1].folded) ||
                (last < words.size() && words[last].begin == words[last - 1].begin)) {
                continue;
            }
            const auto title = fitted(voice.text.substr(words[first].begin, words[last - 1].end - words[first].begin));
            const double kept = importance_between(words[first].begin, words[last - 1].end, *voice.reading, profile);
            const double worth = (0.05 + kept) * worth_of_length(last - first) *
                                 (0.5 + std::max(voice.centrality, 0.0)) * worth_of_cut(words, clause, first, last) *
                                 (is_first ? 1.0 : 0.65) * (is_condition ? 0.4 : 1.0);
            pieces.push_back({capitalised(title), worth});
        }
        is_first = false;
    }
}

} // namespace

std::vector<std::string> titles_for(const std::vector<Voice>& voices, const Profile& profile, const Reader& reader) {
    auto central = voices;
    std::stable_sort(central.begin(), central.end(),
                     [](const Voice& a, const Voice& b) { return a.centrality > b.centrality; });
    central.resize(std::min(central.size(), most_voices));
    std::vector<Piece> pieces;
    for (const auto& voice : central) {
        add_pieces(voice, profile, reader, pieces);
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.worth > b.worth; });
    std::vector<std::string> titles;
    for (auto& piece : pieces) {
        titles.push_back(std::move(piece.title));
    }
    for (const auto& voice : central) { // where nothing was left after the frame, or there are no words: as it stands
        if (auto title = capitalised(fitted(voice.text)); !title.empty()) {
            titles.push_back(std::move(title));
        }
    }
    if (titles.empty()) {
        titles.emplace_back("No words");
    }
    return titles;
}

bool is_said_by(std::string_view title, const std::vector<Voice>& voices, const Reader& reader) {
    std::set<std::string> said;
    for (const auto& voice : voices) {
        for (auto& word : words_of(voice.text, reader.stemmer())) {
            said.insert(std::move(word.folded));
        }
    }
    const auto words = words_of(title, reader.stemmer());
    return std::all_of(words.begin(), words.end(), [&](const Word& word) { return said.contains(word.folded); });
}

} // namespace avow::themes
