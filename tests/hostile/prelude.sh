# What the bad inputs share. Read after tests/cli/prelude.sh, before each `cmd`.
# shellcheck shell=bash disable=SC2034

# Nothing may hang: ten seconds are for ever.
avow() { timeout 10 "$PROGRAM" "$@"; }

bad() { python3 "$SOURCE/tests/hostile/frame.py" "$@"; }

state_of() { stat -c '%n %s %Y %i' "$1" && cksum <"$1"; }

# Who says what: commands that answer alike are told together, in the order of the first.
declare -a answers=()
declare -A who=()
hear() { # NAME COMMAND...: what it says on standard error, and how it ends
    local name=$1 answer status
    shift
    answer=$("$@" 2>&1 >/dev/null </dev/null)
    status=$?
    answer+="${answer:+$'\n'}[$status]"
    if [ -z "${who[$answer]:-}" ]; then answers+=("$answer"); who[$answer]=$name; else who[$answer]+=", $name"; fi
}
tell() {
    local answer
    for answer in "${answers[@]}"; do printf '%s:\n%s\n' "${who[$answer]}" "$answer"; done |
        sed 's/^avow: knowledge: .*/avow: knowledge: .../'
    answers=()
    who=()
}

# Through every door a session file comes in by, and it is as it was.
every_door() { # FILE
    local file=$1 before
    before=$(state_of "$file")
    hear open avow open "$file"
    hear show avow show "$file"
    hear json avow show "$file" --json
    hear check avow check "$file"
    hear repair avow check "$file" --repair -o repaired.avow
    hear themes avow themes "$file"
    hear align avow align "$file"
    hear brief avow brief "$file"
    hear export avow export "$file" --as md
    hear replay avow replay "$file"
    hear agenda avow agenda "$file" --for ana
    hear check-in avow check-in "$file" --for ana
    tell
    [ "$before" = "$(state_of "$file")" ] || echo "$file IS NOT AS IT WAS"
    rm -f repaired.avow
}

# Where it is refused, nothing is drawn of it or written to it either.
every_door_shut() { # FILE
    hear shot avow shot "$1" --stage goal -o picture.png
    hear note avow check-in "$1" --for ana --kept 1
    every_door "$1"
    [ ! -e picture.png ] || echo "A PICTURE OF IT"
}

is_not_there() { [ -e "$1" ] && echo "$1 WAS WRITTEN"; [ ! -e "$1" ]; }

# A JSON from standard input, imported; what came of it.
import_of() { # NAME
    cat >"$1.json"
    local before
    before=$(state_of "$1.json")
    says avow import "$1.json" -o "$1.avow"
    [ "$before" = "$(state_of "$1.json")" ] || echo "$1.json IS NOT AS IT WAS"
}

# The beginning of a session as JSON.
start='"format":"avow-session","version":1,"date":"2026-11-21"'
ana='"participants":[{"id":"p1","name":"Ana"}]'

# Runs it; says so when it took more than a second of work, ten of waiting or 256 MiB. Under a sanitizer both are others.
is_sanitized=$(ldd "$PROGRAM" 2>/dev/null | grep -c 'lib[atu]b*san')
bounded() { # COMMAND...
    python3 - "$is_sanitized" "$PROGRAM" "$@" <<'END'
import resource, subprocess, sys
is_sanitized, *command = sys.argv[1:]
done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
mebibytes, seconds = used.ru_maxrss / 1024, used.ru_utime + used.ru_stime
for words in (done.stdout, done.stderr):
    lines = words.decode().splitlines()
    print(*(line[:160] for line in lines[-2:]), sep="\n", end="\n" if lines else "")
if is_sanitized == "0" and (mebibytes > 256 or seconds > 1):
    print(f"TOO MUCH: {mebibytes:.0f} MiB, {seconds:.1f} s")
print(f"[{done.returncode}]")
END
}
