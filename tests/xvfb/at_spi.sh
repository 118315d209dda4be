#!/usr/bin/env bash
# The real window, asked through AT-SPI as a screen reader would: what is said, who sits there, the field and what is typed
# into it, what has the keyboard; and a press by it. Given the program and the source folder; 77 where it can't be tried.
set -euo pipefail

program=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# shellcheck source=../support/shell.bash
source "$here/../support/shell.bash"
for tool in dbus-run-session gdbus; do
    command -v "$tool" >/dev/null || skip "$tool is not installed here"
done
python='' # the system's own has what packages bring, and another may come first
for one in python3 /usr/bin/python3; do
    "$one" -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null && python=$one
done
[ -n "$python" ] || skip "python3 has no Atspi here (python3-gi, gir1.2-atspi-2.0)"
ldd "$program" 2>/dev/null | grep atk-bridge >/dev/null || skip "the program was built without AT-SPI"
compgen -G '/usr/share/dbus-1/services/org.a11y.Bus.service' >/dev/null || skip "at-spi2-core is not installed here"

# A session bus of our own, that ends with us.
if [ -z "${AVOW_TEST_BUS:-}" ]; then
    AVOW_TEST_BUS=1 exec dbus-run-session -- bash "${BASH_SOURCE[0]}" "$@"
fi

# shellcheck source=prelude.bash
source "$here/prelude.bash"
mkdir -m 700 "$folder/run"
export XDG_RUNTIME_DIR=$folder/run GSETTINGS_BACKEND=memory GTK_A11Y=none
unset AT_SPI_BUS_ADDRESS AVOW_ACCESSIBILITY NO_AT_BRIDGE

one_monitor

ask() { timeout 60 "$python" "$here/at_spi.py" "$@"; }
names() { ask names >"$folder/names" 2>/dev/null; }
tells() { names && grep -qP "$1" "$folder/names"; }
needs() { # PATTERN SENTENCE
    within 30 tells "$1" || {
        sed 's/^/  told: /' "$folder/names" >&2
        fail "$2"
    }
}

for name in Ana Bob Cem; do
    echo "$name: I answer for what $name said, on the same day"
done | "$program" record --team "Service Desk" --goal "Nine of ten cases in one go" -o "$file" 2>/dev/null
"$program" open "$file" --stage capture --windowed 1280x720 >"$folder/window.log" 2>&1 &
window_process=$!
within 30 xdotool search --onlyvisible --name '^Service Desk' || fail "no window comes up"
xdotool windowfocus --sync "$(xdotool search --onlyvisible --name '^Service Desk' | head -n 1)"

# ---- nobody listens, nothing is told; then somebody does --------------------------------------------------------
status() {
    gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
        --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled "<$1>" >/dev/null
}
status false
! names || fail "it tells though nobody listens"
status true
needs '^frame\tService Desk — Avow' "the window is not told, or not by its title"
needs '^label\tI answer for what Ana said, on the same day' "a statement is not told as one"
# A push button is called a button since AT-SPI 2.55.
needs '^(push )?button\tSeat 1\t.*Ana' "a seat does not say who sits there"
needs '^entry\tEntry\t.*focused.*editable' "the field does not say that it has the keyboard"

# ---- what is typed is heard of as it is typed -------------------------------------------------------------------
ask listen 20 >"$folder/events" 2>/dev/null &
listener=$!
within 20 grep -q listening "$folder/events" || fail "nobody can listen"
xdotool type --delay 30 "two new articles"
needs '^entry\tEntry\t.*\ttwo new articles\t16' "the field does not tell what is typed, or where the caret is"
xdotool key Return
needs '^label\t.*two new articles' "a statement that was just said is not told"
xdotool key ctrl+k
needs '^entry\tFind a command field\t.*focused' "the panel does not open, or its field has no focus"
xdotool type --delay 30 "what was done"
needs '^(push )?button\tWhat was done\t(Ctrl H )?Every step' "a command that is found is not told with what it does"
ask press "What was done" || fail "a button can't be pressed"
needs '^label\tWhat was done\t' "what was pressed does not come about"
xdotool key Escape
xdotool key F10
needs '^menu item\t[^\t]*\t[^\t]*\t.*focused' "the menu is not opened by F10, or its item has no focus"
xdotool key Escape
xdotool key ctrl+p
xdotool type --delay 30 "the keys"
xdotool key Return
needs '^notification\tParked: the keys' "news is not told"
wait "$listener" || true
for kind in 'text-changed:insert\tEntry' 'text-caret-moved\tEntry' 'state-changed:focused\tFind a command field' \
    'children-changed:add\tService Desk' '(announcement|notification)\t.*Parked: the keys'; do
    grep -qP "$kind" "$folder/events" || {
        sed 's/^/  event: /' "$folder/events" >&2
        fail "no such event came: $kind"
    }
done

# ---- and it ends as ever ----------------------------------------------------------------------------------------
xdotool key ctrl+q
within 20 is_closed || fail "Ctrl+Q does not close the window"
wait "$window_process" || fail "the window ended with status $?"
window_process=''

# ---- a double-click on what can't be read is answered where the person looks, who has no terminal ----------------------
printf 'no session' >"$folder/torn.avow"
"$program" open "$folder/torn.avow" </dev/null >"$folder/window.log" 2>&1 &
window_process=$!
within 30 xdotool search --onlyvisible --name '^Avow' || fail "no window comes up to say that a file can't be read"
needs '^notification\t.*torn.avow" is not an Avow session' "it is not said that the file can't be read"
[ "$(cat "$folder/torn.avow")" = 'no session' ] || fail "a file that can't be read is not as it was"
xdotool windowfocus --sync "$(xdotool search --onlyvisible --name '^Avow' | head -n 1)"
xdotool key ctrl+q
within 20 is_closed || fail "Ctrl+Q does not close the library"
window_process=''
echo "told to a screen reader: $(wc -l <"$folder/names") parts, $(wc -l <"$folder/events") events, in $SECONDS s"
