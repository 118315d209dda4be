// The control strip: the one entry field, what is to be said to the facilitator, the keys of where they are, and whether
// everything is kept.
#include "desk/commands.hpp"
#include "desk/rehearsal.hpp"
#include "desk/verbs.hpp"
#include "screen/frame.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace avow::screen {

namespace {

using desk::Desk;
using desk::Purpose;

bool asks_for_words(const Desk& desk) {
    return desk.entry.purpose != Purpose::nothing && desk.entry.purpose != Purpose::merge_into;
}

// "kept 14:56:02", or how much is not yet.
std::pair<std::string, bool> kept_words(const Desk& desk) {
    const auto keeping = desk.keeping();
    if (!desk.is_open()) return {};
    if (desk.is_demo()) return {"sample, kept nowhere", false};
    if (desk.rehearsal) return {"rehearsal, kept nowhere", false};
    if (keeping.read_only) return {"read only", true};
    if (keeping.unkept > 0) return {fmt::format("{} not yet kept", keeping.unkept), true};
    return {keeping.kept_at ? "kept " + desk.wall_clock(*keeping.kept_at) : std::string("all kept"), false};
}

// When the meeting ends as it stands now; the board says it larger.
std::string end_words(const Desk& desk) {
    if (!desk.is_open() || desk.one_on_one || desk.session().plan.empty() || desk.showing == desk::Showing::board)
        return {};
    return "ends " + desk.wall_clock(desk.ends_at()).substr(0, 5);
}

float draw_kept(Frame& frame, Rect strip, float right) {
    const auto [text, is_open] = kept_words(frame.desk);
    auto set = frame.strong();
    set.em = frame.text * .95f;
    if (is_open) set.colour = frame.paint.colours.trouble;
    const float y = strip.y + (strip.height - set.line()) / 2;
    frame.paint.words_right(right, y, text, set);
    right -= frame.paint.width_of(text, set);
    const auto ends = end_words(frame.desk);
    if (ends.empty()) return right;
    auto quiet = frame.quiet();
    quiet.em = set.em;
    right -= frame.text * 1.2f;
    frame.paint.words_right(right, y, ends, quiet);
    return right - frame.paint.width_of(ends, quiet);
}

// The field with its label before it and its echo behind; answers its right edge.
float draw_entry(Frame& frame, Rect strip, float x, float width) {
    const auto& desk = frame.desk;
    const auto label = desk::label_of_entry(desk);
    auto set = frame.strong();
    const float y = strip.y + (strip.height - set.line()) / 2;
    const auto shown = frame.paint.fitted(label, set, width * .42f);
    frame.paint.words(x, y, shown, set);
    x += frame.paint.width_of(shown, set) + frame.text * .7f;
    width -= frame.paint.width_of(shown, set) + frame.text * .7f;

    const auto echo = desk::echo_of_entry(desk);
    float field_width = width;
    if (!echo.empty()) field_width -= std::min(width * .45f, frame.paint.width_of(echo, frame.quiet()) + frame.text);
    // A line that has to be shaped is shown as it is written too, below the field, which makes room for it.
    const float beneath = needs_shaping(desk.entry.text) ? frame.text * .85f : 0;
    const auto padding = ImGui::GetStyle().FramePadding;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding.x, beneath > 0 ? padding.y * .2f : padding.y});
    const float height = ImGui::GetFrameHeight();
    ImGui::SetCursorScreenPos({x, strip.y + (strip.height - height - beneath * 1.35f) / 2});
    const bool wants_keyboard = desk.panel == desk::Panel::none && !has_menu_open() && !frame.is_still;
    // What stands there is typed over, but for words that are worked on.
    const bool is_worked_on = desk.entry.purpose == Purpose::statement || desk.entry.purpose == Purpose::wording ||
                              desk.entry.purpose == Purpose::changed;
    const bool is_replaced = !is_worked_on && !desk.entry.is_resumed;
    const auto line = frame.fields.line("##entry", desk.entry.text, desk.entry.generation, wants_keyboard,
                                        {.width = field_width,
                                         .hint = "",
                                         .lines = 1,
                                         .selects_all = is_replaced,
                                         .is_secret = desk::asks_for_secret(desk),
                                         .takes_lines = desk.entry.purpose == Purpose::statement,
                                         .beneath = beneath,
                                         .name = "Entry"});
    ImGui::PopStyleVar();
    if (line.pasted_lines)
        frame.wishes.add([text = *line.pasted_lines](Desk& d) {
            d.pasted_text = text;
            d.panel = desk::Panel::pasted;
        });
    if (line.is_changed) frame.wishes.add([text = line.text](Desk& d) { desk::typed(d, text); });
    if (line.is_done) frame.wishes.add([](Desk& d) { desk::finish_entry(d); });
    if (!echo.empty())
        frame.paint.words(x + field_width + frame.text * .8f, y,
                          frame.paint.fitted(echo, frame.quiet(), width - field_width - frame.text * .8f),
                          frame.quiet());
    return x + width;
}

