// Grouping. Who is in a theme is written on the accountability alone, so that taking a theme away or merging it never
// loses an item: here is where those references follow.
#include "session/edit_each.hpp"
#include "session/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace avow::each {

namespace {

constexpr Field theme_title = {"theme's title", "a theme's title holds", limit::name_characters};

int smallest_free_mark(const Session& session) {
    int mark = 0;
    while (std::ranges::count(session.themes, mark, &Theme::mark) > 0) ++mark;
    return mark;
}

std::optional<Refusal> title_taken(const Session& session, const std::string& title, const ThemeId& but_for) {
    for (const auto& theme : session.themes)
        if (theme.id != but_for && same_but_for_case(theme.title, title))
            return Refusal{fmt::format("There is a theme {} already. Merge the two, or choose another title.",
                                       quoted(theme.title))};
    return std::nullopt;
}

void remember_title(Theme& theme, const std::string& former) {
    const bool is_known = std::ranges::find(theme.former_titles, former) != theme.former_titles.end();
    if (!is_known && former != theme.title) theme.former_titles.push_back(former);
}

} // namespace

// --- MakeTheme ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const MakeTheme& edit) {
    if (auto refusal = missing_or_unfit_words(theme_title, edit.title)) return refusal;
    if (auto refusal = title_taken(session, edit.title, {})) return refusal;
    if (session.themes.size() >= limit::themes)
        return Refusal{fmt::format("This would be theme {}; a session holds {}. Merge two themes first.",
                                   session.themes.size() + 1, limit::themes)};
    return unfit_id(edit.id.text, find(session, edit.id) != nullptr);
}

void apply(Session& session, const MakeTheme& edit) {
    Theme theme;
    theme.id = edit.id;
    theme.title = edit.title;
    theme.named_by_hand = edit.named_by_hand;
    theme.mark = smallest_free_mark(session);
    session.themes.push_back(std::move(theme));
}

std::string sentence(const Session&, const MakeTheme& edit) { return "made the theme " + shortened(edit.title); }

// --- NameTheme ---------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const NameTheme& edit) {
    const auto* theme = find(session, edit.id);
    if (!theme) return unknown_theme();
    if (auto refusal = missing_or_unfit_words(theme_title, edit.title)) return refusal;
    if (auto refusal = title_taken(session, edit.title, edit.id)) return refusal;
    if (theme->title == edit.title && theme->named_by_hand) return unchanged("theme's title");
    return std::nullopt;
}

void apply(Session& session, const NameTheme& edit) {
    Theme& theme = the(session, edit.id);
    const std::string former = std::exchange(theme.title, edit.title);
    theme.named_by_hand = true;
    std::erase(theme.former_titles, theme.title);
    remember_title(theme, former);
}

std::string sentence(const Session& before, const NameTheme& edit) {
    const std::string former = title_in(before, edit.id);
    const std::string title = shortened(edit.title);
    return former == title ? "kept the title " + title : fmt::format("renamed {} to {}", former, title);
}

// --- PlaceInTheme ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const PlaceInTheme& edit) {
    const auto* accountability = find(session, edit.id);
    if (auto refusal = not_said_here(session, edit.id)) return refusal;
    if (edit.theme && !find(session, *edit.theme)) return unknown_theme();
    if (edit.placed != Placed::hand && edit.placed != Placed::proposal)
        return Refusal{"A statement is placed by hand or by a proposal. Say which."};
    if (edit.placed == Placed::proposal && accountability->placed == Placed::hand)
        return Refusal{fmt::format("{} was placed by hand, and a proposal leaves it there. Move it by hand.",
                                   words_in(session, edit.id))};
    if (accountability->theme == edit.theme && accountability->placed == edit.placed)
        return Refusal{fmt::format("{} is {} already.", words_in(session, edit.id),
                                   edit.theme ? "in " + title_in(session, *edit.theme) : "a single voice")};
    return std::nullopt;
}

void apply(Session& session, const PlaceInTheme& edit) {
    Accountability& accountability = the(session, edit.id);
    accountability.theme = edit.theme;
    accountability.placed = edit.placed;
    if (!edit.theme || accountability.second_theme == edit.theme)
        accountability.second_theme.reset(); // a single voice stands alone, and nothing stands twice in one theme
}

std::string sentence(const Session& before, const PlaceInTheme& edit) {
    const std::string words = words_in(before, edit.id);
    if (!edit.theme) return fmt::format("kept {} as a single voice", words);
    const auto* accountability = find(before, edit.id);
    const bool stays = accountability && accountability->theme == edit.theme;
    return fmt::format("{} {} {} {}", stays ? "kept" : "moved", words, stays ? "in" : "to",
                       title_in(before, *edit.theme));
}

