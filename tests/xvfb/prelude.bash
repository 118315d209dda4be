# What a test of the real window begins with, to be sourced: a folder that is gone afterwards, a state of its own, and what
# it starts (server, window_process) ended with it.
# shellcheck source=../support/shell.bash
source "$(dirname "${BASH_SOURCE[0]}")/../support/shell.bash"

for tool in xdotool Xvfb; do
    command -v "$tool" >/dev/null || skip "$tool is not installed here"
done

folder=$(mktemp -d)
server='' window_process=''
tidy_up() {
    local status=$?
    [ -z "$window_process" ] || kill -9 "$window_process" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
    exit "$status"
}
trap tidy_up EXIT

fail() {
    echo "failed: $*" >&2
    [ ! -s "$folder/window.log" ] || sed 's/^/  window: /' "$folder/window.log" >&2
    [ ! -e "$file" ] || "$program" show "$file" >&2 || true
    exit 1
}

unset WAYLAND_DISPLAY XDG_SESSION_TYPE
export HOME=$folder AVOW_SESSIONS=$folder/sessions AVOW_STATE=$folder/state LIBGL_ALWAYS_SOFTWARE=1
mkdir -p "$AVOW_SESSIONS" "$AVOW_STATE"
file=$AVOW_SESSIONS/desk.avow

# ---- displays of our own -------------------------------------------------------------------------------------------

use_display() {
    DISPLAY=:$(tr -d '[:space:]' <"$folder/display")
    export DISPLAY
}

one_monitor() {
    Xvfb -displayfd 3 -screen 0 1280x720x24 -noreset -nolisten tcp 3>"$folder/display" 2>/dev/null &
    server=$!
    within 20 test -s "$folder/display" || fail "Xvfb does not start"
    use_display
}

# The desk's on the left, the projector's on the right of it. Xvfb knows one monitor only; Xorg's dummy driver knows sixteen.
two_monitors() {
    for tool in Xorg xrandr import convert; do
        command -v "$tool" >/dev/null || skip "$tool is not installed here"
    done
    [ -e /usr/lib/xorg/modules/drivers/dummy_drv.so ] || skip "Xorg's dummy driver is not installed here"
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
    : >"$folder/display"
    Xorg -displayfd 3 -config "$folder/xorg.conf" -noreset -novtswitch -sharevts -nolisten tcp \
        -logfile "$folder/xorg.log" 3>"$folder/display" 2>/dev/null &
    server=$!
    within 20 test -s "$folder/display" || skip "Xorg does not start here"
    use_display
    xrandr --output DUMMY0 --mode 1280x720 --pos 0x0
    plug_in
    xrandr | grep '^DUMMY1 connected 1280x720' >/dev/null || skip "this Xorg gives no second monitor"
}
plug_in() {
    xrandr --addmode DUMMY1 1280x720 2>/dev/null || true
    xrandr --output DUMMY1 --mode 1280x720 --pos 1280x0
}
pull_out() { xrandr --output DUMMY1 --off; }

# ---- the window ----------------------------------------------------------------------------------------------------

# Waits for a window of that name, which is given the keyboard: its first page is drawn by then.
find_window() {
    within 30 xdotool search --onlyvisible --name "$1" || fail "no window comes up that is called $1"
    window=$(xdotool search --onlyvisible --name "$1" | head -n 1)
    xdotool windowfocus --sync "$window"
    sleep .7
}
rooms_window() { xdotool search --onlyvisible --name '^Avow for the room'; }
fills_projector() {
    local shape
    shape=$(xdotool getwindowgeometry --shell "$(rooms_window)" | grep -E '^(X|Y|WIDTH|HEIGHT)=' | tr '\n' ' ')
    [ "$shape" = "X=1280 Y=0 WIDTH=1280 HEIGHT=720 " ]
}
is_closed() { ! kill -0 "$window_process"; }
