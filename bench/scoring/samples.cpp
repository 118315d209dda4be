// Reads strings only, as far as the sets need it.
#include "scoring/samples.hpp"

#include "support/lexicon.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace avow::bench {

namespace {

unsigned hex_at(const std::string& line, std::size_t at) {
    return static_cast<unsigned>(std::stoul(line.substr(at, 4), nullptr, 16));
}

void append_utf8(std::string& text, unsigned code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (code >> 18));
        text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

// The string that begins at the quote at `at`; leaves `at` after its end.
std::string string_at(const std::string& line, std::size_t& at) {
    std::string text;
    for (++at; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] != '\\') {
            text += line[at];
            continue;
        }
        ++at;
        switch (line[at]) {
        case 'n': text += '\n'; break;
        case 't': text += '\t'; break;
        case 'u': {
            unsigned code = hex_at(line, at + 1);
            at += 4;
            if (code >= 0xD800 && code < 0xDC00 && line[at + 1] == '\\') {
                code = 0x10000 + ((code - 0xD800) << 10) + (hex_at(line, at + 3) - 0xDC00);
                at += 6;
            }
            append_utf8(text, code);
            break;
        }
        default: text += line[at];
        }
    }
    ++at;
    return text;
}

void read_line(const std::string& line, Sample& sample) {
    std::string id;
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '"') {
            ++at;
            continue;
        }
        const auto key = string_at(line, at);
        at = std::min(line.find_first_not_of(": ", at), line.size());
        if (at >= line.size() || line[at] != '"') {
            continue;
        }
        const auto value = string_at(line, at);
        if (key == "id") {
            id = value;
        } else if (key == "text") {
            text = value;
        } else if (key == "theme") {
            sample.statements.push_back({id, text, std::nullopt});
            sample.gold.push_back(value);
        }
    }
}

} // namespace

std::vector<Sample> samples_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<Sample> samples;
    bool is_one_sample = false;
    for (std::string line; std::getline(file, line);) {
        const bool is_statement = line.find("\"items\"") == std::string::npos;
        if (!is_statement || !is_one_sample) {
            samples.emplace_back();
        }
        is_one_sample = is_statement;
        read_line(line, samples.back());
    }
    return samples;
}

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {(std::istreambuf_iterator<char>(file)), {}};
}

} // namespace

Asked asked_in(const std::vector<std::string>& words) {
    Asked asked;
    themes::WordVectors vectors;
    themes::Learned learned;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const bool has_value = word + 1 != words.end();
        if (*word == "--lexicon" && has_value) {
            asked.knowledge = lexicon_in(*++word);
        } else if (*word == "--vectors" && has_value) {
            vectors = themes::vectors_from(bytes_of(*++word), *word, asked.knowledge.language);
        } else if (*word == "--purposes" && has_value) {
            learned = themes::learned_from(bytes_of(*++word), *word);
        } else if (word->starts_with("--")) {
            asked.flags.insert(*word);
        } else {
            asked.files.push_back(*word);
        }
    }
    asked.knowledge.vectors = std::move(vectors);
    asked.knowledge.learned = std::move(learned);
    return asked;
}

} // namespace avow::bench
