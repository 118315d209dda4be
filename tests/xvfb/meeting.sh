#!/usr/bin/env bash
# A whole meeting in the one window there is. Given the program and the source
# folder; 77 where it can't be tried.
set -euo pipefail

program=$1

# shellcheck source=prelude.bash
source "$(dirname "${BASH_SOURCE[0]}")/prelude.bash"
# shellcheck source=meeting.bash
source "$(dirname "${BASH_SOURCE[0]}")/meeting.bash"

one_monitor
open_library
hold_meeting
