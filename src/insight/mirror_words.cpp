#include "insight/mirror_words.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace avow::insight {

namespace {

using Words = std::vector<std::string>;

constexpr std::array apostrophes = {std::string_view("'"), std::string_view("\u2019"), std::string_view("\u02BC")};
constexpr std::array sentence_ends = {std::string_view("."), std::string_view("!"), std::string_view("?"),
                                      std::string_view("\u2026")};
constexpr std::array pauses = {std::string_view(","),     std::string_view(";"),      std::string_view(":"),
                               std::string_view("("),     std::string_view(")"),      std::string_view("/"),
                               std::string_view("*"),     std::string_view("\u2013"), std::string_view("\u2014"),
                               std::string_view("\u2022")};

template <class Marks>
bool is_one_of(std::string_view character, const Marks& marks) {
    return std::ranges::find(marks, character) != marks.end();
}

std::string_view character_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const auto character = text.substr(at, size);
    return character.size() == size && is_utf8(character) ? character : text.substr(at, 1);
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_of_word(std::string_view character) {
    if (character.size() == 1) return is_ascii_letter(character.front());
    return !character.empty() && is_in_word(character);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Two words of grammar that people write as one. "s" is told apart below.
std::string_view whole_ending(std::string_view ending) {
    constexpr std::array endings = {std::pair{"re", "are"}, std::pair{"ll", "will"}, std::pair{"ve", "have"},
                                    std::pair{"m", "am"}, std::pair{"d", "would"}};
    const auto found =
        std::ranges::find(endings, ending, [](const auto& pair) { return std::string_view(pair.first); });
    return found == endings.end() ? std::string_view{} : found->second;
}

std::string without_n(std::string_view head) { // of "don't" the do
    if (head == "won") return "will";
    if (head == "shan") return "shall";
    if (head == "can") return "can";
    if (head == "ain") return "is";
    return std::string(head.substr(0, head.size() - 1));
}

bool is_before_is(std::string_view head) { // "it's" is "it is", "board's" is the board's
    constexpr std::array heads = {"it", "that", "there", "what", "who", "here", "where", "how", "he", "she", "this"};
    return std::ranges::find(heads, head) != heads.end();
}

Words apart(const std::string& head, const std::string& tail) {
    if (tail == "t" && head.size() > 2 && head.ends_with('n')) return {without_n(head), "not"};
    if (tail == "s" && head == "let") return {head, "us"};
    if (tail == "s") return is_before_is(head) ? Words{head, "is"} : Words{head};
    if (const auto whole = whole_ending(tail); !whole.empty()) return {head, std::string(whole)};
    return {head, tail};
}

// What is typed in haste, where it can be no other word.
Words apart(const std::string& word) {
    constexpr std::array ends = {"dont",    "doesnt",  "didnt",  "isnt",  "arent", "wasnt", "shouldnt",
                                 "couldnt", "wouldnt", "havent", "hasnt", "wont",  "cant"};
    if (word == "cannot") return {"can", "not"};
    if (word == "youre") return {"you", "are"};
    if (word == "im") return {"i", "am"};
    if (std::ranges::find(ends, word) == ends.end()) return {word};
    return {without_n(std::string_view(word).substr(0, word.size() - 1)), "not"};
}

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    std::vector<MirrorSentence> sentences() {
        while (at_ < text_.size()) {
            const auto character = character_at(text_, at_);
            if (is_of_word(character)) {
                take_word();
            } else {
                at_ += character.size();
                take_mark(character);
            }
        }
        end_sentence(false);
        return std::move(sentences_);
    }

private:
    // Of a point in "3.5", a comma in "1,000" and an apostrophe in "o'clock": what holds a word together.
    bool is_joint(std::string_view character) const {
        const auto next = character_at(text_, at_ + character.size());
        if (is_one_of(character, apostrophes)) return is_of_word(next);
        return (character == "." || character == ",") && is_digit(text_[at_ - 1]) && !next.empty() &&
               is_digit(next.front());
    }

    void take_word() {
        const auto begin = at_;
        std::size_t apostrophe = std::string_view::npos;
        std::size_t after = 0;
        while (at_ < text_.size()) {
            const auto character = character_at(text_, at_);
            if (!is_of_word(character) && !is_joint(character)) break;
            if (is_one_of(character, apostrophes)) apostrophe = at_, after = at_ + character.size();
            at_ += character.size();
        }
        const auto whole = text_.substr(begin, at_ - begin);
        if (apostrophe == std::string_view::npos) return add(apart(folded(whole)), begin);
        add(apart(folded(text_.substr(begin, apostrophe - begin)), folded(text_.substr(after, at_ - after))), begin);
    }

    void add(const Words& words, std::size_t begin) {
        for (const auto& word : words) {
            sentence_.words.push_back({word, begin, at_, is_after_pause_});
            is_after_pause_ = false;
        }
    }

    // `at_` is behind the mark.
    void take_mark(std::string_view mark) {
        if (mark == "\n" || mark == "\r") return end_sentence(false);
        if (is_one_of(mark, sentence_ends) && !is_of_word(character_at(text_, at_))) return end_sentence(mark == "?");
        const bool is_dash = mark == "-" && at_ < text_.size() && text_[at_] == ' ';
        if (is_dash || is_one_of(mark, pauses)) is_after_pause_ = true;
    }

    void end_sentence(bool is_question) {
        if (sentence_.words.empty()) { // "?!", or a second mark
            if (is_question && !sentences_.empty()) sentences_.back().is_question = true;
            return;
        }
        sentence_.is_question = is_question;
        sentences_.push_back(std::exchange(sentence_, {}));
        is_after_pause_ = true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool is_after_pause_ = true;
    MirrorSentence sentence_;
    std::vector<MirrorSentence> sentences_;
};

} // namespace

std::vector<MirrorSentence> mirror_sentences(std::string_view text) { return Cutter(text).sentences(); }

} // namespace avow::insight
