// Options that several verbs take alike. What they are read into lies in the verb's wish, which its deed holds.
#pragma once

#include "cli/verbs.hpp"
#include "cli/words.hpp"
#include "report/press.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace avow::cli {

// One of these words, which are in the order of the values they mean.
template <class Choice>
CLI::Option* add_choice(CLI::App& verb, const std::string& option, Choice& chosen, std::vector<std::string> words,
                        const std::string& help) {
    const auto read = [option, &chosen, words = std::move(words)](const std::string& word) {
        chosen = Choice(choice_in(option, word, words));
    };
    return verb.add_option_function<std::string>(option, read, help);
}

inline void add_paper(CLI::App& verb, report::Paper& paper, const std::string& help) {
    add_choice(verb, "--paper", paper, {"a4", "letter"}, help)->type_name("PAPER");
}

inline void add_date(CLI::App& verb, std::optional<Date>& date, const std::string& help) {
    const auto read = [&date](const std::string& words) { date = date_in("--date", words); };
    verb.add_option_function<std::string>("--date", read, help)->type_name("YYYY-MM-DD");
}

} // namespace avow::cli
