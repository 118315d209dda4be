// Samples whose themes are known, for measuring proposals on. A file is either one sample a line
// ({"ws","set","items":[{"id","text","theme"}]}) or one statement a line, the whole file then being one sample.
#pragma once

#include "themes/themes.hpp"

#include <set>
#include <string>
#include <vector>

namespace avow::bench {

struct Sample {
    std::vector<themes::Statement> statements;
    std::vector<std::string> gold; // the theme of each, as a person sees it
};

std::vector<Sample> samples_of(const std::string& path);

// The words of a call: --lexicon FOLDER, --vectors FILE and --purposes FILE are what the engine is to know, other words that begin with --
// are flags, the rest are files.
struct Asked {
    themes::Knowledge knowledge;
    std::set<std::string> flags;
    std::vector<std::string> files;
};
Asked asked_in(const std::vector<std::string>& words);

} // namespace avow::bench
