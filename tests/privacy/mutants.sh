#!/usr/bin/env bash
# Whether the privacy tests can fail: each gate is broken on purpose in a build of its own, and the tests marked [privacy]
# must notice. Given the program (beside it lies what the build made) and the source folder; 77 where it can't be tried.
set -euo pipefail

build=$(dirname "$1")
source_folder=$2

skip() { echo "skipped: $*"; exit 77; }
fail() { echo "failed: $*" >&2; exit 1; }
command -v ninja >/dev/null && [ -f "$build/build.ninja" ] || skip "the build was not made by Ninja"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export AVOW_STATE=$folder/state XDG_CONFIG_HOME=$folder XDG_CACHE_HOME=$folder

broken=0
# gate WORDS FILE CHANGE TEST: what is given away, in which source of src/, by which change of it (sed), noticed by which test.
gate() {
    local words=$1 file=$2 change=$3 test=$4
    local source=$source_folder/src/$file mutant=$folder/$(basename "$file") object compile link status=0
    object=src/CMakeFiles/avow_${file%%/*}.dir/$file.o
    sed "$change" "$source" >"$mutant"
    ! cmp -s "$source" "$mutant" || fail "$words: $file is not what it was, and the change does nothing: $change"
    compile=$(ninja -C "$build" -t commands "$object" | tail -n 1)
    link=$(ninja -C "$build" -t commands "$test" | tail -n 1)
    # The mutant is linked as an object, so that the room's library is not asked for what it defines.
    compile=${compile/ -c $source/ -c $mutant}
    compile=${compile/ -o $object/ -o $folder/mutant.o}
    compile+=" -Wno-error" # what is broken may leave something unused
    link=${link/ -o $test / $folder/mutant.o -o $folder/$test }
    (cd "$build" && eval "$compile" && eval "$link") >"$folder/log" 2>&1 ||
        fail "$words: the mutant can't be built: $(tail -n 3 "$folder/log")"
    "$folder/$test" "[privacy]" >"$folder/log" 2>&1 || status=$?
    [ "$status" != 0 ] || fail "$words: no privacy test of $test notices ($file, $change)"
    grep -q 'FAILED' "$folder/log" || fail "$words: $test ended with $status, and no test of it failed: $(tail -n 3 "$folder/log")"
    rm -f "$folder/$test" "$folder/mutant.o"
    broken=$((broken + 1))
}

gate "a file is anybody's to read" storage/disk_posix.cpp 's/flags, 0600)/flags, 0644)/' test_storage
gate "a folder is anybody's to look into" storage/disk_posix.cpp 's/c_str(), 0700)/c_str(), 0755)/' test_storage
gate "a plan for life is in shared JSON" storage/archive.cpp 's/plan_life.empty() && a.is_private_wanted()/plan_life.empty()/' test_storage
gate "sealed expectations are in shared JSON" storage/archive.cpp 's/return is_sealed(session) && !a.is_private_wanted();/return false;/' test_storage
gate "papers keep the order they were typed in" storage/half_papers.cpp 's/^ *std::ranges::sort(papers.sheets.*$//' test_storage
gate "a role stands on the room's page" slide/slide.cpp 's/seats.push_back({names\[i\],/seats.push_back({names[i] + person.role,/' test_slide
gate "a confidence is in flat lines" report/flat.cpp 's/line.words("role", owner ? owner->role : "");/&line.number("confidence", 3);/' test_report
gate "what is sealed is told in documents" report/align_sections.cpp 's/if (state != AlignState::opened) {/if (state == AlignState::none) {/' test_report
gate "what is typed in secret is seen" desk/verbs_commit.cpp 's/return !desk.screens.is_apart;/return false;/;s/ || purpose == Purpose::poll_answer;/;/' test_screen
gate "whatever is typed is on the room's page" desk/desk_slide.cpp 's/seen.typing = is_said ? entry.text/seen.typing = true ? entry.text/' test_screen
gate "a strength is read aloud" desk/verbs_aloud.cpp 's/return of_card(insight::whole_name(session, item.owner), words,/return of_card(item.strength, words,/' test_desk
echo "$broken gates broken on purpose, each noticed"
