# shellcheck shell=bash
# What scripts/build, run, test and lint share. Sourced, never run. Messages go to standard error, so that
# standard output stays the program's own.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
me=scripts/$(basename "$0")

say() { printf '%s: %s\n' "$me" "$*" >&2; }

jobs_at_once() { printf '%s' "${AVOW_JOBS:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)}"; }

newest_of() { # a tool of clang's: its newest release that is installed beside the usual one, as clang++-16
    local version
    for version in 19 18 17 16; do
        if command -v "$1-$version" >/dev/null; then printf '%s' "$1-$version"; return; fi
    done
    printf '%s' "$1"
}

cached() { # preset, variable
    sed -n "s/^$2:[A-Z]*=//p" "$root/build/$1/CMakeCache.txt" 2>/dev/null || true
}

# configure <preset> [--tests]: only where it is needed, since Ninja itself sees to changed CMake files. Without
# --tests a new folder is made without them, which spares whoever only wants the program Catch2.
configure() {
    local preset=$1 folder=$root/build/$1 home testing=()
    home=$(cached "$preset" CMAKE_HOME_DIRECTORY)
    if [ -n "$home" ] && [ "$home" != "$root" ]; then
        say "build/$preset was made for another folder, $home; starting it afresh"
        rm -rf "$folder"
    fi
    if [ "${2:-}" = --tests ]; then
        [ "$(cached "$preset" BUILD_TESTING)" = ON ] || testing=(-DBUILD_TESTING=ON)
    elif [ ! -f "$folder/CMakeCache.txt" ]; then
        testing=(-DBUILD_TESTING=OFF)
    fi
    if [ -f "$folder/build.ninja" ] && [ ${#testing[@]} = 0 ] &&
        ! [ "$root/.deps/deps.cmake" -nt "$folder/build.ninja" ]; then
        return 0
    fi
    say "configuring build/$preset"
    (cd "$root" && cmake --preset "$preset" "${testing[@]}") >"$folder.configure.log" 2>&1 || {
        say "configuring failed; from build/$preset.configure.log:"
        sed -n 's/^-- \(.* not installed here; .*\)/\1/p' "$folder.configure.log" >&2
        tail -n 30 "$folder.configure.log" >&2
        exit 1
    }
}

# compile <preset> [target]
compile() {
    say "building ${2:-everything} in build/$1"
    cmake --build "$root/build/$1" -j "$(jobs_at_once)" ${2:+--target "$2"} >&2 || {
        say "the build failed; the first error above is the one to read"
        exit 1
    }
}

# in_turn <preset> <command...>: two builds at once in one folder would tread on each other.
in_turn() {
    local preset=$1
    shift
    mkdir -p "$root/build"
    if command -v flock >/dev/null 2>&1; then
        exec 8>"$root/build/$preset.lock"
        flock -n 8 || { say "another build is at work in build/$preset; waiting for it"; flock 8; }
    fi
    "$@"
    exec 8>&- # what is started next must not hold the lock
}

build_everything() { # preset
    configure "$1" --tests
    compile "$1"
}

# build_program: sets up, configures, compiles the release program, and leaves its path in $program.
build_program() {
    "$root/scripts/setup"
    in_turn release configure release
    in_turn release compile release avow
    # shellcheck disable=SC2034  # read by whoever calls
    program=$root/build/release/avow
}
