#!/usr/bin/env bash
# The real window, typed into by real keys: statements are said, the process is killed in the middle of one, and nothing
# is lost, the half-typed words included. Given the program and the source folder; 77 where it can't be tried.
set -euo pipefail

program=$1

# shellcheck source=prelude.bash
source "$(dirname "${BASH_SOURCE[0]}")/prelude.bash"

one_monitor

# ---- twelve people, each with one statement already ---------------------------------------------------------------
for name in Ana Bob Cem Dora Emil Fay Gus Hila Ian Jana Kofi Lou; do
    echo "$name: I answer for what $name said"
done | "$program" record --team "Service Desk" --goal "Nine of ten cases in one go" -o "$file" 2>/dev/null

open_window() {
    "$program" open "$file" --stage capture --windowed 1280x720 >"$folder/window.log" 2>&1 &
    window_process=$!
    # It is called after the team once its first page is drawn.
    find_window '^Service Desk'
}

is_said() { "$program" show "$file" --json 2>/dev/null | grep -F "\"statement\": \"$1\"" >/dev/null; }
is_drafted() { grep -rqF "$1" "$AVOW_STATE/journal"; }
type_words() { xdotool type --delay 15 "$1"; }

# ---- say, and die in the middle of a word --------------------------------------------------------------------------
statements=("I call people back on the same day" "Every mail has an answer by six" "My notes are read by the late shift"
    "two new articles a month from me" "I listen first and talk later" "no case of mine is older than five days")

open_window
for words in "${statements[@]}"; do
    type_words "$words"
    xdotool key Return
done
within 20 is_said "${statements[-1]}" || fail "the last statement never arrives"
type_words "I keep half of"
within 10 is_drafted "I keep half of" || fail "half-typed words are not kept within ten seconds"
kill -9 "$window_process"
wait "$window_process" 2>/dev/null || true
window_process=''

for words in "${statements[@]}"; do
    is_said "$words" || fail "after the kill this is gone: $words"
done

# ---- open again, and go on where it stopped ------------------------------------------------------------------------
open_window
type_words " this for tomorrow"
xdotool key Return
within 20 is_said "I keep half of this for tomorrow" || fail "the half-typed words did not come back"
xdotool key ctrl+q
within 20 is_closed || fail "Ctrl+Q does not close the window"
wait "$window_process" || fail "the window ended with status $?"
window_process=''

for words in "${statements[@]}" "I keep half of this for tomorrow"; do
    is_said "$words" || fail "after closing this is gone: $words"
done
count=$("$program" show "$file" --json | grep -c '"statement": ')
[ "$count" -eq 19 ] || fail "there are $count statements, not 19"
"$program" check "$file" >/dev/null || fail "the file is not sound"
echo "12 people, 7 statements typed, one kill: nothing lost, in $SECONDS s"
