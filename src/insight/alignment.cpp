#include "insight/alignment.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace avow::insight {

namespace {

constexpr std::size_t marks = 3; // 0, 1, 2

bool is_judged(const Recall& recall) { return recall.by_leader && recall.by_colleague; }

int understood_by_both(const Recall& recall) { return std::min(*recall.by_leader, *recall.by_colleague); }

void count(Recalled& counts, const RecallSheet& sheet) {
    bool is_named = false;
    std::optional<int> best;
    for (const auto& recall : sheet.recalls) {
        if (recall.meant != counts.id) continue;
        is_named = true;
        if (is_judged(recall)) best = std::max(best.value_or(0), understood_by_both(recall));
    }
    counts.recalled += is_named;
    counts.judged += best.has_value();
    counts.understood += best == 2;
    counts.partly += best == 1;
}

int guess_of(const Session& session) {
    return std::max(team_size(session), static_cast<int>(session.recall_sheets.size()));
}

Recalled recalled(const Session& session, const Expectation& expectation) {
    Recalled counts;
    counts.id = expectation.id;
    for (const auto& sheet : session.recall_sheets) count(counts, sheet);
    if (!is_sealed(session)) counts.guess = expectation.guess;
    counts.guess_of = guess_of(session);
    return counts;
}

// The weighted kappa of J. Cohen, “Weighted kappa: nominal scale agreement with provision for scaled disagreement or
// partial credit”, Psychological Bulletin 70 (1968), 213-220, where 0 and 2 are twice as far apart as neighbours are: one
// less the distance between both marks, over that of the same marks paired at random. Nothing where each judge gave one
// mark to all and both the same: at random they would agree as well.
std::optional<double> kappa(const std::array<std::array<int, marks>, marks>& pairs, int all) {
    std::array<int, marks> leader{}, colleague{};
    for (std::size_t i = 0; i < marks; ++i)
        for (std::size_t j = 0; j < marks; ++j) {
            leader[i] += pairs[i][j];
            colleague[j] += pairs[i][j];
        }
    double seen = 0, by_chance = 0;
    for (std::size_t i = 0; i < marks; ++i)
        for (std::size_t j = 0; j < marks; ++j) {
            const double apart = i > j ? static_cast<double>(i - j) : static_cast<double>(j - i);
            seen += apart * pairs[i][j];
            by_chance += apart * leader[i] * colleague[j] / all;
        }
    if (by_chance == 0) return std::nullopt;
    return 1 - seen / by_chance;
}

JudgedAlike judged_alike(const Session& session) {
    std::array<std::array<int, marks>, marks> pairs{};
    JudgedAlike judges;
    for (const auto& sheet : session.recall_sheets)
        for (const auto& recall : sheet.recalls) {
            if (!recall.meant || !is_judged(recall)) continue;
            ++judges.of;
            judges.alike += recall.by_leader == recall.by_colleague;
            ++pairs.at(static_cast<std::size_t>(*recall.by_leader)).at(static_cast<std::size_t>(*recall.by_colleague));
        }
    if (judges.of >= least_judged) judges.kappa = kappa(pairs, judges.of);
    return judges;
}

void count_recalls(Alignment& alignment, const RecallSheet& sheet) {
    const auto phantoms = std::ranges::count_if(sheet.recalls, [](const auto& recall) { return recall.is_phantom; });
    alignment.recalls += static_cast<int>(sheet.recalls.size());
    alignment.phantoms += static_cast<int>(phantoms);
    alignment.sheets_with_phantoms += phantoms > 0;
    for (const auto& recall : sheet.recalls) alignment.undecided += !is_decided(recall);
}

AlignmentThread& thread_of(std::vector<AlignmentThread>& threads, const Expectation& expectation) {
    auto thread = std::ranges::find(threads, expectation.id, &AlignmentThread::id);
    if (thread == threads.end()) thread = threads.insert(threads.end(), {expectation.id, "", {}});
    thread->text = expectation.text;
    return *thread;
}

const Recalled* in_session(const AlignmentThread& thread, std::size_t session) {
    const auto once = std::ranges::find(thread.in, session, &AlignmentThread::Once::session);
    return once == thread.in.end() ? nullptr : &once->count;
}

} // namespace

Alignment alignment_of(const Session& session) {
    Alignment alignment;
    alignment.sheets = static_cast<int>(session.recall_sheets.size());
    alignment.guess_of = guess_of(session);
    alignment.team_guess = session.team_guess;
    alignment.team_guess_of =
        static_cast<int>(session.expectations.size()) * std::max(papers_wanted(session), alignment.sheets);
    for (const auto& sheet : session.recall_sheets) count_recalls(alignment, sheet);
    for (const auto& expectation : session.expectations) {
        const auto counts = recalled(session, expectation);
        alignment.known += counts.recalled;
        alignment.understood += counts.understood;
        alignment.partly += counts.partly;
        alignment.guessed += counts.guess.value_or(0);
        alignment.guesses += counts.guess.has_value();
        if (counts.guess) alignment.known_of_guessed += counts.recalled;
        alignment.expectations.push_back(counts);
    }
    alignment.judges = judged_alike(session);
    return alignment;
}

AlignmentOverTime alignment_over_time(const std::vector<const Session*>& sessions) {
    AlignmentOverTime all;
    for (const auto* session : sessions) {
        if (!is_opened(*session) || session->recall_sheets.empty()) continue;
        auto alignment = alignment_of(*session);
        for (std::size_t i = 0; i < alignment.expectations.size(); ++i)
            thread_of(all.threads, session->expectations[i])
                .in.push_back({all.sessions.size(), alignment.expectations[i]});
        all.sessions.push_back({session->date, std::move(alignment)});
    }
    return all;
}

SameItems on_the_same_items(const AlignmentOverTime& all, std::size_t first, std::size_t second) {
    SameItems both;
    for (const auto& thread : all.threads) {
        const auto *before = in_session(thread, first), *after = in_session(thread, second);
        if (!before || !after) continue;
        ++both.items;
        both.known_before += before->recalled;
        both.known_after += after->recalled;
    }
    both.of_before = both.items * all.sessions.at(first).alignment.sheets;
    both.of_after = both.items * all.sessions.at(second).alignment.sheets;
    return both;
}

} // namespace avow::insight
