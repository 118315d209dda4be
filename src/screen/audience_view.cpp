// The audience surface in a window: the slide, and the places on it that can be clicked.
#include "desk/verbs.hpp"
#include "insight/account.hpp"
#include "screen/frame.hpp"
#include "screen/motion.hpp"
#include "screen/surface.hpp"

#include <fmt/format.h>

namespace avow::screen {

namespace {

using desk::Desk;

void tile_spots(Frame& frame, const DrawnPage& drawn, const slide::Wall& wall) {
    for (const auto& item : drawn.items) {
        const bool is_theme = item.index < wall.tiles.size();
        if (!spot(is_theme ? "Theme " + mark_letter(wall.tiles[item.index].sign.mark) : std::string("Single voices"),
                  item.rect))
            continue;
        frame.wishes.add([index = item.index](Desk& d) {
            d.place.tile = index;
            desk::open_tile(d);
        });
    }
}

void card_spots(Frame& frame, const DrawnPage& drawn) {
    const auto cards = desk::cards_of_tile(frame.desk.shown(), *frame.desk.place.tile);
    for (const auto& item : drawn.items)
        if (item.index < cards.size() && spot(fmt::format("Statement {}", item.index + 1), item.rect))
            frame.wishes.add([id = cards[item.index]->id](Desk& d) { d.place.focus = id; });
}

void promise_spots(Frame& frame, const DrawnPage& drawn) {
    const auto& session = frame.desk.session();
    const auto* card = desk::card_in_hand(frame.desk);
    const auto items = card ? insight::account_of(session, card->owner) : std::vector<const Accountability*>{};
    for (const auto& item : drawn.items)
        if (item.index < items.size() && spot(fmt::format("Promise {}", item.index + 1), item.rect))
            frame.wishes.add([id = items[item.index]->id](Desk& d) { d.place.focus = id; });
}

void spots_of_slide(Frame& frame, const DrawnPage& drawn, const slide::Slide& slide) {
    const auto& desk = frame.desk;
    for (const auto& seat : drawn.seats) {
        const auto& person = desk.session().participants[seat.index];
        if (spot("Seat " + std::to_string(person.seat), seat.rect) && desk.session().stage == Stage::capture)
            frame.wishes.add([id = person.id](Desk& d) { desk::give_turn(d, id); });
    }
    if (const auto* wall = std::get_if<slide::Wall>(&slide.content)) tile_spots(frame, drawn, *wall);
    if (std::holds_alternative<slide::OpenTheme>(slide.content)) card_spots(frame, drawn);
    if (std::holds_alternative<slide::Answers>(slide.content)) promise_spots(frame, drawn);
}

} // namespace

void audience_view(Frame& frame, Rect area) {
    const auto& desk = frame.desk;
    if (desk.is_blanked) return frame.paint.fill(area, IM_COL32_BLACK);
    if (desk.screens.is_test_card) return draw_test_card(frame.paint, area, desk::words_for_room_screen(desk));
    if (!desk.is_open()) return; // paper: the room waits
    const auto slide = desk.slide();
    auto* motion = frame.paint.motion;
    if (motion) motion->begin(ImGui::GetTime(), area, !desk.settings.without_motion);
    const auto drawn = draw_slide(frame.paint, slide, area, desk.page, reach_of(desk.settings.farthest_seat));
    if (motion) motion->end();
    if (drawn.number != desk.page || drawn.count != desk.pages || drawn.is_kept != desk.is_page_kept)
        frame.wishes.add([number = drawn.number, count = drawn.count, is_kept = drawn.is_kept](Desk& d) {
            d.page = number, d.pages = count, d.is_page_kept = is_kept;
        });
    if (!desk.replay) spots_of_slide(frame, drawn, slide);
}

void room_view(Frame& frame, Rect area) {
    auto& paint = frame.paint;
    paint.fill(area, paint.colours.strip);
    const float pad = frame.text * 1.4f, label = frame.strong().line() + frame.text * .8f;
    const auto into = fitted_miniature(
        frame.desk, {area.x + pad, area.y + pad + label, area.width - 2 * pad, area.height - 2 * pad - label});
    paint.words(into.x, area.y + pad, paint.fitted(words_for_what_room_sees(frame.desk), frame.strong(), into.width),
                frame.strong());
    const auto drawn = draw_what_room_sees(frame, into);
    if (!frame.desk.is_blanked && !frame.desk.screens.is_test_card && !frame.desk.replay)
        spots_of_slide(frame, drawn, frame.desk.slide());
}

} // namespace avow::screen
