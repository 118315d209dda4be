// The fourth and the fifth step of Align: papers coming in, the seal opened, each recall beside what was meant, and what
// came of it. A slide that shows a recall never knew whose it was.
#include "insight/alignment.hpp"
#include "session/text.hpp"
#include "slide/align_pages.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::slide {

namespace {

std::vector<std::string> words_of_expectations(const Session& session) {
    std::vector<std::string> words;
    for (const auto& one : session.expectations) words.push_back(one.text);
    return words;
}

std::optional<std::size_t> place_of(const Session& session, const std::optional<ExpectationId>& id) {
    if (!id) return std::nullopt;
    const auto found = std::ranges::find(session.expectations, *id, &Expectation::id);
    if (found == session.expectations.end()) return std::nullopt;
    return static_cast<std::size_t>(found - session.expectations.begin());
}

std::string who_sealed(const Session& session) {
    const auto name = name_of_leader(session);
    if (is_opened(session)) return fmt::format("What {} expects has been opened", name);
    return session.seal ? fmt::format("What {} expects is sealed", name)
                        : fmt::format("What {} expects is not sealed yet", name);
}

Unsealed unsealed(const Session& session, const AlignPlace& place) {
    Unsealed page;
    page.question = question_of(AlignStep::match);
    page.fingerprint = place.fingerprint;
    if (!is_opened(session)) {
        page.verdict = who_sealed(session);
        return page;
    }
    page.holds = place.seal_holds;
    page.verdict =
        page.holds ? "holds: nothing was changed since the sealing" : "does not hold: this is not what was sealed";
    page.expectations = words_of_expectations(session);
    return page;
}

Matching matching(const Session& session, const AlignPlace& place, const Recall& recall, std::size_t count) {
    Matching page;
    page.words = recall.text;
    page.number = static_cast<int>(place.spot);
    page.count = static_cast<int>(count);
    page.expectations = words_of_expectations(session);
    page.meant = place_of(session, recall.meant);
    page.is_phantom = recall.is_phantom;
    if (!is_decided(recall)) page.proposed = place_of(session, place.proposed);
    page.by_leader = recall.by_leader;
    page.by_colleague = recall.by_colleague;
    return page;
}

} // namespace

std::vector<const Recall*> recalls_of(const Session& session) {
    std::vector<const Recall*> recalls;
    for (const auto& sheet : session.recall_sheets)
        for (const auto& recall : sheet.recalls) recalls.push_back(&recall);
    std::ranges::sort(recalls, {}, &Recall::id); // or what one person wrote would come one after the other
    return recalls;
}

AlignCounts counts_of(const Session& session) {
    const auto alignment = insight::alignment_of(session);
    AlignCounts counts;
    counts.sheets = alignment.sheets;
    for (const auto& one : alignment.expectations)
        counts.rows.push_back({find(session, one.id)->text, one.recalled, one.understood, one.guess});
    for (const auto* recall : recalls_of(session))
        if (recall->is_phantom) counts.phantoms.push_back(recall->text);
    counts.undecided = alignment.undecided;
    counts.recalled = alignment.known;
    counts.most = alignment.most_known();
    const bool has_guessed_all = alignment.guesses > 0 && alignment.guesses == static_cast<int>(counts.rows.size());
    if (has_guessed_all) counts.leader_guess = alignment.guessed;
    counts.team_guess = alignment.team_guess;
    counts.guess_of = alignment.guess_of;
    counts.leader_guess_of = alignment.guess_of * alignment.guesses;
    counts.team_guess_of = alignment.team_guess_of;
    return counts;
}

Content recall_page(const Session& session, const AlignPlace& place) {
    Recalling page;
    page.question = question_of(AlignStep::recall);
    page.is_handed_in = !session.recall_sheets.empty();
    page.in = page.is_handed_in ? static_cast<int>(session.recall_sheets.size()) : place.papers_in;
    page.papers = page.is_handed_in ? page.in : std::max(place.papers, page.in);
    page.fingerprint = place.fingerprint;
    page.sealed_by = who_sealed(session);
    return page;
}

Content match_page(const Session& session, const AlignPlace& place) {
    const auto recalls = recalls_of(session);
    if (!is_opened(session) || place.spot == 0) return unsealed(session, place);
    if (place.spot > recalls.size()) return counts_of(session);
    return matching(session, place, *recalls[place.spot - 1], recalls.size());
}

} // namespace avow::slide
