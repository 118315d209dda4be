#include "storage/json_scan.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <array>

namespace avow::storage {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// The value of four hex digits, or -1.
int hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return -1;
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int digit = hex_digit(text[at + i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

// Bytes of the UTF-8 sequence that begins here, 0 when it is none: no overlong forms, no surrogates, nothing above U+10FFFF.
std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned first = byte(at);
    const unsigned second = byte(at + 1);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return tail(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool fits = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second <= 0x9F);
        return fits && tail(at + 1) && tail(at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool fits = (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second <= 0x8F);
        return fits && tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

class Scanner {
public:
    Scanner(std::string_view text, std::vector<JsonToken>& tokens) : text_(text), tokens_(tokens) {}

    std::optional<JsonFlaw> run() {
        tokens_.clear();
        skip_space();
        if (value(0) && (skip_space(), at_ < text_.size())) {
            path_.clear();
            fail("there is something after its end");
        }
        return std::move(flaw_);
    }

private:
    struct Frame {
        std::string_view name; // of the member being read, when in an object
        std::size_t index = 0; // of the item being read, when in an array
        bool is_array = false;
    };

    bool fail(std::string reason) {
        flaw_ = JsonFlaw{place(), std::move(reason), at_};
        return false;
    }

    std::string place() const {
        std::string words;
        for (const Frame& frame : path_)
            if (frame.is_array)
                words += "[" + std::to_string(frame.index) + "]";
            else if (!frame.name.empty())
                words += (words.empty() ? "" : ".") + shown(frame.name);
        return words;
    }

    char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    bool value(int depth) {
        if (tokens_.size() >= scan_limit::values) return fail("it holds more than 1,000,000 values");
        const std::size_t token = tokens_.size();
        tokens_.emplace_back();
        tokens_[token].begin = static_cast<std::uint32_t>(at_);
        if (at_ >= text_.size()) return fail("it is cut off");
        if (!value_at(token, depth)) return false;
        tokens_[token].end = static_cast<std::uint32_t>(at_);
        tokens_[token].next = static_cast<std::uint32_t>(tokens_.size());
        return true;
    }

    bool value_at(std::size_t token, int depth) {
        switch (here()) {
        case '{':
        case '[':
            tokens_[token].kind = here() == '{' ? JsonKind::object : JsonKind::array;
            return depth < scan_limit::depth ? container(depth) : fail("it is nested too deeply");
        case '"': tokens_[token].kind = JsonKind::string; return string();
        case 't': tokens_[token].kind = JsonKind::boolean; return word("true");
        case 'f': tokens_[token].kind = JsonKind::boolean; return word("false");
        case 'n': return word("null");
        default: tokens_[token].kind = JsonKind::number; return number();
        }
    }

    bool word(std::string_view expected) {
        if (text_.substr(at_, expected.size()) != expected) return fail("this is no value of JSON");
        at_ += expected.size();
        return true;
    }

    bool number() {
        const std::size_t begin = at_;
        at_ += here() == '-' ? 1 : 0;
        if (!is_digit(here())) return fail("this is no value of JSON");
        const bool has_leading_zero = here() == '0' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
        while (is_digit(here())) ++at_;
        if (has_leading_zero) return fail("the number begins with a zero");
        if (here() == '.' || here() == 'e' || here() == 'E')
            return fail("the number is not a whole number without an exponent");
        if (at_ - begin > scan_limit::number_characters)
            return fail("the number has " + std::to_string(at_ - begin) + " characters");
        return true;
    }

    bool string() {
        const std::size_t begin = ++at_;
        while (at_ < text_.size() && text_[at_] != '"') {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '\\') {
                if (!escape()) return false;
            } else if (byte < 0x20) {
                return fail(byte == 0 ? "there is a NUL in the words"
                                      : "there is a raw control character in the words");
            } else if (byte < 0x80) {
                ++at_;
            } else if (const std::size_t length = utf8_length(text_, at_)) {
                at_ += length;
            } else {
                return fail("the words are not UTF-8");
            }
        }
        if (at_ >= text_.size()) return fail("it is cut off inside words");
        if (at_ - begin > scan_limit::words_bytes) return fail("the words have " + counted(at_ - begin, "byte"));
        ++at_;
        return true;
    }

    bool escape() {
        const char kind = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (kind != 'u') {
            constexpr std::string_view known = "\"\\/bfnrt";
            if (kind == '\0' || known.find(kind) == std::string_view::npos)
                return fail("there is an unknown escape in the words");
            at_ += 2;
            return true;
        }
        const int code = hex4(text_, at_ + 2);
        if (code < 0) return fail("there is a broken \\u escape in the words");
        if (code == 0) return fail("there is a NUL in the words");
        if (code < 0xD800 || code > 0xDFFF) {
            at_ += 6;
            return true;
        }
        const int low = text_.substr(at_ + 6, 2) == "\\u" ? hex4(text_, at_ + 8) : -1;
        if (code > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
            return fail("there is half a character (a lone surrogate) in the words");
        at_ += 12;
        return true;
    }

    bool container(int depth) {
        const bool is_array = here() == '[';
        const char close = is_array ? ']' : '}';
        const std::size_t first = tokens_.size();
        path_.push_back(Frame{{}, 0, is_array});
        ++at_;
        skip_space();
        if (here() == close) {
            ++at_;
            path_.pop_back();
            return true;
        }
        while (true) {
            if (!(is_array ? value(depth + 1) : member(depth))) return false;
            skip_space();
            if (here() == close) break;
            if (here() != ',') return fail(at_ >= text_.size() ? "it is cut off" : "a comma or the end is missing");
            ++at_;
            if (++path_.back().index >= (is_array ? scan_limit::items : scan_limit::members)) {
                path_.pop_back();
                return fail(is_array ? "it holds more than 20,000 items" : "it holds more than 1,000 names");
            }
            skip_space();
        }
        ++at_;
        if (!is_array && !names_differ(first)) return false;
        path_.pop_back();
        return true;
    }

    bool member(int depth) {
        path_.back().name = {};
        if (here() != '"') return fail(at_ >= text_.size() ? "it is cut off" : "a name in quotes is missing");
        const std::size_t begin = at_ + 1;
        if (!string()) return false;
        const std::size_t end = at_ - 1;
        if (end - begin > scan_limit::name_bytes) return fail("a name has " + counted(end - begin, "byte"));
        path_.back().name = text_.substr(begin, end - begin);
        skip_space();
        if (here() != ':') return fail(at_ >= text_.size() ? "it is cut off" : "a colon is missing");
        ++at_;
        skip_space();
        const std::size_t token = tokens_.size();
        if (!value(depth + 1)) return false;
        tokens_[token].name_begin = static_cast<std::uint32_t>(begin);
        tokens_[token].name_end = static_cast<std::uint32_t>(end);
        return true;
    }

    // Few members (nearly always) are compared with those alone that look alike, many are sorted.
    bool names_differ(std::size_t first) {
        names_.clear();
        bool has_escape = false;
        for (std::size_t i = first; i < tokens_.size(); i = tokens_[i].next) {
            names_.push_back(text_.substr(tokens_[i].name_begin, tokens_[i].name_end - tokens_[i].name_begin));
            has_escape = has_escape || names_.back().find('\\') != std::string_view::npos;
        }
        if (has_escape) return decoded_names_differ();
        if (names_.size() <= 24) return few_names_differ();
        std::sort(names_.begin(), names_.end());
        const auto same = std::adjacent_find(names_.begin(), names_.end());
        return same == names_.end() || twice(*same);
    }

    bool few_names_differ() {
        std::uint64_t looks = 0; // of those before: a bit by length and both ends
        for (auto name = names_.begin(); name != names_.end(); ++name) {
            const std::size_t ends = name->empty() ? 0 : static_cast<std::size_t>(name->front() * 5 + name->back() * 3);
            const auto look = std::uint64_t{1} << ((name->size() * 11 + ends) % 64);
            if ((looks & look) != 0 && std::find(names_.begin(), name, *name) != name) return twice(*name);
            looks |= look;
        }
        return true;
    }

    bool decoded_names_differ() {
        std::vector<std::string> decoded;
        for (const std::string_view name : names_) decoded.push_back(unescaped(name));
        std::sort(decoded.begin(), decoded.end());
        const auto same = std::adjacent_find(decoded.begin(), decoded.end());
        return same == decoded.end() || twice(*same);
    }

    bool twice(std::string_view name) {
        path_.back().name = {};
        return fail("\"" + shown(name) + "\" is there twice");
    }

    std::string_view text_;
    std::vector<JsonToken>& tokens_;
    std::size_t at_ = 0;
    std::vector<Frame> path_;
    std::vector<std::string_view> names_;
    std::optional<JsonFlaw> flaw_;
};

} // namespace

std::optional<JsonFlaw> scan_json(std::string_view text, std::vector<JsonToken>& tokens) {
    return Scanner(text, tokens).run();
}

std::string sentence_of(const JsonFlaw& flaw) {
    return (flaw.place.empty() ? std::string("the JSON") : flaw.place) + ": " + flaw.reason + " (byte " +
           std::to_string(flaw.offset) + ")";
}

std::string unescaped(std::string_view quoted) {
    if (quoted.find('\\') == std::string_view::npos) return std::string(quoted);
    std::string out;
    out.reserve(quoted.size());
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        if (quoted[i] != '\\' || i + 1 >= quoted.size()) {
            out += quoted[i];
            continue;
        }
        const char kind = quoted[++i];
        if (kind == 'u') {
            auto code = static_cast<unsigned>(std::max(0, hex4(quoted, i + 1)));
            i += 4;
            if (code >= 0xD800 && code <= 0xDBFF) {
                const auto low = static_cast<unsigned>(std::max(0xDC00, hex4(quoted, i + 3)));
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                i += 6;
            }
            append_utf8(out, code);
            continue;
        }
        constexpr std::string_view letters = "bfnrt";
        constexpr std::string_view meanings = "\b\f\n\r\t";
        const std::size_t found = letters.find(kind);
        out += found == std::string_view::npos ? kind : meanings[found];
    }
    return out;
}

std::string shown(std::string_view words, std::size_t most_bytes) {
    std::string out;
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t length = utf8_length(words, i);
        const auto byte = static_cast<unsigned char>(words[i]);
        const bool is_control = byte < 0x20 || byte == 0x7F ||
                                (byte == 0xC2 && length == 2 && static_cast<unsigned char>(words[i + 1]) < 0xA0);
        if (out.size() >= most_bytes) return out + "…";
        if (length == 0 || is_control)
            out += "\xEF\xBF\xBD";
        else
            out += words.substr(i, length);
        i += std::max<std::size_t>(1, length);
    }
    return out;
}

std::string on_one_line(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    bool in_words = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_words && c == '\\') {
            out += json.substr(i++, 2);
            continue;
        }
        in_words = in_words != (c == '"');
        if (in_words || !is_space(c)) out += c;
    }
    return out;
}

std::string laid_out(std::string_view json) {
    std::string out;
    std::size_t depth = 0;
    bool in_words = false;
    const auto new_line = [&] { out += '\n' + std::string(2 * depth, ' '); };
    const std::string flat = on_one_line(json);
    for (std::size_t i = 0; i < flat.size(); ++i) {
        const char c = flat[i];
        if (in_words) {
            out += c;
            if (c == '\\') out += flat[++i];
            in_words = c != '"';
        } else if (c == '{' || c == '[') {
            out += c;
            if (flat[i + 1] == '}' || flat[i + 1] == ']')
                out += flat[++i];
            else
                ++depth, new_line();
        } else if (c == '}' || c == ']') {
            --depth, new_line();
            out += c;
        } else {
            in_words = c == '"';
            out += c;
            if (c == ',')
                new_line();
            else if (c == ':')
                out += ' ';
        }
    }
    return out;
}

std::string in_quotes(std::string_view words) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            json += "\\u00";
            json += digits[byte >> 4];
            json += digits[byte & 15];
        } else {
            json += c;
        }
    }
    return json + "\"";
}

} // namespace avow::storage
