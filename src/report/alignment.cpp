#include "report/alignment.hpp"

#include "report/phrases.hpp"
#include "report/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::report {

namespace {

using insight::Alignment;
using insight::Recalled;

std::size_t size(int count) { return static_cast<std::size_t>(count); }

std::string day_of(Moment moment) { return rfc3339(moment).substr(0, 10); }

std::string known_in_words(const Alignment& all) {
    return fmt::format("Known: {} of {} ({} on {})", all.known, all.most_known(),
                       counted(all.expectations.size(), "expectation"), counted(size(all.sheets), "sheet"));
}

std::string understood_in_words(const Alignment& all) {
    return fmt::format("Understood: {} of {} that were known, and {} in part, as both judges say", all.understood,
                       all.known, all.partly);
}

std::string guesses_in_words(const Alignment& all) {
    std::string words;
    if (all.guesses > 0)
        words = fmt::format("Guessed before: by the leader {}{} where {} came, on {} of {}", all.guessed,
                            all.guess_of == all.sheets ? "" : fmt::format(" of {}", all.guess_of * all.guesses),
                            all.known_of_guessed, all.guesses, counted(all.expectations.size(), "item"));
    if (all.team_guess)
        words += fmt::format("{}by the team {} of {}", words.empty() ? "Guessed before: " : "; ", *all.team_guess,
                             all.team_guess_of);
    return words;
}

std::string phantoms_in_words(const Alignment& all) {
    return fmt::format("Believed and never meant: {} of {}, on {} of {}", all.phantoms,
                       counted(size(all.recalls), "line"), all.sheets_with_phantoms,
                       counted(size(all.sheets), "sheet"));
}

std::string undecided_in_words(const Alignment& all) {
    if (all.undecided == 0) return {};
    return fmt::format("Not decided yet: {} of {}", all.undecided, counted(size(all.recalls), "line"));
}

std::string judged_alike_in_words(const insight::JudgedAlike& judges) {
    if (judges.of == 0) return {};
    auto words = fmt::format("Leader and colleague judge {} of {} alike", judges.alike, judges.of);
    if (judges.kappa)
        words += fmt::format(" (agreement beyond chance {:.2f}, weighted kappa of {}; 1 is of one mind)", *judges.kappa,
                             judges.of);
    return words;
}

void add_expectations(std::string& text, const Session& session, const Alignment& all) {
    int number = 0;
    for (const auto& counts : all.expectations) {
        text += fmt::format("\n{}. {}\n", ++number, on_one_line(expectation_of(session, counts).text));
        text += "   " + recalled_in_words(counts, all.sheets) + "\n";
    }
}

void add_list(std::string& text, std::string_view heading, const std::vector<std::string>& lines) {
    if (!lines.empty()) text += fmt::format("\n{}\n", heading);
    for (const auto& line : lines) text += "  " + on_one_line(line) + "\n";
}

std::vector<std::string> texts_of(const std::vector<Misalignment>& all) {
    std::vector<std::string> texts;
    for (const auto& one : all) texts.push_back(one.text);
    return texts;
}

// Before the seal is opened: what there is, and none of its words.
std::string what_waits(const Session& session) {
    const auto lines = insight::alignment_of(session).recalls;
    std::string text;
    if (!session.recall_sheets.empty())
        text += fmt::format("Handed in: {} with {}\n", counted(session.recall_sheets.size(), "sheet"),
                            counted(size(lines), "line"));
    if (session.team_guess) text += fmt::format("The team guessed {} namings\n", *session.team_guess);
    return text;
}

} // namespace

AlignState align_state(const Session& session) {
    if (session.seal) return is_opened(session) ? AlignState::opened : AlignState::sealed;
    return session.expectations.empty() ? AlignState::none : AlignState::not_sealed;
}

std::string leader_in_words(const Session& session) {
    return session.leader ? on_one_line(name_of(session, *session.leader)) : "nobody yet";
}

std::string seal_in_words(const Session& session) {
    const auto count = session.expectations.empty() ? "Expectations" // of a copy made while they were secret
                                                    : counted(session.expectations.size(), "expectation");
    switch (align_state(session)) {
    case AlignState::none: return "No expectations are written down";
    case AlignState::not_sealed: return count + ", not sealed yet";
    case AlignState::sealed: return fmt::format("{}, sealed on {}", count, day_of(session.seal->sealed_at));
    case AlignState::opened:
        return fmt::format("{}, sealed on {}, opened on {}", count, day_of(session.seal->sealed_at),
                           day_of(*session.seal->opened_at));
    }
    return {};
}

std::string recalled_in_words(const Recalled& counts, int sheets) {
    auto words = fmt::format("recalled by {} of {}", counts.recalled, sheets);
    if (counts.recalled > 0) {
        words += fmt::format("; understood by {}, in part by {}, of {} judged", counts.understood, counts.partly,
                             counts.judged);
        if (counts.judged < counts.recalled) words += fmt::format(", {} not judged", counts.recalled - counts.judged);
    }
    if (counts.guess) words += fmt::format("; the leader guessed {}", *counts.guess);
    if (counts.guess && counts.guess_of != sheets) words += fmt::format(" of {}", counts.guess_of);
    return words;
}

std::vector<std::string> alignment_in_lines(const Session& session) {
    const auto all = insight::alignment_of(session);
    std::vector<std::string> lines = {known_in_words(all),     understood_in_words(all),
                                      phantoms_in_words(all),  guesses_in_words(all),
                                      undecided_in_words(all), judged_alike_in_words(all.judges)};
    std::erase(lines, std::string{});
    return lines;
}

std::vector<std::string> phantoms_of(const Session& session) {
    std::vector<std::string> words;
    for (const auto& sheet : session.recall_sheets)
        for (const auto& recall : sheet.recalls)
            if (recall.is_phantom) words.push_back(recall.text);
    std::ranges::sort(words);
    return words;
}

const Expectation& expectation_of(const Session& session, const Recalled& counts) { return *find(session, counts.id); }

std::string alignment_in_words(const AlignmentTold& told) {
    const auto& session = told.session;
    auto text = (session.team.empty() ? "A session" : on_one_line(session.team)) + ", " +
                spoken_with_year(session.date) + "\nLeader: " + leader_in_words(session) + "\n" +
                seal_in_words(session) + "\n";
    if (session.seal) text += "Fingerprint: " + session.seal->fingerprint + "\n";
    if (!is_opened(session)) {
        text += what_waits(session);
        add_list(text, "Where both sides may pull apart", texts_of(session.misalignments));
        return text;
    }
    text += told.seal_holds ? "The seal holds: nothing under it was changed\n"
                            : "The seal does not hold: what is under it is not what was sealed\n";
    add_expectations(text, session, insight::alignment_of(session));
    text += "\n";
    for (const auto& line : alignment_in_lines(session)) text += line + "\n";
    add_list(text, "Believed and never meant", phantoms_of(session));
    add_list(text, "Where both sides may pull apart", texts_of(session.misalignments));
    return text;
}

} // namespace avow::report
