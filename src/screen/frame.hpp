// What every view is given for one frame, and the way its wishes leave it: a view reads, draws, and says what should be
// done; the app does it after the frame.
#pragma once

#include "desk/desk.hpp"
#include "screen/fields.hpp"
#include "screen/painter.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace avow::desk {
struct Hint;
}

namespace avow::screen {

class Wishes {
public:
    using Wish = std::function<void(desk::Desk&)>;

    void add(Wish wish) { list_.push_back(std::move(wish)); }
    std::vector<Wish> take() { return std::exchange(list_, {}); }

private:
    std::vector<Wish> list_;
};

struct Frame {
    const desk::Desk& desk;
    Wishes& wishes;
    Painter& paint;
    Fields& fields;
    Type& type;
    float text = 16;       // pixels of an em of ordinary text on the desk
    bool is_still = false; // a picture: no caret, nothing hovered

    Setting plain() const { return {Weight::regular, text, paint.colours.ink, 1.35f}; }
    Setting strong() const { return {Weight::semibold, text, paint.colours.ink, 1.35f}; }
    Setting quiet() const { return {Weight::regular, text, paint.colours.quiet, 1.35f}; }
    Setting fine() const { return {Weight::regular, text * .87f, paint.colours.quiet, 1.35f}; }
};

struct DrawnPage;

// The views. Each draws into a rectangle of the window and knows no other view.
void audience_view(Frame&, Rect);
void room_view(Frame&, Rect); // the same for the facilitator, where the room has a window of its own
void strip_view(Frame&, Rect);
void replay_strip(Frame&, Rect); // in its place while the meeting is replayed
void board_view(Frame&, Rect);
void prepare_view(Frame&, Rect);
void library_view(Frame&, Rect);
void review_view(Frame&, Rect);
void person_view(Frame&, Rect);                           // desk.one_on_one
void rehearsal_view(Frame&, Rect);                        // the band above the strip, of a height in ordinary text
float height_of_rehearsal(const desk::Desk&, float text); // 0 where there is none
void timings_view(Frame&, Rect);
void palette_view(Frame&, Rect whole);
void find_view(Frame&, Rect whole);
void people_view(Frame&, Rect whole);
int row_in_hand(Frame&, int last); // of a panel's rows, moved by the arrow keys
void keys_view(Frame&, Rect whole);
void roster_view(Frame&, Rect whole);
void pasted_view(Frame&, Rect whole);
void open_view(Frame&, Rect whole);
void copy_view(Frame&, Rect whole);
void history_view(Frame&, Rect whole);
void brief_view(Frame&, Rect whole);
void contract_view(Frame&, Rect whole);
void strengths_view(Frame&, Rect whole);
void menu_view(Frame&); // inside a menu bar
bool has_menu_open();   // or a list that hangs from a field: it has the keyboard

// Parts of the review that have a file of their own.
void review_rows(Frame&, Rect); // of the section that is shown

// Parts of Prepare that have a file of their own.
void expectations_view(Frame&); // of the leader, where the cursor stands

// Parts of the board that have a file of their own.
void account_list(Frame&, Rect); // at Open

// The room's page to scale, in the rectangle of its shape that fits.
Rect fitted_miniature(const desk::Desk&, Rect room);
DrawnPage draw_miniature(Frame&, const slide::Slide&, Rect, int wanted);
DrawnPage draw_what_room_sees(Frame&, Rect); // now: black while it is blank
std::string words_for_what_room_sees(const desk::Desk&);

// A command's key and what it does, side by side in these words; how wide that is, and what comes before the next.
float width_of_hint(const Frame&, const desk::Hint&, const Setting&);
float draw_hint(Frame&, const desk::Hint&, Rect to_click, float y, const Setting&); // answers where the next begins

// Keys to commands, by the table. Before the views, so that a key means what the page shows.
void dispatch_keys(const desk::Desk&, Wishes&);
void count_keys_of_rehearsal(const desk::Desk&, Wishes&);

// A rectangle that can be clicked, under a name that tests and screen readers know. Draws nothing.
bool spot(std::string_view name, Rect);
// The rows of a panel below its field: a line in strong words and a quiet one below it, each with a name for the hands. One
// that is clicked is answered by its place. Without rows the words for that.
struct TwoLines {
    std::string name, words, below;
};
std::optional<std::size_t> draw_rows(Frame&, const std::vector<TwoLines>&, std::size_t in_hand,
                                     std::string_view when_empty);
// The empty frame of a panel over the page, with a heading; answers the room inside it.
bool begin_panel(Frame&, const char* name, Rect whole, float width_ems, float height_share);
void end_panel();

} // namespace avow::screen
