#!/usr/bin/env bash
# Forty bad inputs, given to the whole program: run.sh PROGRAM SOURCE [--bless] [CASE...]. README.md has what each gets and
# where that is tested; here stand the cases of this folder, run as tests/cli/run.sh runs its own, and the table itself.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tests=$(dirname "$here")
failed=no

# What the table names is there: a case, or a test by its file and name. All rows are in it, and all cases of this folder.
check_table() {
    local row named file name
    # shellcheck disable=SC2016
    local is_named='`(cli|desk|hostile|insight|report|screen|session|storage|xvfb)/[^`]+`'
    for row in {1..40}; do grep -q "^| $row |" "$here/README.md" || { echo "README.md has no row $row"; failed=yes; }; done
    while IFS= read -r named; do
        file=${named%%: *}
        name=${named#*: }
        [ -e "$tests/$file" ] || { echo "README.md names tests/$file, which is not there"; failed=yes; continue; }
        [ "$file" = "$named" ] && continue
        grep -qF "\"$name\"" "$tests/$file" || { echo "README.md names a test that tests/$file has not: $name"; failed=yes; }
    done < <(grep '^| [0-9]' "$here/README.md" | grep -oE "$is_named" | tr -d '`')
    for file in "$here"/*/cmd; do
        name=hostile/$(basename "$(dirname "$file")")
        grep -qF "\`$name\`" "$here/README.md" || { echo "README.md does not name $name"; failed=yes; }
    done
}

check_table
bash "$tests/cli/run.sh" "$1" "$2" --cases "$here" "${@:3}" || failed=yes
[ $failed = no ]
