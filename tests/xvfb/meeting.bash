# A meeting of twelve, from an empty library to the day of the next, as a facilitator holds it: prepared, the goal shown, forty
# statements typed as they are said, put into themes, dated and confirmed, closed. Sped up, by real keys alone. To be sourced
# after prelude.bash.

names=(Ana Bob Cem Dora Emil Fay Gus Hila Ian Jana Kofi Lou)
rounds=(
    "I sit next to a new colleague for one hour a week" "keep the macro texts up to date"
    "smile when I pick up, people hear that" "I call people back when I said I would"
    "I bring one idea a month for the tool" "I follow my open cases every morning"
    "I chase second level when a ticket gets stuck" "tell the customer what happens next"
    "I'm at my desk at eight, not at ten past" "two new articles a month from me"
    "an article for every new problem" "less coffee cups in the sink"
    "Calls get picked up before the second minute" "show the new ones how the refund tool works"
    "I listen to two recorded calls a month" "I clear my inbox before I go home"
    "I fill in the category in each ticket" "I answer every call within three rings"
    "chat messages answered in under a minute" "search the knowledge base before I ask"
    "update old articles when they are wrong" "use the customer's name on the phone"
    "clean handover to the late shift, every day" "When I promise something I follow up myself"
    "I keep a case until it is solved" "headset cleaned and charged every evening"
    "say sorry when we made a mistake" "I write notes so the next shift knows"
    "new colleagues can ask me anything, anytime" "I stay friendly with the tenth angry customer"
    "tell the late shift about outages personally" "no eye rolling about customers"
    "I listen first and let them finish talking" "vacation requests in by the end of january"
    "I read the product news every monday" "feedback to a colleague after a great call"
    "I take calls right after my break" "nobody waits longer than two minutes when I'm on"
    "no ticket of mine is older than five days" "Every email gets an answer the same day")

# ---- what a person sees and does -----------------------------------------------------------------------------------

open_library() {
    "$program" >"$folder/window.log" 2>&1 &
    window_process=$!
    find_window '^Avow$'
}
keys() { xdotool key --delay 40 "$@"; }
words() { xdotool type --delay 8 "$1"; }
saved() { # the newest session file, or nothing
    find "$AVOW_SESSIONS" -name '*.avow' -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d' ' -f2-
}
look() { "$program" show "$(saved)" --json >"$folder/now.json" 2>/dev/null; }
holds() { look && grep -qF "$1" "$folder/now.json"; }
count_of() { look && grep -c "$1" "$folder/now.json" || true; }
next_stage() {
    keys ctrl+Next
    within 15 holds "\"stage\": \"$1\"" || fail "the room does not come to $1"
}

prepare() {
    keys n
    sleep .7
    words "Service Desk"
    keys Tab Tab
    words "Nine of ten cases in one go"
    keys ctrl+r
    sleep .5
    for name in "${names[@]}"; do
        words "$name"
        keys Return
    done
    keys ctrl+Return
    within 15 holds '"name": "Lou"' || fail "the last of the twelve is not there"
}

capture() {
    next_stage capture
    for statement in "${rounds[@]}"; do
        words "$statement"
        keys Return
    done
    within 30 holds "${rounds[-1]}" || fail "the last statement never arrives"
    [ "$(count_of '"statement": ')" -eq "${#rounds[@]}" ] || fail "there are $(count_of '"statement": ') statements"
}

commit() {
    next_stage commit
    for ((i = 0; i < ${#rounds[@]}; ++i)); do
        keys d
        words "friday"
        keys Return
        keys Return # read back and confirmed: on to the next
    done
    within 30 holds '"confirmed_at"' || fail "nobody confirmed anything"
    sleep 2
    [ "$(count_of '"due": ')" -ge "${#rounds[@]}" ] || fail "only $(count_of '"due": ') have a day"
}

hold_meeting() { # [COMMAND...: at the goal]
    prepare
    next_stage goal
    "${@:-:}"
    next_stage write
    capture
    next_stage themes
    sleep 1
    keys a
    within 15 holds '"title"' || fail "the themes are not taken"
    commit
    next_stage close
    keys d
    words "in two weeks"
    keys Return
    within 15 holds '"next_date": "' || fail "there is no day to meet again"
    keys ctrl+q
    within 20 is_closed || fail "Ctrl+Q does not close it"
    wait "$window_process" || fail "the program ended with status $?"
    window_process=''
    "$program" check "$(saved)" >/dev/null || fail "the file is not sound"
    for statement in "${rounds[@]}"; do
        holds "\"statement\": \"$statement\"" || fail "this is gone: $statement"
    done
    echo "${#names[@]} people, ${#rounds[@]} statements: nothing lost, in $SECONDS s"
}
