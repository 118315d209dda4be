// What the room takes the expectations for: sheets without a name, handed in before the seal is opened, and then matched
// with what was meant, and judged.
#include "session/edit_each.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace avow::each {

namespace {

constexpr Field recall_words = {"recall", "a recall holds"};
constexpr int most_judged = 2; // wholly understood

Refusal unknown_recall() { return {"Nobody has written that on a sheet any more. Choose another."}; }

Refusal out_of_order() {
    return {"Sheets and what is on them come in the order of their ids, each of its own. Hand them in again."};
}

std::optional<Refusal> unfit(const Recall& recall) {
    if (auto refusal = unfit_id(recall.id.text, false)) return refusal;
    if (auto refusal = missing_or_unfit_words(recall_words, recall.text)) return refusal;
    if (is_decided(recall) || recall.by_leader || recall.by_colleague)
        return Refusal{"What is handed in is not matched or judged yet. That comes when the expectations are open."};
    return std::nullopt;
}

std::optional<Refusal> unfit(const RecallSheet& sheet) {
    if (auto refusal = unfit_id(sheet.id.text, false)) return refusal;
    if (sheet.recalls.size() > limit::recalls)
        return Refusal{fmt::format("A sheet holds {} lines, and there is one with {}. Leave out some.", limit::recalls,
                                   sheet.recalls.size())};
    for (const auto& recall : sheet.recalls)
        if (auto refusal = unfit(recall)) return refusal;
    return std::nullopt;
}

bool is_in_order(const std::vector<RecallSheet>& sheets) {
    std::set<RecallId> seen;
    for (const auto& sheet : sheets) {
        if (!std::ranges::is_sorted(sheet.recalls, {}, &Recall::id)) return false;
        for (const auto& recall : sheet.recalls)
            if (!seen.insert(recall.id).second) return false;
    }
    return std::ranges::adjacent_find(sheets, std::ranges::greater_equal{}, &RecallSheet::id) == sheets.end();
}

std::string words_in(const Session& session, const RecallId& id) {
    const auto* recall = find(session, id);
    return recall ? quoted(recall->text) : "a recall";
}

std::optional<int>& judged_by(Judge who, Recall& recall) {
    return who == Judge::leader ? recall.by_leader : recall.by_colleague;
}

} // namespace

// --- HandInRecalls -----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const HandInRecalls& edit) {
    if (is_opened(session))
        return Refusal{
            "The expectations are open, so nothing that is written now was recalled. Undo the opening first."};
    if (!session.recall_sheets.empty())
        return Refusal{fmt::format("{} handed in already. Take all back, then hand them in again with the others.",
                                   session.recall_sheets.size() == 1
                                       ? "1 sheet is"
                                       : fmt::format("{} sheets are", session.recall_sheets.size()))};
    if (edit.sheets.empty()) return Refusal{"There is no sheet to hand in. Who named nothing hands in an empty one."};
    if (edit.sheets.size() > limit::recall_sheets)
        return Refusal{fmt::format("There are {} sheets; a session holds {}. Leave out some.", edit.sheets.size(),
                                   limit::recall_sheets)};
    for (const auto& sheet : edit.sheets)
        if (auto refusal = unfit(sheet)) return refusal;
    return is_in_order(edit.sheets) ? std::nullopt : std::optional(out_of_order());
}

// Fewer sheets than people may leave less to guess at.
void apply(Session& session, const HandInRecalls& edit) { session.recall_sheets = edit.sheets; }

std::string sentence(const Session&, const HandInRecalls& edit) {
    return "handed in " + counted(edit.sheets.size(), "sheet");
}

// --- TakeBackRecalls ---------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const TakeBackRecalls&) {
    if (session.recall_sheets.empty()) return Refusal{"No sheets are handed in."};
    if (is_opened(session))
        return Refusal{
            "The expectations are open, so the sheets could not be handed in again. Undo the opening first."};
    return std::nullopt;
}

void apply(Session& session, const TakeBackRecalls&) { session.recall_sheets.clear(); }

std::string sentence(const Session& before, const TakeBackRecalls&) {
    return "took back " + counted(before.recall_sheets.size(), "sheet");
}

// --- MatchRecall -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const MatchRecall& edit) {
    const auto* recall = find(session, edit.id);
    if (!recall) return unknown_recall();
    if (!is_opened(session)) return Refusal{"The expectations are not open yet. Open them first."};
    if (edit.meant && !find(session, *edit.meant))
        return Refusal{"The leader has no such expectation. Choose one of those that were sealed."};
    if (edit.meant && edit.is_phantom)
        return Refusal{"Either it means an expectation or the leader never meant it. Choose one of the two."};
    if (recall->meant == edit.meant && recall->is_phantom == edit.is_phantom) return unchanged("match");
    return std::nullopt;
}

// How well it was understood was said of what it meant then.
void apply(Session& session, const MatchRecall& edit) {
    auto& recall = the(session, edit.id);
    if (recall.meant != edit.meant) recall.by_leader = recall.by_colleague = std::nullopt;
    recall.meant = edit.meant;
    recall.is_phantom = edit.is_phantom;
}

std::string sentence(const Session& before, const MatchRecall& edit) {
    const auto words = words_in(before, edit.id);
    if (edit.is_phantom) return fmt::format("found a phantom: {}", words);
    if (!edit.meant) return fmt::format("left open what {} means", words);
    const auto* meant = is_opened(before) ? find(before, *edit.meant) : nullptr;
    return fmt::format("matched {} with {}", words, meant ? quoted(meant->text) : "an expectation");
}

// --- JudgeRecall -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const JudgeRecall& edit) {
    const auto* recall = find(session, edit.id);
    if (!recall) return unknown_recall();
    if (edit.who < Judge::leader || edit.who > Judge::colleague)
        return Refusal{"A recall is judged by the leader or by a colleague. Choose one of the two."};
    if (!recall->meant)
        return Refusal{"It is matched with no expectation, so there is nothing to judge. Match it first."};
    if (edit.value && (*edit.value < 0 || *edit.value > most_judged))
        return Refusal{
            fmt::format("{} is no judgement. Choose 0 (not understood), 1 (in part) or 2 (wholly).", *edit.value)};
    const auto& present = edit.who == Judge::leader ? recall->by_leader : recall->by_colleague;
    return present == edit.value ? std::optional(unchanged("judgement")) : std::nullopt;
}

void apply(Session& session, const JudgeRecall& edit) { judged_by(edit.who, the(session, edit.id)) = edit.value; }

std::string sentence(const Session& before, const JudgeRecall& edit) {
    const auto words = words_in(before, edit.id);
    const auto who = edit.who == Judge::leader ? "the leader" : "a colleague";
    return edit.value
               ? fmt::format("{} judged how well {} is understood: {} of {}", who, words, *edit.value, most_judged)
               : fmt::format("{} took back how well {} is understood", who, words);
}

} // namespace avow::each
