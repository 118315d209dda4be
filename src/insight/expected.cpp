#include "insight/expected.hpp"

#include "insight/alignment.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::insight {

namespace {

std::string in_words(const Session& session, const Recalled& counts, int sheets) {
    const auto& text = find(session, counts.id)->text;
    if (counts.recalled == 0) return fmt::format("Missed: “{}”, named by nobody of {}", text, sheets);
    return fmt::format("“{}”: named by {} of {}, understood by {}", text, counts.recalled, sheets, counts.understood);
}

} // namespace

std::vector<std::string> what_was_expected(const std::vector<const Session*>& oldest_first) {
    const auto newest = std::find_if(oldest_first.rbegin(), oldest_first.rend(), [](const auto* session) {
        return is_opened(*session) && !session->recall_sheets.empty();
    });
    if (newest == oldest_first.rend()) return {};
    auto all = alignment_of(**newest);
    std::ranges::stable_partition(all.expectations, [](const auto& one) { return one.recalled == 0; });
    std::vector<std::string> lines;
    for (const auto& counts : all.expectations) lines.push_back(in_words(**newest, counts, all.sheets));
    if (all.phantoms > 0)
        lines.push_back(fmt::format("Believed and never meant: {} of {} lines, on {} of {} sheets", all.phantoms,
                                    all.recalls, all.sheets_with_phantoms, all.sheets));
    return lines;
}

} // namespace avow::insight
