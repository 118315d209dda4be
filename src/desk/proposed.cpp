#include "desk/proposed.hpp"

#include "insight/coverage.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace avow::desk {

namespace {

// Adds the edit to the proposal if the session as it would then be takes it.
bool add(Proposed& proposed, Edit edit) {
    if (why_not(proposed.preview, edit)) return false;
    proposed.preview = avow::apply(std::move(proposed.preview), edit);
    proposed.edits.push_back(std::move(edit));
    return true;
}

// What lies in the theme lies there by hand.
void keep_by_hand(Proposed& proposed, const ThemeId& theme) {
    std::vector<AccountabilityId> cards;
    for (const auto* item : insight::items_of(proposed.preview, theme)) cards.push_back(item->id);
    for (const auto& id : cards) add(proposed, PlaceInTheme{id, theme, Placed::hand});
}

// “Nobody waits” (5)
std::string named(const Session& session, const ThemeId& id) {
    return fmt::format("“{}” ({})", find(session, id)->title, insight::items_of(session, id).size());
}

std::vector<std::size_t> heaviest_first(const std::vector<themes::Theme>& themes, const Session& session) {
    std::vector<std::pair<std::pair<int, int>, std::size_t>> order;
    for (std::size_t i = 0; i < themes.size(); ++i) {
        std::set<ParticipantId> people;
        for (const auto member : themes[i].members) people.insert(session.accountabilities[member].owner);
        order.push_back({{-static_cast<int>(people.size()), -static_cast<int>(themes[i].members.size())}, i});
    }
    std::ranges::sort(order);
    std::vector<std::size_t> indices;
    for (const auto& entry : order) indices.push_back(entry.second);
    return indices;
}

void say_what_is_proposed(Proposed& proposed) {
    const auto themes = proposed.preview.themes.size();
    const auto voices = insight::single_voices(proposed.preview).size();
    proposed.question = fmt::format("Proposed: {}, {}", counted(themes, "theme"), counted(voices, "single voice"));
    proposed.label = fmt::format("took the proposed {}", themes == 1 ? "theme" : "themes");
}

// Of two themes the one that keeps its name and letter: named by hand, else of more people, of more items, nearer to A.
auto weight_of(const Session& session, const Theme& theme) {
    const auto count = insight::count_of(session, theme.id);
    return std::tuple(theme.named_by_hand, count.people, count.items, -theme.mark);
}

std::string reason_of(const themes::Theme& theme) {
    if (theme.shared.empty()) return theme.label;
    return fmt::format("{}: {}", theme.label, with_commas(theme.shared, 3));
}

// As if nobody had put anything into these themes: what is said stays, and with it how alike the others are.
std::vector<themes::Statement> without_themes(std::vector<themes::Statement> wall, const std::set<std::string>& gone) {
    for (auto& statement : wall)
        if (statement.theme && gone.contains(*statement.theme)) statement.theme.reset();
    return wall;
}

constexpr std::size_t most_walls_asked = 64; // for the next pair; whoever has declined so many wants no other

// The two themes most alike that nobody has declined to merge. Any other pair than a declined one lacks one of the two, so
// the engine is asked again without the one and without the other, fewest themes away first.
std::optional<std::array<ThemeId, 2>> next_alike(const std::vector<themes::Statement>& wall,
                                                 const themes::Knowledge& knowledge,
                                                 const std::vector<std::array<ThemeId, 2>>& declined) {
    std::vector<std::set<std::string>> away{{}};
    for (std::size_t i = 0; i < std::min(away.size(), most_walls_asked); ++i) {
        const auto alike = themes::most_alike(without_themes(wall, away[i]), knowledge);
        if (!alike) continue;
        const std::array pair{ThemeId{(*alike)[0]}, ThemeId{(*alike)[1]}};
        const auto is_it = [&](const auto& other) { return std::ranges::is_permutation(other, pair); };
        if (std::ranges::none_of(declined, is_it)) return pair;
        for (const auto& theme : *alike) {
            auto further = away[i];
            further.insert(theme);
            if (std::ranges::find(away, further) == away.end()) away.push_back(std::move(further));
        }
    }
    return std::nullopt;
}

// Of a proposal those themes that hold a card of one refused: they share no card with one another.
std::set<ThemeId> themes_refused(const Proposed& whole, const std::vector<Cards>& refused) {
    std::set<ThemeId> gone;
    for (const auto& edit : whole.edits)
        if (const auto* place = std::get_if<PlaceInTheme>(&edit); place && place->theme)
            for (const auto& cards : refused)
                if (std::ranges::find(cards, place->id) != cards.end()) gone.insert(*place->theme);
    return gone;
}

// One edit of a proposal, unless hands have decided otherwise since it was made.
void lay(Proposed& laid, const Edit& edit, const std::set<ThemeId>& gone) {
    const auto is_gone = [&](const std::optional<ThemeId>& theme) { return theme && gone.contains(*theme); };
    if (const auto* place = std::get_if<PlaceInTheme>(&edit); place && is_gone(place->theme)) {
        const auto* item = find(laid.preview, place->id);
        if (item && !item->theme) add(laid, PlaceInTheme{item->id, std::nullopt, Placed::proposal});
    } else if (const auto* second = std::get_if<AddSecondTheme>(&edit)) {
        const auto* item = find(laid.preview, second->id);
        if (item && item->placed != Placed::hand && !is_gone(second->theme)) add(laid, edit);
    } else if (const auto* dissolve = std::get_if<DissolveTheme>(&edit)) {
        if (insight::items_of(laid.preview, dissolve->id).empty()) add(laid, edit);
    } else {
        add(laid, edit);
    }
}

} // namespace

