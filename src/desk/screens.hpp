// Where the room looks: at the one window there is, or at a window of its own on another monitor, chosen by name. Decided
// here, where it can be tried out without a display; the screen follows.
#pragma once

#include "storage/settings.hpp"

#include <string>
#include <vector>

namespace avow::desk {

class Desk;

struct Monitor {
    std::string name; // no two alike
    int width = 0;    // in pixels
    int height = 0;
    bool is_facilitators = false; // the desk is on it

    bool operator==(const Monitor&) const = default;
};

struct Screens {
    std::vector<Monitor> monitors; // as the display told
    bool is_apart = false;         // the room has a window of its own
    std::string on;                // the monitor it fills, by name; empty: it is a plain window
    std::string missed;            // was unplugged with the room's window on it
    int picture_width = 1920;      // of what the room sees, in pixels; the screen keeps it current
    int picture_height = 1080;
    bool has_met_session = false; // that lies open
    bool is_test_card = false;    // in place of the slide
    storage::Settings kept;       // as the file has them
};

// A blank screen is blank to the facilitator too, unless the room has its own.
bool is_blank_here(const Desk&);
// What a person calls where the room looks: "“HDMI-1”, 1920 × 1080".
std::string words_for_room_screen(const Desk&);

void see_monitors(Desk&, std::vector<Monitor>); // at first, and whenever one came or went
void attend_screens(Desk&);                     // once a frame: a session that opens takes its monitor
void toggle_audience(Desk&);                    // by hand, and remembered
void close_audience(Desk&);                     // the same from that window itself
void next_monitor(Desk&);                       // for the room's window; opens it where it is closed
void next_look(Desk&);
void next_farthest_seat(Desk&);
void toggle_motion(Desk&);
enum class TextSize { larger, smaller, usual };
void set_desk_text(Desk&, TextSize); // a step, on the desk alone

// What this machine remembers. Damaged or refused, that is said, and the work goes on.
void recall_settings(Desk&);
void keep_settings(Desk&); // writes what has changed

} // namespace avow::desk
