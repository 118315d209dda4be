#!/usr/bin/env bash
# Nothing leaves the machine: each verb, and a meeting in the real window, under strace, and no socket of the internet is
# ever made, nor a port listened on. Given the program and the source folder; 77 where it can't be tried.
set -euo pipefail

program=$1
source_folder=$2

# shellcheck source=../xvfb/prelude.bash
source "$(dirname "${BASH_SOURCE[0]}")/../xvfb/prelude.bash"

command -v strace >/dev/null || skip "strace is not installed here"
strace -qq -e trace=none true 2>/dev/null || skip "nothing can be traced here"

traced() { # name, command...: its own standard output and error are nobody's
    local name=$1
    shift
    strace -f -qq -o "$folder/trace.$name" -e trace=socket,connect,bind,listen,accept,accept4,sendto,io_uring_setup "$@"
}

# ---- the command line ------------------------------------------------------------------------------------------------
session=$source_folder/sessions/sample-customer-service.avow
quietly() { "$@" >"$folder/out" 2>&1 || fail "it ended with status $?: ${*: -6}: $(tail -n 2 "$folder/out")"; }
mkdir "$folder/out-files"
(cd "$folder/out-files" && quietly traced demo "$program" demo --without-display)
quietly traced record "$program" record --from "$source_folder/assets/demo-transcript.txt" --team T --goal G -o "$folder/out-files/r.avow"
quietly traced shot "$program" shot "$session" --stage themes -o "$folder/out-files/themes.png"
quietly traced show "$program" show "$session"
quietly traced check "$program" check "$session"
quietly traced themes "$program" themes "$session"
quietly traced find "$program" find "$source_folder/sessions" call
quietly traced review "$program" review "$source_folder/sessions/five-months" --as html -o "$folder/out-files/review.html"
for format in md html pdf csv xlsx json ics ndjson strips; do
    quietly traced "export-$format" "$program" export "$session" --as "$format" -o "$folder/out-files/it.$format"
done

# ---- a meeting ---------------------------------------------------------------------------------------------------------
one_monitor
echo "Ana: I answer for it" | "$program" record --team "Service Desk" --goal "Nine of ten" -o "$file" 2>/dev/null
traced window "$program" open "$file" --stage capture --windowed 1280x720 >"$folder/window.log" 2>&1 &
window_process=$!
find_window '^Service Desk'
is_said() { "$program" show "$file" --json 2>/dev/null | grep -F "\"statement\": \"$1\"" >/dev/null; }
xdotool type --delay 15 "I look at http://example.org and mail it"
xdotool key Return
within 20 is_said "I look at http://example.org and mail it" || fail "the statement never arrives"
for key in ctrl+Next ctrl+f Escape ctrl+h Escape ctrl+b ctrl+b ctrl+e; do
    xdotool key "$key"
    sleep .3
done
within 20 test -s "$AVOW_SESSIONS/desk.pdf" || fail "the export never comes"
xdotool key ctrl+q
within 20 is_closed || fail "Ctrl+Q does not close the window"
wait "$window_process" || fail "the window ended with status $?"
window_process=''

# ---- what was asked of the system ----------------------------------------------------------------------------------------
[ -s "$folder/trace.window" ] || fail "the window made no socket at all, not even to its display: nothing was traced"
if grep -hE 'AF_INET|AF_INET6|AF_PACKET|AF_BLUETOOTH|listen\(|accept4?\(|io_uring' "$folder"/trace.* >"$folder/internet"; then
    fail "a socket that reaches beyond this machine: $(head -n 3 "$folder/internet")"
fi
echo "$(cat "$folder"/trace.* | grep -c 'socket(') sockets of $(find "$folder" -name 'trace.*' | wc -l) runs, all of this machine"