// --- AddSecondTheme ----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const AddSecondTheme& edit) {
    const auto* accountability = find(session, edit.id);
    if (auto refusal = not_said_here(session, edit.id)) return refusal;
    if (edit.theme && !find(session, *edit.theme)) return unknown_theme();
    if (edit.theme && !accountability->theme)
        return Refusal{fmt::format("{} is in no theme yet. Move it to this one instead.", words_in(session, edit.id))};
    if (edit.theme && (accountability->theme == edit.theme || accountability->second_theme == edit.theme))
        return Refusal{fmt::format("{} is in {} already. Choose another theme.", words_in(session, edit.id),
                                   title_in(session, *edit.theme))};
    if (!edit.theme && !accountability->second_theme)
        return Refusal{fmt::format("{} is in no second theme.", words_in(session, edit.id))};
    return std::nullopt;
}

void apply(Session& session, const AddSecondTheme& edit) { the(session, edit.id).second_theme = edit.theme; }

std::string sentence(const Session& before, const AddSecondTheme& edit) {
    const std::string words = words_in(before, edit.id);
    if (edit.theme) return fmt::format("added {} to {} as well", words, title_in(before, *edit.theme));
    const auto* accountability = find(before, edit.id);
    const bool is_known = accountability && accountability->second_theme;
    return fmt::format("took {} out of {}", words,
                       is_known ? title_in(before, *accountability->second_theme) : "its second theme");
}

// --- MergeThemes -------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const MergeThemes& edit) {
    if (!find(session, edit.from) || !find(session, edit.into)) return unknown_theme();
    if (edit.from == edit.into)
        return Refusal{"A theme can't be merged into itself. Choose another one to merge it into."};
    return std::nullopt;
}

void apply(Session& session, const MergeThemes& edit) {
    for (auto& item : session.accountabilities) {
        if (item.theme == edit.from) item.theme = edit.into;
        if (item.second_theme == edit.from) item.second_theme = edit.into;
        if (item.second_theme == item.theme) item.second_theme.reset();
    }
    const Theme gone = the(session, edit.from);
    std::erase_if(session.themes, [&](const Theme& theme) { return theme.id == edit.from; });
    Theme& survivor = the(session, edit.into);
    for (const auto& former : gone.former_titles) remember_title(survivor, former);
    remember_title(survivor, gone.title);
}

std::string sentence(const Session& before, const MergeThemes& edit) {
    return fmt::format("merged {} into {}", title_in(before, edit.from), title_in(before, edit.into));
}

// --- DissolveTheme -----------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const DissolveTheme& edit) {
    if (!find(session, edit.id)) return unknown_theme();
    return std::nullopt;
}

void apply(Session& session, const DissolveTheme& edit) {
    for (auto& item : session.accountabilities) {
        if (item.second_theme == edit.id) item.second_theme.reset();
        if (item.theme != edit.id) continue;
        item.theme = std::exchange(item.second_theme, std::nullopt);
        item.placed = item.theme ? Placed::hand : Placed::nobody; // a second theme is never taken without a person
    }
    std::erase_if(session.themes, [&](const Theme& theme) { return theme.id == edit.id; });
}

std::string sentence(const Session& before, const DissolveTheme& edit) {
    return "dissolved " + title_in(before, edit.id);
}

// --- ShowTogether ------------------------------------------------------------------------------------------------

std::optional<Refusal> why_not(const Session& session, const ShowTogether& edit) {
    const auto* item = find(session, edit.id);
    const auto* card = edit.with ? find(session, *edit.with) : item;
    if (!item || !card) return unknown_accountability();
    if (auto refusal = not_said_here(session, edit.id)) return refusal;
    const std::string words = words_in(session, edit.id);
    if (!edit.with && !item->shown_with) return Refusal{fmt::format("{} is shown alone already.", words)};
    if (!edit.with) return std::nullopt;
    if (auto refusal = not_said_here(session, *edit.with)) return refusal;
    if (item == card) return Refusal{"A statement can't be shown with itself. Choose another one."};
    if (item->theme != card->theme)
        return Refusal{fmt::format("{} and {} lie in different themes. Put both into one first.", words,
                                   words_in(session, card->id))};
    if (item->shown_with == edit.with)
        return Refusal{fmt::format("{} is shown with {} already.", words, words_in(session, card->id))};
    if (card->shown_with)
        return Refusal{fmt::format("{} is itself shown with another. Choose that one.", words_in(session, card->id))};
    if (std::ranges::count(session.accountabilities, edit.id, &Accountability::shown_with) > 0)
        return Refusal{fmt::format("Another is shown with {}. Show it alone first.", words)};
    return std::nullopt;
}

void apply(Session& session, const ShowTogether& edit) { the(session, edit.id).shown_with = edit.with; }

std::string sentence(const Session& before, const ShowTogether& edit) {
    const std::string words = words_in(before, edit.id);
    if (!edit.with) return fmt::format("showed {} alone again", words);
    return fmt::format("showed {} and {} as one", words, words_in(before, *edit.with));
}

} // namespace avow::each
