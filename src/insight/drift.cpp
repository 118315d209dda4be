#include "insight/drift.hpp"

#include "session/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

namespace avow::insight {

namespace {

constexpr std::size_t most_comparisons = 4'000'000; // some 10 ms

bool is_punctuation(char c) {
    return static_cast<unsigned char>(c) < 0x80 &&
           !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

struct Token {
    std::string_view written; // with its punctuation
    std::string_view bare;
    std::string folded;
};

std::string_view without_punctuation(std::string_view word) {
    while (!word.empty() && is_punctuation(word.front())) word.remove_prefix(1);
    while (!word.empty() && is_punctuation(word.back())) word.remove_suffix(1);
    return word;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (const auto written = text.substr(at, end - at); !written.empty()) {
            const auto bare = without_punctuation(written);
            tokens.push_back({written, bare, folded(bare.empty() ? written : bare)});
        }
        at = end + 1;
    }
    return tokens;
}

void add_run(std::vector<Run>& runs, Run::Kind kind, std::string_view words) {
    if (runs.empty() || runs.back().kind != kind)
        runs.push_back({kind, std::string(words)});
    else
        (runs.back().words += ' ') += words;
}

// The longest common subsequence of what begins at each pair of places.
class Common {
public:
    Common(const std::vector<Token>& former, const std::vector<Token>& latter)
        : width_(latter.size() + 1), lengths_((former.size() + 1) * width_, 0) {
        for (std::size_t i = former.size(); i-- > 0;)
            for (std::size_t j = latter.size(); j-- > 0;)
                at(i, j) = former[i].folded == latter[j].folded ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                                : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::uint16_t& at(std::size_t i, std::size_t j) { return lengths_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint16_t> lengths_;
};

constexpr std::array<std::string_view, 14> number_words = {"two",    "three", "four", "five", "six",
                                                           "seven",  "eight", "nine", "ten",  "eleven",
                                                           "twelve", "dozen", "once", "twice"};
constexpr std::array<std::string_view, 6> how_often = {"hourly", "daily", "weekly", "monthly", "quarterly", "yearly"};

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Which words name a day does not depend on what day it is.
bool names_a_day(const std::string& words) { return date_in_words(words, Date{2026, 1, 1}).has_value(); }

// "I may" is no month, "in May" is.
bool is_month(const Token& token) {
    return token.folded.size() >= 3 && begins_with_capital(token.bare) && names_a_day("1 " + token.folded);
}

bool is_day(const Token& token) {
    if (is_among(how_often, token.folded) || is_month(token)) return true;
    return has_letter(token.folded) && !has_digit(token.folded) && token.folded.size() >= 5 &&
           names_a_day(token.folded);
}

bool is_name(const Token& token, const std::vector<std::string>& people) {
    if (!begins_with_capital(token.bare)) return false;
    auto word = token.folded;
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    return std::ranges::any_of(people, [&](const std::string& name) {
        return std::ranges::any_of(tokens_of(name), [&](const Token& part) { return part.folded == word; });
    });
}

std::optional<Specific> specific_at(const std::vector<Token>& tokens, std::size_t at,
                                    const std::vector<std::string>& people, std::size_t& used) {
    const auto& token = tokens[at];
    used = 1;
    if (at + 1 < tokens.size() && (has_digit(token.folded) != has_digit(tokens[at + 1].folded)) &&
        names_a_day(token.folded + " " + tokens[at + 1].folded)) {
        used = 2;
        return Specific{Specific::Kind::day, std::string(token.bare) + " " + std::string(tokens[at + 1].bare)};
    }
    if (is_name(token, people)) return Specific{Specific::Kind::name, std::string(token.bare)};
    if (is_day(token)) return Specific{Specific::Kind::day, std::string(token.bare)};
    if (has_digit(token.folded) || is_among(number_words, token.folded))
        return Specific{Specific::Kind::number, std::string(token.bare)};
    return std::nullopt;
}

std::vector<Specific> specifics_in(std::string_view words, const std::vector<std::string>& people) {
    const auto tokens = tokens_of(words);
    std::vector<Specific> found;
    for (std::size_t at = 0, used = 1; at < tokens.size(); at += used)
        if (auto specific = specific_at(tokens, at, people, used)) found.push_back(std::move(*specific));
    return found;
}

} // namespace

std::vector<Run> runs_between(std::string_view former, std::string_view latter) {
    const auto before = tokens_of(former);
    const auto after = tokens_of(latter);
    std::vector<Run> runs;
    if (before.size() * after.size() > most_comparisons) {
        runs = {{Run::Kind::gone, std::string(former)}, {Run::Kind::come, std::string(latter)}};
        return runs;
    }
    Common common(before, after);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i].folded == after[j].folded) {
            add_run(runs, Run::Kind::same, after[j].written);
            ++i, ++j;
        } else if (j == after.size() || (i < before.size() && common.at(i + 1, j) >= common.at(i, j + 1))) {
            add_run(runs, Run::Kind::gone, before[i++].written);
        } else {
            add_run(runs, Run::Kind::come, after[j++].written);
        }
    }
    return runs;
}

std::vector<Specific> lost_between(std::string_view former, std::string_view latter,
                                   const std::vector<std::string>& people) {
    auto lost = specifics_in(former, people);
    auto come = specifics_in(latter, people);
    for (auto one = lost.begin(); one != lost.end();) { // what stayed, first
        const auto same = std::ranges::find_if(come, [&](const Specific& other) {
            return other.kind == one->kind && folded(other.words) == folded(one->words);
        });
        if (same == come.end()) {
            ++one;
            continue;
        }
        come.erase(same);
        one = lost.erase(one);
    }
    std::erase_if(lost, [&](const Specific& one) { // then what another took the place of
        const auto instead = std::ranges::find(come, one.kind, &Specific::kind);
        if (instead == come.end()) return false;
        come.erase(instead);
        return true;
    });
    return lost;
}

std::vector<Rewording> rewordings_of(const std::vector<Life>& lives, const std::vector<Person>& people) {
    std::vector<std::string> names;
    for (const auto& person : people) names.push_back(person.name);
    for (const auto& person : people) names.insert(names.end(), person.former_names.begin(), person.former_names.end());
    std::vector<Rewording> all;
    for (std::size_t at = 0; at < lives.size(); ++at) {
        std::string former = lives[at].item.statement;
        for (const auto& wording : lives[at].item.wordings) {
            if (!wording.agreed || wording.text == former) continue;
            all.push_back(
                {at, former, wording, runs_between(former, wording.text), lost_between(former, wording.text, names)});
            former = wording.text;
        }
    }
    std::ranges::stable_sort(all, {}, [](const Rewording& one) { return one.latter.date; });
    return all;
}

} // namespace avow::insight