std::string free_title(const Session& session, const std::string& wanted) {
    const auto is_taken = [&](const std::string& title) {
        return std::ranges::any_of(session.themes,
                                   [&](const auto& theme) { return folded(theme.title) == folded(title); });
    };
    std::string title = wanted;
    for (int number = 2; is_taken(title); ++number) title = fmt::format("{} {}", wanted, number);
    return title;
}

std::vector<themes::Statement> statements_of(const Session& session) {
    std::vector<themes::Statement> statements;
    for (const auto& item : session.accountabilities) {
        std::optional<std::string> placed;
        if (item.placed == Placed::hand && item.theme) placed = item.theme->text;
        statements.push_back({item.id.text, item.statement, placed});
    }
    return statements;
}

std::vector<themes::Statement> wall_of(const Session& session) {
    std::vector<themes::Statement> wall;
    for (const auto& item : session.accountabilities)
        wall.push_back({item.id.text, item.statement, item.theme ? std::optional(item.theme->text) : std::nullopt});
    return wall;
}

Seen seen_by_engine(const Session& session, const Learned& learned) {
    Seen seen;
    const auto all = statements_of(session);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& item = session.accountabilities[i];
        if (item.placed == Placed::hand && !item.theme) continue;
        const auto* theme = item.theme ? find(session, *item.theme) : nullptr;
        if (theme) seen.previous.push_back({item.id.text, theme->id.text, theme->title});
        if (!theme && item.placed == Placed::proposal) seen.previous.push_back({item.id.text, std::nullopt, {}});
        seen.statements.push_back(all[i]);
        seen.place_of.push_back(i);
    }
    for (const auto& theme : session.themes)
        if (theme.named_by_hand) seen.taught.names[theme.id.text] = theme.title;
    for (const auto& cards : learned.refused) {
        seen.taught.refused.emplace_back();
        for (const auto& card : cards) seen.taught.refused.back().push_back(card.text);
    }
    seen.taught.earlier = learned.earlier;
    return seen;
}

std::optional<Proposed> proposed_themes(const Session& session, const themes::Knowledge& knowledge, const NewId& new_id,
                                        const Learned& learned) {
    const auto [statements, place_of, previous, taught] = seen_by_engine(session, learned);
    auto proposal = themes::propose(statements, knowledge, previous, taught);
    for (auto& theme : proposal.themes)
        for (auto& member : theme.members) member = place_of[member];

    Proposed proposed;
    proposed.preview = session;
    std::vector<std::optional<ThemeId>> id_of(proposal.themes.size());
    for (const auto index : heaviest_first(proposal.themes, session)) {
        const auto& theme = proposal.themes[index];
        ThemeId id{theme.key};
        if (!find(proposed.preview, id)) {
            id = ThemeId{new_id()};
            if (!add(proposed, MakeTheme{id, free_title(proposed.preview, theme.label), false})) continue;
        }
        id_of[index] = id;
        for (const auto member : theme.members)
            add(proposed, PlaceInTheme{session.accountabilities[member].id, id, Placed::proposal});
        proposed.reasons.push_back({id, reason_of(theme)});
    }
    for (const auto voice : proposal.single_voices)
        add(proposed, PlaceInTheme{session.accountabilities[place_of[voice]].id, std::nullopt, Placed::proposal});
    for (std::size_t i = 0; i < place_of.size(); ++i) {
        const auto& item = session.accountabilities[place_of[i]];
        const auto second = proposal.reasons[i].second_theme;
        if (second && id_of[*second] && item.placed != Placed::hand && !item.second_theme)
            add(proposed, AddSecondTheme{item.id, id_of[*second]});
    }
    // A theme the proposal emptied, and that nobody named by hand, goes.
    for (const auto& theme : session.themes)
        if (!theme.named_by_hand && insight::items_of(proposed.preview, theme.id).empty())
            add(proposed, DissolveTheme{theme.id});

    if (proposed.edits.empty()) return std::nullopt;
    say_what_is_proposed(proposed);
    return proposed;
}

std::vector<Edit> merging(const Session& session, const ThemeId& from, const ThemeId& into) {
    std::vector<Edit> edits{MergeThemes{from, into}};
    for (const auto& item : session.accountabilities)
        if ((item.theme == from || item.theme == into) && item.placed != Placed::hand)
            edits.emplace_back(PlaceInTheme{item.id, into, Placed::hand});
    return edits;
}

