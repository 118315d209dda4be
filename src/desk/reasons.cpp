#include "desk/reasons.hpp"

#include "desk/proposed.hpp"

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

} // namespace

std::vector<Lying> reasons_on(const Session& session, const themes::Knowledge& knowledge) {
    const auto seen = seen_by_engine(session);
    const auto proposal = themes::propose(seen.statements, knowledge, seen.previous);
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
        if (would_move && theme_of[i]) lying.elsewhere = title_of(session, *theme_of[i]);
        lying.shared = reason.shared;
        if (reason.nearest_statement) lying.nearest = seen.statements[*reason.nearest_statement].text;
        if (reason.runner_up_theme) lying.runner_up = title_of(session, proposal.themes[*reason.runner_up_theme]);
        lying.shared_with_runner_up = reason.shared_with_runner_up;
        lying.doubt = doubt_of(reason, would_move);
    }
    return all;
}

} // namespace avow::desk