std::string one_after_the_other(const std::string& sentence, const std::string& next) {
    return sentence + (next.empty() ? "" : (sentence.ends_with('.') ? " " : ". ") + next);
}

// One sentence at a time: what is wrong and stays wrong, else what was just done or refused, else what is proposed, else
// what was said before that is much like this.
std::pair<std::string, ImU32> sentence_of(const Frame& frame) {
    const auto& desk = frame.desk;
    const auto& colours = frame.paint.colours;
    if (const auto notice = desk.keeping().notice; !notice.empty())
        return {desk.notice() ? one_after_the_other(desk.notice()->sentence, notice) : notice, colours.trouble};
    if (desk.tens > 0)
        return {fmt::format("Theme {} and further: 0 is {}, 1 is {} …", desk.tens * 10, mark_letter(desk.tens * 10 - 1),
                            mark_letter(desk.tens * 10)),
                colours.ink};
    auto doubt = desk::doubt_in_words(desk); // beside what was done to the card before
    if (auto next = desk::asking_in_words(desk); !next.empty()) doubt = std::move(next);
    if (auto next = desk::match_in_words(desk); !next.empty()) doubt = std::move(next);
    if (desk.screens.is_test_card) return {"The room sees the test card. Any key leaves it", colours.ink};
    if (desk.notice())
        return {one_after_the_other(desk.notice()->sentence, doubt),
                desk.notice()->tone == desk::Tone::done ? colours.ink : colours.trouble};
    if (!doubt.empty()) return {doubt, colours.ink};
    if (desk.entry.purpose == Purpose::merge_into)
        return {"Merge into which theme? Its number stands on its tile", colours.ink};
    const bool is_on_wall = desk.proposed() && desk.proposed()->about != desk::About::wall &&
                            desk.showing == desk::Showing::audience; // where it is read by all
    if (desk.proposed() && !is_on_wall) return {desk.proposed()->question, colours.ink};
    if (desk.is_blanked) return {"The room sees nothing. Ctrl+B shows the page again", colours.ink};
    if (const auto like = desk.similar_to_typing())
        return {fmt::format("Much like {}: “{}”", like->speaker, like->words), colours.quiet};
    if (auto step = desk::first_step_prompt(desk); !step.empty()) return {std::move(step), colours.quiet};
    return {desk::strength_prompt(desk), colours.quiet};
}

// What ends a question: always there while one is open, before any other key.
float draw_answers(Frame& frame, float x, float y, float right, float em, const Setting& set) {
    for (const auto& [keys, words] : {std::pair{"Return", "keeps it"}, {"Esc", "leaves it"}}) {
        if (x + frame.paint.width_of(keys, set) + frame.paint.width_of(words, set) + em * 1.2f > right) break;
        x = frame.paint.keycap(x, y, keys, em) + em * .35f;
        frame.paint.words(x, y, words, set);
        x += frame.paint.width_of(words, set) + em * 1.3f;
    }
    return x;
}

// In an opened theme, what a number would do: the themes, as far as there is room.
float draw_destinations(Frame& frame, float x, float y, float right, float em, const Setting& set) {
    const auto& desk = frame.desk;
    if (!desk::is_at(desk, Stage::themes) || desk.showing != desk::Showing::audience || !desk.place.is_open ||
        desk.entry.purpose != Purpose::nothing)
        return x;
    const auto here = desk::theme_in_hand(desk);
    for (const auto* theme : slide::themes_on_the_wall(desk.shown())) {
        if (theme->id == here || (desk.tens > 0 && (theme->mark + 1) / 10 != desk.tens)) continue;
        const auto keys = desk::keys_of_theme(theme->mark);
        const auto words = frame.paint.fitted(theme->title, set, em * 8);
        const float width = frame.paint.width_of(keys, set) + em * 1.15f + frame.paint.width_of(words, set);
        if (x + width > right) break;
        const float after = frame.paint.keycap(x, y, keys, em);
        frame.paint.words(after + em * .35f, y, words, set);
        x += width + em * 1.1f;
    }
    return x;
}

