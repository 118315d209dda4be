# What tests in the shell share, to be sourced.
skip() { # 77: it can't be tried here
    echo "skipped: $*"
    exit 77
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
