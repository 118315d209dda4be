// What a review says of Align: how far both sides were of one mind from session to session, on the same items, and which
// reasons not to come again.
#include "report/align_sections.hpp"
#include "report/phrases.hpp"
#include "report/review_words.hpp"

#include <fmt/format.h>

namespace avow::report {

namespace {

using namespace insight;

std::string session_in_words(const AlignedSession& session) {
    const auto& all = session.alignment;
    return fmt::format("{}: known {} of {}, understood {} of those; never meant {} of {} lines", iso(session.date),
                       all.known, all.most_known(), all.understood, all.phantoms, all.recalls);
}

std::string same_items_in_words(const AlignmentOverTime& all, std::size_t second) {
    const auto both = on_the_same_items(all, second - 1, second);
    if (both.items == 0) return {};
    return fmt::format("On the {} both have: known {} of {}, then {} of {}", counted(both.items, "item"),
                       both.known_before, both.of_before, both.known_after, both.of_after);
}

} // namespace

std::string promised_in_words(const Review& review, const HelpAsked& asked) {
    if (!asked.promised) return "nobody has promised it";
    const auto& life = review.lives[*asked.promised];
    return "promised by " + owner_of(review, life) + ": “" + words_of(life.item) + "”, " +
           std::string(standing_in_words(life.standing));
}

std::vector<std::string> alignment_in_words(const AlignmentOverTime& all) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < all.sessions.size(); ++at) {
        lines.push_back(session_in_words(all.sessions[at]));
        if (at == 0) continue;
        if (auto same = same_items_in_words(all, at); !same.empty()) lines.push_back(std::move(same));
    }
    return lines;
}

std::string thread_in_words(const AlignmentOverTime& all, const AlignmentThread& thread) {
    std::string words;
    for (const auto& [session, counts] : thread.in)
        words += fmt::format("{}{} of {} on {}", words.empty() ? "" : ", then ", counts.recalled,
                             all.sessions[session].alignment.sheets, iso(all.sessions[session].date));
    return words;
}

std::string raised_in_words(const Review& review, const ObjectionThread& thread) {
    std::vector<std::string> days;
    for (const auto session : thread.sessions) days.push_back(iso(review.past.sessions[session].date));
    return "raised on " + listed(days) + (is_answered(thread.last) ? "" : ", not answered yet");
}

std::vector<const ObjectionThread*> objections_in(const Review& review, std::size_t team) {
    std::vector<const ObjectionThread*> found;
    for (const auto& one : review.objections)
        if (one.team == team) found.push_back(&one);
    return found;
}

} // namespace avow::report
