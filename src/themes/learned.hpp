// Learned: what a statement is for, as examples teach it. People wrote down what is said in many trades for each purpose
// (assets/examples); when the program is built a tool learns from them which signs speak for which purpose, so that "client
// file read before she walks in" is known to be about coming prepared though no lexicon says so.
#pragma once

#include "themes/vectors.hpp"
#include "themes/words.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace avow::themes {

// How much each sign speaks for each purpose: a row of `weights` for a sign, a component for a purpose, in parts of
// `weight_scale`. A logistic model: the parts of a statement's signs, each times its weight there, add up to the logarithm of
// how likely each purpose is, but for a constant.
struct Learned {
    std::vector<std::string> purposes;
    WordVectors weights;

    bool operator==(const Learned&) const = default;
};

inline constexpr double weight_scale = 12; // a component of 127 is a weight of more than 10

// A sign that a statement shows a learner, and how clearly.
struct Evidence {
    std::string sign;
    double weight = 0;
};

// The evidence of words: stems, common ones too ("before", "never"), and pairs of neighbours. `weights` are the words' own.
std::vector<Evidence> evidence_of(const std::vector<Word>& words, const std::vector<double>& weights);

// How likely each purpose is, given the evidence; the sum is 1. Signs nobody learned say nothing.
std::vector<double> likelihoods(const Learned& learned, const std::vector<Evidence>& evidence);

// Reads what the tool wrote: a line "avow purposes 1", a line with the number of purposes, their names, one a line, then the
// weights as vectors.hpp has it. Throws std::runtime_error with a sentence that names the file.
Learned learned_from(std::string_view bytes, const std::string& name);

// An example: what was said, and what for.
struct Example {
    std::string purpose;
    std::string text;

    bool operator==(const Example&) const = default;
};

// Examples as people write them: a line "purpose" and its name, then what is said for it, a sentence on an indented line; what
// follows a # is no part of it. Throws std::runtime_error with the name and the line where a sentence has no purpose.
std::vector<Example> examples_from(std::string_view text, const std::string& name);

} // namespace avow::themes
