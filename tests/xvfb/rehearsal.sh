#!/usr/bin/env bash
# A rehearsal in the real window, by real keys: the title says what it is, the first statement is typed as it is heard, and
# saving, ending and quitting leave no file anywhere. Given the program and the source folder; 77 where it can't be tried.
set -euo pipefail

program=$1
source=$2

# shellcheck source=prelude.bash
source "$(dirname "${BASH_SOURCE[0]}")/prelude.bash"

one_monitor

session_files() { find "$AVOW_SESSIONS" "$AVOW_STATE" -type f | sort; }
is_called() { [ "$(xdotool getwindowname "$window")" = "$1" ]; }

before=$(session_files)
AVOW_ASSETS="$source/assets" "$program" rehearse --speed 4 --seed 3 --windowed 1280x720 >"$folder/window.log" 2>&1 &
window_process=$!
find_window '^Rehearsal'

xdotool key ctrl+Next
sleep 3
xdotool type --delay 15 "I check every sleeping car for working lights before we leave"
xdotool key Return ctrl+s
sleep .5
[ "$(session_files)" = "$before" ] || fail "a statement of a rehearsal, or saving it, made a file: $(session_files)"
xdotool key F12
sleep .5
is_called 'Rehearsal — Avow' || fail "the timings do not say what they are"
xdotool key Escape
within 10 is_called 'Avow' || fail "Esc does not leave the timings"
xdotool key r
within 10 is_called 'Rehearsal — Avow' || fail "R in the library begins no rehearsal"
xdotool key ctrl+q
within 20 is_closed || fail "Ctrl+Q does not close the window"
wait "$window_process" || fail "the window ended with status $?"
window_process=''
[ "$(session_files)" = "$before" ] || fail "a rehearsal left files behind: $(session_files)"
echo "one rehearsal, ended, begun again and left: no file, in $SECONDS s"
