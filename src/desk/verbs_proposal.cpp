// What the engine proposes: taken, refused whole or theme by theme, and the questions of fewer and more themes.
#include "desk/refusals.hpp"
#include "desk/verbs.hpp"
#include "desk/wall.hpp"
#include "insight/coverage.hpp"

#include <fmt/format.h>

namespace avow::desk {

namespace {

// On the wall, with the theme in hand that it is about.
void show_question(Desk& desk, Proposed question) {
    const auto theme = question.theme;
    desk.propose(std::move(question));
    desk.place.tile = tile_of_theme(desk.shown(), theme);
}

// The questions declined of the wall as it stands; of one that stood otherwise they are forgotten.
Declined& declined_here(Desk& desk) {
    auto wall = wall_of(desk.session());
    if (desk.declined.wall != wall) desk.declined = {std::move(wall), {}, {}};
    return desk.declined;
}

void decline(Desk& desk) {
    const auto& asked = *desk.proposed();
    auto& declined = declined_here(desk);
    if (asked.about == About::merge) declined.merges.push_back({*asked.other, *asked.theme});
    if (asked.about == About::split) declined.splits.push_back(*asked.theme);
}

// A question that lies there is answered by asking the same again: yes, and the next. Asking the opposite takes it away
// without a no: that is Escape.
template <class Propose>
void ask_next(Desk& desk, About about, const char* when_none, Propose propose) {
    if (desk.proposed() && desk.proposed()->about == About::wall)
        return desk.say(Tone::refused, "First take the proposed themes, Return, or refuse them, Escape");
    if (desk.proposed() && desk.proposed()->about != about)
        desk.drop_proposal();
    else if (!settle_proposal(desk))
        return;
    auto& declined = declined_here(desk);
    auto next = propose(declined);
    if (next) return show_question(desk, std::move(*next));
    const bool has_asked = about == About::merge ? !declined.merges.empty() : !declined.splits.empty();
    if (about == About::merge) declined.merges.clear();
    if (about == About::split) declined.splits.clear();
    desk.say(Tone::refused, has_asked ? "That was the last to ask about. The same key begins again" : when_none);
}

} // namespace

void propose_themes(Desk& desk) {
    if (desk.session().accountabilities.empty())
        return desk.say(Tone::refused, "Nothing has been said yet, so there is nothing to group");
    auto proposed =
        proposed_themes(desk.session(), desk.world().knowledge, desk.world().storage.new_id, desk.learned());
    if (!proposed) return desk.say(Tone::done, "The themes stand as they would be proposed");
    desk.propose(std::move(*proposed));
}

void forget_earlier(Desk& desk) {
    try {
        desk.forget_earlier();
        desk.say(Tone::done,
                 fmt::format("Forgotten: what {} said before teaches no proposal any more. Its sessions are "
                             "as they were",
                             desk.session().team));
    } catch (const std::exception& error) {
        desk.say(Tone::trouble, error.what());
    }
}

void take_proposal(Desk& desk) {
    if (!desk.proposed()) return desk.say(Tone::refused, "Nothing is proposed");
    const auto proposed = *desk.proposed();
    if (desk.act(proposed.edits, proposed.label)) desk.say(Tone::done, "Taken. Ctrl+Z goes back");
}

void refuse_proposal(Desk& desk) {
    if (!desk.proposed()) return desk.say(Tone::refused, "Nothing is proposed");
    decline(desk);
    desk.put_proposal_down();
    desk.say(Tone::done, desk.can_bring_back() ? "Refused. Ctrl+Z brings it back" : "The wall stays as it was");
}

void refuse_theme_in_hand(Desk& desk) {
    if (!desk.proposed()) return desk.say(Tone::refused, "Nothing is proposed");
    if (desk.proposed()->about != About::wall)
        return desk.say(Tone::refused, "This is one question. Return takes it, Escape leaves the wall as it was");
    const auto theme = theme_in_hand(desk);
    if (!theme) return desk.say(Tone::refused, "Take a theme in hand first: its number, or the arrow keys");
    const auto refused = *find(desk.shown(), *theme);
    const auto edits = refusing(desk.session(), *desk.proposed(), refused.id, desk.fresh<ThemeTag>());
    const auto name = fmt::format("{}, {}", mark_letter(refused.mark), refused.title);
    if (edits.empty()) return desk.say(Tone::refused, name + " holds only what was placed by hand");
    if (!desk.act(edits, fmt::format("refused the proposed theme “{}”", refused.title))) return;
    close_tile(desk);
    desk.place.tile.reset(); // the next one is not refused by the same key pressed twice
    const bool stays = find(desk.shown(), refused.id) && !insight::items_of(desk.shown(), refused.id).empty();
    desk.say(Tone::done, stays ? name + " holds only what was placed by hand"
                               : fmt::format("Refused {}: its cards stand alone", name));
}

void make_finer(Desk& desk) {
    ask_next(desk, About::split, "No theme is large enough to be split: it takes four statements",
             [&](const Declined& declined) {
                 return proposed_finer(desk.session(), desk.world().knowledge, desk.world().storage.new_id, declined);
             });
}

void make_coarser(Desk& desk) {
    ask_next(desk, About::merge, "It takes two themes to merge", [&](const Declined& declined) {
        return proposed_coarser(desk.session(), desk.world().knowledge, declined);
    });
}

void split_theme_in_hand(Desk& desk) {
    const auto theme = theme_in_hand(desk);
    if (!theme) return desk.say(Tone::refused, "Take a theme in hand first: its number, or the arrow keys");
    if (!settle_proposal(desk)) return;
    auto proposed = proposed_split(desk.session(), *theme, desk.world().knowledge, desk.world().storage.new_id);
    if (!proposed) return desk.say(Tone::refused, "A theme needs two statements at least to be split");
    show_question(desk, std::move(*proposed));
}

} // namespace avow::desk
