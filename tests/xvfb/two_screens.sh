#!/usr/bin/env bash
# Two monitors, the desk on one and the room's page on the other: keys typed into either window reach the desk, one key
# blanks the projector, pulling its plug ends no meeting, and plugging it in again brings it back. Given the program and the
# source folder; 77 where it can't be tried. Xvfb knows one monitor only; Xorg's dummy driver knows sixteen.
set -euo pipefail

program=$1

for tool in Xorg xrandr xdotool import convert; do
    if ! command -v "$tool" >/dev/null; then
        echo "skipped: $tool is not installed here"
        exit 77
    fi
done
if ! ls /usr/lib/xorg/modules/drivers/dummy_drv.so >/dev/null 2>&1; then
    echo "skipped: Xorg's dummy driver is not installed here"
    exit 77
fi

# shellcheck source=prelude.bash
source "$(dirname "${BASH_SOURCE[0]}")/prelude.bash"

# ---- a display of our own with two monitors ------------------------------------------------------------------------
cat >"$folder/xorg.conf" <<'CONF'
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2560 720
  EndSubSection
EndSection
CONF
Xorg -displayfd 3 -config "$folder/xorg.conf" -noreset -novtswitch -sharevts -nolisten tcp \
    -logfile "$folder/xorg.log" 3>"$folder/display" 2>/dev/null &
server=$!
if ! within 20 test -s "$folder/display"; then
    echo "skipped: Xorg does not start here"
    exit 77
fi
DISPLAY=:$(tr -d '[:space:]' <"$folder/display")
export DISPLAY
plug_in() {
    xrandr --addmode DUMMY1 1280x720 2>/dev/null || true
    xrandr --output DUMMY1 --mode 1280x720 --pos 1280x0
}
pull_out() { xrandr --output DUMMY1 --off; }
xrandr --output DUMMY0 --mode 1280x720 --pos 0x0
plug_in
if ! xrandr | grep -q '^DUMMY1 connected 1280x720'; then
    echo "skipped: this Xorg gives no second monitor"
    exit 77
fi

# ---- a session ------------------------------------------------------------------------------------------------------
for name in Ana Bob Cem; do
    echo "$name: I answer for what $name said"
done | "$program" record --team "Service Desk" --goal "Nine of ten cases in one go" -o "$file" 2>/dev/null

open_window() {
    "$program" open "$file" --stage capture --windowed 1200x680 >"$folder/window.log" 2>&1 &
    window_process=$!
    within 30 xdotool search --onlyvisible --name '^Service Desk' || fail "no window comes up"
    window=$(xdotool search --onlyvisible --name '^Service Desk' | head -n 1)
    xdotool windowfocus --sync "$window"
    sleep .7
}
rooms_window() { xdotool search --onlyvisible --name '^Avow for the room'; }
has_no_rooms_window() { ! rooms_window; }
fills_projector() {
    local window
    window=$(rooms_window)
    [ "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(X|Y|WIDTH|HEIGHT)=' | tr '\n' ' ')" = \
        "X=1280 Y=0 WIDTH=1280 HEIGHT=720 " ]
}
is_said() { "$program" show "$file" --json 2>/dev/null | grep -qF "\"statement\": \"$1\""; }
is_closed() { ! kill -0 "$window_process"; }
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

# ---- Escape there closes it; opened again it is remembered with its monitor ------------------------------------------
xdotool windowfocus --sync "$(rooms_window)"
sleep .3
xdotool key Escape
within 10 has_no_rooms_window || fail "Escape does not close the room's window"
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
