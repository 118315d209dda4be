# What cases share. Read before each `cmd`.

# A small workshop, w.avow: four people, six statements.
workshop() {
    avow record --team "Front office" --goal "Answer on the same day" --date 2026-11-21 -o w.avow 2>/dev/null <<'END'
# a comment
Ana: I answer every call within three rings
Bob: I keep the price list up to date

Chloé: new colleagues can ask me anything
and I show them where things are
Bob: I answer every email on the same day
王芳: I answer the phone in the lunch break
END
}

# The same with a life: JSON that has all there is, imported as full.avow.
full() { avow import "$SOURCE/tests/cli/files/full.json" -o full.avow 2>/dev/null; }

# A command that is expected to end in a status other than 0: prints what it said and how it ended.
says() {
    "$@" 2>&1
    echo "[$?]"
}

# Only how it ended, and the part of its words that matters.
ends() { # PATTERN COMMAND...
    local pattern=$1 answer status
    shift
    answer=$("$@" 2>&1)
    status=$?
    if grep -q -- "$pattern" <<<"$answer"; then echo "[$status] $pattern"; else echo "[$status] not a word of \"$pattern\": $answer"; fi
}
