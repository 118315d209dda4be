#!/usr/bin/env bash
# How much of a core the window takes while nothing happens, and how often it draws: the processor time of the process
# over a minute, with the board of a filled workshop open. Beside it the same for an empty OpenGL window that waits.
#   bench/idle.sh PROGRAM [SECONDS]
set -euo pipefail
program=$1
seconds=${2:-60}
folder=$(mktemp -d)
number=$((RANDOM % 400 + 100))
Xvfb ":$number" -screen 0 1920x1080x24 >"$folder/xvfb.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
sleep 1
export DISPLAY=":$number" AVOW_STATE="$folder/state"
ticks_of() { awk '{print $14 + $15}' "/proc/$1/stat"; }
measure() { # name, words of the program
    local name=$1 process before after
    shift
    "$@" >"$folder/out.log" 2>&1 &
    process=$!
    sleep 8 # past the save at the first quiet moment
    before=$(ticks_of "$process")
    sleep "$seconds"
    after=$(ticks_of "$process")
    awk -v n="$name" -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v s="$seconds" 'BEGIN { printf "%-34s %.3f %% of a core over %d s\n", n, 100 * t / hz / s, s }'
    kill "$process"
    wait "$process" 2>/dev/null || true
}
for i in $(seq 45); do echo "Person $((i % 12)): I call every customer back within the hour, number $i"; done |
    sed 's/Person 10/Kim/; s/Person 11/Lou/; s/Person \([0-9]\)/Ann\1/' >"$folder/transcript.txt"
"$program" record --from "$folder/transcript.txt" --team bench --goal bench -o "$folder/bench.avow" 2>/dev/null
measure "the library" "$program" --sessions "$folder"
measure "prepare, nothing running" "$program" open "$folder/bench.avow" --stage prepare
measure "capture, its clock running" "$program" open "$folder/bench.avow" --stage capture
