#!/usr/bin/env bash
# Two monitors, the desk on one and the room's page on the other: keys typed into either window reach the desk, one key
# blanks the projector, pulling its plug ends no meeting, and plugging it in again brings it back. Given the program and the
# source folder; 77 where it can't be tried. Xvfb knows one monitor only; Xorg's dummy driver knows sixteen.
set -euo pipefail

program=$1

# shellcheck source=prelude.bash
source "$(dirname "${BASH_SOURCE[0]}")/prelude.bash"

two_monitors

# ---- a session ------------------------------------------------------------------------------------------------------
for name in Ana Bob Cem; do
    echo "$name: I answer for what $name said"
done | "$program" record --team "Service Desk" --goal "Nine of ten cases in one go" -o "$file" 2>/dev/null

open_window() {
    "$program" open "$file" --stage capture --windowed 1200x680 >"$folder/window.log" 2>&1 &
    window_process=$!
    find_window '^Service Desk'
}
has_no_rooms_window() { ! rooms_window; }
is_said() { "$program" show "$file" --json 2>/dev/null | grep -F "\"statement\": \"$1\"" >/dev/null; }
projector() { import -window root -crop 1280x720+1280+0 +repage "$1"; }
colours_of_projector() { projector "$folder/now.png" && convert "$folder/now.png" -format %k info:; }
is_black() { [ "$(colours_of_projector)" = 1 ]; }
is_a_page() { [ "$(colours_of_projector)" -gt 20 ]; }

open_window
has_no_rooms_window || fail "the room has a window that nobody asked for"
xdotool key F8
within 20 fills_projector || fail "F8 does not fill the other monitor"
within 10 is_a_page || fail "nothing is shown on the projector"

# ---- one keyboard, whichever window has the focus -------------------------------------------------------------------
xdotool type --delay 15 "typed into the desk"
xdotool key Return
within 20 is_said "typed into the desk" || fail "what is typed into the desk's window is lost"
xdotool windowfocus --sync "$(rooms_window)"
sleep .5
xdotool type --delay 15 "Typed into the room's Window"
xdotool key Return
within 20 is_said "Typed into the room's Window" || fail "what is typed into the room's window is lost"
xdotool key ctrl+b
within 5 is_black || fail "Ctrl+B in the room's window does not blank the projector"
xdotool key ctrl+b
within 5 is_a_page || fail "Ctrl+B does not bring the page back"

# ---- the plug -------------------------------------------------------------------------------------------------------
pull_out
within 10 has_no_rooms_window || fail "the room's window stays when its monitor is gone"
is_closed && fail "the program ends when the plug is pulled"
xdotool windowfocus --sync "$window"
sleep .3
xdotool type --delay 15 "said without a projector"
xdotool key Return
within 20 is_said "said without a projector" || fail "the work does not go on without the projector"
plug_in
within 10 fills_projector || fail "plugged in again the projector stays dark"

# ---- F8 there closes it; opened again it is remembered with its monitor ------------------------------------------------
xdotool windowfocus --sync "$(rooms_window)"
sleep .3
xdotool key Escape
sleep 1
fills_projector || fail "Escape, meant for the desk, closes the room's window"
xdotool key F8
within 10 has_no_rooms_window || fail "F8 does not close the room's window"
xdotool windowfocus --sync "$window"
sleep .3
xdotool key F8
within 20 fills_projector || fail "F8 does not open it again"
xdotool key ctrl+q
within 20 is_closed || fail "Ctrl+Q does not close the windows"
wait "$window_process" || fail "the program ended with status $?"
window_process=''
open_window
within 20 fills_projector || fail "the monitor of last time is not taken when the session opens"
xdotool key ctrl+q
within 20 is_closed || fail "Ctrl+Q does not close the windows"
window_process=''
"$program" check "$file" >/dev/null || fail "the file is not sound"
echo "two monitors, one plug pulled and put back: nothing lost, in $SECONDS s"
