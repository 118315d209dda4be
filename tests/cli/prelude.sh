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

# A session with a leader whose expectations were sealed and opened, and the same before they were opened.
aligned() { avow import "$SOURCE/tests/cli/files/aligned.json" -o aligned.avow 2>/dev/null; }
still_sealed() {
    python3 - "$SOURCE/tests/cli/files/aligned.json" >sealed.json <<'END'
import json, sys
session = json.load(open(sys.argv[1]))
session["seal"]["opened_at"] = None
for sheet in session["recall_sheets"]:
    sheet["recalls"] = [{"id": one["id"], "text": one["text"]} for one in sheet["recalls"]]
print(json.dumps(session))
END
    avow import sealed.json -o sealed.avow 2>/dev/null
}

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

# The programs, and the modules of python3 (python3:icalendar), that a case opens documents with; without one it can't be tried.
opens_with() {
    local name
    for name in "$@"; do
        case $name in
            python3:*) python3 -c "import ${name#*:}" 2>/dev/null || { echo "needs ${name#*:} for python3"; exit 77; } ;;
            *) command -v "$name" >/dev/null || { echo "needs $name"; exit 77; } ;;
        esac
    done
}

# Words that mean something to one format or another, in odd.avow: promised by Ana until 4 December.
odd() {
    python3 - >odd.json <<'END'
import json
words = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example","y")', "<script>alert(1)</script>", "</p></main><h1>x",
         "]]>", "<!--", "&amp; &lt;", "_x0041_", "END:VTODO", "BEGIN:VCALENDAR", "a;b,c\\d:e", "'; DROP TABLE said; --",
         '{"a": [null]}', "\u200fשלום a 1", "naïve – “é”", "王芳 👩‍🔧", "long " * 60]
print(json.dumps({"format": "avow-session", "version": 1, "team": "=<b>Odd;", "date": "2026-11-21",
    "participants": [{"id": "p1", "name": "Ana", "seat": 1}],
    "themes": [{"id": "t1", "title": "=<i>,;", "mark": 0}],
    "accountabilities": [{"id": f"a{i}", "owner": "p1", "statement": w, "due": "2026-12-04", "theme": "t1", "evidence": w,
                          "confidence": 7} for i, w in enumerate(words)]}))
END
    avow import odd.json -o odd.avow 2>/dev/null
}

# A session that was never saved: what its file held is only in the journal on this computer, as after a crash.
only_in_journal() { # FILE
    python3 - "$(realpath "$1")" <<'END'
import json, os, sys

def crc32c(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82f63b78 if crc & 1 else 0)
    return b"%08x " % (crc ^ 0xffffffff)

path = sys.argv[1]
first, rest = open(path, "rb").read().split(b"\n", 1)
envelope = json.loads(first[9:])
envelope["session_file"] = path
first = json.dumps(envelope, separators=(",", ":")).encode()
journals = os.path.join(os.environ["AVOW_STATE"], "journal", envelope["session"])
os.makedirs(journals, mode=0o700)
open(os.path.join(journals, "crashed.avow"), "wb").write(crc32c(first) + first + b"\n" + rest)
os.remove(path)
END
}