Setting set_of_hints(const Frame& frame) {
    return {Weight::regular, frame.text * .88f, frame.paint.colours.quiet, 1.35f};
}

// While the session's own file is in trouble: the room of the first hint, which offers a copy elsewhere.
float width_of_way_out(const Frame& frame) {
    if (frame.desk.keeping().notice.empty()) return 0;
    const auto hints = desk::hints(frame.desk);
    if (hints.empty() || hints.front().command->id != "session.copy_file") return 0;
    return width_of_hint(frame, hints.front(), set_of_hints(frame)) + frame.text * 1.4f;
}

void draw_hints(Frame& frame, Rect strip, float x, float right) {
    const Setting set = set_of_hints(frame);
    const float em = set.em;
    const float y = strip.y + (strip.height - set.line()) / 2;
    if (asks_for_words(frame.desk) && frame.desk.entry.purpose != Purpose::statement)
        x = draw_answers(frame, x, y, right, em, set);
    x = draw_destinations(frame, x, y, x + (right - x) * .62f, em, set);
    const auto hints = desk::hints(frame.desk);
    // How to go on has its room first; where there is not enough for all, the others give way.
    const auto next = std::ranges::find(hints, std::string_view("stage.next"),
                                        [](const desk::Hint& hint) { return hint.command->id; });
    const bool is_in_trouble = width_of_way_out(frame) > 0;
    float reserved = next == hints.end() || is_in_trouble ? 0 : width_of_hint(frame, *next, set) + em * 1.3f;
    for (const auto& hint : hints) {
        const float width = width_of_hint(frame, hint, set);
        if (next != hints.end() && &hint == &*next) reserved = 0;
        if (x + width > right - reserved) continue;
        x = draw_hint(frame, hint, {x, strip.y, width, strip.height}, y, set);
    }
}

} // namespace

float width_of_hint(const Frame& frame, const desk::Hint& hint, const Setting& set) {
    return frame.paint.width_of(hint.keys, set) + set.em * 1.15f + frame.paint.width_of(hint.words, set);
}

float draw_hint(Frame& frame, const desk::Hint& hint, Rect to_click, float y, const Setting& set) {
    if (spot(hint.command->words, to_click)) frame.wishes.add([row = hint.command](Desk& d) { desk::run(*row, d); });
    const float after = frame.paint.keycap(to_click.x, y, hint.keys, set.em);
    frame.paint.words(after + set.em * .35f, y, hint.words, set);
    return to_click.right() + set.em * 1.3f;
}

void strip_view(Frame& frame, Rect strip) {
    auto& paint = frame.paint;
    paint.fill(strip, paint.colours.strip);
    paint.rule(strip.x, strip.y, strip.width, paint.colours.hairline, 1);
    const float pad = frame.text * 1.3f;
    float x = strip.x + pad, right = draw_kept(frame, strip, strip.right() - pad) - pad;
    // On the one screen there is, blank is blank: no name, nothing typed, nothing said.
    const bool is_blank = desk::is_blank_here(frame.desk) && frame.desk.showing == desk::Showing::audience;
    if (asks_for_words(frame.desk) && !is_blank)
        x = draw_entry(frame, strip, x, (right - x) * (frame.desk.keeping().notice.empty() ? .58f : .4f)) + frame.text;
    const auto [sentence, colour] =
        is_blank ? std::pair(std::string("Nothing is shown. Esc brings it back"), paint.colours.ink)
                 : sentence_of(frame);
    if (!sentence.empty()) {
        // Two lines at the most, before the keys: what was said to the facilitator comes first.
        Setting set{Weight::regular, frame.text * .92f, colour, 1.25f};
        const bool is_question = frame.desk.proposed() && !frame.desk.notice();
        const float most = asks_for_words(frame.desk) ? right - x : (right - x) * (is_question ? .5f : .6f);
        auto lines = paint.wrap(sentence, set, std::min(most, right - x - width_of_way_out(frame)), 2);
        lines.is_right_to_left = false; // a sentence of ours, whichever name begins it
        paint.words(x, strip.y + (strip.height - lines.height) / 2, lines, set);
        x += lines.width + frame.text * 1.4f;
    }
    draw_hints(frame, strip, x, right);
}

} // namespace avow::screen
