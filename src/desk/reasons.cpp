#include "desk/reasons.hpp"

#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::desk {

namespace {

// A theme that is on the wall keeps its title; what is new has the engine's.
std::string title_of(const Session& session, const themes::Theme& theme) {
    const auto* known = find(session, ThemeId{theme.key});
    return known ? known->title : theme.label;
}

// A card the engine would move is the most doubtful of all; then the one that is nearly as close to another theme.
double doubt_of(const themes::Reason& reason, bool would_move) {
    return (would_move ? 2 : 0) + reason.runner_up_closeness - reason.closeness;
}

bool vouches_for(const themes::Theme& theme, std::size_t statement) {
    return std::ranges::find(theme.sure, statement) != theme.sure.end();
}

std::string most_like(const Lying& lying) { return "most like it is “" + lying.nearest + "”."; }

} // namespace

std::string why_here(const Lying& lying) {
    if (lying.is_by_hand) return lying.is_alone ? "Set apart by hand." : "Placed here by hand.";
    if (lying.would_move && lying.is_alone)
        return "It lies here from before; now it would be proposed as a single voice.";
    if (lying.would_move)
        return fmt::format("It lies here from before; now “{}” would be proposed{}.", lying.elsewhere,
                           lying.shared.empty() ? "" : ", for " + with_commas(lying.shared, 2));
    const std::string nearest = lying.nearest.empty() ? "." : "; " + most_like(lying);
    if (lying.is_alone) return "It stands alone: nothing else says enough of the same" + nearest;
    if (lying.shared.empty()) return "Here by all its words together" + nearest;
    return "Here for " + with_commas(lying.shared, 2) + nearest;
}

std::string why_not_there(const Lying& lying) {
    if (lying.runner_up.empty()) return {};
    const auto& shared = lying.shared_with_runner_up;
    if (lying.is_by_hand && !lying.is_alone && shared.empty())
        return fmt::format("Next best would be “{}”.", lying.runner_up);
    if (lying.is_by_hand)
        return fmt::format("Next best would be “{}”, for {}.", lying.runner_up, with_commas(shared, 1));
    if (shared.empty()) return fmt::format("Not in “{}”: no word of it is said there.", lying.runner_up);
    return fmt::format("Not in “{}”, with which it shares only {}.", lying.runner_up, with_commas(shared, 1));
}

std::vector<Lying> reasons_on(const Session& session, const themes::Knowledge& knowledge, const Learned& learned) {
    const auto seen = seen_by_engine(session, learned);
    const auto proposal = themes::propose(seen.statements, knowledge, seen.previous, seen.taught);
    std::vector<Lying> all(session.accountabilities.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].card = session.accountabilities[i].id;
        all[i].is_by_hand = session.accountabilities[i].placed == Placed::hand;
        all[i].is_alone = true;
    }
    std::vector<const themes::Theme*> theme_of(seen.statements.size());
    for (const auto& theme : proposal.themes)
        for (const auto member : theme.members) theme_of[member] = &theme;
    for (std::size_t i = 0; i < seen.statements.size(); ++i) {
        const auto& reason = proposal.reasons[i];
        const auto& item = session.accountabilities[seen.place_of[i]];
        auto& lying = all[seen.place_of[i]];
        lying.is_alone = !theme_of[i];
        const bool would_move =
            theme_of[i] ? !item.theme || item.theme->text != theme_of[i]->key : item.theme.has_value();
        lying.would_move = would_move;
        lying.is_sure = !would_move && theme_of[i] && vouches_for(*theme_of[i], i);
        if (would_move && theme_of[i]) lying.elsewhere = title_of(session, *theme_of[i]);
        const auto* next = would_move               ? theme_of[i]
                           : reason.runner_up_theme ? &proposal.themes[*reason.runner_up_theme]
                                                    : nullptr;
        if (next) lying.next_best = ThemeId{next->key};
        lying.shared = reason.shared;
        if (reason.nearest_statement) lying.nearest = seen.statements[*reason.nearest_statement].text;
        if (reason.runner_up_theme) lying.runner_up = title_of(session, proposal.themes[*reason.runner_up_theme]);
        lying.shared_with_runner_up = reason.shared_with_runner_up;
        lying.doubt = doubt_of(reason, would_move);
    }
    return all;
}

} // namespace avow::desk
