#!/usr/bin/env bash
# Drives the whole program from outside: run.sh PROGRAM SOURCE [--cases FOLDER] [--bless] [CASE...]
#
# A case is a folder: `cmd` is run by bash in an empty folder of its own; what it prints must be `out` and `err` (not
# looked at where there is no such file), its exit status the one in `status` (0 where there is none). In cmd, `avow` is
# the program, and prelude.sh has been read, then that of FOLDER where the cases lie elsewhere. The empty folder is
# written as HERE, the source folder as SOURCE.
# A case that ends in 77 could not be tried here. --bless writes what was printed as what is expected; read the difference before you commit it.
set -u
program=$(realpath "$1")
source=$(realpath "$2")
shift 2
cases=$source/tests/cli
if [ "${1:-}" = --cases ]; then cases=$(realpath "$2"); shift 2; fi
bless=no
if [ "${1:-}" = --bless ]; then bless=yes; shift; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Nothing of this machine may reach a case: its locale, its day, its folders, its display.
run_case() { # case folder
    local here=$scratch/$1/here
    mkdir -p "$here" "$scratch/$1/state"
    (
        cd "$here" || exit 99
        env -i PATH="$(dirname "$program"):/usr/bin:/bin" HOME="$scratch/$1/state" TZ=Pacific/Auckland LC_ALL=C.UTF-8 \
            ASAN_OPTIONS="${ASAN_OPTIONS:-}" LSAN_OPTIONS="${LSAN_OPTIONS:-}" TSAN_OPTIONS="${TSAN_OPTIONS:-}" \
            AVOW_STATE="$scratch/$1/state" AVOW_ASSETS="$source/assets" AVOW_VECTORS=none \
            PROGRAM="$program" SOURCE="$source" CASES="$cases" \
            bash -c 'avow() { "$PROGRAM" "$@"; }; source "$SOURCE/tests/cli/prelude.sh"
                [ "$CASES" = "$SOURCE/tests/cli" ] || source "$CASES/prelude.sh"; source "$0"' "$cases/$1/cmd"
    ) >"$scratch/$1/raw-out" 2>"$scratch/$1/raw-err" </dev/null
    echo $? >"$scratch/$1/status"
    local stream
    for stream in out err; do
        sed -e "s|$here|HERE|g" -e "s|$source|SOURCE|g" "$scratch/$1/raw-$stream" >"$scratch/$1/$stream"
    done
}

bless_case() {
    local stream
    for stream in out err; do
        if [ -e "$cases/$1/$stream" ] || { [ "$stream" = out ] && [ -s "$scratch/$1/out" ]; }; then
            cp "$scratch/$1/$stream" "$cases/$1/$stream"
        fi
    done
    rm -f "$cases/$1/status"
    grep -qx 0 "$scratch/$1/status" || cp "$scratch/$1/status" "$cases/$1/status"
}

check_case() {
    local fine=yes
    local status=0
    [ -f "$cases/$1/status" ] && status=$(cat "$cases/$1/status")
    if [ "$status" != "$(cat "$scratch/$1/status")" ]; then
        echo "  exit status $(cat "$scratch/$1/status") and not $status"
        fine=no
    fi
    local stream
    for stream in out err; do
        if [ -f "$cases/$1/$stream" ] && ! diff -u "$cases/$1/$stream" "$scratch/$1/$stream" >"$scratch/diff"; then
            sed 's/^/  /' "$scratch/diff"
            fine=no
        fi
    done
    if [ $fine = no ] && [ ! -f "$cases/$1/err" ]; then sed 's/^/  stderr: /' "$scratch/$1/err"; fi
    [ $fine = yes ]
}

failed=0
untried=0
count=0
for folder in "$cases"/*/; do
    name=$(basename "$folder")
    [ -f "$folder/cmd" ] || continue
    if [ $# -gt 0 ]; then case " $* " in *" $name "*) ;; *) continue ;; esac; fi
    count=$((count + 1))
    run_case "$name"
    if grep -qx 77 "$scratch/$name/status"; then
        untried=$((untried + 1))
        echo "not tried here: $name: $(tail -n 1 "$scratch/$name/out")"
    elif [ $bless = yes ]; then
        bless_case "$name"
    elif ! report=$(check_case "$name"); then
        failed=$((failed + 1))
        printf 'FAILED %s\n%s\n' "$name" "$report"
    fi
done
echo "$count cases, $failed failed, $untried not tried"
[ "$count" -gt 0 ] && [ $failed = 0 ]
