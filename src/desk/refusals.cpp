#include "desk/refusals.hpp"

#include "insight/coverage.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace avow::desk {

namespace {

// Of one step; a theme that is made and dissolved without cards was only made to hold a letter.
void add_refused(const Step& step, std::vector<Cards>& refused) {
    std::map<ThemeId, Cards> made;
    for (const auto& edit : step.edits)
        if (const auto* make = std::get_if<MakeTheme>(&edit)) {
            made[make->id];
        } else if (const auto* place = std::get_if<PlaceInTheme>(&edit); place && place->theme) {
            if (const auto theme = made.find(*place->theme); theme != made.end()) theme->second.push_back(place->id);
        } else if (const auto* dissolve = std::get_if<DissolveTheme>(&edit)) {
            const auto theme = made.find(dissolve->id);
            if (theme != made.end() && !theme->second.empty()) refused.push_back(theme->second);
        }
}

// Back to where it lay: alone is what dissolving leaves, unless a proposal had set it apart.
void add_way_back(const Accountability& item, const ThemeId& refused, std::vector<Edit>& edits) {
    const auto back = item.theme == refused ? std::nullopt : item.theme;
    if (back || item.placed == Placed::proposal) edits.emplace_back(PlaceInTheme{item.id, back, Placed::proposal});
}

} // namespace

std::vector<Cards> refused_in(const History& history, std::size_t first) {
    std::set<StepId> later;
    for (auto i = first; i < history.log().size(); ++i) later.insert(id_of(history.log()[i]));
    std::vector<Cards> refused;
    for (const auto* step : history.past())
        if (later.contains(step->id)) add_refused(*step, refused);
    return refused;
}

std::vector<Edit> refusing(const Session& session, const Proposed& proposed, const ThemeId& theme,
                           const ThemeId& fresh) {
    std::vector<Edit> edits{MakeTheme{fresh, free_title(session, find(proposed.preview, theme)->title), false}};
    for (const auto* card : insight::items_of(proposed.preview, theme)) {
        const auto* item = find(session, card->id);
        if (item->placed == Placed::hand) continue;
        edits.emplace_back(PlaceInTheme{item->id, fresh, Placed::proposal});
        add_way_back(*item, theme, edits);
    }
    if (edits.size() == 1) return {};
    edits.emplace_back(DissolveTheme{fresh});
    const auto* known = find(session, theme);
    const auto is_by_hand = [](const auto* item) { return item->placed == Placed::hand; };
    if (known && !known->named_by_hand && std::ranges::none_of(insight::items_of(session, theme), is_by_hand))
        edits.emplace_back(DissolveTheme{theme});
    return edits;
}

} // namespace avow::desk
