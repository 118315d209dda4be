# What a test of the real window begins with, to be sourced: a folder that is gone afterwards, a state of its own, and what
# it starts (server, window_process) ended with it.
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

# within SECONDS COMMAND...: tries until it succeeds; a busy machine is given time, an idle one is not kept waiting.
within() {
    local until=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep .1
    done
}

unset WAYLAND_DISPLAY XDG_SESSION_TYPE
export HOME=$folder AVOW_SESSIONS=$folder/sessions AVOW_STATE=$folder/state LIBGL_ALWAYS_SOFTWARE=1
mkdir -p "$AVOW_SESSIONS" "$AVOW_STATE"
file=$AVOW_SESSIONS/desk.avow
