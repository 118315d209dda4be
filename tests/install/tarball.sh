#!/usr/bin/env bash
# The archive runs wherever it is unpacked: in a folder with spaces in its name, moved elsewhere, and through symbolic
# links. Given the program, the source folder, and the archive if there is one already; 77 where it can't be tried.
set -euo pipefail

built=$(realpath "$1")
archive=${3:-}

# shellcheck source=../support/shell.bash
source "$(dirname "${BASH_SOURCE[0]}")/../support/shell.bash"
fail() {
    echo "failed: $*" >&2
    [ ! -s "$folder/log" ] || sed 's/^/  /' "$folder/log" >&2
    exit 1
}
folder=$(realpath "$(mktemp -d)")
trap 'rm -rf "$folder"' EXIT

if [ -z "$archive" ]; then
    command -v cpack >/dev/null || skip "cpack is not installed here"
    cpack --config "$(dirname "$built")/CPackConfig.cmake" -G TGZ -B "$folder/packed" >"$folder/log" 2>&1 ||
        fail "it can't be packed"
    archive=$(find "$folder/packed" -maxdepth 1 -name '*.tar.gz')
fi

# Nothing of this machine may help it to its knowledge: not the checkout, no folder of a person, no variable.
run() {
    (cd "$folder/elsewhere" && env -i PATH="$folder/links:/usr/bin:/bin" HOME="$folder/home" LC_ALL=C.UTF-8 \
        ASAN_OPTIONS="${ASAN_OPTIONS:-}" LSAN_OPTIONS="${LSAN_OPTIONS:-}" TSAN_OPTIONS="${TSAN_OPTIONS:-}" "$@" 2>"$folder/log")
}
# knows_all FOLDER WORD: the program that WORD calls has all its knowledge, and has it from FOLDER.
knows_all() {
    run "$2" --version >"$folder/out" || fail "$2 does not start"
    grep -qx 'avow [0-9.]*' "$folder/out" || fail "$2 tells no version"
    run "$2" themes "$folder/elsewhere/avow-demo/customer-service-desk.avow" >"$folder/out" || fail "$2 proposes no themes"
    grep -qF "the lexicon $1/share/avow/lexicon" "$folder/log" || fail "$2 does not read the lexicon of $1"
    for made in purposes word-vectors; do
        [ ! -f "$built_folder/$made.bin" ] || [ -f "$1/share/avow/$made.bin" ] || fail "$made.bin was not packed"
    done
    grep -q 'examples of [0-9]* purposes' "$folder/log" || fail "$2 does not find what examples taught"
}

built_folder=$(dirname "$(dirname "$built")") # all presets share what is made there
mkdir -p "$folder/elsewhere" "$folder/links" "$folder/home" "$folder/un packed" "$folder/moved there"
tar -xzf "$archive" -C "$folder/un packed"
name=$(ls "$folder/un packed")
first="$folder/un packed/$name"
run "$first/bin/avow" demo --without-display >"$folder/out" || fail "it shows no sample workshop"
grep -q 'would be proposed' "$folder/out" || fail "it proposes no themes in the sample workshop"
knows_all "$first" "$first/bin/avow"

mv "$first" "$folder/moved there/Avow (1)"
second="$folder/moved there/Avow (1)"
knows_all "$second" "$second/bin/avow"
knows_all "$second" "../moved there/Avow (1)/bin/avow"

ln -s "$second/bin/avow" "$folder/links/to-it"
ln -s to-it "$folder/links/avow"
knows_all "$second" "$folder/links/to-it"
knows_all "$second" avow # by PATH, through a link to a link
ln -s "$second" "$folder/links/whole"
knows_all "$second" "$folder/links/whole/bin/avow"
echo "unpacked, moved, called in six ways: it knows what it knows, in $SECONDS s"