std::optional<Proposed> proposed_split(const Session& session, const ThemeId& id, const themes::Knowledge& knowledge,
                                       const NewId& new_id) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < session.accountabilities.size(); ++i)
        if (session.accountabilities[i].theme == id) members.push_back(i);
    const auto parts = themes::propose_split(statements_of(session), members, knowledge);
    const auto* theme = find(session, id);
    if (!parts || !theme) return std::nullopt;

    // The larger part keeps the theme and its mark; the smaller gets a theme of its own. Where a hand has put a card it
    // stays, unless hands put all of them; and one card alone is a single voice and no theme.
    const bool is_first_smaller = (*parts)[0].members.size() < (*parts)[1].members.size();
    const auto& larger = (*parts)[is_first_smaller ? 1 : 0];
    auto smaller = (*parts)[is_first_smaller ? 0 : 1];
    const auto is_by_hand = [&](std::size_t member) { return session.accountabilities[member].placed == Placed::hand; };
    if (!std::ranges::all_of(smaller.members, is_by_hand)) std::erase_if(smaller.members, is_by_hand);
    Proposed proposed;
    proposed.about = About::split;
    proposed.theme = id;
    proposed.preview = session;
    if (smaller.members.size() == 1) {
        const auto& item = session.accountabilities[smaller.members.front()];
        add(proposed, PlaceInTheme{item.id, std::nullopt, Placed::hand});
        proposed.question = fmt::format("Set 1 of {} apart: “{}”?", members.size(), words_of(item));
        proposed.label = fmt::format("set a card of {} apart", theme->title);
    } else {
        const ThemeId part{new_id()};
        if (!theme->named_by_hand && folded(larger.label) != folded(theme->title))
            add(proposed, NameTheme{id, free_title(session, larger.label)});
        if (!add(proposed, MakeTheme{part, free_title(proposed.preview, smaller.label), false})) return std::nullopt;
        for (const auto member : smaller.members)
            add(proposed, PlaceInTheme{session.accountabilities[member].id, part, Placed::hand});
        const auto& preview = proposed.preview;
        proposed.question = fmt::format("Split into {} and {}?", named(preview, id), named(preview, part));
        proposed.label = fmt::format("split “{}” off {}", find(preview, part)->title, theme->title);
    }
    keep_by_hand(proposed, id);
    return proposed;
}

std::optional<Proposed> proposed_finer(const Session& session, const themes::Knowledge& knowledge, const NewId& new_id,
                                       const Declined& declined) {
    std::set<std::string> asked;
    for (const auto& theme : declined.splits) asked.insert(theme.text);
    const auto loosest = themes::loosest(without_themes(wall_of(session), asked), knowledge);
    return loosest ? proposed_split(session, ThemeId{*loosest}, knowledge, new_id) : std::nullopt;
}

std::optional<Proposed> proposed_coarser(const Session& session, const themes::Knowledge& knowledge,
                                         const Declined& declined) {
    const auto alike = next_alike(wall_of(session), knowledge, declined.merges);
    if (!alike) return std::nullopt;
    const auto* from = find(session, (*alike)[0]);
    const auto* into = find(session, (*alike)[1]);
    if (weight_of(session, *from) > weight_of(session, *into)) std::swap(from, into);
    Proposed proposed;
    proposed.about = About::merge;
    proposed.theme = into->id;
    proposed.other = from->id;
    proposed.preview = session;
    for (auto& edit : merging(session, from->id, into->id)) add(proposed, std::move(edit));
    proposed.question = fmt::format("Merge {} into {}?", named(session, from->id), named(session, into->id));
    proposed.label = sentence(session, MergeThemes{from->id, into->id});
    return proposed;
}

std::optional<Proposed> laid_on(const Session& session, const Proposed& whole, const std::vector<Cards>& refused) {
    const auto gone = themes_refused(whole, refused);
    Proposed laid = whole;
    laid.preview = session;
    laid.edits.clear();
    for (const auto& edit : whole.edits) lay(laid, edit, gone);
    // A proposed theme that has lost all its cards was made all the same, so that the others have their letters.
    for (const auto& edit : whole.edits)
        if (const auto* made = std::get_if<MakeTheme>(&edit); made && !find(session, made->id))
            if (insight::items_of(laid.preview, made->id).empty()) add(laid, DissolveTheme{made->id});
    if (laid.preview == session || laid.preview.themes.empty()) return std::nullopt;
    std::erase_if(laid.reasons, [&](const auto& reason) { return !find(laid.preview, reason.theme); });
    say_what_is_proposed(laid);
    return laid;
}

std::vector<Edit> by_hand(const Session& session, const Proposed& proposed, const std::vector<Edit>& edits,
                          const std::optional<ThemeId>& theme) {
    std::vector<Edit> all, others;
    for (const auto& edit : proposed.edits) {
        const auto* make = std::get_if<MakeTheme>(&edit);
        if (!make || (theme && find(session, *theme))) continue;
        all.emplace_back(*make);
        if (make->id == theme) break;
        others.emplace_back(DissolveTheme{make->id});
    }
    std::ranges::copy(edits, std::back_inserter(all));
    std::ranges::copy(others, std::back_inserter(all));
    return all;
}

} // namespace avow::desk
