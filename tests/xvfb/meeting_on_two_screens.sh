#!/usr/bin/env bash
# A whole meeting with the room's page on a projector beside the desk. Given the program and the source
# folder; 77 where it can't be tried.
set -euo pipefail

program=$1

# shellcheck source=prelude.bash
source "$(dirname "${BASH_SOURCE[0]}")/prelude.bash"
# shellcheck source=meeting.bash
source "$(dirname "${BASH_SOURCE[0]}")/meeting.bash"

two_monitors

show_the_room() {
    keys F8
    within 20 fills_projector || fail "F8 does not fill the projector"
}

open_library
hold_meeting show_the_room
